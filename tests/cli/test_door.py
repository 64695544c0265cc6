"""The door: which arguments reach the engine, where the result goes, and with which code it ends.

The engine is played by a stand-in, so that every end can be brought about.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from coalcheck import cli
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.result import Heading, Report, Result
from coalcheck.engine.source.node import Span

engine = importlib.import_module("coalcheck.engine.validate")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Engine:
    """Stands in for ``validate``: notes what it was asked, and answers or fails as told."""

    def __init__(self) -> None:
        self.findings: list[Severity] = []
        self.failure: Exception | None = None
        self.paths: list[str] = []
        self.matcher = ""
        self.as_of = date.min
        self.strict = False
        self.read = b""

    def validate(
        self, paths: Sequence[str], *, matcher: str, as_of: date, stdin: Callable[[], bytes], strict: bool
    ) -> Report:
        self.paths, self.matcher, self.as_of, self.strict = list(paths), matcher, as_of, strict
        if "-" in paths:
            self.read = stdin()
        if self.failure:
            raise self.failure
        findings = tuple(
            Finding(
                f"D30{n}", f"point-{n}", severity, f"Point é {n}", "", "", True, "c.yaml", f"decisions.d{n}",
                Span(1, 1, 1, 5), f"{n}", "",
            )
            for n, severity in enumerate(self.findings)
        )  # fmt: skip
        heading = Heading("Clean Air", "coalition", "opportunistic", "draft", 3)
        result = Result(
            "c.yaml", "charter", findings, heading, notes=("One note.",), lines=("name: Clean Air",)
        )
        return Report((result,), as_of, "0", matcher)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Engine:
    stand_in = Engine()
    monkeypatch.setattr(engine, "validate", stand_in.validate)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COALCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return stand_in


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*args: str, **environment: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalcheck", *args])
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Ran(end.value.code, out, err)

    return run


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("found", "args", "code"),
    [
        pytest.param([], [], 0, id="clean"),
        pytest.param([ERROR], [], 1, id="to settle"),
        pytest.param([WARNING, INFO], [], 0, id="worth a talk is not enough"),
        pytest.param([WARNING], ["--fail-on", "warning"], 1, id="worth a talk, asked for"),
        pytest.param([INFO], ["--fail-on", "warning"], 0, id="good practice is less"),
        pytest.param([INFO], ["--fail-on", "info"], 1, id="good practice, asked for"),
        pytest.param([], ["--fail-on", "info"], 0, id="clean, whatever is asked for"),
        pytest.param([ERROR, WARNING], ["--exit-zero"], 0, id="for a report only"),
        pytest.param([ERROR], ["--format", "json"], 1, id="the format makes no difference"),
    ],
)
def test_exit_code(
    asked: Engine, run: Callable[..., Ran], found: list[Severity], args: list[str], code: int
) -> None:
    asked.findings = found
    assert run("validate", "c.yaml", *args).code == code


@pytest.mark.parametrize(
    ("failure", "end"),
    [
        pytest.param(
            engine.Unreadable("c.yaml", "no such file"), (2, "c.yaml cannot be read"), id="unreadable"
        ),
        pytest.param(
            engine.NothingToCheck("No charter in x."), (3, "No charter in x."), id="nothing to check"
        ),
        pytest.param(ZeroDivisionError("by zero"), (4, "ZeroDivisionError: by zero"), id="a bug"),
    ],
)
@pytest.mark.parametrize("zero", [[], ["--exit-zero"]], ids=["", "exit-zero"])
def test_what_cannot_be_answered(
    asked: Engine, run: Callable[..., Ran], failure: Exception, end: tuple[int, str], zero: list[str]
) -> None:
    asked.failure = failure
    ran = run("validate", "c.yaml", *zero)
    assert (ran.code, ran.out) == (end[0], "")
    assert end[1] in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_bug_says_how_to_report_it(asked: Engine, run: Callable[..., Ran]) -> None:
    asked.failure = ZeroDivisionError()
    assert "COALCHECK_DEBUG=1" in run("validate").err


def test_a_bug_shows_itself_to_who_looks_for_it(asked: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.failure = ZeroDivisionError()
    monkeypatch.setenv("COALCHECK_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["coalcheck", "validate"])
    with pytest.raises(ZeroDivisionError):
        cli.main()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        pytest.param(["validate", "--fail-on", "fatal"], "'fatal'", id="unknown word"),
        pytest.param(["validate", "--alll"], "--all", id="misspelt option"),
        pytest.param(["validate", "--format", "yaml"], "'json', 'junit', 'markdown'", id="unknown format"),
        pytest.param(["validate", "--as-of", "1 July 2026"], "2026-07-01", id="a day in words"),
        pytest.param(["validate", "--as-of", "20260701"], "2026-07-01", id="a day without dashes"),
        pytest.param(["validate", "--as-of", "2026-W27-3"], "2026-07-01", id="a day of a week"),
        pytest.param(["validate", "--as-of", "2026-02-30"], "2026-07-01", id="a day that is not"),
        pytest.param(["valdate"], "valdate", id="misspelt command"),
        pytest.param(
            ["validate", "--format", "json", "--format", "text"], "--output", id="two formats on the screen"
        ),
        pytest.param(
            ["validate", "--format", "json", "--output", "a", "--output", "b"], "json", id="two files for one"
        ),
        pytest.param(
            ["validate", "--format", "json", "--output", "a", "--format", "text", "--output", "a"],
            "one place", id="one file for two",
        ),
    ],
)  # fmt: skip
def test_typed_wrongly(asked: Engine, run: Callable[..., Ran], args: list[str], says: str) -> None:
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "error:" not in ran.err.lower()
    assert not asked.paths


@pytest.mark.usefixtures("asked")
def test_nothing_typed_gives_help(run: Callable[..., Ran]) -> None:
    ran = run()
    assert ran.code == 2
    assert "coalcheck validate charter.yaml" in ran.err


def test_what_is_typed_reaches_the_engine(asked: Engine, run: Callable[..., Ran]) -> None:
    run("validate", "--strict", "--matcher", "reference", "a.yaml", "b", "--as-of", "2026-07-01")
    assert asked.strict
    assert (asked.paths, asked.matcher, asked.as_of) == (["a.yaml", "b"], "reference", date(2026, 7, 1))


def test_without_a_path_it_is_this_folder_and_today(asked: Engine, run: Callable[..., Ran]) -> None:
    before = date.today()
    run("validate")
    assert (asked.paths, asked.matcher, asked.strict) == (["."], "auto", False)
    assert before <= asked.as_of <= date.today()


def test_a_lone_dash_is_standard_input(
    asked: Engine, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"name: \xff")))
    run("validate", "-")
    assert asked.read == b"name: \xff"


def test_a_closed_standard_input_is_empty(
    asked: Engine, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("validate", "-").code == 0
    assert asked.read == b""


def test_output_belongs_to_the_format_before_it(
    asked: Engine, run: Callable[..., Ran], tmp_path: Path
) -> None:
    asked.findings = [ERROR]
    first, second = tmp_path / "a", tmp_path / "b"
    ran = run(
        "validate", "--format", "json", "--output", str(first), "c.yaml", "--format", "text",
        "--format", "plain", "--output", str(second),
    )  # fmt: skip
    assert json.loads(first.read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert second.read_text(encoding="utf-8").startswith(
        "Clean Air, draft of an opportunistic coalition, 3 members.\n"
    )
    assert "SETTLE BEFORE SIGNING" in ran.out
    assert ran.code == 1


def test_output_alone_belongs_to_the_text(asked: Engine, run: Callable[..., Ran], tmp_path: Path) -> None:
    asked.findings = [ERROR]
    page = tmp_path / "page.txt"
    ran = run("validate", "--output", str(page), "--color", "always")
    assert ran.out == ""
    assert "SETTLE BEFORE SIGNING" in page.read_text(encoding="utf-8")
    assert "\x1b" not in page.read_text(encoding="utf-8")
    assert "Point é" in page.read_bytes().decode("utf-8")


@pytest.mark.usefixtures("asked")
def test_an_output_that_cannot_be_written(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run("validate", "--output", str(tmp_path))
    assert ran.code == 2
    assert f"{tmp_path} cannot be written: is a directory." in ran.err


@pytest.mark.parametrize(
    ("environment", "args", "coloured"),
    [
        pytest.param({}, [], False, id="not a terminal"),
        pytest.param({}, ["--color", "always"], True, id="always"),
        pytest.param({"FORCE_COLOR": "1"}, [], True, id="forced"),
        pytest.param({"FORCE_COLOR": "0"}, [], False, id="forced off"),
        pytest.param({"FORCE_COLOR": ""}, [], False, id="forced by nothing"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="forced and forbidden"),
        pytest.param({"NO_COLOR": "1"}, ["--color", "always"], True, id="the flag beats NO_COLOR"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], False, id="the flag beats FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": "1"}, ["--format", "plain"], False, id="plain has none"),
        pytest.param({"FORCE_COLOR": "1"}, ["--format", "json"], False, id="json has none"),
        pytest.param({"FORCE_COLOR": "1", "TERM": "dumb"}, [], True, id="forced on a dumb terminal"),
    ],
)
def test_colour(
    asked: Engine, run: Callable[..., Ran], environment: dict[str, str], args: list[str], coloured: bool
) -> None:
    asked.findings = [ERROR]
    assert ("\x1b[" in run("validate", *args, **environment).out) is coloured


def test_verbose_says_day_and_matcher_beside_the_result(asked: Engine, run: Callable[..., Ran]) -> None:
    quiet, loud = (
        run("validate"),
        run("validate", "--verbose", "--as-of", "2026-07-01", "--matcher", "reference"),
    )
    assert quiet.err == ""
    assert loud.err == "As of 2026-07-01, with the matcher reference.\n"
    assert "One note." in loud.out
    assert "One note." not in quiet.out
    assert asked.matcher == "reference"


def test_a_path_that_cannot_be_read_does_not_hide_what_is_found_in_another(tmp_path: Path) -> None:
    charter = tmp_path / "charter.yaml"
    charter.write_text("name: Clean Air\n", encoding="utf-8")
    command = [sys.executable, "-m", "coalcheck", "validate", str(charter), str(tmp_path / "nowhere.yaml")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Clean Air" in done.stdout
    assert "nowhere.yaml cannot be read" in done.stderr
