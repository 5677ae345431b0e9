"""The meeting folder: an ordered collection of views, held by its address alone.

``/mappe?blaetter=<code>.<code>…`` names the views by their short codes, in the order of the pages;
``titel`` is what stands on the folder, ``stand`` holds the release of all its pages fast.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from dashboard.state import asked

PATH = "/mappe"
PICTURE = "/mappe.png"  # its contents, for a preview of its link
MOST_PAGES = 40
LONGEST_TITLE = 120  #: characters
#: Characters of a folder's address: the share dialog sends it inside of another one. A server in front takes
#: 8190 for the whole first line of a request, in which an encoded address may be twice as long.
LONGEST_ADDRESS = asked.LONGEST_ADDRESS - 200
CUT_BY_SOME = 2000  #: characters from which on some office and mail programs shorten a link
_SEPARATOR = "."
_RELEASE = re.compile(r"\d{4}-\d{1,4}", re.ASCII)
_LIKELY = str.maketrans("oil", "011")  # as the codes themselves are read


@dataclass(frozen=True, slots=True)
class Folder:
    """Codes of the pages in their order, each once. ``release`` is "" where each page has its own."""

    codes: tuple[str, ...] = ()
    title: str = ""
    release: str = ""

    def address(self, path: str = PATH) -> str:
        """The folder's address; ``path`` may be that of one of its files."""
        parts = {"blaetter": _SEPARATOR.join(self.codes), "titel": self.title, "stand": self.release}
        query = urlencode({name: text for name, text in parts.items() if text})
        return f"{path}?{query}" if query else path

    def added(self, code: str) -> Folder:
        """With this page at the end; the same folder if it is there already."""
        return self if code in self.codes else replace(self, codes=(*self.codes, code))

    def without(self, code: str) -> Folder:
        """Without this page."""
        return replace(self, codes=tuple(one for one in self.codes if one != code))

    def moved(self, code: str, steps: int) -> Folder:
        """With this page so many places further on (back where negative), never beyond the ends."""
        others = self.without(code).codes
        to = max(0, min(len(others), self.codes.index(code) + steps))
        return replace(self, codes=(*others[:to], code, *others[to:]))

    def pinned(self, release: str) -> Folder:
        """With all pages held to this release; "" lets each go by its own address again."""
        return replace(self, release=release)

    @property
    def too_large(self) -> bool:
        """Whether it has more pages, or with several a longer address, than a folder may have."""
        return len(self.codes) > MOST_PAGES or (len(self.codes) > 1 and len(self.address()) > LONGEST_ADDRESS)

    def parts(self) -> tuple[Folder, ...]:
        """The same pages in folders of the allowed size, each with an address that a server takes."""
        parts, taken = [], replace(self, codes=())
        for code in self.codes:
            longer = taken.added(code)
            if taken.codes and longer.too_large:
                parts.append(taken)
                longer = replace(self, codes=(code,))
            taken = longer
        return (*parts, taken)


def read(query: Mapping[str, str]) -> tuple[Folder, tuple[str, ...]]:
    """The folder of an address, and in German what of it was not taken as it stands. Never raises."""
    sent = [code.lower().translate(_LIKELY) for code in query.get("blaetter", "").split(_SEPARATOR)]
    named = [code for code in (one.strip() for one in sent) if code]
    codes = tuple(dict.fromkeys(named))
    notices = [_twice(len(named) - len(codes))] if len(named) > len(codes) else []
    title = clean_title(query.get("titel", ""))
    if title != " ".join(query.get("titel", "").split()):
        notices.append(f"Der Titel ist auf einfachen Text von {LONGEST_TITLE} Zeichen gekürzt.")
    release = query.get("stand", "").strip()
    if release and not _RELEASE.fullmatch(release):
        notices.append(f"„{release[:40]}“ ist kein Datenstand; jedes Blatt zeigt den seinen.")
        release = ""
    return Folder(codes, title, release), tuple(notices)


def clean_title(text: str) -> str:
    """A title as plain text on one line: only what can be printed, no more than 120 characters."""
    printed = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printed.split())[:LONGEST_TITLE].rstrip()


def parts_of(address: str) -> tuple[str, dict[str, str]]:
    """Path and parameters of an address; of a repeated one the first counts."""
    path, _, query = address.partition("?")
    return path, dict(reversed(parse_qsl(query, keep_blank_values=True)))


def _twice(number: int) -> str:
    if number == 1:
        return "Ein Blatt war doppelt genannt; es steht nur an seiner ersten Stelle."
    return f"{number} Blätter waren doppelt genannt; jedes steht nur an seiner ersten Stelle."
