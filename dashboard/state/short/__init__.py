"""Short links: an address as a code, read and written without anything being looked up."""

from __future__ import annotations

from dashboard.state.short.links import (
    ALPHABET,
    PREFIX,
    BrokenCode,
    address_of,
    code_of,
    short_address,
)

__all__ = ["ALPHABET", "PREFIX", "BrokenCode", "address_of", "code_of", "short_address"]
