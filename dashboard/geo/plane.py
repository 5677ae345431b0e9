"""Degrees to metres around Hamm: a plane tangent to the WGS 84 ellipsoid in the middle of the city.

One degree is measured along meridian and parallel with the ellipsoid's radii of curvature; over
the city's 20 km lengths err by less than 0.3 %, enough for buffers, widths and areas.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt

import numpy as np
import shapely

from dashboard.geo.models import Outline

_LON, _LAT = 7.82, 51.66
_AXIS, _ECC2 = 6_378_137.0, 0.006_694_379_990_14  # WGS 84: semi-major axis in m, eccentricity squared


def _metres_per_degree() -> tuple[float, float]:
    bend = 1 - _ECC2 * sin(radians(_LAT)) ** 2
    parallel = _AXIS / sqrt(bend) * cos(radians(_LAT))
    meridian = _AXIS * (1 - _ECC2) / bend**1.5
    return radians(parallel), radians(meridian)


_SCALE = np.array(_metres_per_degree())
_ORIGIN = np.array([_LON, _LAT])


def to_metres(outline: Outline) -> Outline:
    """The same geometry with x and y in metres east and north of the middle of Hamm."""
    return shapely.transform(outline, lambda points: (points - _ORIGIN) * _SCALE)


def to_degrees(outline: Outline) -> Outline:
    """Back from :func:`to_metres`: longitude and latitude in degrees."""
    return shapely.transform(outline, lambda points: points / _SCALE + _ORIGIN)


def area_km2(outline: Outline) -> float:
    """Area in km² of a geometry in degrees."""
    return float(to_metres(outline).area) / 1e6
