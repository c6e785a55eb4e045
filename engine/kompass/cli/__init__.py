"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run kompass, and end the process with the exit code the contract promises."""
    from kompass.cli.run import run

    sys.exit(run(sys.argv[1:]))
