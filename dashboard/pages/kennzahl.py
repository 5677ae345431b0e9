"""One indicator: how has it developed, and is it real?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.kennzahl import KennzahlAnswer, answer, figures
from dashboard.components.kennzahl import KEYS, changes, content
from dashboard.components.shell import shell
from dashboard.export.plate.kennzahl import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import KENNZAHL


def layout(answer: KennzahlAnswer) -> Component:
    """The whole page for one answer; a round trip later changes parts of it."""
    return shell(content(answer), answer.foot.release, KENNZAHL.name)


SHEET = Sheet(KENNZAHL, answer, layout, KEYS, changes, figures, plate=plate)
