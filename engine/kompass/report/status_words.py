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
        nb="Kommunen har gjort {done} av {all} steg. {under_way} er i gang, og {not_begun} er ikke begynt på.",
        nn="Kommunen har gjort {done} av {all} steg. {under_way} er i gang, og {not_begun} er ikkje byrja på.",
    ),
    "all_done": Text(
        nb="Kommunen har gjort alle stegene i planen, {all} i tallet.",
        nn="Kommunen har gjort alle stega i planen, {all} i talet.",
    ),
    "no_steps": Text(nb="Planen har ingen steg.", nn="Planen har ingen steg."),
    "unsaid": Text(
        nb="For {count} steg sier ikke svarene hvordan det gikk.",
        nn="For {count} steg seier ikkje svara korleis det gjekk.",
    ),
    "ahead": Text(
        nb="Det er {came} poeng nå, mot {before} da planen ble laget. Planen regnet med {expected} nå, og {planned} når alt er gjort.",
        nn="Det er {came} poeng no, mot {before} då planen blei laga. Planen rekna med {expected} no, og {planned} når alt er gjort.",
    ),
    "ahead_first": Text(
        nb="Det er {came} poeng nå, mot {before} da planen ble laget. Ingen halvår i planen er over ennå; når alt er gjort, regner den med {planned}.",
        nn="Det er {came} poeng no, mot {before} då planen blei laga. Ingen halvår i planen er over enno; når alt er gjort, reknar han med {planned}.",
    ),
    "ahead_last": Text(
        nb="Det er {came} poeng nå, mot {before} da planen ble laget. Planen er over nå, og regnet med {planned}.",
        nn="Det er {came} poeng no, mot {before} då planen blei laga. Planen er over no, og rekna med {planned}.",
    ),
    "inside": Text(
        nb="Der planen skulle virke, er endringen {inside} poeng; ellers {outside}.",
        nn="Der planen skulle verke, er endringa {inside} poeng; elles {outside}.",
    ),
    "late_count": Text(
        nb="Forsinket: {count} steg som skulle vært i bruk nå.",
        nn="Forseinka: {count} steg som skulle ha vore i bruk no.",
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
    "passed": Text(nb="fristen var {day}", nn="fristen var {day}"),
    "until": Text(nb="frist {day}", nn="frist {day}"),
    "left": Text(nb="Mangler: {facts}", nn="Manglar: {facts}"),
    "planned": Text(nb="planlagt, ikke i bruk: {facts}", nn="planlagt, ikkje i bruk: {facts}"),
    "fallen": Text(
        nb="lavere enn da planen ble laget: {facts}", nn="lågare enn då planen blei laga: {facts}"
    ),
    "further": Text(
        nb="kommet lenger, ikke i mål: {facts}", nn="kome lenger, ikkje i mål: {facts}"
    ),
    "unanswered": Text(nb="ikke besvart: {facts}", nn="ikkje svart på: {facts}"),
    "slipped": Text(nb="Planlagt, men ikke i bruk i tide", nn="Planlagt, men ikkje i bruk i tide"),
    "slip": Text(
        nb="{text} Fristen var {day}, for {months} måneder siden.",
        nn="{text} Fristen var {day}, for {months} månader sidan.",
    ),
    "slip_one": Text(
        nb="{text} Fristen var {day}, for én måned siden.",
        nn="{text} Fristen var {day}, for éin månad sidan.",
    ),
    "slip_new": Text(
        nb="{text} Fristen var {day}, for under en måned siden.",
        nn="{text} Fristen var {day}, for under ein månad sidan.",
    ),
    "shortfalls": Text(nb="Gjort, men ga mindre enn ventet", nn="Gjort, men gav mindre enn venta"),
    "shortfall": Text(
        nb="{question} {points} poeng under det planen regnet med.",
        nn="{question} {points} poeng under det planen rekna med.",
    ),
    "lower": Text(
        nb="lavere svar enn da planen ble laget: {facts}",
        nn="lågare svar enn då planen blei laga: {facts}",
    ),
    "elsewhere": Text(nb="Endret utenfor planen", nn="Endra utanfor planen"),
    "moved": Text(
        nb="{question} {change} poeng, fra {before} til {came}.",
        nn="{question} {change} poeng, frå {before} til {came}.",
    ),
    "points": Text(nb="Poeng", nn="Poeng"),
    "points_caption": Text(
        nb="Poeng da planen ble laget, slik planen ventet det nå, slik det er, og når hele planen er gjort",
        nn="Poeng då planen blei laga, slik planen venta det no, slik det er, og når heile planen er gjord",
    ),
    "questions_caption": Text(
        nb="Spørsmålene planen skulle løfte", nn="Spørsmåla planen skulle løfte"
    ),
    "c_area": Text(nb="Område", nn="Område"),
    "c_question": Text(nb="Spørsmål", nn="Spørsmål"),
    "c_before": Text(nb="Før", nn="Før"),
    "c_expected": Text(nb="Ventet", nn="Venta"),
    "c_planned": Text(nb="I mål", nn="I mål"),
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
    "next_before": Text(
        nb="Se hva annet som er endret siden planen ble laget: ta med svarene den er laget av, --before FIL.",
        nn="Sjå kva anna som er endra sidan planen blei laga: ta med svara han er laga av, --before FIL.",
    ),
    "next_plan": Text(
        nb="Lag en ny plan ut fra de nye svarene: kompass plan {file}",
        nn="Lag ein ny plan ut frå dei nye svara: kompass plan {file}",
    ),
}
