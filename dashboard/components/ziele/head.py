"""What stands above every view: the views themselves, the filters, and the legend of the boxes."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.answers.parts import Option, Select
from dashboard.answers.ziele.parts import Tab, ZieleAnswer
from dashboard.figures.signs_svg import target_svg
from dashboard.figures.svg import element
from dashboard.wording.signs import TARGET_LEGEND


def tabs(answer: ZieleAnswer) -> Markup:
    """Links to the views, the open one marked."""
    links = [element("li", _tab(tab)) for tab in answer.tabs]
    return element("nav", element("ul", *links), class_="goal-tabs", aria_label="Ansichten der Ziele")


def _tab(tab: Tab) -> Markup:
    words = (element("strong", tab.label), element("span", tab.question))
    return element("a", *words, href=tab.href, aria_current="page" if tab.current else None)


def form(answer: ZieleAnswer) -> Markup:
    """The filters as a GET form; it is sent by its button, never by a mere choice."""
    carried = [
        element("input", type="hidden", name_=name, value=value) for name, value in answer.hidden if value
    ]
    submit = element("button", "Anzeigen", type="submit", class_="button primary")
    reset = (
        (element("a", "Auswahl aufheben", href=answer.all_href, class_="quiet"),) if answer.all_href else ()
    )
    return element(
        "form", *(_select(select) for select in answer.selects), *carried, submit, *reset, method="get",
        action=answer.view.place.pattern, class_="goal-form", aria_label="Auswahl",
    )  # fmt: skip


def _select(select: Select) -> Markup:
    ident = f"ziele-{select.name}"
    options = [_option(option, select.value) for option in select.options]
    drawn = element("select", *options, id=ident, name_=select.name, class_="form-select")
    return element("div", element("label", select.label, for_=ident), drawn, class_=f"field {select.name}")


def _option(option: Option, chosen: str) -> Markup:
    value, label = option
    return element("option", label, value=value, selected="" if value == chosen else None)


def legend() -> Markup:
    """The five boxes with their words."""
    entries = [element("li", target_svg(status, 14), f" {word}") for status, word in TARGET_LEGEND]
    return element("ul", *entries, class_="goal-legend", aria_label="Zeichen")
