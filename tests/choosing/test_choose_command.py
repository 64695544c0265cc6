"""``coalcheck choose``: exit codes, formats, and that nothing is written anywhere."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coalcheck import cli

FIXTURES = Path(__file__).parents[2] / "fixtures" / "choosing"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*args: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalcheck", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Ran(end.value.code, out, err)

    return run


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("candidates: {local-9: {criteria: {trust: 3}}}\n", 0, id="an answer"),
        pytest.param("we_need: {overlap: one issue}\n", 0, id="what we need is an answer too"),
        pytest.param("candidates: {local-9: {criteria: {trust: 9}}}\n", 1, id="to settle in the file"),
        pytest.param("candidates: {local-9: {criteria: }, b: {}}\n", 0, id="worth a talk is not enough"),
        pytest.param("name: X\nmembers: [{id: a}]\n", 2, id="a charter"),
        pytest.param("", 3, id="an empty file"),
        pytest.param("# nothing yet\n", 3, id="notes only"),
        pytest.param("- a\n- b\n", 3, id="a list"),
        pytest.param("choosing: 1\nours: breathe\n", 3, id="no candidate and no need"),
        pytest.param("\0\n", 1, id="no text at all"),
    ],
)
def test_exit_code(run: Callable[..., Ran], text: str, code: int) -> None:
    ran = run("choose", "-", stdin=text)
    assert ran.code == code
    assert bool(ran.out) is not bool(ran.err)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(["nowhere.yaml"], "cannot be read: no such file", id="no file"),
        pytest.param(["."], "cannot be read", id="a folder"),
        pytest.param([], "private/choosing.yaml cannot be read", id="no file where one is looked for"),
        pytest.param(["-", "--output", "x.txt"], "--output", id="nothing is kept"),
        pytest.param(["-", "--format", "sarif"], "sarif", id="another format"),
    ],
)
def test_what_cannot_be_done(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, args: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("choose", *args)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_it_is_looked_for_in_its_usual_place(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("private").mkdir()
    Path("private/choosing.yaml").write_bytes((FIXTURES / "one.yaml").read_bytes())
    ran = run("choose")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Choosing partners, for breathe alone: 1 candidate\n")
    assert [path.name for path in tmp_path.rglob("*")] == ["private", "choosing.yaml"]


@pytest.mark.parametrize("form", ["text", "plain", "json"])
def test_a_file_beside_a_charter_is_said_in_every_format(
    run: Callable[..., Ran], tmp_path: Path, form: str
) -> None:
    (tmp_path / "charter.yaml").write_text("name: X\n", encoding="utf-8")
    file = tmp_path / "choosing.yaml"
    file.write_bytes((FIXTURES / "one.yaml").read_bytes())
    assert "lies beside a charter" in " ".join(run("choose", str(file), "--format", form).out.split())


def test_the_first_five_of_each_and_all_of_them(run: Callable[..., Ran]) -> None:
    text = (FIXTURES / "several.yaml").read_text(encoding="utf-8")
    some, everything = (run("choose", "-", *more, stdin=text).out for more in ([], ["--all"]))
    assert "more: --all" in some
    assert "more: --all" not in everything
    assert len(everything) > len(some)


def test_what_comes_from_a_file_cannot_command_the_screen(run: Callable[..., Ran]) -> None:
    text = 'candidates: {a: {name: "A\\e[2J\\u202eB", criteria: {trust: {score: 1, because: "x\\e[31m"}}}}\n'
    for form in ("text", "plain"):
        assert not {"\x1b", "\u202e"} & set(run("choose", "-", "--format", form, stdin=text).out)


def test_the_schema_of_private_files_can_be_had(run: Callable[..., Ran]) -> None:
    private, charter = json.loads(run("schema", "choosing").out), json.loads(run("schema", "charter").out)
    assert private["$id"].endswith("choosing-1.json")
    assert charter == json.loads(run("schema").out)
