"""What planning says in its own words, in every language."""

from __future__ import annotations

from kompass.model.base import Text

CLASH = Text(
    nb="Ingen plan oppfyller alle ønskene. Disse går ikke sammen:",
    nn="Ingen plan oppfyller alle ønska. Desse går ikkje saman:",
)
NOT_FOUND = Text(
    nb=(
        "Fant ingen plan som oppfyller ønskene når stegene velges ett for ett. Med tillegget plan "
        "letes det til det er bevist om det finnes en: "
        'pip install "kompass-egenvurdering[plan]"'
    ),
    nn=(
        "Fann ingen plan som oppfyller ønska når stega blir valde eitt for eitt. Med tillegget plan "
        "blir det leitt til det er prova om det finst ein: "
        'pip install "kompass-egenvurdering[plan]"'
    ),
)
TARGET = Text(nb="minst {points} poeng i alt", nn="minst {points} poeng i alt")
AREA = Text(nb="minst {points} poeng på område {area}", nn="minst {points} poeng på område {area}")
MUST = Text(nb="steget {step} skal være med", nn="steget {step} skal vere med")
NOT = Text(nb="steget {step} skal ikke være med", nn="steget {step} skal ikkje vere med")
CAPACITY = Text(nb="høyst {limit} månedsverk i halvåret", nn="høgst {limit} månadsverk i halvåret")
ROLE = Text(
    nb="høyst {limit} månedsverk i halvåret der {role} har ansvaret",
    nn="høgst {limit} månadsverk i halvåret der {role} har ansvaret",
)
AT_ONCE = Text(nb="høyst {steps} steg i gang samtidig", nn="høgst {steps} steg i gang samstundes")
COUNCIL = Text(
    nb="kommunestyret møtes bare på de oppgitte dagene",
    nn="kommunestyret møtest berre på dei oppgitte dagane",
)
MOST = Text(
    nb="Det meste som lar seg nå i alt innenfor resten, er {points} poeng.",
    nn="Det meste som lèt seg nå i alt innanfor resten, er {points} poeng.",
)
MOST_AREA = Text(
    nb="Det meste som lar seg nå på område {area} innenfor resten, er {points} poeng.",
    nn="Det meste som lèt seg nå på område {area} innanfor resten, er {points} poeng.",
)
IN_PLACE = Text(
    nb="Steget {step} kan ikke være med: det det endrer, er på plass allerede.",
    nn="Steget {step} kan ikkje vere med: det det endrar, er på plass allereie.",
)
UNKNOWN_FACTS = Text(
    nb="Steget {step} kan ikke være med før det er svart på {facts}.",
    nn="Steget {step} kan ikkje vere med før det er svart på {facts}.",
)
NOT_ASKED = Text(
    nb="Steget {step} kan ikke være med: rammeverket spør ikke om det, eller spørsmålet er ikke aktuelt.",
    nn="Steget {step} kan ikkje vere med: rammeverket spør ikkje om det, eller spørsmålet er ikkje aktuelt.",
)
TOO_LONG = Text(
    nb="Steget {step} kan ikke være med: det tar {months} måneder, og planen er på {all}.",
    nn="Steget {step} kan ikkje vere med: det tek {months} månader, og planen er på {all}.",
)
BEYOND = Text(
    nb="Målet på {points} poeng kan ikke nås: det meste svarene gir rom for, er {most}.",
    nn="Målet på {points} poeng kan ikkje nåast: det meste svara gir rom for, er {most}.",
)
BEYOND_AREA = Text(
    nb="Målet på {points} poeng på område {area} kan ikke nås: det meste svarene gir rom for, er {most}.",
    nn="Målet på {points} poeng på område {area} kan ikkje nåast: det meste svara gir rom for, er {most}.",
)
ELECTION = Text(
    nb=(
        "Det er kommunevalg i september {year}. Planen legger ingen vedtak til september og oktober "
        "det året, og det nye kommunestyret bør få se planen først."
    ),
    nn=(
        "Det er kommuneval i september {year}. Planen legg ingen vedtak til september og oktober "
        "det året, og det nye kommunestyret bør få sjå planen først."
    ),
)
ELECTION_OWN = Text(
    nb="Det er kommunevalg i september {year}. Det nye kommunestyret bør få se planen først.",
    nn="Det er kommuneval i september {year}. Det nye kommunestyret bør få sjå planen først.",
)
BY_STEPS = Text(
    nb="Planen er satt sammen steg for steg, uten bevis for at ingen er bedre.",
    nn="Planen er sett saman steg for steg, utan prov for at ingen er betre.",
)
UNKNOWN_STEPS = Text(
    nb="{steps} steg er holdt utenfor fordi svar mangler. Finn dem ut først: det kan endre planen.",
    nn="{steps} steg er haldne utanfor fordi svar manglar. Finn dei ut først: det kan endre planen.",
)
UNTOUCHED = Text(
    nb="Planen løfter ikke {areas}. Vil dere ha med noe der, be om poeng på området.",
    nn="Planen løfter ikkje {areas}. Vil de ha med noko der, be om poeng på området.",
)
AREA_NAME = Text(nb="område {area} {name}", nn="område {area} {name}")
ONE_ROLE = Text(
    nb=(
        "Mye hviler på én rolle ({role}): ansvar for {steps} steg samtidig i {period}. halvår. "
        "Del på ansvaret, eller sett en grense for rollen."
    ),
    nn=(
        "Mykje kviler på éi rolle ({role}): ansvar for {steps} steg samstundes i {period}. halvår. "
        "Del på ansvaret, eller set ei grense for rolla."
    ),
)
OTHER_FRAMEWORK = Text(
    nb=(
        "Planen er laget med {old}, svarene er vurdert med {new}. Poengene kan ikke sammenliknes; "
        "det som er gjort, kan."
    ),
    nn=(
        "Planen er laga med {old}, svara er vurderte med {new}. Poenga kan ikkje samanliknast; "
        "det som er gjort, kan."
    ),
)
OTHER_RULES = Text(
    nb=(
        "Reglene er endret siden planen ble laget. Noe av forskjellen i poeng kan komme av reglene "
        "og ikke av kommunen."
    ),
    nn=(
        "Reglane er endra sidan planen blei laga. Noko av skilnaden i poeng kan kome av reglane "
        "og ikkje av kommunen."
    ),
)
OTHER_MUNICIPALITY = Text(
    nb="Planen gjelder kommune {plan}, svarene gjelder {answers}.",
    nn="Planen gjeld kommune {plan}, svara gjeld {answers}.",
)
OTHER_BEFORE = Text(
    nb="Svarene i --before er ikke dem planen er laget av, eller de er endret siden.",
    nn="Svara i --before er ikkje dei planen er laga av, eller dei er endra sidan.",
)
NOT_LATER = Text(
    nb="Svarene er ikke nyere enn dem planen bygger på.",
    nn="Svara er ikkje nyare enn dei planen byggjer på.",
)
GONE = Text(
    nb="{fact} finnes ikke lenger i innholdet slik planen har det; steget {step} leses uten det.",
    nn="{fact} finst ikkje lenger i innhaldet slik planen har det; steget {step} blir lese utan det.",
)
