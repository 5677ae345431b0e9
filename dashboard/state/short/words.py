"""The words of short links, by number. A number is part of every code that was ever printed:

append at the end, never change, move or remove a word. What is not in here is written out in the
code, which only makes it longer: new indicators and areas work at once.
"""

from __future__ import annotations

_PAGES = """
/ /kennzahl/* /sozialraum/* /uebergaenge /kosten /ziele /kennzahl /sozialraum /ziele/wirkung /ressourcen
/daten /daten/geheimhaltung /mappe
"""
#: Addresses of pages; ``*`` stands for one part that follows. Number 0 means: the path is written out.
PAGES = tuple(_PAGES.split())

_NAMES = """
raum jahr ansicht stand merkmal ebene kennzahl lebensphase format werte seit suche perspektive euro bezug
von bereich faelle preis zieljahr ziele phase status sortierung massnahme vorlage gewichte art stellen
mindest-stellen mindest-euro staerke gezeigt blaetter titel dazu
"""
#: Names of parameters, the usual ones first. Number 0 means: the name is written out.
NAMES = tuple(_NAMES.split())

_WORDS = """
bockum-hoevel hamm-norden heessen hamm-westen mitte uentrop herringen pelkum rhynern hamm bezirk-mitte
bezirk-uentrop bezirk-rhynern bezirk-pelkum bezirk-herringen bezirk-bockum-hoevel bezirk-heessen abstand
vergleich verlauf ursachen raeume szenario schulen kette empfehlung praevention projekt matrix
uebergang-gymnasium hze-aufwendungen real einzeln dreijahr alle adressaten prozesse kosten fachkraefte
sozialraum stadtbezirk stadt ohne nominal summe je-1000 stationaer teilstationaer ambulant uebergreifend
lebensphasen annaeherung programm fortgeschrieben jede start kita grundschule uebergang-sek1 sek1
uebergang-beruf sek2 eltern erreicht auf-kurs nicht-auf-kurs verfehlt offen viertelstellen ganze-stellen
euro guter-start-familien guter-start-screening guter-start-bedarf guter-start-anschluss u3-betreuung
sprachfoerderbedarf-delfin4 risikokinder-entwicklungsbeobachtung sprache-messpunkte
sprachstand-kita-eintritt sprachstand-kita-mitte sprachstand-schuleingang
schuleingang-deutsch-nicht-erstsprache schuleingang-deutschkenntnisse schuleingang-sprachauffaellig
schuleingang-frueherkennung stark-weiter-begleitung sprachstand-klasse-2 empfehlung-hoehere-schulform
empfehlung-schulform vera-kompetenzniveau deutsch-mindestens-4 ogs-quote grundschueler
zuwanderungsgeschichte-grundschule but-inanspruchnahme kus-angebote schulsozialarbeit-stellen
schulsozialindex schueler-je-schule sprachstand-sek1-eintritt uebergang-hauptschule uebergang-realschule
uebergang-sekundarschule uebergang-gesamtschule uebergang-foerderschule uebergang-sonstige
empfehlung-vergleich segregation-gymnasium grundschulen verbleibquote-sek1 schulabgang-abschluss
abgang-ohne-hauptschulabschluss abgang-ohne-abschluss schulabsentismus eingliederungshilfe-schule
eingliederungshilfe-systemisch ausbildungsfaehigkeit berufsorientierung-ab-8 alg2-ohne-ausbildung
alg2-schwer-vermittelbar uebergang-sek2 elternschule-teilnahme elternschule-risikoeltern
beratung-nicht-angenommen fremdunterbringung-kwg unterbringung-ausserhalb inobhutnahmen
kitas-entwicklungsbeobachtung fachkraefte-weitergebildet integration-fachkraefte bevoelkerung
bevoelkerung-fortschreibung flaeche anteil-unter-18 sgb2-unter-18 migrationsanteil arbeitslose
kinder-mindestsicherung kinderarmutsquote mindestsicherungsquote schueler-gesamt
zuwanderungsgeschichte-schueler auslaendische-schueler lernatlas-gesamt lernatlas-schulisch
lernatlas-beruflich lernatlas-sozial lernatlas-persoenlich integration-begleitete integration-sprachniveau
integration-vereinsmitgliedschaft integration-massnahmen hze-faelle hze-veraenderung hze-plan
praeventionsanteil jugendhilfe-ausgaben praevention-aufwendungen eingliederungshilfe-aufwendungen
projektkosten landesfoerderung schulsozialarbeit-mittel annaeherung-sozialraeume stadtbezirk-minimum
stadtbezirk-maximum programm-hamm-westen programm-hamm-weststadt untersuchung-hamm-norden vergleichsgruppe
nrw deutschland herne kein-deutsch schlecht erhebliche-fehler geringe-fehler fehlerfrei hauptschule
realschule-eingeschraenkt realschule gymnasium-eingeschraenkt gymnasium betreuung niedriger wie-empfohlen
hoeher zufall-mittel zufall-95 ohne-hauptschulabschluss hauptschulabschluss fachoberschulreife
fachhochschulreife hochschulreife gesamtschule foerderschule 0-2 3-5 6-9 10-15 16-17 18-20 21-64 65-plus
weiblich maennlich aufenthaltserlaubnis niederlassungserlaubnis aufenthaltsgestattung duldung
freizuegigkeit-eu sonstiger-status unter-18 18-26 27-44 45-64 divers-ohne-angabe a1 a2 b1 b2-plus
erziehungsberatung soziale-gruppenarbeit einzelbetreuung spfh tagesgruppe vollzeitpflege heimerziehung
isp-einzelbetreuung eingliederungshilfe-35a hze-27 fruehe-hilfen elternschule schulsozialarbeit
kus-saeule-1 kus-saeule-2 stadtteilbudgets weiterbildung srh-heidelberg veranstaltungen beratung
praeventionsketten guter-start stark weiter bildungsbegleitung elternschule-hamm sprache-fuenf-messpunkte
hze-steuerung soziale-stadt-hamm-westen soziale-stadt-hamm-weststadt zusammen-im-quartier
drei-saeulen-modell integration-fallmanagement kus youcardhamm familiengrundschulzentren
kinderarmut-und-sprache kinderzahl gleich maschine 1
"""
#: Values of parameters, the first 32 take the least room.
WORDS = tuple(_WORDS.split())
