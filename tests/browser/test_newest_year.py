"""Who never chose a year always reads the newest one, whatever was looked at before."""

from __future__ import annotations

from collections.abc import Callable

from window import Visit, until

Open = Callable[..., Visit]
_ADDRESS = "wanted => location.pathname + location.search === wanted"


def test_the_newest_year_is_no_choice_that_another_indicator_keeps(visit: Open) -> None:
    page = visit().open("/")
    newest = page.locator("#feld-jahr").input_value()
    page.select_option("#feld-lebensphase", "kita")  # its first indicator ends years earlier
    until(page, "newest => document.querySelector('#feld-jahr').value !== newest", arg=newest)
    assert "gibt es hier nicht" not in page.locator("#hinweise").inner_text()
    page.select_option("#feld-lebensphase", "uebergang-sek1")
    until(page, "document.querySelector('#feld-kennzahl [value=uebergang-gymnasium]') !== null")
    page.select_option("#feld-kennzahl", "uebergang-gymnasium")
    until(page, _ADDRESS, arg="/")
    until(page, "newest => document.querySelector('#feld-jahr').value === newest", arg=newest)


def test_the_first_year_to_compare_with_is_none_either(visit: Open) -> None:
    page = visit().open("/kennzahl/sgb2-unter-18?ansicht=vergleich")
    page.select_option("#feld-lebensphase", "start")
    until(page, _ADDRESS, arg="/kennzahl/guter-start-screening?ansicht=vergleich")
    assert "gibt es hier nicht" not in page.locator("#hinweise").inner_text()


def test_a_chosen_year_is_kept(visit: Open) -> None:
    page = visit().open("/?jahr=2015")
    page.select_option("#feld-kennzahl", "uebergang-realschule")
    until(page, _ADDRESS, arg="/?kennzahl=uebergang-realschule&jahr=2015")
