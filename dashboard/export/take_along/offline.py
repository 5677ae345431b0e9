"""A page without what needs the application: forms, buttons, links into it, files to download."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dashboard.export.take_along.tree import Element

#: What stands for ``<main>``, of which a document has but one: rules for it are renamed as well.
MAIN: Final = "blatt-inhalt"
_DROPPED: Final = frozenset((
    "script", "noscript", "template", "form", "button", "input", "select", "textarea", "datalist",
    "nav", "dialog", "iframe", "object", "embed", "link", "meta", "base",
))  # fmt: skip
_DROPPED_CLASSES: Final = frozenset((
    "controls", "bar", "quiet", "files", "actions", "ansichten", "picker", "pfad", "areas-row",
    "money-tabs", "more", "ways-on", "way-on", "live", "dots-layer", "facet-links", "skip",
))  # fmt: skip
_REFERENCES: Final = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
#: Of parts that scripts change, of a reader's place in them, and of tabs that are not there.
_ATTRIBUTES: Final = frozenset((
    "data-copy-text", "data-copy", "data-view", "data-raum", "aria-live", "aria-expanded",
    "aria-haspopup", "aria-current", "aria-selected", "contenteditable", "draggable", "srcset", "ping",
    "action", "formaction",
))  # fmt: skip
_URL: Final = re.compile(r"""url\(\s*(['"]?)#([^'")]+)\1\s*\)""")
_LINKS: Final[tuple[str, ...]] = ("href", "xlink:href")
_OUTSIDE: Final = ("https://", "http://", "mailto:")
_FOLDED: Final = {"tabelle": "Tabelle", "methode": "Methode"}  # panels of a card that open by a click


def settle(root: Element, prefix: str) -> Element:
    """Change the tree of a page so that it needs no server; every id begins with ``prefix``. Returns it."""
    root.children = list(_kept(root.children))
    ids = {ident for one in root.every() if (ident := one.attributes.get("id"))}
    for element in root.every():
        _rename(element)
        _settle_attributes(element, ids, prefix)
    return root


def _kept(children: Iterable[Element | str]) -> Iterable[Element | str]:
    for child in children:
        if isinstance(child, str):
            yield child
        elif not _is_dropped(child):
            child.children = list(_kept(child.children))
            yield child


def _is_dropped(element: Element) -> bool:
    given = element.attributes
    local_picture = element.name == "img" and not (given.get("src") or "").startswith("data:")
    return (
        element.name in _DROPPED
        or bool(element.classes & _DROPPED_CLASSES)
        or given.get("role") == "tablist"
        or "hidden" in given
        or local_picture
    )


def _rename(element: Element) -> None:
    if element.name == "main":
        element.name = MAIN
        element.attributes.pop("tabindex", None)
    folded = next((word for name, word in _FOLDED.items() if name in element.classes), "")
    if folded and "panel" in element.classes:
        element.name = "details"
        element.children = [Element("summary", {}, [folded]), *element.children]


def _settle_attributes(element: Element, ids: set[str], prefix: str) -> None:
    given = element.attributes
    for name in [name for name in given if name in _ATTRIBUTES or name.startswith("on")]:
        del given[name]
    if given.get("role") in ("tabpanel", "tab"):
        del given["role"]
    for name in [name for name in _REFERENCES if name in given]:
        found = [f"{prefix}{ident}" for ident in (given.pop(name) or "").split() if ident in ids]
        if found:
            given[name] = " ".join(found)
    for name, value in given.items():
        if value and "url(" in value:
            given[name] = _URL.sub(rf"url(#{prefix}\g<2>)", value)
    if "id" in given:
        given["id"] = f"{prefix}{given['id']}"
    _settle_link(element, ids, prefix)


def _settle_link(element: Element, ids: set[str], prefix: str) -> None:
    """Links inside of the page go on; those to other sites say so; the application is not there."""
    given = element.attributes
    for name in [name for name in _LINKS if name in given]:
        target = given[name] or ""
        if target.startswith("#") and target[1:] in ids:
            given[name] = f"#{prefix}{target[1:]}"
        elif element.name == "a" and target.startswith(_OUTSIDE):
            given["rel"] = "noopener noreferrer"
        else:
            del given[name]
    if element.name == "a" and not set(_LINKS) & set(given):
        for name in ("target", "rel", "download", "tabindex"):
            given.pop(name, None)
        if "aria-label" in given:
            given.setdefault("role", "group")  # a name needs a role, and it is no link any more
