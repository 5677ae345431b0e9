"""How often one client may ask: a token bucket per address, in the memory of this process.

With several processes each counts for itself, so the true limit lies between one and
``WEB_CONCURRENCY`` times the number; a limit over all of them belongs into the reverse proxy.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, IPv6Network, ip_address
from threading import Lock

_MOST_CLIENTS = 10_000


class Allowance:
    """``per_minute`` requests on average, as many at once; 0 counts nothing and allows everything."""

    def __init__(
        self, per_minute: int, clock: Callable[[], float] = time.monotonic, most_clients: int = _MOST_CLIENTS
    ) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._most_clients = most_clients
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, and when they were
        self._lock = Lock()

    def wait(self, address: str) -> float:
        """Take one request for an address: 0.0, or the seconds until there is one again."""
        client = client_of(address)
        if not self._per_minute or not client:
            return 0.0
        with self._lock:
            return self._take(client)

    def _take(self, client: str) -> float:
        now, per_second = self._clock(), self._per_minute / 60
        tokens, then = self._left.pop(client, (float(self._per_minute), now))
        tokens = min(float(self._per_minute), tokens + (now - then) * per_second)
        short = max(0.0, 1 - tokens)
        self._left[client] = (tokens if short else tokens - 1, now)
        if len(self._left) > self._most_clients:  # made-up addresses must not fill the memory
            self._left.popitem(last=False)
        return short / per_second


def client_of(address: str) -> str:
    """Whom an address stands for: itself, of IPv6 its /64 network; empty for this machine.

    A reverse proxy that was not declared speaks from this machine for everybody; counting it
    would lock everybody out.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    if found.is_loopback:
        return ""
    is_long = isinstance(found, IPv6Address)
    return str(IPv6Network((int(found), 64), strict=False)) if is_long else str(found)
