"""The production server: gunicorn, started from Python so that one command does it all."""

from __future__ import annotations

import errno
import socket
from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard.settings import Settings
from dashboard.worker import Worker

_REASONS = {
    errno.EADDRINUSE: "Dort läuft schon etwas; mit PORT eine andere Nummer wählen oder es vorher beenden.",
    errno.EADDRNOTAVAIL: "Diese Adresse hat der Rechner nicht; HOST ist üblich 127.0.0.1.",
    errno.EACCES: "Für Ports unter 1024 fehlt das Recht; PORT ist üblich 8050.",
}
_UNKNOWN = "HOST ist weder eine IP-Adresse noch ein Name dieses Rechners; üblich ist 127.0.0.1."


class AddressRefused(RuntimeError):
    """The server cannot listen where it is told to (German message)."""


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn is untyped
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Bind, workers and threads; the access log stays off (it would record who looked at what)."""
        options = {
            "bind": _shown(self.settings),
            "workers": self.settings.workers,
            "worker_class": Worker,
            "threads": 4,
            "loglevel": "warning",
            "graceful_timeout": 5,
            "limit_request_line": 8190,  # the most it takes: up to there the application answers itself
            "control_socket_disable": True,
            # Which proxy is believed is settled in one place only: DASHBOARD_BEHIND_PROXY.
            "forwarded_allow_ips": "",
            "post_worker_init": self._announce,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Each worker builds its own application."""
        from dashboard.factory import create_app

        return create_app(self.settings).server

    def _announce(self, worker: Any) -> None:
        """Say the address once, when the first worker can answer (before, Ctrl-C would find it loading)."""
        if worker.age > 1:
            return
        print(f"Sozialraum-Monitor Hamm läuft: http://{_shown(self.settings)}", flush=True)
        print("Beenden mit Strg+C.", flush=True)


def serve(settings: Settings) -> None:
    """Serve until Ctrl-C or SIGTERM. Raises :class:`AddressRefused` if there is no listening there."""
    _refuse_address(settings)
    _Server(settings).run()


def _refuse_address(settings: Settings) -> None:
    """Try to listen: gunicorn would try five times and then say in English that it could not."""
    try:
        with socket.socket(_family(settings.host), socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((settings.host, settings.port))
            probe.listen()
    except (OSError, UnicodeError) as error:
        known = _UNKNOWN if isinstance(error, (socket.gaierror, UnicodeError)) else ""
        reason = known or _REASONS.get(getattr(error, "errno", None) or 0, str(error))
        raise AddressRefused(f"Der Server kann an {_shown(settings)} nicht lauschen. {reason}") from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _shown(settings: Settings) -> str:
    """Host and port as in an address: IPv6 in brackets."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{host}:{settings.port}"
