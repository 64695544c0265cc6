"""Who sits in a body, and how soon members answer: held against what was agreed; no vote is taken away."""

from __future__ import annotations

from typing import Any

import pytest
from small import act, clauses, verdict

from coalcheck.engine.decide.verdict import Consulted, Verdict

EMPLOYED = """\
members:
  - {id: a, employer: north}
  - {id: b, employer: north, in: [{from: 2026-04-10}]}
  - {id: c, employer: west}
  - {id: d, employer: east}
"""
ALL_OF_BOARD = "passes: more than half of members, body: board"


def asked(found: Verdict, part: str) -> Consulted:
    (one,) = clauses(found, part)
    assert found.outcome == "adopted"
    assert one.cure == ""
    assert bool(one.remedy) is (one.met is False)
    assert not found.missing
    return one


def board(more: str, members: str = EMPLOYED) -> str:
    return act(ALL_OF_BOARD, f"bodies: {{board: {{members: all, {more}}}}}\n", members)


@pytest.mark.parametrize(
    ("text", "date", "met", "said"),
    [
        pytest.param(board("caps: {employer: 1/4}"), "2026-04-14", False,
                     "of 4 seats 1 may be of one employer, and 2 are of north", id="two-of-four"),
        pytest.param(board("caps: {employer: 1/2}"), "2026-04-14", True,
                     "of 4 seats 2 may be of one employer; no employer has more than 2", id="just-as-many"),
        pytest.param(board("caps: {employer: less than 1/2}"), "2026-04-14", False,
                     "of 4 seats 1 may be of one employer, and 2 are of north", id="half-is-too-much"),
        pytest.param(board("caps: {employer: [at most 1/2, less than 1/2]}"), "2026-04-14", False,
                     "of 4 seats 1 may be of one employer, and 2 are of north", id="the-narrower-of-two"),
        pytest.param(board("caps: {employer: 1/3}"), "2026-04-09", True,
                     "of 3 seats 1 may be of one employer; no employer has more than 1", id="before"),
        pytest.param(board("seats: 8, caps: {employer: 1/4}"), "2026-04-14", True,
                     "of 8 seats 2 may be of one employer; no employer has more than 2", id="vacant-seats"),
        pytest.param(board("caps: {employer: 1/4}", EMPLOYED.replace("{id: b, employer: north", "{id: b")),
                     "2026-04-14", None,
                     "of 4 seats 1 may be of one employer; of 1 it is not written of which employer they are",
                     id="not-written"),
    ],
)  # fmt: skip
def test_seats_are_held_against_the_caps_of_that_day(
    text: str, date: str, met: bool | None, said: str
) -> None:
    one = asked(verdict(text, date=date, ballots={"for": ["a", "b", "c", "d"]}), "seats")
    assert (one.met, one.said) == (met, said)
    assert one.route == ("bodies", "board", "caps", "employer")


def test_without_caps_nothing_is_said_of_seats() -> None:
    assert clauses(verdict(board("seats: 8"), ballots={"for": ["a", "b", "c", "d"]}), "seats") == []


SOON = act("passes: at least 2 members, answer_within: 7 days")


def at(when: str) -> dict[str, str]:
    return {"vote": "for", "at": when}


@pytest.mark.parametrize(
    ("action", "met", "said"),
    [
        pytest.param({"ballots": {"a": at("2026-04-08"), "b": at("2026-04-07T12:00Z")}}, True,
                     "every answer came in time", id="in-time"),
        pytest.param({"ballots": {"a": at("2026-04-09"), "b": at("2026-04-08")}}, False,
                     "1 answer came later, and counts all the same", id="a-day-later"),
        pytest.param({"ballots": {"a": at("2026-04-09"), "b": at("2026-04-10"), "c": "for"}}, False,
                     "2 answers came later, and count all the same", id="two-later-one-unknown"),
        pytest.param({"ballots": {"a": at("2026-04-08"), "b": "for"}}, None,
                     "of 1 answer it is not on record when it came", id="one-unknown"),
        pytest.param({"ballots": {"for": ["a", "b"]}}, None,
                     "of 2 answers it is not on record when they came", id="all-unknown"),
        pytest.param({"ballots": {"for": ["a", "b"]}, "notice": None}, None,
                     "when everyone was asked is not on record; it can stand under notice", id="never-asked"),
        pytest.param({"ballots": {"a": at("2026-04-12"), "b": at("2026-04-12")}, "notice": None,
                      "opened": "2026-04-06"}, True, "every answer came in time", id="from-the-opening"),
        pytest.param({"tally": {"for": 2}}, None, "the record has counts, and not when each came",
                     id="counts"),
    ],
)  # fmt: skip
def test_how_soon_members_answer(action: dict[str, Any], met: bool | None, said: str) -> None:
    one = asked(verdict(SOON, **action), "answers")
    assert one.met is met
    assert one.said.endswith(said), one.said


def test_what_takes_a_vote_away_is_the_end_of_the_vote() -> None:
    ballots = {"a": at("2026-04-09"), "b": at("2026-04-08")}
    assert verdict(SOON, ballots=ballots).outcome == "adopted"
    closed = verdict(SOON, ballots=ballots, closes="2026-04-08")
    assert closed.outcome == "rejected"
    assert [each.member for each in closed.members if each.late] == ["a"]


def test_nothing_is_said_of_answers_where_nothing_is_asked() -> None:
    assert clauses(verdict(act("passes: at least 2 members"), ballots={"for": ["a", "b"]}), "answers") == []


def test_of_a_proposal_it_is_said_until_when() -> None:
    (one,) = clauses(verdict(SOON), "answers")
    assert (one.met, one.said) == (None, "asked 1 April 2026; the time ran to 8 April")
