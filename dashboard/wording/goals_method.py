"""What the words of the page on targets mean, and how they are computed."""

from __future__ import annotations

from typing import Final

STATUS_DEFINITIONS: Final[tuple[tuple[str, str], ...]] = (
    ("erreicht", "Der Wert im Zieljahr, oder vorher der letzte Wert, erfüllt das Ziel."),
    (
        "auf Kurs",
        "Die Projektion erreicht das Ziel im Zieljahr mit mindestens 50\u202f% Wahrscheinlichkeit.",
    ),
    ("nicht auf Kurs", "Die Projektion erreicht es mit weniger als 50\u202f% Wahrscheinlichkeit."),
    ("verfehlt", "Der Wert im Zieljahr erfüllt das Ziel nicht."),
    ("offen", "Ausgangswert, Wert oder genügend Zeiträume fehlen."),
)
STATUS_NOTES: Final[tuple[str, ...]] = (
    "Die Ziele des Programms werden in ihrem eigenen Zieljahr beurteilt. Fortgeschriebene Ziele mit späterem "
    "Zieljahr sind Beispielziele und werden getrennt gezählt.",
    "Relative Ziele beziehen sich auf den Ausgangswert: +10\u202f% heißt 1,1 × Basis, nicht 10 Punkte.",
    "Ein Ziel, das nur eine Richtung nennt, ist erreicht, wenn der Unterschied zum Ausgangswert nachweisbar "
    "ist.",
    "Ob eine Maßnahme etwas bewirkt hat, sagt der Status nicht.",
)
STATUS_METHODS: Final[tuple[str, ...]] = (
    "Tempo: Veränderung je Jahr in der Einheit der Kennzahl. Bei abgelaufenen Zielen nötig und tatsächlich "
    "ab dem Ausgangsjahr; bei laufenden nötig ab dem letzten Wert, tatsächlich über die letzten "
    "fünf Zeiträume.",
    "Projektion: gewichtete Gerade durch mindestens fünf Zeiträume ohne Lücke und Bruch, bei Anteilen auf "
    "der Logit-, bei Raten und Beträgen auf der Log-Skala; 95-%-Vorhersagebereich.",
    "Annäherung: bevölkerungsgewichtete Varianz der wahren Werte (beobachtete Varianz minus Zufallsanteil) "
    "je Zeitraum; Trend geprüft mit parametrischem Bootstrap, zweiseitig auf 5\u202f%. Schwankt die Streuung "
    "um ihre Gerade stärker, als Zufall erklärt, wird der Trend an dieser größeren Schwankung gemessen.",
)
