"""How sure a result is. It needs NumPy, and where that is not installed the result says so."""

from __future__ import annotations

from kompass.assessment import wording
from kompass.assessment.standing import Standing
from kompass.model.base import Lang
from kompass.model.result import Note, Result
from kompass.model.uncertainty import Uncertainty


def with_uncertainty(result: Result, standing: Standing) -> Result:
    """Return a result that also says how sure it is, or that this is not known without NumPy.

    Raises:
        EngineError: The evaluators do not agree on the answers as they are.
    """
    found = uncertainty(standing, result.lang)
    if found is None:
        note = Note(code="no_uncertainty", text=wording.NO_UNCERTAINTY(result.lang))
        return result.model_copy(update={"notes": (*result.notes, note)})
    return result.model_copy(update={"uncertainty": found})


def uncertainty(standing: Standing, lang: Lang) -> Uncertainty | None:
    """Return how sure a standing is; None where NumPy is not installed.

    Raises:
        EngineError: The evaluators do not agree on the answers as they are.
    """
    try:
        import numpy  # noqa: F401 - asks whether it is there
    except ModuleNotFoundError:
        return None
    # Imported here: everything else does without NumPy.
    from kompass.assessment.claims import claims, unknown
    from kompass.assessment.stability import stability
    from kompass.assessment.variants import Variants

    variants, slips = Variants(standing), standing.instrument.content.slips
    return Uncertainty(
        stability=stability(variants, slips, lang) if slips else None,
        unknown=unknown(variants),
        claims=claims(variants, lang),
    )
