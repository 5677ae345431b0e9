"""The prevention chain: one link beside the other, each with reach and result of every place."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.answers.ziele.table_parts import Cell, Chain, MatrixRow, Phase, Reach
from dashboard.figures.goal_course import reach_bar
from dashboard.figures.signs_svg import target_svg
from dashboard.figures.svg import element

Place = tuple[str, str, str, bool]


def chain(found: Chain) -> Markup:
    """The links in a row, and below them what accompanies all phases."""
    links = [phase for phase in found.phases if not phase.across]
    across = [phase for phase in found.phases if phase.across]
    return (
        _places(found)
        + element("ol", *[_phase(phase, found) for phase in links], class_="goal-chain")
        + element("h3", "Begleitet alle Lebensphasen", class_="across-title")
        + element("ol", *[_phase(phase, found) for phase in across], class_="goal-chain across")
    )


def _places(found: Chain) -> Markup:
    links = [
        element("li", element("a", name, href=href, aria_current="true" if on else None))
        for _area, name, href, on in found.areas
    ]
    return element("nav", element("ul", *links), class_="goal-areas always", aria_label="Raum im Mittelpunkt")


def _phase(phase: Phase, found: Chain) -> Markup:
    head = element("h3", phase.title)
    gap = bool(phase.reach_gap and phase.result_gap)
    reach = [_reach(reach, found) for reach in phase.reach] or [_gap(phase.reach_gap)]
    result = [_results(phase, found)] if phase.targets else [_gap(phase.result_gap)]
    return element(
        "li", head, element("h4", "Reichweite"), *reach, element("h4", "Ergebnis"), *result,
        class_="gap" if gap else "half-gap" if phase.reach_gap or phase.result_gap else None,
    )  # fmt: skip


def _gap(words: str) -> Markup:
    return element("p", f"{words}.", class_="missing")


def _reach(reach: Reach, found: Chain) -> Markup:
    title = element("p", element("a", reach.title, href=reach.href), element("small", f" {reach.period}"))
    names = {area: (name, on) for area, name, _href, on in found.areas}
    entries = [_share(*names[area], share, text) for area, share, text in reach.values]
    return element("div", title, element("ul", *entries), class_="reach")


def _share(name: str, on: bool, share: float | None, text: str) -> Markup:
    words = (element("span", name), element("b", text), reach_bar(share))
    return element("li", *words, class_="on" if on else None)


def _results(phase: Phase, found: Chain) -> Markup:
    """Targets as columns of boxes: one line per place, read with names and words."""
    focused = [on for _area, _name, _href, on in found.areas]
    names = element("ol", *[_target(row) for row in phase.targets], class_="of")
    lines = [_line(place, [row.cells[at] for row in phase.targets]) for at, place in enumerate(found.areas)]
    summary = element("p", f"Stadt: {phase.summary}", class_="summary")
    return element("div", summary, names, element("ul", *lines), class_="result" if any(focused) else None)


def _target(row: MatrixRow) -> Markup:
    example = " (Beispielziel)" if row.example else ""
    return element("li", element("a", row.title, href=row.href), element("small", f" {row.goal}{example}"))


def _line(place: Place, cells: list[Cell]) -> Markup:
    _area, name, _href, on = place
    boxes = [_box(cell) for cell in cells]
    return element("li", element("span", name), element("span", *boxes, class_="boxes"),
                   class_="on" if on else None)  # fmt: skip


def _box(cell: Cell) -> Markup:
    if cell.status:
        return target_svg(cell.status, 14, cell.word)
    words = element("span", cell.word, class_="visually-hidden")
    return element("span", element("span", "x" if cell.text == "x" else "–", aria_hidden="true"), words,
                   class_="no", title=cell.word)  # fmt: skip
