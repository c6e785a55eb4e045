"""Run as ``python -m kompass``."""

from kompass.cli import main

main()
