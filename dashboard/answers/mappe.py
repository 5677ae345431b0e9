"""The meeting folder's answer: its pages in order, what of it cannot be shown, and where all can go."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from dashboard.answers.parts.controls import Option
from dashboard.state.folder import LONGEST_ADDRESS, MOST_PAGES, PATH, Folder
from dashboard.wording.numbers import number

SITE: Final = "Sozialraum-Monitor Hamm"
#: What a page of this name is called above its statement.
KINDS: Final = {
    "karte": "Karte",
    "kennzahl": "Kennzahl",
    "kennzahlen": "Liste der Kennzahlen",
    "sozialraeume": "Die neun Sozialräume",
    "sozialraum": "Profil",
    "uebergaenge": "Übergänge",
    "kosten": "Kosten",
    "wirkung": "Wirkung",
    "ziele": "Ziele",
    "ressourcen": "Ressourcen",
    "daten": "Daten",
    "geheimhaltung": "Geheimhaltung",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the folder. ``address`` is the canonical one, with the release the folder holds fast.

    ``pictured``: it can be a page of a PDF, a slide and a preview. ``key``: of its answer; None for what
    is for this reader alone and must not be kept.
    """

    number: int
    code: str
    address: str
    kind: str
    headline: str
    subtitle: str
    release: str
    demo: bool
    pictured: bool
    key: Hashable


@dataclass(frozen=True, slots=True)
class Missing:
    """A page that cannot be shown. ``status`` is that of its own link; ``way``: label and address."""

    number: int
    code: str
    reason: str
    status: int
    way: Option | None = None


@dataclass(frozen=True, slots=True)
class FolderAnswer:
    """Everything the page and the files of a folder are made from.

    ``folder`` holds each page once, all of ``leaves`` and ``missing``; ``refused`` says what could not be
    added; ``current`` is the release that readers see.
    """

    folder: Folder
    leaves: tuple[Leaf, ...]
    missing: tuple[Missing, ...]
    notices: tuple[str, ...]
    current: str
    refused: str = ""

    @property
    def too_many(self) -> bool:
        """Whether the address names more than a folder may hold."""
        return self.folder.too_large

    @property
    def status(self) -> int:
        """HTTP status of the page and its files."""
        if self.too_many or self.refused:
            return 400
        if self.leaves or not self.missing:
            return 200
        return max(page.status for page in self.missing)

    @property
    def name(self) -> str:
        """What the folder is called."""
        return self.folder.title or "Mappe"

    @property
    def headline(self) -> str:
        """How many pages it has, in a sentence."""
        named = f"Die Mappe „{self.folder.title}“" if self.folder.title else "Diese Mappe"
        if self.too_many:
            return f"{named} ist zu groß"
        if not self.folder.codes:
            return f"{named} ist noch leer"
        if not self.leaves:
            return f"{named} hat kein lesbares Blatt"
        every, lost = counted(len(self.folder.codes)), len(self.missing)
        verb = "ist" if lost == 1 else "sind"
        return f"{named} hat {every}" + (f"; {lost} davon {verb} nicht lesbar" if lost else "")

    @property
    def title(self) -> str:
        """Of the document."""
        return f"{self.headline} – {SITE}"

    @property
    def states(self) -> str:
        """Which release the pages show."""
        if self.folder.release:
            return f"Alle Blätter zeigen fest den Datenstand {self.folder.release}."
        own = "Jedes Blatt zeigt den Datenstand, den sein Link nennt; ohne Angabe den aktuellen"
        return f"{own}, {self.current}." if self.leaves else ""

    @property
    def copy_text(self) -> str:
        """The statements of all pages, for a description."""
        return " ".join((self.headline + ".", *(leaf.headline for leaf in self.leaves)))

    @property
    def pictured(self) -> tuple[Leaf, ...]:
        """The pages that PDF and PPTX have."""
        return tuple(leaf for leaf in self.leaves if leaf.pictured)

    @property
    def unpictured(self) -> tuple[Leaf, ...]:
        """The pages that PDF and PPTX lack."""
        return tuple(leaf for leaf in self.leaves if not leaf.pictured)

    @property
    def every(self) -> tuple[Leaf | Missing, ...]:
        """All pages in their order."""
        return tuple(sorted((*self.leaves, *self.missing), key=lambda page: page.number))

    @property
    def kept_as(self) -> Hashable:
        """Equal for folders whose files are equal; None for one that must not be kept."""
        keys = tuple((leaf.address, leaf.release, leaf.key) for leaf in self.leaves)
        private = any(leaf.key is None for leaf in self.leaves)
        return None if private else (self.folder, keys, self.missing)


def counted(number: int) -> str:
    """ "1 Blatt", "3 Blätter"."""
    return "1 Blatt" if number == 1 else f"{number} Blätter"


def preview(address: str) -> str:
    """The address of a view's preview picture, 1200×630."""
    path, _, query = address.partition("?")
    shown = f"{query}&format=vorschau" if query else "format=vorschau"
    return f"{'/karte' if path == '/' else path}.png?{shown}"


def expected(text: str) -> str:
    """What is said of a link that is no view of ours."""
    return (
        f"„{text[:80]}“ ist keine Ansicht dieser Anwendung. Erwartet wird ihr Link aus der Adresszeile, etwa "
        "„/kennzahl/uebergang-gymnasium?raum=hamm-norden“, oder ein Kurzlink wie „/l/ps881“."
    )


def full(pages: int = MOST_PAGES) -> str:
    """What is said when nothing more fits into a folder of so many pages."""
    most = number(LONGEST_ADDRESS)
    why = f"Sie fasst {MOST_PAGES} Blätter" if pages >= MOST_PAGES else f"Ihr Link hätte über {most} Zeichen"
    return (
        f"Die Mappe ist voll: {why}. Nehmen Sie Blätter heraus oder beginnen Sie unter „{PATH}“ eine zweite."
    )


def limits() -> str:
    """How much a folder holds, and why."""
    most = number(LONGEST_ADDRESS)
    return (
        f"Eine Mappe fasst höchstens {MOST_PAGES} Blätter und einen Link von {most} Zeichen: "
        "Sie steht ganz in ihrem Link, auf dem Server wird nichts gespeichert, und längere Adressen nehmen "
        "Server nicht an."
    )
