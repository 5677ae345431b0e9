"""Signed text for links and cookies. Whatever differs by one character is refused."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

LONGEST = 4_000  #: characters; nothing we sign comes near it


class Forged(ValueError):
    """The text was not signed by us, for this purpose, with this key, or it is too old."""


class _ExactSigner(TimestampSigner):
    """Compares signatures as text: decoding first would let several spellings of one signature pass."""

    def verify_signature(self, value: str | bytes, sig: str | bytes) -> bool:
        given = sig.encode() if isinstance(sig, str) else sig
        return hmac.compare_digest(given, self.get_signature(value))


@dataclass(frozen=True, slots=True)
class Seal:
    """Signs for one ``purpose``; what is signed for another one is not accepted."""

    key: str
    purpose: str

    def close(self, content: dict[str, Any]) -> str:
        """``content`` as signed text that fits into an address or a cookie."""
        return str(self._serializer().dumps(content))

    def open(self, text: str, max_age: int | None = None) -> dict[str, Any]:
        """The content, if it was signed at most ``max_age`` seconds ago. Raises :class:`Forged`."""
        if len(text) > LONGEST:
            raise Forged
        try:
            content = self._serializer().loads(text, max_age=max_age)
        except (BadData, UnicodeError) as error:
            raise Forged from error
        if not isinstance(content, dict):
            raise Forged
        return content

    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            self.key,
            salt=f"sozialraum-monitor.{self.purpose}",
            signer=_ExactSigner,
            signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"},
        )
