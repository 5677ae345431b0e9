"""The Typst compiler: one set of fonts, no network, no system fonts, the same bytes every time."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import typst

FOLDER: Final = Path(__file__).resolve().parent
FAMILY: Final = "Source Sans Pro"
#: The package has every cut twice (.otf and .ttf); one of each, so that no file system chooses.
CUTS: Final = ("Regular", "Semibold", "Bold", "It")
_SPECIMEN: Final = "#set text(font: sys.inputs.family)\na#text(weight: 600)[a]*a*_a_"


def typeset(content: Mapping[str, object], released: date | None) -> bytes:
    """The tagged PDF of the content, as PDF/UA-1 wherever the fonts have a glyph for every character.

    PDF/UA forbids characters that cannot be drawn; a text with such a character gets the same tagged
    document without the claim. Any other fault of the compiler raises ``typst.TypstError``.
    """
    try:
        return _compiled(content, released, ["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return _compiled(content, released, [])


def _compiled(
    content: Mapping[str, object], released: date | None, standards: list[typst.PDFStandard]
) -> bytes:
    return typst.compile(
        FOLDER / "profile.typ",
        root=FOLDER,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": json.dumps(content, ensure_ascii=False), "family": FAMILY},
        pdf_standards=standards,
        timestamp=_moment(released),
    )


def _moment(released: date | None) -> datetime:
    """Midnight UTC of the release's day; without one the epoch, so that no clock enters the file."""
    day = released or date(1970, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@cache
def fonts() -> typst.Fonts:
    """The four cuts and, for rare letters, the compiler's own fonts; safe to share between threads.

    The cuts are read while their folder exists: after the specimen is set they are in memory.
    """
    with tempfile.TemporaryDirectory() as folder, as_file(files("font_source_sans_pro")) as package:
        for cut in CUTS:
            shutil.copy(package / "files" / f"SourceSansPro-{cut}.ttf", folder)
        found = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        typst.compile(
            _SPECIMEN.encode(), font_paths=found, ignore_system_fonts=True, sys_inputs={"family": FAMILY}
        )
    return found
