"""The profile of one area: what about our area?"""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.parts import Method
from dashboard.answers.sozialraum.parts import SozialraumAnswer
from dashboard.answers.sozialraum.profile import answer, figures
from dashboard.components import card, html
from dashboard.components.markup import Markup
from dashboard.components.shell import shell
from dashboard.components.sozialraum import lists
from dashboard.components.sozialraum.head import areas_row, facts, hero
from dashboard.components.sozialraum.legend import legend
from dashboard.components.sozialraum.more import facilities, footnotes, measures
from dashboard.components.sozialraum.spine import spine
from dashboard.components.statement import notices
from dashboard.export.plate.sozialraum import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import SOZIALRAUM
from dashboard.wording.profile_sections import SECTIONS

_FEW = 4  # entries beside which there is room for the list of what cannot be told apart


def layout(answer: SozialraumAnswer) -> Component:
    """The whole page for one answer."""
    content = [
        areas_row(answer),
        html.Div(notices(answer.said, answer.demo, answer.foot.release), id=ids.NOTICES),
        hero(answer),
        *facts(answer),
        *_lists(answer),
        _spine(answer),
        *measures(answer),
        *facilities(answer),
    ]
    return shell(content, answer.foot.release, SOZIALRAUM.name)


def _lists(answer: SozialraumAnswer) -> list[Component]:
    """Needs on the left; where there are none, what is better stands there at the same width."""
    needs = len(answer.worsening.entries) + len(answer.worse.entries)
    better = [(answer.strengths, "strengths"), (answer.catching_up, "plain")]
    main = [(section, kind) for section, kind in reversed(better) if section.entries and not needs]
    beside = [*([] if main else better), (answer.neutral, "plain")]
    left = [
        _card(lists.needs(answer), "needs" if needs else "needs met"),
        *[_card(lists.full(section), kind) for section, kind in main],
    ]
    right = [_card(lists.side(section), kind) for section, kind in beside if section.entries]
    right += [_card(lists.names(answer.hidden), "plain")] if answer.hidden.entries else []
    same = [_card(lists.names(answer.same), "wide")] if answer.same.entries else []
    if not (needs or main or right or same):
        return []
    few = needs + sum(len(section.entries) for section, _kind in main) <= _FEW
    columns = [html.Div([*left, *(same if few else ())], className="main-column"),
               html.Div(right, className="side")]  # fmt: skip
    return [html.Div(columns, className="two"), *([] if few else same)]


def _card(content: Safe, kind: str) -> Component:
    return html.Section(Markup(content), className=f"card list {kind}")


def _spine(answer: SozialraumAnswer) -> Component:
    title, subtitle = SECTIONS["all"]
    method = Method((), answer.footnotes, answer.methods)
    texts = card.Texts(title, subtitle, answer.table, method, answer.foot)
    diagram: list[Component] = [
        Markup(legend(answer.area.short_name)),
        Markup(spine(answer), className="spine-scroll"),
        Markup(footnotes(answer)),
    ]
    return card.card("spine", texts, diagram)


SHEET = Sheet(SOZIALRAUM, answer, layout, figures=figures, plate=plate)
