"""The report on protected small numbers: counts and rules, no cell contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dashboard.answers.geheimhaltung import answer
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.store.read import Store


@pytest.fixture(scope="module")
def app(release_url: str) -> Iterator[Document]:
    found = create_app(Settings(release_url, ROOT))
    yield found
    found.close()


def test_the_report_counts_what_is_hidden_and_says_by_which_rule(app: Document, release_url: str) -> None:
    with Store(release_url) as store:
        release = store.current()
        audit = store.audit(release.id)
        hidden = [row for row in store.observations(release.id) if row.status == "hidden"]
        report = answer(release, store.catalogue(release.id), audit)
    assert sum(row.primary + row.secondary for row in audit) == len(hidden) > 0
    page = app.server.test_client().get("/daten/geheimhaltung", buffered=True)
    text = page.get_data(as_text=True)
    assert page.status_code == 200
    assert f"<h1>{report.headline}</h1>" in text
    assert re.search(r"\d Werte sind verdeckt", report.headline)
    assert "So wird geschützt" in text


def test_a_release_with_nothing_hidden_says_so(release_url: str) -> None:
    with Store(release_url) as store:
        release = store.current()
        report = answer(release, store.catalogue(release.id), ())
    assert report.headline == "In diesem Datenstand ist kein Wert verdeckt"
    assert report.table.rows == ()


def test_the_start_page_leads_to_the_report(app: Document) -> None:
    start = app.server.test_client().get("/", buffered=True).get_data(as_text=True)
    assert 'href="/daten/geheimhaltung"' in start
