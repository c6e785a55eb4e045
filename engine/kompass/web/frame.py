"""What stands around every page: where one is, the language, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup

from kompass.web.all_words import ALL
from kompass.web.live import Live

_LANGUAGES: Final = (("nb", "Bokmål"), ("nn", "Nynorsk"))
_TOKEN: Final = Markup('<input type="hidden" name="token" value="{}">')
_SECTIONS: Final = {
    "overview": "",
    "fill": "fyll-ut",
    "result": "resultat",
    "rounds": "enighet",
    "report": "rapport",
    "history": "historikk",
}
_SAVING: Final = ("fill.html", "opinion.html")
"""Pages that save by themselves, and say so at the top."""
SECTION_OF: Final = {
    "result.html": "result",
    "adjust.html": "result",
    "report.html": "report",
    "plan.html": "report",
    "plan_status.html": "report",
    "job.html": "report",
    "fill.html": "fill",
    "import.html": "overview",
    "overview.html": "overview",
    "latest.html": "history",
    "search.html": "fill",
    "why.html": "fill",
    "left.html": "overview",
    "history.html": "history",
    "area.html": "fill",
    "rounds.html": "rounds",
    "close.html": "rounds",
    "opinion.html": "rounds",
    "consensus.html": "rounds",
}


def frame(
    say: Callable[..., str], template: str, live: Live | None, here: Callable[..., str], token: str
) -> dict[str, Any]:
    """Return what `base.html` needs besides the page itself.

    Args:
        say: Gives texts in the language of the page.
        template: The page's template; it tells which section the page belongs to.
        live: The assessment the page is about; None outside of any.
        here: Gives the address of the page, with other parameters.
        token: What every form of the workspace carries.
    """
    return {
        "token": token,
        "token_field": _TOKEN.format(token),
        "who_href": "/hvem?fra=" + quote(here()),
        "languages": [(code, name, here(lang=code)) for code, name in _LANGUAGES],
        "assessment": _heading(live, template in _SAVING),
        "sections": list(_sections(say, live, SECTION_OF.get(template, ""))),
        "q": "",
        "all_words": ALL,
    }


def _heading(live: Live | None, saving: bool) -> dict[str, object] | None:
    if live is None:
        return None
    at = f"/v/{live.assessment.id}"
    name = f"{live.assessment.name} {live.assessment.date[:4]}"
    return {"name": name, "href": f"{at}/", "search": f"{at}/sok", "live": saving}


def _sections(
    say: Callable[..., str], live: Live | None, current: str
) -> Iterator[tuple[str, str, bool]]:
    if live is None:
        return
    for name, path in _SECTIONS.items():
        href = f"/v/{live.assessment.id}/{path}"
        yield href, say(f"section_{name}"), name == current
