"""The folder as files: PDF, slides, and one HTML file to take along."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Final

from flask import Flask, Response

from dashboard.answers.desk import Desk
from dashboard.answers.mappe import FolderAnswer, Leaf
from dashboard.export import folder_pdf, folder_pptx, take_along
from dashboard.export.contents import Contents, shown
from dashboard.export.plate import write
from dashboard.export.plate.parts import Plate
from dashboard.pages.book import open_folder, open_page
from dashboard.pages.plates import open_plate
from dashboard.routes.built import Built
from dashboard.routes.mappe.contents import as_plate, contents_of
from dashboard.routes.mappe.links import refused, why
from dashboard.share.attachment import attachment
from dashboard.share.document import Document, query_of_request
from dashboard.share.html import to_html
from dashboard.share.plain import main_of
from dashboard.state.folder import PATH, PICTURE, parts_of
from dashboard.state.short import short_address

_MOST_KEPT: Final = 8  # files of up to 2 MB
_PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_IN_NAMES: Final = re.compile(r"""[/\\:*?"<>|]+""")  # characters that no file's name may have everywhere


@dataclass(frozen=True)
class FolderFiles:
    """Answers for the files. ``assets``: where the application's style sheets lie."""

    app: Document
    desk: Desk
    assets: Path
    built: Built = field(default_factory=lambda: Built(_MOST_KEPT))

    def register(self, server: Flask) -> None:
        """Add the addresses to the server."""
        for ending, kind, build in (
            ("pdf", "application/pdf", self._pdf),
            ("pptx", _PPTX, self._pptx),
            ("html", "text/html; charset=utf-8", self._html),
        ):
            server.add_url_rule(f"{PATH}.{ending}", f"mappe-{ending}", self._file(ending, kind, build))
        server.add_url_rule(PICTURE, "mappe-png", self._picture)

    @cached_property
    def css(self) -> str:
        """All style sheets in the order in which a page has them."""
        bootstrap = resources.files("flask_bootstrap") / "static/bootstrap5/css/bootstrap.min.css"
        own = [path.read_text(encoding="utf-8") for path in sorted(self.assets.glob("*.css"))]
        return "\n".join((bootstrap.read_text(encoding="utf-8"), *own))

    def _file(self, ending: str, kind: str, build: Callable[[FolderAnswer], bytes]) -> Callable[[], Response]:
        def file() -> Response:
            answer = open_folder(query_of_request(), self.desk)
            if answer.status != 200 or not answer.leaves:
                return refused(answer.headline, why(answer), answer.status if answer.status != 200 else 404)
            if ending != "html" and not answer.pictured:
                return refused("Kein Bild", "Kein Blatt dieser Mappe hat ein Bild für diese Datei.", 404)
            response = Response(self._kept(answer, ending, build), content_type=kind)
            response.headers["Content-Disposition"] = attachment(f"{_file_name(answer)}.{ending}")
            return response

        return file

    def _kept(self, answer: FolderAnswer, ending: str, build: Callable[[FolderAnswer], bytes]) -> bytes:
        """What is for this reader alone is built for each request, and nothing of it stays."""
        if answer.kept_as is None:
            return build(answer)
        key = (ending, self._base(), answer.current, answer.kept_as)
        return self.built.get(key, lambda: build(answer))

    def _base(self) -> str:
        return self.app.outside().base

    def _pdf(self, answer: FolderAnswer) -> bytes:
        created = self.desk.release().created.date()
        plates = self._plates(answer)
        return folder_pdf.write(self._contents(answer), plates, created)

    def _pptx(self, answer: FolderAnswer) -> bytes:
        return folder_pptx.write(self._contents(answer), self._plates(answer))

    def _contents(self, answer: FolderAnswer) -> Contents:
        return contents_of(answer, self.desk, self._base())

    def _plates(self, answer: FolderAnswer) -> list[tuple[Plate, str]]:
        opened = [open_plate(*parts_of(leaf.address), self.desk) for leaf in answer.pictured]
        return [(one.plate, self._base() + short_address(one.pinned)) for one in opened if one is not None]

    def _picture(self) -> Response:
        """The contents as a picture: what a chat or a mail shows of the folder's link."""
        answer = open_folder(query_of_request(), self.desk)
        if answer.status != 200 or not answer.leaves:
            return refused(answer.headline, why(answer), answer.status if answer.status != 200 else 404)

        def draw(answer: FolderAnswer) -> bytes:
            contents = self._contents(answer)
            return write.png(
                as_plate(contents, answer, f"{_file_name(answer)}"), "vorschau", shown(contents.link)
            )

        response = Response(self._kept(answer, "png", draw), content_type="image/png")
        public = answer.kept_as is not None
        response.headers["Cache-Control"] = "public, max-age=300" if public else "private, no-store"
        if public:
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def _html(self, answer: FolderAnswer) -> bytes:
        missing = tuple(f"Blatt {page.number} fehlt: {page.reason}" for page in answer.missing)
        online = self._base() + answer.folder.address()
        about = take_along.About(answer.name, answer.states, online, missing)
        return take_along.write([self._taken(leaf) for leaf in answer.leaves], about, self.css)

    def _taken(self, leaf: Leaf) -> take_along.Taken:
        page = open_page(*parts_of(leaf.address), self.desk)
        return take_along.Taken(
            kind=leaf.kind,
            headline=leaf.headline,
            release=leaf.release,
            demo=leaf.demo,
            html=str(to_html(list(main_of(page.layout())))),
            online=self._base() + leaf.address,
        )


def _file_name(answer: FolderAnswer) -> str:
    title = _IN_NAMES.sub(" ", answer.folder.title).strip(" .")
    return f"Mappe {title}" if title else "Mappe"
