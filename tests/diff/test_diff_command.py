"""The command ``diff``: what it writes, how it ends, what git makes of it, and what it is given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from coalcheck import cli
from coalcheck.engine.diff.clauses import clauses
from coalcheck.engine.report.diff.sentences import clause
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
OLD = """\
coalcheck: 1
name: Clean Air and Fair Work
kind: coalition
model: opportunistic
stage: signed
purpose: Stop the Meridian trade deal before the ratification vote on 30 September 2026.
term: {starts: 2026-04-01, ends: 2026-10-31}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: local-9, name: Local 9}
  - {id: parents, name: Parents for Clean Schools}
decisions:
  joint-statement:
    covers: [speak, event, spend]
    passes: at least 2/3 of members
  change:
    covers: [amend, widen-scope, admit, dissolve]
    passes: all members
exit: {notice: 7 days, in_writing_to: all members}
"""
NEW = OLD.replace("at least 2/3 of members", "more than half of votes cast").replace("7 days", "30 days")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["coalcheck", "diff", *arguments])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert isinstance(end.value.code, int)
    return end.value.code


def test_the_answer_comes_first_and_each_change_is_a_sentence(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "old.yaml", "new.yaml", "--format", "plain") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "One decision changed: it is easier to carry. One other clause changed."
    said = next(line for line in lines if line.startswith("joint statement: "))
    assert said.startswith(
        "joint statement: was at least 2/3 of members, is more than half of votes cast: easier to carry. "
    )
    assert said.endswith(" it is carried now and was not before.")
    assert "How a member leaves, notice: was 7 days, is 30 days." in lines


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("old.yaml", "old.yaml"), 0, id="nothing differs"),
        pytest.param(("old.yaml", "new.yaml"), 1, id="something does"),
        pytest.param(("old.yaml", "new.yaml", "--exit-zero"), 0, id="unless that is no matter"),
        pytest.param(("old.yaml",), 2, id="one name"),
        pytest.param(("old.yaml", "gone.yaml"), 2, id="no such file"),
        pytest.param(("old.yaml", "new.yaml", "--vote", "local-9"), 2, id="no vote"),
        pytest.param(("old.yaml", "new.yaml", "--budget", "much"), 2, id="no number of seconds"),
        pytest.param(("old.yaml", "new.yaml", "--replay", "gone"), 2, id="no record"),
        pytest.param(("old.yaml", "list.yaml"), 3, id="no charter"),
        pytest.param(("--git", "old.yaml", "new.yaml"), 2, id="not what git gives"),
    ],
)
def test_how_it_ends(
    files: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int
) -> None:
    (files / "list.yaml").write_text("- one\n", encoding="utf-8")
    assert run(monkeypatch, *arguments) == code


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "notice: 7 days,", "", "How a member leaves, notice: dropped; it was 7 days.", id="dropped"
        ),
        pytest.param(
            "exit: {",
            "exit: {money_back: unspent share, ",
            "How a member leaves, money back: new: unspent share.",
            id="added",
        ),
        pytest.param(
            "covers: [speak, event, spend]",
            "covers: [speak, event]",
            "joint statement, what it covers: was event, speak, spend, is event, speak.",
            id="what is covered",
        ),
        pytest.param(
            "name: Local 9",
            "name: Local Nine",
            "Local Nine, name: was Local 9, is Local Nine.",
            id="a member's own entry",
        ),
        pytest.param(
            "exit: {",
            "vetoes: [{holders: [local-9], over: [speak]}]\nexit: {",
            "Vetoes: new: holders Local 9; over speak.",
            id="a veto, with the name of its holder",
        ),
    ],
)
def test_clauses_are_told_in_plain_words(old: str, new: str, said: str) -> None:
    assert old in OLD
    found = clauses(
        read(OLD, "old.yaml"),
        read(OLD.replace(old, new), "new.yaml"),
        {"joint-statement": "joint-statement"},
        frozenset(("joint-statement",)),
    )
    names = {"local-9": "Local Nine" if "Nine" in new else "Local 9"}
    assert [clause(each, names) for each in found] == [said]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("7 days", '"7 days"', id="quotes"),
        pytest.param("covers: [speak, event, spend]", "covers: [spend, speak, event]", id="order"),
        pytest.param(
            "exit: {notice: 7 days, in_writing_to: all members}",
            "exit:\n  in_writing_to: all members\n  notice: 7 days",
            id="form",
        ),
        pytest.param("# nothing", "", id="nothing"),
        pytest.param(
            "passes: at least 2/3 of members",
            "passes: at least two thirds of members",
            id="words that come to the same",
        ),
    ],
)
def test_what_comes_to_the_same_is_no_difference(
    files: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    (files / "new.yaml").write_text(OLD.replace(old, new), encoding="utf-8")
    assert run(monkeypatch, "old.yaml", "new.yaml") == 0


@pytest.mark.parametrize(
    ("given", "outcome", "beyond"),
    [
        pytest.param(
            ("--vote", "breathe=for", "--vote", "local-9=for", "--vote", "parents=for"),
            "adopted",
            [],
            id="all were for it",
        ),
        pytest.param(("--ballots", "votes.csv"), "rejected", [], id="a sheet with one against"),
        pytest.param(("--amendment", "change.yaml"), "adopted", ["exit"], id="a file that names one block"),
        pytest.param(("--amendment", "wrong.yaml"), "unauthorised", [], id="put under the wrong decision"),
    ],
)
def test_whether_the_change_was_agreed_to(  # noqa: PLR0917  (fixtures)
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: tuple[str, ...],
    outcome: str,
    beyond: list[str],
) -> None:
    votes = "ballots: {for: [breathe, local-9, parents]}\ndate: 2026-05-01\n"
    (files / "votes.csv").write_text("member,vote\nbreathe,for\nlocal-9,for\nparents,against\n", "utf-8")
    (files / "change.yaml").write_text(f"action: change\namends: [decisions]\n{votes}", "utf-8")
    (files / "wrong.yaml").write_text(f"action: joint-statement\n{votes}", "utf-8")
    run(monkeypatch, "old.yaml", "new.yaml", "--format", "json", *given)
    found = json.loads(capsys.readouterr().out)["amendment"]
    assert (found["verdict"]["outcome"], found["beyond"]) == (outcome, beyond)


def test_a_vote_that_cannot_be_read_says_nothing(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / "change.yaml").write_text("action: change\nballots: {breathe: perhaps}\n", "utf-8")
    run(monkeypatch, "old.yaml", "new.yaml", "--format", "plain", "--amendment", "change.yaml")
    assert "Whether the change was agreed to is not known." in capsys.readouterr().out


def test_a_record_is_judged_by_both(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = files / "decisions"
    record.mkdir()
    cases = {
        "b": ("2026-05-02", "for: [breathe]"),
        "a": ("2026-05-09", "for: [parents], abstain: [breathe]"),
        "c": ("2026-05-01", "for: [breathe, local-9, parents]"),
        "d": ("2026-05-03", "against: [breathe]"),
    }
    for name, (day, ballots) in cases.items():
        (record / f"{name}.yaml").write_text(
            f"action: joint-statement\ntitle: Letter {name}\ndate: {day}\nballots: {{{ballots}}}\n", "utf-8"
        )
    (record / "unread.yaml").write_text("action: joint-statement\nballots: {breathe: perhaps}\n", "utf-8")
    run(monkeypatch, "old.yaml", "new.yaml", "--format", "json", "--replay", "decisions")
    found = json.loads(capsys.readouterr().out)["replay"]
    assert found["judged"] == 4
    assert [(each["title"], each["was"]["outcome"], each["now"]["outcome"]) for each in found["flipped"]] == [
        ("Letter b", "rejected", "adopted"),
        ("Letter a", "rejected", "adopted"),
    ]
    assert found["flipped"][0]["now"]["decided_by"][0]["text"] == "more than half of votes cast"
    assert len(found["unread"]) == 1


def test_json_has_its_published_shape(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    schema: dict[str, Any] = json.loads((ROOT / "docs/schema/diff-1.json").read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    run(monkeypatch, "old.yaml", "new.yaml", "--format", "json", "--vote", "local-9=for")
    whole = json.loads(capsys.readouterr().out)
    Draft7Validator(schema).validate(whole)
    case = whole["decisions"][0]["carried_only_now"]
    assert (case["was"], case["now"]) == ("rejected", "adopted")


@pytest.mark.parametrize("form", ["text", "plain", "markdown"])
def test_the_pages_say_the_same(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    run(monkeypatch, "old.yaml", "new.yaml", "--format", form, "--all")
    page = " ".join(capsys.readouterr().out.split())
    assert "One decision changed: it is easier to carry." in page
    assert "was 7 days, is 30 days." in page


def git(folder: Path, *arguments: str) -> str:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(folder)}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        env={**os.environ, **alone, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_git_shows_it_in_place_of_its_own_diff(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.coalcheck.command", f"'{sys.executable}' -m coalcheck diff --git")
    (tmp_path / ".gitattributes").write_text("*.charter.yaml diff=coalcheck\n", encoding="utf-8")
    charter = tmp_path / "air.charter.yaml"
    charter.write_text(OLD, encoding="utf-8")
    git(tmp_path, "add", ".")
    assert "air.charter.yaml: a new charter." in git(tmp_path, "diff", "--cached")
    git(tmp_path, "commit", "-qm", "One")
    charter.write_text(NEW, encoding="utf-8")
    shown = git(tmp_path, "diff")
    assert shown.startswith("One decision changed: it is easier to carry.")
    assert "air.charter.yaml, before and after" in shown
    git(tmp_path, "commit", "-qam", "Two")
    git(tmp_path, "mv", "air.charter.yaml", "clean.charter.yaml")
    (tmp_path / "clean.charter.yaml").write_text(OLD, encoding="utf-8")
    assert "harder to carry" in git(tmp_path, "diff", "-M", "HEAD")
    git(tmp_path, "commit", "-qam", "Three")
    assert "harder to carry" in git(tmp_path, "log", "-1", "-p", "-M", "--ext-diff")
    (tmp_path / "clean.charter.yaml").unlink()
    assert "clean.charter.yaml: this charter was taken away." in git(tmp_path, "diff")
