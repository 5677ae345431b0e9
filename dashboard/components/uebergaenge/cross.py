"""Recommended by chosen form as a table that is a picture: the darker a cell, the more children."""

from __future__ import annotations

from markupsafe import Markup as Safe

from dashboard.answers.uebergaenge.cross import Cross, CrossCell, CrossRow
from dashboard.components.uebergaenge.text import cell, joined
from dashboard.figures.cross_cells import fill, ink

_HYPHENED = {
    "Hauptschule": "Haupt\u00adschule",
    "Realschule": "Real\u00adschule",
    "Gymnasium": "Gym\u00adnasium",
}
_WORDS = {"lower": "niedriger als empfohlen", "same": "wie empfohlen", "higher": "höher als empfohlen"}


def cross(content: Cross) -> Safe:
    """A table with one row per recommendation; what the frames mean stands below it."""
    columns = [Safe('<th scope="col">{}</th>').format(_name(name)) for name in content.columns]
    head = Safe(
        '<thead><tr><td rowspan="2">empfohlen</td><th colspan="{}" scope="colgroup">gewählt</th></tr>'
        "<tr>{}</tr></thead>"
    ).format(len(columns), joined(columns))
    body = Safe("<tbody>{}</tbody>").format(joined([_row(one) for one in content.rows]))
    legend = cell(
        "legend",
        cell("sign", cell("ue-cross-sample", ""), " wie empfohlen"),
        cell("sign", "links davon niedriger, rechts davon höher; „andere“ steht daneben"),
        cell("sign", "kleine Zahl: Kinder"),
    )  # fmt: skip
    return Safe('<table class="ue-cross">{}{}</table>{}').format(head, body, legend)


def _row(one: CrossRow) -> Safe:
    children = "" if one.n_text == "–" else f"{one.n_text} Kinder"
    name = Safe('<th scope="row">{}{}</th>').format(_name(one.name), cell("n", children))
    return Safe("<tr>{}{}</tr>").format(name, joined([_cell(each) for each in one.cells]))


def _cell(one: CrossCell) -> Safe:
    style = "" if one.share is None else f"background:{fill(one.share)};color:{ink(one.share)}"
    said = cell("visually-hidden", f" ({_WORDS[one.step]})") if one.step in _WORDS else Safe("")
    n = cell("n", one.n_text) if one.n_text else Safe("")
    value = Safe("<strong>{}</strong>").format(one.text)
    title = f"95-%-Bereich {one.limits} %" if one.limits else ""
    return Safe('<td class="{}" style="{}" title="{}">{}{}{}</td>').format(
        one.step, style, title, value, n, said
    )


def _name(name: str) -> str:
    """A long word may break where the column is narrow."""
    return _HYPHENED.get(name, name)
