"""What does it cost, and why does it rise?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.kosten import KostenAnswer, answer, figures
from dashboard.components.kosten import KEYS, changes, content
from dashboard.components.shell import shell
from dashboard.export.plate.kosten import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import KOSTEN


def layout(answer: KostenAnswer) -> Component:
    """The whole page for one answer; a round trip later changes parts of it."""
    return shell(content(answer), answer.foot.release, KOSTEN.name)


SHEET = Sheet(KOSTEN, answer, layout, KEYS, changes, figures, plate=plate, charts=False)
