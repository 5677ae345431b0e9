"""How a table of figures is written: which one a phone stacks, and what it then carries."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from dashboard.components.data_table import Row, data_table, shape_of

YEARS = ("Raum", *(f"20{year}/{year + 1}" for year in range(10, 19)))


@pytest.mark.parametrize(
    ("header", "row", "kinds"),
    [
        (("Jahr", "Betrag"), ("2025", "62,0 Mio. €"), ""),
        (("Raum", "Wert", "95-%-Bereich", "n"), ("Rhynern", "42,3 %", "34,8 bis 50,2 %", "156"), "stacked"),
        (YEARS, ("Mitte", *["33,7 %"] * 9), "stacked tight"),
        ((), (), ""),
    ],
)  # fmt: skip
def test_what_does_not_fit_a_phone_is_stacked(
    header: tuple[str, ...], row: tuple[str, ...], kinds: str
) -> None:
    assert shape_of(header, [row] if row else []).kinds == kinds


def test_two_cells_name_a_row_where_the_first_is_said_twice() -> None:
    rows = [("2025", "Heimerziehung", "104.617", "270"), ("2025", "Vollzeitpflege", "130.613", "315")]
    header = ("Jahr", "Hilfeart", "Hilfetage", "Tage je Fall")
    assert shape_of(header, rows).kinds == "stacked pair"


def test_a_stacked_table_keeps_its_roles_and_carries_its_names() -> None:
    names = ("Raum", 'Wert "roh"', "Vergleich")
    written = data_table("Räume", names, [("Mitte", "33,7 %", "nicht von der Stadt zu unterscheiden")])
    assert written.count('role="columnheader"') == 3
    assert written.count('role="cell"') == 2
    assert "--c2:&#34;Wert \\&#34;roh\\&#34;&#34;;--c3:&#34;Vergleich&#34;" in written
    assert 'class="long">nicht von' in written


def test_a_table_that_fits_is_plain() -> None:
    written = data_table("Jahre", ("Jahr", "Wert"), [Row(("2025", "<b>"), "chosen", "possible")])
    assert "stacked" not in written
    assert 'role="cell"' not in written
    assert '<tr class="chosen"><th scope="row">2025</th><td class="possible">&lt;b&gt;</td></tr>' in written


def test_markup_is_kept_and_a_star_hangs_outside() -> None:
    rows = [("Stadt Hamm", Markup("<a href='/'>hier</a>"), "32,0 % *")]
    written = data_table("Quoten", ("Raum", "Quelle", "Quote"), rows)
    assert "<td><a href='/'>hier</a></td>" in written
    assert '32,0 % <i class="star">*</i></td>' in written
    assert '<tr class="whole">' in written
