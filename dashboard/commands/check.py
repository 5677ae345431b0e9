"""``check``: what is wrong with a delivery, all of it, and nothing is changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.catalogue.load import load
from dashboard.commands.expected import failures
from dashboard.commands.failure import Failure
from dashboard.intake.delivery import Check, check_folder, delivery_folders
from dashboard.intake.report import as_csv, as_dict, as_html, as_text
from dashboard.prepare.beside import beside_folder
from dashboard.prepare.geography import read_geography
from dashboard.settings import Settings


def _as_json(found: Check) -> str:
    return json.dumps(as_dict(found), ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[str, Callable[[Check], str]] = {
    "text": as_text,
    "json": _as_json,
    "csv": as_csv,
    "html": as_html,
}


def check(settings: Settings, folder: Path, report: str, accept_warnings: bool) -> int:
    """Print the report; 0 if the delivery may become part of a release, 1 if not."""
    if not folder.is_dir():
        raise Failure(f"Den Ordner {folder} gibt es nicht.")
    with failures():
        catalogue = load(settings.data / "catalogue")
        geography = read_geography(settings.geodata, catalogue)
        others = [path for root in (settings.data / "published", settings.data / "deliveries")
                  for path in delivery_folders(root)]  # fmt: skip
        near = beside_folder(folder, others, settings.data / "demo", catalogue, geography)
        found = check_folder(
            folder.resolve(), catalogue, geography.inside_city, geography.locate, beside=near
        )
    sys.stdout.write(_FORMS[report](found))
    accepted = found.delivery is not None and (accept_warnings or not found.findings)
    return 0 if accepted else 1
