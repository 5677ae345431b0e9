"""Headers that tell a browser what our documents may do.

Scripts run only from our own files and from the inline script whose hash is named; nothing is
fetched from or sent to another host. Inline *styles* stay allowed: Dash's and Plotly's bundles
insert their style sheets as elements, and the first paint carries sizes in ``style`` attributes.
"""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask, Response, request

ONE_YEAR = 31_536_000  # seconds
_FRAME_OPTIONS = {"'none'": "DENY", "'self'": "SAMEORIGIN"}
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    # An address may carry an access link; no other host shall learn it.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation",
            "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb",
            "xr-spatial-tracking",
        )
    ),
}  # fmt: skip


def register(server: Flask, script_hashes: Sequence[str], frame_ancestors: str) -> None:
    """Send the headers with every answer. ``script_hashes`` are CSP sources of Dash's inline scripts."""
    headers = {**_FIXED, "Content-Security-Policy": policy(script_hashes, frame_ancestors)}
    if frame_ancestors in _FRAME_OPTIONS:  # other lists cannot be said in the old header
        headers["X-Frame-Options"] = _FRAME_OPTIONS[frame_ancestors]

    @server.after_request
    def protect(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", f"max-age={ONE_YEAR}")
        return response


def policy(script_hashes: Sequence[str], frame_ancestors: str) -> str:
    """The Content-Security-Policy as one line; ``frame_ancestors`` is its source list."""
    directives = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", *script_hashes)),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",  # Plotly draws the picture to be saved from such addresses
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'none'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
