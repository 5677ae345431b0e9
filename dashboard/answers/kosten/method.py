"""The third tab of every card: what is counted, and how the view computes."""

from __future__ import annotations

from dashboard.answers import method as methods
from dashboard.answers.kosten.rows import INDICATORS
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.split import wants_days
from dashboard.answers.parts import Method

_HEAD = (
    "Je 1.000 unter 21-Jährige: Betrag ÷ Einwohnerinnen und Einwohner unter 21 (Altersgruppen bis 20 im "
    "Melderegister am 31.12. des Jahres) × 1.000."
)
_SUMS = (
    "Summen werden in ganzen Cent gebildet und einmal gerundet (größter Rest), damit gedruckte Teile "
    "die gedruckte Summe ergeben. Eine Hilfeart zählt in einer Summe mit, wenn Betrag und Fälle der Stadt "
    "gezeigt werden dürfen; alles andere steht zusammen in „geschützt“, und nur, wenn mindestens zwei "
    "Zellen darin sind."
)
_LMDI = (
    "Zerlegung nach LMDI-I (Ang 2005): Kosten = Fälle × Anteil der Hilfeart × Kosten je Fall, gewichtet mit "
    "dem logarithmischen Mittel beider Jahre. Die drei Teile ergeben die Veränderung auf den Cent, ohne Rest "
    "und ohne Reihenfolge. In einem der Jahre geschützte Hilfearten gehen zusammen als eine Art ein."
)
_DAYS = (
    "Hilfetage: Kalendertage im Jahr, an denen eine Hilfe lief, über alle Hilfen zusammen. Tage je Fall = "
    "Tage ÷ Fälle des Jahres, höchstens 366; Kosten je Tag = Betrag ÷ Tage. Wo Fälle geschützt sind, sind es "
    "auch die Tage."
)
_LMDI_DAYS = (
    "Mit Hilfetagen: Kosten je Fall = Tage je Fall × Kosten je Tag. Ihr Teil der Veränderung zerfällt "
    "mit demselben Gewicht in beide; Fallzahl und Mix bleiben auf den Cent gleich."
)
_SCENARIO = (
    "Kosten eines Jahres = Kosten des Vorjahres × (1 + Wachstum der Fälle) × (1 + Wachstum der Kosten "
    "je Fall). Heutiger Trend: mittleres jährliches Wachstum der letzten fünf Jahre; bis zum Zieljahr geht "
    "es in gerader Linie auf die eingestellte Rate über und bleibt dann gleich. Kein Zufallsbereich: ein "
    "Rechenbeispiel."
)
_PREVENTION = (
    "Anteil = Prävention ÷ (Prävention + Korrektur). Prävention sind die im Katalog so bezeichneten "
    "Kostenarten (mit der Erziehungsberatung), Korrektur alle übrigen Hilfen zur Erziehung."
)


def method(scope: Scope) -> Method:
    """Definition and notes of the view's indicator, with the arithmetic of the view."""
    view = scope.view.ansicht
    indicator = scope.catalogue.indicators[INDICATORS[view][0]]
    found = methods.method(indicator, scope.catalogue)
    return Method(found.definition, found.notes, (*_lines(scope, view), *found.statistics))


def _lines(scope: Scope, view: str) -> tuple[str, ...]:
    prices = scope.catalogue.prices
    real = (
        f"Preise von {prices.base}: Betrag ÷ {prices.title} des Jahres × 100; bekannt für "
        f"{prices.values[0].year} bis {prices.values[-1].year}."
    )
    lines: dict[str, tuple[str, ...]] = {
        "": (_SUMS, _HEAD, *((_DAYS,) if scope.book.has_days else ()), real),
        "ursachen": (_LMDI, *((_LMDI_DAYS,) if wants_days(scope) else ()), real),
        "praevention": (_PREVENTION,),
        "raeume": (_SUMS, _HEAD, real),
        "szenario": (_SCENARIO,),
        "projekt": (),
    }
    return lines[view]
