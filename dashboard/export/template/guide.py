"""The words of the sheet „Anleitung“: what to fill in, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.export.template.parts import SHEET, SIGNS, Template

_STEPS = (
    f"Auf dem Blatt „{SHEET}“ je Raum und Zeitraum eine Zeile ausfüllen. Was in Raum, Zeitraum und Merkmal "
    "stehen darf, zeigt der Pfeil neben der Zelle.",
    "Alle neun Sozialräume angeben. Die Stadt angeben, wenn ihre Zahl mehr enthält als die Räume "
    "(zum Beispiel Personen ohne zugeordneten Raum); sonst wird sie summiert.",
    "Zahlen genau eintragen, nicht runden und kleine Zahlen nicht weglassen: Sie werden geschützt, bevor ein "
    "Datenstand veröffentlicht wird. Was Sie gar nicht weitergeben dürfen, ersetzt das Zeichen x.",
    "Keine Namen, keine Aktenzeichen, keine Angaben zu einzelnen Personen, auch nicht in „Anmerkung“.",
    "Spalten, Überschriften und den Namen des Blatts so lassen; leere Zeilen stören nicht.",
)
_SENT = (
    "Arbeitsmappe und lieferung.toml liegen zusammen in einem Ordner. Der Name der Arbeitsmappe bleibt, wie "
    "er ist. „python -m dashboard check ORDNER“ nennt alles, was nicht stimmt, mit Blatt, Zeile und Spalte."
)
_RULES = {
    "share": "Der Zähler ist nie größer als der Nenner; beide sind ganze Zahlen. Der Wert wird berechnet.",
    "rate": "Der Wert wird aus Zähler und Nenner berechnet. Negative Zahlen gibt es nicht.",
    "count": "Ganze Zahlen, nie negativ.",
    "euro": "Höchstens zwei Nachkommastellen. Ein negativer Betrag ist eine Korrekturbuchung.",
    "mean": "Eine Zahl in der genannten Einheit.",
    "index": "Eine Zahl in der genannten Einheit.",
}


def lines(template: Template) -> Iterator[tuple[str, str]]:
    """Term and text, line by line; an empty term goes on with the one before."""
    indicator = template.indicator
    yield "Vorlage für", indicator.title
    yield "Frage", indicator.question
    yield "Einheit", indicator.unit
    yield from ((("So geht es" if at == 0 else ""), f"{at + 1}. {step}") for at, step in enumerate(_STEPS))
    yield from ((f"Spalte „{column.head}“", column.meaning) for column in template.columns)
    yield "Was geprüft wird", _RULES[indicator.kind]
    yield "Statt einer Zahl", "Wo es keine Zahl gibt, steht ein Zeichen. Ein leeres Feld ist keine Null."
    yield from ((f"Zeichen {sign.mark}", sign.words) for sign in SIGNS)
    yield from (("Was man wissen sollte" if at == 0 else "", note) for at, note in enumerate(indicator.notes))
    yield "Danach", _SENT
