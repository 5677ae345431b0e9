"""Edges to rings: an edge is read forwards or backwards, as its end points require."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.geo.models import Line


def ring(lines: Sequence[Line]) -> tuple[Line, int | None]:
    """Chain ``lines`` in their order to a closed ring.

    Returns the points (first = last) and ``None``; or, for a ring that does not close, the points
    so far and the index of the line that does not follow (``len(lines)``: the end misses the start).
    """
    forwards = _chain(lines[0], lines[1:])
    if forwards[1] is None:
        return forwards
    backwards = _chain(lines[0][::-1], lines[1:])
    if backwards[1] is None or backwards[1] > forwards[1]:
        return backwards
    return forwards


def _chain(first: Line, rest: Sequence[Line]) -> tuple[Line, int | None]:
    points = first
    for index, line in enumerate(rest, start=1):
        if line[0] == points[-1]:
            points += line[1:]
        elif line[-1] == points[-1]:
            points += line[-2::-1]
        else:
            return points, index
    return points, None if points[0] == points[-1] else len(rest) + 1
