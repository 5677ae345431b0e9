"""Writing SVG elements: every attribute and every text is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from markupsafe import Markup, escape

_SHORT = 48  # characters
XMLNS = "http://www.w3.org/2000/svg"

Attribute = str | float | int | None


@lru_cache(maxsize=16384)  # type sizes and grid lines are the same everywhere, values on many a picture
def number(value: float) -> str:
    """A coordinate with at most two decimals, without trailing zeros and without minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(given: Mapping[str, Attribute]) -> Markup:
    """``stroke_width=2`` as `` stroke-width="2"``; ``class_`` as ``class``; ``None`` leaves it out."""
    return Markup(_attributes(given))


def _attributes(given: Mapping[str, Attribute]) -> str:
    return "".join(
        [
            f' {_named(name)}="{escaped(value) if isinstance(value, str) else number(value)}"'
            for name, value in given.items()
            if value is not None
        ]
    )


@cache
def _named(name: str) -> str:
    return str(escape(name.rstrip("_").replace("_", "-")))


def escaped(value: str) -> str:
    """A text as it may stand in markup and in an attribute; markup stays as it is.

    Colours, classes and short words are the same on every picture; a path is not worth remembering.
    """
    return _escaped_short(value) if len(value) <= _SHORT else escape(value)


@lru_cache(maxsize=4096, typed=True)  # typed: markup is kept as it is, the same text is not
def _escaped_short(value: str) -> str:
    return str(escape(value))


def element(name: str, *children: str, **given: Attribute) -> Markup:
    """One element; plain strings among the children are escaped, markup is kept."""
    opening = f"<{name}{_attributes(given)}"
    if not children:
        return Markup(f"{opening}/>")
    inner = "".join([child if type(child) is Markup else escaped(child) for child in children])
    return Markup(f"{opening}>{inner}</{name}>")


def text(words: str, x: float, y: float, size: float, **given: Attribute) -> Markup:
    """A line of type whose baseline is at ``y``."""
    return element("text", words, x=x, y=y, font_size=size, **given)


def document(*children: str, view: tuple[float, float, float, float], **given: Attribute) -> Markup:
    """The outer ``<svg>``: as wide as its container, in the proportions of ``view``."""
    box = " ".join(number(part) for part in view)
    return element("svg", *children, xmlns=XMLNS, viewBox=box, **given)
