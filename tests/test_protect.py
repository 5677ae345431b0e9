"""Protection of single tables: hand-worked cases, 300 random tables, and a second attacker."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from protect_world import cell, key, random_problem, table

from bench.heuristic import plain
from dashboard.protect.problem import Cell, Key, Problem, Sum
from dashboard.protect.solve import protect

CASES = Path(__file__).resolve().parents[1].parent / "shared" / "vectors" / "suppression_handworked.csv"
TOTAL = key(-1)


def row(*counts: int, total: bool = True, k: int = 3) -> Problem:
    """Areas side by side, with their sum as the city."""
    cells = {key(area): cell(key(area), count, k) for area, count in enumerate(counts)}
    if not total:
        return Problem(cells, [])
    cells[TOTAL] = cell(TOTAL, sum(counts), k)
    return Problem(cells, [Sum(tuple(key(area) for area in range(len(counts))), (TOTAL,))])


def hidden_areas(problem: Problem) -> set[int | str]:
    """Positions of the hidden areas, ``"city"`` for the total."""
    return {"city" if place == TOTAL else int(place[2][-2:]) for place in protect(problem).hidden}


# hand-worked --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "total", "hidden"),
    [
        ((12, 2, 30), True, {0, 1}),
        ((12, 2, 30), False, {1}),
        ((12, 2, 1), True, {1, 2}),
        ((12, 1, 1), True, {0, 1, 2}),
        ((12, 0, 30), True, set()),
        ((12, 20, 30, 25, 2, 18, 40, 22, 31), True, {0, 4}),
    ],
    ids=["one small", "no total", "two small", "sum below", "zero", "city minus eight"],
)
def test_hand_worked_rows(counts: tuple[int, ...], total: bool, hidden: set[int]) -> None:
    assert hidden_areas(row(*counts, total=total)) == hidden


def test_a_pooled_value_and_the_other_year_give_a_year_away() -> None:
    years = {place: cell(place, value) for place, value in (((key(0)), 41.0), (key(1), 2.0), (TOTAL, 43.0))}
    hidden = protect(Problem(years, [Sum((key(0), key(1)), (TOTAL,))])).hidden
    assert hidden == {key(0), key(1)}


def test_the_vectors_are_those_that_are_tested_here() -> None:
    if not CASES.exists():
        pytest.skip("the shared vectors are not here")
    with CASES.open(encoding="utf-8") as lines:
        rows = {line["case"]: line for line in csv.DictReader(lines)}
    for line in rows.values():
        if "|" not in line["cells"]:
            continue
        counts = [int(count) for count in line["cells"].split("|")]
        found = hidden_areas(row(*counts, total="yes" in line["row_total_shown"], k=int(line["threshold"])))
        kept = ["*" if area in found else str(count) for area, count in enumerate(counts)]
        marks = [mark.split()[0] for mark in line["expected_published"].split(" unless")[0].split("|")]
        if line["case"] == "one_small_with_total":  # "12 or other non-zero": any second cell will do
            assert kept.count("*") == 2
            assert kept[1] == "*"
        elif line["case"] == "two_small_sum_below":  # a further cell, or the total
            assert kept.count("*") == 3 or "city" in found
        else:
            assert kept == marks


# 300 tables ---------------------------------------------------------------------------------


@pytest.mark.parametrize("first", range(0, 300, 20))
def test_random_tables_are_protected_with_less_loss_than_the_plain_rule(first: int) -> None:
    ours, plainly = 0, 0
    for seed in range(first, first + 20):
        problem = random_problem(seed)
        done = protect(problem)
        assert {k for k, c in problem.cells.items() if c.state == "primary"} <= done.hidden
        ranges = {found.key: found.width for found in done.intervals}
        assert set(ranges) == done.hidden
        assert all(width >= 3 for width in ranges.values()), seed
        ours, plainly = ours + len(done.hidden), plainly + len(plain(problem))
    assert ours <= plainly


def test_the_same_table_is_always_protected_in_the_same_way() -> None:
    problem = random_problem(7)
    cells = dict(reversed(list(problem.cells.items())))
    assert protect(problem).hidden == protect(Problem(cells, problem.sums)).hidden


# an attacker of another kind ------------------------------------------------------------------


def solutions(problem: Problem, hidden: frozenset[Key]) -> Iterator[Mapping[Key, int]]:
    """All tables of whole numbers that agree with what is shown: tried out, one cell after the other."""
    shown = {place: int(c.value or 0) for place, c in problem.cells.items() if place not in hidden}
    order, most = sorted(hidden), int(max(c.value or 0 for c in problem.cells.values())) + 4
    uses = {place: [s for s in problem.sums if place in (*s.parts, *s.totals)] for place in order}

    def possible(each: Sum, found: dict[Key, int]) -> bool:
        parts, total = sum(found.get(p, 0) for p in each.parts), found.get(each.totals[0])
        missing = any(p not in found for p in each.parts)
        return total is None or (parts <= total if missing else parts == total)

    def fill(at: int, found: dict[Key, int]) -> Iterator[Mapping[Key, int]]:
        if at == len(order):
            yield {place: found[place] for place in order}
            return
        for number in range(most + 1):
            found[order[at]] = number
            if all(possible(each, found) for each in uses[order[at]]):
                yield from fill(at + 1, found)
            del found[order[at]]

    yield from fill(0, dict(shown))


@pytest.mark.parametrize("seed", range(40))
def test_trying_out_all_tables_agrees_with_the_audit(seed: int) -> None:
    rng = np.random.default_rng(1000 + seed)
    problem = table(rng.poisson(rng.choice([0.7, 3.0, 9.0], size=(3, 2))))
    done = protect(problem)
    totals = {place for place in done.hidden if place[2] == "hamm" and place[1] == "-1"}
    if not done.hidden or totals:
        return  # nothing to attack, or a grand total that whole numbers without end would fit
    found = list(solutions(problem, done.hidden))
    for interval in done.intervals:
        values = {each[interval.key] for each in found}
        assert (min(values), max(values)) == (interval.lowest, interval.highest)
        assert len(values) >= 4
    assert any(all(each[p] == problem.cells[p].value for p in done.hidden) for each in found)


def test_the_second_attacker_breaks_what_is_not_protected() -> None:
    problem = row(12, 2, 30)
    assert [dict(each) for each in solutions(problem, frozenset({key(1)}))] == [{key(1): 2}]


# bounds and public knowledge --------------------------------------------------------------------


def test_a_cell_that_is_public_elsewhere_protects_nothing() -> None:
    problem = row(12, 2, 30)
    public = Cell(key(0), 12.0, range=3.0, loss=13.0, lower=12.0, upper=12.0)
    assert protect(Problem({**problem.cells, key(0): public}, problem.sums)).hidden == {key(1), key(2)}


def test_what_is_public_anyway_is_no_breach_and_is_told() -> None:
    problem = row(12, 2, 30)
    known = Cell(key(1), 2.0, "primary", 3.0, 3.0, 2.0, 2.0)
    done = protect(Problem({**problem.cells, key(1): known}, problem.sums))
    (interval,) = done.intervals
    assert (done.hidden, interval.width, interval.needed) == ({key(1)}, 0.0, 0.0)


def test_a_value_that_was_delivered_hidden_is_protected_without_being_known() -> None:
    problem = row(12, 2, 30)
    unknown = Cell(key(1), None, "given", 3.0)
    done = protect(Problem({**problem.cells, key(1): unknown}, problem.sums))
    assert done.hidden == {key(0), key(1)}
    assert all(found.width == 14 for found in done.intervals)


def test_what_goes_along_is_hidden_and_protected_in_turn() -> None:
    people, euros = row(12, 2, 30), row(1200, 900, 3000, k=0)
    cost = {place: (*place[:4], "e") for place in euros.cells}
    amounts = {cost[p]: Cell(cost[p], c.value, range=100.0, loss=c.loss) for p, c in euros.cells.items()}
    (each,) = euros.sums
    sums = [*people.sums, Sum(tuple(cost[p] for p in each.parts), (cost[TOTAL],))]
    along = {place: (cost[place],) for place in people.cells}
    done = protect(Problem({**people.cells, **amounts}, sums, along))
    assert done.hidden == {key(0), key(1), cost[key(0)], cost[key(1)]}
