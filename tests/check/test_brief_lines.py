"""Of many actions those in order take a line: what would have changed them is then not even looked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Run

from coalcheck.engine.decide import door
from coalcheck.engine.decide.question import Question
from coalcheck.engine.decide.suggest import Suggested, smallest_changes
from coalcheck.engine.report.verdict import brief_above

pytest_plugins = ("running",)

LETTER = """\
action: change
title: Change {number}
date: 2026-04-{day}
notice: 2026-04-01
ballots: {{{answer}: [breathe, dockers, parents]}}
"""


def many(folder: Path, carried: int, other: int) -> None:
    letters = folder / "letters"
    letters.mkdir()
    for number in range(carried + other):
        answer = "for" if number < carried else "against"
        text = LETTER.format(number=number, day=10 + number, answer=answer)
        (letters / f"{number}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One entry for each search for a smallest change: whether for what would carry it."""
    found: list[bool] = []

    def noted(question: Question, *, carry: bool) -> Suggested:
        found.append(carry)
        return smallest_changes(question, carry=carry)

    monkeypatch.setattr(door, "smallest_changes", noted)
    return found


@pytest.mark.parametrize(
    ("carried", "other", "words", "expected"),
    [
        pytest.param(6, 0, (), [], id="all in one line"),
        pytest.param(5, 0, (), [False] * 5, id="few, and in full"),
        pytest.param(6, 2, (), [True, True], id="in full what is not in order"),
        pytest.param(6, 0, ("--all",), [False] * 6, id="all is asked for"),
        pytest.param(6, 0, ("--format", "json"), [False] * 6, id="for programs, that read to_block"),
        pytest.param(6, 0, ("--format", "plain"), [], id="line by line"),
        pytest.param(
            6,
            0,
            ("--format", "text", "--format", "json", "--output", "all.json"),
            [False] * 6,
            id="one of two pages shows them",
        ),
    ],
)
def test_it_is_looked_for_where_a_page_shows_it(  # noqa: PLR0917  (a row of the table)
    run: Run,
    tmp_path: Path,
    searched: list[bool],
    carried: int,
    other: int,
    words: tuple[str, ...],
    expected: list[bool],
) -> None:
    many(tmp_path, carried, other)
    done = run("charter.yaml", "letters", *words)
    assert done.err == ""
    assert searched == expected


def test_no_page_reads_otherwise_for_it(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many(tmp_path, 6, 2)
    for form in ("text", "plain"):
        short = run("charter.yaml", "letters", "--format", form)
        with monkeypatch.context() as patched:
            patched.setattr("coalcheck.engine.report.verdict.brief_above", lambda *_, **__: None)
            assert run("charter.yaml", "letters", "--format", form) == short
        assert "WHAT WOULD CARRY IT" in short.out or "What would carry it" in short.out
    answer = json.loads(run("charter.yaml", "letters", "--format", "json").out)
    blocks = [each["decision"]["to_block"] for each in answer["results"] if each["verdict"] == "adopted"]
    assert len(blocks) == 6
    assert all(blocks)


@pytest.mark.parametrize(
    ("names", "show_all", "expected"),
    [
        pytest.param(["text"], False, 5, id="the screen"),
        pytest.param(["plain", "text"], False, 5, id="both that have lines"),
        pytest.param(["text"], True, None, id="all of it"),
        pytest.param(["json"], False, None, id="for programs"),
        pytest.param(["text", "json"], False, None, id="and for programs"),
    ],
)
def test_above_how_many(*, names: list[str], show_all: bool, expected: int | None) -> None:
    assert brief_above(names, show_all=show_all) == expected
