"""A result as a screen of text: profile first, then what it means and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kompass.model.base import Lang
from kompass.model.result import Finding, Numbers, Result, StepResult
from kompass.model.rule import KINDS
from kompass.report import words
from kompass.report.adjustments import adjustment_lines
from kompass.report.certainty import certainty_lines, claims
from kompass.report.layout import Paint, clean, fit, plain, wrap
from kompass.report.numbers import day, rounded, short

BAR = 16
_GLYPHS = {"full": "█", "claimed": "▓", "open": "░", "rest": "·"}
_MARKS = {"strength": "+", "challenge": "!", "weakness": "−"}


@dataclass(frozen=True)
class Screen:
    """How a result is shown.

    Attributes:
        lang: The language of the words around the result.
        columns: The width to keep within.
        paint: Gives text its colours.
        bars: Whether to draw bars; without them everything is a sentence, for screen readers.
        everything: Whether to show all findings and steps, not only the foremost.
        file: The name of the answers file, for the hints at the end.
    """

    lang: Lang = "nb"
    columns: int = 80
    paint: Paint = plain
    bars: bool = True
    everything: bool = False
    file: str = "svar.json"


def render(result: Result, screen: Screen) -> str:
    """Return a result as text that ends in a line break."""
    parts = [
        _head(result, screen),
        _profile(result, screen),
        _total(result, screen),
        _certainty(result, screen),
        _adjustments(result, screen),
        *(_findings(result, kind, screen) for kind in KINDS),
        _steps(result, screen),
        _under_way(result, screen),
        _find_out(result, screen),
        _document(result, screen),
        _notes(result, screen),
        _foot(result, screen),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _title(text: str, screen: Screen) -> str:
    return screen.paint(text, "title")


def _head(result: Result, screen: Screen) -> Iterator[str]:
    name = clean(str(result.municipality["name"]), 60)
    number = result.municipality["number"]
    head = f"{name} ({number})  {result.framework.name}  {day(result.date)}"
    yield from (_title(line, screen) for line in wrap(head, screen.columns))
    for line in wrap(result.notice, screen.columns):
        yield screen.paint(line, "dim")


def _profile(result: Result, screen: Screen) -> Iterator[str]:
    lang = screen.lang
    yield _title(words.PROFILE(lang), screen)
    for area in result.areas:
        if area.status == "not_covered":
            yield from _row(
                f"{area.id} {area.name}", words.NOT_COVERED(lang), None, 0, screen, "dim"
            )
            continue
        yield from _row(f"{area.id} {area.name}", "", area, 0, screen, "area")
        for criterion in area.criteria:
            label = f"  {criterion.id} {criterion.name}"
            if criterion.status == "not_covered":
                yield from _row(label, words.NOT_COVERED(lang), None, 1, screen, "dim")
            else:
                yield from _row(label, "", criterion, 1, screen, "plain")
    if screen.bars:
        legend = words.LEGEND(lang).format(**_GLYPHS)
        yield screen.paint(f"  {legend}", "dim")


def _row(
    label: str, instead: str, numbers: Numbers | None, decimals: int, screen: Screen, role: str
) -> Iterator[str]:
    if not screen.bars:
        text = f"{label.strip()}: {instead or _sentence(numbers, decimals, screen)}"
        yield from wrap(text if text.endswith(".") else text + ".", screen.columns)
        return
    name = screen.columns - BAR - 28
    if numbers is None:
        yield screen.paint(f"{fit(label, name)} {instead}", role)
        return
    points = f"{rounded(numbers.points, decimals)}"
    tail = f"{points:>5} {words.OF(screen.lang)} {rounded(numbers.reachable, 0):>3}"
    if rounded(numbers.high, decimals) != points:
        tail += "  " + words.UP_TO(screen.lang).format(high=rounded(numbers.high, decimals))
    yield f"{screen.paint(fit(label, name), role)} {_bar(numbers, screen)} {tail}"


def _sentence(numbers: Numbers | None, decimals: int, screen: Screen) -> str:
    assert numbers is not None
    lang = screen.lang
    parts = [
        words.POINTS(lang).format(
            points=rounded(numbers.points, decimals), reachable=rounded(numbers.reachable, 0)
        )
    ]
    if rounded(numbers.documented, decimals) != rounded(numbers.points, decimals):
        parts.append(
            words.DOCUMENTED(lang).format(documented=rounded(numbers.documented, decimals))
        )
    if rounded(numbers.high, decimals) != rounded(numbers.points, decimals):
        parts.append(words.UP_TO(lang).format(high=rounded(numbers.high, decimals)))
    return ", ".join(parts) + "."


def _bar(numbers: Numbers, screen: Screen) -> str:
    whole = numbers.reachable or 1
    marks = [
        round(BAR * value / whole) for value in (numbers.documented, numbers.points, numbers.high)
    ]
    lengths = {
        "full": marks[0],
        "claimed": marks[1] - marks[0],
        "open": marks[2] - marks[1],
        "rest": BAR - marks[2],
    }
    return "".join(screen.paint(_GLYPHS[it] * count, it) for it, count in lengths.items() if count)


def _total(result: Result, screen: Screen) -> Iterator[str]:
    lang, total = screen.lang, result.total
    covered = sum(area.status == "assessed" for area in result.areas)
    points = words.POINTS(lang).format(
        points=rounded(total.points, 0), reachable=rounded(total.reachable, 0)
    )
    yield _title(f"{words.TOTAL(lang)}: {points}", screen)
    sentences = []
    if covered < len(result.areas):
        sentences.append(
            words.PARTIAL(lang).format(
                covered=covered,
                areas=len(result.areas),
                reachable=rounded(total.reachable, 0),
                max=rounded(total.max, 0),
            )
        )
    coverage = total.coverage
    sentences.append(
        words.COVERAGE(lang).format(
            answered=coverage.answered, asked=coverage.asked, documented=coverage.documented
        )
    )
    low, high = rounded(total.low, 0), rounded(total.high, 0)
    if low != high:
        sentences.append(words.INTERVAL(lang).format(low=low, high=high))
    documented, rest = rounded(total.documented, 0), rounded(total.points - total.documented, 0)
    if total.points > 0:
        sentence = words.ALL_DOCUMENTED if rest == "0" else words.DOCUMENTED_TOTAL
        sentences.append(sentence(lang).format(documented=documented, rest=rest))
    sentences.append(words.MEANING(lang))
    yield from wrap(" ".join(sentences), screen.columns)


def _certainty(result: Result, screen: Screen) -> Iterator[str]:
    sentences = list(certainty_lines(result, screen.lang))
    if sentences:
        yield _title(words.CERTAINTY(screen.lang), screen)
        yield from wrap(" ".join(sentences), screen.columns)


def _adjustments(result: Result, screen: Screen) -> Iterator[str]:
    lines = [clean(it) for it in adjustment_lines(result, screen.lang)]
    if lines:
        yield _title(words.ADJUSTMENTS(screen.lang), screen)
    for line in lines:
        yield from wrap(line, screen.columns, "- ")


def _findings(result: Result, kind: str, screen: Screen) -> Iterator[str]:
    found = [it for it in result.findings if it.kind == kind]
    if not found:
        return
    shown = found if screen.everything else foremost(result, found)
    count = ""
    if len(shown) < len(found):
        count = f" ({words.SHOWN(screen.lang).format(shown=len(shown), all=len(found))})"
    yield _title(words.KINDS[kind](screen.lang) + count, screen)
    for finding in shown:
        mark = screen.paint(_MARKS[kind], kind) if screen.bars else "-"
        place = finding.question or finding.criterion
        lines = wrap(f"{finding.text} [{place}]", screen.columns - 2)
        yield f"{mark} {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def foremost(result: Result, findings: Sequence[Finding], limit: int = 5) -> list[Finding]:
    """Return the findings that matter most, at most one of a question before the second of any.

    Strengths matter by the points they carry, the others by the points that are lacking.
    """
    worth: dict[str, float] = {}
    for area in result.areas:
        for criterion in area.criteria:
            for question in criterion.questions:
                worth[question.id] = question.points
                worth[f"lacking {question.id}"] = question.reachable - question.points

    def weight(finding: Finding) -> float:
        prefix = "" if finding.kind == "strength" else "lacking "
        return worth.get(f"{prefix}{finding.question}", 0.0)

    seen: dict[str | None, int] = {}
    turns: list[tuple[int, float, int, Finding]] = []
    for at, finding in enumerate(findings):
        turn = seen[finding.question] = seen.get(finding.question, -1) + 1
        turns.append((turn, -weight(finding), at, finding))
    return [finding for *_, finding in sorted(turns, key=lambda it: it[:3])[:limit]]


def _steps(result: Result, screen: Screen) -> Iterator[str]:
    lang = screen.lang
    if not result.findings and not result.next_steps:
        yield words.NO_FINDINGS(lang)
        return
    yield _title(words.NEXT_STEPS(lang), screen)
    if not result.next_steps:
        yield words.NO_STEPS(lang)
        return
    titles = {step.id: step.title for step in result.next_steps}
    shown = result.next_steps if screen.everything else result.next_steps[:5]
    for at, step in enumerate(shown, start=1):
        yield from _step(at, step, titles, screen)
    yield from (screen.paint(it, "dim") for it in wrap(words.GAIN_NOTE(lang), screen.columns))


def _step(at: int, step: StepResult, titles: dict[str, str], screen: Screen) -> Iterator[str]:
    lang = screen.lang
    lines = wrap(f"{step.title} [{step.criterion}]", screen.columns, f"{at}. ")
    yield from (screen.paint(line, "step") for line in lines)
    line = words.STEP_LINE(lang).format(
        gain=rounded(step.gain),
        work=short(step.effort.person_months),
        months=step.effort.months,
        responsible=step.responsible[:1].upper() + step.responsible[1:],
        decision=words.DECISIONS[step.decision](lang),
    )
    yield from wrap(line, screen.columns, "   ")
    if step.requires:
        first = words.STEP_FIRST(lang).format(
            steps="; ".join(titles.get(it, it) for it in step.requires),
            work=short(step.effort_with_prerequisites.person_months),
        )
        yield from wrap(first, screen.columns, "   ")


def _under_way(result: Result, screen: Screen) -> Iterator[str]:
    if not result.under_way:
        return
    lang = screen.lang
    yield _title(words.UNDER_WAY(lang), screen)
    for item in result.under_way:
        due = f" ({words.DUE(lang).format(due=day(item.due))})" if item.due else ""
        yield from wrap(f"{item.text}{due} [{item.question}]", screen.columns, "- ")
    yield screen.paint(words.UNDER_WAY_NOTE(lang), "dim")


def _find_out(result: Result, screen: Screen) -> Iterator[str]:
    if not result.find_out_first:
        return
    lang = screen.lang
    shown = result.find_out_first if screen.everything else result.find_out_first[:5]
    count = ""
    if len(shown) < len(result.find_out_first):
        every = len(result.find_out_first)
        count = f" ({words.SHOWN(lang).format(shown=len(shown), all=every)})"
    yield _title(words.FIND_OUT(lang) + count, screen)
    for item in shown:
        tail = words.DECIDES(lang).format(points=rounded(item.decides), roles=", ".join(item.asks))
        yield from wrap(f"{item.text} [{item.question}]", screen.columns, "? ")
        yield from (
            screen.paint(line, "dim") for line in wrap(f"{item.fact}: {tail}", screen.columns, "  ")
        )


def _document(result: Result, screen: Screen) -> Iterator[str]:
    bare = claims(result)
    if bare is None or not screen.everything:
        return
    lang = screen.lang
    yield _title(words.DOCUMENT_FIRST(lang), screen)
    for item in bare.first:
        tail = words.SETTLES(lang).format(
            points=rounded(item.points), evidence=item.evidence, roles=", ".join(item.asks)
        )
        yield from wrap(f"{item.text} [{item.question}]", screen.columns, "- ")
        yield from (
            screen.paint(line, "dim") for line in wrap(f"{item.fact}: {tail}", screen.columns, "  ")
        )


def _notes(result: Result, screen: Screen) -> Iterator[str]:
    if not result.notes:
        return
    shown = result.notes if screen.everything else result.notes[:5]
    yield _title(words.NOTES(screen.lang), screen)
    for note in shown:
        yield from wrap(clean(note.text), screen.columns, "- ")
    if len(shown) < len(result.notes):
        yield words.MORE_NOTES(screen.lang).format(count=len(result.notes) - len(shown))


def _foot(result: Result, screen: Screen) -> Iterator[str]:
    lang = screen.lang
    weakest = min(
        (it for area in result.areas for it in area.criteria if it.reachable),
        key=lambda it: (it.points / it.reachable, it.id),
        default=None,
    )
    changes = next((it.changes for it in result.next_steps if it.changes), None)
    if weakest and changes:
        fact, value = next(iter(changes.items()))
        hint = words.HINTS(lang).format(
            file=clean(screen.file, 60), id=weakest.id, change=f"{fact}={value}"
        )
        yield from (screen.paint(part, "dim") for part in hint.split("   "))
    engine = words.ENGINE(lang).format(
        engine=result.generator.engine,
        content=result.framework.content,
        digest=result.framework.rules_sha256[:8],
    )
    if not screen.everything:
        engine += " " + words.MORE(lang) + "."
    yield from (screen.paint(line, "dim") for line in wrap(engine, screen.columns))
