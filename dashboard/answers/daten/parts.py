"""The pieces of the page of data. Words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.daten.counts import Counts
from dashboard.answers.parts import Option, Said, Table
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class File:
    """One download: what it is called, what is in it, its ending and address."""

    title: str
    note: str
    ending: str
    href: str


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """One release. ``shown``: the page speaks of it; ``changes``: against the release before, in words."""

    id: str
    created: str
    content_hash: str
    deliveries: str
    changes: str
    href: str
    shown: bool


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """One delivery. ``remarks`` were accepted when it was read in; ``files`` are names and SHA-256."""

    title: str
    supplier: str
    received: str
    origin: str
    origin_word: str
    values: str
    sources: tuple[str, ...]
    remarks: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    rows: int = 0  # the number of its values


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source; ``url`` and ``licence_url`` are empty where none is known."""

    title: str
    publisher: str
    date: str
    url: str
    licence: str
    licence_url: str
    values: str


@dataclass(frozen=True, slots=True)
class TemplateLink:
    """The template of an indicator: address of the workbook, and of the description that reads it."""

    title: str
    workbook: str
    description: str


@dataclass(frozen=True, slots=True)
class TemplateGroup:
    """The templates of one life phase."""

    title: str
    links: tuple[TemplateLink, ...]


@dataclass(frozen=True, slots=True)
class DatenAnswer:
    """Everything the page of data says about one release."""

    key: Hashable
    view: View
    address: str
    said: Said
    demo: bool
    release: str
    files: tuple[File, ...]
    boundaries: tuple[File, ...]
    services: tuple[tuple[Option, str], ...]  # label and address, what it is for
    trust: tuple[tuple[Option, str], ...]
    releases: tuple[ReleaseLine, ...]  # newest first
    corrections: Table | None  # of the shown release, where there are any
    more_corrections: str  # what is said where not all are listed
    deliveries: tuple[DeliveryLine, ...]
    sources: tuple[SourceLine, ...]
    unused: int  # sources of the catalogue that no value names
    methods: tuple[str, ...]
    licence: str
    counts: Counts
    templates: tuple[TemplateGroup, ...] = ()  # for suppliers
