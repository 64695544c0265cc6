"""``coalcheck init action``: what it writes loads without a finding, and nothing is written over unasked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coalcheck.cli import commands
from coalcheck.door.ending import Stop
from coalcheck.engine.action.load import LoadedAction
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.source.read import read
from coalcheck.engine.starting.action import compose, path_for, questions
from coalcheck.engine.starting.question import NotClear

CHARTER = """\
coalcheck: 1
name: Clean Air
kind: coalition
purpose: Stop the Meridian deal.
members: [{id: breathe, name: Breathe}, {id: local-9, name: Local 9}]
decisions: {joint: {covers: [speak], passes: all members}, change: {covers: [amend], passes: all members}}
scope: {inside: [{id: meridian, about: The Meridian deal}]}
"""
DAY = "2026-05-01"
ANSWERS = [
    "Letter: on the deal # now", "joint", "2026-05-12", "Meridian deal", "meridian", "coalition",
    "Local 9 (member), residents", "name, contact list", "2026-10-31", "they read it first; we thank them",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "charter.yaml").write_text(CHARTER, "utf-8")
    return tmp_path


def run(*words: str, typed: list[str] | None = None) -> Result:
    entered = "".join(f"{each}\n" for each in typed or ())
    return CliRunner().invoke(commands, ["init", "action", *words], input=entered)


def loaded(path: Path) -> LoadedAction:
    charter = load(read(CHARTER, "charter.yaml")).charter
    return load_action(read(path.read_text("utf-8"), path.name), charter)


def test_the_answers_make_a_file_that_loads_without_a_finding(folder: Path) -> None:
    ran = run(typed=ANSWERS)
    path = folder / "decisions/2026-05-12-letter-on-the-deal-now.yaml"

    assert ran.exit_code == 0
    assert ran.stdout == (
        "Written: decisions/2026-05-12-letter-on-the-deal-now.yaml\n"
        "Next: coalcheck check charter.yaml decisions/2026-05-12-letter-on-the-deal-now.yaml\n"
    )
    found = loaded(path)
    assert found.problems == ()
    action = found.action
    assert action is not None
    assert (action.title, action.action, action.date) == (ANSWERS[0], "joint", date(2026, 5, 12))
    assert (action.about, action.topics, action.in_name_of) == (
        "Meridian deal",
        ("meridian",),
        ("coalition",),
    )
    assert [(each.who, each.kind) for each in action.benefits] == [("Local 9", "member"), ("residents", None)]
    assert (action.uses, action.until) == (("name", "contact list"), date(2026, 10, 31))
    assert action.conditions == ("they read it first", "we thank them")


def test_all_six_questions_are_asked_with_the_words_of_the_charter(folder: Path) -> None:
    ran = run(typed=ANSWERS)

    for words in ("What is it about", "In whose name", "Who gains", "is used", "Until when", "in return"):
        assert words in ran.stderr
    assert "joint or change" in ran.stderr
    assert "one or more of meridian" in ran.stderr
    assert "one or more of breathe, local-9" in ran.stderr


def test_what_is_left_empty_stays_open_and_none_is_an_answer(folder: Path) -> None:
    run(typed=["Letter", "joint", "2026-05-12", "Meridian deal", "", "", "none", "Nothing", "", "none"])
    found = loaded(folder / "decisions/2026-05-12-letter.yaml")

    assert found.problems == ()
    assert found.action is not None
    assert {"benefits", "uses", "conditions"} <= found.action.model_fields_set
    assert not {"topics", "in_name_of", "until"} & found.action.model_fields_set


@pytest.mark.parametrize(
    ("words", "file"),
    [
        pytest.param(("--title", "A letter"), f"decisions/{date.today()}-a-letter.yaml", id="today"),
        pytest.param(("--title", "Ä Öl!", "--date", DAY), f"decisions/{DAY}-a-ol.yaml", id="letters"),
        pytest.param(("mine.yaml", "--about", "Meridian"), "mine.yaml", id="a file of one's own"),
        pytest.param(("--text", "Stop: it"), f"decisions/{date.today()}-action.yaml", id="only words"),
        pytest.param(("--title", "連合", "--date", DAY), f"decisions/{DAY}-action.yaml", id="no letters"),
    ],
)  # fmt: skip
def test_with_options_nothing_is_asked(folder: Path, words: tuple[str, ...], file: str) -> None:
    ran = run(*words)

    assert ran.exit_code == 0
    assert ran.stderr == ""
    assert loaded(folder / file).problems == ()


@pytest.mark.parametrize(
    ("typed", "stays"),
    [pytest.param("n", True, id="no"), pytest.param("y", False, id="yes")],
)
def test_a_file_that_is_there_is_asked_about(folder: Path, typed: str, stays: bool) -> None:
    (folder / "mine.yaml").write_text("action: joint\n", "utf-8")
    ran = run("mine.yaml", typed=[*ANSWERS, typed])

    assert isinstance(ran.exception, Stop) is stays
    assert (folder.joinpath("mine.yaml").read_text("utf-8") == "action: joint\n") is stays


def test_with_options_a_file_stays_unless_it_is_forced(folder: Path) -> None:
    (folder / "mine.yaml").write_text("action: joint\n", "utf-8")

    assert isinstance(run("mine.yaml", "--title", "New").exception, Stop)
    assert (folder / "mine.yaml").read_text("utf-8") == "action: joint\n"
    assert run("mine.yaml", "--title", "New", "--force").exit_code == 0
    assert (folder / "mine.yaml").read_text("utf-8") == "title: New\n"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("--title", "A", "--date", "soon"), id="no day"),
        pytest.param(("--title", "A", "--until", "31.12.2026"), id="another way to write a day"),
        pytest.param(("--title", " "), id="nothing"),
        pytest.param(("charter.yaml/letter.yaml", "--title", "A"), id="no folder"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_written(folder: Path, words: tuple[str, ...]) -> None:
    before = sorted(folder.rglob("*"))
    ran = run(*words)

    assert isinstance(ran.exception, Stop)
    assert sorted(folder.rglob("*")) == before


def test_without_a_charter_the_questions_still_stand() -> None:
    asked = questions(None, date(2026, 5, 12))

    assert len(asked) == len({each.key for each in asked}) == 10
    assert all(each.text.endswith("?") for each in asked)


def test_nothing_at_all_is_not_clear() -> None:
    with pytest.raises(NotClear):
        compose({})


def test_a_long_heading_makes_a_name_that_can_be_read() -> None:
    path = path_for({"title": "word " * 40, "date": "2026-05-12"}, date(2026, 5, 12))

    assert len(path) < 90
    assert path.endswith("word.yaml")
