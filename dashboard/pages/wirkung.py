"""What became of the areas with a measure?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.wirkung import answer, figures
from dashboard.answers.wirkung.parts import WirkungAnswer
from dashboard.components.shell import shell
from dashboard.components.wirkung import KEYS, changes, content
from dashboard.export.plate.wirkung import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import WIRKUNG


def layout(answer: WirkungAnswer) -> Component:
    """The whole page for one answer; a round trip later changes parts of it."""
    return shell(content(answer), answer.foot.release, WIRKUNG.name)


SHEET = Sheet(WIRKUNG, answer, layout, KEYS, changes, figures, plate=plate, charts=False)
