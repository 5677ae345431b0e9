"""The document of every page and view: time when new and when kept, size, number of queries."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, product
from statistics import median

from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings

#: What Chromium and Firefox send.
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}
MOST = 21  # different views of one page
KEPT_RUNS = 5
_AREAS = ("hamm-norden", "uentrop", "pelkum", "rhynern", "mitte", "herringen", "heessen")
_YEARS = ("", "2022", "2021")
_INDICATORS = ("uebergang-gymnasium", "hze-faelle", "bevoelkerung")
#: Pages and views: name, address without parameters, values of its parameters that differ.
VIEWS: tuple[tuple[str, str, dict[str, tuple[str, ...]]], ...] = (
    ("Karte", "/", {"raum": _AREAS, "jahr": _YEARS}),
    ("Karte, Verlauf", "/?ansicht=verlauf", {"raum": _AREAS, "jahr": _YEARS}),
    ("Kennzahlen", "/kennzahl", {"perspektive": ("adressaten", "prozesse", "kosten"), "werte": ("", "ohne")}),
    *(
        (f"Kennzahl{', ' if view else ''}{view}", f"/kennzahl/{{kennzahl}}?ansicht={view}",
         {"kennzahl": _INDICATORS, "raum": _AREAS})
        for view in ("", "abstand", "vergleich")
    ),
    ("Sozialräume", "/sozialraum", {"jahr": _YEARS}),
    ("Sozialraum", "/sozialraum/{raum}", {"raum": _AREAS, "jahr": _YEARS}),
    *(
        (f"Übergänge{', ' if view else ''}{view}", f"/uebergaenge?ansicht={view}",
         {"raum": _AREAS, "jahr": _YEARS})
        for view in ("", "abstand", "empfehlung", "schulen", "kette")
    ),
    *(
        (f"Kosten{', ' if view else ''}{view}", f"/kosten?ansicht={view}", {"raum": _AREAS, "jahr": _YEARS})
        for view in ("", "ursachen", "praevention", "raeume", "szenario", "projekt")
    ),
    *(
        (f"Ziele{', ' if view else ''}{view}", f"/ziele?ansicht={view}",
         {"raum": _AREAS, "ziele": ("", "programm")})
        for view in ("", "matrix", "lebensphasen", "annaeherung")
    ),
    ("Wirkung", "/ziele/wirkung", {"raum": _AREAS, "merkmal": ("",)}),
    ("Ressourcen", "/ressourcen", {"raum": _AREAS, "stellen": ("", "30", "12")}),
    ("Daten", "/daten", {"raum": _AREAS}),
    ("Geheimhaltung", "/daten/geheimhaltung", {}),
    ("Barrierefreiheit", "/daten/barrierefreiheit", {}),
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """Medians over the views of one page: ms, bytes; ``queries`` is the most that any of them needed."""

    name: str
    new: float
    kept: float
    raw: float
    packed: float
    queries: int
    views: int


@dataclass
class _Counted:
    """How many statements were sent since it was set to zero."""

    number: int = 0

    def __call__(self, *_: object) -> None:
        self.number += 1


@contextmanager
def counted() -> Iterator[_Counted]:
    """Counts every statement that any engine sends."""
    count = _Counted()
    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield count
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def measure(database_url: str, names: tuple[str, ...] = ()) -> list[Measured]:
    """Every page and view, or those whose name begins with one of ``names``; each page warmed up first."""
    app = create_app(Settings(database_url, ROOT, calls_per_minute=10**6))
    client = app.server.test_client()
    wanted = [entry for entry in VIEWS if not names or entry[0].startswith(names)]
    with counted() as count:
        rows = [_view(client, count, name, list(addresses(path, given))) for name, path, given in wanted]
    app.close()
    return rows


def addresses(path: str, given: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Addresses of one page that look different, at most ``MOST``, after one that only warms up."""
    yield path.format(kennzahl="hze-faelle", raum="mitte")
    for values in islice(product(*given.values()), MOST):
        chosen = dict(zip(given, values, strict=True))
        in_path = {name for name in chosen if f"{{{name}}}" in path}
        query = "&".join(f"{name}={value}" for name, value in chosen.items() if value and name not in in_path)
        yield _with(path.format(**{name: chosen[name] for name in in_path}), query)


def _with(path: str, query: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{query}" if query else path


def _view(client: FlaskClient, count: _Counted, name: str, asked: list[str]) -> Measured:
    warm_up, *views = dict.fromkeys(asked)
    if views:
        _get(client, warm_up)
    else:  # a page with a single view is measured cold
        views = [warm_up]
    news, kepts, raws, packed, queries = [], [], [], [], [0]
    for address in views:
        count.number = 0
        taken, size = _get(client, address)
        news.append(taken)
        packed.append(size)
        queries.append(count.number)
        kepts.append(median(_get(client, address)[0] for _ in range(KEPT_RUNS)))
        raws.append(len(client.get(address).get_data()))
    return Measured(name, median(news), median(kepts), median(raws), median(packed), max(queries), len(views))


def _get(client: FlaskClient, address: str) -> tuple[float, int]:
    started = time.perf_counter()
    answer = client.get(address, headers=BROWSER)
    taken = (time.perf_counter() - started) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: status {answer.status_code}")
    return taken, len(answer.get_data())


def table(rows: list[Measured]) -> list[str]:
    """The rows as a table of Markdown."""
    return [
        "| page and view | views | new ms | kept ms | KB | KB as sent | queries |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(
            f"| {row.name} | {row.views} | {row.new:.1f} | {row.kept:.2f} | {row.raw / 1000:.0f} "
            f"| {row.packed / 1000:.1f} | {row.queries} |"
            for row in rows
        ),
    ]
