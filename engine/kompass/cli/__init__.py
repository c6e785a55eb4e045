"""The command line."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run kompass, and end the process with the exit code the contract promises."""
    # A run is short and its content stays: walking it over and over to find garbage is wasted.
    gc.set_threshold(100_000, 50, 50)
    try:
        from kompass.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before or after what `run` guards
        code = 130
    sys.exit(code)
