"""Addresses of the templates for suppliers: the workbook of an indicator, and what reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.answers.daten.templates import PREFIX, has_template
from dashboard.answers.desk import Desk
from dashboard.answers.moves import moves_of
from dashboard.catalogue.catalogue import Catalogue
from dashboard.export.template import workbook
from dashboard.export.template.description import describe
from dashboard.export.template.parts import Template, template
from dashboard.routes.built import Built
from dashboard.share.attachment import attachment
from dashboard.state import DATEN

_MOST_KEPT: Final = 100  # workbooks of some 15 KB
_BRIEFLY: Final = "public, max-age=300"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TOML: Final = "application/toml; charset=utf-8"
_DESCRIPTION: Final = "lieferung.toml"
Today = Callable[[], date]


def register(server: Flask, desk: Desk, today: Today = date.today) -> None:
    """Add ``/daten/vorlage/<kennzahl>.xlsx`` and ``.toml``, of the current release's catalogue."""
    kept = Built(_MOST_KEPT)
    for ending in ("xlsx", "toml"):
        rule = f"{PREFIX}<kennzahl>.{ending}"
        server.add_url_rule(rule, f"template:{ending}", partial(_answer, desk, kept, today, ending))


def _answer(desk: Desk, kept: Built, today: Today, ending: str, kennzahl: str) -> AnyResponse:
    """The file; the new address of an indicator that was renamed; 404 where there is no template."""
    asking = desk.asking(DATEN, {})
    catalogue, day = asking.catalogue, today()
    moved = moves_of(catalogue).indicators.get(kennzahl)
    if moved is not None:
        return redirect(f"{PREFIX}{moved}.{ending}", 308)
    found = _found(kennzahl, catalogue, day.year)
    if ending == "toml":
        return _file(describe(found, day).encode(), _TOML, _DESCRIPTION)
    body = kept.get((asking.release, kennzahl, day.year), lambda: workbook.write(found))
    return _file(body, _XLSX, found.file)


def _found(kennzahl: str, catalogue: Catalogue, year: int) -> Template:
    indicator = catalogue.indicators.get(kennzahl)
    if indicator is None or not has_template(indicator):
        abort(404)
    return template(indicator, catalogue, year)


def _file(body: bytes, kind: str, name: str) -> AnyResponse:
    response = AnyResponse(body, content_type=kind)
    response.headers["Content-Disposition"] = attachment(name)
    response.headers["Cache-Control"] = _BRIEFLY
    response.add_etag()
    response.make_conditional(request.environ)
    return response
