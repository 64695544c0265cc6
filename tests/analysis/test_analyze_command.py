"""The command ``analyze``: what it writes where, and with which exit code it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import coalcheck
from coalcheck import cli
from coalcheck.engine import analyze as engine
from coalcheck.engine.analysis import proving
from coalcheck.engine.analysis.counting import BadBudget, seconds
from coalcheck.engine.analysis.proving import NotReplayed, replayed
from coalcheck.engine.api import load_charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.proof.prove import prove

ROOT = Path(__file__).parents[2]
HEALTHY = str(ROOT / "fixtures/coalitions/home-and-health/charter.yaml")
TALKED = """\
name: Home and Health
members: [{id: mercy}, {id: clinic}, {id: tenants}, {id: parents}, {id: housing}]
weights: {shares: {mercy: 3, clinic: 1, tenants: 1, parents: 1, housing: 1}}
decisions:
  budget: {covers: [spend], passes: more than half of shares}
  change: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
"""


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["coalcheck", "analyze", *arguments])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.fixture
def charter(tmp_path: Path) -> str:
    path = tmp_path / "charter.yaml"
    path.write_text(TALKED, encoding="utf-8")
    return str(path)


def test_a_healthy_charter_ends_with_nought(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, HEALTHY, "--fail-on", "info") == 0
    assert "Nobody can carry a decision alone." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "code"),
    [
        pytest.param((), 0, id="what is good practice is no reason to end otherwise"),
        pytest.param(("--fail-on", "info"), 1, id="unless that is asked for"),
        pytest.param(("--fail-on", "info", "--exit-zero"), 0, id="or not at all"),
    ],
)
def test_the_exit_code_says_whether_what_is_demanded_holds(
    monkeypatch: pytest.MonkeyPatch, charter: str, more: tuple[str, ...], code: int
) -> None:
    assert run(monkeypatch, charter, *more) == code


def test_a_rule_that_cannot_be_counted_is_no_success(monkeypatch: pytest.MonkeyPatch, charter: str) -> None:
    text = Path(charter).read_text("utf-8").replace("all members", "two thirds")
    Path(charter).write_text(text, encoding="utf-8")
    assert run(monkeypatch, charter) == 1


def test_what_is_not_computed_is_left_to_validate(charter: str) -> None:
    codes = {each.code for each in engine.analyze(charter).demanded}
    assert "D491" in codes
    assert not any(code.startswith(("P2", "E5", "S6")) for code in codes)


@pytest.mark.parametrize("text", ["soon", "-1", "nan", "inf", "1e12"])
def test_a_budget_is_a_number_of_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    with pytest.raises(BadBudget):
        seconds(text)
    assert run(monkeypatch, HEALTHY, f"--budget={text}") == 2
    assert "write --budget 60" in capsys.readouterr().err


def test_a_file_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "nowhere.yaml") == 2
    assert "nowhere.yaml cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[1, 2]", "name: x\n", "a: [", "just words"])
def test_what_is_no_charter_is_told_and_does_not_pass(tmp_path: Path, text: str) -> None:
    path = tmp_path / "charter.yaml"
    path.write_text(text, encoding="utf-8")
    found = engine.analyze(path)
    assert found.groups == ()
    assert found.exit_code() == 1


def test_files_are_written_where_it_is_said(
    monkeypatch: pytest.MonkeyPatch, charter: str, tmp_path: Path
) -> None:
    page, picture = tmp_path / "page.json", tmp_path / "power.svg"
    assert run(monkeypatch, charter, "--format", "json", "--output", str(page), "--svg", str(picture)) == 0
    assert json.loads(page.read_text("utf-8"))["groups"][0]["decisions"] == ["budget"]
    assert picture.read_text("utf-8").startswith("<svg")


def test_without_a_terminal_nobody_is_asked() -> None:
    """What costs too much is left out; the page names the flag that allows it."""
    done = subprocess.run(
        [sys.executable, "-m", "coalcheck", "analyze", HEALTHY, "--budget", "0"],
        env={"PYTHONPATH": str(Path(coalcheck.__file__).parents[1])},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "--budget" in done.stdout


def test_somebody_who_waits_is_asked_and_may_allow_it() -> None:
    asked: list[str] = []

    def ask(question: str) -> bool:
        asked.append(question)
        return True

    found = engine.analyze(HEALTHY, budget=0, ask=ask)
    assert asked
    assert all("Count it?" in question for question in asked)
    assert all(group.counted is not None for group in found.groups)
    refused = engine.analyze(HEALTHY, budget=0, ask=lambda question: False)
    assert refused.costly
    assert all(group.counted is None for group in refused.groups)


CHARTERS = sorted((ROOT / "fixtures/coalitions").glob("*/charter.yaml"))


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: path.parent.name)
def test_every_case_is_judged_again_before_it_is_told(path: Path) -> None:
    charter = load_charter(path)
    for answer in prove(charter, cases=1_000):
        shown = replayed(charter, answer)
        assert len(shown) == len(answer.witnesses)
        assert [(each.outcome == "adopted") for each in shown] == [bool(w.adopted) for w in answer.witnesses]


def test_a_case_that_is_judged_otherwise_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from msgspec.structs import replace

    def lying(*given: Any, **more: Any) -> Verdict:
        verdict = honest(*given, **more)
        return replace(verdict, outcome="rejected" if verdict.outcome == "adopted" else "adopted")

    honest = decide
    monkeypatch.setattr(proving, "decide", lying)
    path = ROOT / "fixtures/coalitions/clean-air/charter.yaml"
    with pytest.raises(NotReplayed):
        engine.analyze(path)
    assert run(monkeypatch, str(path)) == 4
    assert capsys.readouterr().out == ""


def test_unknown_is_never_told_as_holding() -> None:
    found = engine.analyze(ROOT / "fixtures/coalitions/cyber/charter.yaml", budget=0)
    answers = {each.answer.status for each in found.properties}
    assert "unknown" in answers
    from coalcheck.engine.report.analysis import renderer
    from coalcheck.engine.report.parts.options import Options

    text = renderer("plain")(found, Options())
    assert "Not known: " in text
    holds = sum(each.answer.status == "holds" for each in found.properties)
    assert f"{holds} of {len(found.properties)} properties that were asked for hold" in text
