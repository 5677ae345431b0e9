"""Bars, lines and their labels: colour by rank, numbers only where they have room."""

from __future__ import annotations

from typing import Any, Final

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.export.plate.parts import Chart
from dashboard.export.slides import formats, look
from dashboard.export.slides.arrangement import Box
from dashboard.export.slides.paint import coloured
from dashboard.figures.contrast import WHITE, text_on
from dashboard.figures.theme import CONTEXT_STRONG

_MOST: Final = {"bars": 28, "columns": 18, "stacked": 60, "shares": 80}  # labelled values
_WIDE_ENOUGH = 8  # so many columns leave room for a unit behind the number
_MOST_ENDS = 4
_READABLE = 8.0  # points
_PLOT = 0.78  # part of a chart's height that its bars have
_SMALLEST = 0.07  # part of the longest stack that still holds its number
_ACROSS, _DIGIT, _INSIDE = 0.68, 0.55, 10.0  # of lying bars: width, a digit, type


def draw_courses(made: Any, chart: Chart) -> None:
    """Give every course its pen."""
    for series, pen in zip(made.plots[0].series, look.pens(chart), strict=True):
        if chart.kind == "lines":
            _line(series, pen)
        else:
            _fill(series, pen.colour)
            series.invert_if_negative = False
            for place, colour in look.point_colours(chart).items():
                point = series.points[place].format
                point.fill.solid()
                point.fill.fore_color.rgb = coloured(colour)


def _fill(series: Any, colour: str) -> None:
    """Nothing at all for what carries others, an outline for what is white."""
    if not colour:
        series.format.fill.background()
        series.format.line.fill.background()
        return
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = coloured(colour)
    if colour == WHITE:
        series.format.line.color.rgb, series.format.line.width = coloured(CONTEXT_STRONG), Pt(0.75)


def _line(series: Any, pen: look.Pen) -> None:
    series.smooth = False
    line, marker = series.format.line, series.marker
    line.color.rgb, line.width = coloured(pen.colour), Pt(1.25 if pen.context else 1.75 if pen.light else 2.5)
    if pen.dashed:
        line.dash_style = MSO_LINE_DASH_STYLE.DASH
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 3 if pen.light else 6
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = coloured(pen.colour)
    marker.format.line.color.rgb = coloured(pen.colour)


def label_courses(made: Any, chart: Chart, box: Box) -> None:
    """Numbers at bars and in stacks if there are not too many; at lines at the end of the named ones."""
    if chart.kind == "lines":
        _label_ends(made, chart)
    elif sum(value is not None for course in chart.courses for value in course.values) <= _MOST[chart.kind]:
        size = _label_size(chart, box)
        for number, series in enumerate(made.plots[0].series):
            if size >= _READABLE:
                _label_bars(series, chart, number, min(size, 11.0), box)


def _label_size(chart: Chart, box: Box) -> float:
    """Points that a bar's own thickness leaves for its number; columns have their width."""
    if chart.kind != "bars":
        return 11.0
    beside = 1 if look.is_apart(chart) else len(chart.courses)
    return box.height * _PLOT / len(chart.categories) / (beside + 0.45) * 72


def _label_bars(series: Any, chart: Chart, number: int, size: float, box: Box) -> None:
    labels = series.data_labels
    labels.show_value = True
    inside = chart.kind in ("stacked", "shares")
    unit = chart.kind == "bars" or len(chart.categories) * len(chart.courses) <= _WIDE_ENOUGH
    labels.number_format, labels.number_format_is_linked = formats.number_format(chart, unit=unit), False
    labels.font.size = Pt(round(size))
    labels.position = XL_LABEL_POSITION.CENTER if inside else XL_LABEL_POSITION.OUTSIDE_END
    if inside:
        labels.font.color.rgb = coloured(text_on(look.pens(chart)[number].colour))
        for place in _too_small(chart, number, box):
            _silence(labels._element, place)


def _too_small(chart: Chart, number: int, box: Box) -> list[int]:
    """Where a piece has no room for its number; nothing at all is never labelled."""
    longest = max(sum(abs(value or 0) for value in row) for row in look.rows(chart))
    values = look.values_of(chart, chart.courses[number])
    return [
        place for place, value in enumerate(values)
        if not value or abs(value) < _least(chart, value, box) * longest
    ]  # fmt: skip


def _least(chart: Chart, value: float, box: Box) -> float:
    """The part of the longest stack that holds a number: whole ones beside one another need little."""
    if chart.kind != "shares" or chart.decimals:
        return _SMALLEST
    return _DIGIT * len(f"{value:.0f}") * _INSIDE / 72 / (_ACROSS * box.width)


def _silence(labels: Any, place: int) -> None:
    """No label at this point; the schema wants these first and in order."""
    found = labels.findall(qn("c:dLbl"))
    made = parse_xml(f"<c:dLbl {nsdecls('c')}><c:idx val='{place}'/><c:delete val='1'/></c:dLbl>")
    if found:
        found[-1].addnext(made)
    else:
        labels.insert(0, made)


def _label_ends(made: Any, chart: Chart) -> None:
    """The last values of at most four lines; the topmost stands above its point, the others below."""
    pens = look.pens(chart)
    named = [number for number, pen in enumerate(pens) if not pen.light]
    if len(named) > _MOST_ENDS:
        return
    ends = [(end[1], end[0], number) for number in named if (end := _end(chart, number))]
    for rank, (_value, place, number) in enumerate(sorted(ends, reverse=True)):
        at = XL_LABEL_POSITION.BELOW if rank else XL_LABEL_POSITION.ABOVE
        _label_point(made.plots[0].series[number], place, chart, pens[number].colour, at)


def _end(chart: Chart, number: int) -> tuple[int, float] | None:
    """Place and size of the last value of a course."""
    values = look.values_of(chart, chart.courses[number])
    return max(((place, value) for place, value in enumerate(values) if value is not None), default=None)


def _label_point(series: Any, place: int, chart: Chart, colour: str, at: Any) -> None:
    """The value itself as label: it follows when the number in the sheet is changed."""
    label = series.points[place].data_label
    label.font.size, label.font.bold = Pt(12), True
    label.font.color.rgb = coloured(colour)
    label.position = at
    element = label._dLbl
    _format(element, formats.number_format(chart))
    for name, shown in (("c:showLegendKey", 0), ("c:showVal", 1), ("c:showCatName", 0), ("c:showSerName", 0)):
        element.find(qn(name)).set("val", str(shown))


def _format(label: Any, code: str) -> None:
    made = label.makeelement(qn("c:numFmt"), {"formatCode": code, "sourceLinked": "0"})
    before = next(label.find(qn(name)) for name in ("c:spPr", "c:txPr") if label.find(qn(name)) is not None)
    before.addprevious(made)
