"""The release as an open-data portal harvests it: DCAT-AP.de as JSON-LD.

Profile: https://www.dcat-ap.de/def/dcatde/3.0/spec/ (terms of DCAT-AP 3.0 and its German extension).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from dashboard.answers.daten.licences import MIXED
from dashboard.answers.daten.offers import BOUNDARIES, DESCRIPTION, RELEASE, Offer
from dashboard.export.release.boundaries import NOTE
from dashboard.publishing import Publishing

Node = dict[str, Any]
_EU: Final = "http://publications.europa.eu/resource/authority"
_PLACE: Final = "http://dcat-ap.de/def/politicalGeocoding"
_ABOUT: Final = "Kennzahlen zu Kindern und Jugendlichen in den Sozialräumen der Stadt Hamm."
_KEYWORDS: Final = (
    "Hamm", "Sozialräume", "Sozialmonitoring", "Kinder und Jugendliche", "Prävention", "Bildung",
    "Hilfen zur Erziehung",
)  # fmt: skip
CONTEXT: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gsp": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a release. ``base``: address of the application without slash at its end.

    ``box``: west, south, east, north in degrees. ``first`` and ``last``: years that have values.
    """

    base: str
    release: str
    issued: datetime
    modified: datetime
    statement: str
    first: int
    last: int
    box: tuple[float, float, float, float] | None
    publishing: Publishing


def catalogue(found: Described) -> Node:
    """The whole catalogue: two data sets, their files, the service for programs."""
    publisher = _publisher(found)
    datasets = [_figures(found), _boundaries(found)]
    graph: list[Node] = [
        {
            "@id": f"{found.base}/daten#katalog",
            "@type": "dcat:Catalog",
            "dct:title": _german("Sozialraum-Monitor Hamm"),
            "dct:description": _german(_ABOUT),
            "dct:publisher": _id(publisher["@id"]),
            "dct:language": _id(f"{_EU}/language/DEU"),
            "foaf:homepage": _id(f"{found.base}/daten"),
            "dct:modified": _time(found.modified),
            "dcat:dataset": [_id(dataset["@id"]) for dataset in datasets],
            "dcat:service": _id(f"{found.base}/daten#abfrage"),
        },
        publisher,
        *datasets,
        *(_distribution(offer, found) for offer in (*RELEASE, *BOUNDARIES)),
        _service(found, datasets[0]),
    ]  # fmt: skip
    return {"@context": CONTEXT, "@graph": graph}


def _figures(found: Described) -> Node:
    text = f"{found.statement}. {MIXED}"
    return {
        **_dataset(found, "datensatz", "Kennzahlen der Sozialräume in Hamm", text, RELEASE),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(date(max(found.first, 1), 1, 1)),
            "dcat:endDate": _day(date(max(found.last, 1), 12, 31)),
        },
        "dcat:theme": [_id(f"{_EU}/data-theme/{theme}") for theme in ("SOCI", "EDUC")],
    }


def _boundaries(found: Described) -> Node:
    title = "Grenzen der Sozialräume und Stadtbezirke in Hamm"
    return {
        **_dataset(found, "grenzen", title, NOTE, BOUNDARIES),
        "dcat:theme": [_id(f"{_EU}/data-theme/REGI")],
    }


def _dataset(found: Described, name: str, title: str, text: str, offers: Sequence[Offer]) -> Node:
    contact = found.publishing.contact_uri
    person = {"@type": "vcard:Organization", "vcard:fn": found.publishing.publisher}
    link = "vcard:hasEmail" if contact.startswith("mailto:") else "vcard:hasURL"
    return {
        "@id": f"{found.base}/daten#{name}",
        "@type": "dcat:Dataset",
        "dct:title": _german(title),
        "dct:description": _german(text),
        "dct:identifier": f"{found.base}/daten#{name}",
        "dcat:version": found.release,
        "dct:issued": _time(found.issued),
        "dct:modified": _time(found.modified),
        "dct:language": _id(f"{_EU}/language/DEU"),
        "dct:accessRights": _id(f"{_EU}/access-right/PUBLIC"),
        "dct:publisher": _id(_publisher(found)["@id"]),
        **({"dcat:contactPoint": {**person, link: _id(contact)}} if contact else {}),
        "dcat:keyword": [_german(word) for word in _KEYWORDS],
        "dcat:landingPage": _id(f"{found.base}/daten"),
        "dct:spatial": _place(found),
        "dcatde:politicalGeocodingURI": _id(f"{_PLACE}/municipalityKey/05915000"),
        "dcatde:politicalGeocodingLevelURI": _id(f"{_PLACE}/Level/municipality"),
        "dcat:distribution": [_id(_distribution_id(offer, found)) for offer in offers],
    }


def _distribution(offer: Offer, found: Described) -> Node:
    licence = found.publishing.licence
    address = _id(found.base + offer.address())
    return {
        "@id": _distribution_id(offer, found),
        "@type": "dcat:Distribution",
        "dct:title": _german(offer.title),
        "dct:description": _german(offer.note),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": _id(f"https://www.iana.org/assignments/media-types/{offer.media}"),
        "dct:format": _id(offer.format),
        "dct:modified": _time(found.modified),
        "dcatap:availability": _id(f"{_EU}/planned-availability/AVAILABLE"),
        **({"dct:license": _id(licence.uri)} if licence else {}),
        "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": _german(MIXED)},
    }


def _service(found: Described, dataset: Node) -> Node:
    return {
        "@id": f"{found.base}/daten#abfrage",
        "@type": "dcat:DataService",
        "dct:title": _german("Werte jeder Ansicht als JSON"),
        "dcat:endpointURL": _id(found.base),
        "dcat:endpointDescription": _id(found.base + DESCRIPTION),
        "dcat:servesDataset": _id(dataset["@id"]),
    }


def _publisher(found: Described) -> Node:
    name = found.publishing.publisher
    return {"@id": f"{found.base}/daten#herausgeber", "@type": "foaf:Organization", "foaf:name": name}


def _place(found: Described) -> Node:
    place: Node = {"@type": "dct:Location", "rdfs:label": _german("Hamm")}
    if found.box:
        west, south, east, north = found.box
        corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
        ring = ", ".join(f"{x} {y}" for x, y in corners)
        place["dcat:bbox"] = {"@value": f"POLYGON(({ring}))", "@type": "gsp:wktLiteral"}
    return place


def _distribution_id(offer: Offer, found: Described) -> str:
    return f"{found.base}/daten#{offer.id}"


def _id(address: str) -> Node:
    return {"@id": address}


def _german(text: str) -> Node:
    return {"@value": text, "@language": "de"}


def _time(moment: datetime) -> Node:
    return {"@value": moment.isoformat(), "@type": "xsd:dateTime"}


def _day(day: date) -> Node:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
