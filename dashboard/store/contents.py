"""What goes into a release, and what is said about one: plain data, known to writer and reader."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import Any, Literal

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import to_json
from dashboard.catalogue.models import AreaKind
from dashboard.display import Shape
from dashboard.model import (
    Comparison,
    Convergence,
    Gap,
    Inequality,
    Observation,
    Origin,
    Partition,
    Pooled,
    TargetResult,
    Trend,
)

CorrectionKind = Literal["added", "corrected", "withdrawn"]

#: Told after each step: German name of the step, how much of it is done, how much there is.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class DeliveryInfo:
    """A delivery that feeds a release: who sent what when, and the SHA-256 of each of its files."""

    id: str
    title: str
    supplier: str
    received: str
    origin: Origin
    files: tuple[tuple[str, str], ...]
    rows: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaShape:
    """An area's outline in one partition; ``geojson`` is its geometry in degrees (WGS 84)."""

    partition: Partition
    shape: Shape
    geojson: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that differs from the release before. ``old`` is empty where ``new`` is hidden."""

    indicator: str
    breakdown: str
    area: str
    year: int
    origin: Origin
    source: str
    kind: CorrectionKind
    old: float | None
    new: float | None


@dataclass(frozen=True, slots=True)
class Audit:
    """How small numbers are protected in one table: no cell and no value is in it.

    ``kind`` is that of its areas, ``cells`` how many it has. ``primary`` were small themselves or
    delivered hidden, ``secondary`` protect them. ``narrowest``: the smallest of the intervals that
    an attacker can compute, width by upper end (1: anything from 0); ``None`` where
    nothing adds up, or everything is public elsewhere.
    """

    indicator: str
    breakdown: str
    year: int
    kind: AreaKind
    origin: Origin
    cells: int
    primary: int
    secondary: int
    narrowest: float | None


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    """A release as people know it: ``2026-1``, when it was made and from which deliveries."""

    id: str
    created: datetime
    content_hash: str
    deliveries: tuple[DeliveryInfo, ...]


@dataclass(frozen=True, slots=True)
class ReleaseContents:
    """Everything a release consists of. ``year`` is the first part of its id."""

    year: int
    catalogue: Catalogue
    deliveries: tuple[DeliveryInfo, ...]
    shapes: tuple[AreaShape, ...]
    observations: tuple[Observation, ...]
    comparisons: tuple[Comparison, ...] = ()
    trends: tuple[Trend, ...] = ()
    gaps: tuple[Gap, ...] = ()
    convergences: tuple[Convergence, ...] = ()
    target_results: tuple[TargetResult, ...] = ()
    corrections: tuple[Correction, ...] = ()
    audit: tuple[Audit, ...] = ()
    pooled: tuple[Pooled, ...] = ()
    inequalities: tuple[Inequality, ...] = ()

    def content_hash(self) -> str:
        """SHA-256 over all but ``year``, ``corrections`` and ``audit``; order of rows does not matter."""
        digest = hashlib.sha256(to_json(self.catalogue).encode())
        digest.update(deliveries_json(self.deliveries).encode())
        for table in (self.shapes, self.observations, self.comparisons, self.trends, self.gaps,
                      self.convergences, self.target_results, self.pooled, self.inequalities):  # fmt: skip
            for line in sorted(map(repr, _tuples(table))):
                digest.update(line.encode())
        return digest.hexdigest()


def _tuples(rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    getter: attrgetter[tuple[Any, ...]] | None = None
    for row in rows:
        getter = getter or attrgetter(*(field.name for field in fields(row)))
        yield getter(row)


def deliveries_json(deliveries: Iterable[DeliveryInfo]) -> str:
    """The deliveries of a release as JSON text."""
    return json.dumps([asdict(delivery) for delivery in deliveries], ensure_ascii=False)


def deliveries_from_json(text: str) -> tuple[DeliveryInfo, ...]:
    """Inverse of :func:`deliveries_json`. Raises ``TypeError`` for keys that are not known."""
    return tuple(
        DeliveryInfo(
            **{
                **entry,
                "files": tuple((name, digest) for name, digest in entry["files"]),
                "warnings": tuple(entry["warnings"]),
            }
        )
        for entry in json.loads(text)
    )
