"""The QR code of a link, as an SVG file that prints at any size."""

from __future__ import annotations

import io

import segno


def qr_svg(link: str) -> bytes:
    """Black on white with the quiet zone of four modules the standard asks for; the link as its title.

    The same bytes for the same link. Error correction M, or better where that costs no larger code.
    A link of more than 2,331 bytes raises ``segno.DataOverflowError``.
    """
    target = io.BytesIO()
    segno.make_qr(link, error="m").save(
        target, kind="svg", border=4, scale=8, light="white", title=f"QR-Code: {link}", svgclass=None,
        lineclass=None,
    )  # fmt: skip
    return target.getvalue()
