"""The words inside charts, in every language."""

from __future__ import annotations

from typing import Final

from kompass.model.base import Text

DOCUMENTED: Final = Text(nb="dokumentert", nn="dokumentert")
STATED: Final = Text(nb="oppgitt, ikke dokumentert", nn="oppgitt, ikkje dokumentert")
POSSIBLE: Final = Text(nb="mulig, ikke kjent", nn="mogleg, ikkje kjent")
REFERENCE: Final = Text(nb="sammenligning", nn="samanlikning")
OF: Final = Text(nb="av {max}", nn="av {max}")
OF_POINTS: Final = Text(nb="av {max} poeng", nn="av {max} poeng")
POINTS: Final = Text(nb="{points} poeng", nn="{points} poeng")
UP_TO: Final = Text(nb="inntil {high}", nn="inntil {high}")
PER_CENT: Final = Text(nb="{share} %", nn="{share} %")
GAIN: Final = Text(nb="+{gain} poeng,", nn="+{gain} poeng,")
LITTLE: Final = Text(nb="under +{least} poeng,", nn="under +{least} poeng,")
WORK: Final = Text(nb="{months} månedsverk", nn="{months} månadsverk")
INTERVAL: Final = Text(
    nb="sikkert {low}, mulig inntil {high}", nn="sikkert {low}, mogleg inntil {high}"
)
NAMED: Final = Text(nb="{name}: {points}", nn="{name}: {points}")
NAMED_EARLIER: Final = Text(nb="{name} ({year}): {points}", nn="{name} ({year}): {points}")
HINT: Final = Text(nb="{name}, {where}: {points}", nn="{name}, {where}: {points}")
STEP: Final = Text(nb="Steg", nn="Steg")
WHO: Final = Text(nb="Ansvarlig", nn="Ansvarleg")
DECIDED: Final = Text(nb="Vedtak", nn="Vedtak")
GIVES: Final = Text(nb="Poeng", nn="Poeng")
MONTHS: Final = Text(nb="Månedsverk", nn="Månadsverk")
OF_CAPACITY: Final = Text(nb="{effort} av {capacity}", nn="{effort} av {capacity}")
AT_END: Final = Text(nb="Poeng når halvåret er over", nn="Poeng når halvåret er over")
WORKED_ON: Final = Text(nb="steget pågår", nn="steget er i gang")
COUNCIL: Final = Text(nb="kommunestyret vedtar", nn="kommunestyret vedtek")
SPAN: Final = Text(nb="{name}, {who}: {months}", nn="{name}, {who}: {months}")
