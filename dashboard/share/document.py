"""The HTML document: the view's own page written out, then the scripts that bring it to life."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import chain
from typing import Any

from dash import Dash
from flask import Response, request
from markupsafe import Markup, escape

from dashboard.components.share_dialog import share_dialog
from dashboard.pages.book import Page
from dashboard.share.body import Body
from dashboard.share.head import Outside, early, head
from dashboard.share.html import to_html
from dashboard.store.cache import ReleaseCache

_DOCUMENT = """<!DOCTYPE html>
<html lang="de">
<head>
{metas}
<title>{here}</title>
{here}
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
{css}
<script src="{head}"></script>
{here}
</head>
<body>
<div id="erster-anblick">{here}</div>
{entry}
{config}
{scripts}
{renderer}
{here}
</body>
</html>"""
_HERE = "\0"
_KEPT = 256  # documents, some 120 KB each and 20 KB packed
_ENTRY = '<div id="react-entry-point"></div>'
#: Addresses of Dash that no page needs: reloading while developing, and Dash's own icon.
_NOT_OFFERED = ("_reload-hash", "_favicon.ico")
#: Dash's tools for developers.
_DEVELOPING = ("ui", "hot_reload", "serve_dev_bundles", "props_check", "validate_callbacks")
#: What Dash writes into its configuration for its developer tools alone.
_NOBODYS_BUSINESS = ("python_version", "dash_version_url", "ddk_version", "plotly_cloud_installed")


class Document(Dash):
    """A Dash app whose document already holds the page that was asked for."""

    page: Callable[[], Page]
    close: Callable[[], None]  # gives the database back
    outside: Callable[[], Outside]  # as the request saw it
    plotly_url: str = ""
    head_url: str = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._documents = ReleaseCache(_KEPT)

    def index(self, *_arguments: Any, **_options: Any) -> Response:
        """The document of the current request, with the status of its page."""
        page, outside = self.page(), self.outside()
        if page.key is None:
            return Response(self._written(page, outside), page.status, mimetype="text/html")
        key = (page.key, page.address, page.status, outside)
        kept = self._documents.get(key, lambda: Body(self._written(page, outside).encode()))
        kept.is_sent()
        return Response(kept.text, page.status, mimetype="text/html")

    def interpolate_index(  # the names are Dash's own
        self,
        metas: str = "",
        title: str = "",
        css: str = "",
        config: str = "",
        scripts: str = "",
        app_entry: str = "",
        favicon: str = "",
        renderer: str = "",
    ) -> str:
        """What is the same in every document, with ``_HERE`` where each page's own parts belong."""
        return _DOCUMENT.format(
            metas=metas,
            css=css,
            head=self.head_url,
            entry=_ENTRY,
            config=config,
            scripts=scripts,
            renderer=renderer,
            here=_HERE,
        )

    @cached_property
    def _frame(self) -> list[str]:
        """The pieces between a page's own parts. Needs a request: Dash looks for its assets when the
        first one comes."""
        write: Callable[[], str] = super().index
        return write().split(_HERE)

    def _written(self, page: Page, outside: Outside) -> str:
        own = (
            escape(page.title),
            head(page, outside),
            early(page, self.plotly_url),
            to_html(page.layout()),
            share_dialog(page.address),
        )
        first, *others = self._frame
        return "".join((first, *chain.from_iterable(zip(own, others, strict=True))))

    def styles(self) -> Markup:
        """Links to every style sheet, for a document without scripts. Needs a request: Dash looks for
        its assets when the first one comes."""
        list_styles: Callable[[], str] = self._generate_css_dist_html
        return Markup(list_styles())

    def know_scripts(self) -> None:
        """Let this process serve every script before it has written a document.

        Dash learns which scripts exist while it writes its first document; with several processes
        another one may be asked for them first.
        """
        list_styles: Callable[[], str] = self._generate_css_dist_html
        with self.server.app_context():
            self._generate_scripts_html()
            list_styles()

    def _setup_dev_tools(self, **settings: Any) -> None:
        set_up: Callable[..., None] = super()._setup_dev_tools
        set_up(**settings)
        for name in _DEVELOPING:  # a variable of the environment would switch them on
            self._dev_tools[name] = False

    def _add_url(self, name: str, *arguments: Any, **options: Any) -> None:
        if name not in _NOT_OFFERED:
            super()._add_url(name, *arguments, **options)

    def _config(self) -> dict[str, Any]:
        of_dash: Callable[[], dict[str, Any]] = super()._config
        config = {name: value for name, value in of_dash().items() if name not in _NOBODYS_BUSINESS}
        if self.plotly_url:
            # The renderer takes the address of Plotly's script from here only when it believes that
            # scripts are not served by us; nothing else of it asks for this flag.
            config["serve_locally"] = False
            config["plotlyjs_url"] = self.plotly_url
        return config


def query_of_request() -> dict[str, str]:
    """The parameters of the request; of a repeated one the first counts."""
    return request.args.to_dict(flat=True)
