"""What programs can ask: every view's figures as JSON, described in OpenAPI 3.1.

Specification: https://spec.openapis.org/oas/v3.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from dashboard.answers.daten.offers import BOUNDARIES, CATALOGUE, PAGE_CSV, PAGE_JSON, PAGE_XLSX, XLSX
from dashboard.export.release import openapi_schemas as schemas
from dashboard.export.release.dcat import Described
from dashboard.state import Choices, Parameter, Place

Node = dict[str, Any]
_JSON: Final = "application/json"
_OBJECT: Final[Node] = {"type": "object"}
_TEXT: Final[Node] = {"type": "string"}
_REFUSED: Final[Node] = {"schema": {"$ref": "#/components/schemas/Ablehnung"}}
_LOST: Final[Node] = {
    "410": {"description": "Diesen Datenstand gibt es nicht (mehr)", "content": {_JSON: _REFUSED}}
}
_WORDS: Final = {
    "kennzahl": "Kennzahl",
    "raum": "Raum im Mittelpunkt; ohne Angabe die ganze Stadt",
    "jahr": "Jahr, in dem der Zeitraum beginnt; ohne Angabe der neueste",
    "ebene": "Gliederung der Stadt",
    "merkmal": "Ausprägung der Kennzahl; „insgesamt“ für den Gesamtwert",
    "ansicht": "Ansicht der Seite; ohne Angabe die erste",
    "stand": "Datenstand; ohne Angabe der neueste",
}


def describe(places: Sequence[Place], choices: Choices, found: Described) -> Node:
    """The description. ``places``: of the pages that hand out figures, in the order of the book."""
    licence = found.publishing.licence
    contact = found.publishing.contact_uri
    kind = "email" if contact.startswith("mailto:") else "url"
    info = {
        "title": "Sozialraum-Monitor Hamm",
        "version": found.release,
        "summary": "Die Werte jeder Ansicht als JSON",
        "description": "Jede Seite gibt ihre Werte unter derselben Adresse mit der Endung .json heraus. Was "
        "an einer Angabe nicht zu gebrauchen ist, wird durch die Voreinstellung ersetzt und unter „hinweise“ "
        "genannt. Werte der Herkunft „demo“ sind erzeugt und sagen nichts über Hamm.",
        **({"contact": {kind: contact.removeprefix("mailto:")}} if contact else {}),
        **({"license": {"name": licence.title, "url": licence.address}} if licence else {}),
    }
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": found.base}],
        "paths": {path: {"get": node} for path, node in _paths(places, choices)},
        "components": {"schemas": schemas.all_schemas()},
    }


def _paths(places: Sequence[Place], choices: Choices) -> Iterable[tuple[str, Node]]:
    for place in places:
        yield _address(place), _operation(place, choices)
    yield PAGE_JSON, _whole(choices)
    yield PAGE_CSV, _file("daten-csv", "Alle Werte als CSV", "text/csv", choices, _TEXT)
    yield PAGE_XLSX, _file("daten-xlsx", "Alle Werte als Arbeitsmappe", XLSX.media, choices, _TEXT)
    for offer in BOUNDARIES:
        yield offer.path, _file(f"grenzen-{offer.id}", offer.title, offer.media, choices)
    yield CATALOGUE, _file("katalog", "Metadaten nach DCAT-AP.de", "application/ld+json", choices)


def _address(place: Place) -> str:
    return f"{'/karte' if place.pattern == '/' else place.pattern}.json"


def _operation(place: Place, choices: Choices) -> Node:
    return {
        "operationId": place.name,
        "summary": f"Werte der Seite „{place.name}“",
        "parameters": _parameters(place, choices),
        "responses": _responses(_JSON, {"$ref": "#/components/schemas/Werte"}),
    }


def _whole(choices: Choices) -> Node:
    """All values of a release: the same shape with further columns, and refused for a lost release."""
    schema = {"$ref": "#/components/schemas/Werte"}
    return _file("daten", "Alle Werte eines Datenstands", _JSON, choices, schema)


def _file(name: str, title: str, media: str, choices: Choices, schema: Node = _OBJECT) -> Node:
    return {
        "operationId": name,
        "summary": title,
        "parameters": [_parameter("stand", _release(choices))],
        "responses": _responses(media, schema) | _LOST,
    }


def _responses(media: str, schema: Node) -> Node:
    words = {
        "404": "Diese Adresse gibt es nicht",
        "429": "Zu viele Anfragen; die Kopfzeile Retry-After sagt, wie lange zu warten ist",
        "503": "Noch kein Datenstand",
    }
    answers: Node = {"200": {"description": "Die Werte", "content": {media: {"schema": schema}}}}
    return answers | {
        code: {"description": text, "content": {_JSON: _REFUSED}} for code, text in words.items()
    }


def _parameters(place: Place, choices: Choices) -> list[Node]:
    indicators = [name for name in place.indicators if name in choices.indicators] or [*choices.indicators]
    areas = [area for partition in choices.areas.values() for area in partition]
    common = {
        "kennzahl": _one_of(indicators),
        "raum": _one_of(areas),
        "jahr": {"type": "integer"},
        "ebene": _one_of(list(choices.areas)),
        "merkmal": {"type": "string"},
        **({"ansicht": _one_of([*place.views])} if place.views else {}),
        "stand": _release(choices),
    }
    found = [_parameter(name, schema, in_path=place.in_path(name)) for name, schema in common.items()]
    return [*found, *(_parameter(entry.name, _schema(entry)) for entry in place.more)]


def _parameter(name: str, schema: Node, *, in_path: bool = False) -> Node:
    words = {"description": _WORDS[name]} if name in _WORDS else {}
    place = {"in": "path", "required": True} if in_path else {"in": "query"}
    return {"name": name, **place, **words, "schema": schema}


def _schema(parameter: Parameter) -> Node:
    default = {"default": parameter.default} if parameter.default else {}
    if parameter.kind == "choice":
        return {"type": "string", "enum": [*parameter.allowed], "default": parameter.allowed[0]}
    if parameter.kind == "year":
        return {"type": "integer", **{name: int(value) for name, value in default.items()}}
    if parameter.kind == "number":
        limits = {"minimum": parameter.low, "maximum": parameter.high}
        return {"type": "number", **limits, **{name: float(value) for name, value in default.items()}}
    if parameter.kind == "text":
        return {"type": "string", "pattern": f"^(?:{parameter.pattern})$", **default}
    return {"type": "string", **default}


def _release(choices: Choices) -> Node:
    return _one_of([*choices.releases])


def _one_of(names: list[str]) -> Node:
    return {"type": "string", "enum": names}
