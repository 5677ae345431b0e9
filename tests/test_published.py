"""The published figures: every one of the research files is there, and the real door lets them in."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import published_map as where
import pytest

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.intake.delivery import Delivery, delivery_folders, read_delivery

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = ROOT / "data" / "published"
FIGURES = ROOT.parent / "shared" / "figures"
needs_figures = pytest.mark.skipif(not FIGURES.is_dir(), reason="the research files are not at hand")
COLUMNS = (
    "kennzahl", "raum", "zeitraum", "merkmal", "wert", "zaehler", "nenner", "betrag", "quelle", "sicherheit",
    "lesart", "anmerkung",
)  # fmt: skip
ORDER = ("niedrig", "mittel", "hoch")
Row = dict[str, str]
Key = tuple[str, str, str, str]


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


@cache
def rows() -> tuple[Row, ...]:
    found: list[Row] = []
    for path in sorted(PUBLISHED.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += csv.DictReader(file, delimiter=";")
    return tuple(found)


@cache
def cells() -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows():
        found[row["kennzahl"], row["raum"], row["zeitraum"], row["merkmal"]].append(row)
    return found


def holds(row: Row, value: Decimal) -> bool:
    return any(row[name] and number(row[name]) == value for name in ("wert", "zaehler", "betrag"))


def research(name: str) -> list[Row]:
    if not FIGURES.is_dir():  # asked at collection; the tests then skip with a reason
        return []
    with (FIGURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def periods(text: str) -> tuple[str, ...]:
    return where.PERIODS.get(text, (text,))


def place(kind: str, name: str) -> str:
    if (kind, name) in where.PLACES:
        return where.PLACES[kind, name]
    return "bezirk-" + name.lower().replace("ö", "oe")


Expected = tuple[str, list[Key], list[Decimal], str, str]


def expected() -> Iterator[Expected]:
    """What must be found: a name for messages, cells, values, address of the source, certainty."""
    yield from _seeds()
    yield from _figures()
    yield from _transitions()
    yield from _schools()


def _seeds() -> Iterator[Expected]:
    for row in research("veroeffentlicht_seeds.csv"):
        name, area = where.SEEDS[row["kennzahl"]]
        category = where.CATEGORIES.get(row["merkmal"], "")
        keys = [(name, area or "hamm", period, category) for period in periods(row["zeitraum"])]
        factor = 1_000_000 if row["einheit"] == "Mio. EUR" else 1
        yield (
            f"{row['kennzahl']} {row['zeitraum']}",
            keys,
            [factor * number(part) for part in row["wert"].split("-")],
            "",
            "",
        )


def _figures() -> Iterator[Expected]:
    for row in research("hamm_kennzahlen_stadtbezirk_sozialraum_stadt.csv"):
        name, category = where.FIGURES[row["indikator"]]
        keys = [
            (name, place(row["ebene"], row["gebiet"]), period, category) for period in periods(row["stand"])
        ]
        factor = 1_000_000 if row["einheit"] == "Mio. EUR" else 1
        label = f"{row['indikator']} {row['gebiet']} {row['stand']}"
        yield label, keys, [factor * number(row["wert"])], row["quelle_url"], row["sicherheit"]


def _transitions() -> Iterator[Expected]:
    for row in research("hamm_uebergangsquoten_grundschule_sek1.csv"):
        if row["gebiet"] in where.SINGLE_SCHOOLS or row["schuljahr"] in where.UNKNOWN_YEARS:
            continue
        for form in ("hauptschule", "realschule", "gesamtschule", "gymnasium"):
            if printed := row[f"{form}_pct"]:
                key = (f"uebergang-{form}", place(row["ebene"], row["gebiet"]), row["schuljahr"], "")
                url = (
                    "" if "aus Folgejahr" in row["bemerkung"] and form == "hauptschule" else row["quelle_url"]
                )
                yield (
                    f"{form} {row['gebiet']} {row['schuljahr']}",
                    [key],
                    [number(printed)],
                    url,
                    row["sicherheit"],
                )


def _schools() -> Iterator[Expected]:
    for row in research("hamm_schulstatistik_zeitreihe.csv"):
        if row["gebiet"] in where.SINGLE_SCHOOLS:
            continue
        area = place("Stadt" if row["gebiet"] == "Hamm" else "Stadtbezirk", row["gebiet"])
        key = (where.SCHOOLS[row["merkmal"]], area, row["schuljahr"], "")
        yield (
            f"{row['merkmal']} {row['gebiet']} {row['schuljahr']}",
            [key],
            [number(row["wert"])],
            row["quelle_url"],
            "",
        )


@cache
def addresses() -> dict[str, str]:
    raw = tomllib.loads((ROOT / "data" / "catalogue" / "quellen.toml").read_text(encoding="utf-8"))
    return {entry["id"]: entry.get("url", "") for table in raw.values() for entry in table}


# --- against the research files


@needs_figures
@pytest.mark.parametrize("wanted", list(expected()), ids=lambda wanted: wanted[0])
def test_every_research_figure_is_published(wanted: Expected) -> None:
    _, keys, values, url, certainty = wanted
    for key in keys:
        for value in values:
            found = [row for row in cells()[key] if holds(row, value)]
            assert found, f"{key}: {value} fehlt"
            best = found[0]
            assert not url or url.startswith(addresses()[best["quelle"]])
            assert not certainty or ORDER.index(best["sicherheit"]) <= ORDER.index(certainty)


@needs_figures
def test_the_research_files_are_read_in_full() -> None:
    wanted = list(expected())
    assert len(wanted) == 31 + 63 + 32 + 30, "a row more or less: see what it says"


@pytest.mark.parametrize("remark", where.REMARKS, ids=lambda remark: " ".join(remark))
def test_figures_from_remarks_are_published(remark: tuple[str, str, str, str, str, str]) -> None:
    *key, reading, value = remark
    found = [row for row in cells()[key[0], key[1], key[2], key[3]] if row["lesart"] == reading]
    assert any(holds(row, number(value)) for row in found)


def test_single_schools_are_not_carried_over() -> None:
    schools = {name.split(" (")[0] for name in where.SINGLE_SCHOOLS}
    assert not {row["raum"] for row in rows()} & schools
    readme = (PUBLISHED / "README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in schools)


# --- each row for itself


def test_every_row_says_where_when_and_how_sure() -> None:
    for row in rows():
        assert tuple(row) == COLUMNS
        assert all(row[name] for name in ("kennzahl", "raum", "zeitraum", "quelle")), row
        assert row["sicherheit"] in ORDER, row
        assert row["quelle"] in addresses(), row
        assert row["wert"] or row["zaehler"] or row["betrag"], row


def test_doubtful_figures_say_why() -> None:
    assert all(row["anmerkung"] for row in rows() if row["sicherheit"] == "niedrig" or row["lesart"] != "0")
    assert all(row["anmerkung"] for row in rows() if row["zeitraum"].startswith("um "))


def test_contradictions_stand_with_both_readings() -> None:
    for found in cells().values():
        readings = sorted(row["lesart"] for row in found)
        assert readings == sorted(set(readings))
        if len(found) > 1:
            assert readings[0] == "0"


# --- sums


def amounts(name: str, period: str, column: str) -> dict[tuple[str, str], Decimal]:
    return {
        (row["raum"], row["merkmal"]): number(row[column])
        for row in rows()
        if (row["kennzahl"], row["zeitraum"], row["lesart"]) == (name, period, "0") and row[column]
    }


@pytest.mark.parametrize(
    ("name", "period", "difference"),
    [("bevoelkerung", "2013", "0"), ("arbeitslose", "06/2021", "0"), ("flaeche", "2013", "0.02")],
)
def test_seven_districts_add_up_to_the_city(name: str, period: str, difference: str) -> None:
    found = amounts(name, period, "wert")
    city = found.pop(("hamm", ""))
    assert len(found) == 7
    assert city - sum(found.values()) == Decimal(difference)


@pytest.mark.parametrize(
    ("name", "period", "column", "total"),
    [
        ("hze-faelle", "2019", "zaehler", "3530"),
        ("projektkosten", "2012", "betrag", "34500"),
        ("projektkosten", "2013", "betrag", "26100"),
        ("projektkosten", "2014", "betrag", "27000"),
    ],
)
def test_parts_add_up_to_their_total(name: str, period: str, column: str, total: str) -> None:
    found = amounts(name, period, column)
    assert found.pop(("hamm", "")) == Decimal(total) == sum(found.values())


def test_state_funding_is_the_stated_part_of_the_project_costs() -> None:
    costs = {year: amounts("projektkosten", year, "betrag")["hamm", ""] for year in ("2012", "2013", "2014")}
    grants = [amounts("landesfoerderung", year, "betrag")["hamm", ""] for year in costs]
    assert grants == [costs["2012"] * 70 / 100, costs["2013"] * 50 / 100, costs["2014"] * 40 / 100]
    assert sum(costs.values()) == 87_600


# --- through the door


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "data" / "catalogue")


def admitted(folder: Path, catalogue: Catalogue) -> Delivery:
    """Published sets are rarely complete; warnings about missing areas are accepted."""
    return read_delivery(folder, catalogue, accept_warnings=True)


@pytest.mark.parametrize("folder", delivery_folders(PUBLISHED), ids=lambda folder: folder.name)
def test_the_door_lets_every_folder_in(folder: Path, catalogue: Catalogue) -> None:
    delivery = admitted(folder, catalogue)
    assert delivery.origin == "published"
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) - 1 for path in folder.glob("*.csv"))
    assert len(delivery.observations) == lines


def test_districts_stay_districts(catalogue: Catalogue) -> None:
    observations = [
        row for folder in delivery_folders(PUBLISHED) for row in admitted(folder, catalogue).observations
    ]
    nine = {area.id for area in catalogue.partition("sozialraum")}
    about_areas = {(row.indicator, row.area) for row in observations if row.area in nine}
    assert about_areas == {
        ("bevoelkerung", "hamm-westen"), ("anteil-unter-18", "hamm-westen"), ("anteil-unter-18", "mitte"),
        ("migrationsanteil", "hamm-westen"), ("sgb2-unter-18", "hamm-westen"),
    }  # fmt: skip


def test_counts_without_a_denominator_are_kept(catalogue: Catalogue) -> None:
    delivery = admitted(PUBLISHED / "hilfen-zur-erziehung", catalogue)
    total = next(
        row
        for row in delivery.observations
        if (row.indicator, row.year, row.breakdown) == ("hze-faelle", 2019, "")
    )
    assert (total.value, total.numerator, total.denominator) == (None, 3530.0, None)


def test_euros_are_exact(catalogue: Catalogue) -> None:
    council, herne = (admitted(PUBLISHED / name, catalogue) for name in ("vorlage-0908-11", "herne"))
    cents = {row.year: row.cents for row in council.observations if row.indicator == "hze-aufwendungen"}
    assert cents == {2008: 23_880_000_00, 2009: 25_320_000_00, 2010: 27_140_000_00}
    assert {row.cents for row in herne.observations} == {912_313_90}
