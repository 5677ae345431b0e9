"""Values of an address as bits: a word by its number, a year, a release, or plain characters."""

from __future__ import annotations

import re

from dashboard.state.short.bits import Reader, Writer
from dashboard.state.short.words import WORDS

#: The 63 characters that take six bits; every other byte takes fourteen.
_PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_.,:;/+%=&?!*'()@ABCDEGKMS"
_OTHER = 63
_WORD, _LENGTH, _NUMBER = 5, 3, 1  # orders of the open numbers
_FIRST_YEAR, _YEAR_BITS = 1900, 8
_RELEASE = re.compile(r"20([0-5]\d)-([1-9]\d{0,3})", re.ASCII)
_YEAR = re.compile(r"19\d\d|20\d\d", re.ASCII)
_WORD_NUMBERS = {word: number for number, word in enumerate(WORDS)}


def write_value(writer: Writer, value: str) -> None:
    """Write the value of a parameter in the shortest way it has."""
    release = _RELEASE.fullmatch(value)
    if value in _WORD_NUMBERS:
        writer.fixed(0b0, 1)
        writer.open(_WORD_NUMBERS[value], _WORD)
    elif _YEAR.fullmatch(value):
        writer.fixed(0b10, 2)
        writer.fixed(int(value) - _FIRST_YEAR, _YEAR_BITS)
    elif release:
        writer.fixed(0b110, 3)
        writer.fixed(int(release[1]), 6)
        writer.open(int(release[2]) - 1, _NUMBER)
    else:
        writer.fixed(0b111, 3)
        write_plain(writer, value)


def read_value(reader: Reader) -> str:
    """The value that :func:`write_value` wrote. Raises IndexError for a word that is none, OutOfBits."""
    if not reader.fixed(1):
        return WORDS[reader.open(_WORD)]
    if not reader.fixed(1):
        return str(reader.fixed(_YEAR_BITS) + _FIRST_YEAR)
    if not reader.fixed(1):
        return f"20{reader.fixed(6):02d}-{reader.open(_NUMBER) + 1}"
    return read_plain(reader)


def write_plain(writer: Writer, text: str) -> None:
    """Write any text, character by character."""
    content = text.encode()
    writer.open(len(content), _LENGTH)
    for byte in content:
        number = _PLAIN.find(chr(byte))
        writer.fixed(_OTHER if number < 0 else number, 6)
        if number < 0:
            writer.fixed(byte, 8)


def read_plain(reader: Reader) -> str:
    """The text that :func:`write_plain` wrote. Raises UnicodeDecodeError, OutOfBits."""
    content = bytearray()
    for _ in range(reader.open(_LENGTH)):
        number = reader.fixed(6)
        content.append(reader.fixed(8) if number == _OTHER else ord(_PLAIN[number]))
    return content.decode()
