"""Texts of an indicator's and an area's page: the whole table of cases, and what none may ever say.

After an intended change of wording the snapshots are written anew: ``WRITE_SNAPSHOTS=1 pytest …``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from wording_cases import FILES, Case
from wording_world import plain

NOTE = "zeitliche Nähe belegt keine Wirkung"  # the one sentence that may speak of effects
SNAPSHOTS = Path(__file__).parent / "snapshots"
CAUSAL = re.compile(
    r"\b(durch|wegen|weil|aufgrund|infolge|dank|daher|deshalb|dadurch|bewirk\w*|verursach\w*|führt\w* zu|"
    r"seit der Maßnahme|Wirkung|Folge|Ursache)\b",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(
    r"\bnan\b|None|[{}]|  |(?<![\wäöüß%])-\d|,,|;;|\bRang\b|\bPlatz\b|^\s|\s$|\b[Ee]in(e)? weiteres? Themen|"
    r"(?<![\d,.])1 (Kinder|Punkte|Jugendliche|Familien|Kennzahlen|Räume|Sozialräume)\b|"
    r"Sozialräumen sich|holt auf"
)


def cases(name: str) -> list[Case]:
    return [(case, plain(text)) for case, text in FILES[name]()]


@pytest.mark.parametrize("name", FILES)
def test_texts_are_as_recorded(name: str) -> None:
    text = "".join(f"{case}\n    {line}\n" for case, line in cases(name))
    file = SNAPSHOTS / f"wording-{name}.txt"
    if os.environ.get("WRITE_SNAPSHOTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_case_names_are_unique(name: str) -> None:
    names = [case for case, _ in cases(name)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", FILES)
def test_nothing_unsayable_and_no_cause(name: str) -> None:
    faults = [
        f"{case}: {text}"
        for case, text in cases(name)
        if CAUSAL.search(text.replace(NOTE, "")) or FORBIDDEN.search(text)
    ]
    assert not faults
