"""The words of a plan's workbook and calendar, in every language, beside those of its document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text
from kompass.report.plan_chapters.prose import WORDS as PLAN_WORDS

SHEETS: Final[Mapping[str, Text]] = {
    # Sheets
    "s_plan": Text(nb="Plan", nn="Plan"),
    "s_advice": Text(nb="Slik gjøres stegene", nn="Slik blir stega gjorde"),
    "s_half_years": Text(nb="Halvår", nn="Halvår"),
    "s_timeline": Text(nb="Framdrift", nn="Framdrift"),
    "s_activities": Text(nb="Aktiviteter", nn="Aktivitetar"),
    "s_groups": Text(nb="Grupper og mål", nn="Grupper og mål"),
    "s_study": Text(nb="Utredninger", nn="Utgreiingar"),
    # What stands above tables
    "adds_up": Text(
        nb="Ventede poeng er det steget legger til dem som er ferdige før, så de kan legges sammen.",
        nn="Venta poeng er det steget legg til dei som er ferdige før, så dei kan leggjast saman.",
    ),
    "fill": Text(
        nb="De gule kolonnene fyller kommunen ut selv.",
        nn="Dei gule kolonnane fyller kommunen ut sjølv.",
    ),
    "load_note": Text(
        nb="Et steg regnes i sin helhet på den som er ansvarlig, også når andre gjør mye av arbeidet.",
        nn="Eit steg blir i si heilskap rekna på den som er ansvarleg, òg når andre gjer mykje av arbeidet.",
    ),
    "timeline_key": Text(
        nb="{work}: arbeid denne måneden. {decision}: kommunestyret vedtar. Flytt på bokstavene når noe endrer seg; fargen følger med.",
        nn="{work}: arbeid denne månaden. {decision}: kommunestyret vedtek. Flytt på bokstavane når noko endrar seg; fargen følgjer med.",
    ),
    "no_activities": Text(nb="Planen har ingen aktiviteter.", nn="Planen har ingen aktivitetar."),
    "no_groups": Text(nb="Planen har ingen grupper.", nn="Planen har ingen grupper."),
    "no_study": Text(
        nb="Ingenting må utredes: det som er ukjent, avgjør ingen poeng.",
        nn="Ingenting må greiast ut: det som er ukjent, avgjer ingen poeng.",
    ),
    "study_intro": Text(
        nb="Svar som mangler, og som avgjør poeng. Når de er funnet, kan planen bli en annen.",
        nn="Svar som manglar, og som avgjer poeng. Når dei er funne, kan planen bli ein annan.",
    ),
    # Captions
    "by_half_year": Text(nb="Innsats og poeng", nn="Innsats og poeng"),
    "by_role": Text(nb="Månedsverk etter ansvar", nn="Månadsverk etter ansvar"),
    "goals": Text(nb="FNs bærekraftsmål", nn="Berekraftsmåla til FN"),
    # Heads
    "h_from": Text(nb="Fra", nn="Frå"),
    "h_to": Text(nb="Til", nn="Til"),
    "h_in_use": Text(nb="I bruk", nn="I bruk"),
    "h_expected": Text(nb="Ventede poeng", nn="Venta poeng"),
    "h_council": Text(nb="I kommunestyret", nn="I kommunestyret"),
    "h_capacity": Text(nb="Kapasitet", nn="Kapasitet"),
    "h_begin": Text(nb="Steg som begynner", nn="Steg som byrjar"),
    "h_finish": Text(nb="Steg som blir ferdige", nn="Steg som blir ferdige"),
    "h_meetings": Text(nb="Møter i kommunestyret", nn="Møte i kommunestyret"),
    "h_limit": Text(nb="Høyst i halvåret", nn="Høgst i halvåret"),
    "h_group": Text(nb="Gruppe", nn="Gruppe"),
    "h_leader": Text(nb="Leder", nn="Leiar"),
    "h_members": Text(nb="Medlemmer", nn="Medlemmer"),
    "h_areas": Text(nb="Områder", nn="Område"),
    "h_activity": Text(nb="Aktivitet", nn="Aktivitet"),
    "h_goal": Text(nb="Mål", nn="Mål"),
    "h_study": Text(nb="Utredning", nn="Utgreiing"),
    "h_elements": Text(nb="Dette skal avklares", nn="Dette skal avklarast"),
    "h_facts": Text(nb="Opplysninger (id)", nn="Opplysningar (id)"),
    "everybody": Text(nb="alle", nn="alle"),
    # Wishes
    "a_start": Text(nb="Fra", nn="Frå"),
    "a_periods": Text(nb="Antall halvår", nn="Talet på halvår"),
    "a_capacity": Text(nb="Månedsverk i halvåret", nn="Månadsverk i halvåret"),
    "a_capacity_role": Text(nb="Månedsverk i halvåret, {role}", nn="Månadsverk i halvåret, {role}"),
    "a_at_once": Text(nb="Steg i gang samtidig", nn="Steg i gang samtidig"),
    "a_target": Text(nb="Poeng i alt", nn="Poeng i alt"),
    "a_area": Text(nb="Poeng, {area}", nn="Poeng, {area}"),
    "a_must": Text(nb="Skal være med", nn="Skal vere med"),
    "a_excluded": Text(nb="Skal ikke være med", nn="Skal ikkje vere med"),
    "a_council": Text(nb="Møtedager", nn="Møtedagar"),
    "no_limit": Text(nb="ingen grense", nn="inga grense"),
    "at_least": Text(nb="minst {number}", nn="minst {number}"),
    "at_most": Text(nb="høyst {number}", nn="høgst {number}"),
    "ordinary": Text(nb="vanlige møter, antatt", nn="vanlege møte, ikkje kjende"),
    # The calendar
    "k_in_use": Text(nb="Skal være i bruk: {title}", nn="Skal vere i bruk: {title}"),
    "k_decision": Text(nb="Kommunestyret avgjør: {title}", nn="Kommunestyret avgjer: {title}"),
    "k_study": Text(nb="Frist for utredning: {title}", nn="Frist for utgreiing: {title}"),
    "k_responsible": Text(nb="Ansvarlig: {who}.", nn="Ansvarleg: {who}."),
    "k_group": Text(nb="Gruppe: {name}.", nn="Gruppe: {name}."),
    "k_works_when": Text(nb="Det virker når: {text}", nn="Det verkar når: {text}"),
    "k_gives": Text(nb="Ventede poeng: {points}.", nn="Venta poeng: {points}."),
    "k_about": Text(nb="Gjelder:", nn="Gjeld:"),
    "k_find_out": Text(nb="Dette skal avklares:", nn="Dette skal avklarast:"),
    "k_assumed": Text(
        nb="Møtedagen er antatt. Sjekk den mot møteplanen.",
        nn="Møtedagen er rekna med, ikkje kjend. Sjekk han mot møteplanen.",
    ),
    "k_from": Text(
        nb="Et forslag fra en plan laget med kompass.",
        nn="Eit framlegg frå ein plan laga med kompass.",
    ),
    "k_due": Text(nb="Frist", nn="Frist"),
}

WORDS: Final[Mapping[str, Text]] = {**PLAN_WORDS, **SHEETS}
"""Every word of a plan: those of the document, for what both have, and those above."""
