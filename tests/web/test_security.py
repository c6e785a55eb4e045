"""What a hostile page, file or colleague can do to the workspace: nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import Visitor, links

from kompass.web.app import ROUTES, make_app
from kompass.web.security import MOST_BYTES, POLICY

STRATEGY = "har_kommunikasjonsstrategi"
HOSTILE = "\"'><script>window.hit=1</script><img src=x onerror=window.hit=1>{{7*7}}${7*7}"


def test_every_answer_carries_the_strict_headers(visitor: Visitor) -> None:
    for path in ("/", "/nope", "/static/app.js", "/ny"):
        found = visitor.client.get(path)
        assert found.headers["content-security-policy"] == POLICY
        assert found.headers["x-content-type-options"] == "nosniff"
    assert visitor.client.get("/").headers["cache-control"] == "no-store"


def test_pages_hold_nothing_the_policy_forbids(visitor: Visitor) -> None:
    id = visitor.example("amot-2026.json")
    for path in ("/", "/ny", f"/v/{id}/", f"/v/{id}/fyll-ut/1.1", f"/v/{id}/hvorfor/1.1.2"):
        page = visitor.get(path)
        assert not re.search(r"<script(?![^>]* src=\"/static/)", page)
        assert not re.search(r"<[^>]+\s(style|on\w+)=", page)
        for link in links(page):
            assert link.startswith(("/", "#", "?")), link


@pytest.mark.parametrize("host", ["ond.example", "127.0.0.1.ond.example", "169.254.169.254", ""])
def test_another_host_is_refused(visitor: Visitor, host: str) -> None:
    assert visitor.client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://ond.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}],
)
def test_a_form_of_another_site_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    id = visitor.blank()
    found = visitor.client.post(
        f"/v/{id}/slett", data={"token": visitor.site.token}, headers=headers
    )
    assert found.status_code == 403 and visitor.workspace.assessments()


POSTS = [it.path for it in ROUTES if it.methods and "POST" in it.methods]


@pytest.mark.parametrize("path", POSTS)
def test_every_form_needs_its_token(visitor: Visitor, path: str) -> None:
    id = visitor.blank()
    at = (
        re.sub(r"\{id:int\}", str(id), path).replace("{scope}", "1.1.1").replace("{fact}", STRATEGY)
    )
    at = re.sub(r"\{\w+(:int)?\}", "1", at)
    for token in ("", "x" * 32):
        found = visitor.client.post(at, data={"token": token, "sure": "ja"})
        assert found.status_code == 403, (at, found.status_code)
    assert [it.id for it in visitor.workspace.assessments()] == [id]


def test_what_people_write_is_shown_as_they_wrote_it(visitor: Visitor) -> None:
    id = visitor.blank()
    visitor.save(
        id, STRATEGY, value="planlagt", note=HOSTILE, comment=HOSTILE,
        evidence__0__title=HOSTILE, evidence__0__locator=HOSTILE,
        evidence__0__url="https://x.example/\"><script>",
    )  # fmt: skip
    visitor.save(id, STRATEGY, base=0, status=409, value="ja", note=HOSTILE)
    pages = [
        visitor.get(f"/v/{id}/fyll-ut/1.1.2"), visitor.get(f"/v/{id}/historikk"),
        visitor.get(f"/v/{id}/historikk/{STRATEGY}"), visitor.get(f"/v/{id}/sok?q=script"),
        visitor.get(f"/v/{id}/hvorfor/1.1.2"), visitor.get(f"/v/{id}/sok", q=HOSTILE),
        visitor.client.get(f"/v/{id}/sok", params={"q": HOSTILE}).text,
        visitor.post("/ny", {"municipality": HOSTILE, "date": HOSTILE}, status=422),
    ]  # fmt: skip
    for page in pages:
        assert "<script>window" not in page and "<img src=x" not in page
    assert "49" not in re.findall(r"\$\{?(\d+)", " ".join(pages))


@pytest.mark.parametrize("back", ["//ond.example", "https://ond.example", "\\\\ond.example"])
def test_nobody_is_sent_to_another_site(visitor: Visitor, back: str) -> None:
    found = visitor.client.get(f"/?lang=nn&fra={back}", follow_redirects=False)
    assert found.headers["location"].startswith("/?fra=")


def test_too_much_is_refused_before_it_is_read(visitor: Visitor) -> None:
    id = visitor.blank()
    data = b"x" * (MOST_BYTES + 1)
    found = visitor.client.post(f"/v/{id}/importer", files={"file": ("a.json", data)})
    assert found.status_code == 413 and "for stor" in found.text


def test_too_much_without_an_announced_length_is_refused_too(visitor: Visitor) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(70):
            yield b"x" * 100_000

    found = visitor.client.post(
        "/ny", content=parts(), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert found.status_code == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: tull"),
        ("multipart/form-data", b"tull"),
        ("application/x-www-form-urlencoded", b"%ff%fe=%00&token"),
        ("application/json", b"{"),
        ("multipart/form-data; boundary=x", b"--x\r\n" * 10_000),
    ],
)
def test_a_malformed_form_is_refused_in_words(visitor: Visitor, kind: str, body: bytes) -> None:
    found = visitor.client.post("/ny", content=body, headers={"content-type": kind})
    assert found.status_code in (400, 403) and "<h1>" in found.text


def test_a_form_with_thousands_of_fields_is_refused(visitor: Visitor) -> None:
    data = {f"f{it}": "x" for it in range(5000)} | {"token": visitor.site.token}
    assert visitor.client.post("/ny", data=data).status_code == 400


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/v/1/../../etc"])
def test_no_file_outside_the_static_folder_is_served(visitor: Visitor, path: str) -> None:
    assert visitor.client.get(path).status_code == 404


def test_what_nobody_foresaw_is_a_page_without_a_traceback(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("hemmelig sti")

    monkeypatch.setattr(visitor.site, "live", fail)
    client = TestClient(
        make_app(visitor.site), base_url="http://127.0.0.1", raise_server_exceptions=False
    )
    found = client.get("/v/1/")
    assert found.status_code == 500 and "Noe gikk galt" in found.text
    assert "hemmelig" not in found.text and "Traceback" not in found.text
    # In the window it runs in, one line; the way there is for who asks for it.
    [told] = caplog.records
    assert told.getMessage() == "GET /v/1/: RuntimeError: hemmelig sti" and told.exc_info is None
