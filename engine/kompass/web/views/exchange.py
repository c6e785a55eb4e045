"""Answers in and out of the workspace, as files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from starlette.responses import Response

from kompass.errors import InvalidAnswersError
from kompass.intake.merge import Disagreement, Source, merge
from kompass.storage.entries import Edit
from kompass.web.ask import Ask, RefusalError
from kompass.web.document import as_document, take_apart
from kompass.web.fact_view import proof_words, value_words

_MEDIA = {
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export(ask: Ask) -> Response:
    """Give the answers as a file."""
    form = ask.path("form")
    if form not in _MEDIA:
        raise RefusalError(404, "no_page")
    live = ask.live()
    adjustments = ask.site.workspace.entries(ask.id, "@adjust/")
    names = ask.query("navn") == "ja"
    document = as_document(live.assessment, live.entries, adjustments, names)
    name = f"{slug(live.assessment.name)}-{live.assessment.date[:4]}.{form}"
    data = ask.site.benches[ask.lang].document(document, name)
    return attachment(data, _MEDIA[form], name)


def attachment(data: bytes, media: str, name: str) -> Response:
    """Return a file for the browser to save."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=media, headers=headers)


def slug(name: str) -> str:
    """Return a name that any file system takes: ``Åmot`` becomes ``amot``."""
    plain = name.casefold().replace("æ", "ae").replace("ø", "o").replace("đ", "d")
    ascii_only = normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "kommune"


def import_form(ask: Ask) -> Response:
    """Show what can be put into an assessment."""
    return ask.page("import.html", live=ask.live(), errors={}, open=[], done=None, id=ask.id)


def import_file(ask: Ask) -> Response:
    """Merge a file into an assessment: nothing that is answered differently is written over."""
    live = ask.live()
    errors: dict[str, str] = {}
    given = read_upload(ask, "file", errors)
    if given is None:
        errors.setdefault("file", ask.say("file_missing"))
        return _import_page(ask, errors)
    if given["municipality"]["number"] != live.assessment.number:
        name = str(given["municipality"]["name"])[:60]
        errors["file"] = ask.say("other_municipality", name=name)
        return _import_page(ask, errors)
    own = {"framework": live.assessment.framework, "municipality": given["municipality"]}
    document = as_document(live.assessment, live.entries, {})
    sources = [Source(ask.say("here"), document), Source(ask.say("the_file"), {**given, **own})]
    merged = merge(sources, {})
    open_facts = {it.fact for it in merged.open}
    _, entries = take_apart({**given, "answers": merged.document["answers"]})
    edits = [
        Edit(key, body, live.entries[key].revision if key in live.entries else 0)
        for key, body in entries.items()
        if key not in open_facts and not key.startswith("@")
        and (key not in live.entries or live.entries[key].body != body)
    ]  # fmt: skip
    upload = ask.upload("file")
    name = upload.filename if upload and upload.filename else ""
    ask.site.workspace.save(ask.id, edits, ask.by, ask.say("from_file", name=name[:80]))
    return ask.page(
        "import.html",
        live=ask.live(),
        errors={},
        open=list(_open(ask, merged.open)),
        done=len(edits),
        id=ask.id,
    )


def _import_page(ask: Ask, errors: dict[str, str]) -> Response:
    return ask.page(
        "import.html", 422, live=ask.live(), errors=errors, open=[], done=None, id=ask.id
    )


def _open(ask: Ask, found: tuple[Disagreement, ...]) -> Iterator[dict[str, Any]]:
    content = ask.site.content
    for it in found:
        fact = content.facts.get(it.fact)
        yield {
            "fact": it.fact,
            "question": fact.question if fact else "",
            "text": fact.text(ask.lang) if fact else it.fact,
            "versions": [
                (
                    version.source,
                    value_words(content, it.fact, version.answer, ask.lang),
                    ", ".join(proof_words(proof) for proof in version.answer.get("evidence", ())),
                )
                for version in it.versions
            ],
        }


def read_upload(ask: Ask, name: str, errors: dict[str, str]) -> dict[str, Any] | None:
    """Return the document of answers in an uploaded file; None, with the errors, if it is none."""
    upload = ask.upload(name)
    if upload is None:
        return None
    data = upload.file.read()
    shown = (upload.filename or "fil")[:80]
    try:
        return ask.site.benches[ask.lang].take(data, shown)[1]
    except InvalidAnswersError as problem:
        errors[name] = "\n".join(str(it) for it in problem.faults[:50])
        return None
