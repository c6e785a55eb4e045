"""A plan as one picture, to hang on a wall or put into a presentation."""

from __future__ import annotations

from typing import Final, Literal

from kompass.errors import KompassError
from kompass.model.base import Text
from kompass.model.plan import Plan
from kompass.report.charts import gantt
from kompass.report.plan_chapters.gantt import one_chart
from kompass.report.plan_chapters.voice import PlanVoice

_WIDTH: Final = 15_000
"""In twips: about 2 000 pixels across."""
_NOTHING: Final = Text(
    nb="Planen har ingen steg, så det er ingenting å tegne.",
    nn="Planen har ingen steg, så det er ingenting å teikne.",
)


def gantt_svg(plan: Plan) -> str:
    """Return the steps of a plan over time as SVG, with the plan's name and its disclaimer.

    Raises:
        KompassError: The plan has no steps.
    """
    voice = PlanVoice(plan)
    chart = one_chart(voice)
    if chart is None:
        raise KompassError(_NOTHING(plan.lang))
    return gantt.draw(chart, plan.lang, "plan", heading=voice.title, foot=plan.notice)


def plan_picture(plan: Plan, form: Literal["svg", "png"]) -> bytes:
    """Return the steps of a plan over time as the bytes of a picture.

    Raises:
        KompassError: The plan has no steps, or the picture cannot be drawn.
    """
    drawing = gantt_svg(plan)
    if form == "svg":
        return drawing.encode()
    # Only a PNG needs Typst, which takes its time to start.
    from kompass.report.typeset import in_font
    from kompass.report.typesetting import as_png

    return as_png("sys.inputs.drawing", "svg", _WIDTH, "white", in_font(drawing, set()))
