"""The report on protected small numbers: what is hidden, and can it be computed all the same?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.geheimhaltung import GeheimhaltungAnswer, answer, figures
from dashboard.components.geheimhaltung import content
from dashboard.components.shell import shell
from dashboard.export.plate.geheimhaltung import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import GEHEIMHALTUNG


def layout(answer: GeheimhaltungAnswer) -> Component:
    """The whole page for one release."""
    return shell(content(answer), answer.release, GEHEIMHALTUNG.name)


SHEET = Sheet(GEHEIMHALTUNG, answer, layout, figures=figures, plate=plate)
