"""The file: a list of its pages, then each page with its statement, pictures, tables and sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from dashboard.export.take_along.offline import MAIN, settle
from dashboard.export.take_along.styles import Used, used_rules
from dashboard.export.take_along.tree import Element, read
from dashboard.export.take_along.tree import write as written

#: The browser is told as well: this file fetches nothing and runs nothing.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
)
_DOCUMENT: Final = Markup(
    """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{title} – Sozialraum-Monitor Hamm</title>
<link rel="icon" href="data:,">
<style>{styles}</style>
</head>
<body class="mitnahme">
<header class="mitnahme-titel" id="inhalt">
<p class="mitnahme-marke">Sozialraum-Monitor Hamm · zum Mitnehmen</p>
<h1>{title}</h1>
<p>{about}</p>
<nav aria-label="Inhalt"><ol>{contents}</ol></nav>
{missing}
</header>
<main>{pages}</main>
</body>
</html>
"""
)
_ENTRY: Final = Markup('<li><a href="#blatt-{number}">{headline}</a> <span>{line}</span></li>')
_PAGE: Final = Markup(
    """<section class="mitnahme-blatt" id="blatt-{number}" aria-label="Blatt {number}">
<p class="mitnahme-wege"><a href="#inhalt">Inhalt</a> <span>Blatt {number} von {last}</span>{ways}</p>
{content}
<p class="mitnahme-fuss"><strong>{mark}</strong>Datenstand {release} · Diese Ansicht online, braucht Internet:
<a href="{online}" rel="noopener noreferrer">{shown}</a></p>
</section>"""
)
_WAY: Final = Markup(' <a href="#blatt-{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Taken:
    """A page to take along. ``html``: its part between header and footer; ``online``: its whole link."""

    kind: str
    headline: str
    release: str
    demo: bool
    html: str
    online: str


@dataclass(frozen=True, slots=True)
class About:
    """Of the whole file. ``states``: which releases; ``online``: the folder's whole link; ``missing``: pages
    that could not be taken along, in words."""

    title: str
    states: str
    online: str
    missing: tuple[str, ...] = ()


def write(pages: Sequence[Taken], about: About, css: str) -> bytes:
    """One HTML file in UTF-8. ``css``: all rules the pages may use. Equal input gives equal bytes."""
    trees = [settle(read(page.html), f"b{at}-") for at, page in enumerate(pages, start=1)]
    content = [_page(at, len(pages), page, trees[at - 1]) for at, page in enumerate(pages, start=1)]
    document = _DOCUMENT.format(
        policy=_POLICY,
        title=about.title,
        styles=Markup(used_rules(css, _used(trees)) + _frame()),
        about=_about(about),
        contents=Markup("").join(_entry(at, page) for at, page in enumerate(pages, start=1)),
        missing=_missing(about.missing),
        pages=Markup("\n").join(content),
    )
    return str(document).encode()


def _used(trees: Sequence[Element]) -> Used:
    every = [element for tree in trees for element in tree.every()]
    classes = frozenset(name for element in every for name in element.classes)
    tags = {element.name for element in every} | {"html", "body", "header", "nav", "a", "p", "h1", "ol", "li"}
    return Used(classes, frozenset(tags | {MAIN}))


def _frame() -> str:
    return (Path(__file__).resolve().parent / "frame.css").read_text(encoding="utf-8")


def _about(about: About) -> Markup:
    text = Markup('{} Online, braucht Internet: <a href="{}" rel="noopener noreferrer">{}</a>')
    return text.format(about.states, about.online, _shown(about.online))


def _entry(number: int, page: Taken) -> Markup:
    mark = " · Beispieldaten" if page.demo else ""
    line = f"{page.kind} · Datenstand {page.release}{mark}"
    return _ENTRY.format(number=number, headline=page.headline, line=line)


def _missing(texts: Sequence[str]) -> Markup:
    lines = Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    return Markup('<ul class="mitnahme-fehlt">{}</ul>').format(lines) if texts else Markup("")


def _page(number: int, last: int, page: Taken, tree: Element) -> Markup:
    before = _WAY.format(number - 1, "voriges") if number > 1 else ""
    after = _WAY.format(number + 1, "nächstes") if number < last else ""
    return _PAGE.format(
        number=number,
        last=last,
        ways=Markup("{}{}").format(before, after),
        content=Markup(written(tree)),
        mark="Beispieldaten · " if page.demo else "",
        release=page.release,
        online=page.online,
        shown=_shown(page.online),
    )


def _shown(link: str) -> str:
    return link.partition("://")[2] or link
