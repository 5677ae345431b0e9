"""Short links for paper, by the name under which what is passed on knows them."""

from __future__ import annotations

from dashboard.state.short import ALPHABET, PREFIX, BrokenCode, address_of, code_of, short_address

__all__ = ["ALPHABET", "PREFIX", "BrokenCode", "address_of", "code_of", "short_address"]
