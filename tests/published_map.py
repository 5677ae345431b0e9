"""Where each figure of the research files stands in ``data/published``, in words of both sides."""

from __future__ import annotations

#: kennzahl of veroeffentlicht_seeds.csv -> (indicator, area where it is not Hamm)
SEEDS: dict[str, tuple[str, str]] = {
    "Aufwendungen Hilfen zur Erziehung und andere Intensivhilfen des Jugendamtes": ("hze-aufwendungen", ""),
    "Veränderung HzE-Aufwendungen zum Vorjahr": ("hze-veraenderung", ""),
    "Sprachförderbedarf nach Delfin 4": ("sprachfoerderbedarf-delfin4", ""),
    "Übergangsquote Hauptschule, niedrigster Stadtbezirk": ("uebergang-hauptschule", "stadtbezirk-minimum"),
    "Übergangsquote Hauptschule, höchster Stadtbezirk": ("uebergang-hauptschule", "stadtbezirk-maximum"),
    "Übergangsquote Gymnasium, höchster Stadtbezirk": ("uebergang-gymnasium", "stadtbezirk-maximum"),
    "Übergangsquote Gymnasium, niedrigster Stadtbezirk": ("uebergang-gymnasium", "stadtbezirk-minimum"),
    "Schuleingangsuntersuchung: Deutsch nicht Erstsprache": ("schuleingang-deutsch-nicht-erstsprache", ""),
    "Deutschkenntnisse der Kinder mit anderer Erstsprache": ("schuleingang-deutschkenntnisse", ""),
    "Betreute junge Familien „Ein guter Start für Kinder“": ("guter-start-familien", ""),
    "ALG-II-Beziehende 18-24 ohne Berufsausbildung": ("alg2-ohne-ausbildung", ""),
    "ALG-II-Beziehende 18-24 schwer bis nicht vermittelbar": ("alg2-schwer-vermittelbar", ""),
    "Schulabgänge ohne Hauptschulabschluss": ("abgang-ohne-hauptschulabschluss", ""),
    "Deutscher Lernatlas gesamt": ("lernatlas-gesamt", ""),
    "Deutscher Lernatlas Schulisches Lernen": ("lernatlas-schulisch", ""),
    "Deutscher Lernatlas Berufliches Lernen": ("lernatlas-beruflich", ""),
    "Deutscher Lernatlas Soziales Lernen": ("lernatlas-sozial", ""),
    "Deutscher Lernatlas Persönliches Lernen": ("lernatlas-persoenlich", ""),
    "Projektkosten Präventionsketten": ("projektkosten", ""),
    "Landesförderung Präventionsketten": ("landesfoerderung", ""),
    "Schulsozialarbeit, jährlich gesichert": ("schulsozialarbeit-mittel", "herne"),
    "Fachkräfte Integrations-Fallmanagement": ("integration-fachkraefte", ""),
}

#: indikator of hamm_kennzahlen_stadtbezirk_sozialraum_stadt.csv -> (indicator, breakdown)
FIGURES: dict[str, tuple[str, str]] = {
    "Fläche": ("flaeche", ""),
    "Einwohner": ("bevoelkerung", ""),
    "Einwohner (Melderegister Stadt)": ("bevoelkerung", ""),
    "Bevölkerung (Fortschreibung IT.NRW)": ("bevoelkerung-fortschreibung", ""),
    "Personen mit Migrationshintergrund": ("migrationsanteil", ""),
    "Anteil Migrationshintergrund": ("migrationsanteil", ""),
    "Arbeitslose": ("arbeitslose", ""),
    "Kinder und Jugendliche unter 18": ("anteil-unter-18", ""),
    "Kinder u18 in SGB-II-Bedarfsgemeinschaften": ("sgb2-unter-18", ""),
    "Kinder in SGB-II-Haushalten": ("sgb2-unter-18", ""),
    "Kinder in Mindestsicherung": ("kinder-mindestsicherung", ""),
    "Kinderarmutsquote": ("kinderarmutsquote", ""),
    "Mindestsicherungsquote": ("mindestsicherungsquote", ""),
    "Erzieherische Hilfen insgesamt": ("hze-faelle", ""),
    "davon Erziehungsberatung": ("hze-faelle", "erziehungsberatung"),
    "davon Sozialpädagogische Familienhilfe": ("hze-faelle", "spfh"),
    "davon Vollzeitpflege": ("hze-faelle", "vollzeitpflege"),
    "davon Einzelbetreuung": ("hze-faelle", "einzelbetreuung"),
    "davon Heimerziehung/betreute Wohnform": ("hze-faelle", "heimerziehung"),
    "davon Eingliederungshilfe §35a": ("hze-faelle", "eingliederungshilfe-35a"),
    "davon Tagesgruppe": ("hze-faelle", "tagesgruppe"),
    "davon Hilfe zur Erziehung (§27 o. näh. Best.)": ("hze-faelle", "hze-27"),
    "davon soziale Gruppenarbeit": ("hze-faelle", "soziale-gruppenarbeit"),
    "davon intensive sozialpäd. Einzelbetreuung": ("hze-faelle", "isp-einzelbetreuung"),
    "Ausgaben Kinder- und Jugendhilfe insgesamt": ("jugendhilfe-ausgaben", ""),
    "Inobhutnahmen (Teiljahr)": ("inobhutnahmen", ""),
    "Abgänge ohne Schulabschluss": ("abgang-ohne-abschluss", ""),
}

#: (ebene, gebiet) where the area is not found by its name alone
PLACES: dict[tuple[str, str], str] = {
    ("Stadt", "Hamm"): "hamm",
    ("Sozialraum", "Hamm-Westen"): "hamm-westen",
    ("Sozialraum", "Mitte"): "Sozialraum Mitte",
    ("Sozialraum", "Hamm-Norden"): "untersuchung-hamm-norden",
    ("Programmgebiet", "Hamm-Westen (Soziale Stadt)"): "programm-hamm-westen",
    ("Programmgebiet", "Hamm-Weststadt"): "programm-hamm-weststadt",
}

#: merkmal of hamm_schulstatistik_zeitreihe.csv -> indicator
SCHOOLS: dict[str, str] = {
    "Schüler insgesamt": "schueler-gesamt",
    "Anteil Zuwanderungsgeschichte (alle Schüler)": "zuwanderungsgeschichte-schueler",
    "Anteil ausländische Schüler": "auslaendische-schueler",
    "OGS-Teilnehmende": "ogs-quote",
    "OGS-Quote Grundschulen": "ogs-quote",
    "OGS-Quote": "ogs-quote",
    "Grundschüler": "grundschueler",
    "Anteil Zuwanderungsgeschichte Grundschüler": "zuwanderungsgeschichte-grundschule",
}

#: Areas of the two school files that are single schools: facilities are not public.
SINGLE_SCHOOLS = {
    "Geistschule (Pelkum)", "Schillerschule (Pelkum)", "Selmigerheideschule (Pelkum)",
    "Bodelschwinghschule (Mitte)", "Hermann-Gmeiner-Schule", "Jahnschule", "Lessingschule", "Ludgerischule",
    "Stephanusschule",
}  # fmt: skip
#: A school year nobody knows cannot be placed.
UNKNOWN_YEARS = {"unbekannt (um 2017/18)"}

#: merkmal of the seeds -> category id
CATEGORIES: dict[str, str] = {
    "kein Deutsch": "kein-deutsch",
    "schlecht": "schlecht",
    "flüssig mit erheblichen Fehlern": "erhebliche-fehler",
    "geringe Fehler": "geringe-fehler",
    "fehlerfrei": "fehlerfrei",
}

#: Periods that are written differently, and the periods they became.
PERIODS: dict[str, tuple[str, ...]] = {
    "2015-2017": ("2015", "2016", "2017"),
    "2017-2019": ("2017", "2018", "2019"),
    "ca. 2017/18": ("um 2017",),
    "um 2012-2014": ("um 2013",),
    "2000-2015": ("um 2015",),
    "nach 2016": ("um 2016",),
    "um 2020/21": ("um 2020",),
    "2017 (bis ca. Okt.)": ("2017",),
    "vermutlich 2021": ("um 2021",),
}

#: Figures that stand only in a remark: (indicator, area, period, breakdown, reading, value as printed).
REMARKS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("hze-aufwendungen", "hamm", "2009", "", "0", "25320000,00"),
    ("hze-aufwendungen", "hamm", "2008", "", "0", "23880000,00"),
    ("sprachfoerderbedarf-delfin4", "hamm", "um 2010", "", "0", "450"),
    ("lernatlas-gesamt", "vergleichsgruppe", "2011", "", "0", "41,91"),
    ("lernatlas-schulisch", "vergleichsgruppe", "2011", "", "0", "36,01"),
    ("lernatlas-schulisch", "nrw", "2011", "", "0", "32,60"),
    ("lernatlas-schulisch", "deutschland", "2011", "", "0", "39,81"),
    ("lernatlas-beruflich", "vergleichsgruppe", "2011", "", "0", "46,07"),
    ("lernatlas-beruflich", "nrw", "2011", "", "0", "43,77"),
    ("lernatlas-beruflich", "deutschland", "2011", "", "0", "48,66"),
    ("lernatlas-sozial", "vergleichsgruppe", "2011", "", "0", "41,18"),
    ("lernatlas-sozial", "nrw", "2011", "", "0", "43,84"),
    ("lernatlas-sozial", "deutschland", "2011", "", "0", "46,94"),
    ("lernatlas-persoenlich", "vergleichsgruppe", "2011", "", "0", "47,25"),
    ("lernatlas-persoenlich", "nrw", "2011", "", "0", "43,93"),
    ("lernatlas-persoenlich", "deutschland", "2011", "", "0", "50,89"),
    ("projektkosten", "hamm", "2012", "srh-heidelberg", "0", "15000,00"),
    ("projektkosten", "hamm", "2013", "veranstaltungen", "0", "5100,00"),
    ("projektkosten", "hamm", "2014", "beratung", "0", "2000,00"),
    ("projektkosten", "hamm", "2014", "", "1", "87600,00"),
    ("arbeitslose", "hamm", "06/2021", "", "0", "8118"),
    ("arbeitslose", "hamm", "06/2021", "", "1", "8140"),
    ("sgb2-unter-18", "hamm-westen", "um 2017", "", "0", "48,9"),
    ("sgb2-unter-18", "hamm-westen", "um 2017", "", "1", "33,3"),
    ("sgb2-unter-18", "hamm", "um 2017", "", "1", "20"),
    ("migrationsanteil", "programm-hamm-weststadt", "um 2016", "", "0", "48,8"),
    ("migrationsanteil", "hamm", "31.12.2021", "", "0", "39"),
    ("migrationsanteil", "hamm", "31.12.2022", "", "0", "40,6"),
    ("anteil-unter-18", "hamm", "31.12.2020", "", "0", "31300"),
    ("anteil-unter-18", "hamm", "31.12.2021", "", "0", "31300"),
    ("anteil-unter-18", "bezirk-heessen", "31.12.2020", "", "0", "18"),
    ("anteil-unter-18", "bezirk-heessen", "31.12.2020", "", "1", "19"),
    ("bevoelkerung", "hamm", "um 2021", "", "1", "181832"),
    ("bevoelkerung", "hamm", "31.12.2024", "", "0", "182000"),
    ("kinder-mindestsicherung", "hamm", "2019", "", "0", "15,1"),
    ("kinder-mindestsicherung", "hamm", "2017", "", "0", "6098"),
    ("kinder-mindestsicherung", "nrw", "2019", "", "0", "18,4"),
    ("kinderarmutsquote", "hamm", "um 2015", "", "0", "23"),
    ("mindestsicherungsquote", "hamm", "31.12.2018", "", "0", "22000"),
    ("hze-faelle", "hamm", "2018", "", "0", "3435"),
    ("hze-faelle", "hamm", "2018", "erziehungsberatung", "0", "1317"),
    ("abgang-ohne-abschluss", "hamm", "um 2021", "", "0", "2,8"),
    ("abgang-ohne-abschluss", "hamm", "um 2020", "", "0", "40"),
    ("abgang-ohne-abschluss", "hamm", "um 2020", "", "0", "2,0"),
    ("uebergang-gymnasium", "bezirk-pelkum", "2018/19", "", "0", "70"),
    ("uebergang-realschule", "bezirk-pelkum", "2018/19", "", "0", "69"),
    ("uebergang-gesamtschule", "bezirk-pelkum", "2018/19", "", "0", "35"),
    ("uebergang-hauptschule", "bezirk-pelkum", "2018/19", "", "0", "8"),
    ("uebergang-realschule", "bezirk-heessen", "2023/24", "", "0", "44,1"),
    ("uebergang-realschule", "bezirk-herringen", "2024/25", "", "0", "71"),
    ("uebergang-gymnasium", "bezirk-herringen", "2024/25", "", "0", "62"),
    ("ogs-quote", "hamm", "2022/23", "", "1", "3415"),
)
