"""The header that names a download: umlauts included, and legal on Windows, macOS and Linux."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_WRITTEN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_PLAIN = "!#$&+-.^_`|~"  # of RFC 5987, besides letters and digits
#: https://learn.microsoft.com/windows/win32/fileio/naming-a-file: reserved characters and names; besides
#: them what cannot be seen, or turns the direction of the text.
_UNFIT = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_LONGEST = 120  # characters with the ending, of the 255 bytes that file systems hold
_NAMELESS = "Sozialraum-Monitor"


def attachment(name: str) -> str:
    """Content-Disposition for a file of this name.

    RFC 6266: ``filename*`` holds it in UTF-8 (RFC 5987), ``filename`` is what very old programs get.
    """
    name = file_name(name)
    simple = unicodedata.normalize("NFKD", name.translate(_WRITTEN)).encode("ascii", "ignore").decode()
    simple = _UNFIT.sub("_", simple)  # full-width signs have just become plain ones
    plain = f'attachment; filename="{simple}"'
    return plain if simple == name else f"{plain}; filename*=UTF-8''{quote(name, safe=_PLAIN)}"


def file_name(name: str) -> str:
    """The name as every system takes it, composed (NFC) and with its ending; at most 120 characters."""
    stem, dot, ending = unicodedata.normalize("NFC", name).rpartition(".")
    if not dot or " " in ending:
        stem, dot, ending = f"{stem}{dot}{ending}", "", ""
    ending = _UNFIT.sub("_", ending)[: _LONGEST // 4]
    stem = _UNFIT.sub("_", stem).strip(" .")
    stem = _RESERVED.sub(r"\1-", stem)[: _LONGEST - len(ending) - 1].rstrip(" .") or _NAMELESS
    return f"{stem}.{ending}" if ending else stem
