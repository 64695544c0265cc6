"""The command ``check --record``: a record as a whole, and an action with what is on record before it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Run, run

from coalcheck.engine.conduct.chapters import CHAPTERS
from coalcheck.engine.history.chapters import spending

__all__ = ["run"]

ALL = "ballots: {for: [breathe, dockers, parents]}"
CHARTER = """\
coalcheck: 1
name: Harbour Air
model: values-bridge
stage: signed
purpose: Keep the night ban.
term: {starts: 2026-04-01, ends: 2027-09-30, first_review: 2027-03-01}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: dockers, name: Dock Workers Local 9}
  - {id: parents, name: Parents for Clean Schools}
decisions:
  joint: {covers: [speak, spend], passes: at least 2/3 of votes cast}
  change: {covers: [amend, widen-scope], passes: all members}
scope:
  inside: [{id: night-ban, about: The night ban}]
  money: {one_decision: 1000 EUR, in_all: 2000 EUR}
  widen: change
"""


def spend(day: str, amount: int, extra: str = "") -> str:
    return (
        f"action: spend\ntitle: Posters\nabout: The night ban\ntopics: [night-ban]\ndate: {day}\n"
        f"amount: {amount} EUR\n{ALL}\n{extra}"
    )


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    """A folder with a charter and a record of three sums, the last of them too much."""
    del run
    (tmp_path / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    add(tmp_path, "c", spend("2026-05-01", 900))
    add(tmp_path, "b", spend("2026-06-01", 900))
    add(tmp_path, "a", spend("2026-07-01", 900, "recorded: adopted\n"))
    return tmp_path


def add(folder: Path, name: str, text: str) -> None:
    path = folder / "decisions" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_record_is_judged_as_one(run: Run, record: Path) -> None:
    code, out, err = run("--record", ".", "--as-of", "2026-08-01")

    assert (code, err) == (1, "")
    assert out.splitlines()[0] == "Harbour Air, the record from 1 May 2026 up to 1 August 2026, 3 entries"
    assert "2700 EUR has been agreed in all, in 3 sums" in out
    assert "decisions/c.yaml, line 6: 1 May 2026: Posters" in out
    assert "Posters, 1 July 2026: not authorised by the charter (beyond-the-money, D406; " in out
    assert out.count("Posters, ") == 1, "an entry that is as it should be takes no line"
    assert (record / "decisions").is_dir()


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(["--record", "."], id="the repository"),
        pytest.param(["charter.yaml", "--record", "decisions"], id="the charter and its record"),
        pytest.param([".", "--record", "."], id="the repository, twice"),
    ],
)
@pytest.mark.usefixtures("record")
def test_where_the_record_is(run: Run, typed: list[str]) -> None:
    assert run(*typed, "--as-of", "2026-08-01") == run("--record", ".", "--as-of", "2026-08-01")


@pytest.mark.usefixtures("record")
def test_nothing_later_is_looked_at(run: Run) -> None:
    code, out, _ = run("--record", ".", "--as-of", "2026-06-30")

    assert code == 0
    assert "the record from 1 May 2026 up to 30 June 2026, 2 entries" in out
    assert "has been agreed" not in out
    assert "Of 2 entries: 2 carried." in out
    assert "1 more is on record for a later day, and not looked at." in out


def test_a_record_in_order(run: Run, record: Path) -> None:
    """What was refused, is still open, or happened, is as it should be; what has no day is said."""
    (record / "decisions/a.yaml").unlink()
    add(record, "d", spend("2026-07-01", 100).replace("for:", "against:"))
    add(record, "e", spend("2026-07-20", 100).replace(ALL, ""))
    add(record, "f", "happened: meeting\ndate: 2026-07-25\n")
    add(record, "g", "happened: meeting\ntitle: A walk\n")
    code, out, _ = run("--record", ".", "--as-of", "2026-08-01", "--fail-on", "error")

    assert code == 0
    assert "Every entry is as it should be." in out
    assert "One has no day; it stands after everything that has one." in out
    assert "Of 6 entries: 2 carried, 1 not carried, 1 still open, 2 told." in out


@pytest.mark.usefixtures("record")
def test_all_entries_where_all_are_asked_for(run: Run) -> None:
    _, out, _ = run("--record", ".", "--as-of", "2026-08-01", "--all")
    assert [out.count(f"decisions/{name}.yaml\n") for name in "abc"] == [1, 1, 1]
    assert out.index("Posters, 1 May") < out.index("Posters, 1 June") < out.index("Posters, 1 July")


@pytest.mark.usefixtures("record")
def test_for_programs(run: Run) -> None:
    _, out, _ = run("--record", ".", "--as-of", "2026-08-01", "--format", "json")
    whole = json.loads(out)
    kinds = [(each["kind"], each["file"], each["verdict"]) for each in whole["results"]]

    assert kinds == [
        ("record", "charter.yaml", None),
        ("action", "decisions/c.yaml", "adopted"),
        ("action", "decisions/b.yaml", "adopted"),
        ("action", "decisions/a.yaml", "unauthorised"),
    ]
    found = next(each for each in whole["results"][0]["findings"] if each["code"] == "D452")
    assert [(each["file"], each["line"], each["message"]) for each in found["related"]] == [
        ("decisions/c.yaml", 6, "1 May 2026: Posters"),
        ("decisions/b.yaml", 6, "1 June 2026: Posters"),
        ("decisions/a.yaml", 6, "1 July 2026: Posters"),
    ]


@pytest.mark.usefixtures("record")
def test_for_the_ear(run: Run) -> None:
    _, out, _ = run("--record", ".", "--as-of", "2026-08-01", "--format", "plain")
    assert "See decisions/c.yaml, line 6: 1 May 2026: Posters.\n" in out
    assert "Entry in file decisions/a.yaml: Posters, 1 July 2026: not authorised by the charter (" in out


LATER = spend("2026-07-01", 300)


@pytest.mark.parametrize(
    ("letter", "first", "clause"),
    [
        pytest.param(
            LATER,
            "Posters, 1 July 2026: not authorised by the charter",
            "with 1800 EUR that was decided before",
            id="after both",
        ),
        pytest.param(
            spend("2026-05-20", 300),
            "Posters, 20 May 2026: carried",
            "with 900 EUR that was decided before",
            id="between them",
        ),
    ],
)
def test_an_action_with_what_came_before(
    run: Run, record: Path, letter: str, first: str, clause: str
) -> None:
    (record / "decisions/a.yaml").unlink()
    _, out, _ = run("charter.yaml", "letter.yaml", "--record", "decisions", letter=letter)
    assert out.splitlines()[0] == first
    assert clause in " ".join(out.split())
    alone = run("charter.yaml", "letter.yaml", letter=letter).out
    assert "decided before" not in alone


@pytest.mark.usefixtures("record")
def test_a_case_is_tried_with_what_came_before(run: Run) -> None:
    letter = LATER.replace("for:", "against:")
    words = ("charter.yaml", "letter.yaml", "--record", "decisions")
    one = run(*words, "--vote", "breathe=for", letter=letter)

    assert "This only tries a case: Breathe Easy Network votes for" in one.out
    assert "with 2700 EUR that was decided before" in " ".join(one.out.split())


def test_an_entry_of_the_record_itself_has_the_others_before_it(run: Run, record: Path) -> None:
    """It is named by itself, and is not counted twice."""
    _, out, _ = run("charter.yaml", "decisions/b.yaml", "--record", "decisions")
    assert (record / "decisions/b.yaml").exists()
    assert out.splitlines()[0] == "Posters, 1 June 2026: carried"
    assert "with 900 EUR that was decided before" in " ".join(out.split())


def test_what_happened_gets_no_verdict(run: Run, record: Path) -> None:
    add(record, "walk", "happened: meeting\ntitle: A walk\ndate: 2026-05-05\n")
    code, out, _ = run("charter.yaml", "decisions/walk.yaml")

    assert code == 0
    assert out.splitlines()[0] == "A walk, 5 May 2026: on record"
    assert json.loads(run("charter.yaml", "decisions/walk.yaml", "--format", "json").out)["results"][0][
        "kind"
    ] == "event"  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        pytest.param(["--record", "charter.yaml"], 2, "charter.yaml is not a folder", id="a file"),
        pytest.param(["--record", "nowhere"], 2, "nowhere is not a folder", id="nothing"),
        pytest.param(
            ["--record", ".", "--vote", "breathe=for"], 2, "A record is taken as it is", id="a case"
        ),
        pytest.param(["--record", ".", "--ballots", "x.csv"], 2, "A record is taken as it is", id="a sheet"),
        pytest.param([], 2, "Name the charter first", id="nothing at all"),
    ],
)
@pytest.mark.usefixtures("record")
def test_what_cannot_be_done(run: Run, typed: list[str], code: int, said: str) -> None:
    found = run(*typed)
    assert (found.code, found.out) == (code, "")
    assert said in found.err


def test_an_empty_record_is_nothing_to_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decisions").mkdir()
    assert run("--record", ".").code == 3


def test_a_file_that_holds_nothing_is_no_entry_in_order(run: Run, record: Path) -> None:
    add(record, "empty", "")
    code, out, _ = run("--record", ".", "--as-of", "2026-08-01", "--fail-on", "error")
    assert code == 1
    assert "decisions/empty.yaml" in out


def broken(*_: object) -> None:
    raise ZeroDivisionError("here")


@pytest.mark.usefixtures("record")
def test_a_chapter_that_fails_is_a_fault_of_ours_and_never_in_order(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spending, "matters", broken)
    code, out, err = run("--record", ".")

    assert (code, out) == (4, "")
    assert "ChapterFailed: the chapter spending could not be examined: ZeroDivisionError: here" in err


@pytest.mark.usefixtures("record")
def test_a_chapter_on_acts_that_fails_is_one_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CHAPTERS[0], "matters", broken)
    code, out, err = run("charter.yaml", "letter.yaml", letter=LATER)
    assert (code, out) == (4, "")
    assert "ChapterFailed" in err
