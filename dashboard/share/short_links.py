"""Short links for paper: the code after ``/l/`` holds the whole address, nothing is looked up.

An address is taken apart (page, part of the path, parameters), each piece becomes a number of
:mod:`.short_words`, a year, a release or plain characters, and the bits are written with 32 characters
that cannot be mixed up on paper (no i, l, o, u; capitals are read like small letters). The last
character checks the others: one wrong character is always noticed, and so are two that changed
places less than 31 apart.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from dashboard.access.address import local_address
from dashboard.share.bits import OutOfBits, Reader, Writer
from dashboard.share.short_words import NAMES, PAGES, WORDS

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
PREFIX = "/l/"
_LIKELY = str.maketrans("oil", "011")  # what a reader may have taken these for
_BITS = 5  # per character of a code
_PRIMITIVE = 0b100101  # x⁵ + x² + 1: multiplying by x runs through all 31 numbers but zero
#: The 63 characters that take six bits; every other byte takes fourteen.
_PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_.,:;/+%=&?!*'()@ABCDEGKMS"
_OTHER = 63
_PAGE, _NAME, _WORD, _COUNT, _LENGTH, _NUMBER = 2, 3, 5, 2, 3, 1  # orders of the open numbers
_FIRST_YEAR, _YEAR_BITS = 1900, 8
_RELEASE = re.compile(r"20([0-5]\d)-([1-9]\d{0,3})", re.ASCII)
_YEAR = re.compile(r"19\d\d|20\d\d", re.ASCII)
_PAGE_NUMBERS = {page: number for number, page in enumerate(PAGES, start=1)}
_NAME_NUMBERS = {name: number for number, name in enumerate(NAMES, start=1)}
_WORD_NUMBERS = {word: number for number, word in enumerate(WORDS)}


class BrokenCode(ValueError):
    """A code that no address has."""


def code_of(address: str) -> str:
    """The code of an address (path and query string); equal for equal addresses, at any time."""
    path, _, query = address.partition("?")
    writer = Writer()
    _write_path(writer, path)
    pairs = parse_qsl(query, keep_blank_values=True)
    writer.open(len(pairs), _COUNT)
    for name, value in pairs:
        writer.open(_NAME_NUMBERS.get(name, 0), _NAME)
        if name not in _NAME_NUMBERS:
            _write_plain(writer, name)
        _write_value(writer, value)
    bits = writer.bits + "0" * (-len(writer.bits) % _BITS)
    digits = [int(bits[at : at + _BITS], 2) for at in range(0, len(bits), _BITS)]
    return "".join(ALPHABET[digit] for digit in (*digits, _check(digits)))


def address_of(code: str) -> str:
    """The address in a code. Raises BrokenCode if there is none, or none of this application."""
    digits = [ALPHABET.find(character) for character in code.lower().translate(_LIKELY)]
    if len(digits) < 2 or -1 in digits or digits.pop() != _check(digits):
        raise BrokenCode(code)
    reader = Reader("".join(f"{digit:0{_BITS}b}" for digit in digits))
    try:
        path = _read_path(reader)
        pairs = [(_read_name(reader), _read_value(reader)) for _ in range(_count(reader))]
    except (OutOfBits, IndexError, UnicodeDecodeError) as error:
        raise BrokenCode(code) from error
    found = local_address(f"{path}?{urlencode(pairs)}" if pairs else path)
    if found is None or len(reader.rest) >= _BITS or "1" in reader.rest:
        raise BrokenCode(code)
    return found


def short_address(address: str) -> str:
    """``/l/…``, or the address itself where that is not longer (views with much text in them)."""
    short = PREFIX + code_of(address)
    return short if len(short) < len(address) else address


def _check(digits: list[int]) -> int:
    """The sum of digit · xⁱ over the field of 32 numbers; i counts from the last character."""
    found = 0
    for digit in digits:
        found = _times_x(found ^ digit)
    return found


def _times_x(number: int) -> int:
    doubled = number << 1
    return doubled ^ _PRIMITIVE if doubled >> _BITS else doubled


def _write_path(writer: Writer, path: str) -> None:
    stem, _, last = path.rpartition("/")
    if path in _PAGE_NUMBERS:
        writer.open(_PAGE_NUMBERS[path], _PAGE)
    elif f"{stem}/*" in _PAGE_NUMBERS and last:
        writer.open(_PAGE_NUMBERS[f"{stem}/*"], _PAGE)
        _write_value(writer, last)
    else:
        writer.open(0, _PAGE)
        _write_plain(writer, path)


def _read_path(reader: Reader) -> str:
    number = reader.open(_PAGE)
    if not number:
        return _read_plain(reader)
    page = PAGES[number - 1]
    return page.removesuffix("*") + _read_value(reader) if page.endswith("*") else page


def _read_name(reader: Reader) -> str:
    number = reader.open(_NAME)
    return NAMES[number - 1] if number else _read_plain(reader)


def _count(reader: Reader) -> int:
    """The number of parameters; more than there are bits cannot follow."""
    count = reader.open(_COUNT)
    if count > len(reader.rest):
        raise OutOfBits
    return count


def _write_value(writer: Writer, value: str) -> None:
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
        _write_plain(writer, value)


def _read_value(reader: Reader) -> str:
    if not reader.fixed(1):
        return WORDS[reader.open(_WORD)]
    if not reader.fixed(1):
        return str(reader.fixed(_YEAR_BITS) + _FIRST_YEAR)
    if not reader.fixed(1):
        return f"20{reader.fixed(6):02d}-{reader.open(_NUMBER) + 1}"
    return _read_plain(reader)


def _write_plain(writer: Writer, text: str) -> None:
    content = text.encode()
    writer.open(len(content), _LENGTH)
    for byte in content:
        number = _PLAIN.find(chr(byte))
        writer.fixed(_OTHER if number < 0 else number, 6)
        if number < 0:
            writer.fixed(byte, 8)


def _read_plain(reader: Reader) -> str:
    content = bytearray()
    for _ in range(reader.open(_LENGTH)):
        number = reader.fixed(6)
        content.append(reader.fixed(8) if number == _OTHER else ord(_PLAIN[number]))
    return content.decode()
