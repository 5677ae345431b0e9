"""The one place where all parts meet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from dash import dcc, html
from dash.development.base_component import Component
from flask import request
from flask_compress import Compress

from dashboard import ids, routes
from dashboard.answers.desk import Desk
from dashboard.callbacks import karte, router
from dashboard.pages.book import Page, open_page
from dashboard.settings import Settings
from dashboard.share.bundles import HEAD, Bundles, Packing
from dashboard.share.document import Document, query_of_request
from dashboard.store.read import Store


def create_app(settings: Settings) -> Document:
    """A complete application; several can live in one process. Opens no file of the release yet."""
    store = Store(settings.database_url)
    desk = Desk(store)
    bundles = Bundles(settings)
    app = Document(
        "dashboard",
        assets_folder=str(settings.root / "assets"),
        assets_ignore=HEAD.replace(".", r"\."),
        external_stylesheets=[bundles.url("bootstrap.min.css")],
        suppress_callback_exceptions=True,
        update_title="",
        title="Sozialraum-Monitor Hamm",
    )
    app.close = store.close
    app.head_url = bundles.url(HEAD)
    app.plotly_url = bundles.url("plotly-basic.min.js")
    app.layout = html.Div([dcc.Location(id=ids.LOCATION, refresh=False), html.Div(id=ids.PAGE)])
    app.page = lambda: open_page(request.path, query_of_request(), desk)
    _register(app, desk, settings, bundles)
    app.know_scripts()
    return app


def _register(app: Document, desk: Desk, settings: Settings, bundles: Bundles) -> None:
    server = app.server
    server.config.update(SECRET_KEY=settings.secret_key, MAX_CONTENT_LENGTH=256 * 1024)
    Compress(server)
    Packing(settings.build / "brotli").register(server)
    bundles.register(server)
    routes.register(server, desk)
    router.register(app, partial(_layout, desk))
    karte.register(app, desk.karte)


def _layout(desk: Desk, path: str, query: Mapping[str, str]) -> Component:
    page: Page = open_page(path, query, desk)
    return page.layout()
