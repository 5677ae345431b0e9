"""The rules of style sheets that a document uses: everything else stays at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dashboard.export.take_along.offline import MAIN

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE: Final = re.compile(r"\s+")
_GROUPS: Final = ("@media", "@supports", "@layer", "@container")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_CLASS: Final = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_IDENT: Final = re.compile(r"#(-?[A-Za-z_][\w-]*)")
_TAG: Final = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9-]*)", re.IGNORECASE)
_TYPE_MAIN: Final = re.compile(r"""(?<![\w.#\["'=-])main(?![\w-])""")
_COMMA: Final = re.compile(r",(?![^(]*\))")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: selectors and declarations; of a group (``@media``) its rules."""

    prelude: str
    body: str
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Used:
    """Names that occur in a document."""

    classes: frozenset[str]
    tags: frozenset[str]


@lru_cache(maxsize=4)
def parsed(css: str) -> tuple[Rule, ...]:
    """The rules of a style sheet in order. Left out: comments, imports, animations, fonts."""
    return tuple(_rules(_COMMENT.sub("", css)))


def used_rules(css: str, used: Used) -> str:
    """The style sheet with only those rules whose selectors can meet an element of the document."""
    return "".join(_written(rule, used) for rule in parsed(css))


def _rules(css: str) -> Iterator[Rule]:
    at = 0
    while (opening := css.find("{", at)) >= 0:
        prelude = css[at:opening].rpartition(";")[2].strip()
        end = _closing(css, opening)
        body = css[opening + 1 : end]
        if prelude.startswith(_GROUPS):
            yield Rule(_flat(prelude), "", tuple(_rules(body)))
        elif not prelude.startswith("@"):
            yield Rule(_TYPE_MAIN.sub(MAIN, _flat(prelude)), _flat(body))
        at = end + 1


def _closing(css: str, opening: int) -> int:
    """Where the brace closes that opens there."""
    depth = 0
    for found in re.compile(r"[{}]").finditer(css, opening):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.start()
    return len(css)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _written(rule: Rule, used: Used) -> str:
    if rule.rules:
        inner = "".join(_written(one, used) for one in rule.rules)
        return f"{rule.prelude}{{{inner}}}" if inner else ""
    met = [selector.strip() for selector in _COMMA.split(rule.prelude) if _meets(selector.strip(), used)]
    return f"{','.join(met)}{{{rule.body}}}" if met and rule.body else ""


def _meets(selector: str, used: Used) -> bool:
    """Whether every class, id and element outside of brackets is in the document. Ids never are."""
    bare = selector
    while (shorter := _BRACKETS.sub("", bare)) != bare:
        bare = shorter
    return (
        set(_CLASS.findall(bare)) <= used.classes
        and not _IDENT.search(bare)
        and {tag.lower() for tag in _TAG.findall(bare)} <= used.tags
    )
