"""The page of data: downloads, what to trust, releases, deliveries, sources.

Written as markup: it has hundreds of elements, and nothing in it changes with a round trip.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.answers.daten.parts import (
    DatenAnswer,
    DeliveryLine,
    File,
    ReleaseLine,
    SourceLine,
    TemplateGroup,
)
from dashboard.answers.parts import Option
from dashboard.components.data_table import data_table
from dashboard.figures.svg import element

_WHOLE = "Alle Werte mit Definition, Einheit, Quelle und Herkunft; Datenstand"
_UNUSED = "Weitere Quellen, die nur der Katalog nennt (Tabelle „quellen“ des Datenpakets)"
_TEMPLATES = (
    "Je Kennzahl eine Arbeitsmappe zum Ausfüllen, mit Auswahllisten, Beispiel und Anleitung, dazu die "
    "Beschreibung lieferung.toml, mit der sie gelesen wird."
)
_SHORT = 12  # characters of a hash that are shown; the whole one is in the files


def downloads(answer: DatenAnswer) -> Markup:
    """The files of the release and the boundaries."""
    return _card(
        "herunterladen",
        "Herunterladen",
        element("p", f"{_WHOLE} {answer.release}", class_="small"),
        element("ul", *(_file(entry) for entry in answer.files), class_="downloads"),
        element("h3", "Grenzen"),
        element("ul", *(_file(entry) for entry in answer.boundaries), class_="downloads"),
        element("p", answer.licence, class_="small"),
    )  # fmt: skip


def _file(entry: File) -> Markup:
    mark = element("span", entry.ending, class_="ending", aria_hidden="true")
    words = element("span", element("strong", entry.title), element("small", entry.note))
    return element("li", element("a", mark, words, href=entry.href, download=""))


def trust(answer: DatenAnswer) -> Markup:
    """Where to check: definitions, protection, accessibility; methods in short; addresses for programs."""
    return _card(
        "pruefen",
        "Prüfen und verstehen",
        element("ul", *(_pointer(*entry) for entry in answer.trust), class_="pointers"),
        element("h3", "So wird gerechnet"),
        element("ul", *(element("li", line) for line in answer.methods), class_="methods"),
        element("h3", "Für Programme und Portale"),
        element("ul", *(_pointer(*entry) for entry in answer.services), class_="pointers"),
    )


def _pointer(link: Option, note: str) -> Markup:
    label, href = link
    return element("li", element("a", label, href=href), element("small", note))


def releases(answer: DatenAnswer) -> Markup:
    """All releases, newest first, and what was corrected in the shown one."""
    header = ("Datenstand", "Erstellt", "Lieferungen", "Änderungen", "Prüfsumme (SHA-256)")
    rows = [_release(line) for line in answer.releases]
    return _card(
        "datenstaende", "Datenstände", data_table("Alle Datenstände", header, rows), _corrections(answer)
    )


def _release(line: ReleaseLine) -> tuple[str, ...]:
    here = {"aria_current": "true"} if line.shown else {}
    link = element("a", line.id, href=line.href, **here)
    digest = element("code", f"{line.content_hash[:_SHORT]}…", title=line.content_hash)
    return (link, line.created, line.deliveries, line.changes, digest)


def _corrections(answer: DatenAnswer) -> Markup:
    if answer.corrections is None:
        return Markup("")
    table = answer.corrections
    more = element("p", answer.more_corrections, class_="small") if answer.more_corrections else Markup("")
    summary = element("summary", f"Änderungen im Datenstand {answer.release}")
    return element("details", summary, data_table(table.caption, table.header, table.rows), more)


def deliveries(answer: DatenAnswer) -> Markup:
    """What the release was made from; remarks that were accepted are listed word for word."""
    entries = element("ul", *(_delivery(line) for line in answer.deliveries), class_="deliveries")
    none = element("p", "Dieser Datenstand enthält keine Lieferung.")
    return _card(
        "lieferungen", "Lieferungen", entries if answer.deliveries else none, *_templates(answer.templates)
    )


def _templates(groups: Iterable[TemplateGroup]) -> Iterable[Markup]:
    """What suppliers fill in, by life phase; folded, there is one for almost every indicator."""
    folds = [_template_group(group) for group in groups]
    if folds:
        yield element("h3", "Vorlagen für Lieferungen", id="vorlagen")
        yield element("p", _TEMPLATES, class_="small")
        yield element("div", *folds, class_="folds")


def _template_group(group: TemplateGroup) -> Markup:
    lines = [
        element(
            "li",
            element("a", link.title, href=link.workbook, download=""),
            " (",
            element("a", "Beschreibung", href=link.description, download="lieferung.toml",
                    aria_label=f"Beschreibung lieferung.toml zu: {link.title}"),
            ")",
        )
        for link in group.links
    ]  # fmt: skip
    summary = element("summary", f"{group.title} ({len(lines)})")
    return element("details", summary, element("ul", *lines))


def _delivery(line: DeliveryLine) -> Markup:
    origin = element("span", line.origin_word, class_=f"origin {line.origin}")
    words = f" {line.supplier} · Eingang {line.received} · Werte:\u00a0{line.values}"
    return element(
        "li",
        element("h3", line.title),
        element("p", origin, words),
        element(
            "div",
            _more("Quellen", line.sources),
            _more("Angenommene Hinweise", line.remarks),
            _more("Dateien mit Prüfsumme", (f"{name}: {digest}" for name, digest in line.files)),
            class_="folds",
        ),
    )


def _more(title: str, lines: Iterable[str]) -> Markup:
    listed = [element("li", line) for line in lines]
    if not listed:
        return Markup("")
    return element("details", element("summary", f"{title} ({len(listed)})"), element("ul", *listed))


def sources(answer: DatenAnswer) -> Markup:
    """Who published what, under which licence."""
    header = ("Quelle", "Herausgeber", "Stand", "Lizenz", "Werte")
    rows = [_source(line) for line in answer.sources]
    unused = f"{_UNUSED}: {answer.unused}"
    return _card(
        "quellen", "Quellen und Lizenzen", data_table("Quellen der Werte", header, rows),
        element("p", unused, class_="small") if answer.unused else Markup(""),
    )  # fmt: skip


def _source(line: SourceLine) -> tuple[str, ...]:
    title = _link(line.title, line.url)
    return (title, line.publisher, line.date, _link(line.licence, line.licence_url), line.values)


def _link(text: str, href: str) -> str:
    return element("a", text, href=href, rel="noopener noreferrer") if href else text


def _card(name: str, title: str, *content: Markup) -> Markup:
    heading = element("h2", title, id=name)
    return element("section", heading, *content, class_=f"card data-{name}", aria_labelledby=name)
