"""A small calculator for the formulas of a workbook: what Excel and LibreOffice would make of them.

Knows the operators and functions our workbooks use and refuses everything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
from openpyxl import Workbook
from openpyxl.utils import range_boundaries

_REFERENCE = re.compile(r"(?:([A-Za-zäöüÄÖÜ]+)!)?(\$?[A-Z]{1,2}\$?\d+)(?::(\$?[A-Z]{1,2}\$?\d+))?")
_WORDS = re.compile(r'"[^"]*"')
_NAMES = re.compile(r"[A-Z]{2,}")


def _numbers(*parts: Any) -> np.ndarray:
    return np.concatenate([np.ravel(np.asarray(part, dtype=float)) for part in parts])


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "SUM": lambda *parts: float(_numbers(*parts).sum()),
    "SUMPRODUCT": lambda *parts: float(np.prod([np.asarray(part, float) for part in parts], axis=0).sum()),
    "AVERAGE": lambda *parts: float(_numbers(*parts).mean()),
    "STDEVP": lambda *parts: float(_numbers(*parts).std()),
    "MAX": lambda *parts: float(_numbers(*parts).max()),
    "MIN": lambda *parts: float(_numbers(*parts).min()),
    "INT": lambda value: float(np.floor(value)),
    "ROUND": lambda value, places: float(
        np.floor(abs(value) * 10**places + 0.5) / 10**places * np.sign(value)
    ),
    "OR": lambda *parts: any(bool(part) for part in parts),
}


class Calculator:
    """A workbook whose cells can be changed; every other cell follows."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._changed: dict[tuple[str, str], float] = {}
        self._known: dict[tuple[str, str], Any] = {}

    def set(self, sheet: str, cell: str, value: float) -> None:
        """Type a number into a cell."""
        self._changed[sheet, cell] = value
        self._known.clear()

    def value(self, sheet: str, cell: str) -> Any:
        """What a cell shows; 0 for an empty one."""
        key = (sheet, cell.replace("$", ""))
        if key not in self._known:
            self._known[key] = self._computed(*key)
        return self._known[key]

    def _computed(self, sheet: str, cell: str) -> Any:
        if (sheet, cell) in self._changed:
            return self._changed[sheet, cell]
        content = self._book[sheet][cell].value
        if not isinstance(content, str) or not content.startswith("="):
            return 0.0 if content is None else content
        return self._evaluated(content[1:], sheet)

    def _evaluated(self, formula: str, sheet: str) -> Any:
        texts: list[str] = []
        quoted = _WORDS.sub(
            lambda match: f"T[{len(texts) - 1}]" if not texts.append(match[0][1:-1]) else "", formula
        )
        names = set(_NAMES.findall(_REFERENCE.sub("", quoted))) - {"IF", *FUNCTIONS}
        assert not names, f"unknown functions {names} in {formula}"
        spaces: dict[str, Any] = {"T": texts, "IF": None, **FUNCTIONS}

        def reference(match: re.Match[str]) -> str:
            name = f"r{len(spaces)}"
            spaces[name] = self._area(match[1] or sheet, match[2], match[3])
            return name

        written = _REFERENCE.sub(reference, quoted)
        written = re.sub(r"(?<![<>])=", "==", written)
        return _run(written, spaces)

    def _area(self, sheet: str, first: str, last: str | None) -> Callable[[], Any]:
        if last is None:
            return lambda: self.value(sheet, first)
        left, top, right, bottom = range_boundaries(f"{first}:{last}".replace("$", ""))
        rows = self._book[sheet].iter_rows(top, bottom, left, right)
        cells = [cell.coordinate for row in rows for cell in row]
        return lambda: np.array([float(self.value(sheet, cell)) for cell in cells])


def _run(written: str, spaces: dict[str, Any]) -> Any:
    """References are asked only where the branch of an IF needs them."""
    lazily = re.sub(r"\br(\d+)\b", r"r\1()", written)
    return eval(_with_branches(lazily), {"__builtins__": {}}, spaces)


def _with_branches(text: str) -> str:
    """IF(a,b,c) as ((b) if (a) else (c)), from the inside out."""
    while (start := text.rfind("IF(")) >= 0:
        depth, parts, begin = 0, [], start + 3
        for at in range(begin, len(text)):
            if text[at] == "," and depth == 0:
                parts.append(text[begin:at])
                begin = at + 1
            elif text[at] == "(":
                depth += 1
            elif text[at] == ")":
                if depth == 0:
                    parts.append(text[begin:at])
                    break
                depth -= 1
        condition, yes, no = parts
        text = f"{text[:start]}(({yes}) if ({condition}) else ({no})){text[at + 1 :]}"
    return text
