"""Reference figures: every row a figure with year and source, every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompass.content.location import content_root
from kompass.content.registers import municipalities, reference_figures
from kompass.errors import InvalidContentError

FILE = "questionnaires/registers/reference.csv"
HEAD = "measure,group,year,points,evaluations,source\n"
ROW = 'mean,all,2022,362,66,"Rapport, januar"\n'


def write(root: Path, text: str, encoding: str = "utf-8", name: str = "reference.csv") -> Path:
    folder = root / "questionnaires" / "registers"
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding)
    return root


def test_a_row_is_a_figure(tmp_path: Path) -> None:
    [figure] = reference_figures(write(tmp_path, HEAD + ROW))
    assert (figure.measure, figure.group, figure.year) == ("mean", "all", 2022)
    assert (figure.points, figure.evaluations) == (362, 66)
    assert figure.source == "Rapport, januar"


def test_a_file_as_excel_saves_it(tmp_path: Path) -> None:
    [figure] = reference_figures(write(tmp_path, HEAD + ROW, "utf-8-sig"))
    assert figure.measure == "mean"


def test_without_a_register_there_is_nothing(tmp_path: Path) -> None:
    assert reference_figures(tmp_path) == ()
    assert municipalities(tmp_path) == {}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("mode,all,2022,1,1,x", "measure: "),
        ("mean,under_5000,2022,1,1,x", "group: "),
        ("mean,all,i fjor,1,1,x", "year: "),
        ("mean,all,2022,mange,1,x", "points: "),
        ("mean,all,2022,nan,1,x", "points: "),
        ("mean,all,2022,-1,1,x", "points: "),
        ("mean,all,2022,1,0,x", "evaluations: "),
        ("mean,all,2022,1,1", "source: "),
        ("mean,all,2022,1,1,x,y", "None: "),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_file_and_line(
    tmp_path: Path, row: str, words: str
) -> None:
    root = write(tmp_path, f"{HEAD}{ROW}\n{row}\n{ROW}")
    with pytest.raises(InvalidContentError) as problem:
        reference_figures(root)
    [fault] = problem.value.faults
    assert (fault.file, fault.line) == (FILE, 4)
    assert fault.text.startswith(words)


def test_every_wrong_row_is_told_at_once(tmp_path: Path) -> None:
    root = write(tmp_path, f"{HEAD}mode,all,2022,1,1,x\n{ROW}mean,all,2022,1,x,x\n")
    with pytest.raises(InvalidContentError) as problem:
        reference_figures(root)
    assert [(it.line, it.text[:4]) for it in problem.value.faults] == [(2, "meas"), (4, "eval")]


def test_the_figures_kompass_comes_with_are_whole() -> None:
    figures = reference_figures(content_root())
    assert {it.group for it in figures} == {"all", "under-5000", "5000-10000"}
    keys = [(it.measure, it.group, it.year) for it in figures]
    assert len(set(keys)) == len(keys)
    assert all(0 < it.points < 800 and str(it.year) in it.source for it in figures)
    for year in {it.year for it in figures}:
        found = {it.measure: it.points for it in figures if (it.year, it.group) == (year, "all")}
        assert found["normal_low"] < found["normal_high"]


def test_municipalities_by_number(tmp_path: Path) -> None:
    root = write(tmp_path, "number,name\n0301,Oslo\n3422,Åmot\n", name="municipalities.csv")
    assert municipalities(root) == {"0301": "Oslo", "3422": "Åmot"}
