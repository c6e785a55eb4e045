"""Runs a command and turns everything that can go wrong into a message and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence

import click

from kompass.cli.group import group
from kompass.cli.streams import make_encodable
from kompass.errors import InvalidInputError, KompassError

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run kompass with some arguments and return its exit code."""
    make_encodable()
    debug = "--debug" in arguments
    try:
        code = group.main(args=list(arguments), prog_name="kompass", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        _close_stdout()
        return 0
    except (KeyboardInterrupt, click.Abort):
        click.echo("Avbrutt.", err=True)
        return INTERRUPTED
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except InvalidInputError as problem:
        for fault in problem.faults:
            click.echo(str(fault), err=True)
        count = len(problem.faults)
        if count > 1:
            click.echo(f"{count} feil.", err=True)
        return problem.exit_code
    except KompassError as problem:
        click.echo(str(problem), err=True)
        return problem.exit_code
    except OSError as problem:
        if debug:
            traceback.print_exc()
        where = f"{problem.filename}: " if problem.filename else ""
        click.echo(f"{where}{problem.strerror or problem}", err=True)
        if _stdout_broken(problem):
            _close_stdout()
        return 1
    except Exception as problem:
        if debug:
            traceback.print_exc()
        kind = type(problem).__name__
        click.echo(
            f"Uventet feil ({kind}: {problem}). Kjør igjen med --debug for detaljer.", err=True
        )
        return 1


def _stdout_broken(problem: OSError) -> bool:
    return problem.filename is None


def _close_stdout() -> None:
    """Point stdout at nothing, so that Python's own flush at exit does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
