"""How each ballot counts, in words: every answer under every kind of rule, and who does not vote and why."""

from __future__ import annotations

from typing import Any

import pytest
from small import FOUR, act, member, verdict

MAJORITY = "passes: more than half of votes cast"
ALL = "passes: at least 3/4 of members"
RECUSED = "member_concerned: {votes: false, counted: false, for_quorum: false}"
COUNTED = "member_concerned: {votes: false, counted: true, for_quorum: true}"
ONLY_QUORUM = "member_concerned: {votes: false, counted: false, for_quorum: true}"
BOARD = "bodies: {board: {members: [a, b, c]}}\n"
PAST = FOUR.replace("Delta", "Delta, in: [{from: 2020-01-01, to: 2026-04-13}]")
TODAY = FOUR.replace("Delta", "Delta, in: [{from: 2026-04-14, to: 2026-04-14}]")
SUSPENDED = FOUR.replace("Delta", "Delta, standing: [{status: suspended, from: 2026-04-01}]")
ARREARS = FOUR.replace("Delta", "Delta, standing: [{status: arrears, from: 2026-04-01}]")
PAID = FOUR.replace("Delta", "Delta, standing: [{status: arrears, from: 2026-01-01, to: 2026-04-13}]")
GOOD = "passes: more than half of in-good-standing members"
PROXY = "proxies: {most: 1, count: [vote, quorum]}"
QUORUM = "quorum: at least 3 members"
WINDOW = {"opened": "2026-04-10", "closes": "2026-04-14"}
ROW = "members:\n  - {id: a, name: Alpha}\n  - {id: many, name: The many, count: 10}\n"

EFFECTS = [
    pytest.param(act(MAJORITY), {}, "for", "counted for", id="for"),
    pytest.param(act(MAJORITY), {}, "against", "counted against", id="against"),
    pytest.param(
        act(MAJORITY), {}, "abstain", "not a vote cast, so not in the count", id="abstains, of votes cast"
    ),
    pytest.param(
        act(f"{MAJORITY}, {QUORUM}"),
        {},
        "abstain",
        "not a vote cast, so not in the count; present for the quorum",
        id="abstains, there for the quorum",
    ),
    pytest.param(
        act(f"{MAJORITY}, quorum: votes at least 1 member"),
        {},
        "abstain",
        "not a vote cast, so not in the count; not counted for the quorum",
        id="abstains, in no quorum of votes",
    ),
    pytest.param(
        act("passes: more than half of members present"),
        {},
        "abstain",
        "not in favour, and among those of whom a share is taken",
        id="abstains, of those present",
    ),
    pytest.param(
        act("passes: at least 2/3 of members not abstaining"),
        {},
        "abstain",
        "left out of those of whom a share is taken",
        id="abstains, of those who do not",
    ),
    pytest.param(
        act("passes: no member against"), {}, "abstain", "no objection", id="abstains, where none may object"
    ),
    pytest.param(
        act("passes: at least 2 members"), {}, "abstain", "not in favour", id="abstains, from a number"
    ),
    pytest.param(
        act(f"{MAJORITY}, abstentions: against"),
        {},
        "abstain",
        "counted against, as the charter says of abstentions",
        id="abstains against",
    ),
    pytest.param(
        act(MAJORITY),
        {},
        "blank",
        "blank, so as an abstention: not a vote cast, so not in the count",
        id="blank",
    ),
    pytest.param(
        act(f"{MAJORITY}, {QUORUM}"),
        {},
        "spoilt",
        "spoilt, so no vote: not a vote cast, so not in the count; present for the quorum",
        id="spoilt",
    ),
    pytest.param(
        act("passes: at least 2/3 of members present"),
        {},
        "present",
        "present, without a ballot: not in favour, and among those of whom a share is taken",
        id="there",
    ),
    pytest.param(
        act("passes: at least 2/3 of members present"),
        {},
        "absent",
        "absent: left out of those of whom a share is taken",
        id="away",
    ),
    pytest.param(
        act(MAJORITY, members=PAST), {}, "for", "not a member on that day", id="gone the day before"
    ),
    pytest.param(act(MAJORITY, members=TODAY), {}, "for", "counted for", id="a member for that day alone"),
    pytest.param(
        act(MAJORITY, members=SUSPENDED),
        {},
        "for",
        "suspended on that day, so it does not vote",
        id="suspended",
    ),
    pytest.param(
        act(MAJORITY, members=ARREARS), {}, "for", "counted for", id="in arrears, where that does not matter"
    ),
    pytest.param(
        act(GOOD, members=ARREARS), {}, "for", "not among those whom the rule counts", id="in arrears"
    ),
    pytest.param(act(GOOD, members=PAID), {}, "for", "counted for", id="paid in time"),
    pytest.param(
        act(f"{MAJORITY}, body: board", BOARD), {}, "for", "has no vote in board", id="not of the body"
    ),
    pytest.param(
        act(f"{MAJORITY}, {RECUSED}"), {"subject": "d"}, "for", "does not vote on this", id="recused"
    ),
    pytest.param(act(f"{MAJORITY}, {RECUSED}"), {"subject": "c"}, "for", "counted for", id="another is"),
    pytest.param(
        act(f"{MAJORITY}, {COUNTED}"),
        {"subject": "d"},
        "for",
        "does not vote on this; counted among the members all the same",
        id="recused and counted",
    ),
    pytest.param(
        act(f"{MAJORITY}, {QUORUM}, {ONLY_QUORUM}"),
        {"subject": "d"},
        "for",
        "does not vote on this; present for the quorum",
        id="recused and there",
    ),
    pytest.param(
        act(MAJORITY),
        {"electorate": ["a", "b", "c"]},
        "for",
        "not among those who could vote, as it is on record",
        id="not on the list of voters",
    ),
    pytest.param(
        act(MAJORITY), WINDOW, {"vote": "for", "at": "2026-04-14T23:59Z"}, "counted for", id="in time"
    ),
    pytest.param(
        act(MAJORITY),
        WINDOW,
        {"vote": "for", "at": "2026-04-15T00:00Z"},
        "came after voting had closed, so it does not count",
        id="late",
    ),
    pytest.param(
        act(f"{MAJORITY}, window: 2 days"),
        {"opened": "2026-04-10"},
        {"vote": "for", "at": "2026-04-13"},
        "came after voting had closed, so it does not count",
        id="after the charter's window",
    ),
    pytest.param(
        act(f"{MAJORITY}, window: at least 2 days"),
        {"opened": "2026-04-10"},
        {"vote": "for", "at": "2026-04-13"},
        "counted for",
        id="a window that may be longer",
    ),
]


@pytest.mark.parametrize(("text", "action", "ballot", "effect"), EFFECTS)
def test_how_a_ballot_counts(text: str, action: dict[str, Any], ballot: Any, effect: str) -> None:
    found = verdict(text, ballots={"a": "for", "b": "for", "c": "against", "d": ballot}, **action)
    assert member(found, "d").effect == effect
    assert [each.member for each in found.members] == ["a", "b", "c", "d"]
    assert member(found, "a").effect == "counted for"
    assert found.missing == ()
    assert member(found, "d").late is ("came after" in effect)
