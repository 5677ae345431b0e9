"""What the head of a document says about its view: to search engines, and to a mail or chat preview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.pages.book import SHEETS, Page

LONGEST = 300  #: characters of a description
SITE = "Sozialraum-Monitor Hamm"
CHARTS = "/diagramme"  #: before the address of a view: what Plotly draws on it


@dataclass(frozen=True, slots=True)
class Outside:
    """How the application is seen from outside: ``base`` without slash at its end."""

    base: str
    indexed: bool = True


def preview_address(address: str) -> str:
    """The address of a view's preview picture (1200×630); "" for a page without one."""
    path, _, query = address.partition("?")
    if not any(sheet.plate and sheet.read(path) is not None for sheet in SHEETS):
        return ""
    return f"{'/karte' if path == '/' else path}.png?{f'{query}&' if query else ''}format=vorschau"


def head(page: Page, outside: Outside) -> Markup:
    """Description, robots, canonical address and Open Graph as tags, one per line."""
    pairs = [("name", "description", shortened(page.description)), ("name", "robots", robots(page, outside))]
    address = page.address or page.link
    if address:
        pairs += [(_kind(name), name, text) for name, text in _graph(page, outside)]
    tags = [Markup('<meta {}="{}" content="{}">').format(*pair) for pair in pairs]
    if address:
        tags.append(Markup('<link rel="canonical" href="{}">').format(outside.base + address))
    return Markup("\n").join(tags)


def early(page: Page, plotly: str) -> Markup:
    """Tags for what only the page's charts need and Dash would ask for late: Plotly and the figures."""
    if not page.charts or not page.address:
        return Markup("")
    script = Markup('<link rel="preload" as="script" href="{}">\n').format(plotly) if plotly else Markup("")
    figures = Markup('<link rel="preload" as="fetch" href="{}" crossorigin="anonymous">')
    return script + figures.format(CHARTS + page.address)


def robots(page: Page, outside: Outside) -> str:
    """Search engines shall find what holds today: no old release, no error, no installation in hiding."""
    return "index, follow" if outside.indexed and page.status == 200 and not page.old else "noindex, follow"


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, or its first words with an ellipsis; the limit holds in any case."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    cut = flat[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _public_preview(page: Page) -> str:
    """What is made for one reader alone has no picture that others may be shown."""
    return preview_address(page.address) if page.key is not None else page.preview


def _kind(name: str) -> str:
    return "name" if name.startswith("twitter:") else "property"


def _graph(page: Page, outside: Outside) -> Iterator[tuple[str, str]]:
    picture = _public_preview(page)
    yield "og:type", "website"
    yield "og:site_name", SITE
    yield "og:locale", "de_DE"
    yield "og:title", page.title.removesuffix(f" – {SITE}")
    yield "og:description", shortened(page.description)
    yield "og:url", outside.base + (page.address or page.link)
    yield "twitter:card", "summary_large_image" if picture else "summary"
    if picture:
        yield "og:image", outside.base + picture
        yield "og:image:width", "1200"
        yield "og:image:height", "630"
        yield "og:image:alt", shortened(page.title)
