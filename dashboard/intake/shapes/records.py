"""Which form is read by which shape; the two forms about single schools have doors of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from dashboard.intake.context import Context
from dashboard.intake.description.fields import Form
from dashboard.intake.files.table import Table
from dashboard.intake.record import Record
from dashboard.intake.shapes import ba_kleinraeumig, breit, genesis_flat, genesis_klassisch, lang
from dashboard.intake.shapes.kdn_sozial.read import read as kdn_sozial

_SHAPES: Final[Mapping[Form, Callable[[Table, Context], Iterator[Record]]]] = MappingProxyType(
    {
        "lang": lang.read,
        "breit": breit.read,
        "genesis-flat": genesis_flat.read,
        "genesis-klassisch": genesis_klassisch.read,
        "ba-kleinraeumig": ba_kleinraeumig.read,
        "kdn-sozial": kdn_sozial,
    }
)


def records(table: Table, context: Context) -> Iterator[Record]:
    """The records of a table in the form that its description names."""
    return _SHAPES[context.file.form](table, context)
