"""What a reader is told when a link or a login does not work: a page of its own, in plain German."""

from __future__ import annotations

from flask import Response
from markupsafe import Markup

_DOCUMENT = Markup(
    """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} – Sozialraum-Monitor Hamm</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
</head>
<body>
<header class="top"><a class="brand" href="/">Sozialraum-Monitor Hamm</a></header>
<main id="inhalt"><div class="statement card"><h1>{title}</h1>{paragraphs}
<p><a href="/">Weiter zu den öffentlichen Zahlen</a></p></div></main>
</body>
</html>
"""
)
_PARAGRAPH = Markup("<p>{}</p>")


def page(status: int, title: str, *paragraphs: str) -> Response:
    """A small page that works without scripts. It is kept nowhere and names its address to nobody."""
    text = Markup("").join(_PARAGRAPH.format(paragraph) for paragraph in paragraphs)
    return discreet(Response(_DOCUMENT.format(title=title, paragraphs=text), status, mimetype="text/html"))


def discreet(response: Response) -> Response:
    """The response with headers that keep its address and its contents to the one who asked."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
