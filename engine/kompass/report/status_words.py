"""The words a follow-up is told in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text
from kompass.report.prose import PROSE

WORDS: Final[Mapping[str, Text]] = {
    "municipality": PROSE["municipality"],
    "title": Text(nb="Oppfølging av planen for {name}", nn="Oppfølging av planen for {name}"),
    "subtitle": Text(
        nb="Planen bygger på svar fra {planned}, lest mot svar fra {date}",
        nn="Planen byggjer på svar frå {planned}, lesen mot svar frå {date}",
    ),
    "short": Text(nb="Kort fortalt", nn="Kort fortalt"),
    "counts": Text(
        nb="{done} av {all} steg er gjort, {under_way} er i gang, og {not_begun} er ikke begynt.",
        nn="{done} av {all} steg er gjorde, {under_way} er i gang, og {not_begun} er ikkje byrja.",
    ),
    "no_steps": Text(nb="Planen har ingen steg.", nn="Planen har ingen steg."),
    "unsaid": Text(
        nb="For {count} steg sier ikke svarene hvordan det gikk.",
        nn="For {count} steg seier ikkje svara korleis det gjekk.",
    ),
    "ahead": Text(
        nb="Kommunen har {came} poeng. Planen hadde {expected} på dette tidspunktet og {planned} når alt er gjort; utgangspunktet var {before}.",
        nn="Kommunen har {came} poeng. Planen hadde {expected} på dette tidspunktet og {planned} når alt er gjort; utgangspunktet var {before}.",
    ),
    "inside": Text(
        nb="Der planen skulle virke, er endringen {inside} poeng; ellers {outside}.",
        nn="Der planen skulle verke, er endringa {inside} poeng; elles {outside}.",
    ),
    "late_count": Text(
        nb="{count} steg skulle vært ferdige.", nn="{count} steg skulle ha vore ferdige."
    ),
    "undocumented_count": Text(
        nb="{count} av stegene som er meldt ferdige, mangler dokumentasjon.",
        nn="{count} av stega som er melde ferdige, manglar dokumentasjon.",
    ),
    "steps": Text(nb="Stegene", nn="Stega"),
    "know": Text(nb="Dette bør dere vite", nn="Dette bør de vite"),
    "done": Text(nb="Gjort", nn="Gjort"),
    "under_way": Text(nb="I gang", nn="I gang"),
    "not_begun": Text(nb="Ikke begynt", nn="Ikkje byrja"),
    "unknown": Text(nb="Svarene sier det ikke", nn="Svara seier det ikkje"),
    "documented": Text(nb="dokumentert", nn="dokumentert"),
    "claimed": Text(nb="meldt ferdig, ikke dokumentert", nn="meldt ferdig, ikkje dokumentert"),
    "early": Text(nb="før tiden", nn="før tida"),
    "late": Text(nb="skulle vært ferdig {day}", nn="skulle ha vore ferdig {day}"),
    "until": Text(nb="frist {day}", nn="frist {day}"),
    "left": Text(nb="Mangler: {facts}", nn="Manglar: {facts}"),
    "further": Text(
        nb="kommet lenger, ikke i mål: {facts}", nn="kome lenger, ikkje i mål: {facts}"
    ),
    "unanswered": Text(nb="ikke besvart: {facts}", nn="ikkje svart på: {facts}"),
    "slipped": Text(nb="Planlagt, men ikke i bruk i tide", nn="Planlagt, men ikkje i bruk i tide"),
    "slip": Text(
        nb="{text} Frist {day}, {months} måneder siden.",
        nn="{text} Frist {day}, {months} månader sidan.",
    ),
    "slip_new": Text(
        nb="{text} Frist {day}, under en måned siden.",
        nn="{text} Frist {day}, under ein månad sidan.",
    ),
    "points": Text(nb="Poeng", nn="Poeng"),
    "points_caption": Text(
        nb="Poeng da planen ble laget, slik den skulle bli, og slik det er",
        nn="Poeng då planen blei laga, slik det skulle bli, og slik det er",
    ),
    "questions_caption": Text(
        nb="Spørsmålene planen skulle løfte", nn="Spørsmåla planen skulle løfte"
    ),
    "c_area": Text(nb="Område", nn="Område"),
    "c_question": Text(nb="Spørsmål", nn="Spørsmål"),
    "c_before": Text(nb="Før", nn="Før"),
    "c_planned": Text(nb="Plan", nn="Plan"),
    "c_came": Text(nb="Nå", nn="No"),
    "total": Text(nb="Til sammen", nn="Til saman"),
    "c_step": Text(nb="Steg", nn="Steg"),
    "c_responsible": Text(nb="Ansvarlig", nn="Ansvarleg"),
    "c_state": Text(nb="Hvordan det står til", nn="Korleis det står til"),
    "next": Text(nb="Videre", nn="Vidare"),
    "next_late": Text(
        nb="Gå gjennom det som er forsinket med den som har ansvaret: hva står i veien, og er steget fortsatt riktig?",
        nn="Gå gjennom det som er forseinka med den som har ansvaret: kva står i vegen, og er steget framleis rett?",
    ),
    "next_document": Text(
        nb="Dokumenter det som er meldt ferdig; først da teller det også som dokumentert.",
        nn="Dokumenter det som er meldt ferdig; først då tel det òg som dokumentert.",
    ),
    "next_ask": Text(
        nb="Svar på det som mangler. Ukjent er ikke nei.",
        nn="Svar på det som manglar. Ukjent er ikkje nei.",
    ),
    "next_plan": Text(
        nb="Lag en ny plan ut fra de nye svarene: kompass plan {file}",
        nn="Lag ein ny plan ut frå dei nye svara: kompass plan {file}",
    ),
}
