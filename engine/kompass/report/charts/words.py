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
