"""Speaker notes: everything that a slide has no room for, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.answers.parts import Table
from dashboard.export.plate.parts import Key, Listing, Plate
from dashboard.export.slides.words import GLYPHS, clean, one_line


def notes(plate: Plate, link: str, listings: Sequence[Listing] = ()) -> str:
    """Paragraphs under short headings. ``listings``: those of which the slide does not show every line."""
    return "\n\n".join(part for part in _parts(plate, link, listings) if part)


def _parts(plate: Plate, link: str, listings: Sequence[Listing]) -> Iterator[str]:
    if plate.demo:
        yield "Beispieldaten: erzeugte Werte, sie sagen nichts über Hamm."
    yield clean(plate.headline)
    yield _titled("Untertitel", plate.subtitle)
    yield clean(plate.detail)
    yield _titled("Kennwerte", *(_key(key) for key in plate.keys))
    yield _titled("Was man wissen sollte", *plate.notes)
    yield _titled("Zeichen", *(f"{GLYPHS[sign]} {words}".strip() for sign, words in plate.legend))
    for listing in listings:
        yield _lines(listing.title or "Liste", listing.header, [line.cells for line in listing.lines])
    for table in plate.tables:
        yield of_table(table)
    yield _titled(
        "Quelle", plate.source, f"Herkunft: {plate.origin_word}", f"Datenstand {plate.release}", link
    )


def of_table(table: Table) -> str:
    """Caption, header and rows; cells are parted by " | "."""
    return _lines(table.caption, table.header, table.rows)


def _key(key: Key) -> str:
    return "; ".join((f"{key.label}: {key.value}", *key.lines))


def _titled(title: str, *texts: str) -> str:
    said = [clean(text) for text in texts if text.strip()]
    return "\n".join((f"{title}:", *said)) if said else ""


def _lines(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    body = [" | ".join(one_line(cell) for cell in row) for row in (header, *rows)]
    return "\n".join((one_line(title), *body))
