"""Ballots by answer and by member, counted rows, and tallies."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coalcheck.engine.action.answers import ANSWERS, Answer, meant
from coalcheck.engine.action.ballots import Ballot, Ballots
from coalcheck.engine.action.heads import Heads
from coalcheck.engine.action.model import of
from coalcheck.engine.action.tally import Tally
from coalcheck.engine.decide import verdict


def ballots(written: object) -> Ballots:
    found = of({"ballots": written}).ballots
    assert found is not None
    return found


def faults(values: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(ValidationError) as caught:
        of(values)
    return sorted((each["type"], each["loc"]) for each in caught.value.errors())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param({"for": ["a", "b"]}, {"a": Ballot("for"), "b": Ballot("for")}, id="by answer"),
        pytest.param({"for": "a"}, {"a": Ballot("for")}, id="one without its dash"),
        pytest.param({"for": [9]}, {"9": Ballot("for")}, id="a number is a name"),
        pytest.param({"a": "abstain"}, {"a": Ballot("abstain")}, id="by member"),
        pytest.param(
            {"for": ["a"], "b": "blank"}, {"a": Ballot("for"), "b": Ballot("blank")}, id="in both forms"
        ),
        pytest.param(
            {"a": {"vote": "for", "at": "2026-04-03", "reason": "It helps"}},
            {"a": Ballot("for", date(2026, 4, 3), "It helps")},
            id="with its time and reason",
        ),
        pytest.param({"a": {"vote": "for", "heads": 3}}, {"a": Ballot("for", heads=3)}, id="some of a row"),
        pytest.param(
            {"a": {"for": 5, "against": 2}}, {"a": Ballot(split={"for": 5, "against": 2})}, id="a row"
        ),
        pytest.param({"for": "against"}, {"against": Ballot("for")}, id="a member with an odd name"),
        pytest.param({"for": {"vote": "against"}}, {"for": Ballot("against")}, id="another"),
        pytest.param({"for": []}, {}, id="nobody"),
    ],
)
def test_the_forms(written: object, read: Ballots) -> None:
    assert ballots(written) == read


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param({"for": ["a"], "against": ["a"]}, [("ballot-twice", ("against", 0))], id="two answers"),
        pytest.param({"for": ["a", "a"]}, [("ballot-twice", ("for", 1))], id="the same answer"),
        pytest.param({"for": ["a"], "a": "for"}, [("ballot-twice", ("a",))], id="in both forms"),
        pytest.param({"a": "yes"}, [("answer-unknown", ("a",))], id="no answer"),
        pytest.param({"a": True}, [("answer-unknown", ("a",))], id="yes as YAML has it"),
        pytest.param({"fro": ["a"]}, [("answer-unknown", ("fro", "[key]"))], id="a misspelt answer"),
        pytest.param({"for": [["a"]]}, [("id_type", ("for", 0))], id="a list in a list"),
        pytest.param({"a": {"reason": "x"}}, [("ballot-unclear", ("a",))], id="without its answer"),
        pytest.param({"a": {}}, [("ballot-unclear", ("a",))], id="nothing in it"),
        pytest.param({"a": {"vote": "for", "x": 1}}, [("extra_forbidden", ("a", "x"))], id="another key"),
        pytest.param({"a": {"vote": "for", "at": "x"}}, [("date-unclear", ("a", "at"))], id="no time"),
        pytest.param({"a": {"vote": "for", "reason": {}}}, [("string_type", ("a", "reason"))], id="a block"),
        pytest.param({"a": {"for": -1}}, [("quantity-unclear", ("a", "for"))], id="less than nobody"),
        pytest.param({"a": {"for": True}}, [("quantity-unclear", ("a", "for"))], id="yes is no number"),
        pytest.param({"a": {"for": "1,200"}}, [("number-with-separators", ("a", "for"))], id="a separator"),
        pytest.param({"for": {"rows": 3}}, [("rows-unclear", ("for",))], id="turned about"),
        pytest.param(["a"], [("dict_type", ())], id="a list"),
        pytest.param(
            {"a": {"vote": "y", "at": "x"}, "b": "z"},
            [("answer-unknown", ("a", "vote")), ("answer-unknown", ("b",)), ("date-unclear", ("a", "at"))],
            id="each is told",
        ),
    ],
)
def test_each_slip_has_its_place(written: object, found: list[tuple[str, tuple[str | int, ...]]]) -> None:
    assert faults({"ballots": written}) == [(kind, ("ballots", *steps)) for kind, steps in found]


@pytest.mark.parametrize(
    ("ballot", "votes"),
    [
        pytest.param(Ballot("for"), {"for": 7}, id="all alike"),
        pytest.param(Ballot("for", heads=3), {"for": 3, "absent": 4}, id="some of them"),
        pytest.param(
            Ballot(split={"for": 3, "against": 2}), {"for": 3, "against": 2, "absent": 2}, id="split"
        ),
        pytest.param(Ballot(split={"for": 3, "absent": 1}), {"for": 3, "absent": 4}, id="some known away"),
        pytest.param(Ballot(split={"for": 9}), {"for": 9}, id="more than there are"),
    ],
)
def test_what_a_row_of_seven_answered(ballot: Ballot, votes: dict[Answer, int]) -> None:
    assert ballot.votes(7) == votes


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(
            {"for": 7, "against": 4, "abstain": 3, "present": 14},
            Tally({"for": 7, "against": 4, "abstain": 3}, attendance=14),
            id="all who were there voted",
        ),
        pytest.param(
            {"for": 7, "blank": 1, "present": 10},
            Tally({"for": 7, "blank": 1, "present": 2}, attendance=10),
            id="two gave no answer",
        ),
        pytest.param({"for": 0}, Tally({"for": 0}), id="nobody in favour"),
        pytest.param({"for": 7, "absent": 3}, Tally({"for": 7, "absent": 3}), id="who was away is told"),
        pytest.param(
            {"absent": 3, "present": 4}, Tally({"absent": 3, "present": 4}, attendance=4), id="away"
        ),
        pytest.param(
            {"north": {"for": 3, "present": 5}, "south": {"against": 2}},
            Tally(
                of={"north": {"for": 3, "present": 2}, "south": {"against": 2}}, attendance_of={"north": 5}
            ),
            id="by group",
        ),
    ],
)
def test_tallies(written: object, read: Tally) -> None:
    assert of({"tally": written}).tally == read


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param({"for": 7, "present": 6}, [("tally-too-many", ("present",))], id="more than there"),
        pytest.param(
            {"n": {"for": 7, "present": 6}}, [("tally-too-many", ("n", "present"))], id="of a group"
        ),
        pytest.param({"yes": 7}, [("answer-unknown", ("yes", "[key]"))], id="another word"),
        pytest.param({"n": {"yes": 7}}, [("answer-unknown", ("n", "yes", "[key]"))], id="another, below"),
        pytest.param({"for": 7.5}, [("quantity-unclear", ("for",))], id="half a vote"),
        pytest.param({"for": 7, "present": "x"}, [("quantity-unclear", ("present",))], id="a word"),
        pytest.param("7 to 4", [("dict_type", ())], id="a sentence"),
    ],
)
def test_tallies_that_cannot_be(written: object, found: list[tuple[str, tuple[str | int, ...]]]) -> None:
    assert faults({"tally": written}) == [(kind, ("tally", *steps)) for kind, steps in found]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(["a", "b"], {"a": None, "b": None}, id="a list"),
        pytest.param("a", {"a": None}, id="one"),
        pytest.param({"developers": 908}, {"developers": 908}, id="a row"),
        pytest.param([], {}, id="nobody"),
    ],
)
def test_who_could_vote(written: object, read: Heads) -> None:
    assert of({"electorate": written}).electorate == read
    assert of({"present": written}).present == read


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("yes", "for"),
        ("Aye", "for"),
        ("FOR", "for"),
        ("againts", "against"),
        ("no", "against"),
        ("abstained", "abstain"),
        ("In favour", "for"),
        ("+1", "for"),
        ("-1", "against"),
        ("purple", ""),
    ],
)
def test_what_may_have_been_meant(written: str, answer: str) -> None:
    assert meant(written) == answer


VOTES = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(ANSWERS))


@given(VOTES)
def test_both_forms_say_the_same(votes: dict[str, Answer]) -> None:
    by_answer: dict[str, list[str]] = {}
    for member, answer in votes.items():
        by_answer.setdefault(answer, []).append(member)
    assert ballots(by_answer) == ballots(votes)


@given(st.dictionaries(st.sampled_from(ANSWERS), st.integers(0, 50)), st.integers(0, 400))
def test_a_row_is_counted_once(split: dict[Answer, int], count: int) -> None:
    votes = Ballot(split=split).votes(count)
    assert sum(votes.values()) == max(count, sum(split.values()))
    assert all(votes[answer] == heads for answer, heads in split.items() if answer != "absent")


def test_a_verdict_speaks_of_the_same_answers() -> None:
    """The room of verdicts lies above this one and names them for itself."""
    assert get_args(verdict.Answer) == ANSWERS
