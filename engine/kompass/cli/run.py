"""Runs a command and turns everything that can go wrong into a message and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from kompass.cli.group import group
from kompass.cli.streams import make_encodable, say, silence, unheard
from kompass.errors import InvalidInputError, KompassError

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run kompass with some arguments and return its exit code."""
    make_encodable()
    debug = "--debug" in arguments
    stdout = sys.stdout
    try:
        code = group.main(args=list(arguments), prog_name="kompass", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        silence(stdout)
        return 0
    except SystemExit:
        if sys.stdout is stdout:
            raise
        # A pipe broke: click has put something that never fails in its place, and given up.
        silence(stdout)
        return 0
    except (KeyboardInterrupt, click.Abort):
        say("Avbrutt.")
        return INTERRUPTED
    except click.ClickException as problem:
        with unheard():
            problem.show()
        return problem.exit_code
    except InvalidInputError as problem:
        for fault in problem.faults:
            say(str(fault))
        count = len(problem.faults)
        if count > 1:
            say(f"{count} feil.")
        return problem.exit_code
    except KompassError as problem:
        say(str(problem))
        return problem.exit_code
    except OSError as problem:
        if debug:
            _show_traceback()
        where = f"{problem.filename}: " if problem.filename else ""
        say(f"{where}{problem.strerror or problem}")
        if problem.filename is None:
            silence(stdout)
        return 1
    except Exception as problem:
        if debug:
            _show_traceback()
        kind = type(problem).__name__
        say(f"Uventet feil ({kind}: {problem}). Kjør igjen med --debug for detaljer.")
        return 1


def _show_traceback() -> None:
    import traceback  # only people who debug pay for it

    traceback.print_exc()
