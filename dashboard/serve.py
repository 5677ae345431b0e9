"""The production server: gunicorn, started from Python so that one command does it all."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard.settings import Settings
from dashboard.worker import Worker


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn is untyped
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Bind, workers and threads; the access log stays off (it would record who looked at what)."""
        options = {
            "bind": f"{self.settings.host}:{self.settings.port}",
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
        print(f"Sozialraum-Monitor Hamm läuft: http://{self.settings.host}:{self.settings.port}", flush=True)
        print("Beenden mit Strg+C.", flush=True)


def serve(settings: Settings) -> None:
    """Serve until Ctrl-C or SIGTERM."""
    _Server(settings).run()
