"""The one family of signs, ready to be set into a line of type."""

from __future__ import annotations

from typing import get_args

from dashboard.display import Sign
from dashboard.figures.signs_svg import published_svg, sign_svg, target_svg, trend_svg
from dashboard.model import TargetStatus, TrendLabel


def symbols() -> dict[str, str]:
    """SVG by name: "sign-worse", "trend-rising", "target-on_track", "published"; empty for no sign."""
    return {
        **{f"sign-{sign}": str(sign_svg(sign)) for sign in get_args(Sign)},
        **{f"trend-{label}": str(trend_svg(label)) for label in get_args(TrendLabel)},
        **{f"target-{status}": str(target_svg(status)) for status in get_args(TargetStatus)},
        "published": str(published_svg()),
    }
