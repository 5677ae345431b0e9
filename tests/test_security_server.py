"""The production server itself: what it tells about itself and what it refuses before we see it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from dashboard.settings import ROOT

TOO_LONG = b"GET /?" + b"x" * 9000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"
MANY_HEADERS = b"GET / HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(200)) + b"\r\n"
LONG_HEADER = b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 20_000 + b"\r\n\r\n"
TWO_LENGTHS = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc"
NO_HTTP = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"


@pytest.fixture(scope="module")
def port(release_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    env = {
        **os.environ, "HOST": "127.0.0.1", "PORT": str(free), "WEB_CONCURRENCY": "1", "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home), "DASHBOARD_DATABASE_URL": release_url,
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "serve"], cwd=ROOT, env=env, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(free, process)
        yield free
        assert [path.name for path in home.rglob("*")] == [], "a control socket of gunicorn stands open"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while b" 200 " not in _try(port):
        assert process.poll() is None, "the server has stopped"
        assert time.monotonic() < deadline
        time.sleep(0.1)


def _try(port: int) -> bytes:
    try:
        return ask(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    except OSError:
        return b""


def ask(port: int, request: bytes) -> bytes:
    """Everything the server answers until it closes or falls silent."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request)
        while part := connection.recv(65536):
            answer += part
    return answer


def test_the_server_tells_no_version(port: int) -> None:
    answer = ask(port, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1")
    assert re.search(r"^Content-Security-Policy: ", head, re.MULTILINE)
    server = re.findall(r"^Server: (.*?)\r?$", head, re.MULTILINE)
    assert [name for name in server if re.search(r"\d", name)] == []
    assert not re.search(r"python|werkzeug|flask", head, re.IGNORECASE)


def test_a_forwarded_scheme_is_not_believed_without_a_declared_proxy(port: int) -> None:
    answer = ask(
        port, b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
    )
    assert b" 200 " in answer.partition(b"\r\n")[0]
    assert b"Strict-Transport-Security" not in answer


@pytest.mark.parametrize("request_", [TOO_LONG, MANY_HEADERS, LONG_HEADER, TWO_LENGTHS, NO_HTTP])
def test_what_is_no_proper_request_is_refused(port: int, request_: bytes) -> None:
    answer = ask(port, request_)
    status = re.match(rb"HTTP/1\.[01] (\d{3}) ", answer)
    assert status is None or 400 <= int(status[1]) < 500
    assert b"Traceback" not in answer
    assert b" 200 " in _try(port).partition(b"\r\n")[0]
