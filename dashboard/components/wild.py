"""Dash's wildcard attributes, written like keyword arguments."""

from __future__ import annotations

from typing import Any


def wild(**attributes: str) -> dict[str, Any]:
    """``wild(data_tab="karte")`` for ``data-tab="karte"``."""
    return {name.replace("_", "-"): value for name, value in attributes.items()}
