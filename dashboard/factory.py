"""The one place where all parts meet."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from flask import Flask, request
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.access.facilities import facilities_of_request
from dashboard.access.routes import register as register_access
from dashboard.answers.desk import Desk
from dashboard.callbacks import round_trip, router
from dashboard.pages.book import SHEETS, open_page
from dashboard.routes import charts, files, health, links, mappe, pictures, templates
from dashboard.routes.releases import Files
from dashboard.security import calls, headers, limits, refusals
from dashboard.security.allowance import Allowance
from dashboard.settings import Settings
from dashboard.share import body
from dashboard.share.bundles import EMBED, HEAD, Bundles, Packing
from dashboard.share.document import Document, query_of_request
from dashboard.share.head import Outside
from dashboard.store.read import Store


def create_app(settings: Settings) -> Document:
    """A complete application; several can live in one process. Opens no file of the release yet."""
    store = Store(settings.database_url)
    bundles = Bundles(settings)
    app = Document(
        "dashboard",
        server=Flask("dashboard", static_folder=None),
        enable_mcp=False,
        assets_folder=str(settings.root / "assets"),
        assets_ignore="|".join(name.replace(".", r"\.") for name in (HEAD, EMBED)),
        external_stylesheets=[bundles.url("bootstrap.min.css")],
        suppress_callback_exceptions=True,
        update_title="",
        title="Sozialraum-Monitor Hamm",
    )
    closing = ExitStack()
    closing.callback(store.close)
    access = register_access(app.server, settings.access)
    closing.callback(access.close)
    desk = Desk(store, facilities_of_request(access), settings.publishing)
    app.close = closing.close
    app.head_url = bundles.url(HEAD)
    app.plotly_url = bundles.url("plotly-basic.min.js")
    app.layout = router.layout(sheet.place.name for sheet in SHEETS if sheet.changes)
    app.page = lambda: open_page(request.path, query_of_request(), desk)
    public_url = settings.access.public_url
    app.outside = lambda: Outside(public_url or request.host_url.rstrip("/"), settings.indexed)
    _protect(app.server, settings)
    refusals.register(app.server, partial(links.refusal, app))
    _register(app, desk, settings, bundles)
    calls.register(app.server, calls.known_calls(app))
    headers.register(app.server, app.csp_hashes(), settings.frame_ancestors)
    app.know_scripts()
    return app


def _register(app: Document, desk: Desk, settings: Settings, bundles: Bundles) -> None:
    server = app.server
    server.config.update(SECRET_KEY=settings.secret_key)
    body.register(server)
    Compress(server)
    Packing(settings.build / "brotli").register(server)
    bundles.register(server)
    health.register(server, desk)
    files.register(server, desk, settings.access.public_url)
    pictures.register(server, desk, settings.access.public_url)
    charts.register(server, desk)
    places = [sheet.place for sheet in SHEETS if sheet.figures]
    Files(desk, settings.publishing, places, settings.access.public_url).register(server)
    templates.register(server, desk)
    scripts = (bundles.url(EMBED), app.get_asset_url("page.js"))
    frames = settings.frame_ancestors != "'none'"
    links.register(app, desk, scripts, frames=frames)
    mappe.register(app, desk, settings.root / "assets")
    router.register(app)
    for sheet in SHEETS:
        if sheet.changes:
            round_trip.register(app, sheet.place.name, sheet.keys, partial(sheet.ask, desk), sheet.changes)


def _protect(server: Flask, settings: Settings) -> None:
    if settings.proxies:
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the way Flask's manual names
            server.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies
        )
    limits.register(server, Allowance(settings.calls_per_minute), files=Allowance(settings.files_per_minute))
