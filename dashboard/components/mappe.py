"""The meeting folder on screen: its pages in order, where each can go, and what can be taken along.

Everything is a link or a GET form, so that it works without scripts; ``assets/mappe.js`` adds only
memory and comfort.
"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard.answers.mappe import FolderAnswer, Leaf, Missing, counted, limits, preview
from dashboard.components.mappe_forms import add_form, folder_card, hint
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.state.folder import Folder
from dashboard.wording.numbers import number

_PICTURE = Safe('<img src="{}" width="240" height="126" alt="" loading="lazy" decoding="async">')


def content(answer: FolderAnswer) -> list[Component]:
    """What stands between header and footer."""
    known = wild(data_mappe_adresse=answer.folder.address())
    if answer.too_many:
        return [html.Div([*_statement(answer), *too_many(answer.folder)], className="statement card")]
    head = [*_notices(answer), html.Div(_statement(answer), className="statement")]
    pages = html.Section(
        [html.H2("Blätter", className="visually-hidden"), *_pages(answer), add_form(answer)],
        className="folder-pages",
    )
    aside = [folder_card(answer)] if answer.leaves else []
    return [
        *head,
        html.Div([pages, *aside], className="folder" if aside else "folder alone", **known),
        html.P(hint(answer), className="small folder-hint"),
    ]


def too_many(folder: Folder) -> list[Component]:
    """How to go on with more pages than a folder has: the same ones in several folders."""
    length = number(len(folder.address()))
    text = f"Der Link nennt {counted(len(folder.codes))} in {length} Zeichen. {limits()}"
    on = "Hier sind dieselben Blätter in mehreren Mappen:"
    links, first = [], 1
    for part in folder.parts():
        last = first + len(part.codes) - 1
        label = f"Blatt {first}" if first == last else f"Blätter {first} bis {last}"
        links.append(html.Li(html.A(label, href=part.address(), className="way-on")))
        first = last + 1
    return [html.P(text), html.P(on), html.Ul(links, className="ways-on")]


def _notices(answer: FolderAnswer) -> list[Component]:
    texts = [answer.refused] if answer.refused else []
    lines = [html.Li(text) for text in (*texts, *answer.notices)]
    return [html.Div(html.Ul(lines), className="notice", role="alert" if texts else "note")] if lines else []


def _statement(answer: FolderAnswer) -> list[Component]:
    parts: list[Component] = [html.H1(answer.headline)]
    if answer.states and not answer.too_many:
        parts.append(html.P(answer.states, className="subtitle"))
    return parts


def _pages(answer: FolderAnswer) -> list[Component]:
    if not answer.folder.codes:
        return [html.Div(_how(), className="card folder-how")]
    return [html.Ol([_item(page, answer.folder) for page in answer.every], className="leaves")]


def _how() -> list[Component]:
    steps = (
        "Eine Ansicht öffnen, die in der Sitzung gebraucht wird, zum Beispiel auf der Karte.",
        "„Link teilen“ und dann „In die Mappe legen“ wählen – oder den Link der Ansicht hier einfügen.",
        "Hier ordnen, einen Titel geben und weitergeben: als PDF, PPTX, Datei zum Mitnehmen oder als Link.",
    )
    ways = (("Zur Karte", "/"), ("Alle Kennzahlen", "/kennzahl"), ("Die neun Sozialräume", "/sozialraum"))
    return [
        html.H2("So füllt sich die Mappe"),
        html.Ol([html.Li(step) for step in steps]),
        html.P([part for label, href in ways for part in (html.A(label, href=href), " ")], className="ways"),
    ]


def _item(page: Leaf | Missing, folder: Folder) -> Component:
    inside = _leaf(page) if isinstance(page, Leaf) else _missing(page)
    return html.Li(
        [*inside, html.Div(_ways(page, folder), className="leaf-ways")],
        id=f"blatt-{page.number}",
        className="leaf" if isinstance(page, Leaf) else "leaf missing",
    )


def _leaf(leaf: Leaf) -> list[Component]:
    picture = Markup(_PICTURE.format(preview(leaf.address)), inline=True) if leaf.pictured else None
    demo = " · Beispieldaten" if leaf.demo else ""
    text = [
        html.P(f"Blatt {leaf.number} · {leaf.kind} · Datenstand {leaf.release}{demo}", className="kicker"),
        html.H3(html.A(leaf.headline, href=leaf.address)),
        html.P(leaf.subtitle, className="subtitle"),
    ]
    return [html.Div(picture, className="leaf-picture"), html.Div(text, className="leaf-text")]


def _missing(page: Missing) -> list[Component]:
    text = [
        html.H3(f"Blatt {page.number} ist nicht lesbar"),
        html.P(page.reason, className="subtitle"),
        *([html.P(html.A(page.way[0], href=page.way[1]))] if page.way else []),
    ]
    return [html.Div(className="leaf-picture"), html.Div(text, className="leaf-text")]


def _ways(page: Leaf | Missing, folder: Folder) -> list[Component]:
    """Links to the folder with this page elsewhere; the keyboard goes on at the page that moved."""
    last, at = len(folder.codes), page.number
    ways = []
    if at > 1:
        ways.append(_way("hoch", "nach oben", page, folder.moved(page.code, -1), at - 1, last))
    if at < last:
        ways.append(_way("tiefer", "nach unten", page, folder.moved(page.code, 1), at + 1, last))
    shorter = folder.without(page.code)
    label = f"Blatt {at} entfernen"
    return [*ways, html.A("entfernen", href=shorter.address(), id=f"weg-{at}", **wild(aria_label=label))]


def _way(name: str, word: str, page: Leaf | Missing, to: Folder, place: int, last: int) -> Component:
    goes_on = name if 1 < place < last else ("tiefer" if place == 1 else "hoch")
    return html.A(
        word,
        href=f"{to.address()}#erst-{goes_on}-{place}",
        id=f"{name}-{page.number}",
        **wild(aria_label=f"Blatt {page.number} {word}"),
    )
