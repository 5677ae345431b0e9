"""Which school forms children change to: shares per area as rows that add up, the city above them."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.answers import method
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.uebergaenge.contents import Sample, ShareRow, Shares
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.rounding import Cell, limits_of, row
from dashboard.answers.uebergaenge.shares_table import people, share_text, shares_table
from dashboard.answers.uebergaenge.year import (
    Year,
    areas_of,
    fact_of,
    foot_of,
    indicators,
    of_year,
    place_of,
)
from dashboard.catalogue.models import Area, Indicator
from dashboard.display import Sign
from dashboard.figures.shares import Kind, Segment
from dashboard.model import CITY
from dashboard.state import SCHOOL_FORMS
from dashboard.store.facts import Fact
from dashboard.wording import periods, signs
from dashboard.wording.numbers import MARKS, number
from dashboard.wording.transitions import (
    FormShare,
    break_note,
    form_name,
    form_span,
    largest_form,
    people_count,
    with_limits,
    with_people,
)
from dashboard.wording.transitions_published import partial_title

UNKNOWN, PROTECTED = "keine Angabe", "geschützt"
_NO_ORDER = ("uebergang-sonstige",)  # a remainder has no place among the forms: hatched
_TO_A_WHOLE = 0.05  # per cent
_IN_FULL = "95-%-Bereich und n jedes Anteils: in der Tabelle."
_PROTECTED = (
    "x: geschützt (Geheimhaltung). In einer Zeile ist nie genau eine Schulform geschützt, und nichts sagt, "
    "welche den Anlass gab."
)


def shares(asking: Asking) -> Panel:
    """The card: rows ordered by the form under discussion, which starts at zero."""
    question, found = asking.question, of_year(asking, asking.question.year)
    forms = ordered(asking, found)
    rows = {area.id: cells_of(area.id, forms, found) for area in (asking.catalogue.city, *areas_of(asking))}
    drawn = [_row(asking, area, rows[area.id], forms, found) for area in areas_of(asking)]
    focus = asking.catalogue.areas[asking.view.raum]
    said = [FormShare(form, cell.share) for form, cell in zip(forms, rows[focus.id], strict=True)]
    city = _row(asking, asking.catalogue.city, rows[CITY], forms, found)
    return Panel(
        title=_title(asking, focus, said, city, drawn),
        subtitle=_subtitle(asking, forms),
        content=Shares(
            legend=_legend(forms, list(rows.values())),
            city=city if city.segments else None,
            rows=tuple(sorted((one for one in drawn if one.segments), key=_by_first)),
            form=form_name(forms[0]) if forms else "",
        ),
        table=shares_table(asking, forms, rows, found),
        method=method.method(question.indicator, asking.catalogue),
        foot=foot_of(asking, foot(question, asking.view), [found[form.id] for form in forms]),
        notes=_notes(forms, rows),
    )


def _title(asking: Asking, focus: Area, said: list[FormShare], city: ShareRow, drawn: list[ShareRow]) -> str:
    """The largest form; over areas of which only some have shares, and no city, those areas."""
    known = [one.place.area for one in drawn if one.segments]
    if focus.id != CITY or city.segments or not 0 < len(known) < len(drawn):
        return largest_form(focus, said)
    locatives = [asking.catalogue.areas[area].locative for area in known]
    return partial_title(locatives, len(drawn), asking.view.ebene)


def ordered(asking: Asking, found: Mapping[str, Year]) -> tuple[Indicator, ...]:
    """The forms of the year: the one under discussion, then the others in their order; never two origins."""
    origin = asking.question.line.origin
    known = [form for form in indicators(asking, SCHOOL_FORMS) if form.id in found]
    here = [form for form in known if found[form.id].origin == origin]
    return tuple(sorted(here, key=lambda form: form.id != asking.view.kennzahl))


def cells_of(area: str, forms: tuple[Indicator, ...], found: Mapping[str, Year]) -> tuple[Cell, ...]:
    """The printed shares of one area or the city."""
    return row([(form.id, fact_of(found[form.id], area)) for form in forms])


def _row(
    asking: Asking,
    area: Area,
    cells: tuple[Cell, ...],
    forms: tuple[Indicator, ...],
    found: Mapping[str, Year],
) -> ShareRow:
    fact = fact_of(found[forms[0].id], area.id) if forms else None
    sign: Sign = "none"
    if fact is not None and cells[0].share is not None:
        sign = signs.sign(fact.comparison or "none", forms[0].polarity, fact.status)
    noted = sign == "same" and fact is not None and fact.single_comparison in ("higher", "lower")
    spoken = ", ".join(
        f"{form_name(form)} {share_text(cell)}" for form, cell in zip(forms, cells, strict=True)
    )
    return ShareRow(
        place=place_of(asking, area),
        segments=_segments(cells, forms, [fact_of(found[form.id], area.id) for form in forms]),
        sign=sign,
        sign_word=signs.SIGN_SHORT[sign] if sign not in ("none", "same") else "",
        noted=noted,
        n_text=people_count(people(area.id, forms, found)),
        spoken=spoken,
    )


def _segments(
    cells: tuple[Cell, ...], forms: tuple[Indicator, ...], facts: list[Fact | None]
) -> tuple[Segment, ...]:
    """What is known from the left; what is not, as one part at the end, whose width says nothing new."""
    known = [
        Segment(
            form_name(form),
            cell.share,
            number(cell.printed or 0.0, 1),
            _kind(form),
            place,
            _in_full(cell, fact),
        )  # fmt: skip
        for place, (form, cell, fact) in enumerate(zip(forms, cells, facts, strict=True))
        if cell.share is not None
    ]
    rest = 100 - sum(segment.share for segment in known)
    if not known or rest <= _TO_A_WHOLE:
        return tuple(known)
    hidden = any(cell.hidden for cell in cells)
    return (*known, Segment(PROTECTED if hidden else UNKNOWN, rest, MARKS["hidden"] if hidden else "–",
                            "hidden" if hidden else "missing"))  # fmt: skip


def _in_full(cell: Cell, fact: Fact | None) -> str:
    """ "42,3 % (34,8–50,2), n = 187"."""
    count = people_count(fact.denominator if fact else None)
    return with_people(with_limits(share_text(cell), limits_of(cell, fact)), count)


def _kind(form: Indicator) -> Kind:
    return "other" if form.id in _NO_ORDER else "form"


def _legend(forms: tuple[Indicator, ...], rows: list[tuple[Cell, ...]]) -> tuple[Sample, ...]:
    found = [Sample(form_span(form), _kind(form), place) for place, form in enumerate(forms)]
    hidden = any(cell.hidden for cells in rows for cell in cells)
    return (*found, Sample(f"x {PROTECTED}", "hidden", len(found))) if hidden else tuple(found)


def _by_first(one: ShareRow) -> tuple[bool, float, str]:
    first = one.segments[0]
    known = first.place == 0 and first.kind in ("form", "other")
    return not known, -first.share if known else 0.0, one.place.name


def _subtitle(asking: Asking, forms: tuple[Indicator, ...]) -> str:
    when = periods.period_title(asking.question.indicator, asking.question.year)
    order = f"; geordnet nach dem Anteil „{form_name(forms[0])}“" if forms else ""
    return f"Verteilung der Wechsel auf die Schulformen in Prozent, {when}, nach Wohnort{order}"


def _notes(forms: tuple[Indicator, ...], rows: Mapping[str, tuple[Cell, ...]]) -> tuple[str, ...]:
    notes = [break_note(forms[0]), _IN_FULL] if forms else []
    if any(cell.hidden for cells in rows.values() for cell in cells):
        notes.append(_PROTECTED)
    return tuple(note for note in notes if note)
