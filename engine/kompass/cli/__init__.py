"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run kompass, and end the process with the exit code the contract promises."""
    try:
        from kompass.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before or after what `run` guards
        code = 130
    sys.exit(code)
