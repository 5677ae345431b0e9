"""``make bench``: measure our own page and write the table."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench import documents, first_load, interaction
from bench.running import CHROMIUM, FLAGS, Running, running

RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    """Measure everything once and write ``bench/results.md``."""
    with running() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        text = "\n".join(
            [
                *_head(browser.version, server),
                *_documents(server),
                *_loads(browser, server),
                *_changes(browser, server),
            ]
        )
        browser.close()
    RESULTS.write_text(text + "\n", encoding="utf-8")
    print(text)


def _head(chromium: str, server: Running) -> list[str]:
    memory, workers = server.memory_mb()
    return [
        "# Measurements",
        "",
        f"Made by `make bench` on {date.today():%Y-%m-%d}: {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, Chromium {chromium}. Times in ms. "
        "Differences under 30 % are ties; other work may have run beside.",
        "",
        f"From command to first answer: {server.seconds_to_start:.1f} s. Memory of a worker after start: "
        f"{memory:.0f} MB ({workers} workers).",
        "",
    ]


def _documents(server: Running) -> list[str]:
    rows = documents.measure(server.database_url)
    return [
        "## Documents, page by page",
        "",
        "Whole requests in process, with the headers a browser sends; median over different views (areas, "
        "years, filters) after one view of the page. New: the first request of a view; kept: the same again. "
        "KB: of the HTML, and as sent (zstd). Queries: the most that one new view needed.",
        "",
        *documents.table(rows),
        "",
        f"Median over all pages: new {median(row.new for row in rows):.1f}, "
        f"kept {median(row.kept for row in rows):.2f}.",
        "",
    ]


def _loads(browser: Browser, server: Running) -> list[str]:
    rows = first_load.measure(browser, server.base)
    return [
        f"## First load of the start page, empty cache, median of {first_load.RUNS}",
        "",
        "| profile | KB | requests | first readable figure | Dash has taken over | first chart |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *(
            f"| {row.profile} | {row.bytes / 1000:.0f} | {row.requests:.0f} | {row.readable:.0f} "
            f"| {row.taken_over:.0f} | {row.chart:.0f} |"
            for row in rows
        ),
        "",
    ]


def _changes(browser: Browser, server: Running) -> list[str]:
    clicked = interaction.in_browser(browser, server.base)
    calls = interaction.at_the_server(server.database_url)
    empty = calls["empty endpoint"].p50
    memory, _workers = server.memory_mb()
    return [
        "## Changing the view of the start page",
        "",
        f"Click on an area until it is marked, in the browser ({interaction.CLICKS} clicks): "
        f"p50 {clicked.p50:.0f}, p95 {clicked.p95:.0f}. Memory of a worker afterwards: {memory:.0f} MB.",
        "",
        f"| request in process ({interaction.CALLS} calls) | p50 | p95 | times the empty endpoint |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {name} | {spread.p50:.2f} | {spread.p95:.2f} | {spread.p50 / empty:.1f} |"
            for name, spread in calls.items()
        ),
    ]


if __name__ == "__main__":
    main()
