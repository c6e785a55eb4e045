"""Charts as SVG, drawn by kompass itself."""

from __future__ import annotations

from kompass.model.base import Lang
from kompass.report.charts import bars, development, gains, gantt, interval, spider
from kompass.report.charts.model import Band, Bars, Chart, Development, Spider
from kompass.report.charts.schedule import Gantt

__all__ = ["Chart", "draw"]


def draw(chart: Chart, lang: Lang, id: str) -> str:
    """Return a chart as SVG, the same bytes every time.

    Args:
        chart: What to draw.
        lang: The language of the words inside the chart.
        id: What the ids inside the drawing begin with; unique on its page.

    Raises:
        ValueError: The id cannot stand in a document.
    """
    match chart:
        case Spider():
            return spider.draw(chart, lang, id)
        case Bars():
            return bars.draw(chart, lang, id)
        case Development():
            return development.draw(chart, lang, id)
        case Band():
            return interval.draw(chart, lang, id)
        case Gantt():
            return gantt.draw(chart, lang, id)
        case _:
            return gains.draw(chart, lang, id)
