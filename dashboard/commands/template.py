"""``template``: workbooks for suppliers to fill in, each with the description that reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from dashboard.answers.daten.templates import has_template
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.catalogue.models import Indicator
from dashboard.commands.expected import failures
from dashboard.commands.failure import Failure
from dashboard.export.template.description import describe
from dashboard.export.template.parts import template as template_of
from dashboard.export.template.workbook import write
from dashboard.intake.description.load import NAME
from dashboard.settings import Settings


def template(settings: Settings, wanted: Sequence[str], out: Path, today: date | None = None) -> int:
    """Write one folder per indicator below ``out`` (all of them if none is named); overwrite nothing."""
    received = today or date.today()
    with failures():
        catalogue = load(settings.data / "catalogue")
    indicators = _indicators(wanted, catalogue)
    taken = [each.id for each in indicators if (out / each.id).exists()]
    if taken:
        raise Failure(
            f"In {out} gibt es schon: {', '.join(taken)}. Ausgefüllte Vorlagen werden nicht überschrieben; "
            "mit --out einen anderen Ordner nennen."
        )
    for indicator in indicators:
        _write(out / indicator.id, indicator, catalogue, received)
        print(f"{out / indicator.id}: {indicator.id}.xlsx, {NAME}")
    print("Nach dem Ausfüllen: python -m dashboard check ORDNER")
    return 0


def _write(folder: Path, indicator: Indicator, catalogue: Catalogue, received: date) -> None:
    found = template_of(indicator, catalogue, received.year)
    try:
        folder.mkdir(parents=True)
        (folder / found.file).write_bytes(write(found))
        (folder / NAME).write_text(describe(found, received), encoding="utf-8")
    except OSError as error:
        raise Failure(f"Die Vorlage lässt sich nicht schreiben: {error}") from error


def _indicators(wanted: Sequence[str], catalogue: Catalogue) -> list[Indicator]:
    fillable = {each.id: each for each in catalogue.indicators.values() if has_template(each)}
    for id_ in wanted:
        if id_ not in catalogue.indicators:
            near = ", ".join(f"„{found}“" for found in get_close_matches(id_, fillable))
            hint = f" Gemeint vielleicht: {near}?" if near else ""
            raise Failure(f"Die Kennzahl „{id_}“ gibt es nicht.{hint}")
        if id_ not in fillable:
            raise Failure(f"Die Kennzahl „{id_}“ wird berechnet; für sie gibt es keine Vorlage.")
    return [fillable[id_] for id_ in dict.fromkeys(wanted)] or list(fillable.values())
