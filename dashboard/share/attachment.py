"""The header that names a download, umlauts included."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

_WRITTEN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_PLAIN = "!#$&+-.^_`|~"  # of RFC 5987, besides letters and digits


def attachment(name: str) -> str:
    """Content-Disposition for a file of this name.

    RFC 6266: ``filename*`` holds it in UTF-8 (RFC 5987), ``filename`` is what very old programs get.
    """
    simple = unicodedata.normalize("NFKD", name.translate(_WRITTEN)).encode("ascii", "ignore").decode()
    quoted = "".join("_" if char in '"\\' or not char.isprintable() else char for char in simple)
    plain = f'attachment; filename="{quoted}"'
    return plain if simple == name else f"{plain}; filename*=UTF-8''{quote(name, safe=_PLAIN)}"
