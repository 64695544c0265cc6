"""The command ``check``: what it ends with, and what reaches the reader, through the whole engine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

pytest_plugins = ("running",)

Run: TypeAlias = Callable[..., Any]
"""The fixture ``run``: words of the command line to its exit code and what was printed."""

CARRIED = "action: joint\ndate: 2026-05-04\nballots: {for: [breathe, dockers], against: [parents]}\n"
LOST = "action: joint\ndate: 2026-05-04\nballots: {for: [breathe], against: [dockers, parents]}\n"
ABSENT = "action: joint\ndate: 2026-05-04\nballots: {for: [breathe]}\n"
LAPSED = CARRIED.replace("2026-05-04", "2026-11-04")
VAGUE = CARRIED.replace("action: joint", "action: vague")
PROPOSED = "action: joint\ndate: 2026-05-04\n"
VETOED = f"{CARRIED}vetoes: [{{by: parents, date: 2026-05-05}}]\n"
LATER = ("--as-of", "2026-05-20")


@pytest.mark.parametrize(
    ("letter", "answer", "code"),
    [
        pytest.param(CARRIED, "carried", 0, id="carried"),
        pytest.param(LOST, "not carried", 1, id="not carried"),
        pytest.param(ABSENT, "no quorum", 1, id="no quorum"),
        pytest.param(VETOED, "blocked by a veto", 1, id="vetoed"),
        pytest.param(LAPSED, "not authorised by the charter", 1, id="not authorised"),
        pytest.param(VAGUE, "the charter does not say", 1, id="the charter does not say"),
        pytest.param(PROPOSED, "a proposal, not voted on yet", 1, id="proposed"),
        pytest.param(f"{CARRIED}recorded: adopted\n", "carried", 0, id="carried, as in the minutes"),
        pytest.param(f"{LOST}recorded: rejected\n", "not carried", 0, id="not carried, as in the minutes"),
        pytest.param(
            f"{ABSENT}recorded: rejected\n", "no quorum", 0, id="no quorum, minutes say not carried"
        ),
        pytest.param(f"{VETOED}recorded: rejected\n", "veto", 0, id="vetoed, minutes say not carried"),
        pytest.param(f"{VETOED}recorded: vetoed\n", "veto", 0, id="vetoed, as in the minutes"),
        pytest.param(f"{LOST}recorded: no-quorum\n", "not carried", 1, id="another reason in the minutes"),
        pytest.param(f"{LOST}recorded: adopted\n", "not carried", 1, id="minutes say carried"),
        pytest.param(f"{CARRIED}recorded: rejected\n", "carried", 1, id="minutes say not carried"),
        pytest.param(f"{VAGUE}recorded: adopted\n", "does not say", 1, id="minutes cannot be checked"),
        pytest.param(f"{CARRIED}colour: blue\n", "carried", 1, id="carried, in a file with a fault"),
    ],
)
def test_answer_and_exit_code(run: Run, letter: str, answer: str, code: int) -> None:
    ran = run("charter.yaml", "letter.yaml", *LATER, letter=letter)
    first = ran.out.splitlines()[0]

    assert first.endswith(answer)
    assert ran.code == code
    assert ran.err == ""


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param((), 2, "Name the charter first", id="nothing typed"),
        pytest.param(("charter.yaml", "other.yaml"), 2, "other.yaml cannot be read", id="no such action"),
        pytest.param(("other.yaml", "letter.yaml"), 2, "other.yaml cannot be read", id="no such charter"),
        pytest.param(("letter.yaml", "charter.yaml"), 2, "name its charter first", id="the wrong way round"),
        pytest.param(("charter.yaml", "charter.yaml"), 2, "is the charter", id="the charter twice"),
        pytest.param(("-", "letter.yaml"), 2, "charter comes first", id="a charter from the input"),
        pytest.param(("charter.yaml", "letter.yaml", "--vote", "dockers"), 2, "is no vote", id="no answer"),
        pytest.param(("charter.yaml", "letter.yaml", "--vote", "x=for"), 2, "is called", id="no such member"),
        pytest.param(("charter.yaml", "letter.yaml", "--date", "soon"), 2, "no", id="no day"),
        pytest.param(("charter.yaml", "letter.yaml", "--as-of", "soon"), 2, "is not a day", id="no as-of"),
        pytest.param(("charter.yaml", "letter.yaml", "--ballots", "x.csv"), 2, "x.csv cannot", id="no sheet"),
        pytest.param(
            ("charter.yaml", "letter.yaml", "--action", "speak"), 2, "not by both", id="file and options"
        ),
        pytest.param(("charter.yaml",), 3, "no action", id="no action"),
        pytest.param(("empty",), 3, "no charter", id="no charter in the folder"),
        pytest.param(("charter.yaml", "empty"), 3, "no action", id="no action in the folder"),
    ],
)
def test_what_cannot_be_done(run: Run, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    (tmp_path / "empty").mkdir()
    ran = run(*words, letter=CARRIED)

    assert ran.code == code
    assert said in ran.err
    assert ran.out == ""


def test_a_file_that_cannot_be_read_hides_no_answer(run: Run) -> None:
    ran = run("charter.yaml", "letter.yaml", "other.yaml", *LATER, letter=CARRIED)

    assert ran.code == 2
    assert "carried" in ran.out
    assert "other.yaml cannot be read" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("--exit-zero",), 0, id="report only"),
        pytest.param(("--fail-on", "warning"), 1, id="stricter"),
    ],
)
def test_how_grave_is_grave(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("charter.yaml", "letter.yaml", *words, letter=LOST).code == code


def test_the_same_files_give_the_same_text(run: Run) -> None:
    words = ("charter.yaml", "letter.yaml", "--format", "json")
    first, second = run(*words, letter=VETOED), run(*words, letter=VETOED)

    assert first == second
    assert json.loads(first.out)["as_of"] == "2026-05-04"


def test_several_formats_at_once(run: Run, tmp_path: Path) -> None:
    words = ("--format", "plain", "--format", "json", "--output", "out.json")
    ran = run("charter.yaml", "letter.yaml", *words, *LATER, letter=CARRIED)
    kept = json.loads((tmp_path / "out.json").read_text("utf-8"))

    assert ran.out.startswith("Joint, 4 May 2026: carried.\n")
    assert kept["results"][0]["verdict"] == kept["results"][0]["decision"]["outcome"] == "adopted"
    assert kept["results"][0]["scope"] == "in"


def test_who_was_absent_has_a_name_only_where_it_is_asked_for(run: Run) -> None:
    quiet = run("charter.yaml", "letter.yaml", "--format", "json", letter=ABSENT)
    plain = run("charter.yaml", "letter.yaml", letter=ABSENT)
    named = run("charter.yaml", "letter.yaml", "--names", letter=ABSENT)

    assert "Parents" not in plain.out
    assert "parents" not in json.dumps(json.loads(quiet.out)["results"][0]["decision"]["members"])
    assert "Parents for Clean Schools" in named.out


def test_a_coalitions_own_policy_is_asked_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    own = """\
code: L001
name: carried-by-one-vote
title: Something done
severity: warning
subject: action
when: {outcome: adopted}
at: action
message: Tell the funders of {decision}
why: We promised it.
fix: Write to them.
"""
    (tmp_path / "policies" / "carried-by-one-vote.yaml").write_text(own, "utf-8")
    ran = run("charter.yaml", "letter.yaml", *LATER, letter=CARRIED)

    assert "Tell the funders of joint" in ran.out
    assert ran.code == 0
    assert run("charter.yaml", "letter.yaml", *LATER, "--fail-on", "warning").code == 1


def test_a_fault_of_ours_is_never_an_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.delenv("COALCHECK_DEBUG", raising=False)
    monkeypatch.setattr("coalcheck.engine.checking.asking.decide", broken)
    ran = run("charter.yaml", "letter.yaml", letter=CARRIED)

    assert ran.code == 4
    assert ran.out == ""
    assert "fault of coalcheck" in ran.err
