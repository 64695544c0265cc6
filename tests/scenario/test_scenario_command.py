"""The command: what it finds, what it exits with, and that nothing is green by accident."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from suites import CHARTER

from coalcheck import cli
from coalcheck.door.ending import exit_code_of

GOOD = """\
test: How we decide
as_of: 2026-05-02
given: {date: 2026-05-01, topics: [night-ban], action: joint}
cases:
  - {id: all-agree, for: 3, expect: carried}
  - {id: one-against, for: 2, against: 1, expect: carried}
"""
BAD = GOOD.replace("against: 1, expect: carried", "against: 1, expect: not carried")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Folder:
    """A folder with a charter and tests, in which the command is run."""

    def __init__(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.path = path
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.chdir(path)
        self.write("charter.yaml", CHARTER)

    def write(self, name: str, text: str) -> None:
        place = self.path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def run(self, *words: str, typed: str = "") -> Ran:
        self._monkeypatch.setattr(sys, "argv", ["coalcheck", "test", *words])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        code = exit_code_of(cli.commands)
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    return Folder(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("files", "words", "code", "said"),
    [
        pytest.param({"tests/a.yaml": GOOD}, [], 0, "All 2 cases come out as expected.", id="as expected"),
        pytest.param({"tests/a.yaml": BAD}, [], 1, "1 of 2 cases does not come out as expected.", id="not"),
        pytest.param({"tests/a.yaml": BAD}, ["--exit-zero"], 0, "1 of 2 cases", id="asked to be green"),
        pytest.param({"tests/deep/a.yml": GOOD}, [], 0, "All 2 cases", id="in a folder below, and .yml"),
        pytest.param({"tests/a.yaml": GOOD}, ["tests"], 0, "All 2 cases", id="the folder by its name"),
        pytest.param({"tests/a.yaml": GOOD}, ["tests", "tests/a.yaml", "."], 0, "All 2", id="each once"),
        pytest.param({"else/a.yaml": GOOD}, ["."], 0, "", id="a test elsewhere, by its first word"),
        pytest.param({"cases.yaml": GOOD}, ["cases.yaml"], 0, "All 2 cases", id="beside the charter"),
        pytest.param({"tests/a.yaml": "# nothing yet\n"}, [], 1, "No case could be run", id="an empty file"),
        pytest.param({"tests/a.yaml": "test: x\n"}, [], 1, "No case could be run", id="no cases"),
        pytest.param({"tests/a.yaml": GOOD, "tests/b.yaml": "- x\n"}, [], 1, "point", id="one file is none"),
        pytest.param({"tests/a.yaml": GOOD}, ["-k", "all-agree"], 0, "The one case comes out", id="chosen"),
        pytest.param({"tests/a.yaml": BAD}, ["-k", "ALL-agree"], 0, "1 not asked for", id="the other"),
        pytest.param({"tests/a.yaml": BAD}, ["-k", "how we"], 1, "1 of 2", id="by the heading"),
        pytest.param({"tests/a.yaml": BAD}, ["-k", "a.yaml::one"], 1, "1 of 1", id="by file and id"),
        pytest.param({"tests/a.yaml": GOOD}, ["-k", "one", "-k", "all"], 0, "All 2", id="any of several"),
        pytest.param({"tests/a.yaml": GOOD}, ["--coverage"], 0, "NOT TRIED YET", id="with what is left"),
        pytest.param({"tests/a.yaml": GOOD}, ["--fail-under", "100"], 1, "100 % were asked for", id="gate"),
        pytest.param({"tests/a.yaml": GOOD}, ["--fail-under", "1.5%"], 0, "as asked", id="a low gate"),
    ],
)  # fmt: skip
def test_what_a_run_ends_with(
    folder: Folder, files: dict[str, str], words: list[str], code: int, said: str
) -> None:
    for name, text in files.items():
        folder.write(name, text)
    if "else/a.yaml" in files:
        folder.write("else/charter.yaml", CHARTER)

    ran = folder.run(*words)

    assert (ran.code, ran.err) == (code, "")
    assert said in ran.out


@pytest.mark.parametrize(
    ("files", "words", "code", "said"),
    [
        pytest.param({}, [], 3, "There is no test in .", id="no test"),
        pytest.param({"tests/a.yaml": GOOD}, ["-k", "al-agree"], 3, "mean all-agree?", id="misspelt"),
        pytest.param({"tests/a.yaml": GOOD}, ["-k", "all-agree", "-k", "zzz"], 3, "'zzz'", id="one of two"),
        pytest.param({"tests/a.yaml": GOOD}, ["tests/b.yaml"], 2, "b.yaml cannot be read", id="no file"),
        pytest.param({"tests/a.yaml": GOOD}, ["--fail-under", "most"], 2, "like 95 or 97.5", id="no share"),
        pytest.param({"tests/a.yaml": GOOD}, ["--fail-under", "101"], 2, "is not a share", id="too much"),
        pytest.param({"tests/a.yaml": GOOD}, ["--format", "xml"], 2, "xml", id="no format"),
        pytest.param(
            {"tests/a.yaml": GOOD},
            ["--format", "text", "--format", "junit"],
            2,
            "another --output",
            id="place",
        ),
    ],
)
def test_what_cannot_be_run_is_a_sentence_and_no_zero(
    folder: Folder, files: dict[str, str], words: list[str], code: int, said: str
) -> None:
    for name, text in files.items():
        folder.write(name, text)

    ran = folder.run(*words)

    assert ran.code == code
    assert said in ran.err
    assert ran.out == ""


def test_a_file_that_is_not_there_beside_one_that_is_runs_the_one_and_exits_with_2(folder: Folder) -> None:
    folder.write("tests/a.yaml", GOOD)

    ran = folder.run("tests", "nowhere.yaml")

    assert ran.code == 2
    assert "All 2 cases" in ran.out
    assert "nowhere.yaml cannot be read" in ran.err


def test_a_charter_that_cannot_be_read_in_full_is_told(folder: Folder) -> None:
    folder.write("charter.yaml", CHARTER + "exit: {notise: 7 days}\n")
    folder.write("tests/a.yaml", GOOD)

    ran = folder.run()

    assert ran.code == 1
    assert "unknown-key, C150" in ran.out
    assert "All 2 cases come out as expected; 1 point to settle in the files." in ran.out


def test_several_charters_keep_their_tests_apart(folder: Folder) -> None:
    strict = CHARTER.replace("at least 2/3 of votes cast", "all members").replace("Harbour Air", "Quay Air")
    folder.write("strict.charter.yaml", strict)
    folder.write("tests/a.yaml", GOOD)
    folder.write("tests/b.yaml", "charter: ../strict.charter.yaml\n" + BAD)

    ran = folder.run("--format", "json")

    assert ran.code == 0
    assert [each["name"] for each in json.loads(ran.out)["charters"]] == ["Harbour Air", "Quay Air"]


def test_standard_input_is_a_test_of_the_charter_here(folder: Folder) -> None:
    ran = folder.run("-", typed=GOOD)

    assert (ran.code, ran.err) == (0, "")
    assert "All 2 cases" in ran.out


def test_formats_go_where_they_are_sent(folder: Folder) -> None:
    folder.write("tests/a.yaml", BAD)

    ran = folder.run(
        "--format", "plain", "--format", "junit", "--output", "t.xml",
        "--format", "lcov", "--output", "c.lcov",
        "--format", "html", "--output", "c.html", "--format", "json", "--output", "t.json",
    )  # fmt: skip

    assert ran.code == 1
    assert ran.out.startswith("1 of 2 cases does not come out as expected.\n")
    suites = ElementTree.fromstring((folder.path / "t.xml").read_text("utf-8"))
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    assert "SF:charter.yaml\n" in (folder.path / "c.lcov").read_text("utf-8")
    assert "<h1>" in (folder.path / "c.html").read_text("utf-8")
    assert json.loads((folder.path / "t.json").read_text("utf-8"))["summary"]["failed"] == 1


def test_junit_counts_what_is_wrong_with_files_and_a_gate_that_is_not_met(folder: Folder) -> None:
    folder.write("tests/a.yaml", GOOD)
    folder.write("tests/b.yaml", "test: <nothing> & no case\n")

    ran = folder.run("--format", "junit", "--fail-under", "100")
    suites = ElementTree.fromstring(ran.out)
    wrong = [
        (suite.get("name"), case.get("name"), len(case.findall("failure")))
        for suite in suites
        for case in suite
        if case.find("failure") is not None
    ]

    assert ran.code == 1
    assert wrong == [
        ("charter.yaml", "how much of the charter is tried", 1),
        ("tests/b.yaml", "the file itself", 1),
    ]
    assert suites.get("failures") == "2"
    assert suites.get("tests") == str(sum(len(suite) for suite in suites))


@pytest.mark.parametrize("name", ["text", "plain", "json", "junit", "lcov", "html"])
def test_the_same_run_gives_the_same_text(folder: Folder, name: str) -> None:
    folder.write("tests/a.yaml", BAD)

    assert folder.run("--format", name, "--coverage") == folder.run("--format", name, "--coverage")


def test_what_stands_in_a_file_acts_on_no_screen_and_in_no_page(folder: Folder) -> None:
    folder.write("charter.yaml", CHARTER.replace("Harbour Air", '"<script>alert(1)</script>\\e[31m"'))
    marked = BAD.replace("How we decide", '"<b>x</b>\\e[31m"').replace("all-agree", '"<i>"')
    folder.write("tests/a.yaml", marked)

    page = folder.run("--format", "html").out
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    for name in ("text", "plain", "junit", "html"):
        assert "\x1b" not in folder.run("--format", name).out
    ElementTree.fromstring(folder.run("--format", "junit").out)
