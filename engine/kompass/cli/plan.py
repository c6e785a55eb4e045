"""``kompass plan``: which next steps to take, when, and what they give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kompass.cli.options import (
    columns,
    content_option,
    engine_options,
    lang_option,
    painter,
    warn,
    workbench,
)
from kompass.cli.plan_files import outputs_of, write_plan
from kompass.cli.plan_wishes import read_wishes
from kompass.cli.progress import progress
from kompass.cli.streams import write_output
from kompass.desk.plans import PLAN_FORMATS

if TYPE_CHECKING:
    pass

STATUS = "status"


class PlanCommand(click.Command):
    """Plans; and as ``plan status …`` it follows a plan up."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Parse the arguments, here or with the command that follows up."""
        if args[:1] == [STATUS]:
            from kompass.cli.plan_status import command as status

            return status.make_context(f"{info_name} {STATUS}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("plan", cls=PlanCommand, short_help="Lag en plan av neste steg, og følg den opp.")
@click.argument("file", metavar="FIL")
@click.argument("more", metavar="", nargs=-1)
@click.option(
    "--periods", type=click.IntRange(1, 20), default=4, show_default=True,
    help="Hvor mange halvår planen går over.",
)  # fmt: skip
@click.option(
    "--capacity", multiple=True, metavar="TALL|ROLLE=TALL",
    help="Månedsverk i halvåret, i alt (ellers 6) eller der en rolle har ansvaret: hr=1,5.",
)  # fmt: skip
@click.option(
    "--at-once", type=click.IntRange(1), metavar="ANTALL",
    help="Høyst så mange steg i gang i samme halvår.",
)  # fmt: skip
@click.option("--target", metavar="POENG", help="Nå minst så mange poeng, med minst mulig arbeid.")
@click.option(
    "--area",
    multiple=True,
    metavar="OMRÅDE=POENG",
    help="Nå poeng på et område: 3=60. Kan gjentas.",
)
@click.option("--must", multiple=True, metavar="STEG", help="Steg som skal være med. Kan gjentas.")
@click.option(
    "--not", "excluded", multiple=True, metavar="STEG",
    help="Steg som ikke skal være med. Kan gjentas.",
)  # fmt: skip
@click.option(
    "--start", metavar="ÅR-MÅNED",
    help="Når planen begynner, for eksempel 2027-01. Ellers første halvår etter svarene.",
)  # fmt: skip
@click.option(
    "--council", multiple=True, metavar="DATO",
    help="Dag kommunestyret møtes, for eksempel 2027-03-18. Gjentas, eller med komma mellom. "
    "Ellers et vanlig møte i måneden.",
)  # fmt: skip
@click.option("--greedy", is_flag=True, help="Velg steg for steg, uten å lete etter den beste.")
@click.option(
    "--format", "form", type=click.Choice(["text", *PLAN_FORMATS]),
    help="Format på skjermen; ellers tekst. Med -o bestemmer endelsen.",
)  # fmt: skip
@click.option(
    "-o", "--output", multiple=True, metavar="FIL",
    help=f"Skriv til en fil: {', '.join(f'.{it}' for it in PLAN_FORMATS)}. Kan gjentas.",
)  # fmt: skip
@engine_options
@lang_option
@content_option
def command(
    file: str,
    more: tuple[str, ...],
    periods: int,
    capacity: tuple[str, ...],
    at_once: int | None,
    target: str | None,
    area: tuple[str, ...],
    must: tuple[str, ...],
    excluded: tuple[str, ...],
    start: str | None,
    council: tuple[str, ...],
    greedy: bool,
    form: str | None,
    output: tuple[str, ...],
    engine: str,
    verify: bool,
    lang: str,
    content_folder: Path | None,
) -> int:
    r"""Velg og tidfest neste steg ut fra en svarfil (FIL; - er standard inn).

    \b
      kompass plan svar.json --capacity 6
      kompass plan svar.json --target 400 --start 2027-01 -o plan.json -o plan.docx
      kompass plan svar.json --capacity 6 --capacity hr=2 --area 3=60 -o plan.xlsx
      kompass plan status plan.json svar-neste-aar.json

    Uten mål gir planen flest poeng innenfor kapasiteten; med mål når den dem med minst arbeid.
    Poengene regnes ut av reglene for alle stegene sammen. Svarfila endres ikke.
    """
    outputs = outputs_of(output, more, form)
    bench = workbench(content_folder, lang)
    accepted = bench.read(file)
    warn(accepted)
    answers = accepted.answers
    wishes = read_wishes(
        bench.content,
        answers.date,
        periods=periods,
        capacity=capacity,
        at_once=at_once,
        target=target,
        areas=area,
        must=must,
        excluded=excluded,
        start=start,
        council=council,
    )
    with progress("Leter etter den beste planen"):
        from kompass.assessment.assess import stand
        from kompass.planning.plan import make_plan

        standing = stand(bench.instrument(answers.framework, engine, verify), answers)
        plan = make_plan(standing, answers, wishes, bench.lang, prove=not greedy)
    if outputs:
        write_plan(plan, outputs)
    else:
        from kompass.report.moves import Page
        from kompass.report.plan_text import show_plan

        page = Page(bench.lang, columns(), painter(False))
        write_output("\n".join(show_plan(plan, page)) + "\n", None)
    return 0
