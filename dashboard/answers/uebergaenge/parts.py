"""The pieces of the page on transitions, typed and final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.parts import Controls, Crumb, Foot, KeyFigure, Method, Said, Table
from dashboard.answers.uebergaenge.contents import Content
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Panel:
    """One card. ``notes`` stand below its picture."""

    title: str
    subtitle: str
    content: Content
    table: Table
    method: Method
    foot: Foot
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rates:
    """Published rates in their own slot. ``places``: one table per kind of area; each row has its source."""

    lead: str
    tables: tuple[Table, ...]
    sources: tuple[tuple[str, str], ...]  # text, address


@dataclass(frozen=True, slots=True)
class Switch:
    """A link to one of the five views; ``name`` is the view as it stands in the address."""

    name: str
    title: str
    what: str
    href: str
    here: bool
    locked: bool = False


@dataclass(frozen=True, slots=True)
class UebergaengeAnswer:
    """Everything ``/uebergaenge`` shows for one view of one release."""

    key: Hashable
    view: View
    address: str
    demo: bool
    said: Said
    crumbs: tuple[Crumb, ...]
    switches: tuple[Switch, ...]
    controls: Controls
    figure: KeyFigure | None  # where the view is about one value
    main: Panel
    second: Panel | None
    third: Panel | None
    published: Rates | None
    foot: Foot
