"""The Typst compiler: one set of fonts, no network, no system fonts, the same bytes every time."""

from __future__ import annotations

import json
import shutil
import tempfile
from base64 import b64decode
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

import typst

FAMILY: Final = "Source Sans Pro"
#: The package has every cut twice (.otf and .ttf); one of each, so that no file system chooses.
CUTS: Final = ("Regular", "Semibold", "Bold", "It")
_SPECIMEN: Final = "#set text(font: sys.inputs.family)\na#text(weight: 600)[a]*a*_a_"
_ONE_PAGE: Final = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    '#image(bytes(json(bytes(sys.inputs.pdf))), format: "pdf")'
)


def typeset(main: Path, content: Mapping[str, object], released: date | None = None) -> bytes:
    """The tagged PDF of the content, as PDF/UA-1 wherever the fonts have a glyph for every character.

    ``main``: the Typst file that reads ``sys.inputs.content`` (JSON) and ``family``. PDF/UA forbids
    characters that cannot be drawn; a text with such a character gets the same tagged document without
    the claim. Any other fault of the compiler raises ``typst.TypstError``.
    """
    try:
        return _pdf(main, content, released, ["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return _pdf(main, content, released, [])


def raster(main: Path, content: Mapping[str, object]) -> bytes:
    """PNG of a document of one page, one pixel for a point."""
    return bytes(typst.compile(main, format="png", ppi=72, sys_inputs=_inputs(content), **_always(main)))


def outlined(main: Path, content: Mapping[str, object]) -> bytes:
    """SVG of a document of one page, one pixel for a point, every letter an outline.

    Typst leaves the letters of an embedded SVG as they are, for the reader's fonts to draw; those of an
    embedded PDF become outlines. So the page is set as PDF first, and that PDF is turned into paths.
    """
    page = _pdf(main, content, None, [])
    fonts_alone: Any = {"font_paths": fonts(), "ignore_system_fonts": True}
    inputs = {"pdf": json.dumps(list(page))}
    wrapped = bytes(typst.compile(_ONE_PAGE.encode(), format="svg", sys_inputs=inputs, **fonts_alone))
    return b64decode(wrapped.partition(b";base64,")[2].partition(b'"')[0])


def asked(main: Path, content: Mapping[str, object], label: str) -> list[Any]:
    """The values of all metadata with this label, in the order of the document."""
    given = {"field": "value", "sys_inputs": _inputs(content), **_always(main)}
    return list(json.loads(typst.query(main, f"<{label}>", **given)))


def _pdf(
    main: Path, content: Mapping[str, object], released: date | None, standards: list[typst.PDFStandard]
) -> bytes:
    written = typst.compile(
        main,
        format="pdf",
        sys_inputs=_inputs(content),
        pdf_standards=standards,
        timestamp=_moment(released),
        **_always(main),
    )
    return bytes(written)


def _inputs(content: Mapping[str, object]) -> dict[str, str]:
    return {"content": json.dumps(content, ensure_ascii=False), "family": FAMILY}


def _always(main: Path) -> Any:
    return {"root": main.parent, "font_paths": fonts(), "ignore_system_fonts": True}


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
