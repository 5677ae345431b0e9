"""By which rule is money distributed?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.ressourcen import RessourcenAnswer, answer, figures
from dashboard.components.ressourcen import KEYS, changes, content
from dashboard.components.shell import shell
from dashboard.export import ressourcen_xlsx
from dashboard.export.plate.ressourcen import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import RESSOURCEN


def layout(answer: RessourcenAnswer) -> Component:
    """The whole page for one answer; a round trip later changes parts of it."""
    return shell(content(answer), answer.foot.release, RESSOURCEN.name)


SHEET = Sheet(
    RESSOURCEN, answer, layout, KEYS, changes, figures, xlsx=ressourcen_xlsx.write, plate=plate, charts=False
)
