"""Other ways to say what is asked: from the input, by options, from a sheet, as a case that is tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

pytest_plugins = ("running",)

Run: TypeAlias = Callable[..., Any]
"""The fixture ``run``: words of the command line to its exit code and what was printed."""

CARRIED = "action: joint\ndate: 2026-05-04\nballots: {for: [breathe, dockers], against: [parents]}\n"
LOST = "action: joint\ndate: 2026-05-04\nballots: {for: [breathe], against: [dockers, parents]}\n"
LATER = ("--as-of", "2026-05-20")


def test_an_action_from_standard_input(run: Run) -> None:
    ran = run("charter.yaml", "-", *LATER, typed=CARRIED)

    assert ran.code == 0
    assert ran.out.startswith("Joint, 4 May 2026: carried")


def test_an_action_without_a_file(run: Run) -> None:
    words = ("--action", "speak", "--title", "A: letter", "--topic", "night-ban", "--date", "2026-05-04")
    ran = run("charter.yaml", *words)

    assert ran.code == 1
    assert ran.out.startswith("A: letter, 4 May 2026: a proposal, not voted on yet")
    assert 'named as part of "The night ban"' in ran.out
    assert "tries a case" not in ran.out


def test_votes_without_a_file(run: Run) -> None:
    votes = [word for each in ("breathe", "dockers", "parents") for word in ("--vote", f"{each}=for")]
    ran = run("charter.yaml", "--action", "joint", "--date", "2026-05-04", *votes, *LATER)

    assert ran.code == 0
    assert "tries a case" not in ran.out


@pytest.mark.parametrize(
    ("action", "code", "said"),
    [
        pytest.param("action: joint\nin_name_of: [dockers]\ndate: 2026-05-04\n", 0,
                     ("Joint, 4 May 2026: in a member's own name; no decision of the coalition is needed",
                      "Done in the name of Dock Workers Local 9, and not of the coalition."), id="own name"),
        pytest.param("action: joint\nin_name_of: [docker]\ndate: 2026-05-04\n", 1,
                     ("Joint, 4 May 2026: the charter does not say", "In whose name is it done?"),
                     id="the name of nobody"),
        pytest.param("action: adjourn\ndate: 2026-05-04\nballots: {for: [breathe]}\n", 0,
                     ("One vote was for and none against. More than half of votes cast is what it needs.",
                      "No quorum is needed for this: Robert's Rules of Order"), id="too few"),
        pytest.param("action: ajourn\ndate: 2026-05-04\nballots: {for: [breathe]}\n", 1,
                     ("Did you mean adjourn?",), id="too few, and misspelt"),
    ],
)  # fmt: skip
def test_what_needs_no_decision(run: Run, action: str, code: int, said: tuple[str, ...]) -> None:
    ran = run("charter.yaml", "letter.yaml", letter=action)

    assert ran.code == code
    assert all(each in ran.out for each in said), ran.out


@pytest.mark.parametrize(
    ("words", "answer", "assumed"),
    [
        pytest.param(("--vote", "dockers=for"), "carried", "Dock Workers Local 9 votes for", id="a vote"),
        pytest.param(("--absent", "dockers", "--absent", "parents"), "no quorum", "stays away", id="away"),
        pytest.param(("--without", "parents"), "not carried", "is left out", id="no member"),
        pytest.param(
            ("--date", "2026-11-04"), "not authorised by the charter", "4 November 2026", id="a day"
        ),
    ],
)
def test_trying_a_case(run: Run, words: tuple[str, ...], answer: str, assumed: str) -> None:
    """What is tried is said; and minutes are held against nothing that was only tried."""
    letter = f"{LOST}recorded: rejected\n"
    ran = run("charter.yaml", "letter.yaml", *words, *LATER, letter=letter)

    assert ran.out.splitlines()[0].endswith(answer)
    assert "This only tries a case: " in ran.out
    assert assumed in ran.out
    assert "recorded-otherwise" not in ran.out
    assert (ran.code == 0) is (answer == "carried")


def test_ballots_from_a_sheet(run: Run, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text("member,vote\nbreathe,for\ndockers,for\nparents,for\n", "utf-8")
    ran = run("charter.yaml", "letter.yaml", "--ballots", "votes.csv", *LATER, letter=LOST)

    assert ran.code == 0
    assert "Three votes were for and none against." in ran.out


def test_a_sheet_that_cannot_be_read_in_full_is_never_clean(run: Run, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text("member,vote\nbreathe,for\ndockers,for\nparents,perhaps\n", "utf-8")
    ran = run("charter.yaml", "letter.yaml", "--ballots", "votes.csv", *LATER, letter=LOST)

    assert ran.code == 1
    assert "The sheet, votes.csv, cannot be read in full" in ran.out
    assert "Joint, 4 May 2026: the charter does not say" in ran.out
    assert "rests on less than was written" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        pytest.param(
            "ballots: {for: [breathe], agianst: [dockers]}", "the charter does not say", id="an answer"
        ),
        pytest.param(
            "ballots: {for: [breathe, dokers, parents]}", "the charter does not say", id="a stranger"
        ),
        pytest.param("vetoes: [{by: parents, date: soon}]", "the charter does not say", id="a date"),
        pytest.param("titel: Letter", "carried", id="a key of no weight"),
        pytest.param("places: {a: b}", "carried", id="a value of no weight"),
        pytest.param("topics: {a: b}", "the charter does not say", id="a matter that may be outside"),
        pytest.param("uses: {a: b}", "the charter does not say", id="what may be used for another end"),
    ],
)
def test_what_was_left_out_is_never_passed_over(run: Run, line: str, answer: str) -> None:
    """An outcome that may hang on what could not be read is no outcome."""
    kept = [each for each in CARRIED.splitlines() if each.partition(":")[0] != line.partition(":")[0]]
    ran = run("charter.yaml", "letter.yaml", *LATER, letter="\n".join((*kept, line, "")))

    assert ran.code == 1
    assert ran.out.splitlines()[0].endswith(f": {answer}")


def test_a_sheet_goes_with_one_action(run: Run, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text("member,vote\nbreathe,for\n", "utf-8")
    (tmp_path / "second.yaml").write_text(LOST, "utf-8")
    ran = run("charter.yaml", "letter.yaml", "second.yaml", "--ballots", "votes.csv", letter=LOST)

    assert ran.code == 2
    assert "goes with one action" in ran.err


def test_a_folder_is_told_by_its_days(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "decisions"
    record.mkdir()
    (record / "a.yaml").write_text(CARRIED.replace("05-04", "07-04") + "recorded: adopted\n", "utf-8")
    (record / "b.yaml").write_text(f"{LOST}recorded: rejected\n", "utf-8")
    ran = run(".", "--as-of", "2026-08-01")
    days = [line for line in ran.out.splitlines() if line.startswith("Joint, ")]

    assert days == ["Joint, 4 May 2026: not carried", "Joint, 4 July 2026: carried"]
    assert "Of 2 actions: 1 not carried, 1 carried." in ran.out
    assert ran.code == 0


def test_a_charter_that_cannot_be_read_judges_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "charter.yaml").write_text("- a list\n", "utf-8")
    ran = run("charter.yaml", "letter.yaml", letter=CARRIED)

    assert ran.code == 1
    assert "letter.yaml: not judged" in ran.out
