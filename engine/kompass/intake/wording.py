"""What intake says about a file it cannot use: what is wrong, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kompass.model.base import Text

JSON: Final[Mapping[str, Text]] = {
    "too_large": Text(
        nb="Fila er større enn {limit} byte. Er det riktig fil?",
        nn="Fila er større enn {limit} byte. Er det rett fil?",
    ),
    "empty": Text(
        nb="Fila er tom. Lag en ny med kompass new.",
        nn="Fila er tom. Lag ei ny med kompass new.",
    ),
    "not_utf8": Text(
        nb="Byte nummer {offset} ({byte}) er ikke UTF-8{latin1}. Lagre fila på nytt som UTF-8.",
        nn="Byte nummer {offset} ({byte}) er ikkje UTF-8{latin1}. Lagre fila på nytt som UTF-8.",
    ),
    "byte_order_mark": Text(
        nb="Det står et usynlig tegn (BOM) i kolonne {column}. Slett det.",
        nn="Det står eit usynleg teikn (BOM) i kolonne {column}. Slett det.",
    ),
    "nul": Text(
        nb="Det står et nulltegn i kolonne {column}; fila er trolig ødelagt. Hent en eldre utgave.",
        nn="Det står eit nullteikn i kolonne {column}; fila er truleg øydelagd. Hent ei eldre utgåve.",
    ),
    "too_deep": Text(
        nb="Fila er nøstet dypere enn {limit} nivåer fra kolonne {column}. Det gjør ingen svarfil.",
        nn="Fila er nøsta djupare enn {limit} nivå frå kolonne {column}. Det gjer inga svarfil.",
    ),
    "not_json": Text(
        nb="Fila er ikke gyldig JSON i kolonne {column}: ventet {expected}, fant {found}. {slip}",
        nn="Fila er ikkje gyldig JSON i kolonne {column}: venta {expected}, fann {found}. {slip}",
    ),
    "duplicate_key": Text(
        nb="{key} står også på linje {first}. Bare det ene kan gjelde; slett det andre.",
        nn="{key} står òg på linje {first}. Berre det eine kan gjelde; slett det andre.",
    ),
    "not_a_number": Text(
        nb="{found} er ikke et tall JSON kjenner. Skriv et vanlig tall.",
        nn="{found} er ikkje eit tal JSON kjenner. Skriv eit vanleg tal.",
    ),
    "number_too_long": Text(
        nb="Et tall med {digits} sifre er for langt; grensen er {limit}. Er det en skrivefeil?",
        nn="Eit tal med {digits} siffer er for langt; grensa er {limit}. Er det ein skrivefeil?",
    ),
    "lone_surrogate": Text(
        nb="Teksten i kolonne {column} har et halvt tegn ({code_point}). Skriv den på nytt.",
        nn="Teksten i kolonne {column} har eit halvt teikn ({code_point}). Skriv han på nytt.",
    ),
}

LATIN1: Final = Text(nb="; det ser ut som Latin-1", nn="; det ser ut som Latin-1")
EXPECTED: Final[Mapping[str, Text]] = {
    "value": Text(nb="en verdi", nn="ein verdi"),
    "key": Text(nb="en nøkkel i doble hermetegn", nn="ein nøkkel i doble hermeteikn"),
    "colon": Text(nb="kolon", nn="kolon"),
    "comma_or_brace": Text(nb="komma eller }", nn="komma eller }"),
    "comma_or_bracket": Text(nb="komma eller ]", nn="komma eller ]"),
    "brace": Text(nb="}", nn="}"),
    "bracket": Text(nb="]", nn="]"),
    "closing_quote": Text(nb="et avsluttende hermetegn", nn="eit avsluttande hermeteikn"),
    "escape": Text(
        nb="en gyldig kode etter omvendt skråstrek", nn="ein gyldig kode etter omvend skråstrek"
    ),
    "end": Text(nb="slutten av fila", nn="slutten av fila"),
}
END_OF_FILE: Final = Text(nb="slutten av fila", nn="slutten av fila")
SLIPS: Final[Mapping[str, Text]] = {
    "": Text(nb="Rett det der.", nn="Rett det der."),
    "trailing_comma": Text(nb="Slett kommaet foran.", nn="Slett kommaet framfor."),
    "single_quote": Text(nb='Bruk doble hermetegn (").', nn='Bruk doble hermeteikn (").'),
    "comment": Text(
        nb="JSON har ikke kommentarer; bruk note.", nn="JSON har ikkje kommentarar; bruk note."
    ),
    "missing_comma": Text(nb="Sett inn et komma foran.", nn="Set inn eit komma framfor."),
    "unquoted_key": Text(
        nb="Sett nøkkelen i doble hermetegn.", nn="Set nøkkelen i doble hermeteikn."
    ),
    "extra_data": Text(
        nb="Slett det som står etter siste }.", nn="Slett det som står etter siste }."
    ),
}

NOT_AN_OBJECT: Final = Text(
    nb="En svarfil begynner med {{ og har nøklene schema, framework, municipality, date og answers. Lag en med kompass new.",
    nn="Ei svarfil begynner med {{ og har nøklane schema, framework, municipality, date og answers. Lag ei med kompass new.",
)
WRONG_SCHEMA: Final = Text(
    nb="schema er {found}, men denne versjonen leser {known}. Er det en svarfil?",
    nn="schema er {found}, men denne versjonen les {known}. Er det ei svarfil?",
)
MISSING: Final = Text(
    nb="{name} mangler i {place}; uten det kan ikke fila brukes. Legg det til.",
    nn="{name} manglar i {place}; utan det kan ikkje fila brukast. Legg det til.",
)
UNKNOWN_KEY: Final = Text(
    nb="{name} er ikke en nøkkel i {place}{hint}. Fri informasjon kan stå under extensions.",
    nn="{name} er ikkje ein nøkkel i {place}{hint}. Fri informasjon kan stå under extensions.",
)
WRONG_TYPE: Final = Text(
    nb="{name} skal være {expected}, ikke {found}.",
    nn="{name} skal vere {expected}, ikkje {found}.",
)
NULL_ANSWER: Final = Text(
    nb='{name} har ikke noe svar. Skriv "vet_ikke" når svaret ikke er kjent.',
    nn='{name} har ikkje noko svar. Skriv "vet_ikke" når svaret ikkje er kjent.',
)
WRONG_DATE: Final = Text(
    nb="{name} er {found}, men skal være en dato som finnes, skrevet ÅÅÅÅ-MM-DD, for eksempel 2026-03-01.",
    nn="{name} er {found}, men skal vere ein dato som finst, skriven ÅÅÅÅ-MM-DD, til dømes 2026-03-01.",
)
WRONG_NUMBER: Final = Text(
    nb='Kommunenummeret {found} skal være fire sifre i hermetegn, for eksempel "0301".',
    nn='Kommunenummeret {found} skal vere fire siffer i hermeteikn, til dømes "0301".',
)
WRONG_FACT_ID: Final = Text(
    nb="{found} kan ikke være navnet på et faktum: bare små bokstaver a–z, sifre og understrek (æ→ae, ø→o, å→a){hint}.",
    nn="{found} kan ikkje vere namnet på eit faktum: berre små bokstavar a–z, siffer og understrek (æ→ae, ø→o, å→a){hint}.",
)
NOT_ALLOWED: Final = Text(
    nb="{name} er {found}. Den kan være {allowed}{hint}.",
    nn="{name} er {found}. Han kan vere {allowed}{hint}.",
)
TOO_SHORT: Final = Text(
    nb="{name} er tom. Fyll den ut eller slett den.",
    nn="{name} er tom. Fyll han ut eller slett han.",
)
OUT_OF_RANGE: Final = Text(
    nb="{name} er {found}, utenfor det som er lov ({limit}).",
    nn="{name} er {found}, utanfor det som er lov ({limit}).",
)
ODD: Final = Text(nb="{name}: {found} passer ikke her.", nn="{name}: {found} passar ikkje her.")

UNKNOWN_FRAMEWORK: Final = Text(
    nb="Rammeverket {found} finnes ikke{hint}. Velg {known}.",
    nn="Rammeverket {found} finst ikkje{hint}. Vel {known}.",
)
UNKNOWN_FACT: Final = Text(
    nb="Ingen rammeverk spør om {found}{hint}. Rett navnet, eller slett svaret.",
    nn="Ingen rammeverk spør om {found}{hint}. Rett namnet, eller slett svaret.",
)
RETIRED_FACT: Final = Text(
    nb="{found} er tatt ut av bruk. Svar på {successor} i stedet.",
    nn="{found} er teke ut av bruk. Svar på {successor} i staden.",
)
UNKNOWN_VALUE: Final = Text(
    nb="{fact} kan ikke være {found}{hint}. Velg {allowed}.",
    nn="{fact} kan ikkje vere {found}{hint}. Vel {allowed}.",
)
NOT_A_GATE: Final = Text(
    nb="{fact} kan ikke være ikke_aktuelt; alle kommuner kan svare på det. Velg {allowed}.",
    nn="{fact} kan ikkje vere ikke_aktuelt; alle kommunar kan svare på det. Vel {allowed}.",
)
GATE_WITHOUT_REASON: Final = Text(
    nb='{fact} er ikke_aktuelt uten begrunnelse. Skriv {{"value": "ikke_aktuelt", "reason": "…"}}.',
    nn='{fact} er ikke_aktuelt utan grunngiving. Skriv {{"value": "ikke_aktuelt", "reason": "…"}}.',
)
UNKNOWN_QUESTION: Final = Text(
    nb="Justeringen gjelder spørsmål {found}, som ikke finnes{hint}.",
    nn="Justeringa gjeld spørsmål {found}, som ikkje finst{hint}.",
)
UNKNOWN_DIMENSION: Final = Text(
    nb="Justeringen gjelder dimensjonen {found}. Velg {known}.",
    nn="Justeringa gjeld dimensjonen {found}. Vel {known}.",
)
UNKNOWN_FINDING: Final = Text(
    nb="Justeringen gjelder funnet {found}, som ikke finnes{hint}.",
    nn="Justeringa gjeld funnet {found}, som ikkje finst{hint}.",
)
ADJUSTED_TWICE: Final = Text(
    nb="{of} er justert to ganger. Behold den ene.",
    nn="{of} er justert to gonger. Behald den eine.",
)
HINT: Final = Text(nb=" (mente du {close}?)", nn=" (meinte du {close}?)")

NEWER_SCHEMA: Final = Text(
    nb="{name} i {place} er ukjent for denne versjonen av kompass og er ikke lest.",
    nn="{name} i {place} er ukjend for denne versjonen av kompass og er ikkje lesen.",
)
FUTURE_DATE: Final = Text(
    nb="Datoen {found} ligger fram i tid. Er den riktig?",
    nn="Datoen {found} ligg fram i tid. Er han rett?",
)
UNKNOWN_MUNICIPALITY: Final = Text(
    nb="Kommunenummer {found} står ikke i registeret for 2026. Det kan være eldre, eller feil.",
    nn="Kommunenummer {found} står ikkje i registeret for 2026. Det kan vere eldre, eller feil.",
)
OTHER_NAME: Final = Text(
    nb="Kommunenummer {number} er {registered} i registeret, ikke {found}.",
    nn="Kommunenummer {number} er {registered} i registeret, ikkje {found}.",
)
HIDDEN_CHARACTERS: Final = Text(
    nb="{name} har styretegn eller tegn som snur leseretningen. De vises ikke.",
    nn="{name} har styreteikn eller teikn som snur leseretninga. Dei blir ikkje viste.",
)

TYPES: Final[Mapping[str, Text]] = {
    "object": Text(nb="et objekt med {}", nn="eit objekt med {}"),
    "array": Text(nb="en liste med []", nn="ei liste med []"),
    "string": Text(nb="tekst i hermetegn", nn="tekst i hermeteikn"),
    "integer": Text(nb="et helt tall", nn="eit heilt tal"),
    "number": Text(nb="et tall", nn="eit tal"),
    "boolean": Text(nb="true eller false", nn="true eller false"),
    "null": Text(nb="null", nn="null"),
}
ROOT: Final = Text(nb="svarfila", nn="svarfila")
