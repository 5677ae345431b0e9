"""Plates set as pictures and on paper: fixed sizes, the same bytes, one family of type, nothing lost."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import subprocess
import sys
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from world import SHARE, tiny_release

from dashboard.answers.desk import Desk
from dashboard.answers.file_names import file_name, stem
from dashboard.export import typesetting
from dashboard.export.plate import write
from dashboard.export.plate.content import of_picture
from dashboard.export.plate.parts import Line, Listing, Picture, Plate
from dashboard.export.plate.ranked import Row, ranked
from dashboard.export.plate.write import SIZES, Shape
from dashboard.pages.plates import open_plate
from dashboard.settings import ROOT
from dashboard.store.read import Store

LINK = "https://monitor.example/l/abc123"
SHAPES: tuple[Shape, ...] = get_args(Shape)
VIEWS = ("/", "/?raum=uentrop", "/?ansicht=verlauf", f"/kennzahl/{SHARE}?raum=mitte",
         f"/kennzahl/{SHARE}?ansicht=abstand", f"/kennzahl/{SHARE}?ansicht=vergleich")  # fmt: skip
LEAST = {"breit": 380.0, "quadrat": 480.0, "vorschau": 300.0}  # px of height that pictures keep
#: What each process is asked to do: all three files of one plate, as one hash.
ALONE = """
import hashlib, sys
from dashboard.answers.desk import Desk
from dashboard.export.plate import write
from dashboard.pages.plates import open_plate
from dashboard.store.read import Store
store = Store(sys.argv[1])
plate = open_plate("/", {"raum": "uentrop"}, Desk(store)).plate
files = [made(plate, "breit", "monitor.example/l/abc") for made in (write.png, write.svg)]
files.append(write.pdf([(plate, "https://monitor.example/l/abc")], "Titel"))
print(hashlib.sha256(b"".join(files)).hexdigest())
store.close()
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('plates') / 'monitor.sqlite'}"
    tiny_release(address)
    return address


@pytest.fixture(scope="module")
def desk(url: str) -> Desk:
    return Desk(Store(url))


def plate_at(desk: Desk, address: str) -> Plate:
    path, _, query = address.partition("?")
    found = open_plate(path, dict(pair.split("=") for pair in query.split("&") if pair), desk)
    assert found is not None
    return found.plate


def room(plate: Plate, shape: Shape) -> list[list[float]]:
    """Width and height in px that the layout leaves for the pictures."""
    return typesetting.asked(write._PICTURE, of_picture(plate, shape, LINK, lambda ident, one: ""), "body")


def printed(pdf: bytes) -> str:
    """The text of all pages, without the line ends that the layout chose."""
    return plain(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def plain(words: str) -> str:
    """Without any space: where lines end is the layout's business."""
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("address", VIEWS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_has_the_size_of_its_shape(desk: Desk, address: str, shape: Shape) -> None:
    drawn = write.png(plate_at(desk, address), shape, LINK)
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == SIZES[shape]
    ((_width, height),) = room(plate_at(desk, address), shape)
    assert height >= LEAST[shape]


def test_an_svg_is_made_of_paths_alone(desk: Desk) -> None:
    plate = plate_at(desk, "/")
    drawn = write.svg(plate, "quadrat", LINK).decode()
    opening = drawn.partition(">")[0]
    assert 'viewBox="0 0 1080 1080" width="1080" height="1080"' in opening
    assert 'role="img"' in opening
    assert f"<title>{plate.headline}</title>" in drawn
    assert "Beispieldaten" in drawn.partition("<desc>")[2].partition("</desc>")[0]
    for named in ("<text", "<image", "font-family", 'href="http', "<script", "<style"):
        assert named not in drawn, named


def test_two_processes_write_the_same_bytes(url: str) -> None:
    command = [sys.executable, "-c", ALONE, url]
    found = {
        subprocess.run(
            command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert len(found.pop().strip()) == len(hashlib.sha256().hexdigest())


@pytest.mark.parametrize("address", VIEWS)
def test_paper_says_everything(desk: Desk, address: str) -> None:
    plate = plate_at(desk, address)
    pdf = write.pdf([(plate, LINK)], "Bericht")
    reader, said = PdfReader(io.BytesIO(pdf)), printed(pdf)
    for words in (
        plate.headline,
        plate.subtitle,
        plate.source,
        "Beispieldaten",
        f"Datenstand {plate.release}",
    ):
        assert plain(words) in said
    assert LINK.removeprefix("https://") in said
    assert all(plain(table.caption) in said for table in plate.tables)
    assert reader.metadata is not None
    assert reader.metadata.title == "Bericht"
    assert str(reader.root_object["/Lang"]) == "de-DE"
    assert "/StructTreeRoot" in reader.root_object
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    targets = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert {note["/A"]["/URI"] for note in targets if "/A" in note} == {LINK}


def test_no_letter_falls_back_to_another_family(desk: Desk) -> None:
    reader = PdfReader(io.BytesIO(write.pdf([(plate_at(desk, "/"), LINK)], "Bericht")))
    names = {str(name) for page in reader.pages for name in fonts_of(page["/Resources"])}
    assert names
    assert all("SourceSansPro" in name for name in names), names


def fonts_of(resources: object) -> list[str]:
    """Names of the fonts of a page and of the drawings in it."""
    found = resources.get_object()  # type: ignore[attr-defined]
    names = [font.get_object()["/BaseFont"] for font in found.get("/Font", {}).values()]
    for drawing in found.get("/XObject", {}).values():
        inner = drawing.get_object().get("/Resources")
        names += fonts_of(inner) if inner is not None else []
    return names


def test_each_plate_of_a_document_has_its_bookmark_and_pages(desk: Desk) -> None:
    plates = [plate_at(desk, address) for address in ("/", f"/kennzahl/{SHARE}")]
    reader = PdfReader(io.BytesIO(write.pdf([(plate, LINK) for plate in plates], "Zwei Ansichten")))
    bookmarks = [plain(str(one["/Title"])) for one in reader.outline if not isinstance(one, list)]
    assert bookmarks == [plain(plate.headline) for plate in plates]
    last = plain(reader.pages[-1].extract_text())
    assert f"Seite{len(reader.pages)}von{len(reader.pages)}" in last


def test_a_character_without_a_glyph_costs_only_the_claim(desk: Desk) -> None:
    plate = replace(plate_at(desk, "/"), detail="Ein Zeichen aus fernen Schriften: \U00012345")
    pdf = write.pdf([(plate, LINK)], "Bericht")
    assert b"pdfuaid:part" not in pdf
    assert plain("Ein Zeichen aus fernen Schriften") in printed(pdf)


def test_words_are_words_and_never_code(desk: Desk) -> None:
    plate = replace(
        plate_at(desk, "/"), headline="#panic(\"x\") *a* <b> $c$ \\ & 'd' 50 %", source="#lorem(9)"
    )
    assert plain(plate.headline).replace("'d'", "")[:20] in printed(write.pdf([(plate, LINK)], "#title"))
    assert "&lt;b&gt;" in write.svg(plate, "breit", LINK).decode()


def test_the_longest_headline_leaves_room_for_its_picture(release_url: str) -> None:
    desk = Desk(Store(release_url))
    indicators = desk.current_choices().indicators
    plates = [plate_at(desk, f"/kennzahl/{one}?raum=bockum-hoevel") for one in indicators]
    longest = max(plates, key=lambda plate: len(plate.headline))
    assert len(longest.headline) > 150
    for shape in SHAPES:
        assert [height >= LEAST[shape] for _width, height in room(longest, shape)] == [True]
        assert struct.unpack(">II", write.png(longest, shape, LINK)[16:24]) == SIZES[shape]


@pytest.mark.parametrize("shape", SHAPES)
def test_far_too_much_text_still_fits_on_one_picture(desk: Desk, shape: Shape) -> None:
    long = "Ein Satz, der sehr viel länger ist, als eine Überschrift sein darf. "
    plate = replace(
        plate_at(desk, "/"), headline=long * 5, subtitle=long * 2, detail=long * 2,
        source="; ".join(f"{long}{number}" for number in range(30)),
    )  # fmt: skip
    assert struct.unpack(">II", write.png(plate, shape, LINK)[16:24]) == SIZES[shape]


def test_what_a_list_has_no_room_for_is_counted(desk: Desk) -> None:
    lines = tuple(Line((f"Zeile {number}:", "ja"), focused=number == 90) for number in range(100))
    plate = replace(plate_at(desk, "/"), body=(Listing(("Name", "Wert"), lines),), tables=(), notes=())
    said = printed(write.pdf([(plate, LINK)], "Bericht"))
    shown = set(re.findall(r"Zeile(\d+):", said))
    (rest,) = re.findall(r"und(\d+)weitere", said)
    assert "90" in shown  # the one in focus
    assert len(shown) + int(rest) == 100


@given(
    st.lists(st.floats(-1e6, 1e6) | st.none(), min_size=1, max_size=40),
    st.floats(200, 1500),
    st.floats(120, 700),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_ordered_rows_stay_in_their_box(
    values: list[float | None], width: float, height: float, bars: bool
) -> None:
    rows = [Row(f"Raum {place}", "1,0 %", value) for place, value in enumerate(values)]
    drawn = str(ranked(rows, (-1e6, 1e6), bars=bars)(width, height))
    shown = re.findall(r">Raum (\d+)<", drawn)
    rest = re.findall(r">und (\d+|eine) weitere<", drawn)
    left = (1 if rest[0] == "eine" else int(rest[0])) if rest else 0
    assert len(shown) + left == len(rows)
    for coordinate in re.findall(r' (?:x|x1|x2|cx)="(-?[\d.]+)"', drawn):
        assert -1 <= float(coordinate) <= width + 1


def test_a_row_in_focus_is_never_left_out() -> None:
    rows = [Row(f"Raum {place}", "1", 1.0, focused=place == 29) for place in range(30)]
    drawn = str(ranked(rows, (0.0, 2.0))(600, 300))
    assert ">Raum 29<" in drawn
    assert ">Raum 28<" not in drawn


def test_an_indicator_without_values_says_so_and_what_it_counts(release_url: str) -> None:
    plate = plate_at(Desk(Store(release_url)), "/kennzahl/schueler-je-schule")
    assert "keine Werte" in plate.headline
    assert not any(isinstance(block, Picture) for block in plate.body)
    assert any(
        "Zähler" in line.cells for block in plate.body if isinstance(block, Listing) for line in block.lines
    )


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Übergang Gymnasium", "Hamm-Norden", "2024/25"), "Übergang-Gymnasium_Hamm-Norden_2024-25"),
        (("a/b\\c:d", "", "e\n"), "a-b-c-d_e"),
        (("x" * 300,), "x" * 120),
        (("2012–2014", "Größe: „ß“"), "2012-2014_Größe-ß"),
    ],
)
def test_file_names_are_fit_for_every_system(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts) == name


def test_a_long_subject_is_cut_and_nothing_else() -> None:
    name = stem("Wirkung " + "sehr " * 40, "Bockum-Hövel", "Schuljahre 2010/11 bis 2024/25", "2026-2")
    assert (
        name
        == f"Wirkung-{'-'.join(['sehr'] * 7)}_Bockum-Hövel_Schuljahre-2010-11-bis-2024-25_Datenstand-2026-2"
    )
    assert len(stem("x" * 300, "Pelkum", "2025", "2026-2")) == 105
