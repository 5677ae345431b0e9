"""A plate's chart as a native one: every bar and line is a number in a sheet that can be edited."""

from __future__ import annotations

from typing import Any, Final, cast

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from dashboard.export.plate.parts import Chart
from dashboard.export.slides import formats, look, waterfall
from dashboard.export.slides.arrangement import Box
from dashboard.export.slides.marks import draw_courses, label_courses
from dashboard.export.slides.paint import coloured, type_of
from dashboard.export.slides.step_labels import label_steps
from dashboard.export.slides.words import description, kind_of, one_line, speak_german
from dashboard.export.slides.workbook import steps_book, workbook
from dashboard.figures import theme
from dashboard.figures.contrast import INK

_TYPES: Final = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED, "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS, "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "shares": XL_CHART_TYPE.BAR_STACKED, "waterfall": XL_CHART_TYPE.COLUMN_STACKED,
}  # fmt: skip
_LYING = ("bars", "shares")
_TWO_LINES = 48  # letters of a name beside a bar; longer ones are broken
_GAP, _OVERLAP_SEVERAL = 45, -5  # percent of a bar's width


def add_chart(slide: Any, chart: Chart, box: Box, *, titled: bool = True) -> Any:
    """The chart in its box. It has values: see :func:`dashboard.export.slides.look.has_values`."""
    steps = chart.kind == "waterfall"
    drawn = waterfall.series(chart) if steps else chart
    edges = (Inches(size) for size in (box.left, box.top, box.width, box.height))
    frame = slide.shapes.add_chart(_TYPES[chart.kind], *edges, _data(drawn))
    made = frame.chart
    made.part.chart_workbook.update_from_xlsx_blob(steps_book(chart, drawn) if steps else workbook(chart))
    frame.name = kind_of(chart)
    told = description(chart, lambda value: formats.printed(chart, value))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", told)
    _words(made, one_line(chart.title) if titled else "", box)
    _bars(made, drawn)
    _axes(made, drawn, box)
    draw_courses(made, drawn)
    if steps:
        label_steps(made, chart, drawn, box)
    else:
        label_courses(made, chart, box)
    _legend(made, drawn)
    _settle(made._chartSpace)
    return frame


def _data(chart: Chart) -> Any:
    data: Any = cast(Any, CategoryChartData)(number_format=formats.plain_format(chart))
    data.categories = [one_line(category) for category in chart.categories]
    for course in chart.courses:
        name = course.name if course.name == waterfall.BASE else one_line(course.name)
        data.add_series(name, look.values_of(chart, course))
    return data


def _words(made: Any, title: str, box: Box) -> None:
    made.font.size, made.font.color.rgb = Pt(12), coloured(INK)
    made.has_title = bool(title)
    if title:
        paragraph = made.chart_title.text_frame.paragraphs[0]
        type_of(paragraph.add_run(), title, 13 if len(title) < box.width * 11 else 11, bold=True)
        made.chart_title.include_in_layout = False


def _bars(made: Any, chart: Chart) -> None:
    """Bars of courses that never meet share one place; parts of a sum lie on one another."""
    plot = made.plots[0]
    if chart.kind == "lines":
        return
    together = chart.kind in ("stacked", "shares", "waterfall") or look.is_apart(chart)
    plot.gap_width = _GAP
    plot.overlap = 100 if together else _OVERLAP_SEVERAL


def _axes(made: Any, chart: Chart, box: Box) -> None:
    names, values = made.category_axis, made.value_axis
    names.tick_labels.font.size = Pt(round(_name_size(chart, box)))
    _every_name(names._element)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # beside the bars, even of negative values
    names.format.line.color.rgb = coloured(theme.CONTEXT_STRONG)
    names.has_major_gridlines = False
    if chart.kind in _LYING:
        names.reverse_order = True  # the first category on top
        values._element.find(qn("c:crosses")).set("val", "max")  # and the numbers at the foot all the same
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = coloured(theme.LINE)
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format = formats.tick_format(chart)
    values.tick_labels.number_format_is_linked = False
    values.tick_labels.font.size = Pt(11)
    values.tick_labels.font.color.rgb = coloured(theme.GREY_TEXT)
    _limits(values, chart)
    _unit(values, chart)


def _name_size(chart: Chart, box: Box) -> float:
    """Points in which the categories' names have room: in height beside bars, in width below columns."""
    names = [one_line(name) for name in chart.categories]
    if chart.kind in _LYING:
        lines = 2 if max(map(len, names)) > _TWO_LINES else 1
        size = box.height * 0.78 / len(names) * 72 / (1.25 * lines)
    else:
        longest = max(len(word) for name in names for word in (name.split() or [""]))
        size = box.width * 0.88 / len(names) * 72 / (0.55 * max(longest, 1))
    return max(9.0 if chart.kind in _LYING else 8.0, min(12.0, size))


def _every_name(axis: Any) -> None:
    """No category without its name; the schema wants this behind the offset."""
    skip = axis.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    axis.find(qn("c:lblOffset")).addnext(skip)


def _limits(axis: Any, chart: Chart) -> None:
    """Lengths are only true from zero on."""
    found = [value for course in chart.courses for value in course.values if look.known(value) is not None]
    if chart.kind != "lines" and min(value for value in found if value is not None) >= 0:
        axis.minimum_scale = 0
    if chart.kind == "shares":
        longest = max(sum(value or 0 for value in row) for row in look.rows(chart))
        axis.maximum_scale = 100 if chart.unit == "%" else longest or 1


def _unit(axis: Any, chart: Chart) -> None:
    unit = formats.axis_title(chart)
    axis.has_title = bool(unit)
    if unit:
        run = axis.axis_title.text_frame.paragraphs[0].add_run()
        words = f"in {unit}" if unit in ("%", "€", "Tsd. €", "Mio. €") else unit
        type_of(run, words, 11, colour=theme.GREY_TEXT)


def _legend(made: Any, chart: Chart) -> None:
    """Only for several courses, without those that are mere context or carry others."""
    pens = look.pens(chart)
    silent = [number for number, pen in enumerate(pens) if pen.context and chart.kind == "lines"]
    if chart.kind == "waterfall":
        silent = [at for at, course in enumerate(chart.courses) if course.name in waterfall.SILENT]
    made.has_legend = len(pens) > 1
    if not made.has_legend:
        return
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    made.legend.font.size = Pt(12 if len(pens) < 7 else 10)
    place = made.legend._element.find(qn("c:legendPos"))
    for number in reversed(silent):
        place.addnext(parse_xml(
            f"<c:legendEntry {nsdecls('c')}><c:idx val='{number}'/><c:delete val='1'/></c:legendEntry>"
        ))  # fmt: skip


def _settle(space: Any) -> None:
    """Square corners, German, and gaps that stay gaps; in the order the schema wants."""
    for name in ("c:lang", "c:roundedCorners"):
        for old in space.findall(qn(name)):
            space.remove(old)
    head = space.find(qn("c:date1904"))
    made = [
        parse_xml(f"<c:lang {nsdecls('c')} val='de-DE'/>"),
        parse_xml(f"<c:roundedCorners {nsdecls('c')} val='0'/>"),
    ]
    for element in reversed(made):
        if head is None:
            space.insert(0, element)
        else:
            head.addnext(element)
    chart = space.find(qn("c:chart"))
    blanks = chart.find(qn("c:dispBlanksAs"))
    if blanks is None:
        chart.find(qn("c:plotVisOnly")).addnext(parse_xml(f"<c:dispBlanksAs {nsdecls('c')} val='gap'/>"))
    else:
        blanks.set("val", "gap")
    speak_german(space)
