"""The scorecard on a plate: the four perspectives with a box per target, and the targets one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.answers.ziele.parts import PerspectiveGroup, Scorecard, TargetRow
from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.cells import Cell
from dashboard.export.plate.fitting import SMALLEST, wide
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Ledger, by_width, nothing
from dashboard.export.plate.lettering import line, said
from dashboard.export.plate.parts import Block, Chart, Course, Draw, Picture
from dashboard.export.plate.words import with_period
from dashboard.export.plate.ziele.boxes import judged, key_of, several
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT, LINE
from dashboard.model import TargetStatus

_EMPTY = "Zu dieser Auswahl gibt es kein Ziel."
_EXAMPLES = "Beispielziele"
_MOST = 12  # categories of the chart
_COLUMNS = {
    "goal": Column("Ziel", 0.0),
    "narrow": Column("Ziel", 0.0),
    "value": Column("zuletzt", 5.8, "end"),
    "base": Column("Ausgang", 5.8, "end"),
    "aim": Column("Zielwert", 13.0),
    "status": Column("Status", 7.2),
}
_MIDDLE = ("goal", "value", "aim", "status")
_WIDE, _NARROW = ("goal", "base", "value", "aim", "status"), ("narrow", "value", "status")


def blocks(shown: Scorecard) -> Iterator[Block]:
    """Perspectives, and the list: of the programme's targets, without any of the examples."""
    if not shown.perspectives:
        yield Picture(nothing(_EMPTY), _EMPTY)
        return
    rows = listed(shown)
    yield Picture(_perspectives(shown), _spoken(shown), "Die vier Perspektiven", 0.72)
    what = "Ziele des Programms" if not rows[0].example else "Fortgeschriebene Ziele (Beispielziele)"
    alt = f"{what}: {'; '.join(f'{row.title}: {row.word}' for row in rows)}"
    yield Picture(_list(rows), alt, f"{what} im Einzelnen", 1.28)


def listed(shown: Scorecard) -> tuple[TargetRow, ...]:
    """The programme's targets in the order of the page; the examples where no other is shown."""
    every = tuple(targets(shown))
    return tuple(row for row in every if not row.example) or every


def targets(shown: Scorecard) -> Iterator[TargetRow]:
    """All targets of the view, in the order of the page."""
    for group in shown.perspectives:
        for goal in group.goals:
            yield from (*goal.programme, *goal.carried_on)


def chart(shown: Scorecard) -> Chart:
    """The judged value (column ``wert`` of the files) beside the agreed one (``zielwert``), in per cent."""
    rows = [
        row for row in targets(shown) if row.unit == "%" and row.value is not None and row.aim is not None
    ]
    rows = (listed_first(rows))[:_MOST]
    courses = (
        Course("letzter Wert", tuple(row.value for row in rows), focused=True),
        Course("Zielwert", tuple(row.aim for row in rows), city=True),
    )
    names = tuple(with_period(row.title, row.latest_period) for row in rows)
    return Chart("bars", "Letzter Wert und Zielwert der Stadt", names, courses, "%", 1)


def listed_first(rows: Sequence[TargetRow]) -> list[TargetRow]:
    """The programme's own first."""
    return sorted(rows, key=lambda row: row.example)


def _spoken(shown: Scorecard) -> str:
    parts = (f"{group.title}: {group.counted} erreicht oder auf Kurs" for group in shown.perspectives)
    return f"Ziele nach Perspektiven. {'; '.join(parts)}."


def _perspectives(shown: Scorecard) -> Draw:
    statuses = [row.status for row in targets(shown)]

    def draw(width: float, height: float) -> Markup:
        over, top = key_of(statuses)(width)
        tall = min(150.0, (height - top) / len(shown.perspectives))
        drawn = [over]
        for at, group in enumerate(shown.perspectives):
            drawn += _perspective(group, Box(0, top + at * tall, width, tall))
        return canvas(width, height, *drawn)

    return draw


def _perspective(group: PerspectiveGroup, room: Box) -> Iterator[Markup]:
    """Title and count, the question where there is room, and the boxes: the examples after a gap."""
    ends = {"x1": room.x, "x2": room.x + room.width, "y1": room.y, "y2": room.y}
    yield element("line", **ends, stroke=LINE, stroke_width=1)
    size = max(SMALLEST, min(20.0, 0.2 * room.height))
    top, high = room.y + 0.06 * room.height, 1.5 * size
    yield line(group.title, Box(0, top, room.width, high), size, bold=True)
    counted = f"{group.counted} erreicht oder auf Kurs"
    if wide(group.title, size, True) + wide(counted, size) > room.width - 20:
        counted = group.counted
    yield line(counted, Box(0, top, room.width, high), size, GREY_TEXT, "end")
    top += high
    if room.height >= 100:
        yield line(group.question, Box(0, top, room.width, 22), 16.0, GREY_TEXT)
        top += 24
    yield from _boxes(group, Box(0, top, room.width, room.y + room.height - top - 4))


def _boxes(group: PerspectiveGroup, room: Box) -> Iterator[Markup]:
    """The programme's own boxes; the examples below them where there is room, else behind a gap."""
    own = [row.status for goal in group.goals for row in goal.programme]
    more = [row.status for goal in group.goals for row in goal.carried_on]
    if not own or not more:
        yield several(own or more, room)
        return
    if room.height >= 34 and len(own) + len(more) > 10:
        half = room.height / 2
        yield several(own, Box(room.x, room.y, room.width, half))
        yield from _examples(more, Box(room.x, room.y + half, room.width, half))
        return
    left = room.width * max(4, len(own)) / (max(4, len(own)) + len(more) + 4)
    yield several(own, Box(room.x, room.y, left, room.height))
    yield from _examples(more, Box(room.x + left + 10, room.y, room.width - left - 10, room.height))


def _examples(statuses: Sequence[TargetStatus], room: Box) -> Iterator[Markup]:
    label = wide(_EXAMPLES, SMALLEST) + 8
    if room.width < label + 22 * len(statuses):
        label = 0.0
    else:
        yield line(_EXAMPLES, Box(room.x, room.y, label, room.height), SMALLEST, GREY_TEXT)
    yield several(statuses, Box(room.x + label, room.y, room.width - label, room.height), 20.0)


def _list(rows: Sequence[TargetRow]) -> Draw:
    return Ledger(
        _COLUMNS,
        tuple(_cells(row) for row in rows),
        by_width((950, _WIDE), (600, _MIDDLE), (0, _NARROW)),
        rest="Ziele",
    ).draw


def _cells(row: TargetRow) -> dict[str, Cell]:
    goal = said(row.title, below=row.about)
    return {
        "goal": goal,
        "narrow": goal,
        "base": said(row.baseline or "–", "end", colour=GREY_TEXT, below=row.baseline_period),
        "value": said(row.latest or "–", "end", below=row.latest_period),
        "aim": said(row.goal, below=row.until),
        "status": judged(row.status, row.word),
    }
