"""Every view as a picture, a page on paper and a slide: the view's address with another ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, get_args

from flask import Flask, Response, abort, request

from dashboard.answers.desk import Desk
from dashboard.export import slides
from dashboard.export.plate import write
from dashboard.export.plate.write import Shape
from dashboard.pages.plates import Plated, open_plate
from dashboard.routes.built import Built
from dashboard.share.attachment import attachment
from dashboard.share.document import query_of_request
from dashboard.share.short_links import short_address

SHAPE: Final = "format"  # the parameter: quadrat, vorschau, anything else is wide
_MOST_KEPT: Final = 48  # files, most of them below 300 KB
_PINNED, _BRIEFLY = "public, max-age=2592000", "public, max-age=300"
_OURS_ALONE: Final = "private, no-store"


@dataclass(frozen=True, slots=True)
class Ending:
    """A kind of file: how it is written (plate, shape, link), and whether it is shown in place."""

    kind: str
    write: Callable[[Plated, Shape, str], bytes]
    shown: bool = False
    shaped: bool = False


def _png(plated: Plated, shape: Shape, link: str) -> bytes:
    return write.png(plated.plate, shape, link)


def _svg(plated: Plated, shape: Shape, link: str) -> bytes:
    return write.svg(plated.plate, shape, link)


def _pdf(plated: Plated, _shape: Shape, link: str) -> bytes:
    return write.pdf([(plated.plate, link)], plated.plate.headline, plated.released)


def _pptx(plated: Plated, _shape: Shape, link: str) -> bytes:
    return slides.write([(plated.plate, link)])


ENDINGS: Final[dict[str, Ending]] = {
    "png": Ending("image/png", _png, shown=True, shaped=True),
    "svg": Ending("image/svg+xml", _svg, shown=True, shaped=True),
    "pdf": Ending("application/pdf", _pdf),
    "pptx": Ending("application/vnd.openxmlformats-officedocument.presentationml.presentation", _pptx),
}


def register(server: Flask, desk: Desk, public_url: str = "", kept: Built | None = None) -> None:
    """Add the addresses. ``public_url`` begins the links in the pictures; else the request's own host.

    ``kept``: where files wait for the next reader who asks for the same.
    """
    kept = kept or Built(_MOST_KEPT)
    for name, ending in ENDINGS.items():
        for rule in (f"/<page>.{name}", f"/<page>/<ident>.{name}"):
            answer = partial(_answer, desk, kept, public_url, name, ending)
            server.add_url_rule(rule, f"plate:{rule}", answer)


def _answer(
    desk: Desk, kept: Built, public_url: str, name: str, ending: Ending, page: str, ident: str = ""
) -> Response:
    query = query_of_request()
    asked = query.pop(SHAPE, "")
    plated = open_plate(f"/{page}/{ident}" if ident else f"/{page}", query, desk)
    if plated is None:
        abort(404)
    shape = _shape(asked) if ending.shaped else "breit"
    base = (public_url or request.host_url).rstrip("/")
    written = partial(ending.write, plated, shape, base + short_address(plated.pinned))
    key = (plated.key, name, shape, base)
    body = written() if plated.key is None else kept.get(key, written)
    return _response(body, plated, name, shape, pinned=query.get("stand") == plated.plate.release)


def _shape(asked: str) -> Shape:
    return next((shape for shape in get_args(Shape) if shape == asked), "breit")


def _response(body: bytes, plated: Plated, name: str, shape: Shape, *, pinned: bool) -> Response:
    """The file under its name; chat programs and other sites may show what anybody may see."""
    ending, public = ENDINGS[name], plated.key is not None
    response = Response(body, content_type=ending.kind)
    other = "" if shape == "breit" else f"_{shape}"
    header = attachment(f"{plated.plate.name}{other}.{name}")
    response.headers["Content-Disposition"] = (
        header.replace("attachment", "inline", 1) if ending.shown else header
    )
    response.headers["Cache-Control"] = (_PINNED if pinned else _BRIEFLY) if public else _OURS_ALONE
    if public and ending.shown:
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.add_etag()
    response.make_conditional(request)
    return response
