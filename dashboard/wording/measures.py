"""How a measure is named beside a line: when it ran, and that this proves nothing."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Measure

MEASURES_NOTE: Final = "Zeitliche Nähe belegt keine Wirkung"


def measure_period(measure: Measure) -> str:
    """ "seit 2012", "2012 bis 2015", "2012"; an assumed start or end is said to be one."""
    if measure.end is None:
        text = f"seit {measure.start}"
    else:
        text = str(measure.start) if measure.end == measure.start else f"{measure.start} bis {measure.end}"
    return f"{text} (angenommen)" if measure.demo else text


def measure_text(measure: Measure) -> str:
    """ "STARK: Übergang Kita – Grundschule, seit 2012 (angenommen); zeitliche Nähe belegt keine Wirkung"."""
    note = MEASURES_NOTE[:1].lower() + MEASURES_NOTE[1:]
    return f"{measure.title}, {measure_period(measure)}; {note}"
