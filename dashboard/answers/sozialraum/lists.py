"""The lists of a profile: worse and getting worse first, each by strength of evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.answers.sozialraum.found import Found
from dashboard.answers.sozialraum.parts import Entry, Section
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.wording.profile_sections import SECTIONS, SectionKind

Make = Callable[[Found], Entry]


@dataclass(frozen=True, slots=True)
class Lists:
    """The sections of the profile; an indicator stands in exactly one of them, or only in the spine."""

    worsening: Section
    worse: Section
    catching_up: Section
    strengths: Section
    neutral: Section
    same: Section
    hidden: Section


def lists(counted: Iterable[Found], make: Make) -> Lists:
    """``counted`` comes with the strongest evidence first."""
    sorted_out: dict[SectionKind, list[Entry]] = {}
    for found in counted:
        sorted_out.setdefault(_kind(found), []).append(make(found))

    def section(kind: SectionKind) -> Section:
        return Section(*SECTIONS[kind], tuple(sorted_out.get(kind, ())))

    return Lists(
        worsening=section("worsening"),
        worse=section("worse"),
        catching_up=section("improving"),
        strengths=section("better"),
        neutral=section("neutral"),
        same=section("same"),
        hidden=section("hidden"),
    )


def phases(found: Iterable[Found], make: Make) -> tuple[Section, ...]:
    """All entries by life phase, in the order of the phases."""
    entries = [make(entry) for entry in found]
    sections = (
        Section(title, "", tuple(entry for entry in entries if entry.life_phase == phase))
        for phase, title in LIFE_PHASES.items()
    )
    return tuple(section for section in sections if section.entries)


def _kind(found: Found) -> SectionKind:
    if found.sign == "worse":
        kinds: dict[str, SectionKind] = {"ungünstig": "worsening", "günstig": "improving"}
        return kinds.get(found.judgement, "worse")
    kind: dict[str, SectionKind] = {
        "better": "better", "higher": "neutral", "lower": "neutral", "same": "same", "hidden": "hidden",
    }  # fmt: skip
    return kind.get(found.sign, "none")
