"""The same put to a decision again after a no; a second way that is used every time."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import proposals, second_ways

AGAINST = "ballots: {for: [breathe], against: [local-9, parents]}"
ALL = "ballots: {for: [breathe, local-9, parents]}"


def put(day: int, title: str, votes: str = AGAINST, extra: str = "", *, action: str = "letter") -> str:
    return f"action: {action}\ntitle: {title}\ndate: 2026-05-{day:02}\n{votes}\n{extra}"


def refusals(*entries: str, charter: str = "") -> list[tuple[Value, ...]]:
    return [each[1:] for each in said(proposals, recorded(*entries, charter=charter), "refusals", "refused")]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [put(1, "Toll on lorries"), put(8, "Toll on lorries")], [(2, "Toll on lorries")], id="alike"
        ),
        pytest.param(
            [put(1, "Toll on lorries"), put(8, "Second attempt, a toll on LORRIES")],
            [(2, "Second attempt, a toll on LORRIES")],
            id="alike but for the words of another try",
        ),
        pytest.param(
            [put(1, "Toll", extra="id: toll"), put(8, "Fees", extra="follows: [toll]")],
            [(2, "Fees")],
            id="it goes back to the first",
        ),
        pytest.param(
            [put(1, "Toll", extra="id: toll"), put(8, "Fees", extra="id: toll")],
            [(2, "Fees")],
            id="of one id",
        ),
        pytest.param(
            [
                put(1, "A", extra="id: x"),
                put(8, "B", extra="id: y\nfollows: [x]"),
                put(15, "C", extra="follows: [y]"),
            ],
            [(3, "C")],
            id="each goes back to the one before",
        ),
        pytest.param(
            [put(1, "Toll on lorries", "recorded: rejected"), put(8, "Toll on lorries", "recorded: failed")],
            [(2, "Toll on lorries")],
            id="by the minutes",
        ),
    ],
)
def test_what_is_refused_again(entries: list[str], expected: list[tuple[Value, ...]]) -> None:
    assert refusals(*entries) == expected


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([put(1, "Toll on lorries")], id="once"),
        pytest.param([put(1, "Toll on lorries"), put(8, "Toll on ferries")], id="two things"),
        pytest.param([put(1, "Toll on lorries"), put(8, "Toll on lorries", ALL)], id="then carried"),
        pytest.param([put(1, "Toll on lorries"), put(8, "Toll on lorries", "")], id="only proposed again"),
        pytest.param(
            [put(1, "Toll on lorries"), put(8, "Toll on lorries", extra="topics: [other]")],
            id="on another topic",
        ),
        pytest.param(
            [put(1, "Toll on lorries"), put(8, "Toll on lorries", action="change")],
            id="under another decision",
        ),
        pytest.param([put(1, "Letter"), put(8, "Letter")], id="one word says too little"),
        pytest.param(
            [
                put(1, "Toll on lorries", "in_name_of: [breathe]"),
                put(8, "Toll on lorries", "in_name_of: [breathe]"),
            ],
            id="in a member's own name",
        ),
    ],
)
def test_what_is_no_repetition(entries: list[str]) -> None:
    assert refusals(*entries) == []


def test_what_had_no_quorum_was_not_refused() -> None:
    charter = """
    name: Clean Air
    members: [{id: breathe}, {id: local-9}, {id: parents}]
    decisions: {letter: {covers: [speak], passes: more than half of votes cast, quorum: at least 3 members}}
    """
    entries = [put(day, "Toll on lorries", "ballots: {against: [breathe]}") for day in (1, 8)]
    assert refusals(*entries, charter=charter) == []


OTHERWISE = """
name: Clean Air
members: [{id: breathe}, {id: local-9}, {id: parents}]
decisions:
  letter: {covers: [speak], passes: all members, otherwise: {passes: at least 2/3 of members}}
  spend: {covers: [spend], passes: more than half of votes cast, quorum: all members,
          second_call: {after: 3 days, quorum: at least 2 members}}
  change: {covers: [amend], passes: all members}
"""
MOST = "ballots: {for: [breathe, local-9], against: [parents]}"
TWO = "present: [breathe, local-9]\nballots: {for: [breathe, local-9]}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([put(1, "A", MOST), put(2, "B", MOST)], [(2, "letter")], id="never by all"),
        pytest.param(
            [put(1, "A", MOST), put(2, "B", MOST), put(3, "C")], [(2, "letter")], id="a refusal counts not"
        ),
        pytest.param([put(1, "A", MOST), put(2, "B", ALL)], [], id="once by all"),
        pytest.param(
            [put(1, "A", TWO, "id: x\n", action="spend"), put(9, "A", TWO, "follows: [x]", action="spend")],
            [(1, "spend")],
            id="a second call",
        ),
    ],
)
def test_a_second_way_that_is_the_rule(entries: list[str], expected: list[tuple[Value, ...]]) -> None:
    record = recorded(*entries, charter=OTHERWISE)
    assert [each[1:] for each in said(second_ways, record, "second_ways", "second_way_of")] == expected
