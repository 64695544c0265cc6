"""An action of the command line is that of a file with the same lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.load import LoadedAction
from coalcheck.engine.action.model import Action, of
from coalcheck.engine.action.options import SHOWN_AS_OPTIONS, from_options
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.source.read import read


def charter_of(text: str) -> Charter:
    charter = load_charter(read(text, "charter.yaml")).charter
    assert charter is not None
    return charter


CHARTER = charter_of(
    "members: [{id: a}, {id: b}]\ndecisions: {joint: {covers: [speak], passes: all members}}\n"
)


def shown(loaded: LoadedAction) -> list[tuple[str, str]]:
    """Kind, and what is marked in the line, of each problem."""
    lines = loaded.document.lines
    return [
        (problem.kind, lines[problem.span.line - 1][problem.span.column - 1 : problem.span.end_column - 1])
        for problem in loaded.problems
    ]


OPTIONS: dict[str, Any] = {
    "action": "joint",
    "title": "Letter: a first # try",
    "topics": ["meridian", "jobs"],
    "amount": "1200 EUR",
    "date": "2026-04-14",
    "with": ["Sailors' Mission"],
    "until": None,
    "places": (),
    "about": "",
    "ballots": {"a": "for", "b": "against"},
}


def test_options_are_lines_of_a_file() -> None:
    loaded = from_options(OPTIONS, CHARTER)
    assert loaded.problems == ()
    assert loaded.document.name == SHOWN_AS_OPTIONS
    assert loaded.document.lines[:3] == (
        "action: joint",
        "title: Letter: a first # try",
        "topics: [meridian, jobs]",
    )
    assert loaded.action == of({key: value for key, value in OPTIONS.items() if value})


@pytest.mark.parametrize(
    ("options", "found"),
    [
        pytest.param({"action": "jiont"}, [("unknown-name", "jiont")], id="a decision"),
        pytest.param({"amount": "1,200 EUR"}, [("number-with-separators", "1,200 EUR")], id="money"),
        pytest.param({"date": "03/04/2026"}, [("date-unclear", "03/04/2026")], id="a date"),
        pytest.param(
            {"title": "x", "ballots": {"a": "for", "c": "aye"}},
            [("unknown-name", "c"), ("not-one-of", "aye")],
            id="a vote",
        ),
        pytest.param({"in_name_of": ["a", "coaliton"]}, [("unknown-name", "coaliton")], id="one of several"),
        pytest.param({"nothing": "x"}, [("unknown-key", "nothing")], id="no such key"),
    ],
)
def test_what_is_wrong_is_marked_in_its_line(options: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert shown(from_options(options, CHARTER)) == found


def test_no_options_are_an_empty_action() -> None:
    assert from_options({}).action == Action.model_validate({})


@given(st.text(min_size=1))
def test_a_title_is_what_was_typed(title: str) -> None:
    action = from_options({"title": title}).action
    assert action is not None
    assert action.title == title


@given(st.text(), st.lists(st.text(), max_size=3))
def test_whatever_is_typed_is_read_or_told(text: str, several: list[str]) -> None:
    loaded = from_options({"date": text, "topics": several, "ballots": {"a": text}, "amount": text}, CHARTER)
    assert loaded.action is not None
    for problem in loaded.problems:
        assert problem.span.line <= len(loaded.document.lines)
