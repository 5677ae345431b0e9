"""HTML of our own pages as a tree: read, changed, written again without needless whitespace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Final

#: Of HTML; an SVG element without content ends with "/>".
_VOID: Final = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_AS_IT_IS: Final = ("style", "script")  # text in here is no HTML


@dataclass(slots=True)
class Element:
    """An element. Names are in small letters: a browser gives those of SVG their capitals back."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The words of ``class``."""
        return frozenset((self.attributes.get("class") or "").split())

    def every(self) -> Iterator[Element]:
        """This element and all below it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.every()


def read(html: str) -> Element:
    """The tree below an element without name. Raises ValueError where an element is not closed in turn."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) != 1:
        raise ValueError(f"Nicht geschlossen: <{reader.open[-1].name}>")
    return reader.open[0]


def write(node: Element | str) -> str:
    """The HTML of a tree; runs of whitespace become one space."""
    if isinstance(node, str):
        return escape(_SPACE.sub(" ", node), quote=False)
    if node.name in _AS_IT_IS:
        inner = "".join(child for child in node.children if isinstance(child, str))
    else:
        inner = "".join(write(child) for child in node.children)
    if not node.name:
        return inner
    opening = f"<{node.name}{''.join(_attribute(*pair) for pair in node.attributes.items())}>"
    return opening if node.name in _VOID else f"{opening}{inner}</{node.name}>"


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.open[-1].name != tag:
            raise ValueError(f"</{tag}> in <{self.open[-1].name}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
