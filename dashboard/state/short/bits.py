"""A row of bits, written and read in pieces; numbers of open size as Exp-Golomb codes."""

from __future__ import annotations


class OutOfBits(ValueError):
    """More was asked for than there is."""


class Writer:
    """Collects bits, first in, first out."""

    def __init__(self) -> None:
        self.bits = ""

    def fixed(self, value: int, width: int) -> None:
        """A number below 2 ** ``width``."""
        self.bits += f"{value:0{width}b}"

    def open(self, value: int, order: int) -> None:
        """Any number from 0 (Exp-Golomb code): up to 2 ** ``order`` − 1 it takes ``order`` + 1 bits."""
        digits = f"{value + (1 << order):b}"
        self.bits += "0" * (len(digits) - 1 - order) + digits


class Reader:
    """Reads what a :class:`Writer` wrote, in the same order. Raises OutOfBits behind the end."""

    def __init__(self, bits: str) -> None:
        self._bits = bits
        self._at = 0

    def fixed(self, width: int) -> int:
        """A number of ``width`` bits."""
        piece = self._bits[self._at : self._at + width]
        if len(piece) < width:
            raise OutOfBits
        self._at += width
        return int(piece, 2) if width else 0

    def open(self, order: int) -> int:
        """A number of open size."""
        zeros = self._bits.find("1", self._at) - self._at
        if zeros < 0:
            raise OutOfBits
        self._at += zeros
        return self.fixed(zeros + 1 + order) - (1 << order)

    @property
    def rest(self) -> str:
        """What has not been read."""
        return self._bits[self._at :]
