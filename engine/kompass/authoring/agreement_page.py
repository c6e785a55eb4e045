"""The page on agreement with published evaluations, as Markdown: every number is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kompass.authoring.agreement import NEAR, Case, Comparison
from kompass.authoring.examples import Example
from kompass.authoring.tuning import Fit
from kompass.model.content import Content
from kompass.report.markdown import escape
from kompass.report.numbers import rounded

_HEAD = "<!-- Skrevet av kompass content docs. Ikke rediger; endre eksemplene i stedet. -->"
_KINDS = {"strength": "styrke", "challenge": "utfordring", "weakness": "svakhet"}
LARGEST = 3


@dataclass(frozen=True)
class Swap:
    """Scales tuned on one municipality, tried on another."""

    tuned_on: str
    tried_on: str
    before: Fit
    after: Fit


@dataclass(frozen=True)
class Measure:
    """One measure of agreement: what it is for each municipality, and whether the aim is met."""

    name: str
    aim: str
    shown: tuple[str, ...]
    met: tuple[bool, ...]


def measures(cases: Sequence[Case], swaps: Sequence[Swap]) -> Iterator[Measure]:
    """Yield the measures with their aims, one value for each municipality."""

    def row(name: str, aim: str, values: Sequence[tuple[str, bool]]) -> Measure:
        return Measure(name, aim, tuple(it for it, _ in values), tuple(met for _, met in values))

    totals = [_off(it.total[1], it) for it in cases]
    yield row("total", "innen 5 %", [(_signed(it), abs(it) <= 0.05) for it in totals])
    means = [_mean([abs(area.error) for area in it.areas]) for it in cases]
    yield row("område: middelavvik, poeng", "≤ 6", [(rounded(it), it <= 6) for it in means])
    worst = [max((abs(area.error) for area in it.areas), default=0.0) for it in cases]
    yield row("område: største avvik, poeng", "≤ 12", [(rounded(it), it <= 12) for it in worst])
    shares = [it.mean_share for it in cases]
    yield row(
        "kriterium: middelavvik, av maksimum", "≤ 9 %", [(_share(it), it <= 0.09) for it in shares]
    )
    near = [it.near for it in cases]
    yield row("kriterier innen 15 %", "≥ 80 %", [(_share(it), it >= 0.8) for it in near])
    ranks = [it.rank_correlation for it in cases]
    yield row("rekkefølge (Spearman)", "≥ 0,8", [(rounded(it, 2), it >= 0.8) for it in ranks])
    inside = [it.enclosed for it in cases]
    yield row(
        "publisert innenfor [lav, høy] av bare det rapporten sier", "≥ 90 %",
        [(_share(it), it >= 0.9) for it in inside],
    )  # fmt: skip
    tried = [_swap(swaps, it) for it in cases]
    errors = [it.after.criterion if it else None for it in tried]
    yield row("kryssprøve: kriterium", "≤ 12 %", [_within(it, 0.12, _share) for it in errors])
    swapped = [it.after.total if it else None for it in tried]
    yield row("kryssprøve: total", "≤ 10 %", [_within(it, 0.1, _signed) for it in swapped])
    found = [it.columns.found for it in cases]
    yield row(
        "rapportens kolonner gjenfunnet (emne og slag)", "≥ 85 %",
        [(_share(it), it >= 0.85) for it in found],
    )  # fmt: skip
    same = [it.columns.same for it in cases]
    yield row(
        "våre funn på rapportens emner: samme slag", "≥ 85 %",
        [(_share(it), it >= 0.85) for it in same],
    )  # fmt: skip
    doubled = [it.columns.doubled for it in cases]
    yield row("emner med to slag", "≤ 5 %", [(_share(it), it <= 0.05) for it in doubled])


def _off(points: float, case: Case) -> float:
    published = case.total[0]
    return (points - published) / (published or sum(it.max for it in case.criteria))


def _swap(swaps: Sequence[Swap], case: Case) -> Swap | None:
    return next((it for it in swaps if it.tried_on == case.published.municipality), None)


def _within(value: float | None, limit: float, show: Callable[[float], str]) -> tuple[str, bool]:
    return ("–", False) if value is None else (show(value), abs(value) <= limit)


def agreement_page(
    content: Content, examples: Sequence[Example], cases: Sequence[Case], swaps: Sequence[Swap]
) -> str:
    """Return the page."""
    lines = [_HEAD, "# Samsvar med publiserte evalueringer", ""]
    lines += [*_intro(examples), ""]
    lines += [*_measures(cases, swaps), ""]
    for example, case in zip(examples, cases, strict=True):
        lines += [*_case(example, case), ""]
    lines += [*_swaps(swaps), "", *_readers(content, examples)]
    return "\n".join(lines) + "\n"


def _intro(examples: Sequence[Example]) -> Iterator[str]:
    for it in examples:
        answers = it.answers.answers.values()
        stated = sum(answer.basis == "stated" for answer in answers)
        yield (
            f"- `examples/{it.name}.json`: {escape(it.published.municipality)} "
            f"{it.published.year}, {len(answers)} svar; {stated} sier rapporten, resten er utledet "
            f"etter [kodeveiledningen](../koding.md). Kilde: {escape(it.published.source)}."
        )
    yield ""
    yield (
        "«Regnet» er det rapporten sier og det veiledningen utleder; ubesvart gir ingenting. "
        "«Ventet» lar det ubesvarte være like godt som det besvarte i kriteriet. "
        "Skalaene bedømmes på «ventet», så de ikke heves for å veie opp for det en rapport tier om."
    )


def _measures(cases: Sequence[Case], swaps: Sequence[Swap]) -> Iterator[str]:
    names = [escape(it.published.municipality) for it in cases]
    yield f"| mål | ønsket | {' | '.join(names)} |"
    yield f"|---|---|{'---:|' * len(names)}"
    for it in measures(cases, swaps):
        shown = (f"{v} {'✓' if m else '✗'}" for v, m in zip(it.shown, it.met, strict=True))
        yield f"| {it.name} | {it.aim} | {' | '.join(shown)} |"
    expected = [_off(it.total[2], it) for it in cases]
    yield f"| total, ventet | – | {' | '.join(map(_signed, expected))} |"
    means = [_mean([abs(c.expected - c.published) / c.max for c in it.criteria]) for it in cases]
    yield f"| kriterium: middelavvik, ventet | – | {' | '.join(map(_share, means))} |"


def _case(example: Example, case: Case) -> Iterator[str]:
    yield f"## {escape(case.published.municipality)} {case.published.year}"
    yield ""
    yield "| | publisert | regnet | avvik | av maks | ventet | [lav–høy] av bare det sagte |"
    yield "|---|---:|---:|---:|---:|---:|---|"
    for it in case.criteria:
        yield _row(it, bold=False)
    for it in case.areas:
        yield _row(it, bold=True)
    total = case.total
    yield (
        f"| **Sum** | {rounded(total[0])} | {rounded(total[1])} | {rounded(total[1] - total[0])} "
        f"| | {rounded(total[2])} | |"
    )
    yield ""
    yield from _misfits(example, case)
    yield ""
    yield from _columns(case)


def _row(it: Comparison, bold: bool) -> str:
    name = f"{it.id} {escape(it.name)} ({it.max:g})"
    name = f"**{name}**" if bold else name
    outside = "" if it.enclosed else ", utenfor"
    return (
        f"| {name} | {rounded(it.published)} | {rounded(it.inferred)} | {rounded(it.error)} "
        f"| {_share(it.share)} | {rounded(it.expected)} "
        f"| {rounded(it.low)}–{rounded(it.high)}{outside} |"
    )


def _misfits(example: Example, case: Case) -> Iterator[str]:
    far = sorted((it for it in case.criteria if it.share > NEAR), key=lambda it: (-it.share, it.id))
    yield f"### Avvik over {NEAR:.0%}, det største først".replace("%", " %")
    yield ""
    for at, it in enumerate(far):
        text = example.misfits.get(it.id, "Ikke forklart ennå.")
        sign = "+" if it.error > 0 else ""
        name = f"{it.id} {escape(it.name)} ({sign}{rounded(it.error)})"
        yield f"- {f'**{name}**' if at < LARGEST else name}: {escape(text)}"
    if not far:
        yield "Ingen."


def _columns(case: Case) -> Iterator[str]:
    columns = case.columns
    yield "### Funn mot rapportens kolonner"
    yield ""
    yield (
        f"{len(columns.entries)} emner i kolonnene, {len(columns.entries) - len(columns.missed)} "
        f"gjenfunnet. Våre {columns.ours} funn på disse emnene: "
        f"{columns.ours - len(columns.other)} av samme slag."
    )
    yield ""
    missed = ", ".join(f"{topic} ({_KINDS[kind]})" for topic, kind in columns.missed)
    yield f"- Ikke gjenfunnet: {missed or 'ingen'}."
    yield f"- To slag hos oss: {', '.join(columns.two_kinds) or 'ingen'}."


def _swaps(swaps: Sequence[Swap]) -> Iterator[str]:
    yield "## Kryssprøve"
    yield ""
    yield (
        "Skalaene stilles inn på én kommune og prøves på en annen (`kompass content tune`), "
        "målt på «ventet». «Før» er skalaene slik de sto før innstillingen (`untuned`)."
    )
    yield ""
    yield "| stilt inn på | prøvd på | kriterium før | etter | total før | etter |"
    yield "|---|---|---:|---:|---:|---:|"
    for it in swaps:
        yield (
            f"| {escape(it.tuned_on)} | {escape(it.tried_on)} | {_share(it.before.criterion)} "
            f"| {_share(it.after.criterion)} | {_signed(it.before.total)} "
            f"| {_signed(it.after.total)} |"
        )


def _readers(content: Content, examples: Sequence[Example]) -> Iterator[str]:
    yield "## To lesere"
    yield ""
    yield (
        "Cohens kappa mellom to lesere som kodet hver for seg uten å se poeng, over fakta minst én "
        "av dem besvarte (å la et faktum stå ubesvart regnes som et svar)."
    )
    yield ""
    sets = list(content.answer_sets)
    yield f"| | {' | '.join(sets)} |"
    yield f"|---|{'---:|' * len(sets)}"
    for it in examples:
        found: Mapping[str, tuple[float, int]] = it.kappas(content)
        cells = (
            f"{rounded(found[name][0], 2)} ({found[name][1]})" if name in found else "–"
            for name in sets
        )
        yield f"| {escape(it.published.municipality)} | {' | '.join(cells)} |"


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(value: float) -> str:
    return f"{rounded(value * 100, 0)} %"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{rounded(value * 100, 0)} %"
