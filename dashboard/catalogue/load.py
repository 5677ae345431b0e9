"""The catalogue's way in and out: TOML files of planners, JSON inside a release."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dashboard.catalogue.catalogue import LIFE_PHASES, Catalogue
from dashboard.catalogue.checks import faults
from dashboard.catalogue.models import Entry, Prices
from dashboard.catalogue.problem import CatalogueError, Problem, quoted
from dashboard.catalogue.tables import TABLES, Tables

#: Which field of the catalogue holds which table.
_FIELDS = {
    "indicators": "kennzahlen",
    "areas": "flaechen",
    "sources": "quellen",
    "targets": "ziele",
    "measures": "massnahmen",
    "cost_kinds": "kostenarten",
    "goals": "strategische_ziele",
    "criteria": "kriterien",
    "populations": "bezugsgruppen",
    "presets": "vorlagen",
    "distributions": "verteilungen",
}


def load(folder: Path) -> Catalogue:
    """Read all ``*.toml`` of ``folder``; raises one :class:`CatalogueError` with every problem.

    While a file cannot be read at all, references between the tables are not judged.
    """
    tables = Tables()
    for path in sorted(folder.glob("*.toml")):
        _read(path, tables)
    if not any(tables.entries.values()) and not tables.problems:
        tables.problems.append(
            Problem(
                str(folder),
                "Ordner",
                "",
                "keine Tabelle",
                "die TOML-Dateien des Katalogs",
            )
        )
    _refuse([*tables.problems, *(faults(tables) if tables.readable else ())])
    return _catalogue(tables)


def to_json(catalogue: Catalogue) -> str:
    """The whole catalogue as text; :func:`from_json` gives back an equal one."""
    raw: dict[str, Any] = {
        table: [_dumped(entry) for entry in getattr(catalogue, name).values()]
        for name, table in _FIELDS.items()
    }
    raw["zugehoerigkeiten"] = [_dumped(member) for member in catalogue.memberships]
    raw["preise"] = _dumped(catalogue.prices)
    moves = {"umbenannt": catalogue.renamed, "eingestellt": catalogue.retired}
    # Only where there are any: a release without moves keeps the text, and so the hash, it always had.
    raw |= {table: [_dumped(entry) for entry in entries] for table, entries in moves.items() if entries}
    return json.dumps(raw, ensure_ascii=False)


def from_json(text: str) -> Catalogue:
    """The catalogue of a release.

    Entries are checked one by one; checks across tables were passed when the release was
    built and are not repeated, so that an old release stays readable under new rules.
    """
    tables = Tables()
    tables.read("Katalog des Datenstands", json.loads(text))
    _refuse(tables.problems)
    return _catalogue(tables)


def _dumped(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json")


def _read(path: Path, tables: Tables) -> None:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found = quoted(str(error))
        tables.problems.append(Problem(path.name, "Datei", "", found, "lesbares TOML in UTF-8"))
        tables.readable = False
    else:
        tables.read(path.name, raw)


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise CatalogueError(problems)


def _catalogue(tables: Tables) -> Catalogue:
    entries = {table: [located.entry for located in tables.entries[table]] for table in TABLES}
    phases = list(LIFE_PHASES)
    entries["kennzahlen"].sort(key=lambda indicator: phases.index(indicator.life_phase))
    entries["strategische_ziele"].sort(key=lambda goal: goal.number)
    prices: Prices = entries["preise"][0]
    keyed = {name: _by_id(entries[table]) for name, table in _FIELDS.items()}
    return Catalogue(
        **keyed,
        memberships=tuple(entries["zugehoerigkeiten"]),
        prices=prices,
        renamed=tuple(entries["umbenannt"]),
        retired=tuple(entries["eingestellt"]),
    )


def _by_id(entries: Iterable[Any]) -> Mapping[Any, Any]:
    return MappingProxyType({getattr(entry, "id", None) or entry.number: entry for entry in entries})
