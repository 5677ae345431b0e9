"""Files that take a moment to build and are asked for by many."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final

_MOST_KEPT: Final = 12  # files of up to 15 MB


class Built:
    """Files that were built, the latest asked for: nobody waits twice, and no two build the same."""

    def __init__(self, most: int = _MOST_KEPT) -> None:
        self._most = most
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._reading, self._building = threading.Lock(), threading.Lock()

    def get(self, key: Hashable, build: Callable[[], bytes]) -> bytes:
        """The kept file, or what ``build`` gives; one is built at a time, the others stay readable."""
        found = self._kept(key)
        if found is not None:
            return found
        with self._building:
            found = self._kept(key)  # somebody else may have built it while we waited
            return self._keep(key, build()) if found is None else found

    def _kept(self, key: Hashable) -> bytes | None:
        with self._reading:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def _keep(self, key: Hashable, body: bytes) -> bytes:
        with self._reading:
            self._files[key] = body
            while len(self._files) > self._most:
                self._files.popitem(last=False)
        return body
