"""Slides: they open, hold the plate's words and numbers, and are the same every time."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from dashboard.answers.parts import Table
from dashboard.display import Sign
from dashboard.export.plate.parts import Chart, Course, Key, Line, Listing, Picture, Plate
from dashboard.export.slides import AUTHOR, write
from dashboard.export.slides.arrangement import TITLE, height_of
from dashboard.export.slides.formats import number_format, tick_format
from dashboard.export.slides.look import pens
from dashboard.export.slides.words import NO_VALUES, one_line
from dashboard.figures import theme
from dashboard.figures.contrast import INK

LINK = "https://monitor.example/l/abc123"
AREAS = ("Hamm-Norden", "Bockum-Hövel", "Heessen", "Stadt Hamm")
BARS = Chart("bars", "Übergangsquote", AREAS, (Course("Quote", (21.875, 35.0625, None, 37.25)),), "%", 1,
             focused="Hamm-Norden", city="Stadt Hamm")  # fmt: skip
LINES = Chart(
    "lines",
    "Entwicklung",
    ("2016/17", "2017/18", "2018/19"),
    (
        Course("Hamm-Norden", (20.5, None, 21.875), focused=True),
        Course("Heessen", (30.0, 31.0, 32.0)),
        Course("Stadt Hamm", (36.0, 36.5, 37.25), city=True),
    ),
    "%",
)
KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED, "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS, "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "shares": XL_CHART_TYPE.BAR_STACKED,
}  # fmt: skip
TABLE = Table("Alle Werte", ("Raum", "Wert", "95-%-Bereich"), (("Hamm-Norden", "21,9 %", "17 bis 28 %"),))
PLATE = Plate(
    name="Übergang_Hamm-Norden_2018-19_2026-1",
    kicker="Übergang in die Sekundarstufe I · Hamm-Norden",
    headline="Aus Hamm-Norden wechseln 21,9 % der Kinder auf das Gymnasium",
    subtitle="Übergangsquote zum Gymnasium, Schuljahr 2018/19",
    detail="Das sind 17 Punkte weniger als in der übrigen Stadt.",
    body=(),
    chart=BARS,
    tables=(TABLE,),
    source="Schulstatistik (Stadt Hamm)",
    origin="demo",
    origin_word="Beispieldaten",
    release="2026-1",
    address="/?raum=hamm-norden",
    keys=(Key("Hamm-Norden", "21,9 %", ("95 %: 17 bis 28 %", "n = 214"), "worse"), Key("Rang", "9 von 9")),
    legend=(("worse", "schlechter als die übrige Stadt"),),
    notes=("Definition: Anteil der Kinder, die wechseln.",),
)  # fmt: skip


def deck(*plates: Plate) -> Any:
    return Presentation(io.BytesIO(write([(plate, LINK) for plate in plates])))


def slide(**changes: Any) -> Any:
    return deck(replace(PLATE, **changes)).slides[0]


def chart(found: Any) -> Any:
    return next(shape.chart for shape in found.shapes if shape.has_chart)


def values(found: Any) -> list[tuple[float | None, ...]]:
    return [tuple(series.values) for series in chart(found).plots[0].series]


def texts(found: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in found.shapes if shape.has_text_frame)


def notes(found: Any) -> str:
    text: str = found.notes_slide.notes_text_frame.text
    return text


def test_the_statement_is_the_title_of_a_wide_slide() -> None:
    made = deck(PLATE)
    assert (made.slide_width.inches, made.slide_height.inches) == (pytest.approx(13.333), 7.5)
    assert made.slides[0].shapes.title.text_frame.text == PLATE.headline
    assert made.slides[0].shapes[0].is_placeholder
    assert [layout.name for layout in made.slide_layouts] == ["Aussage mit Diagramm"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_chart_is_native_and_holds_the_values(kind: Any) -> None:
    found = slide(chart=replace(LINES, kind=kind))
    assert chart(found).chart_type == KINDS[kind]
    assert list(chart(found).plots[0].categories) == list(LINES.categories)
    assert values(found) == [course.values for course in LINES.courses]
    assert [series.name for series in chart(found).plots[0].series] == [one.name for one in LINES.courses]


def test_the_data_sheet_of_the_chart_holds_the_same_numbers_and_empty_gaps() -> None:
    blob = chart(slide(chart=LINES)).part.chart_workbook.xlsx_part.blob
    rows = list(openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"].iter_rows(values_only=True))
    assert rows[0][1:] == ("Hamm-Norden", "Heessen", "Stadt Hamm")
    assert [row[0] for row in rows[1:]] == list(LINES.categories)
    assert list(zip(*(row[1:] for row in rows[1:]), strict=True)) == [one.values for one in LINES.courses]


def test_gaps_are_drawn_as_gaps_and_named() -> None:
    found = slide()
    assert 'dispBlanksAs val="gap"' in chart(found)._chartSpace.xml
    assert "Ohne Wert: Heessen" in texts(found)
    assert "Lücken" in texts(slide(chart=LINES))


def test_focus_and_city_have_their_colours() -> None:
    series = chart(slide()).plots[0].series[0]
    colours = [str(series.points[place].format.fill.fore_color.rgb) for place in range(4)]
    assert colours[0] == theme.PETROL[1:].upper()
    assert colours[3] != colours[0] != colours[1]
    drawn = pens(LINES)
    assert [(pen.light, pen.dashed) for pen in drawn] == [(False, False), (True, False), (False, True)]
    assert len({pen.colour for pen in drawn}) == 3
    assert len({pen.colour for pen in pens(replace(LINES, kind="stacked"))}) == 3


def test_courses_with_a_sign_have_its_colour() -> None:
    names: tuple[Sign, ...] = ("worse", "higher", "same", "better")
    counted = Chart("shares", "x", ("a",), tuple(Course(sign, (1.0,), sign=sign) for sign in names), "", 0)
    assert [pen.colour for pen in pens(counted)] == [theme.ORANGE, INK, theme.FADED, theme.PETROL]


def test_a_few_others_are_told_apart_and_many_are_one_grey_ground() -> None:
    assert not chart(slide()).has_legend
    few = chart(slide(chart=LINES))
    assert few.has_legend
    assert "<c:legendEntry>" not in few.legend._element.xml
    others = tuple(Course(f"Raum {number}", (30.0, 31.0, 32.0)) for number in range(8))
    many = replace(LINES, courses=(*LINES.courses, *others))
    assert len({pen.colour for pen in pens(many)}) == 3
    assert chart(slide(chart=many)).legend._element.xml.count("<c:legendEntry>") == 9
    assert "Grau: Heessen, Raum 0, Raum 1" in texts(slide(chart=many))


@pytest.mark.parametrize(
    ("unit", "decimals", "largest", "code"),
    [
        ("%", 1, 50.0, '[$-407]#,##0.0"\u202f%";[$-407]"−"#,##0.0"\u202f%"'),
        ("€", 2, 900.0, '[$-407]#,##0.00"\u00a0€";[$-407]"−"#,##0.00"\u00a0€"'),
        ("€", 2, 2.5e7, '[$-407]#,##0.0,,"\u00a0Mio. €";[$-407]"−"#,##0.0,,"\u00a0Mio. €"'),
        ("Hilfen je 1.000", 0, 60.0, '[$-407]#,##0;[$-407]"−"#,##0'),
        ("", 0, 60.0, '[$-407]#,##0;[$-407]"−"#,##0'),
    ],
)
def test_numbers_have_their_decimals_and_a_short_unit(
    unit: str, decimals: int, largest: float, code: str
) -> None:
    one = Chart("columns", "x", ("a",), (Course("b", (largest,)),), unit, decimals)
    assert number_format(one) == code
    assert chart(slide(chart=one)).plots[0].series[0].values == (largest,)
    assert chart(slide(chart=one)).value_axis.has_title == bool(unit)


def test_axes_begin_at_zero_unless_they_are_of_lines() -> None:
    assert chart(slide()).value_axis.minimum_scale == 0
    assert chart(slide(chart=LINES)).value_axis.minimum_scale is None
    below = replace(BARS, courses=(Course("Quote", (-2.0, 3.0, None, 1.0)),))
    assert chart(slide(chart=below)).value_axis.minimum_scale is None
    assert tick_format(below).startswith("[$-407]#,##0.0;")
    assert tick_format(BARS).startswith("[$-407]#,##0;")


def test_the_chart_is_told_to_those_who_do_not_see_it() -> None:
    frame = next(shape for shape in slide().shapes if shape.has_chart)
    told = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert told.startswith("Balkendiagramm: Übergangsquote. Einheit: %.")
    assert "Hamm-Norden: 21,9\u202f%" in told
    assert "Heessen" not in told


def test_key_figures_come_with_their_intervals_and_signs() -> None:
    found = texts(slide())
    for text in ("Hamm-Norden", "◆ 21,9 %", "95 %: 17 bis 28 %", "n = 214", "Rang", "9 von 9"):
        assert text in found
    assert "schlechter als die übrige Stadt" in found


def test_examples_are_marked_and_others_are_not() -> None:
    made = deck(PLATE)
    names = [shape.name for shape in made.slides[0].shapes]
    assert "Kennzeichnung Beispieldaten" in names
    assert "Beispieldaten" in made.core_properties.keywords
    real = deck(replace(PLATE, origin="delivered", origin_word="geliefert"))
    assert "Beispieldaten" not in texts(real.slides[0]) + notes(real.slides[0])
    assert "Beispieldaten" not in real.core_properties.keywords


def test_the_foot_names_source_origin_release_and_link() -> None:
    found = slide()
    for text in (PLATE.source, "Herkunft: Beispieldaten", "Datenstand 2026-1", LINK):
        assert text in texts(found)
    links = [
        run.hyperlink.address
        for shape in found.shapes
        if shape.has_text_frame
        for line in shape.text_frame.paragraphs
        for run in line.runs
        if run.hyperlink.address
    ]
    assert links == [LINK]


@pytest.mark.parametrize("length", [1, 3, 6, 12, 40])
def test_a_long_statement_gets_smaller_and_never_leaves_its_place(length: int) -> None:
    headline = " ".join(["Im Jahr 2025 kosteten die Hilfen 62,0\u00a0Mio.\u00a0€ mehr"] * length)
    found = slide(headline=headline)
    title = found.shapes.title
    size = title.text_frame.paragraphs[0].runs[0].font.size.pt
    assert 14 <= size <= 28
    words = title.text_frame.text
    assert words == headline if length < 12 else words.endswith(" …") or words == headline
    assert height_of(words, TITLE.width, size, bold=True) <= TITLE.height + 0.01
    below = next(shape for shape in found.shapes if shape.name == "Untertitel")
    assert title.top + title.height <= below.top
    assert headline in notes(found)


def test_numbers_and_units_stay_on_one_line() -> None:
    assert (
        one_line(" 62,0\u00a0Mio.\u00a0€ \n\tund 54,8\u202f%\u2028 ")
        == "62,0\u00a0Mio.\u00a0€ und 54,8\u202f%"
    )


def test_whole_numbers_are_labelled_in_small_pieces_and_nothing_where_there_is_none() -> None:
    counted = Chart(
        "shares", "x", ("a", "b"), (Course("eins", (1.0, 0.0)), Course("zwei", (44.0, 45.0))), "", 0
    )
    first, last = chart(slide(chart=counted, keys=())).plots[0].series
    silent = [
        point.get("val")
        for point in first._element.iter(qn("c:idx"))
        if point.getparent().tag == qn("c:dLbl")
    ]
    assert silent == ["1"]
    assert not list(last._element.iter(qn("c:dLbl")))
    assert chart(slide(chart=counted)).value_axis.maximum_scale == 45


def test_the_theme_names_a_font_with_its_family() -> None:
    with zipfile.ZipFile(io.BytesIO(write([(PLATE, LINK)]))) as parts:
        theme_ = parts.read("ppt/theme/theme1.xml").decode()
    assert theme_.count('typeface="Calibri"') == theme_.count('panose="020F0502020204030204"') == 2


def test_a_list_beside_the_chart_is_a_table_though_the_picture_draws_it() -> None:
    body = (Picture(lambda _width, _height: Markup(""), "Balken"),)
    found = slide(
        body=body, beside=(Listing(("Lieferung", "Werte"), (Line(("Pelkum", "3")),), "Lieferungen"),)
    )
    table = next(shape.table for shape in found.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[1].cells] == ["Pelkum", "3"]
    assert any(shape.has_chart for shape in found.shapes)


def test_a_long_source_is_cut_on_the_slide_and_whole_in_the_notes() -> None:
    found = slide(source="; ".join(f"Statistik Nummer {number}" for number in range(60)))
    assert "vollständig in den Notizen" in texts(found)
    assert "Datenstand 2026-1" in texts(found)
    assert "Statistik Nummer 59" in notes(found)


def test_notes_hold_what_the_slide_has_no_room_for() -> None:
    found = notes(slide())
    for text in (PLATE.detail, *PLATE.notes, "Alle Werte", "Raum | Wert | 95-%-Bereich", "17 bis 28 %",
                 PLATE.source, "Datenstand 2026-1", LINK, "◆ schlechter als die übrige Stadt"):  # fmt: skip
        assert text in found


def test_a_listing_is_a_table_with_a_header_and_nothing_of_it_is_lost() -> None:
    lines = tuple(Line((f"Kennzahl {number}", f"{number},0 %"), "better") for number in range(60))
    found = slide(body=(Listing(("Kennzahl", "Wert"), lines, "Liste"),))
    table = next(shape.table for shape in found.shapes if shape.has_table)
    assert table.first_row
    assert [cell.text for cell in table.rows[0].cells] == ["Kennzahl", "Wert"]
    assert table.cell(1, 0).text == "● Kennzahl 0"
    shown = len(table.rows) - 2
    assert table.cell(shown + 1, 0).text == f"und {60 - shown} weitere (in den Notizen)"
    assert "Kennzahl 59 | 59,0 %" in notes(found)
    assert any(shape.has_chart for shape in found.shapes)


def test_a_listing_beside_a_picture_is_in_the_notes_and_the_chart_takes_the_room() -> None:
    body = (Picture(lambda _width, _height: Markup(""), "Karte"), Listing(("Raum",), (Line(("Pelkum",)),)))
    found = slide(body=body)
    assert not any(shape.has_table for shape in found.shapes)
    assert "Pelkum" in notes(found)


@pytest.mark.parametrize(
    "empty",
    [Chart("bars", "x", (), (), "%"), Chart("lines", "x", ("a",), (Course("b", (None,)),), "%")],
)
def test_a_view_without_values_says_so(empty: Chart) -> None:
    found = slide(chart=empty)
    assert not any(shape.has_chart for shape in found.shapes)
    assert NO_VALUES in texts(found)
    assert PLATE.detail in texts(found)


def test_a_course_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 Werte für 1 Kategorien"):
        write([(replace(PLATE, chart=Chart("bars", "x", ("a",), (Course("b", (1.0, 2.0)),), "%")), LINK)])
    with pytest.raises(ValueError, match="mindestens eine Ansicht"):
        write([])


def test_several_plates_are_several_numbered_slides() -> None:
    made = deck(PLATE, replace(PLATE, headline="Zweite Aussage", chart=LINES), PLATE)
    assert [each.shapes.title.text_frame.text for each in made.slides][1] == "Zweite Aussage"
    assert made.core_properties.title == "Sozialraum-Monitor Hamm: 3 Ansichten"
    assert ["Foliennummer" in {shape.name for shape in each.shapes} for each in made.slides] == [True] * 3
    assert "Foliennummer" not in {shape.name for shape in slide().shapes}


def test_properties_name_title_author_language_and_no_date_of_today() -> None:
    told = deck(PLATE).core_properties
    assert (told.title, told.author, told.language) == (PLATE.headline, AUTHOR, "de-DE")
    assert told.created == told.modified == datetime(2000, 1, 1)
    assert told.subject == "Datenstand 2026-1"


def test_every_text_is_marked_as_german() -> None:
    with zipfile.ZipFile(io.BytesIO(write([(PLATE, LINK)]))) as parts:
        for name in ("ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml", "ppt/charts/chart1.xml"):
            text = next(parts.read(one) for one in parts.namelist() if one.startswith(name[:-5])).decode()
            assert 'lang="de-DE"' in text
            assert 'lang="en-US"' not in text
            assert text.count("<a:r>") == text.count("<a:r><a:rPr")


def test_the_same_plate_gives_the_same_bytes_in_every_process() -> None:
    here = Path(__file__).resolve().parent
    told = (
        "import hashlib, test_slides as t; from dashboard.export.slides import write;"
        "print(hashlib.sha256(write([(t.PLATE, t.LINK)])).hexdigest())"
    )
    places = {"PYTHONPATH": f"{here.parent}:{here}", "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    other = subprocess.run(
        [sys.executable, "-c", told], env=places, capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == sha256(write([(PLATE, LINK)])).hexdigest()
    with zipfile.ZipFile(io.BytesIO(write([(PLATE, LINK)]))) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name or "printer" in name]


ODD = "Äpfel & <Birnen> \"ß\" 'x' \x00\x0b\x1b\ud800\ufffe\u2028 \U0001f9ff ]]> _x0041_"


def test_odd_characters_appear_or_vanish_but_never_break_the_file() -> None:
    one = Chart("bars", ODD, (ODD,), (Course(ODD, (1.0,)),), ODD)
    table = Listing((ODD, "Wert"), (Line((ODD, ODD)),), ODD)
    odd = replace(
        PLATE, kicker=ODD, headline=ODD, subtitle=ODD, detail=ODD, source=ODD, origin_word=ODD, release=ODD,
        chart=one, body=(table,), keys=(Key(ODD, ODD, (ODD,)),), notes=(ODD,), legend=(("better", ODD),),
        tables=(Table(ODD, (ODD,), ((ODD,),)),),
    )  # fmt: skip
    made = Presentation(io.BytesIO(write([(odd, ODD)])))
    title = made.slides[0].shapes.title.text_frame.text
    assert title.startswith("Äpfel & <Birnen> \"ß\" 'x'")
    assert "\U0001f9ff" in title
    assert next(iter(chart(made.slides[0]).plots[0].categories)).startswith("Äpfel & <Birnen>")
    assert "Äpfel & <Birnen>" in notes(made.slides[0])


number = st.one_of(st.none(), st.floats(-1e12, 1e12, allow_nan=False), st.just(0.0))
text = st.text(max_size=40)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = tuple(draw(st.lists(text, max_size=12)))
    one = st.builds(
        Course, text, st.tuples(*(number for _ in categories)), focused=st.booleans(), city=st.booleans()
    )
    courses = tuple(draw(st.lists(one, max_size=6)))
    unit, decimals = draw(st.sampled_from(["%", "€", "", "Kinder je 1.000"])), draw(st.integers(0, 3))
    names = st.sampled_from([*categories, ""])
    return Chart(draw(st.sampled_from(sorted(KINDS))), draw(text), categories, courses, unit, decimals,
                 draw(names), draw(names))  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(charts(), text)
def test_any_chart_opens_again_with_its_values(shown: Chart, words: str) -> None:
    found = slide(chart=shown, headline=words, subtitle=words, detail=words)
    some = any(value is not None for course in shown.courses for value in course.values)
    assert any(shape.has_chart for shape in found.shapes) == some
    if some:
        assert values(found) == [course.values for course in shown.courses]
