"""What the document and its file are called."""

from __future__ import annotations

from typing import Final

from dashboard.answers.sozialraum.parts import SozialraumAnswer
from dashboard.catalogue.models.base import AreaKind

PRODUCT: Final = "Sozialraum-Monitor Hamm"
KINDS: Final[dict[AreaKind, str]] = {"sozialraum": "Sozialraum", "stadtbezirk": "Stadtbezirk"}


def kind(answer: SozialraumAnswer) -> str:
    """ "Sozialraum" or "Stadtbezirk"; "Gebiet" for anything else."""
    return KINDS.get(answer.area.kind, "Gebiet")


def area(answer: SozialraumAnswer) -> str:
    """The area's name without the kind in front, where it has one."""
    return answer.area.name.removeprefix(kind(answer)).strip()


def name(answer: SozialraumAnswer) -> str:
    """The file's name as all files of the view have it: "Profil_Hamm-Norden_2025_Datenstand-2026-1.pdf"."""
    return f"{answer.said.file}.pdf"


def title(answer: SozialraumAnswer) -> str:
    """The document's title: area, headline, release and, where it is so, that the data are examples."""
    mark = ", Beispieldaten" if answer.demo else ""
    where = f"{kind(answer)}-Profil {area(answer)}"
    return f"{where} (Datenstand {answer.foot.release}{mark}): {answer.said.headline}"


def keywords(answer: SozialraumAnswer) -> list[str]:
    """What the document can be found by."""
    words = [PRODUCT, kind(answer), answer.area.name, "Kinder und Jugendliche", "Kennzahlen"]
    return [*words, f"Datenstand {answer.foot.release}", *(["Beispieldaten"] if answer.demo else [])]
