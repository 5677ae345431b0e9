"""Reads the calibration folder: every ``*.toml`` adds its tables to one calibration."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dashboard.prepare.demo.calibration import Calibration


class CalibrationError(ValueError):
    """The calibration cannot be used; the message says which table and why."""


def read_calibration(folder: Path) -> Calibration:
    """All calibration tables of a folder; raises :class:`CalibrationError` with every problem."""
    tables: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml")):
        _merge(tables, tomllib.loads(path.read_text(encoding="utf-8")), path)
    try:
        return Calibration.model_validate(tables)
    except ValidationError as error:
        raise CalibrationError(f"Kalibrierung in {folder.name}: {error}") from error


def _merge(tables: dict[str, Any], more: dict[str, Any], path: Path) -> None:
    """Adds lists to lists; a single table may stand in one file only."""
    for key, value in more.items():
        if isinstance(value, list):
            tables.setdefault(key, []).extend(value)
        elif key in tables:
            raise CalibrationError(f"{path.name}: Tabelle „{key}“ steht schon in einer anderen Datei")
        else:
            tables[key] = value
