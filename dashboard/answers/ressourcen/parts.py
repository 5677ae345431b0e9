"""The pieces of the page on resources, typed. Texts are printed German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.parts import Controls, Foot, Method, Said, Table, Tile
from dashboard.answers.ressourcen.pictures import Compared, Made, Main
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Amount:
    """A field for a number: an amount or a minimum. Hidden ones keep their value for the other kind."""

    name: str
    label: str
    value: str
    step: str
    high: float
    hidden: bool


@dataclass(frozen=True, slots=True)
class Weight:
    """A criterion that can be weighted 0 … 5. ``note``: year and direction, or why it cannot be used."""

    name: str
    label: str
    value: int
    note: str
    usable: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said of one area; ``copy``: with rule, origin and release, for the minutes."""

    area: str
    text: str
    copy: str


@dataclass(frozen=True, slots=True)
class PresetText:
    """A documented rule: reason, source and weights in words. ``here``: it is the shown one."""

    title: str
    weights: str
    reason: str
    source: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class School:
    """One school at the protected level."""

    name: str
    form: str
    pupils: str
    level: str
    amount: str


@dataclass(frozen=True, slots=True)
class Schools:
    """The level of the schools: rows for those who may see them, a note for everybody else."""

    title: str
    subtitle: str
    rows: tuple[School, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card's texts; an empty title hides it."""

    title: str
    subtitle: str
    table: Table


@dataclass(frozen=True, slots=True)
class RessourcenAnswer:
    """Everything the page shows for one view of one release. ``key`` None: with schools, never kept."""

    key: Hashable
    view: View
    address: str
    demo: bool
    said: Said
    controls: Controls
    amounts: tuple[Amount, ...]
    strength: Amount
    strength_text: str
    weights: tuple[Weight, ...]
    weights_title: str
    weights_open: bool
    tiles: tuple[Tile, ...]
    main: Main
    main_card: Card
    made: Made
    made_card: Card
    compared: Compared
    compared_card: Card
    sentences: tuple[Sentence, ...]
    presets: tuple[PresetText, ...]
    limits: tuple[str, ...]
    schools: Schools
    method: Method
    foot: Foot
