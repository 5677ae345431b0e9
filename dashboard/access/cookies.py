"""The two cookies there are: who is logged in, and (for ten minutes) where a login stands."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Request, Response

from dashboard.access.settings import LOCAL_HOSTS

SESSION, FLOW = "zugang", "anmeldung"
FLOW_SECONDS = 600
FLOW_PATH = "/anmelden"


def set_session(response: Response, request: Request, text: str, expires: datetime, public_url: str) -> None:
    """Keep who is logged in until ``expires``; scripts cannot read it, other sites cannot send it."""
    response.set_cookie(
        SESSION,
        text,
        max_age=max(0, int((expires - datetime.now(UTC)).total_seconds())),
        expires=expires,
        secure=_is_secure(request, public_url),
        httponly=True,
        samesite="Lax",
    )


def set_flow(response: Response, request: Request, text: str, public_url: str) -> None:
    """Keep where a login stands until the provider sends the reader back."""
    response.set_cookie(
        FLOW,
        text,
        max_age=FLOW_SECONDS,
        path=FLOW_PATH,
        secure=_is_secure(request, public_url),
        httponly=True,
        samesite="Lax",
    )


def clear_session(response: Response) -> None:
    """Forget who is logged in."""
    response.delete_cookie(SESSION, httponly=True, samesite="Lax")


def clear_flow(response: Response) -> None:
    """Forget where a login stands: it is good for one answer of the provider."""
    response.delete_cookie(FLOW, path=FLOW_PATH, httponly=True, samesite="Lax")


def _is_secure(request: Request, public_url: str) -> bool:
    """Only a browser on this very machine may keep the cookie without TLS."""
    if request.is_secure or public_url.startswith("https:"):
        return True
    return urlsplit(f"//{request.host}").hostname not in LOCAL_HOSTS
