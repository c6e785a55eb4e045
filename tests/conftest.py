"""What every test shares: CI does not accept a skipped test as a passed one."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is, and how busy, is nothing a test may depend on.
settings.register_profile("kompass", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kompass")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("KOMPASS_NO_SKIP"):
        for report in skipped:
            terminalreporter.write_line(f"skipped: {report.nodeid}: {report.longrepr}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("KOMPASS_NO_SKIP") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
