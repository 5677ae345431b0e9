"""Who publishes an installation, and under which licence: what portals and declarations have to name."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_MAIL: Final = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[A-Za-z]{2,}")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+")
_PORTAL: Final = "http://dcat-ap.de/def/licenses"


class PublishingError(ValueError):
    """A variable of the environment has a value that cannot be used (German message)."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence. ``address`` is its text, ``uri`` its name for portals; both are cited, never requested."""

    id: str
    title: str
    address: str
    uri: str


#: By the id that the catalogue of sources uses.
LICENCES: Final[Mapping[str, Licence]] = {
    licence.id: licence
    for licence in (
        Licence("dl-de/by-2-0", "Datenlizenz Deutschland – Namensnennung – Version 2.0",
                "https://www.govdata.de/dl-de/by-2-0", f"{_PORTAL}/dl-by-de/2.0"),
        Licence("dl-de/zero-2-0", "Datenlizenz Deutschland – Zero – Version 2.0",
                "https://www.govdata.de/dl-de/zero-2-0", f"{_PORTAL}/dl-zero-de/2.0"),
        Licence("cc-by-4.0", "Creative Commons Namensnennung 4.0 International",
                "https://creativecommons.org/licenses/by/4.0/", f"{_PORTAL}/cc-by/4.0"),
        Licence("cc-zero", "Creative Commons Zero 1.0",
                "https://creativecommons.org/publicdomain/zero/1.0/", f"{_PORTAL}/cc-zero"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publishing:
    """``contact`` is a mail or web address, "" where none is set; ``licence`` None: each source its own."""

    publisher: str = "Sozialraum-Monitor Hamm"
    contact: str = ""
    licence: Licence | None = None

    @property
    def contact_uri(self) -> str:
        """The contact as a link, "" where there is none."""
        return f"mailto:{self.contact}" if _MAIL.fullmatch(self.contact) else self.contact

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Publishing:
        """Read DASHBOARD_PUBLISHER, DASHBOARD_CONTACT and DASHBOARD_LICENCE.

        Raises :class:`PublishingError` for a contact or a licence that is none.
        """
        contact, licence = env.get("DASHBOARD_CONTACT", "").strip(), env.get("DASHBOARD_LICENCE", "").strip()
        if contact and not (_MAIL.fullmatch(contact) or _WEB.fullmatch(contact)):
            raise PublishingError(
                f"DASHBOARD_CONTACT hat den Wert „{contact}“, erwartet wird eine E-Mail-Adresse oder eine "
                "Adresse wie https://…."
            )
        if licence and licence not in LICENCES:
            raise PublishingError(
                f"DASHBOARD_LICENCE hat den Wert „{licence}“, möglich sind: {', '.join(LICENCES)}."
            )
        publisher = env.get("DASHBOARD_PUBLISHER", "").strip() or cls().publisher
        return cls(publisher, contact, LICENCES.get(licence))
