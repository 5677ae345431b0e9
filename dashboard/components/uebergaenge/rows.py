"""Areas row by row: shares, differences to the rest of the city, recommended against chosen form."""

from __future__ import annotations

from markupsafe import Markup as Safe

from dashboard.answers.uebergaenge.contents import ApartRow, ChoiceRow, Choices, Differences, ShareRow, Shares
from dashboard.components.uebergaenge.text import cell, joined, listed, marks, row
from dashboard.figures.apart import Limits, apart_axis, apart_strip
from dashboard.figures.shares import share_bar, swatch
from dashboard.figures.side_bars import side_bar
from dashboard.figures.signs_svg import note_svg
from dashboard.wording import signs
from dashboard.wording.people import NOTHING
from dashboard.wording.signs import NOTE_LEGEND


def shares(content: Shares) -> Safe:
    """Legend, city, areas."""
    if not content.rows and content.city is None:
        return Safe('<p class="nothing">Für dieses Jahr gibt es keine Werte.</p>')
    samples = [
        Safe("<li>{}{}</li>").format(swatch(one.kind, one.place, f"muster-{one.place}"), one.name)
        for one in content.legend
    ]
    legend = Safe('<ul class="forms">{}</ul>').format(joined(samples))
    head = cell("ue-share-head", cell("n", "Kinder"), hidden=True)
    city = [_share_row(content.city)] if content.city else []
    rows = listed([_share_row(one) for one in content.rows], "ue-share-rows")
    return joined([legend, head, *city, rows, explained(content)])


def explained(content: Shares | Choices) -> Safe:
    """What the signs in the rows mean, only those that are there."""
    if isinstance(content, Shares):
        present = [one.sign for one in content.rows if one.sign_word]
        about, noted = f"Zeichen zum Anteil „{content.form}“:", any(one.noted for one in content.rows)
    else:
        present, noted = [sign for one in content.rows for sign in one.signs if sign != "none"], False
        about = "Zeichen zum Anteil daneben:"
    parts = [cell("sign", marks(sign), signs.sign_word(sign)) for sign in dict.fromkeys(present)]
    parts += [cell("sign", note_svg(9), NOTE_LEGEND[1])] if noted else []
    return (
        cell("legend", about, *parts, cell("sign", "ohne Zeichen: nicht unterscheidbar"))
        if parts
        else Safe("")
    )


def _share_row(one: ShareRow) -> Safe:
    bar = share_bar(one.segments, ident=one.place.area, strong=one.place.focused or not one.place.href)
    said = f": {one.spoken}" + (f"; {one.sign_word}" if one.sign_word else "")
    return row(
        one.place,
        "ue-share-row",
        cell("name", one.place.name),
        cell("visually-hidden", said),
        cell("drawing", bar, hidden=True),
        cell("marks", marks(one.sign if one.sign_word else "none", one.noted), hidden=True),
        _count(one.n_text),
    )


def differences(content: Differences) -> Safe:
    """One row per area with its difference on the common scale."""
    behind = bool(content.behind_title)
    titles = [
        cell("name", "Raum"),
        cell("values", cell("own", "Wert"), cell("rest", "übrige Stadt")),
        _axis(content),
        cell("size", "Punkte"),
    ]
    titles += [cell("behind", content.behind_title)] if behind else []
    head = cell(f"ue-apart-head{' with-behind' if behind else ''}", *titles, hidden=True)
    rows = [_apart_row(one, content.limits, behind) for one in content.rows]
    return joined([head, listed(rows, "ue-apart-rows")])


def _apart_row(one: ApartRow, limits: Limits, behind: bool) -> Safe:
    cells = [
        cell("name", one.place.name),
        cell("values", cell("own", one.value_text), cell("rest", one.rest_text)),
        cell("strip", apart_strip(one.apart, limits), hidden=True),
        size(one),
    ]
    cells += [cell("behind" if one.behind != NOTHING else "behind none", one.behind)] if behind else []
    return row(one.place, f"ue-apart-row{' with-behind' if behind else ''}", *cells)


def size(one: ApartRow) -> Safe:
    """The difference with its sign and word, its interval below."""
    word = cell("word", marks(one.apart.sign, one.noted), one.sign_word)
    limits = cell("limits", one.range_text) if one.range_text else Safe("")
    return cell(f"size {one.apart.sign}", cell("points", one.text), limits, word)


def _axis(content: Differences) -> Safe:
    return cell("strip", axis(content.limits))


def axis(limits: Limits) -> Safe:
    """The numbers of the scale above its rows."""
    ticks = [
        Safe('<i style="left:{:.2f}%">{}</i>').format(tick.share * 100, _signed(tick.value, tick.text))
        for tick in apart_axis(limits)
    ]
    return cell("axis", *ticks)


def _signed(value: float, text: str) -> str:
    return f"+{text}" if value > 0 else text


def choices(content: Choices) -> Safe:
    """Two bars around a common middle for the city and each area."""
    titles = ("niedriger als empfohlen", "wie empfohlen", "höher als empfohlen")
    heads = [cell(name, title) for name, title in zip(("low", "middle", "high"), titles, strict=True)]
    head = cell("ue-choice-head", cell("name"), *heads, cell("n", "Kinder"), hidden=True)
    city = [_choice_row(content.city, content.most)] if content.city else []
    rows = listed([_choice_row(one, content.most) for one in content.rows], "ue-choice-rows")
    return joined([head, *city, rows, explained(content)])


def _choice_row(one: ChoiceRow, most: float) -> Safe:
    low, middle, high = one.texts
    ranges = [f"95-%-Bereich {limits} %" if limits else "" for limits in one.limits]
    bars = [side_bar(one.lower, most, leftward=True), side_bar(one.higher, most, leftward=False)]
    return row(
        one.place,
        "ue-choice-row",
        cell("name", one.place.name),
        cell("visually-hidden", f": {one.spoken}"),
        cell(
            "low",
            cell("marks", marks(one.signs[0])),
            cell("value", low, title=ranges[0]),
            cell("drawing", bars[0]),
            hidden=True,
        ),
        cell("middle", middle, hidden=True, title=ranges[1]),
        cell(
            "high",
            cell("drawing", bars[1]),
            cell("value", high, title=ranges[2]),
            cell("marks", marks(one.signs[1])),
            hidden=True,
        ),
        _count(one.n_text),
    )


def _count(text: str) -> Safe:
    """Children; on a phone, where no heading says so, with "n ="."""
    return cell("n", *([cell("narrow-only", "n\u00a0=\u00a0")] if text != NOTHING else []), text)
