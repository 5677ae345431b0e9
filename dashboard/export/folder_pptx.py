"""The folder as slides: contents with links to the slides of the views, then one slide for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Pt

from dashboard.export.contents import HEADING, KICKER, Contents, Entry, places, shown
from dashboard.export.plate.parts import Plate
from dashboard.export.slides import AUTHOR, arrangement, furniture, package, template
from dashboard.export.slides.arrangement import Box
from dashboard.export.slides.paint import centred, paragraph, text_box, type_of
from dashboard.export.slides.slide import add_slide
from dashboard.export.slides.words import one_line, speak_german
from dashboard.figures import theme

_FEW: Final = 6  # so many entries are set in large type
_MOST: Final = 11  # entries on one slide
_LARGE: Final = (16.0, 11.0)  # points: statement, and the line below it
_SMALL: Final = (12.0, 9.5)
_INDENT: Final = 0.45  # inches: room of the number
_TITLE_SIZES: Final = (28, 26, 24, 22, 20, 18, 16)
_BADGE_GROUND: Final = "#fbe6c8"
_LONGEST: Final = 255  # letters of a property


def write(contents: Contents, pages: Sequence[tuple[Plate, str]]) -> bytes:
    """A PPTX: contents (11 entries a slide), then a slide per plate. Equal input gives equal bytes.

    Raises ValueError without any page.
    """
    if not pages:
        raise ValueError("Eine Präsentation braucht mindestens eine Ansicht.")
    deck = template.deck()
    parts = [contents.entries[at : at + _MOST] for at in range(0, len(contents.entries), _MOST)]
    fronts = [_front(deck, contents, at, len(parts)) for at in range(len(parts))]
    for number, (plate, link) in enumerate(pages, start=len(fronts) + 1):
        add_slide(deck, plate, link, number=number)
    targets = dict(zip(contents.entries, _targets(deck, contents, len(fronts)), strict=True))
    for (slide, room), entries in zip(fronts, parts, strict=True):
        _list(slide, room, entries, targets, len(contents.entries))
        speak_german(slide._element)
    package.name_it(deck, [plate for plate, _link in pages], AUTHOR)
    deck.core_properties.title = one_line(contents.title)[:_LONGEST]
    return package.content(deck)


def _front(deck: Deck, contents: Contents, at: int, count: int) -> tuple[Any, Box]:
    """A slide of contents without its list, and the room for that."""
    slide: Any = deck.slides.add_slide(deck.slide_layouts[0])
    words, title = one_line(contents.title), arrangement.TITLE
    size = arrangement.fitting(words, title, _TITLE_SIZES, bold=True)
    height = min(arrangement.height_of(words, title.width, size, bold=True) + 0.04, title.height)
    template.place(slide.shapes.title, Box(title.left, title.top, title.width, height))
    type_of(slide.shapes.title.text_frame.paragraphs[0].add_run(), words, size, bold=True)
    part = f" ({at + 1} von {count})" if count > 1 else ""
    top = text_box(slide, arrangement.KICKER, "Dachzeile")
    paragraph(top, f"{KICKER} · {HEADING}{part}", 12, bold=True, colour=theme.PETROL)
    if contents.demo:
        mark = text_box(slide, arrangement.BADGE, "Kennzeichnung Beispieldaten", fill=_BADGE_GROUND)
        paragraph(mark, one_line(contents.demo), 13, bold=True)
        centred(mark)
    _foot(slide, contents)
    lower = furniture.add_subtitle(slide, contents.states, title.top + height + 0.04, title.width)
    return slide, arrangement.BODY.below(lower + 0.14)


def _foot(slide: Any, contents: Contents) -> None:
    frame = text_box(slide, arrangement.FOOT, "Fußzeile")
    run = paragraph(frame, shown(contents.link), 10, colour=theme.PETROL)
    if contents.link.startswith(("https://", "http://")):
        run.hyperlink.address = contents.link


def _targets(deck: Deck, contents: Contents, fronts: int) -> list[tuple[int, Any] | None]:
    """The number and the slide of each entry; None for what has none."""
    slides = list(deck.slides)
    return [
        None if place < 0 else (fronts + place + 1, slides[fronts + place])
        for place in places(contents.entries)
    ]


def _list(
    slide: Any, room: Box, entries: Sequence[Entry], targets: dict[Entry, tuple[int, Any] | None], every: int
) -> None:
    sizes = _LARGE if every <= _FEW else _SMALL
    frame = text_box(slide, room, HEADING)
    for entry in entries:
        _entry(slide, frame, entry, targets[entry], sizes, room)


def _entry(
    slide: Any,
    frame: Any,
    entry: Entry,
    target: tuple[int, Any] | None,
    sizes: tuple[float, float],
    room: Box,
) -> None:
    """Number, statement (a link to its slide) and, one line below, what it is and where it stands."""
    size, small = sizes
    lines = 2 if size == _LARGE[0] else 1
    run = paragraph(frame, f"{entry.number}\t", size, colour=theme.GREY_TEXT)
    line = frame.paragraphs[-1]
    _hanging(line)
    fits = Box(0, 0, room.width - _INDENT - 0.2, 1.2 * lines * size / 72 + 0.01)
    said = arrangement.cut_to(one_line(entry.headline), fits, size, rest=" …")
    colour = theme.PETROL if target else theme.GREY_TEXT
    run = type_of(line.add_run(), said, size, bold=bool(target), colour=colour)
    about = entry.missing if target is None else f"Folie {target[0]} · {entry.about}"
    if target is not None:
        _leads_to(slide, run, target[1])
    line.add_line_break()
    type_of(line.add_run(), one_line(about), small, colour=theme.GREY_TEXT)


def _hanging(line: Any) -> None:
    """Every line but the number begins at the indent."""
    indent = Inches(_INDENT)
    properties = line._p.get_or_add_pPr()
    properties.set("marL", str(int(indent)))
    properties.set("indent", str(-int(indent)))
    line.space_after = Pt(4)


def _leads_to(slide: Any, run: Any, target: Any) -> None:
    """A link inside of the deck, as PresentationML has it (ECMA-376, 21.1.2.3.5)."""
    relation = slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE)
    link = parse_xml(
        f'<a:hlinkClick {nsdecls("a", "r")} r:id="{relation}" action="ppaction://hlinksldjump"/>'
    )
    run._r.get_or_add_rPr().append(link)
