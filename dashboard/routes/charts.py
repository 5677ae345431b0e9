"""The figures that Plotly draws on a page: all that a document does not hold itself.

``assets/from_document.js`` makes Dash's page out of the document and asks here for its charts.
"""

from __future__ import annotations

import json
from functools import partial

from flask import Flask, Response, abort

from dashboard.answers.desk import Desk
from dashboard.components.chart import graphs
from dashboard.pages.book import Page, open_page
from dashboard.share.document import query_of_request
from dashboard.share.head import CHARTS
from dashboard.store.cache import ReleaseCache

_KEPT = 128  # views, some 20 KB each


def register(server: Flask, desk: Desk) -> None:
    """Add ``/diagramme/<address of a view>``: its graphs as Dash components, by id."""
    kept = ReleaseCache(_KEPT)

    def write(page: Page) -> str:
        return json.dumps(graphs(page.layout()), ensure_ascii=False)

    def answer(path: str = "") -> Response:
        page = open_page(f"/{path}", query_of_request(), desk)
        if not page.charts:
            abort(404)
        body = write(page) if page.key is None else kept.get(page.key, partial(write, page))
        return Response(body, mimetype="application/json")

    server.add_url_rule(f"{CHARTS}/", "charts", answer)
    server.add_url_rule(f"{CHARTS}/<path:path>", "charts", answer)
