"""Read untrusted JSON, keep the line of every value and report every problem at once.

The reader accepts what `json.loads` accepts, apart from the stricter rules below. A problem is a
code with the arguments a message needs; all arguments are strings. Codes that end the reading,
so that there is no document:

    too_large        bytes, limit
    not_utf8         offset (in bytes, from 0), byte (as 0xE5), latin1 (yes or no: would Latin-1
                     give plausible text?), encoding (UTF-16 or UTF-32 by byte order mark, or "")
    nul              column
    empty            (none)
    too_deep         column, limit
    byte_order_mark  column; one at the start is fine, but this one is where a token should be
    not_json         column, expected, found, slip

Codes that are collected while the reading goes on, each with what stands in the document instead:

    duplicate_key    column, key, first (line of the first one): the first value is kept
    not_a_number     column, found (NaN, Infinity, -Infinity or a number too big): None
    number_too_long  column, digits, limit: 0
    lone_surrogate   column (of the string), code_point (as U+D800): U+FFFD

Columns count characters from 1. In `not_json`, `expected` is one of `value`, `key`, `colon`,
`comma_or_brace`, `comma_or_bracket`, `brace`, `bracket`, `closing_quote`, `escape` and `end`;
`found` is the character or word there, "" at the end of the text; `slip` is `trailing_comma`,
`single_quote`, `comment`, `missing_comma`, `unquoted_key`, `extra_data` or "".
"""

import json
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in typeshed
from math import isfinite
from typing import Any

MAX_BYTES = 5_000_000
MAX_DEPTH = 60
MAX_DIGITS = 30
MAX_PROBLEMS = 1000  # collected problems; later ones are left out, but never the one that ends it
MAX_SHOWN = 60  # characters of the text repeated in a problem

_Path = tuple[str | int, ...]
# The line of a scalar, or the line of a list or an object with the nodes of what it holds.
_Node = int | tuple[int, dict[str, Any] | list[Any]]

_NEWLINE = re.compile(r"\r\n?|\n")
_SPACE = re.compile(r"[ \t\n\r]*")
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*+(?![]}])")  # but no trailing one
_SCALAR = re.compile(
    r"-?(?:0|[1-9][0-9]*)(?P<fraction>(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
    r"|true|false|null|NaN|-?Infinity"
)
_WORDS = {"true": True, "false": False, "null": None}
_SURROGATE = re.compile("[\ud800-\udfff]")
# Marks are neither letters nor spaces; Unicode calls more than 30 in a row unsafe for streams.
_ENDLESS_MARKS = re.compile(r"([^\w\s\x00-\x7f]{31,})")
_IMPLAUSIBLE_LATIN1 = re.compile(rb"[\x00\x80-\x9f]")
_FOREIGN_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FOUND = re.compile(r"\\.|\w+|.", re.DOTALL)
_SLIPS = (  # the slip, what was expected, what stands there instead
    ("comment", r"(?!escape).*", r"//|/\*|#"),
    ("single_quote", r"key|value", r"'"),
    ("unquoted_key", r"key", r"[^\W\d]|\$"),
    ("missing_comma", r"comma_or_.*", r"[\"{\[]|(?<=\s)[-\w]"),
    ("trailing_comma", r"brace|bracket", r","),
    ("extra_data", r"end", r""),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the text; the module's docstring lists the codes and their args."""

    line: int
    code: str
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """What the text says, and where: for an object's member, the line of its key."""

    value: Any
    lines: Mapping[_Path, int]

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of the path or of its nearest known ancestor."""
        for length in range(len(path), -1, -1):
            if (line := self.lines.get(tuple(path[:length]))) is not None:
                return line
        return 1


def read_json(data: bytes) -> tuple[Document | None, list[Problem]]:
    """Read JSON from bytes that may hold anything at all, and never raise."""
    problems: list[Problem] = []
    try:
        return _Reader(_decoded(data), problems).document(), problems
    except _StopError as stop:
        return None, [*problems, stop.problem]


class _StopError(Exception):
    """Ends the reading with its last problem."""

    def __init__(self, line: int, code: str, **args: str) -> None:
        super().__init__(code)
        self.problem = Problem(line, code, args)


class _Lines(Mapping[_Path, int]):
    """Lines by path, kept as a tree: a path for every value would fill the memory."""

    def __init__(self, root: _Node) -> None:
        self._root = root

    def __getitem__(self, path: _Path) -> int:
        node = self._root
        for step in path:
            children = _children(node)
            if step not in _steps(children):
                raise KeyError(path)
            node = children[step]
        return _line(node)

    def __iter__(self) -> Iterator[_Path]:
        return self._paths((), self._root)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _paths(self, path: _Path, node: _Node) -> Iterator[_Path]:
        yield path
        children = _children(node)
        for step in _steps(children):
            yield from self._paths((*path, step), children[step])


def _line(node: _Node) -> int:
    return node if isinstance(node, int) else node[0]


def _children(node: _Node) -> Any:
    return () if isinstance(node, int) else node[1]


def _steps(children: Any) -> Collection[str | int]:
    return children if isinstance(children, dict) else range(len(children))


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _StopError(1, "too_large", bytes=str(len(data)), limit=str(MAX_BYTES))
    encoding = next((name for mark, name in _FOREIGN_MARKS if data.startswith(mark)), "")
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _StopError(
            len(_NEWLINE.findall(data[: error.start].decode())) + 1,
            "not_utf8",
            offset=str(error.start),
            byte=f"0x{data[error.start]:02X}",
            latin1="no" if encoding or _IMPLAUSIBLE_LATIN1.search(data) else "yes",
            encoding=encoding,
        ) from error
    if not text.strip():
        raise _StopError(1, "empty")
    return text


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _normalised(text: str) -> str:
    """Return the text in NFC, save endless rows of marks: to sort them takes quadratic time."""
    parts = _ENDLESS_MARKS.split(text)  # every other one is such a row
    parts[::2] = [unicodedata.normalize("NFC", part) for part in parts[::2]]
    return "".join(parts)


class _Reader:
    """Reads one text from left to right; `at` is how far it has come."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.text = text + "\0"  # so that there is always a character to look at
        self.at = 0
        self.problems = problems
        self.line_starts = array("L", [0])
        self.line_starts.extend(match.end() for match in _NEWLINE.finditer(text))

    def document(self) -> Document:
        nul = self.text.index("\0")
        if nul < len(self.text) - 1:
            raise self.stop(nul, "nul")
        self.skip(_SPACE)
        value, node = self.value(self.line(self.at), 0)
        self.skip(_SPACE)
        if self.text[self.at] != "\0":
            raise self.unexpected("end")
        return Document(value, _Lines(node))

    def value(self, line: int, depth: int) -> tuple[Any, _Node]:
        char = self.text[self.at]
        if char == '"':
            return self.string(), line
        if char not in "{[":
            return self.scalar(), line
        if depth == MAX_DEPTH:
            raise self.stop(self.at, "too_deep", limit=str(MAX_DEPTH))
        return (self.members if char == "{" else self.elements)(line, depth + 1)

    def members(self, line: int, depth: int) -> tuple[Any, _Node]:
        members: dict[str, Any] = {}
        nodes: dict[str, Any] = {}
        more = self.first("}")
        while more:
            start = self.at
            if self.text[start] != '"':
                raise self.unexpected("key")
            key = self.string()
            if key in members:
                first = str(_line(nodes[key]))
                self.note(start, "duplicate_key", key=_shortened(key), first=first)
            if not self.skip(_COLON):
                self.skip(_SPACE)
                raise self.unexpected("colon")
            value, node = self.value(self.line(start), depth)
            members.setdefault(key, value)
            nodes.setdefault(key, node)
            more = self.next("}")
        return members, (line, nodes)

    def elements(self, line: int, depth: int) -> tuple[Any, _Node]:
        elements: list[Any] = []
        nodes: list[Any] = []
        more = self.first("]")
        while more:
            element, node = self.value(self.line(self.at), depth)
            elements.append(element)
            nodes.append(node)
            more = self.next("]")
        return elements, (line, nodes)

    def first(self, close: str) -> bool:
        """Step over the opening bracket: to the first item, or past the closing bracket."""
        self.at += 1
        return not self.closed(close)

    def next(self, close: str) -> bool:
        """Step from one item to the next, or past the closing bracket."""
        if self.skip(_COMMA):
            return True
        if self.closed(close):
            return False
        bracket = "brace" if close == "}" else "bracket"
        raise self.unexpected(bracket if self.text[self.at] == "," else f"comma_or_{bracket}")

    def closed(self, close: str) -> bool:
        self.skip(_SPACE)
        closed = self.text[self.at] == close
        self.at += closed
        return closed

    def string(self) -> str:
        start = self.at
        try:
            text, self.at = scanstring(self.text, start + 1)
        except json.JSONDecodeError as error:
            self.at = min(error.pos, len(self.text) - 1)  # without C it may point past the end
            raise self.unexpected("escape" if "escape" in error.msg else "closing_quote") from error
        if text.isascii():
            return str(text)
        if surrogate := _SURROGATE.search(text):
            self.note(start, "lone_surrogate", code_point=f"U+{ord(surrogate[0]):04X}")
            text = _SURROGATE.sub("\ufffd", text)
        return _normalised(text)

    def scalar(self) -> Any:
        start = self.at
        scalar = self.skip(_SCALAR)
        if not scalar:
            raise self.unexpected("value")
        word = scalar[0]
        if word in _WORDS:
            return _WORDS[word]
        if len(word) > MAX_DIGITS and (digits := sum(map(str.isdigit, word))) > MAX_DIGITS:
            self.note(start, "number_too_long", digits=str(digits), limit=str(MAX_DIGITS))
            return 0
        number = int(word) if scalar["fraction"] == "" else float(word)
        if isfinite(number):
            return number
        self.note(start, "not_a_number", found=word)
        return None

    def skip(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        if match := pattern.match(self.text, self.at):
            self.at = match.end()
        return match

    def line(self, at: int) -> int:
        return bisect_right(self.line_starts, at)

    def stop(self, at: int, code: str, **args: str) -> _StopError:
        line = self.line(at)
        return _StopError(line, code, column=str(at - self.line_starts[line - 1] + 1), **args)

    def note(self, at: int, code: str, **args: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(self.stop(at, code, **args).problem)

    def unexpected(self, expected: str) -> _StopError:
        if self.text[self.at] == "\ufeff":
            return self.stop(self.at, "byte_order_mark")
        found = _FOUND.match(self.text, self.at, self.at + MAX_SHOWN)
        slips = (
            slip
            for slip, place, sign in _SLIPS
            if re.fullmatch(place, expected) and re.compile(sign).match(self.text, self.at)
        )
        return self.stop(
            self.at,
            "not_json",
            expected=expected,
            found=found[0].rstrip("\0") if found else "",
            slip=next(slips, ""),
        )
