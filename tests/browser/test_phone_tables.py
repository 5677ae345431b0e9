"""On a phone no table has to be scrolled sideways, on any page, in any view, under any tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from window import PHONE, Visit

from dashboard.pages.book import BARRIEREFREIHEIT, SHEETS

Open = Callable[..., Visit]

KNOWN = {"kennzahl": "uebergang-gymnasium", "raum": "uentrop"}
MORE = ("/?ebene=stadtbezirk", "/kosten?ansicht=raeume&merkmal=heimerziehung&raum=mitte", BARRIEREFREIHEIT)

#: Tables, and what they stand in, that are wider than they can show. Without scripts every tab is open.
WIDER = """() => {
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
  const found = [];
  for (const table of document.querySelectorAll('table')) {
    if (!table.offsetParent) continue;
    for (let part = table; part.tagName !== 'MAIN'; part = part.parentElement)
      if (part.scrollWidth > part.clientWidth + 1) found.push(`${part.className}: ${table.innerText.slice(0, 50)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('page');
  return [found, document.querySelectorAll('table').length];
}"""  # noqa: E501


def addresses() -> Iterator[str]:
    """Every page of the book in each of its views, and some that are drawn in another way."""
    for sheet in SHEETS:
        path = sheet.place.path(KNOWN)
        yield path
        yield from (f"{path}?ansicht={view}" for view in sheet.place.views)
    yield from MORE


def test_no_table_scrolls_sideways(visit: Open) -> None:
    opened = visit(PHONE, scripts=False)
    wider, tables = {}, 0
    for address in addresses():
        opened.page.goto(opened.base + address)
        found, number = opened.page.evaluate(WIDER)
        tables += number
        if found:
            wider[address] = found
    assert wider == {}
    assert tables > 40, "the walk met no tables: it proves nothing"


def test_stacked_rows_are_still_a_table_and_name_their_columns(visit: Open) -> None:
    page = visit(PHONE).open("/uebergaenge")
    table = page.locator("#react-entry-point .rates table.stacked").first
    assert page.get_by_role("table", name="Stadt Hamm: veröffentlichte Quoten in Prozent").count() == 1
    heads = table.get_by_role("columnheader").all_text_contents()
    row = table.get_by_role("row").nth(1)
    assert row.get_by_role("rowheader").count() == 1
    assert row.get_by_role("cell").count() == len(heads) - 1
    label = "cell => getComputedStyle(cell, '::before').content.split('/')[0].trim()"
    labels = [row.get_by_role("cell").nth(at).evaluate(label) for at in range(len(heads) - 1)]
    assert labels == [f'"{head}"' for head in heads[1:]]
