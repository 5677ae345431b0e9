"""The scorecard: how many, by perspective, and one row per target."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from dashboard.answers.ziele.parts import GoalGroup, PerspectiveGroup, Scorecard, TargetRow
from dashboard.figures.goal_course import goal_course, probability_bar, status_grid
from dashboard.figures.signs_svg import target_svg
from dashboard.figures.svg import element
from dashboard.model import TargetStatus

COLUMNS = ("Ziel", "Verlauf", "Basis", "Wert", "Zielwert", "Tempo je Jahr", "Projektion", "Status",
           "Sozialräume")  # fmt: skip
_EMPTY = "Zu dieser Auswahl gibt es kein Ziel."
_EXAMPLE = element("span", "Beispielziel", class_="origin demo")
Counts = Sequence[tuple[TargetStatus, str, int]]


def counts(card: Scorecard) -> Markup:
    """The programme's targets by status, and the examples beside them."""
    parts = [_count_row("Ziele des Programms", card.counts),
             _count_row("Fortgeschrieben (Beispielziele)", card.example_counts)]  # fmt: skip
    return element("div", *[part for part in parts if part], class_="goal-counts")


def _count_row(title: str, found: Counts) -> Markup:
    if not found:
        return Markup("")
    entries = [
        element("li", target_svg(status, 18), element("strong", str(count)), element("span", word),
                class_=status.replace("_", "-"))
        for status, word, count in found
    ]  # fmt: skip
    return element("div", element("h2", title), element("ul", *entries), class_="card")


def perspectives(card: Scorecard) -> Markup:
    """Four columns: question, count, and a box for every target that leads to its row."""
    return element("div", *[_perspective(group) for group in card.perspectives], class_="goal-four")


def _perspective(group: PerspectiveGroup) -> Markup:
    head = element("h2", group.title, " ", element("small", group.counted))
    goals = [_goal_boxes(goal) for goal in group.goals]
    return element("section", head, element("p", group.question), *goals, class_="card")


def _goal_boxes(goal: GoalGroup) -> Markup:
    boxes = [_box(row) for row in (*goal.programme, *goal.carried_on)]
    return element("div", element("h3", f"Ziel {goal.number}"), element("ul", *boxes), class_="goal-boxes")


def _box(row: TargetRow) -> Markup:
    words = f"{row.title}: {row.word}{' (Beispielziel)' if row.example else ''}"
    link = element("a", target_svg(row.status, 18, words), href=f"#{row.id}", title=words)
    return element("li", link, class_="carried" if row.example else None)


def rows(card: Scorecard) -> Markup:
    """All targets under their perspective and strategic goal."""
    names = [element("span", name) for name in COLUMNS]
    head = element("div", *names, class_="goal-head", aria_hidden="true")
    groups = [_group(group, goal) for group in card.perspectives for goal in group.goals]
    without = [_without(goal) for goal in card.without]
    nothing = () if card.perspectives else (element("p", _EMPTY, class_="nothing"),)
    return element("div", head, *nothing, *groups, *without, class_="goal-rows")


def _group(perspective: PerspectiveGroup, goal: GoalGroup) -> Markup:
    name = f"ziel-{perspective.id}-{goal.number}"
    title = f" Strategisches Ziel {goal.number}: {goal.title}"
    head = element("h3", element("span", perspective.title), title, id=name)
    parts = [_list("", goal.programme), _list("Fortgeschrieben", goal.carried_on)]
    return element("section", head, *parts, aria_labelledby=name)


def _list(title: str, found: Sequence[TargetRow]) -> Markup:
    if not found:
        return Markup("")
    head = element("p", title, " ", _EXAMPLE, class_="sub") if title else Markup("")
    return head + element("ul", *[_row(row) for row in found])


def _without(goal: GoalGroup) -> Markup:
    name = f"ziel-ohne-{goal.number}"
    head = element("h3", f"Strategisches Ziel {goal.number}: {goal.title}", id=name)
    return element("section", head, element("p", goal.note, class_="goal-note"), aria_labelledby=name)


@lru_cache(128)  # rows, up to 8 KB each: filters and areas in focus show others of the same
def _row(row: TargetRow) -> Markup:
    title = element("h4", element("a", row.title, href=row.href))
    what = element("div", title, element("p", row.about), class_="what")
    drawn = goal_course(row.course.points, row.course.target, row.course.projection, row.course.breaks)
    course = element("div", drawn, class_="course")
    state = element("p", target_svg(row.status, 16), " ", element("strong", row.word),
                    class_=f"state {row.status.replace('_', '-')}")  # fmt: skip
    return element("li", what, course, *_middle(row), state, _areas(row), id=row.id)


def _middle(row: TargetRow) -> tuple[Markup, ...]:
    if row.missing:
        return (element("p", row.missing, class_="missing"),)
    return (
        _part("base", "Basis", row.baseline, row.baseline_period if row.baseline else ""),
        _part("latest", "Wert", row.latest, row.latest_period, row.today),
        _part("aim", "Zielwert", row.goal, row.until),
        _pace(row),
        _ahead(row),
    )


def _part(name: str, label: str, value: str, *below: str) -> Markup:
    lines = [element("small", line) for line in below if line]
    return element("p", _label(label), element("b", value or "–"), *lines, class_=name)


def _label(text: str) -> Markup:
    return element("span", f"{text}: ", class_="label")


def _pace(row: TargetRow) -> Markup:
    if not (row.required or row.actual):
        return element("p", "", class_="pace empty")
    lines = [
        element("span", f"{word} ", element("b", value), class_="line")
        for word, value in (("nötig", row.required), ("tatsächlich", row.actual))
        if value
    ]
    return element("p", _label("Tempo je Jahr"), *lines, element("small", row.pace_note), class_="pace")


def _ahead(row: TargetRow) -> Markup:
    if not row.projected:
        return element("p", element("small", row.note), class_="ahead") if row.note else element(
            "p", "", class_="ahead empty"
        )  # fmt: skip
    value = element("b", row.projected)
    limits = element("small", f"{row.projected_interval}")
    chance = (
        (probability_bar(row.probability), element("small", f"Wahrscheinlichkeit {row.probability_text}"))
        if row.probability is not None
        else ()
    )
    return element("p", _label(f"Projektion {row.year}"), value, " ", limits, *chance, class_="ahead")


def _areas(row: TargetRow) -> Markup:
    if not row.cells:
        return element("p", "nur ganze Stadt", class_="areas none")
    places = ((cell.status, cell.row, cell.column, cell.sentence) for cell in row.cells)
    spoken = element("span", row.areas_sentence, class_="visually-hidden")
    lines = [element("small", line) for line in row.areas_text.split(" · ")]
    shown = element("span", *lines, aria_hidden="true")
    return element("p", status_grid(places), spoken, shown, class_="areas")
