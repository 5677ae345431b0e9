"""Writing SVG elements: every attribute and every text is escaped here, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial

from markupsafe import Markup, escape

_meant = re.compile("[&<>\"']").search
#: A string of our own as markup: ``Markup(text)`` asks every text whether it is markup already.
safe: Callable[[str], Markup] = partial(str.__new__, Markup)
XMLNS = "http://www.w3.org/2000/svg"

Attribute = str | float | int | None


@lru_cache(maxsize=16384)  # type sizes and grid lines are the same everywhere, values on many a picture
def number(value: float) -> str:
    """A coordinate with at most two decimals, without trailing zeros and without minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(given: Mapping[str, Attribute]) -> Markup:
    """``stroke_width=2`` as `` stroke-width="2"``; ``class_`` as ``class``; ``None`` leaves it out."""
    return safe(_attributes(given))


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

    Hardly any text holds a sign that means something there: looking for one is a tenth of escaping.
    """
    return value if type(value) is Markup or _meant(value) is None else str(escape(value))


def element(name: str, *children: str, **given: Attribute) -> Markup:
    """One element; plain strings among the children are escaped, markup is kept."""
    written = [f"<{name}"]
    for key, value in given.items():  # as _attributes does it: a picture has a thousand of them
        if value is not None:
            printed = escaped(value) if isinstance(value, str) else number(value)
            written.append(f' {_named(key)}="{printed}"')
    if not children:
        written.append("/>")
        return safe("".join(written))
    written.append(">")
    for child in children:
        written.append(child if type(child) is Markup else escaped(child))
    written.append(f"</{name}>")
    return safe("".join(written))


def text(words: str, x: float, y: float, size: float, **given: Attribute) -> Markup:
    """A line of type whose baseline is at ``y``."""
    return element("text", words, x=x, y=y, font_size=size, **given)


def document(*children: str, view: tuple[float, float, float, float], **given: Attribute) -> Markup:
    """The outer ``<svg>``: as wide as its container, in the proportions of ``view``."""
    box = " ".join(number(part) for part in view)
    return element("svg", *children, xmlns=XMLNS, viewBox=box, **given)
