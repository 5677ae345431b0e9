"""Numbers at the steps of a waterfall: above or below each column, with their sign, alive in the sheet."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from dashboard.export.plate.parts import Chart
from dashboard.export.slides import formats, waterfall
from dashboard.export.slides.arrangement import Box
from dashboard.export.slides.waterfall import Step
from dashboard.wording.numbers import number

_SIZE: Final = 13.0  # points
_LIFTED: Final = 1.5  # type sizes from the end of a column to the middle of its number outside of it
_SHOWN: Final = "".join(
    f"<c:show{name} val='{int(name == 'Val')}'/>"
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)


def label_steps(made: Any, chart: Chart, drawn: Chart, box: Box) -> None:
    """Label every step once. ``chart`` has the plate's values, ``drawn`` the series made of them."""
    found = waterfall.steps(chart)
    lift = _LIFTED * _SIZE / 72 / box.height
    for series, course in zip(made.plots[0].series, drawn.courses, strict=True):
        if course.name == waterfall.BASE:
            continue
        points = "".join(
            _point(chart, course.name, place, step, lift)
            for place, (step, value) in enumerate(zip(found, course.values, strict=True))
            if step is not None and value is not None
        )
        old = series.data_labels._element
        old.getparent().replace(old, parse_xml(
            f"<c:dLbls {nsdecls('c', 'a')}>{points}{_look(chart, course.name)}</c:dLbls>"
        ))  # fmt: skip


def _point(chart: Chart, name: str, place: int, step: Step, lift: float) -> str:
    """The label of a column, moved outside of it; a column cut by zero has one, at its upper part."""
    if step.crossing and name in (waterfall.UP_BELOW, waterfall.DOWN_BELOW):
        return f"<c:dLbl><c:idx val='{place}'/><c:delete val='1'/></c:dLbl>"
    down = step.high <= 0 and step.low < 0
    moved = f"<c:manualLayout><c:x val='0'/><c:y val='{lift if down else -lift:.4f}'/></c:manualLayout>"
    said = _said(chart, name, place, step)
    text = f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{_type('rPr', name)}" \
        f"<a:t>{escape(said)}</a:t></a:r></a:p></c:rich></c:tx>" if said else ""  # fmt: skip
    head = f"<c:idx val='{place}'/><c:layout>{moved}</c:layout>{text}"
    return f"<c:dLbl>{head}{_look(chart, name)}</c:dLbl>"


def _said(chart: Chart, name: str, place: int, step: Step) -> str:
    """Fixed words where the number of the column alone would read otherwise than on the page."""
    scale = formats.scale_of(chart)
    sign = waterfall.SIGNS.get(name, "")
    own = sign + number(abs(step.value) / scale.size if sign else step.value / scale.size, scale.decimals)
    printed = chart.printed[place] if chart.printed else own
    return printed if step.crossing or printed != own else ""


def _look(chart: Chart, name: str) -> str:
    """Format, colour and place, for one label or for all of a series."""
    code = formats.number_format(chart, unit=False, sign=waterfall.SIGNS.get(name, ""))
    return (
        f"<c:numFmt formatCode={quoteattr(code)} sourceLinked='0'/>"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_type('defRPr', name)}</a:pPr>"
        f"<a:endParaRPr lang='de-DE'/></a:p></c:txPr><c:dLblPos val='inEnd'/>{_SHOWN}"
    )


def _type(tag: str, name: str) -> str:
    colour = waterfall.INKS[name][1:].upper()
    return (
        f"<a:{tag} lang='de-DE' sz='{int(_SIZE * 100)}' b='1'><a:solidFill><a:srgbClr val='{colour}'/>"
        f"</a:solidFill></a:{tag}>"
    )
