"""Rules counted again after departures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import recount
from coalcheck.engine.source.read import read

FOUR = "members: [{id: a}, {id: b}, {id: c}, {id: d}]\n"
LEFT = "happened: leaving\ndate: 2026-03-01\nleaving: {who: d, last_day: 2026-04-30}"


def counted(
    decisions: str, *entries: str, members: str = FOUR, as_of: str = "2027-01-01"
) -> list[tuple[Value, ...]]:
    charter = f"name: Clean Air\n{members}decisions:\n{decisions}"
    return said(recount, recorded(*entries, charter=charter, as_of=as_of), "rule_of", "stay", "rule_after")


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param(
            "  x: {covers: [amend], passes: at least 3/4 of members}",
            [("everyone-now", "x", "three of you", "3/4 of 3 is 2 1/4, so 3")],
            id="three quarters of three",
        ),
        pytest.param(
            "  x: {covers: [spend], passes: at least 4 members}",
            [("rule-out-of-reach-now", "x", "three of you", "")],
            id="four of three",
        ),
        pytest.param(
            "  x: {covers: [spend], passes: all members, quorum: at least 4 members}",
            [("quorum-out-of-reach-now", "x", "three of you", "")],
            id="a quorum of four",
        ),
        pytest.param(
            "  x: {covers: [spend], body: board, passes: at least 3/4 of members}\n"
            "bodies: {board: {members: [a, b, c]}}",
            [],
            id="a body that nobody left",
        ),
        pytest.param(
            "  x:\n    covers: [expel]\n    passes: at least 3 members\n"
            "    member_concerned: {votes: false}\n",
            [("rule-out-of-reach-now", "x", "two that decide", "")],
            id="about one of those who stay",
        ),
        pytest.param("  x: {covers: [spend], passes: at least 2/3 of members}", [], id="room enough"),
        pytest.param("  x: {covers: [spend], passes: all members}", [], id="everyone, then as now"),
        pytest.param(
            "  x: {covers: [spend], passes: at least 4/5 of members}", [], id="everyone before, too"
        ),
        pytest.param("  x: {covers: [spend], passes: at least 9 members}", [], id="out of reach before, too"),
        pytest.param(
            "  x: {covers: [spend], passes: at least 4 members, valid: {to: 2026-12-31}}",
            [],
            id="not in force now",
        ),
    ],
)
def test_a_rule_after_a_departure(decisions: str, expected: list[tuple[Value, ...]]) -> None:
    assert counted(decisions, LEFT) == expected


@pytest.mark.parametrize(
    ("entries", "members", "as_of"),
    [
        pytest.param([], FOUR, "2027-01-01", id="nobody left"),
        pytest.param([LEFT], FOUR, "2026-04-30", id="on the last day"),
        pytest.param(
            [LEFT],
            FOUR.replace("]", ", {id: e, in: {from: 2026-05-01}}]"),
            "2027-01-01",
            id="somebody came in its place",
        ),
    ],
)  # fmt: skip
def test_a_rule_that_is_as_it_was(entries: list[str], members: str, as_of: str) -> None:
    rule = "  x: {covers: [spend], passes: at least 4 members}"
    assert counted(rule, *entries, members=members, as_of=as_of) == []


def test_the_charter_tells_it_as_well_as_the_record() -> None:
    members = "members: [{id: a}, {id: b}, {id: c}, {id: d, in: {to: 2026-04-30}}]\n"
    meeting = "happened: meeting\ndate: 2026-05-01"
    rule = "  x: {covers: [amend], passes: at least 3/4 of members}"
    assert counted(rule, meeting, members=members) == counted(rule, LEFT)


NUMBERS = st.integers(1, 7)
RULES = st.one_of(
    st.builds("at least {} members".format, NUMBERS),
    st.builds("at least {}/{} of members".format, st.integers(1, 5), st.integers(6, 7)),
    st.builds("more than {}% of members".format, st.integers(10, 95)),
    st.just("all members"),
)


@given(RULES, st.integers(4, 7))
def test_it_is_what_the_charter_without_that_member_would_hear(rule: str, heads: int) -> None:
    """The same rule in a charter that never had the member: its facts say the same of it."""
    ids = "abcdefg"[:heads]
    with_all, without = (
        f"name: Clean Air\nmembers: [{', '.join('{id: ' + each + '}' for each in some)}]\n"
        f"decisions: {{x: {{covers: [spend], passes: {rule}}}}}\npurpose: Win.\n"
        for some in (ids, ids[:-1])
    )
    left = f"happened: leaving\ndate: 2026-03-01\nleaving: {{who: {ids[-1]}}}"
    found = [name for name, *_ in said(recount, recorded(left, charter=with_all))]

    def of(text: str) -> tuple[bool, bool]:
        facts = collect(load(read(text, "charter.yaml"))).facts
        (clause,) = [each for each in facts if each.subject == "clause"]
        return clause.values["reachable"] is False, clause.values.get("means_everyone") is True

    stuck, everyone = of(without)
    was_stuck, was_everyone = of(with_all)
    assert ("rule-out-of-reach-now" in found) is (stuck and not was_stuck)
    if not stuck:
        assert ("everyone-now" in found) is (everyone and not was_everyone)
