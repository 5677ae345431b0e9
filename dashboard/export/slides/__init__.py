"""Views as slides: one editable slide per plate, with a chart that office programs can change.

``template`` is the empty deck, ``arrangement`` says what stands where, ``furniture`` sets words, ``chart``
and ``table`` the picture, ``notes`` what a speaker needs, ``package`` the bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.plate.parts import Plate
from dashboard.export.slides import package, template
from dashboard.export.slides.slide import add_slide

AUTHOR = "Stadt Hamm, Sozialraum-Monitor"


def write(pages: Sequence[tuple[Plate, str]]) -> bytes:
    """A PPTX of one 16:9 slide per plate, each with its link as text; equal pages give equal bytes.

    Raises ValueError without any page, and for a course that has not one value per category.
    """
    if not pages:
        raise ValueError("Eine Präsentation braucht mindestens eine Ansicht.")
    deck = template.deck()
    for number, (plate, link) in enumerate(pages, start=1):
        add_slide(deck, plate, link, number=number if len(pages) > 1 else None)
    package.name_it(deck, [plate for plate, _link in pages], AUTHOR)
    return package.content(deck)
