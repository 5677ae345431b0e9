"""The application as a user has it: prepared release, packed scripts, production server."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from dashboard.settings import ROOT

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class Running:
    """A started server. ``seconds_to_start`` from the command to the first answer."""

    base: str
    database_url: str
    process: int
    seconds_to_start: float

    def memory_mb(self) -> tuple[float, int]:
        """Resident memory of the largest worker in MB, and the number of workers."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text().split()
        return max(_resident_mb(int(child)) for child in children), len(children)


def _resident_mb(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(f"process {process} has no VmRSS")


@contextmanager
def running() -> Iterator[Running]:
    """A server on a free port with a release of its own, stopped and removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        port = _free_port()
        env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
        env["DASHBOARD_DATABASE_URL"] = f"sqlite:///{folder}/monitor.sqlite"
        subprocess.run([sys.executable, "-m", "dashboard", "prepare"], cwd=ROOT, env=env, check=True)
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "dashboard", "serve"], cwd=ROOT, env=env)
        try:
            _wait_for(f"http://127.0.0.1:{port}/readyz")
            url = env["DASHBOARD_DATABASE_URL"]
            yield Running(f"http://127.0.0.1:{port}", url, process.pid, time.perf_counter() - started)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            urlopen(url, timeout=5).close()
            return
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
