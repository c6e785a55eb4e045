import json
import json.decoder
import time
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kompass.intake import json_reader
from kompass.intake.json_reader import MAX_BYTES, MAX_DEPTH, Document, Problem, read_json

Step = str | int


def nfc(value: Any) -> Any:
    match value:
        case str():
            return normalize("NFC", value)
        case list():
            return [nfc(element) for element in value]
        case dict():
            return {nfc(key): nfc(member) for key, member in value.items()}
    return value


def objects(members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    pairs = st.tuples(st.text(), members)
    return st.lists(pairs, unique_by=lambda pair: nfc(pair[0])).map(dict)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**29), 10**29)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | objects(inner), max_leaves=20)
CHARACTERS = "[]{},:\"'\\/ \n\r\t\0\x1f\x7f\xa0-+.eE019aå\ufeff\u2028"
WORDS = ["//", "\\u", "\\ud800", "null", "NaN", "Infinity", "-Infinity", "tru", "1e999", '"a":']
FRAGMENTS = st.sampled_from(["", "1" * 31, "[" * MAX_DEPTH, *WORDS, *CHARACTERS])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    value, indent = draw(VALUES), draw(st.sampled_from([None, 1]))
    text = json.dumps(value, indent=indent, ensure_ascii=draw(st.booleans()))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 2))
        text = text[:start] + draw(FRAGMENTS) + text[end:]
    return text


def read_well(data: bytes) -> Document:
    document, problems = read_json(data)
    assert document is not None
    assert problems == []
    return document


def problem_in(data: bytes) -> Problem:
    _, (problem,) = read_json(data)
    return problem


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
@example({"e\u0301": "A\u030a"}, False, None)
def test_gives_the_value_back_in_nfc(value: Any, ascii_only: bool, indent: int | None) -> None:
    data = json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode()
    read = read_well(data).value
    assert read == nfc(value)
    assert json.dumps(read) == json.dumps(nfc(value))  # tells 1 from 1.0 and True


@given(st.binary() | st.text().map(str.encode) | mutated().map(str.encode))
def test_never_raises_on_any_bytes(data: bytes) -> None:
    document, problems = read_json(data)
    assert document is not None or problems
    for problem in problems:
        assert problem.line >= 1
        assert all(isinstance(arg, str) for arg in problem.args.values())


@given(mutated())
@example("[1,]")
@example("[01]")
@example("1.")
@example('"\t"')
@example("\xa01")
@example('{"a" 1}')
def test_accepts_what_json_accepts(text: str) -> None:
    document, problems = read_json(text.encode())
    codes = {problem.code for problem in problems}
    if "too_deep" in codes or text.startswith("\ufeff"):
        return
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        assert document is None
    else:
        assert document is not None
        assert codes <= {"duplicate_key", "not_a_number", "number_too_long", "lone_surrogate"}
        if not codes:
            assert document.value == nfc(value)


def lines_of(value: Any, path: tuple[Step, ...], line: int) -> Iterator[tuple[Any, int]]:
    """Give the line of every value in a dump with indentation."""
    yield path, line
    for step, child in steps(value):
        yield from lines_of(child, (*path, step), line + 1)
        line += height(child)


def height(value: Any) -> int:
    inside = sum(height(child) for _, child in steps(value))
    return inside + 2 if inside else 1


def steps(value: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value if isinstance(value, list) else [])


@given(VALUES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_of_every_value(value: Any, newline: str) -> None:
    document = read_well(json.dumps(value, indent=2).replace("\n", newline).encode())
    assert dict(document.lines) == dict(lines_of(nfc(value), (), 1))


def test_line_of_a_member_is_the_line_of_its_key() -> None:
    document = read_well(b'\n{\n"a":\n\n[1,\n2]}')
    assert dict(document.lines) == {(): 2, ("a",): 3, ("a", 0): 5, ("a", 1): 6}
    assert len(document.lines) == 4


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ([], 1),
        (["a"], 2),
        (["a", 0, "deep", 7], 3),
        (["a", 1], 4),
        (["a", 2], 2),
        (["a", -1], 2),
        (["a", "x"], 2),
        (["b"], 1),
        ([0], 1),
    ],
)
def test_line_of_the_nearest_known_ancestor(path: list[Step], line: int) -> None:
    assert read_well(b'{\n"a": [\n0,\n1]}').line(path) == line


def test_line_without_any_known_line() -> None:
    assert Document(None, {}).line(["a"]) == 1


def test_byte_order_mark_at_the_start_is_ignored() -> None:
    assert read_well(b'\xef\xbb\xbf{"a": 1}').value == {"a": 1}


@pytest.mark.parametrize(
    ("data", "line", "code", "args"),
    [
        (b"", 1, "empty", {}),
        (b"\xef\xbb\xbf \r\n\t", 1, "empty", {}),
        (b'["\n\0\0"]', 2, "nul", {"column": "1"}),
        (b"{}\n\xef\xbb\xbf{}", 2, "byte_order_mark", {"column": "1"}),
        (b"\xef\xbb\xbf\xef\xbb\xbf{}", 1, "byte_order_mark", {"column": "1"}),
        (
            b'[\r\n"p\xe5"]',
            2,
            "not_utf8",
            {"offset": "5", "byte": "0xE5", "latin1": "yes", "encoding": ""},
        ),
        (
            b'"\xff\x81"',
            1,
            "not_utf8",
            {"offset": "1", "byte": "0xFF", "latin1": "no", "encoding": ""},
        ),
        *(
            (
                mark + "{}".encode(encoding),
                1,
                "not_utf8",
                {
                    "offset": "0" if mark[0] else "2",
                    "byte": f"0x{mark[0] or mark[2]:02X}",
                    "latin1": "no",
                    "encoding": encoding[:6],
                },
            )
            for mark, encoding in [
                (b"\xff\xfe", "UTF-16-LE"),
                (b"\xfe\xff", "UTF-16-BE"),
                (b"\xff\xfe\0\0", "UTF-32-LE"),
                (b"\0\0\xfe\xff", "UTF-32-BE"),
            ]
        ),
    ],
)
def test_text_that_cannot_be_read(data: bytes, line: int, code: str, args: dict[str, str]) -> None:
    assert read_json(data) == (None, [Problem(line, code, args)])


def test_utf16_without_a_mark_has_nul_characters() -> None:
    assert problem_in("{}".encode("utf-16-le")).code == "nul"


def test_too_large_is_not_parsed() -> None:
    args = {"bytes": str(MAX_BYTES + 1), "limit": str(MAX_BYTES)}
    assert problem_in(b"\xff" * (MAX_BYTES + 1)) == Problem(1, "too_large", args)
    assert problem_in(b" " * MAX_BYTES).code == "empty"


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":\n'])
def test_too_deep_is_found_quickly(opening: bytes) -> None:
    start = time.perf_counter()
    problem = problem_in(opening * 100_000)
    assert time.perf_counter() - start < 1
    assert problem.code == "too_deep"
    assert problem.args["limit"] == str(MAX_DEPTH)


def test_depth_up_to_the_limit() -> None:
    read_well(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)
    data = b"[\n" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)
    args = {"column": "1", "limit": str(MAX_DEPTH)}
    assert read_json(data) == (None, [Problem(MAX_DEPTH + 1, "too_deep", args)])


@pytest.mark.parametrize(
    ("text", "value", "line", "code", "args"),
    [
        ("[\n NaN]", [None], 2, "not_a_number", {"column": "2", "found": "NaN"}),
        ("[Infinity]", [None], 1, "not_a_number", {"column": "2", "found": "Infinity"}),
        ("-Infinity", None, 1, "not_a_number", {"column": "1", "found": "-Infinity"}),
        ("1e999", None, 1, "not_a_number", {"column": "1", "found": "1e999"}),
        (
            "-" + "1" * 31,
            0,
            1,
            "number_too_long",
            {"column": "1", "digits": "31", "limit": "30"},
        ),
        (
            "1." + "0" * 9000,
            0,
            1,
            "number_too_long",
            {"column": "1", "digits": "9001", "limit": "30"},
        ),
        (
            r'["a\ud800b"]',
            ["a\ufffdb"],
            1,
            "lone_surrogate",
            {"column": "2", "code_point": "U+D800"},
        ),
        (
            r'{"\udc00": 1}',
            {"\ufffd": 1},
            1,
            "lone_surrogate",
            {"column": "2", "code_point": "U+DC00"},
        ),
        (
            '{"å": 1,\n "a\u030a": [2]}',
            {"å": 1},
            2,
            "duplicate_key",
            {"column": "2", "key": "å", "first": "1"},
        ),
        (
            f'{{"{"k" * 99}": [], "{"k" * 99}": 1}}',
            {"k" * 99: []},
            1,
            "duplicate_key",
            {"column": "109", "key": "k" * 59 + "…", "first": "1"},
        ),
    ],
)
def test_reading_goes_on(text: str, value: Any, line: int, code: str, args: dict[str, str]) -> None:
    document, problems = read_json(text.encode())
    assert document is not None
    assert document.value == value
    assert problems == [Problem(line, code, args)]


def test_longest_number() -> None:
    assert read_well(b"-" + b"9" * 30).value == -(10**30 - 1)


def test_surrogate_pair_is_one_character() -> None:
    assert read_well(rb'"\ud83d\ude00"').value == "😀"


def test_the_first_of_two_members_keeps_its_lines() -> None:
    document, _ = read_json(b'{"a":\n1, "a": {\n"b": 2}}')
    assert document is not None
    assert dict(document.lines) == {(): 1, ("a",): 1}


def test_all_problems_are_collected_before_the_one_that_ends_it() -> None:
    data = b'{"a": NaN,\n"a": "\\ud800",\n"b": ' + b"1" * 31 + b",\n}"
    document, problems = read_json(data)
    assert document is None
    assert [(problem.line, problem.code) for problem in problems] == [
        (1, "not_a_number"),
        (2, "duplicate_key"),
        (2, "lone_surrogate"),
        (3, "number_too_long"),
        (3, "not_json"),
    ]


def test_collected_problems_have_a_ceiling() -> None:
    _, problems = read_json(b"[" + b"NaN," * 5000 + b"]")
    assert len(problems) == json_reader.MAX_PROBLEMS + 1
    assert problems[-1].code == "not_json"


SLIPS = [
    ("[1\n,\n]", 2, 1, "bracket", ",", "trailing_comma"),
    ('{"a": 1,}', 1, 8, "brace", ",", "trailing_comma"),
    ("{'a': 1}", 1, 2, "key", "'", "single_quote"),
    ("{\"a\": 'b'}", 1, 7, "value", "'", "single_quote"),
    ("// hi\n{}", 1, 1, "value", "/", "comment"),
    ("{/* hi */}", 1, 2, "key", "/", "comment"),
    ("[1 # one\n]", 1, 4, "comma_or_bracket", "#", "comment"),
    ("{} // done", 1, 4, "end", "/", "comment"),
    ('{"a": 1\n "b": 2}', 2, 2, "comma_or_brace", '"', "missing_comma"),
    ("[{}{}]", 1, 4, "comma_or_bracket", "{", "missing_comma"),
    ("[1 -2]", 1, 4, "comma_or_bracket", "-", "missing_comma"),
    ("{år: 1}", 1, 2, "key", "år", "unquoted_key"),
    ("{} {}", 1, 4, "end", "{", "extra_data"),
    ("nullx", 1, 5, "end", "x", "extra_data"),
    ("[01]", 1, 3, "comma_or_bracket", "1", ""),
    ('{"a": 1]', 1, 8, "comma_or_brace", "]", ""),
    ('{"a" 1}', 1, 6, "colon", "1", ""),
    ("{5: 1}", 1, 2, "key", "5", ""),
    ("[1,,2]", 1, 4, "value", ",", ""),
    ("[True]", 1, 2, "value", "True", ""),
    ("[-]", 1, 2, "value", "-", ""),
    ("x" * 99, 1, 1, "value", "x" * 60, ""),
    ("[1,\n", 2, 1, "value", "", ""),
    ('["\\q"]', 1, 3, "escape", "\\q", ""),
    ('["\\', 1, 3, "escape", "\\", ""),
    ('["a\nb"]', 1, 4, "closing_quote", "\n", ""),
    ('["abc', 1, 6, "closing_quote", "", ""),
]


@pytest.mark.parametrize(("text", "line", "column", "expected", "found", "slip"), SLIPS)
def test_not_json(text: str, line: int, column: int, expected: str, found: str, slip: str) -> None:
    args = {"column": str(column), "expected": expected, "found": found, "slip": slip}
    assert read_json(text.encode()) == (None, [Problem(line, "not_json", args)])


@pytest.mark.parametrize("text", ['"', '"\\', '"\\q"', '"a\nb"', '"\\u12'])
def test_broken_string_without_the_scanner_in_c(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_reader, "scanstring", json.decoder.py_scanstring)  # type: ignore[attr-defined]
    assert problem_in(text.encode()).code == "not_json"


def test_endless_marks_are_left_as_they_are() -> None:
    marks = "\u0315\u0316" * 500_000
    start = time.perf_counter()
    assert read_well(f'"e\u0301 a{marks} e\u0301"'.encode()).value == f"é a{marks} é"
    assert time.perf_counter() - start < 5


def test_a_megabyte_is_read_quickly() -> None:
    answer = {"question": "1.1.1", "answer": "ja", "comment": "Følger opp " * 6, "by": ["a", "b"]}
    data = json.dumps([answer] * 5000, indent=2, ensure_ascii=False).encode()
    assert len(data) > 900_000
    start = time.perf_counter()
    read_well(data)
    assert time.perf_counter() - start < 2  # 0.15 s on a quiet machine
