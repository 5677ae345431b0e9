"""The profile on paper: complete, tagged, the same every time, and nobody's text is code."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from profile_world import AREA, SKETCHES, entries, entry, outlines, per_cent, profile
from pypdf.generic import DictionaryObject

from dashboard.answers.file_names import stem
from dashboard.answers.sozialraum.parts import SozialraumAnswer
from dashboard.export.profile_pdf import name, write
from dashboard.export.profile_pdf.code import qr_code
from dashboard.export.profile_pdf.content import content
from dashboard.export.profile_pdf.history import history
from dashboard.export.profile_pdf.locator import locator
from dashboard.export.profile_pdf.names import keywords
from dashboard.export.profile_pdf.spine import spine
from dashboard.figures.contrast import INK

HOST = "https://monitor.example"
LINK = f"{HOST}/sozialraum/hamm-norden?stand=2026-1"
HIDDEN = next(sketch for sketch in SKETCHES if sketch.sign == "hidden")
COUNTS = (0, 1, 14, 19, 35, 55, 90)


@cache
def paper(count: int) -> pypdf.PdfReader:
    return reader(profile(count))


def reader(answer: SozialraumAnswer) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(answer, HOST)))


def pages(document: pypdf.PdfReader) -> list[str]:
    """The text of each page without any white space: lines may break anywhere."""
    return [packed(page.extract_text()) for page in document.pages]


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def tags(document: pypdf.PdfReader) -> list[DictionaryObject]:
    """All elements of the structure tree."""
    waiting: list[Any] = [document.trailer["/Root"]["/StructTreeRoot"]]
    found = []
    while waiting:
        node = waiting.pop()
        children = node.get("/K", [])
        children = children if isinstance(children, list) else [children]
        for child in (each.get_object() for each in children):
            if isinstance(child, DictionaryObject) and "/S" in child:
                found.append(child)
                waiting.append(child)
    return found


def outline(document: pypdf.PdfReader) -> list[str]:
    def titles(items: list[Any]) -> list[str]:
        return [
            text for item in items for text in (titles(item) if isinstance(item, list) else [item["/Title"]])
        ]

    return titles(document.outline)


@pytest.mark.parametrize("count", COUNTS)
def test_at_most_two_pages_hold_everything(count: int) -> None:
    answer, texts = profile(count), pages(paper(count))
    assert len(texts) <= 2
    whole = "".join(texts)
    for text in (answer.said.headline, answer.lead, answer.place, *answer.footnotes, *answer.methods):
        assert packed(text) in whole
    for one in entries(count):
        for printed in (one.title, one.text, one.city_text):
            assert packed(printed) in whole


def test_the_table_prints_each_value_of_each_row() -> None:
    whole = "".join(pages(paper(19)))
    for one in entries(19):
        for printed in (one.n_text, one.worst_text, one.best_text, str(one.behind or "")):
            assert packed(printed) in whole


def test_few_indicators_fit_one_page_and_many_are_cut_with_a_hint() -> None:
    assert [len(paper(count).pages) for count in (1, 14, 90)] == [1, 1, 2]
    assert re.search(r"und\d+weitere,sieheSeite2", pages(paper(90))[0])
    assert "weitere,siehe" not in "".join(pages(paper(19)))


def test_ninety_long_titles_and_many_notes_still_fit() -> None:
    long = tuple(replace(one, title=f"{one.title} der Kinder mit anderer Erstsprache") for one in entries(90))
    answer = profile(long, footnotes=tuple(f"Hinweis {place} zu einer Kennzahl." for place in range(30)))
    document = reader(answer)
    assert len(document.pages) == 2
    assert "weitereüberdenLink" in pages(document)[1]


@pytest.mark.parametrize("count", [1, 19, 90])
def test_language_title_author_keywords_and_date(count: int) -> None:
    document = paper(count)
    root, told = document.trailer["/Root"], document.metadata
    assert told is not None
    assert root["/Lang"].startswith("de")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert told.title is not None
    assert profile().said.headline in told.title
    assert "Beispieldaten" in told.title
    assert told.author == "Stadt Hamm, Sozialraum-Monitor Hamm"
    assert all(word in str(told["/Keywords"]) for word in keywords(profile()))
    assert str(told["/CreationDate"]).startswith("D:20261121")


@pytest.mark.parametrize("count", [1, 19, 90])
def test_it_is_tagged_and_claims_pdf_ua(count: int) -> None:
    document = paper(count)
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    found = tags(document)
    kinds = {str(tag["/S"]) for tag in found}
    assert {"/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Link"} <= kinds
    figures = [tag for tag in found if tag["/S"] == "/Figure"]
    assert all(str(tag.get("/Alt", "")).strip() for tag in figures)
    assert any(LINK in str(tag["/Alt"]) for tag in figures)


@pytest.mark.parametrize("count", [19, 90])
def test_bookmarks_name_the_sections_and_each_life_phase_once(count: int) -> None:
    answer, found = profile(count), outline(paper(count))
    assert found[0] == answer.said.headline
    sections = [answer.worsening.title, answer.strengths.title, "Alle Kennzahlen nach Lebensphasen"]
    assert all(title in found for title in sections)
    assert [found.count(phase.title) for phase in answer.phases] == [1] * len(answer.phases)


@pytest.mark.parametrize("count", [1, 19, 90])
def test_all_type_is_embedded_and_ours(count: int) -> None:
    fonts = {}
    for page in paper(count).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[str(inner["/BaseFont"])] = inner["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font.get_object()
    assert len(fonts) >= 2
    for base, descriptor in fonts.items():
        assert "SourceSansPro" in base
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_pictures_are_drawn_not_rastered() -> None:
    def images(resources: DictionaryObject) -> list[object]:
        inner = [each.get_object() for each in resources.get("/XObject", {}).values()]
        nested = [one for each in inner if "/Resources" in each for one in images(each["/Resources"])]
        return [each for each in inner if each.get("/Subtype") == "/Image"] + nested

    assert [images(page["/Resources"]) for page in paper(19).pages] == [[], []]


def test_the_same_answer_gives_the_same_bytes_in_threads_and_processes() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: write(profile(19), HOST), range(4)))
    assert len(made) == 1
    told = (
        "import hashlib, profile_world as w; from dashboard.export.profile_pdf import write;"
        f"print(hashlib.sha256(write(w.profile(19), {HOST!r})).hexdigest())"
    )
    root = Path(__file__).resolve().parents[1]
    places = {"PYTHONPATH": f"{root}:{root / 'tests'}", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", told]
    other = subprocess.run(command, env=places, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(made.pop()).hexdigest()


def test_a_hidden_value_prints_no_number() -> None:
    hidden = entry(HIDDEN)
    answer = profile([hidden], facts=(), lead="", methods=(), footnotes=())
    data = content(answer, LINK)
    assert not re.search(r"\d", "".join(map(str, _numbers_of(data))))
    text = "".join(pages(reader(answer)))
    assert packed(per_cent(HIDDEN.value)) not in text
    assert "Geheimhaltung" in text
    alone = spine(hidden, (86, 13))
    assert "circle" not in alone
    assert alone.count("<path") == 1


def _numbers_of(data: dict[str, Any]) -> list[str]:
    """What the row of the only indicator could say about its value."""
    row = data["phases"][0]["rows"][0]
    return [row[key] for key in ("text", "n", "interval", "worst", "best", "behind", "alt", "target-word")]


@pytest.mark.parametrize(
    "text",
    [
        "#panic(1) #read(\"x\")", "$x^2$ und $", "*fett* _kursiv_ `kurz`", "<marke> @verweis", "= Titel",
        "\"gerade\" 'einfache' „deutsche“", "\\ // /* */ [ ] { }", "https://x.example/?a=1&b=2",
        "-- --- ... ~",
    ],
)  # fmt: skip
def test_special_characters_appear_literally(text: str) -> None:
    special = replace(entries(1)[0], title=text, source=text)
    answer = profile([special], lead=f"Vorspann {text}", footnotes=(f"Hinweis: {text}",), sources=(text,))
    printed = "".join(pages(reader(answer)))
    assert printed.count(packed(text)) >= 4


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_no_text_breaks_the_layout(text: str) -> None:
    odd = replace(entries(1)[0], title=text, text=text, city_text=text)
    assert len(reader(profile([odd], lead=text)).pages) <= 2


def test_a_letter_no_font_has_costs_the_claim_and_not_the_document() -> None:
    document = reader(profile(1, lead="Ein Zeichen \U0001f9ff ohne Schrift"))
    root = document.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" not in root["/Metadata"].get_object().get_data()
    assert "ohneSchrift" in pages(document)[0]


def test_umlauts_and_narrow_spaces_survive() -> None:
    text = "\n".join(page.extract_text() for page in paper(19).pages)
    assert "Früherkennung" in text
    assert "Grundschule" in text
    assert "41,5\u202f%" in text
    assert "−9 Monate" in text


@pytest.mark.parametrize("count", [1, 19, 90])
def test_every_page_says_that_these_are_examples_and_which_release(count: int) -> None:
    for text in pages(paper(count)):
        assert "Beispieldaten" in text
        assert "Datenstand2026-1vom21.11.2026" in text


def test_delivered_values_carry_no_such_mark() -> None:
    plain = profile(1)
    foot = replace(plain.foot, origin="delivered", origin_word="geliefert")
    answer = replace(plain, demo=False, foot=foot, sources=("Statistikstelle",), released=None)
    document = reader(answer)
    assert "Beispieldaten" not in "".join(pages(document))
    assert "/CreationDate" not in (document.metadata or {})


def test_the_link_is_absolute_and_pinned_on_paper_and_in_the_code() -> None:
    document = paper(19)
    links = {
        str(annotation.get_object()["/A"]["/URI"])
        for page in document.pages
        for annotation in page.get("/Annots", [])
    }
    assert links == {LINK}
    assert packed(LINK) in pages(document)[0]
    assert content(profile(), LINK)["code"] == {"svg": qr_code(LINK), "alt": f"QR-Code des Links {LINK}"}


def test_the_drawn_code_has_exactly_the_modules_of_the_link() -> None:
    path = ElementTree.fromstring(qr_code(LINK)).find("{http://www.w3.org/2000/svg}path")
    assert path is not None
    x = y = 0.0
    drawn = set()
    for step, numbers in re.findall(r"([Mmh])([^Mmh]*)", path.attrib["d"]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if step == "h":
            drawn |= {(int(y), int(x) + place) for place in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if step == "M" else (x + values[0], y + values[1])
    matrix = segno.make_qr(LINK, error="m").matrix
    assert drawn == {(i + 2, j + 2) for i, line in enumerate(matrix) for j, dark in enumerate(line) if dark}


def test_better_lies_right_of_the_city() -> None:
    def places(less: bool) -> tuple[float, float]:
        one = replace(entries(4)[3], value=40.0, city=30.0, less_is_right=less, sign="none", others=(20.0,))
        drawn = ElementTree.fromstring(spine(one, (100, 13)))
        dot = drawn.find("{http://www.w3.org/2000/svg}circle")
        city = [line for line in drawn if line.get("stroke-dasharray")]
        assert dot is not None
        return float(dot.attrib["cx"]), float(city[0].attrib["x1"])

    assert places(less=False)[0] > places(less=False)[1] == 50
    assert places(less=True)[0] < places(less=True)[1] == 50


@pytest.mark.parametrize("missing", ["value", "city"])
def test_without_a_value_or_a_city_there_is_no_strip(missing: str) -> None:
    assert spine(replace(entries(1)[0], **{missing: None}), (86, 13)) == ""


def test_a_line_is_not_drawn_across_a_hidden_year() -> None:
    one = entries(1)[0]
    gap = tuple(replace(point, value=None) if point.year == 2022 else point for point in one.history)
    assert history(replace(one, history=gap, city_history=())).count("<polyline") == 2
    assert history(replace(one, history=one.history[:1])) == ""


def test_the_locator_inks_one_of_nine() -> None:
    drawn = locator(outlines(), AREA.id)
    assert drawn.count("<path") == 9
    assert drawn.count(f'fill="{INK}"') == 1
    assert locator((), AREA.id) == ""


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("Hamm-Norden", "Profil_Hamm-Norden_2025_Datenstand-2026-1.pdf"),
        ("Bockum-Hövel", "Profil_Bockum-Hövel_2025_Datenstand-2026-1.pdf"),
        ("Stadtbezirk Mitte", "Profil_Stadtbezirk-Mitte_2025_Datenstand-2026-1.pdf"),
        ('A/B: "C" #1', "Profil_A-B-C-1_2025_Datenstand-2026-1.pdf"),
    ],
)
def test_the_file_has_the_german_name_of_its_view(area: str, expected: str) -> None:
    shown = profile(1)
    said = replace(shown.said, file=stem("Profil", area, "2025", "2026-1"))
    assert name(replace(shown, said=said)) == expected


def test_the_day_of_the_release_is_the_date_of_the_document() -> None:
    document = reader(profile(1, released=date(2027, 3, 4)))
    assert document.metadata is not None
    assert str(document.metadata["/CreationDate"]).startswith("D:20270304")
    assert "vom04.03.2027" in pages(document)[0]
