"""Transitions: where do paths part?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.uebergaenge import UebergaengeAnswer, answer, figures
from dashboard.components.shell import shell
from dashboard.components.uebergaenge import KEYS, changes, content
from dashboard.export.plate.uebergaenge import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import UEBERGAENGE


def layout(answer: UebergaengeAnswer) -> Component:
    """The whole page for one answer; a round trip later changes parts of it."""
    return shell(content(answer), answer.foot.release, UEBERGAENGE.name)


SHEET = Sheet(UEBERGAENGE, answer, layout, KEYS, changes, figures, plate=plate, charts=False)
