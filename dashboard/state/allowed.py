"""What a page can use as the value of one of its own parameters."""

from __future__ import annotations

import re

from dashboard.state.place import Parameter

LONGEST = 80  #: characters of a value that a notice repeats


def default_of(parameter: Parameter) -> str:
    """The value that is meant where the address is silent."""
    return parameter.allowed[0] if parameter.kind == "choice" else parameter.default


def is_allowed(parameter: Parameter, value: str, years: tuple[int, ...]) -> bool:
    """Whether a page can use this value of one of its own parameters."""
    if parameter.kind == "choice":
        return value in parameter.allowed
    if parameter.kind == "year":
        return value.isascii() and value.isdecimal() and int(value[:LONGEST]) in years
    if parameter.kind == "number":
        decimals = "" if parameter.whole else r"(\.\d{1,4})?"
        plain = re.fullmatch(rf"-?\d{{1,9}}{decimals}", value, re.ASCII)
        return bool(plain) and parameter.low <= float(value) <= parameter.high
    return bool(re.fullmatch(parameter.pattern, value))
