"""The empty deck: 16:9, one layout with a title, our colours and fonts that every office machine has."""

from __future__ import annotations

import io
from functools import cache
from typing import Any, Final

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Length

from dashboard.export.slides.arrangement import MARGIN, SLIDE, TITLE, Box
from dashboard.figures import theme
from dashboard.figures.contrast import INK, WHITE

#: Every PowerPoint has it; LibreOffice brings Carlito, which has the same widths. The class and the family
#: lead any other program to a humanist sans serif.
FONT: Final = "Calibri"
_FAMILY: Final = {"panose": "020F0502020204030204", "pitchFamily": "34", "charset": "0"}
_TITLE_ONLY = 5  # place of the layout in the default template
_COLOURS: Final[dict[str, str]] = {
    "dk1": INK, "lt1": WHITE, "dk2": theme.GREY_TEXT, "lt2": theme.BACKGROUND, "accent1": theme.PETROL,
    "accent2": theme.ORANGE, "accent3": theme.SLATE, "accent4": theme.SEQUENTIAL[2],
    "accent5": theme.DIVERGING[2], "accent6": theme.CONTEXT_STRONG, "hlink": theme.PETROL,
    "folHlink": theme.GREY_TEXT,
}  # fmt: skip
_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Sozialraum-Monitor Hamm</Application></Properties>"
)
_UNUSED = ("/docProps/thumbnail.jpeg", "/ppt/printerSettings/printerSettings1.bin")


def deck() -> Deck:
    """A fresh deck without slides."""
    return Presentation(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    made = Presentation()
    made.slide_width, made.slide_height = Inches(SLIDE.width), Inches(SLIDE.height)
    made.part._element.find(qn("p:sldSz")).attrib.pop("type")  # "4:3", which no longer is so
    layouts = list(made.slide_layouts)
    for number, layout in enumerate(layouts):
        if number != _TITLE_ONLY:
            made.slide_layouts.remove(layout)
    _widen(made.slide_master)
    _title_layout(layouts[_TITLE_ONLY])
    _colours(made)
    _forget(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def _widen(master: Any) -> None:
    """The master's boxes were those of 4:3; its title becomes ours."""
    for shape in master.placeholders:
        shape.left, shape.width = int(shape.left * SLIDE.width / 10), int(shape.width * SLIDE.width / 10)
        if shape.placeholder_format.type is not None and shape.name.startswith("Title"):
            place(shape, TITLE)
            shape.text_frame._txBody.bodyPr.set("anchor", "t")
            for side in ("lIns", "rIns", "tIns", "bIns"):
                shape.text_frame._txBody.bodyPr.set(side, "0")
    level = master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    level.find(qn("a:defRPr")).set("sz", "2800")
    level.find(qn("a:defRPr")).set("b", "1")


def _title_layout(layout: Any) -> None:
    """A title and nothing else; the lines that part the slide belong to its ground."""
    layout.name = "Aussage mit Diagramm"
    for shape in list(layout.placeholders):
        if not shape.name.startswith("Title"):
            shape._element.getparent().remove(shape._element)
    accent = Box(MARGIN, 0.3, 0.62, 0.06)
    rule = Box(MARGIN, 6.72, SLIDE.width - 2 * MARGIN, 0.012)
    for number, (box, colour) in enumerate(((accent, theme.PETROL), (rule, theme.CONTEXT)), start=20):
        layout.shapes._spTree.append(_bar(number, box, colour))


def _bar(number: int, box: Box, colour: str) -> Any:
    left, top, width, height = (int(Inches(size)) for size in (box.left, box.top, box.width, box.height))
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='{number}' name='Linie {number - 19}'/><p:cNvSpPr/>"
        f"<p:nvPr userDrawn='1'/></p:nvSpPr><p:spPr><a:xfrm><a:off x='{left}' y='{top}'/>"
        f"<a:ext cx='{width}' cy='{height}'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        f"<a:solidFill><a:srgbClr val='{colour[1:].upper()}'/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang='de-DE'/></a:p></p:txBody></p:sp>"
    )


def _colours(made: Deck) -> None:
    """The theme is a part without a class of its own: its text is changed."""
    part = next(
        rel.target_part
        for rel in made.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    )  # fmt: skip
    tree = parse_xml(part.blob)
    tree.set("name", "Sozialraum-Monitor Hamm")
    scheme = tree.find(f"{qn('a:themeElements')}/{qn('a:clrScheme')}")
    scheme.set("name", "Sozialraum-Monitor Hamm")
    for slot in scheme:
        colour = _COLOURS[slot.tag.rpartition("}")[2]]
        for old in list(slot):
            slot.remove(old)
        slot.append(parse_xml(f"<a:srgbClr {nsdecls('a')} val='{colour[1:].upper()}'/>"))
    for latin in tree.iter(qn("a:latin")):
        latin.set("typeface", FONT)
        for name, value in _FAMILY.items():
            latin.set(name, value)
    part._blob = _xml(tree)


def _xml(tree: Any) -> bytes:
    return serialize_part_xml(tree)


def _forget(made: Deck) -> None:
    """Preview, printer and program of whoever made the default template."""
    for holder in (made.part.package, made.part):
        rels = holder._rels
        for key in [key for key, rel in rels.items() if _name(rel) in _UNUSED]:
            rels.pop(key)
    app = next(
        rel.target_part for rel in made.part.package._rels.values() if _name(rel) == "/docProps/app.xml"
    )
    app._blob = _APP


def _name(rel: Any) -> str:
    return str(rel.target_part.partname)


def place(shape: Any, box: Box) -> None:
    """Put a shape where the box is."""
    shape.left, shape.top = _length(box.left), _length(box.top)
    shape.width, shape.height = _length(box.width), _length(box.height)


def _length(inches: float) -> Length:
    return Inches(inches)
