"""The pieces of an answer, typed. Everything in here is final: words are German, links are whole."""

from __future__ import annotations

from dashboard.answers.parts.controls import Cell, Controls, Option, Select
from dashboard.answers.parts.files import Figures, Foot
from dashboard.answers.parts.karte import Compared, KarteAnswer, Trend
from dashboard.answers.parts.texts import Crumb, KeyFigure, Method, PublishedValue, Said, Table, Tile

__all__ = [
    "Cell",
    "Compared",
    "Controls",
    "Crumb",
    "Figures",
    "Foot",
    "KarteAnswer",
    "KeyFigure",
    "Method",
    "Option",
    "PublishedValue",
    "Said",
    "Select",
    "Table",
    "Tile",
    "Trend",
]
