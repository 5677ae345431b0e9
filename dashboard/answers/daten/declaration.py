"""The accessibility declaration: the text of ``docs/barrierefreiheit.md`` as blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from dashboard.publishing import Publishing
from dashboard.settings import ROOT

FILE: Final = ROOT / "docs" / "barrierefreiheit.md"
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_NO_CONTACT: Final = "Für diese Installation ist noch keine Kontaktadresse eingetragen."
#: Text and where it leads; "" for plain text.
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or paragraph (one line) or a list (a line per item)."""

    kind: Literal["title", "heading", "paragraph", "list"]
    lines: tuple[tuple[Piece, ...], ...]


def declaration(publishing: Publishing) -> tuple[Block, ...]:
    """The blocks; publisher and contact come from the settings."""
    contact = f"[{publishing.contact}]({publishing.contact_uri})" if publishing.contact else _NO_CONTACT
    said = {"{herausgeber}": publishing.publisher, "{kontakt}": contact}
    return tuple(_block(text, said) for text in _read(FILE))


@cache
def _read(file: Path) -> tuple[str, ...]:
    return tuple(part.strip() for part in file.read_text(encoding="utf-8").split("\n\n") if part.strip())


def _block(text: str, said: dict[str, str]) -> Block:
    for mark, words in said.items():
        text = text.replace(mark, words)
    if text.startswith("- "):
        items = re.split(r"(?:^|\n)- ", text)[1:]
        return Block("list", tuple(tuple(_pieces(item)) for item in items))
    for mark, kind in (("## ", "heading"), ("# ", "title")):
        if text.startswith(mark):
            return Block(kind, ((_plain(text.removeprefix(mark)),),))  # type: ignore[arg-type]  # a known kind
    return Block("paragraph", (tuple(_pieces(text)),))


def _pieces(text: str) -> Iterator[Piece]:
    flowing = " ".join(text.split())
    end = 0
    for found in _LINK.finditer(flowing):
        if found.start() > end:
            yield _plain(flowing[end : found.start()])
        yield found[1], found[2]
        end = found.end()
    if end < len(flowing):
        yield _plain(flowing[end:])


def _plain(text: str) -> Piece:
    return text, ""
