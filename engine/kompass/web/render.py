"""Pages from templates: everything escaped, nothing undefined."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from kompass.report.numbers import rounded, short

STATIC: Final = files("kompass.web") / "static"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kompass.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "points": points,
        "whole": whole,
        "number": number,
        "day": day,
        "moment": moment,
    }
    environment.globals |= {"static": static}
    return environment


def render(template: str, context: Mapping[str, Any]) -> str:
    """Return a page or a part of one."""
    return _environment().get_template(template).render(context)


def points(value: float) -> str:
    """Return points with one decimal, as Norwegian readers expect them."""
    return rounded(float(value))


def whole(value: float) -> str:
    """Return points that are most often a whole number: ``800``, or ``6,7``."""
    return short(float(value))


def number(value: float) -> str:
    """Return a number as SVG wants it."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


@cache
def static(name: str) -> str:
    """Return the address of a static file, which changes when the file does."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def day(iso: str) -> str:
    """Return an ISO date as a Norwegian one: 01.03.2026."""
    year, month, date = iso[:10].split("-")
    return f"{date}.{month}.{year}"


def moment(iso: str) -> str:
    """Return a UTC time as a local one: 01.03.2026 kl. 14:03."""
    local = datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone()
    return local.strftime("%d.%m.%Y kl. %H:%M")
