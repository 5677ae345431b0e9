"""Plates as plain data for the layout: texts stay texts, drawings are SVG of their box's size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, Literal

from segno import DataOverflowError

from dashboard.export.plate.drawing import drawing
from dashboard.export.plate.parts import Block, Key, Line, Listing, Picture, Plate
from dashboard.export.profile_pdf.code import qr_code
from dashboard.export.profile_pdf.symbols import symbols

Shape = Literal["breit", "quadrat", "vorschau"]
SIZES: Final[dict[Shape, tuple[int, int]]] = {
    "breit": (1600, 900),
    "quadrat": (1080, 1080),
    "vorschau": (1200, 630),
}
PAPER_PX: Final = 0.55  # points: letters of 15 px are a little over 8 points on paper
_AUTHOR: Final = "Stadt Hamm, Sozialraum-Monitor"
Data = dict[str, Any]
#: The drawing of a picture by its place (plate, block); "" while the sizes are asked for.
Drawn = Callable[[str, Picture], str]


def of_picture(plate: Plate, shape: Shape, link: str, drawn: Drawn) -> Data:
    """What ``picture.typ`` sets."""
    width, height = SIZES[shape]
    shown = _shown(plate.body, shape)
    page = {"shape": shape, "width": width, "height": height, "px": 1.0, "symbols": symbols()}
    return {**page, "plates": [{**_plate(plate, link), "blocks": _blocks(0, shown, drawn)}]}


def of_pages(
    pages: Sequence[tuple[Plate, str]],
    title: str,
    released: date | None,
    drawn: Drawn,
    *,
    brief: bool = False,
) -> Data:
    """What ``pages.typ`` sets. ``brief``: one page for each plate, without its tables and notes."""
    plates = [
        {**_plate(plate, link), **_behind(plate, link), "blocks": _blocks(place, plate.body, drawn)}
        for place, (plate, link) in enumerate(pages)
    ]
    return {
        "px": PAPER_PX,
        "symbols": symbols(),
        "title": title,
        "brief": brief,
        "author": _AUTHOR,
        "keywords": [plate.subtitle for plate, _ in pages],
        "date": [released.year, released.month, released.day] if released else None,
        "plates": plates,
    }


def sized(boxes: Sequence[tuple[str, float, float]]) -> Drawn:
    """Draws every picture at the size of its box in px."""
    found = {ident: (width, height) for ident, width, height in boxes}
    return lambda ident, picture: drawing(picture, *found[ident]) if ident in found else ""


def _ident(place: int, index: int) -> str:
    return f"{place}-{index}"


def _shown(blocks: Sequence[Block], shape: Shape) -> tuple[Block, ...]:
    """A preview has room for one block without its title: the first picture, else the first list.

    In a square the blocks share the height, of which each needs some: their weights come closer.
    """
    if shape == "vorschau":
        first = sorted(blocks, key=lambda block: not isinstance(block, Picture))[:1]
        return tuple(replace(block, title="") for block in first)
    return (
        tuple(replace(block, weight=block.weight**0.5) for block in blocks)
        if shape == "quadrat"
        else tuple(blocks)
    )


def _plate(plate: Plate, link: str) -> Data:
    return {
        "kicker": plate.kicker,
        "headline": plate.headline,
        "subtitle": plate.subtitle,
        "detail": plate.detail,
        "demo": plate.origin_word if plate.demo else "",
        "origin": plate.origin_word,
        "source": plate.source,
        "release": plate.release,
        "link": link,
        "keys": [_key(key) for key in plate.keys],
        "legend": list(plate.legend),
    }


def _behind(plate: Plate, link: str) -> Data:
    """What only paper shows."""
    target = link if "://" in link else f"https://{link}"
    tables = [{"caption": one.caption, "header": one.header, "rows": one.rows} for one in plate.tables]
    code = {"svg": _code(target), "alt": f"QR-Code des Links {link}"}
    return {"tables": tables, "notes": plate.notes, "target": target, "code": code}


def _code(target: str) -> str:
    """A link with very much text in it stands on paper without a code."""
    try:
        return qr_code(target)
    except DataOverflowError:
        return ""


def _key(key: Key) -> Data:
    return {"label": key.label, "value": key.value, "lines": key.lines, "sign": key.sign or "none"}


def _blocks(place: int, blocks: Sequence[Block], drawn: Drawn) -> list[Data]:
    return [_block(_ident(place, index), block, drawn) for index, block in enumerate(blocks)]


def _block(ident: str, block: Block, drawn: Drawn) -> Data:
    common = {"ident": ident, "title": block.title, "weight": block.weight}
    if isinstance(block, Picture):
        return {**common, "kind": "picture", "alt": block.alt, "svg": drawn(ident, block)}
    return {**common, "kind": "listing", **_listing(block)}


def _listing(block: Listing) -> Data:
    return {
        "header": block.header,
        "text": block.text_columns,
        "signed": any(line.sign for line in block.lines),
        "lines": [_line(line) for line in block.lines],
    }


def _line(line: Line) -> Data:
    return {"cells": line.cells, "sign": line.sign or "none", "focused": line.focused}
