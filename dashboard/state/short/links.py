"""Short links for paper: the code after ``/l/`` holds the whole address, nothing is looked up.

An address is taken apart (page, part of the path, parameters), each piece becomes a number of
:mod:`.words`, a year, a release or plain characters, and the bits are written with 32 characters
that cannot be mixed up on paper (no i, l, o, u; capitals are read like small letters). The last
character checks the others: one wrong character is always noticed, and so are two that changed
places less than 31 apart.

The pages of a folder are codes themselves: they go in with five bits per character.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from dashboard.access.address import local_address
from dashboard.state.short.bits import OutOfBits, Reader, Writer
from dashboard.state.short.values import read_plain, read_value, write_plain, write_value
from dashboard.state.short.words import NAMES, PAGES

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
PREFIX = "/l/"
_LIKELY = str.maketrans("oil", "011")  # what a reader may have taken these for
_BITS = 5  # per character of a code
_PRIMITIVE = 0b100101  # x⁵ + x² + 1: multiplying by x runs through all 31 numbers but zero
_PAGE, _NAME, _COUNT, _LENGTH = 2, 3, 2, 3  # orders of the open numbers
_CODES, _SEPARATOR = "blaetter", "."  # the parameter of a folder; what stands between its codes
_PAGE_NUMBERS = {page: number for number, page in enumerate(PAGES, start=1)}
_NAME_NUMBERS = {name: number for number, name in enumerate(NAMES, start=1)}


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
            write_plain(writer, name)
        (_write_codes if name == _CODES else write_value)(writer, value)
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
        pairs = [_read_pair(reader) for _ in range(_count(reader))]
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
        write_value(writer, last)
    else:
        writer.open(0, _PAGE)
        write_plain(writer, path)


def _read_path(reader: Reader) -> str:
    number = reader.open(_PAGE)
    if not number:
        return read_plain(reader)
    page = PAGES[number - 1]
    return page.removesuffix("*") + read_value(reader) if page.endswith("*") else page


def _read_pair(reader: Reader) -> tuple[str, str]:
    name = _read_name(reader)
    return name, (_read_codes if name == _CODES else read_value)(reader)


def _read_name(reader: Reader) -> str:
    number = reader.open(_NAME)
    return NAMES[number - 1] if number else read_plain(reader)


def _count(reader: Reader) -> int:
    """The number of parameters; more than there are bits cannot follow."""
    count = reader.open(_COUNT)
    if count > len(reader.rest):
        raise OutOfBits
    return count


def _write_codes(writer: Writer, value: str) -> None:
    """Codes without their last character, which follows from the others; any other text as it is."""
    codes = [[ALPHABET.find(character) for character in code] for code in value.split(_SEPARATOR)]
    packed = all(len(code) > 1 and -1 not in code and code[-1] == _check(code[:-1]) for code in codes)
    writer.fixed(0 if packed else 1, 1)
    if not packed:
        write_value(writer, value)
        return
    writer.open(len(codes) - 1, _COUNT)
    for code in codes:
        writer.open(len(code) - 2, _LENGTH)
        for digit in code[:-1]:
            writer.fixed(digit, _BITS)


def _read_codes(reader: Reader) -> str:
    if reader.fixed(1):
        return read_value(reader)
    codes = []
    for _ in range(reader.open(_COUNT) + 1):
        digits = [reader.fixed(_BITS) for _ in range(reader.open(_LENGTH) + 1)]
        codes.append("".join(ALPHABET[digit] for digit in (*digits, _check(digits))))
    return _SEPARATOR.join(codes)
