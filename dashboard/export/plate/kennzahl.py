"""The page of one indicator as a plate: its development, the gap (``abstand``) or two periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.answers.parts import Table
from dashboard.display import Sign
from dashboard.export.plate import kennzahl_blocks as blocks
from dashboard.export.plate import kennzahl_charts as charts
from dashboard.export.plate import words
from dashboard.export.plate.parts import Block, Chart, Key, Plate


def plate(answer: KennzahlAnswer) -> Plate:
    """What the view says, its pictures and its tables; the definition where there is no value at all."""
    foot = answer.foot
    view = _view(answer)
    place = next((area.name for area in answer.areas if area.focused), words.CITY_NAME)
    return Plate.of(
        answer.said,
        replace(foot, source=foot.source or _sources(answer)),
        kicker=words.kicker(answer.indicator, place),
        body=_body(answer, view),
        chart=_chart(answer, view),
        tables=tuple(_tables(answer, view)),
        address=answer.address,
        keys=_keys(answer),
        legend=words.legend(_signs(answer, view)),
        notes=words.notes(answer.method, *_about(answer, view)),
    )


def _view(answer: KennzahlAnswer) -> str:
    """The view that was asked for, where it has anything to show; else the development."""
    there = {"abstand": answer.apart.there, "vergleich": answer.between.there}
    return answer.view.ansicht if there.get(answer.view.ansicht) else ""


def _body(answer: KennzahlAnswer, view: str) -> tuple[Block, ...]:
    if view == "abstand":
        return blocks.apart(answer)
    if view == "vergleich":
        return blocks.between(answer)
    return blocks.developing(answer) or blocks.without_values(answer)


def _chart(answer: KennzahlAnswer, view: str) -> Chart:
    if view == "abstand":
        return charts.apart(answer)
    return charts.between(answer) if view == "vergleich" else charts.developing(answer)


def _tables(answer: KennzahlAnswer, view: str) -> Iterator[Table]:
    found = {"abstand": answer.apart.table, "vergleich": answer.between.table}
    shown = found.get(view, answer.developing.table)
    if shown.rows:
        yield shown


def _keys(answer: KennzahlAnswer) -> tuple[Key, ...]:
    return tuple(words.key(one.tile, one.sign if one.sign != "none" else None) for one in answer.tiles[:4])


def _signs(answer: KennzahlAnswer, view: str) -> Iterator[Sign]:
    """Of the areas and of the points of the line in focus; the other pictures have no signs."""
    if not view:
        yield from (area.sign for area in answer.areas)
        for each in answer.developing.history.series:
            yield from (point.sign for point in each.points if each.focused)


def _about(answer: KennzahlAnswer, view: str) -> Sequence[str]:
    """How to read the picture, and what is known about the figures."""
    subtitle = {"abstand": answer.apart.subtitle, "vergleich": answer.between.subtitle}
    read = subtitle.get(view, answer.developing.subtitle)
    return (read, *(answer.apart.notes if view == "abstand" else ()), *answer.known.notes)


def _sources(answer: KennzahlAnswer) -> str:
    """Without a value of its own the indicator's sources are named."""
    return "; ".join(cited.text for cited in answer.known.sources)
