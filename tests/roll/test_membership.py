"""Decisions of the same people share one electorate, and only those: each is what it would be alone."""

from __future__ import annotations

from itertools import product
from typing import NotRequired, TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.facts.examination import OWN_BOARDS, Examination
from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.electorate import Electorate

TEXT = """\
name: Clean Air
members:
  - {id: a, signed: {date: 2026-01-01}}
  - {id: b}
  - {id: c, count: 4}
  - {id: late, standing: [{status: suspended, from: 2026-02-01}]}
groups: {core: [a, b]}
weights: {dues: {values: {a: 60, b: 30, c: 10}}}
bodies:
  board: {members: [a, b], seats: 3}
  core-board: {members: [core]}
decisions:
  talk: {covers: [speak], passes: all members}
  pay: {covers: [spend], passes: more than half of dues}
  board: {covers: [event], body: board, passes: all members}
  core: {covers: [partner], body: core-board, passes: all members}
  lost: {covers: [litigate], body: nowhere, passes: all members}
  out: {covers: [expel], passes: all members, member_concerned: {votes: false}}
  rest: {covers: [suspend], passes: all members, member_concerned: {votes: false, counted: true}}
  speaks: {covers: [renew], passes: all members, member_concerned: {may_speak: true}}
  board-out: {covers: [admit], body: board, passes: all members, member_concerned: {votes: false}}
  whole: {covers: [amend], passes: all members, member_concerned: {votes: false, for_quorum: false}}
"""
DOCUMENT = read(TEXT, "x")
DECISIONS = "talk pay board core lost out rest speaks board-out whole unknown".split()
BODIES = (None, "board", "core-board", OWN_BOARDS, "nowhere")
MEMBERS = (None, "a", "b", "c", "late", "stranger")


@pytest.fixture(scope="module")
def charter() -> Charter:
    found = load(DOCUMENT).charter
    assert found is not None
    return found


def alone(
    charter: Charter, decision: str, member: str | None, body: str | None, *, quorum: bool
) -> Electorate:
    """Who is counted, asked of a charter in which the body that is asked as well is the one that decides."""
    rules = charter.decisions.get(decision)
    if body is not None and rules is not None:
        asked = rules.model_copy(update={"body": None if body == OWN_BOARDS else body})
        charter = charter.model_copy(update={"decisions": {**charter.decisions, decision: asked}})
    return electorate(charter, decision, quorum=quorum, concerned=member)


class Asked(TypedDict):
    """What a roll is asked for."""

    decision: str
    quorum: NotRequired[bool]
    concerned: NotRequired[str]
    body: NotRequired[str]


@given(asked=st.permutations(list(product(DECISIONS, (True, False), MEMBERS, BODIES))))
def test_nobody_is_counted_otherwise_for_what_was_asked_before(
    charter: Charter, asked: list[tuple[str, bool, str | None, str | None]]
) -> None:
    examination = Examination(charter, DOCUMENT)
    for decision, quorum, member, body in asked[:60]:
        found = examination.roll(decision, quorum=quorum, concerned=member, body=body)
        assert found == alone(charter, decision, member, body, quorum=quorum)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param({"decision": "talk"}, {"decision": "pay"}, True, id="all decide on both"),
        pytest.param({"decision": "talk"}, {"decision": "unknown"}, True, id="and on what is not written"),
        pytest.param({"decision": "talk"}, {"decision": "lost"}, True, id="a body that nobody knows is all"),
        pytest.param({"decision": "talk"}, {"decision": "board"}, False, id="another body"),
        pytest.param({"decision": "board"}, {"decision": "core"}, False, id="bodies of the same people"),
        pytest.param(
            {"decision": "talk", "body": "board"}, {"decision": "board"}, True, id="asked as well, or named"
        ),
        pytest.param(
            {"decision": "board", "body": OWN_BOARDS}, {"decision": "talk"}, True, id="the boards of all"
        ),
        pytest.param({"decision": "out"}, {"decision": "talk"}, True, id="switches, and nobody concerned"),
        pytest.param({"decision": "talk"}, {"decision": "talk", "quorum": True}, True, id="a quorum of all"),
        pytest.param(
            {"decision": "out", "concerned": "a"},
            {"decision": "out", "concerned": "b"},
            False,
            id="about another member",
        ),
        pytest.param(
            {"decision": "out", "concerned": "a"},
            {"decision": "rest", "concerned": "a"},
            False,
            id="counted or not",
        ),
        pytest.param(
            {"decision": "speaks", "concerned": "a"},
            {"decision": "talk", "concerned": "a"},
            True,
            id="switches that change nothing",
        ),
        pytest.param(
            {"decision": "out", "concerned": "a"},
            {"decision": "out", "concerned": "a", "quorum": True},
            False,
            id="there for the quorum",
        ),
        pytest.param(
            {"decision": "whole", "concerned": "a"},
            {"decision": "whole", "concerned": "a", "quorum": True},
            True,
            id="not for the quorum either",
        ),
        pytest.param(
            {"decision": "out", "concerned": "a"},
            {"decision": "board-out", "concerned": "a"},
            False,
            id="recused in another body",
        ),
    ],
)
def test_who_shares(charter: Charter, one: Asked, other: Asked, shared: bool) -> None:
    examination = Examination(charter, DOCUMENT)

    assert (examination.roll(**one) is examination.roll(**other)) is shared


def test_a_rule_is_bound_once_for_those_who_share(charter: Charter) -> None:
    examination = Examination(charter, DOCUMENT)
    rule = examination.rule("decisions", "talk", "passes")
    assert rule is not None

    first, second = (examination.bound(rule, examination.roll(each)) for each in ("talk", "lost"))

    assert first is second
    assert examination.bound(rule, examination.roll("board")) is not first
