"""Writing SVG elements: every attribute and every text is escaped here, and nowhere else."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup, escape

XMLNS = "http://www.w3.org/2000/svg"

Attribute = str | float | int | None


def number(value: float) -> str:
    """A coordinate with at most two decimals, without trailing zeros and without minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(given: dict[str, Attribute]) -> Markup:
    """``stroke_width=2`` as `` stroke-width="2"``; ``class_`` as ``class``; ``None`` leaves it out."""
    return Markup("".join(_attribute(name, value) for name, value in given.items() if value is not None))


def _attribute(name: str, value: str | float) -> str:
    written = escape(value) if isinstance(value, str) else number(value)
    return f' {_named(name)}="{written}"'


@cache
def _named(name: str) -> str:
    return str(escape(name.rstrip("_").replace("_", "-")))


def element(name: str, *children: str, **given: Attribute) -> Markup:
    """One element; plain strings among the children are escaped, markup is kept."""
    opening = f"<{name}{attributes(given)}"
    if not children:
        return Markup(f"{opening}/>")
    inner = "".join(escape(child) for child in children)
    return Markup(f"{opening}>{inner}</{name}>")


def text(words: str, x: float, y: float, size: float, **given: Attribute) -> Markup:
    """A line of type whose baseline is at ``y``."""
    return element("text", words, x=x, y=y, font_size=size, **given)


def document(*children: str, view: tuple[float, float, float, float], **given: Attribute) -> Markup:
    """The outer ``<svg>``: as wide as its container, in the proportions of ``view``."""
    box = " ".join(number(part) for part in view)
    return element("svg", *children, xmlns=XMLNS, viewBox=box, **given)
