"""A tiny demo world of two areas: what a calibration can say, and how its slips are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.catalogue.models import Breakdown, Category, Indicator, Kind
from dashboard.prepare.demo import CalibrationError, generate
from dashboard.prepare.demo.reading import read_calibration

TINY = """
[population]
total = { 2008 = 3000 }
births = { 1990 = 60 }
gain_per_year_of_age = 0.0
elderly = { 2017 = 1.0 }
[[site]]
id = "mitte"
inhabitants = 2
elderly = 0.2
deprivation = 1.0
[[site]]
id = "uentrop"
inhabitants = 1
elderly = 0.3
deprivation = -1.0
[[base]]
id = "kinder"
ages = [0, 5]
[[share]]
indicator = "eins"
base = "kinder"
level = { 2008 = 30.0, 2025 = 40.0 }
gradient = 0.5
"""
MORE = """
[[share]]
indicator = "zwei"
of = { indicator = "eins" }
level = { 2008 = 50.0 }
first = 2010
last = 2012
"""


def indicator(name: str, kind: Kind = "share", *categories: str) -> Indicator:
    found = tuple(Category(id=each, title=each) for each in categories)
    return Indicator(
        id=name, title=name, short_title=name, subject=name, question=name, unit="%", kind=kind,
        polarity="none", life_phase="alle", perspective="adressaten", numerator="Kinder",
        period="year", comparison="none",
        breakdowns=(Breakdown(id="alter", title="Alter", categories=found),) if found else (),
        notes=("eins", "zwei"), processing="gezählt", sources=("beispieldaten",),
    )  # fmt: skip


AGES = ("0-2", "3-5", "6-9", "10-15", "16-17", "18-20", "21-64", "65-plus")
KNOWN = {
    each.id: each
    for each in (indicator("bevoelkerung", "count", *AGES), indicator("eins"), indicator("zwei"))
}  # fmt: skip


def written(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return folder


def test_another_indicator_changes_nothing(tmp_path: Path) -> None:
    before = generate(KNOWN, written(tmp_path, TINY))
    after = generate(KNOWN, written(tmp_path, TINY, MORE))
    assert [row for row in after if row.indicator != "zwei"] == before
    assert {row.year for row in after if row.indicator == "zwei"} == {2010, 2011, 2012}


def test_denominators_can_be_the_counts_of_another_indicator(tmp_path: Path) -> None:
    rows = generate(KNOWN, written(tmp_path, TINY, MORE))
    eins = {(row.area, row.year): row.numerator for row in rows if row.indicator == "eins"}
    zwei = [row for row in rows if row.indicator == "zwei"]
    assert zwei
    assert all(row.denominator == eins[row.area, row.year] for row in zwei)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("gradient = 0.5", "gradiant = 0.5"), "gradiant"),
        (('base = "kinder"', 'base = "kindr"'), "kindr"),
        (("gradient = 0.5", "offsets = { westen = 1.0 }"), "westen"),
        (('indicator = "eins"', 'indicator = "drei"'), "drei"),
        (('base = "kinder"', 'of = { indicator = "vier" }'), "vier"),
        (('base = "kinder"', 'of = { indicator = "eins" }'), "voraus"),
    ],
)
def test_a_slip_in_the_calibration_is_an_error(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    assert change[0] in TINY
    with pytest.raises(CalibrationError, match=message):
        generate(KNOWN, written(tmp_path, TINY.replace(*change)))


def test_a_range_nobody_can_draw_is_an_error(tmp_path: Path) -> None:
    group = """
[[group]]
id = "gruppe"
indicator = "bevoelkerung"
base = "kinder"
forms = [{ id = "0-2", level = { 2008 = 50.0 } }, { id = "3-5", level = { 2008 = 50.0 } }]
ranges = [{ form = "0-2", year = 2010, lowest = 1.0, highest = 99.0, tolerance = 0.1 }]
"""
    with pytest.raises(CalibrationError, match="0-2 2010"):
        generate(KNOWN, written(tmp_path, TINY, group))


def test_a_single_table_stands_in_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TINY, encoding="utf-8")
    (tmp_path / "b.toml").write_text(TINY, encoding="utf-8")
    with pytest.raises(CalibrationError, match="population"):
        read_calibration(tmp_path)
