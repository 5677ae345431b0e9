"""The QR code of a link, as one path."""

from __future__ import annotations

import io

import segno


def qr_code(link: str) -> str:
    """SVG in black on nothing, two modules of quiet zone; error correction M or, if it is free, better.

    A link too long for any QR code (2,331 bytes) raises ``segno.DataOverflowError``.
    """
    target = io.BytesIO()
    segno.make_qr(link, error="m").save(
        target, kind="svg", border=2, xmldecl=False, omitsize=True, svgclass=None, lineclass=None, nl=False
    )
    return target.getvalue().decode("utf-8")
