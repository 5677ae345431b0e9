"""Addresses of the meeting folder besides its page: putting a view in, and the folder as files."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from dashboard.answers.desk import Desk
from dashboard.routes.mappe.files import FolderFiles
from dashboard.routes.mappe.links import FolderLinks
from dashboard.share.document import Document

__all__ = ["register"]


def register(app: Document, desk: Desk, assets: Path) -> None:
    """Add the addresses to the application's server. ``assets``: where its style sheets lie."""
    server: Flask = app.server  # untyped in dash
    FolderLinks(app, desk).register(server)
    FolderFiles(app, desk, assets).register(server)
