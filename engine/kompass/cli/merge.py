"""``kompass merge``: several people's answers in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kompass.cli.options import content_option, lang_option, output_option, warn, workbench
from kompass.cli.streams import read_input, say, write_output
from kompass.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from kompass.intake.merge import Disagreement, Resolution, Source
    from kompass.model.content import Content

UNRESOLVED = 3


@click.command("merge", short_help="Sett sammen svar fra flere filer.")
@click.argument("files", metavar="FIL…", nargs=-1, required=True)
@output_option
@click.option(
    "--resolve", "settings", multiple=True, metavar='"FAKTUM=VERDI: GRUNN"',
    help="Avgjør en uenighet. Kan gis flere ganger.",
)  # fmt: skip
@lang_option
@content_option
def command(
    files: tuple[str, ...],
    output: str | None,
    settings: tuple[str, ...],
    lang: str,
    content_folder: Path | None,
) -> int:
    """Sett sammen svarfiler om samme kommune og versjon.

    Svar bare én har, tas med. Like svar blir ett, med dokumentasjonen fra alle. Er svarene ulike,
    blir faktumet stående ubesvart og flagget med alle versjonene ved siden av, uenigheten vises,
    og koden er 3. Avgjør med --resolve, eller rett i fila, og kjør en gang til.
    """
    from kompass.intake.document import unanswered
    from kompass.intake.merge import Source, merge

    bench = workbench(content_folder, lang)
    sources: list[Source] = []
    for file in files:
        data, name = read_input(file)
        accepted, document = bench.take(data, name)
        warn(accepted)
        sources.append(Source(name, document))
    _assert_alike(sources)
    merged = merge(sources, _resolutions(bench.content, settings))
    if merged.unused:
        raise UsageError(f"Ingen er uenige om {', '.join(merged.unused)}.")
    together = dict(merged.document)
    warn(bench.accept(bench.document(together, None), output or "-"))
    write_output(bench.document(together, output), output)
    for line in _said(merged.open):
        say(line)
    facts = len(together["answers"])
    say(
        f"{len(files)} filer, {facts} fakta, {facts - unanswered(together)} besvart, "
        f"{len(merged.open)} uenigheter igjen."
    )
    return UNRESOLVED if merged.open else 0


def _assert_alike(sources: Sequence[Source]) -> None:
    """Refuse files that are not about the same municipality and framework."""
    from kompass.intake.document import adjusted

    for what, at in (("kommuner", ("municipality", "number")), ("versjoner", ("framework",))):
        found: dict[str, str] = {}
        for it in sources:
            value: Any = it.document
            for key in at:
                value = value[key]
            found.setdefault(str(value), it.name)
        if len(found) > 1:
            named = ", ".join(f"{value} i {name}" for value, name in found.items())
            raise UsageError(f"Filene gjelder ulike {what}: {named}.")
    changes: dict[tuple[str, ...], tuple[str, Any]] = {}
    for it in sources:
        for change in it.document.get("adjustments", ()):
            of = adjusted(change)
            name, other = changes.setdefault(of, (it.name, change))
            if other != change:
                raise UsageError(
                    f"{' '.join(of)} er justert ulikt i {name} og {it.name}. Behold den ene."
                )


def _resolutions(content: Content, settings: Sequence[str]) -> dict[str, Resolution]:
    from kompass.intake.merge import Resolution

    found: dict[str, Resolution] = {}
    problems: list[str] = []
    for setting in settings:
        fact, equals, rest = setting.partition("=")
        value, _, reason = (part.strip() for part in rest.partition(":"))
        if not equals or not value or not reason:
            problems.append(f'Skriv --resolve "faktum=verdi: grunn", ikke {setting}.')
        elif fact not in content.facts:
            hint = did_you_mean(fact, content.facts)
            problems.append(f"Det finnes ikke noe faktum {fact}.{hint}")
        elif value not in content.answer_set(fact).values:
            allowed = ", ".join(content.answer_set(fact).values)
            problems.append(f"{fact} kan ikke være {value}. Velg {allowed}.")
        elif fact in found:
            problems.append(f"{fact} er avgjort to ganger.")
        else:
            whole = content.answer_set(fact).integer
            found[fact] = Resolution(int(value) if whole else value, reason)
    if problems:
        raise UsageError("\n".join(problems))
    return found


def _said(disagreements: Sequence[Disagreement]) -> Iterator[str]:
    for it in disagreements:
        yield f"Uenighet om {it.fact}:"
        for version in it.versions:
            answer = version.answer
            shown = [str(evidence.get("title") or evidence.get("role") or evidence.get("url") or "")
                     for evidence in answer.get("evidence", ())]  # fmt: skip
            sources = ", ".join(title for title in shown if title) or "uten dokumentasjon"
            by = f", {answer['by']}" if answer.get("by") else ""
            yield f"  {answer['value']}  ({version.source}{by}; {sources})"
