"""The report as Markdown: what a person edits, and every other format is made from."""

from __future__ import annotations

import json
import re
from datetime import date as Date  # noqa: N812
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Template

from kompass.model.base import Lang
from kompass.report import words
from kompass.report.adjustments import adjustment_lines
from kompass.report.charts.model import Chart
from kompass.report.layout import clean
from kompass.report.markdown import escape
from kompass.report.material import Material
from kompass.report.numbers import day, rounded, short
from kompass.report.outline import Outline

_TEMPLATE: Final = "report.md.j2"
_LINE: Final = 2000


class Ready(str):
    """Markdown made by kompass itself: shown as it stands, never escaped again."""

    __slots__ = ()


def write_manuscript(material: Material) -> str:
    """Return a report as Markdown.

    Every value the template names is escaped, so that no answer, note or name can become markup.
    """
    result = material.result
    asked = material.content.frameworks[result.framework.id].asked
    return set_in_order(
        _TEMPLATE,
        result.lang,
        o=Outline(material),
        r=result,
        audience=material.audience,
        short=material.audience == "innbygger",
        questions=len(asked),
        adjustments=list(adjustment_lines(result, result.lang)),
        passages_sha256=material.passages.sha256,
    )


def set_in_order(template: str, lang: Lang, **values: object) -> str:
    """Return the Markdown of a template.

    Args:
        template: The name of its file.
        lang: The language of the words its filters say.
        values: What it names; every one that it shows is escaped.
    """
    text = _template(template, lang).render(values)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


@cache
def _template(name: str, lang: Lang) -> Template:
    source = files("kompass.report").joinpath("templates").joinpath(name).read_text("utf-8")
    return _environment(lang).from_string(source)


def _environment(lang: Lang) -> Environment:
    environment = Environment(
        loader=BaseLoader(),
        undefined=StrictUndefined,
        autoescape=False,  # not HTML: `finalize` escapes every value as Markdown
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "ready": Ready,  # for the output of macros alone: it has been escaped value by value
        "quoted": lambda text: Ready(json.dumps(clean(str(text), _LINE), ensure_ascii=False)),
        "points": lambda value, decimals=1: Ready(rounded(value, decimals)),
        "short": lambda value: Ready(short(value)),
        "day": day,
        "diagram": _diagram,
        "letter": lambda it: words.dimension(it, lang)[:1],
        "decision": lambda it: words.DECISIONS[it](lang),
    }
    return environment


def _finalize(value: object) -> object:
    if isinstance(value, Ready):
        return value
    return escape(str(value))


def _diagram(chart: Chart) -> Ready:
    """Return a chart as a fenced block of TOML, which a person can read and change."""
    return Ready(f"```diagram\n{_toml(chart.model_dump(exclude_none=True))}```")


def _toml(values: dict[str, Any]) -> str:
    plain = {key: it for key, it in values.items() if not _tables(it)}
    lines = [f"{key} = {_value(it)}\n" for key, it in plain.items()]
    for key, rows in values.items():
        if key not in plain:
            for row in rows:
                lines.append(f"\n[[{key}]]\n")
                lines += [f"{name} = {_value(it)}\n" for name, it in row.items()]
    return "".join(lines)


def _tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and isinstance(value[0], dict)


def _value(value: Any) -> str:
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(it) for it in value)}]"
    if value is None:
        return '""'  # TOML has no null
    if isinstance(value, float):
        return repr(round(value, 4))
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "")
