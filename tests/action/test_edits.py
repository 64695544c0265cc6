"""Trying a case: what is changed, what stays, and what cannot be tried."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.answers import ANSWERS, Answer
from coalcheck.engine.action.ballots import Ballot
from coalcheck.engine.action.edits import CannotTry, vote_of, with_ballots, with_edits
from coalcheck.engine.action.model import Action, of
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.source.read import read

TEXT = """
members: [{id: a}, {id: b}, {id: c}, {id: developers, count: 9}]
time_zone: Europe/Madrid
groups:
  founders: [a, b]
  turning:
    - {members: [a], valid: {to: 2026-03-31}}
    - {members: [b], valid: {from: 2026-04-01}}
"""


def charter_of(text: str) -> Charter:
    charter = load_charter(read(text, "charter.yaml")).charter
    assert charter is not None
    return charter


CHARTER = charter_of(TEXT)
VOTED = of(
    {
        "action": "change",
        "date": "2026-04-14",
        "ballots": {"for": ["a"], "against": ["b"]},
        "present": ["a", "b", "c"],
        "proxies": {"c": "b"},
        "recorded": "adopted",
    }
)


def tried(action: Action = VOTED, **edits: Any) -> Action:
    return with_edits(action, charter=CHARTER, **edits)


def test_nothing_to_try_changes_nothing() -> None:
    assert tried() is VOTED


def test_another_vote_takes_the_place_of_the_one_that_was_given() -> None:
    action = tried(votes={"b": "for"})
    assert action.ballots == {"a": Ballot("for"), "b": Ballot("for")}
    assert VOTED.ballots == {"a": Ballot("for"), "b": Ballot("against")}


def test_what_was_recorded_is_no_longer_compared() -> None:
    assert tried(votes={"b": "for"}).recorded is None
    assert tried(date="2026-05-01").recorded is None
    assert VOTED.recorded == "adopted"


def test_a_group_votes_as_one() -> None:
    assert tried(votes={"founders": "abstain"}).ballots == {"a": Ballot("abstain"), "b": Ballot("abstain")}


def test_who_votes_itself_needs_no_proxy() -> None:
    assert tried(votes={"c": "for"}).proxies == {}
    assert tried(votes={"a": "against"}).proxies == {"c": "b"}


def test_who_stays_away_is_not_there_and_votes_for_nobody() -> None:
    action = tried(absent=["b"])
    assert action.ballots == {"a": Ballot("for"), "b": Ballot("absent")}
    assert action.present == {"a": None, "c": None}
    assert action.proxies == {}


def test_who_is_left_out_is_nowhere() -> None:
    action = tried(without=["b"])
    assert action.without == ("b",)
    assert action.ballots == {"a": Ballot("for")}
    assert action.present == {"a": None, "c": None}
    assert action.proxies == {}
    assert tried(action, without=["b", "a"]).without == ("b", "a")
    assert VOTED.without == ()


def test_another_day() -> None:
    assert tried(date="2026-05-01").date == date(2026, 5, 1)
    timed = of({"at": "2026-04-14T10:00", "ballots": {"a": "for"}})
    assert (tried(timed, date=date(2026, 5, 1)).date, tried(timed, date="2026-05-01").at) == (
        date(2026, 5, 1),
        None,
    )


def test_a_group_that_changes_is_that_of_the_day() -> None:
    assert tried(votes={"turning": "abstain"}).ballots == {"a": Ballot("for"), "b": Ballot("abstain")}
    before = tried(date="2026-03-01", votes={"turning": "abstain"})
    assert before.ballots == {"a": Ballot("abstain"), "b": Ballot("against")}
    with pytest.raises(CannotTry, match="--date"):
        tried(of({"ballots": {"a": "for"}}), votes={"turning": "for"})


@pytest.mark.parametrize(
    ("values", "edits", "stands"),
    [
        pytest.param({}, {"votes": {"a": "for"}}, "closed", id="as if the vote had ended so"),
        pytest.param({"status": "proposed"}, {"votes": {"a": "for"}}, "closed", id="though it is proposed"),
        pytest.param({}, {"absent": ["a"]}, "proposed", id="known to stay away"),
        pytest.param({}, {"without": ["a"]}, "proposed", id="left out"),
        pytest.param({"status": "open", "ballots": {}}, {"votes": {"a": "for"}}, "open", id="still open"),
        pytest.param({"ballots": {"b": "for"}}, {"absent": ["b"]}, "closed", id="voted"),
    ],
)
def test_where_it_stands_then(values: dict[str, Any], edits: dict[str, Any], stands: str) -> None:
    assert tried(of(values), **edits).stands(date(2026, 4, 14)) == stands


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        pytest.param({"votes": {"d": "for"}}, 'called "d"', id="nobody of that name"),
        pytest.param({"absent": ["developer"]}, "Did you mean developers?", id="a misspelt row"),
        pytest.param({"without": ["founder"]}, "Did you mean founders?", id="a misspelt group"),
        pytest.param({"votes": {"a": "aye"}}, "Did you mean for?", id="another word"),
        pytest.param({"votes": {"a": "purple"}}, "It can be for, against", id="no answer"),
        pytest.param({"date": "03/04/2026"}, "2026-04-03", id="a date with two readings"),
        pytest.param({"date": "2026-03-29T02:30"}, "none that day", id="an hour that was not"),
    ],
)
def test_what_cannot_be_tried_says_why(edits: dict[str, Any], says: str) -> None:
    with pytest.raises(CannotTry) as caught:
        tried(**edits)
    assert says in str(caught.value)


@pytest.mark.parametrize("edits", [{"votes": {"a": "for"}}, {"absent": ["a"]}, {"without": ["a"]}])
def test_counts_without_names_cannot_be_tried(edits: dict[str, Any]) -> None:
    with pytest.raises(CannotTry, match="counts and no names"):
        tried(of({"tally": {"for": 3}}), **edits)
    assert tried(of({"tally": {"for": 3}}), date="2026-05-01").date == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("text", "vote"),
    [("a=for", ("a", "for")), (" a = Against ", ("a", "against")), ("a-1=blank", ("a-1", "blank"))],
)
def test_votes_of_a_command_line(text: str, vote: tuple[str, Answer]) -> None:
    assert vote_of(text) == vote


@pytest.mark.parametrize("text", ["a", "a=", "=for", "a for", "a=yes", ""])
def test_what_is_no_vote(text: str) -> None:
    with pytest.raises(CannotTry):
        vote_of(text)


def test_a_sheet_takes_the_place_of_the_ballots() -> None:
    assert with_ballots(VOTED, {"c": Ballot("for")}).ballots == {"c": Ballot("for")}


VOTES = st.dictionaries(st.sampled_from("abc"), st.sampled_from(ANSWERS))


@given(VOTES, VOTES)
def test_trying_is_the_same_as_having_written_it(before: dict[str, Answer], edits: dict[str, Answer]) -> None:
    action = of({"ballots": before})
    edited = tried(action, votes=edits)
    assert edited.ballots == of({"ballots": {**before, **edits}}).ballots
    assert action.ballots == of({"ballots": before}).ballots
