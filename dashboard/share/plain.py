"""Documents without Dash: refusals in the frame of every page, and views for a frame in another site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard import ids
from dashboard.pages.book import Page
from dashboard.share.head import Outside, head
from dashboard.share.html import to_html

_NOTHING = Markup("")
_DOCUMENT = Markup(
    """<!DOCTYPE html>
<html lang="de"{kind}>
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
{css}
{more}
</head>
<body>
{body}
</body>
</html>"""
)


@dataclass(frozen=True, slots=True)
class Plain:
    """What all such documents share. ``css``: links to the styles; the two scripts are of embedded views."""

    css: Markup
    outside: Outside
    embed_url: str
    page_url: str

    def page(self, page: Page) -> str:
        """A whole page of ours without scripts."""
        return self._write(page, to_html(page.layout()))

    def embedded(self, page: Page) -> str:
        """A view alone: no header, no footer; its links open the whole application in a new window."""
        whole = self.outside.base + (page.address or "/")
        link = html.P(html.A("Im Sozialraum-Monitor öffnen", href=whole, className="way-on"))
        body = html.Div([*main_of(page.layout()), html.Footer(link)], className="frame")
        scripts = "".join(f'<script src="{url}"></script>\n' for url in (self.embed_url, self.page_url))
        more = Markup(f'<base target="_blank">\n{scripts}')
        return self._write(page, to_html(body), Markup(' class="einbettung"'), more)

    def _write(self, page: Page, body: Markup, kind: Markup = _NOTHING, more: Markup = _NOTHING) -> str:
        outside = Outside(self.outside.base, self.outside.indexed and not kind)
        parts = {"kind": kind, "title": page.title, "head": head(page, outside), "css": self.css}
        return str(_DOCUMENT.format(**parts, more=more, body=body))


def main_of(layout: Component) -> Iterator[Component]:
    """The part of a page between its header and its footer."""
    traverse: Callable[[], Iterator[Component]] = layout._traverse  # untyped in dash
    yield from (part for part in traverse() if getattr(part, "id", None) == ids.MAIN)
