"""Addresses of the files of a whole release, and of what portals and programs read of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from flask import Flask, Response, jsonify, request

from dashboard.answers.daten import offers
from dashboard.answers.daten.counts import headline
from dashboard.answers.daten.held import held
from dashboard.answers.daten.licences import named
from dashboard.answers.daten.offers import Offer
from dashboard.answers.daten.tables import Whole
from dashboard.answers.daten.whole import info_of, whole
from dashboard.answers.desk import Asking, Desk
from dashboard.export.release import (
    boundaries,
    columnar,
    datapackage,
    dcat,
    flat,
    openapi,
    records,
    workbook,
)
from dashboard.model import Partition
from dashboard.publishing import Publishing
from dashboard.routes.built import Built
from dashboard.share.attachment import attachment
from dashboard.share.document import query_of_request
from dashboard.state import DATEN, Place

_PARTITIONS: Final[dict[str, Partition]] = {
    offers.AREAS.id: "sozialraum",
    offers.DISTRICTS.id: "stadtbezirk",
}


class Files:
    """Answers for all addresses of this module. ``places``: of the pages that hand out figures."""

    def __init__(
        self, desk: Desk, publishing: Publishing, places: Sequence[Place], public_url: str = ""
    ) -> None:
        self._desk = desk
        self._publishing = publishing
        self._places = places
        self._public_url = public_url
        self._built = Built()

    def register(self, server: Flask) -> None:
        """Add the addresses to the server."""
        answers: dict[str, Callable[[Asking], Response]] = {
            offers.CSV.path: self._csv,
            offers.PAGE_CSV: self._csv,
            offers.PAGE_JSON: partial(self._release, offers.JSON),
            offers.PAGE_XLSX: partial(self._release, offers.XLSX),
            offers.CATALOGUE: self._catalogue,
            offers.DESCRIPTION: self._description,
        }
        for offer in (offers.XLSX, offers.JSON, offers.PARQUET, offers.PACKAGE):
            answers[offer.path] = partial(self._release, offer)
        for offer in offers.BOUNDARIES:
            answers[offer.path] = partial(self._boundaries, offer)
        for path, answer in answers.items():
            server.add_url_rule(path, path, partial(self._answer, answer))

    def _answer(self, answer: Callable[[Asking], Response]) -> Response:
        """A file is never handed out for another release than the one that was asked for."""
        asked = query_of_request().get("stand", "").strip()
        asking = self._desk.asking(DATEN, {"stand": asked})
        if asked and asked not in asking.choices.releases:
            return _no_such_release(asked[:40], asking.choices.releases)
        response = answer(asking)
        response.make_conditional(request)
        return response

    def _csv(self, asking: Asking) -> Response:
        machine = query_of_request().get("format") == "maschine"
        return self._release(offers.MACHINE if machine else offers.CSV, asking)

    def _release(self, offer: Offer, asking: Asking) -> Response:
        info = info_of(asking.store, asking.release)
        base = self._base() if offer is offers.PACKAGE else ""
        key = (offer.id, info.id, info.content_hash, base)
        body = self._built.get(key, lambda: self._write(offer, asking, base))
        return _file(body, offer, info.id)

    def _write(self, offer: Offer, asking: Asking, base: str) -> bytes:
        found = whole(asking.store, asking.release)
        if offer is offers.PACKAGE:
            licences = named(asking.catalogue.sources.values())
            return datapackage.write(found, licences, f"{base}{DATEN.pattern}")
        return _WRITERS[offer.id](found)

    def _boundaries(self, offer: Offer, asking: Asking) -> Response:
        partition = _PARTITIONS[offer.id]
        shapes = asking.store.geojson(asking.release, partition)
        body = boundaries.write(shapes, asking.catalogue, partition, asking.release)
        return _file(body, offer, asking.release)

    def _catalogue(self, asking: Asking) -> Response:
        return _json(dcat.catalogue(self._described(asking)), "application/ld+json")

    def _description(self, asking: Asking) -> Response:
        described = openapi.describe(self._places, asking.choices, self._described(asking))
        return _json(described, "application/json")

    def _described(self, asking: Asking) -> dcat.Described:
        info = info_of(asking.store, asking.release)
        counts = held(asking.store, info.id, info.content_hash).counts
        return dcat.Described(
            base=self._base(),
            release=info.id,
            issued=asking.store.releases()[0].created,
            modified=info.created,
            statement=headline(info.id, counts),
            first=counts.first_year,
            last=counts.last_year,
            box=boundaries.box(asking.store.geojson(info.id, "sozialraum")),
            publishing=self._publishing,
        )

    def _base(self) -> str:
        return (self._public_url or request.host_url).rstrip("/")


_WRITERS: Final[dict[str, Callable[[Whole], bytes]]] = {
    offers.CSV.id: flat.write,
    offers.MACHINE.id: partial(flat.write, machine=True),
    offers.XLSX.id: workbook.write,
    offers.JSON.id: lambda found: records.write(found, f"{DATEN.pattern}?stand={found.release}"),
    offers.PARQUET.id: columnar.write,
}


def _file(body: bytes, offer: Offer, release: str) -> Response:
    response = Response(body, content_type=offer.content_type)
    response.headers["Content-Disposition"] = attachment(offer.name(release))
    response.add_etag()
    return response


def _json(content: Any, kind: str) -> Response:
    response = Response(json.dumps(content, ensure_ascii=False, indent=1), content_type=kind)
    response.add_etag()
    return response


def _no_such_release(asked: str, known: Sequence[str]) -> Response:
    words = f"Den Datenstand „{asked}“ gibt es nicht (mehr). Vorhanden: {', '.join(known)}."
    response = jsonify(status="Datenstand nicht gefunden", grund=words)
    response.status_code = 410
    return response
