"""Markdown escapes: whatever people write comes out as text, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kompass.report.layout import clean, fit, width, wrap
from kompass.report.markdown import escape

ALLOWED = {"inline", "text", "paragraph_open", "paragraph_close", "text_special"}
PARSER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def kinds(tokens: list[Token]) -> set[str]:
    return {it.type for it in tokens} | {c.type for it in tokens for c in it.children or ()}


HOSTILE = [
    "# Overskrift", "* punkt", "- punkt", "1. punkt", "1) punkt", "> sitat", "`kode`", "```",
    "<script>alert(1)</script>", "[lenke](javascript:alert(1))", "![bilde](x)", "a|b|c",
    "http://ond.example", "www.ond.example", "<http://ond.example>", "***", "---", "===", "&lt;b&gt;",
    "=HYPERLINK(\"x\")", "$x^2$", "~~strøket~~", "\\", "linje\nto", "    kode", "\t kode", "[^1]: note",
    "[a]: http://b", "| a | b |\n|---|---|", "#", "+", "\u202eomvendt", "\x1b[31mrød", "😀",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    tokens = PARSER.parse(escape(text))
    assert kinds(tokens) <= ALLOWED


@given(st.text(max_size=60))
def test_any_text_is_text_and_is_kept(text: str) -> None:
    tokens = PARSER.parse(escape(text))
    assert kinds(tokens) <= ALLOWED
    shown = "".join(c.content for it in tokens for c in it.children or ())
    assert shown == clean(text)


@given(st.text(max_size=200), st.integers(5, 40))
def test_fit_is_exact(text: str, columns: int) -> None:
    assert width(fit(clean(text), columns)) == columns


@given(st.text(max_size=300), st.integers(20, 80))
def test_clean_lines_hold_nothing_that_moves_the_cursor(text: str, columns: int) -> None:
    for line in wrap(clean(text), columns):
        assert line.isprintable() or not any(ord(it) < 32 for it in line)
