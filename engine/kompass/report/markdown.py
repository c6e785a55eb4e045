"""A result as Markdown: the start of a report that a person goes on writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kompass.model.base import Lang
from kompass.model.result import Numbers, Result
from kompass.model.rule import KINDS
from kompass.report import words
from kompass.report.adjustments import adjustment_lines
from kompass.report.certainty import certainty_lines
from kompass.report.layout import clean
from kompass.report.numbers import day, rounded, short

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$@&!])")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d+[.)](?=\s|$))")


def escape(text: str, limit: int = 2000) -> str:
    """Return somebody's text so that Markdown shows it as it stands, on one line."""
    safe = _SPECIAL.sub(r"\\\1", clean(text, limit))
    safe = re.sub(r"(?i)\b(https?|ftp|mailto|www)([:.])", r"\1\\\2", safe)
    return _LINE_START.sub(lambda it: f"{it[1]}{it[2][:-1]}\\{it[2][-1]}", safe)


def as_markdown(result: Result, lang: Lang) -> str:
    """Return a result as Markdown with tables, findings, steps and notes."""
    return "\n".join(_document(result, lang)).rstrip("\n") + "\n"


def _document(result: Result, lang: Lang) -> Iterator[str]:
    name = escape(str(result.municipality["name"]), 60)
    yield f"# {words.TITLE(lang).format(name=name)}"
    yield ""
    yield f"{escape(result.framework.name)}, {day(result.date)}."
    yield ""
    yield f"*{escape(result.notice)}*"
    yield ""
    yield from _tables(result, lang)
    if sure := " ".join(certainty_lines(result, lang)):
        yield f"## {words.CERTAINTY(lang)}"
        yield ""
        yield sure
        yield ""
    adjusted = list(adjustment_lines(result, lang))
    if adjusted:
        yield f"## {words.ADJUSTMENTS(lang)}"
        yield ""
        yield from (f"- {escape(it)}" for it in adjusted)
        yield ""
    for kind in KINDS:
        found = [it for it in result.findings if it.kind == kind]
        if found:
            yield f"## {words.KINDS[kind](lang)}"
            yield ""
            yield from (f"- {escape(it.text)} ({it.question or it.criterion})" for it in found)
            yield ""
    yield from _steps(result, lang)
    if result.under_way:
        yield f"## {words.UNDER_WAY(lang)}"
        yield ""
        for item in result.under_way:
            due = f" ({words.DUE(lang).format(due=day(item.due))})" if item.due else ""
            yield f"- {escape(item.text)}{due} ({item.question})"
        yield ""
    if result.find_out_first:
        yield f"## {words.FIND_OUT(lang)}"
        yield ""
        for unknown in result.find_out_first:
            tail = words.DECIDES(lang).format(
                points=rounded(unknown.decides), roles=escape(", ".join(unknown.asks))
            )
            yield f"- {escape(unknown.text)} ({unknown.question}) – {tail}"
        yield ""
    if result.notes:
        yield f"## {words.NOTES(lang)}"
        yield ""
        yield from (f"- {escape(note.text)}" for note in result.notes)
        yield ""
    yield words.ENGINE(lang).format(
        engine=escape(result.generator.engine),
        content=result.framework.content,
        digest=result.framework.rules_sha256[:8],
    )


def _tables(result: Result, lang: Lang) -> Iterator[str]:
    yield f"## {words.PROFILE(lang)}"
    yield ""
    yield from _header(words.AREA(lang), lang)
    for area in result.areas:
        label = f"{area.id} {escape(area.name)}"
        if area.status == "not_covered":
            yield f"| {label} | {words.NOT_COVERED(lang)} | | | | {rounded(area.max, 0)} |"
        else:
            yield _row(label, area, 0)
    yield _row(f"**{words.TOTAL(lang)}**", result.total, 0)
    yield ""
    coverage = result.total.coverage
    yield words.COVERAGE(lang).format(
        answered=coverage.answered, asked=coverage.asked, documented=coverage.documented
    )
    yield ""
    for area in result.areas:
        if area.status == "not_covered":
            continue
        yield f"### {area.id} {escape(area.name)}"
        yield ""
        yield from _header(words.CRITERION(lang), lang)
        yield from (
            _row(f"{it.id} {escape(it.name)}", it, 1)
            for it in area.criteria
            if it.status == "assessed"
        )
        yield ""


def _header(first: str, lang: Lang) -> Iterator[str]:
    columns = (
        words.COLUMN_POINTS, words.COLUMN_DOCUMENTED, words.COLUMN_HIGH,
        words.COLUMN_REACHABLE, words.COLUMN_MAX,
    )  # fmt: skip
    yield f"| {first} | " + " | ".join(column(lang) for column in columns) + " |"
    yield "|---|" + "---:|" * len(columns)


def _row(label: str, numbers: Numbers, decimals: int) -> str:
    values = (numbers.points, numbers.documented, numbers.high)
    cells = [rounded(value, decimals) for value in values]
    cells += [rounded(numbers.reachable, 0), rounded(numbers.max, 0)]
    return f"| {label} | " + " | ".join(cells) + " |"


def _steps(result: Result, lang: Lang) -> Iterator[str]:
    yield f"## {words.NEXT_STEPS(lang)}"
    yield ""
    if not result.next_steps:
        yield words.NO_STEPS(lang)
        yield ""
        return
    titles = {step.id: step.title for step in result.next_steps}
    for step in result.next_steps:
        yield f"### {escape(step.title)}"
        yield ""
        yield words.STEP_LINE(lang).format(
            gain=rounded(step.gain),
            work=short(step.effort.person_months),
            months=step.effort.months,
            responsible=step.responsible[:1].upper() + step.responsible[1:],
            decision=words.DECISIONS[step.decision](lang),
        )
        if step.requires:
            yield words.STEP_FIRST(lang).format(
                steps="; ".join(escape(titles.get(it, it)) for it in step.requires),
                work=short(step.effort_with_prerequisites.person_months),
            )
        yield ""
        yield escape(step.why)
        yield ""
        yield from (f"{at}. {escape(item)}" for at, item in enumerate(step.how, start=1))
        yield ""
        yield f"{words.WORKS_WHEN(lang)} {escape(step.works_when)}"
        if step.legal:
            yield words.LEGAL(lang).format(legal=escape(step.legal))
        if step.practice:
            lead = words.EXAMPLE(lang).format(
                municipality=escape(step.practice["municipality"]), year=step.practice["year"]
            )
            yield f"{lead} {escape(step.practice['note'])}"
        yield ""
    yield words.GAIN_NOTE(lang)
    yield ""
