"""The page of data: downloads, what to trust, releases, deliveries, sources.

Written as markup: it has hundreds of elements, and nothing in it changes with a round trip.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.answers.daten.parts import DatenAnswer, DeliveryLine, File, ReleaseLine, SourceLine
from dashboard.answers.parts import Option
from dashboard.figures.svg import element

_WHOLE = "Alle Werte mit Definition, Einheit, Quelle und Herkunft; Datenstand"
_UNUSED = "Weitere Quellen, die nur der Katalog nennt (Tabelle „quellen“ des Datenpakets)"
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
        "datenstaende", "Datenstände", _table("Alle Datenstände", header, rows), _corrections(answer)
    )


def _release(line: ReleaseLine) -> Markup:
    here = {"aria_current": "true"} if line.shown else {}
    link = element("a", line.id, href=line.href, **here)
    digest = element("code", f"{line.content_hash[:_SHORT]}…", title=line.content_hash)
    return _row(link, line.created, line.deliveries, line.changes, digest)


def _corrections(answer: DatenAnswer) -> Markup:
    if answer.corrections is None:
        return Markup("")
    table = answer.corrections
    rows = [_row(*cells) for cells in table.rows]
    more = element("p", answer.more_corrections, class_="small") if answer.more_corrections else Markup("")
    summary = element("summary", f"Änderungen im Datenstand {answer.release}")
    return element("details", summary, _table(table.caption, table.header, rows), more)


def deliveries(answer: DatenAnswer) -> Markup:
    """What the release was made from; remarks that were accepted are listed word for word."""
    entries = element("ul", *(_delivery(line) for line in answer.deliveries), class_="deliveries")
    none = element("p", "Dieser Datenstand enthält keine Lieferung.")
    return _card("lieferungen", "Lieferungen", entries if answer.deliveries else none)


def _delivery(line: DeliveryLine) -> Markup:
    origin = element("span", line.origin_word, class_=f"origin {line.origin}")
    words = f" {line.supplier} · Eingang {line.received} · Werte: {line.values}"
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
        "quellen", "Quellen und Lizenzen", _table("Quellen der Werte", header, rows),
        element("p", unused, class_="small") if answer.unused else Markup(""),
    )  # fmt: skip


def _source(line: SourceLine) -> Markup:
    title = _link(line.title, line.url)
    return _row(title, line.publisher, line.date, _link(line.licence, line.licence_url), line.values)


def _link(text: str, href: str) -> str:
    return element("a", text, href=href, rel="noopener noreferrer") if href else text


def _card(name: str, title: str, *content: Markup) -> Markup:
    heading = element("h2", title, id=name)
    return element("section", heading, *content, class_=f"card data-{name}", aria_labelledby=name)


def _row(first: str, *others: str) -> Markup:
    cells = [element("td", cell) for cell in others]
    return element("tr", element("th", first, scope="row"), *cells)


def _table(caption: str, header: Iterable[str], rows: Iterable[Markup]) -> Markup:
    names = [element("th", name, scope="col") for name in header]
    table = element(
        "table", element("caption", caption), element("thead", element("tr", *names)), element("tbody", *rows)
    )
    return element("div", table, class_="table-scroll", tabindex=0, role="region", aria_label=caption)
