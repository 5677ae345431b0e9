"""The file: its properties, and the same bytes for the same pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from pptx.presentation import Presentation as Deck

from dashboard.export.plate.parts import Plate
from dashboard.export.slides.words import LANGUAGE, one_line

PRODUCT: Final = "Sozialraum-Monitor Hamm"
_CREATED: Final = datetime(2000, 1, 1)  # of every file: two runs give the same bytes
_STAMP: Final = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP knows
_LONGEST = 255  # letters of a property


def name_it(deck: Deck, plates: Sequence[Plate], author: str) -> None:
    """Title, author, language, release and, where it is so, that the data are examples."""
    first = one_line(plates[0].headline)
    releases = ", ".join(dict.fromkeys(one_line(plate.release) for plate in plates))
    demo = any(plate.demo for plate in plates)
    told = deck.core_properties
    told.title = (first if len(plates) == 1 else f"{PRODUCT}: {len(plates)} Ansichten")[:_LONGEST]
    told.author = told.last_modified_by = author
    told.subject = f"Datenstand {releases}"[:_LONGEST]
    told.keywords = ", ".join([PRODUCT, *(["Beispieldaten"] if demo else [])])
    told.language = LANGUAGE
    told.created = told.modified = _CREATED
    told.revision = 1


def content(deck: Deck) -> bytes:
    """The deck's bytes, with one time stamp for all its parts."""
    made = io.BytesIO()
    deck.save(made)
    target = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            written.writestr(entry, parts.read(name))
    return target.getvalue()
