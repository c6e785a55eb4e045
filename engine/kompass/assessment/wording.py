"""The engine's own sentences, in every language: everything that is not content."""

from __future__ import annotations

from kompass.model.base import Text

SET_ASIDE = Text(
    nb="Svaret på {fact} er satt til side: det spørres ikke om slik det står til ellers.",
    nn="Svaret på {fact} er sett til side: det blir ikkje spurt om slik det står til elles.",
)
SET_ASIDE_NOT_RELEVANT = Text(
    nb="Svaret på {fact} er satt til side: spørsmål {question} er merket som ikke aktuelt.",
    nn="Svaret på {fact} er sett til side: spørsmål {question} er merkt som ikkje aktuelt.",
)
OTHER_FRAMEWORK = Text(
    nb="{fact} er tatt vare på, men {framework} spør ikke om det.",
    nn="{fact} er teke vare på, men {framework} spør ikkje om det.",
)
NOT_RELEVANT = Text(
    nb="Spørsmål {question} er ikke aktuelt for kommunen: {reason}",
    nn="Spørsmål {question} er ikkje aktuelt for kommunen: {reason}",
)
ADJUSTMENT_UNUSED = Text(
    nb="Justeringen av {of} endrer ingenting: funnet slår ikke til, eller spørsmålet er ikke aktuelt.",
    nn="Justeringa av {of} endrar ingenting: funnet slår ikkje til, eller spørsmålet er ikkje aktuelt.",
)
ENGINE = Text(
    nb="Regnet med referanseevaluatoren, fordi durable-rules ikke kan brukes her. Resultatet er det samme.",
    nn="Rekna med referanseevaluatoren, fordi durable-rules ikkje kan brukast her. Resultatet er det same.",
)
NO_UNCERTAINTY = Text(
    nb="Hvor sikkert resultatet er, er ikke regnet ut. Det trenger tillegget plan: pip install 'kompass-egenvurdering[plan]'.",
    nn="Kor sikkert resultatet er, er ikkje rekna ut. Det treng tillegget plan: pip install 'kompass-egenvurdering[plan]'.",
)
