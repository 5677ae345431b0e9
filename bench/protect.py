"""``python -m bench.protect``: what protection costs readers against a plain rule, and how long it takes."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from bench.heuristic import plain
from dashboard.catalogue.load import load
from dashboard.prepare.demo import generate
from dashboard.prepare.reading import Folders
from dashboard.protect.cells import figures
from dashboard.protect.problem import Cell, Key, Problem, Sum
from dashboard.protect.release import problem_of
from dashboard.protect.solve import protect
from dashboard.settings import ROOT

TABLES = 60


def main() -> None:
    """Print both tables: random ones, and the whole release with demo values."""
    print("| tables | cells | small | hidden | by the plain rule | hidden count | by the plain rule | s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(_line(f"{TABLES} random, areas × categories", [_random(seed) for seed in range(TABLES)]))
    print(_line("whole release, demo values", [_release(Folders.below(ROOT / "data", ROOT / "geodata"))]))


def _line(title: str, problems: Iterable[Problem]) -> str:
    cells = small = 0
    lost, plainly = np.zeros(2), np.zeros(2)
    seconds = 0.0
    for problem in problems:
        started = time.perf_counter()
        done = protect(problem)
        seconds += time.perf_counter() - started
        cells, small = cells + len(problem.cells), small + len(done.primary)
        lost += _loss(problem, done.hidden)
        plainly += _loss(problem, plain(problem))
    return (
        f"| {title} | {cells} | {small} | {lost[0]:.0f} ({lost[0] / cells:.1%}) "
        f"| {plainly[0]:.0f} ({plainly[0] / cells:.1%}) | {lost[1]:.0f} | {plainly[1]:.0f} | {seconds:.1f} |"
    )


def _loss(problem: Problem, hidden: Iterable[Key]) -> tuple[int, float]:
    """Hidden cells, and the people in them (amounts of money are not added to people)."""
    found = [problem.cells[key] for key in hidden]
    return len(found), sum(cell.value or 0.0 for cell in found if cell.key[4] != "e")


def _random(seed: int) -> Problem:
    """Nine areas by two to five categories with both margins, sparse counts, threshold 3."""
    rng = np.random.default_rng(seed)
    counts = rng.poisson(rng.gamma(0.6, 15.0, size=(9, int(rng.integers(2, 6)))))
    whole = np.vstack([counts, counts.sum(axis=0)])
    whole = np.hstack([whole, whole.sum(axis=1, keepdims=True)])
    keys = [[_key(row, column) for column in range(whole.shape[1])] for row in range(10)]
    cells = {keys[r][c]: _cell(keys[r][c], float(count), r == 9) for (r, c), count in np.ndenumerate(whole)}
    rows = [Sum(tuple(line[:-1]), (line[-1],)) for line in keys]
    columns = [Sum(tuple(line[:-1]), (line[-1],)) for line in zip(*keys, strict=True)]
    return Problem(cells, [*rows, *columns])


def _key(row: int, column: int) -> Key:
    return "table", f"{column}", f"area-{row}", 2024, "x"


def _cell(key: Key, count: float, city: bool) -> Cell:
    loss = (1.0 + count) * (10.0 if city else 1.0)
    return Cell(key, count, "primary" if 0 < count < 3 else "open", 3.0, loss)


def _release(folders: Folders) -> Problem:
    catalogue = load(Path(folders.catalogue))
    return problem_of(figures(generate(catalogue.indicators, folders.demo), catalogue, {}))


if __name__ == "__main__":
    main()
