"""The words around a result, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Lang, Text

KINDS: Final[Mapping[str, Text]] = {
    "strength": Text(nb="Styrker", nn="Styrkar"),
    "challenge": Text(nb="Utfordringer", nn="Utfordringar"),
    "weakness": Text(nb="Svakheter", nn="Veikskapar"),
}
ONE: Final[Mapping[str, Text]] = {
    "strength": Text(nb="Styrke", nn="Styrke"),
    "challenge": Text(nb="Utfordring", nn="Utfordring"),
    "weakness": Text(nb="Svakhet", nn="Veikskap"),
}
PROFILE: Final = Text(nb="Profil", nn="Profil")
LEGEND: Final = Text(
    nb="{full} dokumentert   {claimed} oppgitt, ikke dokumentert   {open} mulig, ikke kjent",
    nn="{full} dokumentert   {claimed} oppgitt, ikkje dokumentert   {open} mogleg, ikkje kjent",
)
NOT_COVERED: Final = Text(nb="ikke dekket av kompass ennå", nn="ikkje dekt av kompass enno")
OF: Final = Text(nb="av", nn="av")
TOTAL: Final = Text(nb="Til sammen", nn="Til saman")
POINTS: Final = Text(nb="{points} av {reachable} poeng", nn="{points} av {reachable} poeng")
UP_TO: Final = Text(nb="inntil {high}", nn="inntil {high}")
DOCUMENTED: Final = Text(nb="dokumentert {documented}", nn="dokumentert {documented}")
INTERVAL: Final = Text(
    nb="Sikkert {low}, mulig inntil {high} når alt er besvart.",
    nn="Sikkert {low}, mogleg inntil {high} når alt er svart på.",
)
INTERVAL_CLOSED: Final = Text(
    nb="Alt som spørres om, er besvart.", nn="Alt det blir spurt om, er svart på."
)
DOCUMENTED_TOTAL: Final = Text(
    nb="{documented} poeng er dokumentert; {rest} hviler på svar uten dokumentasjon.",
    nn="{documented} poeng er dokumenterte; {rest} kviler på svar utan dokumentasjon.",
)
ALL_DOCUMENTED: Final = Text(nb="Alle poengene er dokumentert.", nn="Alle poenga er dokumenterte.")
COVERAGE: Final = Text(
    nb="{answered} av {asked} fakta er besvart, {documented} med dokumentasjon.",
    nn="{answered} av {asked} fakta er svart på, {documented} med dokumentasjon.",
)
PARTIAL: Final = Text(
    nb="Dekker {covered} av {areas} områder: {reachable} av {max} poeng kan vurderes.",
    nn="Dekkjer {covered} av {areas} område: {reachable} av {max} poeng kan vurderast.",
)
MEANING: Final = Text(
    nb="Profilen betyr mer enn summen: noen få prosent opp eller ned sier ingenting.",
    nn="Profilen tyder meir enn summen: nokre få prosent opp eller ned seier ingenting.",
)
SHOWN: Final = Text(nb="{shown} av {all}", nn="{shown} av {all}")
NO_FINDINGS: Final = Text(
    nb="For lite er besvart til at reglene kan si noe.",
    nn="For lite er svart på til at reglane kan seie noko.",
)
NEXT_STEPS: Final = Text(
    nb="Neste steg som gir mest for innsatsen", nn="Neste steg som gir mest for innsatsen"
)
NO_STEPS: Final = Text(
    nb="Ingen steg: det som er kjent, er på plass.", nn="Ingen steg: det som er kjent, er på plass."
)
STEP_LINE: Final = Text(
    nb="+{gain} poeng, {work} månedsverk over {months} måneder. {responsible}, {decision}.",
    nn="+{gain} poeng, {work} månadsverk over {months} månader. {responsible}, {decision}.",
)
STEP_FIRST: Final = Text(
    nb="Først: {steps} (til sammen {work} månedsverk).",
    nn="Først: {steps} (til saman {work} månadsverk).",
)
DECISIONS: Final[Mapping[str, Text]] = {
    "politisk": Text(nb="politisk vedtak", nn="politisk vedtak"),
    "administrativ": Text(nb="administrativ beslutning", nn="administrativ avgjerd"),
}
GAIN_NOTE: Final = Text(
    nb="Gevinstene kan ikke legges sammen; prøv flere samtidig med kompass whatif.",
    nn="Gevinstane kan ikkje leggjast saman; prøv fleire samtidig med kompass whatif.",
)
UNDER_WAY: Final = Text(nb="Dette er i gang", nn="Dette er i gang")
UNDER_WAY_NOTE: Final = Text(
    nb="Gir poeng når det er tatt i bruk.", nn="Gir poeng når det er teke i bruk."
)
DUE: Final = Text(nb="frist {due}", nn="frist {due}")
FIND_OUT: Final = Text(nb="Finn ut dette først", nn="Finn ut dette først")
DECIDES: Final = Text(
    nb="avgjør {points} poeng. Spør {roles}.", nn="avgjer {points} poeng. Spør {roles}."
)
CERTAINTY: Final = Text(nb="Hvor sikkert er bildet?", nn="Kor sikkert er biletet?")
SLIPS_TOTAL: Final = Text(
    nb="Er {every} svar ett trinn feil, på måfå, ligger summen mellom {low} og {high} i 90 av 100 tilfeller{cost}.",
    nn="Er {every} svar eitt trinn feil, på måfå, ligg summen mellom {low} og {high} i 90 av 100 tilfelle{cost}.",
)
SLIPS_COST: Final = Text(
    nb="; slike feil koster oftere poeng enn de gir",
    nn="; slike feil kostar oftare poeng enn dei gir",
)
ORDER: Final = Text(
    nb="Sammenliknet to og to er {clauses}, i minst 95 av 100.",
    nn="Samanlikna to og to er {clauses}, i minst 95 av 100.",
)
STRONGER: Final = Text(
    nb="område {area} sterkere enn {others}", nn="område {area} sterkare enn {others}"
)
WEAKER: Final = Text(
    nb="område {area} svakere enn {others}", nn="område {area} veikare enn {others}"
)
AND_ALSO: Final = Text(nb=", og ", nn=", og ")
ALL_OTHERS: Final = Text(nb="alle de andre", nn="alle dei andre")
ALL_BUT_ONE: Final = Text(nb="alle de andre unntatt {area}", nn="alle dei andre unnateke {area}")
NO_ORDER: Final = Text(
    nb="Hvilket område som er sterkest og svakest, er da ikke sikkert.",
    nn="Kva område som er sterkast og veikast, er då ikkje sikkert.",
)
NOT_LEANING: Final = Text(
    nb="Svar som jevnt over er for gode, fanges ikke opp.",
    nn="Svar som jamt over er for gode, blir ikkje fanga opp.",
)
OPEN_HALF: Final = Text(
    nb="Spennet {low}–{high} gjelder svar som mangler; {count} av {all} avgjør halve.",
    nn="Spennet {low}–{high} gjeld svar som manglar; {count} av {all} avgjer halve.",
)
CLAIMED_HALF: Final = Text(
    nb="Dokumentasjon på {count} svar ville dekket halvparten av de {points} poengene som mangler den.",
    nn="Dokumentasjon på {count} svar ville dekt halvparten av dei {points} poenga som manglar han.",
)
DOCUMENT_FIRST: Final = Text(nb="Dokumenter dette først", nn="Dokumenter dette først")
SETTLES: Final = Text(
    nb="gir {points} dokumenterte poeng. Vanligvis: {evidence}. Spør {roles}.",
    nn="gir {points} dokumenterte poeng. Vanlegvis: {evidence}. Spør {roles}.",
)
ADJUSTMENTS: Final = Text(nb="Justeringer", nn="Justeringar")
ADJUSTED_TOTAL: Final = Text(
    nb="Med justeringer: {adjusted} poeng; reglene alene gir {points}.",
    nn="Med justeringar: {adjusted} poeng; reglane åleine gir {points}.",
)
ADJUSTED_RATING: Final = Text(
    nb="{question} {dimension}: {own} etter reglene, justert til {to}. {reason} ({by})",
    nn="{question} {dimension}: {own} etter reglane, justert til {to}. {reason} ({by})",
)
ADJUSTED_FINDING: Final = Text(
    nb="{question}: funnet «{was}» er skrevet om. {reason} ({by})",
    nn="{question}: funnet «{was}» er skrive om. {reason} ({by})",
)
SUPPRESSED: Final = Text(
    nb="{question}: funnet «{was}» er tatt ut. {reason} ({by})",
    nn="{question}: funnet «{was}» er teke ut. {reason} ({by})",
)
NOTES: Final = Text(nb="Merknader", nn="Merknader")
MORE_NOTES: Final = Text(nb="… og {count} til.", nn="… og {count} til.")
HINTS: Final = Text(
    nb="Hvorfor? kompass explain {file} {id}   Hva om? kompass whatif {file} --set {change}",
    nn="Kvifor? kompass explain {file} {id}   Kva om? kompass whatif {file} --set {change}",
)
ENGINE: Final = Text(
    nb="Regnet med {engine}, innhold {content} ({digest}).",
    nn="Rekna med {engine}, innhald {content} ({digest}).",
)
MORE: Final = Text(nb="Se alle: --all", nn="Sjå alle: --all")
AREA: Final = Text(nb="Område", nn="Område")
CRITERION: Final = Text(nb="Kriterium", nn="Kriterium")
COLUMN_POINTS: Final = Text(nb="Poeng", nn="Poeng")
COLUMN_DOCUMENTED: Final = Text(nb="Dokumentert", nn="Dokumentert")
COLUMN_HIGH: Final = Text(nb="Mulig", nn="Mogleg")
COLUMN_REACHABLE: Final = Text(nb="Kan nås", nn="Kan nåast")
COLUMN_MAX: Final = Text(nb="Maks", nn="Maks")
TITLE: Final = Text(nb="Egenvurdering: {name}", nn="Eigenvurdering: {name}")
WORKS_WHEN: Final = Text(nb="Det virker når:", nn="Det verkar når:")
EXAMPLE: Final = Text(nb="Eksempel, {municipality} {year}:", nn="Døme, {municipality} {year}:")
LEGAL: Final = Text(nb="Lovkrav: {legal}.", nn="Lovkrav: {legal}.")
HOW: Final = Text(nb="Slik:", nn="Slik:")


_DIMENSIONS: Final[Mapping[str, Text]] = {
    "system": Text(nb="System", nn="System"),
    "extent": Text(nb="Omfang", nn="Omfang"),
    "result": Text(nb="Resultat", nn="Resultat"),
}


_ORDINALS: Final = (
    Text(nb="hvert annet", nn="kvart anna"),
    Text(nb="hvert tredje", nn="kvart tredje"),
    Text(nb="hvert fjerde", nn="kvart fjerde"),
    Text(nb="hvert femte", nn="kvart femte"),
    Text(nb="hvert sjette", nn="kvart sjette"),
    Text(nb="hvert sjuende", nn="kvart sjuande"),
    Text(nb="hvert åttende", nn="kvart åttande"),
    Text(nb="hvert niende", nn="kvart niande"),
    Text(nb="hvert tiende", nn="kvart tiande"),
)
_NUMBERED: Final = Text(nb="hvert {number}.", nn="kvart {number}.")


def every(number: int, lang: Lang) -> str:
    """Return one in so many, from two up, as a word before what it counts: ``hvert femte``."""
    at = number - 2
    return (_ORDINALS[at] if at < len(_ORDINALS) else _NUMBERED)(lang).format(number=number)


def dimension(id: str, lang: Lang) -> str:
    """Return the name of a dimension, or its id where a framework has one of its own."""
    return _DIMENSIONS[id](lang) if id in _DIMENSIONS else id
