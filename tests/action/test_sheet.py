"""Ballots from a sheet: each line is a ballot, or a finding with its place."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.ballots import Ballot, Ballots
from coalcheck.engine.action.cells import rows
from coalcheck.engine.action.sheet import LoadedBallots, load_sheet
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"


def charter_of(text: str | bytes) -> Charter:
    charter = load_charter(read(text, "charter.yaml")).charter
    assert charter is not None
    return charter


CHARTER = charter_of((FIXTURES / "coalitions/clean-air/charter.yaml").read_bytes())
ROWS = charter_of("members: [{id: developers, count: 9}, {id: board}]\ntime_zone: Europe/Madrid\n")


def sheet(text: str | bytes, charter: Charter | None = CHARTER) -> LoadedBallots:
    return load_sheet(text, "votes.csv", charter)


def found(loaded: LoadedBallots) -> list[tuple[str, int, str]]:
    """Kind, line, and what stands at the place, of each problem; they all lie on one line."""
    result = []
    for problem in loaded.problems:
        line, column, end_line, end_column = problem.span
        assert line == end_line
        result.append((problem.kind, line, loaded.document.lines[line - 1][column - 1 : end_column - 1]))
    return result


def test_the_good_sheet() -> None:
    loaded = sheet((FIXTURES / "actions/votes.csv").read_bytes())
    assert loaded.problems == ()
    assert loaded.whole
    assert loaded.ballots == {
        "clear-sky": Ballot("for", datetime(2028, 3, 10, 9, tzinfo=UTC)),
        "haulage": Ballot("for", reason="Wages first, then air"),
        "valley-farms": Ballot("abstain", date(2028, 3, 10)),
    }


def test_the_faulty_sheet() -> None:
    loaded = sheet((FIXTURES / "actions/faulty.votes.csv").read_bytes())
    assert found(loaded) == [
        ("unknown-key", 1, "colour"),
        ("date-unclear", 2, "10 March"),
        ("unknown-name", 3, "hauling"),
        ("not-one-of", 3, "yes"),
        ("sheet-line", 4, "and not now"),
        ("sheet-line", 5, "haulage"),
        ("sheet-line", 6, ",for,,,"),
        ("ballot-twice", 8, "clear-sky"),
        ("sheet-line", 9, '"valley-farms,for'),
    ]
    assert loaded.ballots == {"clear-sky": Ballot("for")}
    assert not loaded.whole


@pytest.mark.parametrize(
    ("text", "ballots"),
    [
        pytest.param("member,vote\nhaulage,for\n", {"haulage": Ballot("for")}, id="plain"),
        pytest.param("haulage,for\n", {"haulage": Ballot("for")}, id="columns not named"),
        pytest.param("Vote, Member\nAGAINST , haulage\n", {"haulage": Ballot("against")}, id="turned about"),
        pytest.param("member;vote\r\nhaulage;for\r\n", {"haulage": Ballot("for")}, id="semicolons"),
        pytest.param("member\tvote\nhaulage\tfor", {"haulage": Ballot("for")}, id="tabs"),
        pytest.param("\ufeffmember,vote\nhaulage,for\n".encode(), {"haulage": Ballot("for")}, id="a mark"),
        pytest.param("\n,,\nmember,vote\n\nhaulage,for\n,\n", {"haulage": Ballot("for")}, id="blank lines"),
        pytest.param(
            'member,vote,reason\nhaulage,for,"One, ""two""\nthree"\n',
            {"haulage": Ballot("for", reason='One, "two"\nthree')},
            id="a reason of two lines",
        ),
        pytest.param("member,vote\n", {}, id="nobody voted"),
    ],
)
def test_what_is_read(text: str | bytes, ballots: Ballots) -> None:
    loaded = sheet(text)
    assert loaded.problems == ()
    assert loaded.whole
    assert loaded.ballots == ballots


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param("", [("sheet-line", 1)], id="nothing"),
        pytest.param("who,what\nhaulage,for\n", [("sheet-line", 1)], id="columns with other names"),
        pytest.param("member,reason\nhaulage,x\n", [("sheet-line", 1), ("sheet-line", 2)], id="no vote"),
        pytest.param("member,vote,vote\nhaulage,for,for\n", [("sheet-line", 1)], id="a column twice"),
        pytest.param("member,vote,colour\nhaulage,for,red\n", [("unknown-key", 1)], id="one column more"),
        pytest.param("member,votes\n", [("sheet-line", 1), ("unknown-key", 1)], id="a misspelt column"),
        pytest.param("haulage,fro\n", [("sheet-line", 1)], id="neither columns nor a ballot"),
        pytest.param('haulage,for\n"a"b,for\nclear-sky,for\n', [("sheet-line", 2)], id="a quote inside"),
        pytest.param("haulage,for\nhaulage,for\n", [("ballot-twice", 2)], id="twice the same"),
        pytest.param("member,vote,heads\nhaulage,for,2\n", [("row-too-many", 2)], id="two of one"),
        pytest.param("member,vote,heads\nhaulage,for,x\n", [("quantity-unclear", 2)], id="no number"),
        pytest.param(b"haulage,for\nclear-sky,f\xf6r\n", [("not-utf-8", 2)], id="bytes"),
        pytest.param("haulage,for\nclear-sky\x00,for", [("control-character", 2)], id="0"),
    ],
)
def test_what_is_told(text: str | bytes, problems: list[tuple[str, int]]) -> None:
    loaded = sheet(text)
    assert [(kind, line) for kind, line, _ in found(loaded)] == problems
    assert loaded.whole is (problems[0][0] in {"unknown-key", "row-too-many"})


def test_a_row_may_have_a_line_for_each_answer() -> None:
    text = "member,vote,heads\ndevelopers,for,5\ndevelopers,against,2\nboard,for,\ndevelopers,abstain,1\n"
    loaded = sheet(text, ROWS)
    assert loaded.problems == ()
    assert loaded.ballots == {
        "developers": Ballot(split={"for": 5, "against": 2, "abstain": 1}),
        "board": Ballot("for"),
    }


@pytest.mark.parametrize(
    "lines",
    [
        "developers,for,5\ndevelopers,for,2",
        "developers,for,\ndevelopers,against,2",
        "board,for,\nboard,for,1",
    ],
)
def test_lines_that_cannot_be_added(lines: str) -> None:
    loaded = sheet(f"member,vote,heads\n{lines}\n", ROWS)
    assert [kind for kind, *_ in found(loaded)] == ["ballot-twice"]
    assert not loaded.whole


def test_times_are_read_on_the_clocks_of_the_charter() -> None:
    ballots = sheet("member,vote,at\nboard,for,2026-04-03T14:00\n", ROWS).ballots
    assert ballots["board"].at == datetime(2026, 4, 3, 12, tzinfo=UTC)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=6)


def written(table: list[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(table)
    return out.getvalue()


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=4), st.sampled_from(",;\t"))
def test_a_cell_is_found_where_it_was_written(table: list[list[str]], delimiter: str) -> None:
    lines = written(table, delimiter).split("\n")
    read_in = list(rows(lines, delimiter))
    # A line of blanks and tabs is no record.
    assert [[cell.text for cell in row.cells] for row in read_in] == [
        [text.strip() for text in row] for row in table if written([row], delimiter).strip()
    ]
    for row in read_in:
        for cell in row.cells:
            line, column, end_line, end_column = cell.span
            if line == end_line:
                shown = lines[line - 1][column - 1 : end_column - 1]
                assert shown.replace('"', "").strip() == cell.text.replace('"', "").strip()


@given(st.text(st.sampled_from('ab,;"\n\t \rfor')))
def test_whatever_stands_there_is_read_or_told(text: str) -> None:
    loaded = sheet(text, None)
    assert loaded.whole or loaded.problems
    for problem in loaded.problems:
        assert problem.span.line <= max(1, len(loaded.document.lines))
