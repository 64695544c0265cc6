"""How one rule stands to another over all ballots, held against judging every single ballot."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.diff.compare import compared
from coalcheck.engine.diff.follows import follows
from coalcheck.engine.diff.model import MIRRORED, Compared, Relation
from coalcheck.engine.proof.budget import Budget
from coalcheck.engine.proof.pairs import carried_alone
from coalcheck.engine.proof.room import Room
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.proof.witness import Witness
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.electorate import ABSTAIN, AGAINST, IN_FAVOUR, PRESENT, Votes

MEMBERS = ("a", "b", "c")
ANSWERS = (IN_FAVOUR, AGAINST, ABSTAIN, PRESENT, Votes())


def charter(decision: str, *, members: str = "{id: a}, {id: b}, {id: c}", more: str = "") -> Charter:
    text = f"""\
name: Three of us
members: [{members}]
groups: {{first: [a]}}
weights: {{shares: {{a: 3, b: 2, c: 2, d: 2}}}}
decisions:
  act: {{covers: [speak], {decision}}}
{more}"""
    found = load(read(text, "charter.yaml")).charter
    assert found is not None
    return found


def relation(old: Charter, new: Charter, **more: int) -> Compared:
    return compared((Setting(old), "act"), (Setting(new), "act"), **more)


def by_every_ballot(old: Charter, new: Charter) -> Relation | None:
    """The relation by judging each of the 125 ballots under both; None where one is not said."""
    gained = lost = False
    for answers in product(ANSWERS, repeat=len(MEMBERS)):
        ballots = dict(zip(MEMBERS, answers, strict=True))
        case = Witness("act", "", None, ballots, adopted=None)
        was, now = (
            decide(each, of(case.action(each)), as_of=case.as_of(each), changes=False).outcome
            for each in (old, new)
        )
        if {was, now} & {"indeterminate", "unauthorised", "pending"}:
            return None
        gained = gained or (was != "adopted" and now == "adopted")
        lost = lost or (was == "adopted" and now != "adopted")
    if gained and lost:
        return "incomparable"
    return "looser" if gained else "stricter" if lost else "equivalent"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "passes: at least 2/3 of members",
            "passes: at least two thirds of members",
            "equivalent",
            id="other words",
        ),
        pytest.param(
            "passes: at least 2/3 of members",
            "passes: more than half of members",
            "equivalent",
            id="two of three either way",
        ),
        pytest.param(
            "passes: all members", "passes: at least 2/3 of members", "looser", id="from all to most"
        ),
        pytest.param(
            "passes: more than half of votes cast",
            "passes: more than half of members",
            "stricter",
            id="a wider base",
        ),
        pytest.param("passes: more than half of votes cast", "passes: at least 1 member", "looser", id="one"),
        pytest.param(
            "passes: no member against",
            "passes: more than half of members",
            "incomparable",
            id="consensus against a majority",
        ),
        pytest.param(
            "passes: more than half of votes cast",
            "passes: more than half of votes cast, quorum: more than half of members",
            "stricter",
            id="a quorum",
        ),
        pytest.param(
            "passes: all members",
            "passes: all members, quorum: more than half of members",
            "equivalent",
            id="a quorum that everyone is above",
        ),
        pytest.param(
            "passes: more than half of votes cast",
            "passes: more than half of votes cast, abstentions: against",
            "stricter",
            id="abstentions count against",
        ),
        pytest.param(
            "passes: at least half of votes cast",
            "passes: at least half of votes cast, tie: fails",
            "stricter",
            id="a tie fails",
        ),
        pytest.param(
            "passes: more than half of members",
            "passes: 'all members, or no first against and more than half of members'",
            "unknown",
            id="a rule that has no reading",
        ),
        pytest.param(
            "passes: more than half of shares",
            "passes: more than half of members",
            "equivalent",
            id="weights that come to heads",
        ),
        pytest.param(
            "passes: at least 5/7 of shares",
            "passes: more than half of members",
            "looser",
            id="weights that do not",
        ),
    ],
)
def test_a_rule_stands_to_another(old: str, new: str, expected: Relation) -> None:
    before, after = charter(old), charter(new)
    found = relation(before, after)
    assert found.relation == expected
    assert relation(after, before).relation == MIRRORED[expected]
    if expected != "unknown":
        assert by_every_ballot(before, after) == expected


VETO = "vetoes: [{holders: [first], over: [act]}]\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", VETO, "stricter", id="a veto is given"),
        pytest.param(VETO, "", "looser", id="a veto is taken away"),
        pytest.param(VETO, VETO.replace("first", "b"), "incomparable", id="it goes to somebody else"),
        pytest.param(
            VETO,
            VETO.replace("act]", "act], override: all members"),
            "equivalent",
            id="an override that the holder must share in",
        ),
        pytest.param(
            VETO,
            VETO.replace("act]", "act], override: at least 2/3 of members"),
            "looser",
            id="an override that the others can reach",
        ),
    ],
)
def test_vetoes_are_part_of_a_rule(old: str, new: str, expected: Relation) -> None:
    rule = "passes: at least 2/3 of members"
    before, after = charter(rule, more=old), charter(rule, more=new)
    assert relation(before, after).relation == expected == by_every_ballot(before, after)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "{id: a}, {id: b}, {id: c}",
            "{id: a}, {id: b}, {id: c}, {id: d}",
            "stricter",
            id="a fourth joined: three are needed and not two",
        ),
        pytest.param(
            "{id: a}, {id: b}",
            "{id: a}, {id: b}, {id: c}",
            "looser",
            id="a third joined: still two are needed",
        ),
        pytest.param("{id: a, count: 3}", "{id: a, count: 5}", "incomparable", id="a row grew"),
        pytest.param("{id: a, count: 5}", "{id: a, count: 5}", "equivalent", id="a row stayed"),
    ],
)
def test_members_that_came_or_went_are_counted_where_they_are(old: str, new: str, expected: Relation) -> None:
    rule = "passes: more than half of members"
    found = relation(charter(rule, members=old), charter(rule, members=new))
    assert found.relation == expected


def test_consensus_of_more_is_harder() -> None:
    one, more = "{id: a}, {id: b}, {id: c}", "{id: a}, {id: b}, {id: c}, {id: d}"
    found = relation(*(charter("passes: all members", members=each) for each in (one, more)))
    assert found.relation == "stricter"
    assert found.lost is not None
    assert found.lost.ballots.get("d") != IN_FAVOUR


def test_what_is_not_looked_through_is_not_known() -> None:
    """That two of three is the same as more than half takes a look at the ballots."""
    rules = charter("passes: more than half of members"), charter("passes: at least 2/3 of members")
    assert relation(*rules).relation == "equivalent"
    found = relation(*rules, cases=1)
    assert found.relation == "unknown"
    assert "too many ways to vote" in found.reason


def test_what_is_shown_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    from coalcheck.engine.diff import compare

    def never(*_: Any, **__: Any) -> Any:
        class Said:
            outcome = "rejected"

        return Said()

    monkeypatch.setattr(compare, "decide", never)
    found = relation(charter("passes: all members"), charter("passes: more than half of members"))
    assert (found.relation, found.gained) == ("unknown", None)


RULES = st.sampled_from(
    (
        "passes: all members",
        "passes: more than half of members",
        "passes: at least 2/3 of votes cast",
        "passes: more than half of votes cast",
        "passes: no member against",
        "passes: at least 2 members",
        "passes: at least 5/7 of shares",
        "passes: more than half of members present",
        "passes: more than half of members and no first against",
        "passes: at least half of votes cast, tie: fails",
        "passes: 3 members in favour",
        "passes: at least 2/3 of voting members",
    )
)
QUORUMS = st.sampled_from(("", ", quorum: more than half of members", ", quorum: at least 2/3 of members"))
EXTRAS = st.sampled_from(("", ", abstentions: against"))
VETOES = st.sampled_from(
    ("", VETO, VETO.replace("first", "b"), VETO.replace("act]", "act], override: at least 2/3 of members"))
)
CHARTERS = st.builds(
    lambda rule, quorum, extra, veto: charter(rule + quorum + extra, more=veto),
    RULES,
    QUORUMS,
    EXTRAS,
    VETOES,
)


@settings(max_examples=12, deadline=None)
@given(CHARTERS, CHARTERS)
def test_the_relation_is_that_of_every_ballot(old: Charter, new: Charter) -> None:
    found = relation(old, new).relation
    expected = by_every_ballot(old, new)
    if expected is not None:
        assert found == expected
    else:
        assert found in ("unknown", "incomparable") or old == new


@settings(max_examples=25, deadline=None)
@given(CHARTERS, CHARTERS)
def test_a_charter_equals_itself_and_the_other_way_round_is_mirrored(old: Charter, new: Charter) -> None:
    assert relation(old, old).relation == "equivalent"
    assert relation(new, old).relation == MIRRORED[relation(old, new).relation]


@settings(max_examples=25, deadline=None)
@given(CHARTERS, CHARTERS)
def test_what_is_seen_to_follow_does(old: Charter, new: Charter) -> None:
    room = Room([Setting(each).vote("act") for each in (old, new)])
    was, now = (over.adopted() for over in room.overs)
    if follows(now, was, room.cells):
        found, _ = carried_alone([room.overs[0].vote], [room.overs[1].vote], Budget(50_000))
        assert found is None
