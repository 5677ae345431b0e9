"""What a browser sends with a callback, read strictly: the one place where its types are checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_PARAMETERS = 50
LONGEST_ADDRESS = 4000  # characters of path and query string together; servers in front take 8190
_DEEPEST = 10  # levels of lists and objects; a genuine call has four


class NotAsked(ValueError):
    """What was sent is nothing that a page of ours sends; names the part."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The content of the view store: the parts of an address, and which control wrote them."""

    query: Mapping[str, str]
    by: str = ""
    path: str = ""

    @classmethod
    def read(cls, sent: object) -> Asked:
        """Read what ``assets/view.js`` wrote. Raises NotAsked for anything else."""
        if not isinstance(sent, dict):
            raise NotAsked("ansicht")
        query = sent.get("query")
        if not isinstance(query, dict) or len(query) > MOST_PARAMETERS:
            raise NotAsked("query")
        pairs = {text(name): text(value) for name, value in query.items()}
        if sum(len(name) + len(value) for name, value in pairs.items()) > LONGEST_ADDRESS:
            raise NotAsked("query")
        return cls(pairs, text(sent.get("by")), text(sent.get("path")))


def text(sent: object) -> str:
    """A text of bounded length; empty for nothing. Raises NotAsked for every other type."""
    if sent is None:
        return ""
    if not isinstance(sent, str) or len(sent) > LONGEST_ADDRESS or not is_unicode(sent):
        raise NotAsked("text")
    return sent


def plain(sent: object, levels: int = _DEEPEST) -> None:
    """Raise NotAsked for JSON nested deeper than ``levels`` or holding text that is no Unicode."""
    if isinstance(sent, str) and not is_unicode(sent):
        raise NotAsked("text")
    if not isinstance(sent, dict | list):
        return
    if not levels:
        raise NotAsked("depth")
    for part in (*sent, *sent.values()) if isinstance(sent, dict) else sent:
        plain(part, levels - 1)


def is_unicode(sent: str) -> bool:
    """Whether a text can be written as UTF-8: JSON may carry halves of characters."""
    return not any("\ud800" <= character <= "\udfff" for character in sent)
