"""The profile of one area as a designed A4 document, typeset by Typst.

``content`` turns the answer into plain data, ``spine``, ``history``, ``locator`` and ``code`` draw its
pictures as SVG, the ``.typ`` files lay it out, ``typesetting`` runs the compiler.
"""

from __future__ import annotations

from dashboard.answers.sozialraum.parts import SozialraumAnswer
from dashboard.export.profile_pdf.content import content
from dashboard.export.profile_pdf.names import name
from dashboard.export.profile_pdf.typesetting import typeset

__all__ = ["name", "write"]


def write(answer: SozialraumAnswer, base_url: str) -> bytes:
    """The PDF: the same bytes for the same answer, at most two pages for up to 90 indicators.

    ``base_url`` ("https://host") goes before the pinned link on paper and in the QR code.
    """
    return typeset(content(answer, base_url.rstrip("/") + answer.pinned), answer.released)
