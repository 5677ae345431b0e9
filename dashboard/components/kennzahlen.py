"""The list of indicators: search form, links to the life phases, and one row per indicator.

All of it is written as markup: it has thousands of elements, and nothing in it changes with a round
trip. Every row is there whatever is searched; ``hidden`` takes it away, on the server as in
``assets/kennzahlen.js``. A row names each of its parts: on a wide screen the names are read aloud
only (the head of the columns shows them), on a phone they stand before the value.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from dashboard.answers.kennzahlen.parts import Entry, Goal, Group, KennzahlenAnswer
from dashboard.answers.kennzahlen.search import SEARCH
from dashboard.answers.parts import Option, Select
from dashboard.catalogue.catalogue import PERSPECTIVES
from dashboard.components.card import DOWNLOAD
from dashboard.figures.signs_svg import sign_svg, target_svg
from dashboard.figures.spark import sparkline
from dashboard.figures.svg import Attribute, element
from dashboard.wording import signs

COLUMNS = ("Zeitraum", "Stadt Hamm", "Verlauf", "Räume gegen die übrige Stadt", "Abstand", "Ziel der Stadt")
NOTE = (
    "Abstand: höchster minus niedrigster beobachteter Wert; ob er größer ist als der Zufall, sagt die Seite "
    "der Kennzahl. Linie: Stadt Hamm über alle Zeiträume, an Brüchen und Lücken unterbrochen."
)
_ROWS = 512  # kept, some 2 KB each: made of the release alone, whatever is searched or filtered
_LONGEST = 80  # characters of a search, as the page's parameter allows


def form(answer: KennzahlenAnswer) -> Markup:
    """Search and filters, and how many are left (said aloud as it changes).

    A GET form; with scripts it filters the rows below as somebody types.
    """
    field = element(
        "input", id="suche", type="search", name_=SEARCH, value=answer.search, maxlength=_LONGEST,
        autocomplete="off", class_="form-control", placeholder="Titel, Frage, Definition, Quelle",
    )  # fmt: skip
    search = element("div", element("label", "Suchen", for_="suche"), field, class_="field search")
    carried = [
        element("input", type="hidden", name_=name, value=value) for name, value in answer.hidden if value
    ]
    submit = element("button", "Anzeigen", type="submit", class_="button primary submit")
    selects = [_select(select) for select in answer.selects]
    hits = element("p", answer.hits, class_="hits", role="status", data_total=answer.total)
    return element(
        "form", search, *selects, *carried, submit, _reset(answer), hits,
        method="get", action=answer.view.place.pattern, role="search", class_="controls index-form",
        data_index="1",
    )  # fmt: skip


def phases(answer: KennzahlenAnswer) -> Markup:
    """Links to the life phases, each with how many of its indicators are left."""
    links = [_phase_link(group, answer) for group in answer.groups]
    return element("nav", element("ul", *links), class_="phases", aria_label="Lebensphasen")


def index(answer: KennzahlenAnswer) -> Markup:
    """The rows by life phase."""
    names = [element("span", name) for name in ("Kennzahl", *COLUMNS)]
    head = element("div", *names, class_="index-head", aria_hidden="true")
    nothing = element(
        "p", "Keine Kennzahl passt dazu. Weniger Wörter oder „alle“ in den Auswahlfeldern zeigen mehr.",
        class_="nothing", **_hidden(bool(answer.shown)),
    )  # fmt: skip
    groups = [_group(group, answer) for group in answer.groups]
    return element("div", head, nothing, *groups, class_="card index")


def foot(answer: KennzahlenAnswer) -> Markup:
    """What the columns mean, and the list as files."""
    links = [
        element("li", element("a", label, href=address, data_file="1")) for label, address in answer.files
    ]
    files = element("details", element("summary", DOWNLOAD), element("ul", *links), class_="files")
    words = element("span", NOTE)
    release = element("span", f"Datenstand {answer.release}")
    return element("div", words, release, files, class_="card-foot")


def _select(select: Select) -> Markup:
    ident = f"wahl-{select.name}"
    options = [_option(option, select.value) for option in select.options]
    drawn = element("select", *options, id=ident, name_=select.name, class_="form-select")
    return element("div", element("label", select.label, for_=ident), drawn, class_=f"field {select.name}")


def _option(option: Option, chosen: str) -> Markup:
    value, label = option
    return element("option", label, value=value, selected="" if value == chosen else None)


def _reset(answer: KennzahlenAnswer) -> Markup:
    everything = len(answer.shown) == answer.total
    return element(
        "a", "Alle zeigen", href=answer.all_href, class_="quiet reset", data_reset="1", **_hidden(everything)
    )


def _phase_link(group: Group, answer: KennzahlenAnswer) -> Markup:
    count = element("span", str(_left(group, answer)), class_="count")
    link = element("a", element("span", group.title), " ", count, href=f"#{_anchor(group)}")
    return element("li", link, data_phase=group.life_phase, **_hidden(not _left(group, answer)))


def _group(group: Group, answer: KennzahlenAnswer) -> Markup:
    title = element("h2", group.title, id=_anchor(group))
    rows = [
        _row(entry, answer.hrefs[entry.indicator], entry.indicator in answer.shown) for entry in group.entries
    ]
    return element(
        "section", title, element("ul", *rows), data_group=group.life_phase,
        aria_labelledby=_anchor(group), **_hidden(not _left(group, answer)),
    )  # fmt: skip


def _anchor(group: Group) -> str:
    return f"phase-{group.life_phase}"


def _left(group: Group, answer: KennzahlenAnswer) -> int:
    return sum(entry.indicator in answer.shown for entry in group.entries)


@lru_cache(_ROWS)
def _row(entry: Entry, href: str, shown: bool) -> Markup:
    cells = (_period(entry), _city(entry), _course(entry), _compared(entry), _gap(entry), _goal(entry.goal))
    state = cells if entry.origins else (element("p", entry.missing, class_="missing"),)
    return element(
        "li", _what(entry, href), *state,
        data_words=" ".join(entry.terms), data_perspektive=entry.perspective, data_werte=entry.reach,
        **_hidden(not shown),
    )  # fmt: skip


def _what(entry: Entry, href: str) -> Markup:
    title = element("h3", element("a", entry.title, href=href))
    origins = [
        element("span", signs.origin_word(origin), class_=f"origin {origin}") + " "
        for origin in entry.origins
    ]
    marks = element("p", *origins, PERSPECTIVES[entry.perspective], class_="marks")
    return element("div", title, element("p", entry.question, class_="question"), marks, class_="what")


def _period(entry: Entry) -> Markup:
    return _cell(0, "period", entry.period)


def _city(entry: Entry) -> Markup:
    category = (element("small", entry.category),) if entry.category else ()
    return _cell(1, "city", element("strong", entry.city_text), *category)


def _course(entry: Entry) -> Markup:
    line = sparkline(entry.city, breaks=entry.breaks) if entry.city else Markup("")
    change = (element("small", entry.change_text),) if entry.change_text else ()
    return _cell(2, "course", line, *change)


def _compared(entry: Entry) -> Markup:
    counted = [
        element("span", sign_svg(sign, 13), f" {count} {signs.SIGN_SHORT[sign]}", class_=f"sign {sign}")
        for sign, count in entry.signs
    ]
    return _cell(3, "compared", *(counted or (entry.compared,)))


def _gap(entry: Entry) -> Markup:
    return _cell(4, "gap", entry.gap_text)


def _goal(goal: Goal | None) -> Markup:
    if goal is None:
        return _cell(5, "goal")
    word = element("span", target_svg(goal.status, 13), f" {goal.word}", class_="sign")
    return _cell(5, "goal", word, element("small", goal.label))


def _cell(column: int, name: str, *content: str) -> Markup:
    """One part of a row with its name; empty where there is nothing, so that the columns stay."""
    if not any(content):
        return element("p", "", class_=f"{name} empty")
    return element("p", element("span", f"{COLUMNS[column]}: ", class_="label"), *content, class_=name)


def _hidden(so: bool) -> dict[str, Attribute]:
    return {"hidden": ""} if so else {}
