"""The numbers that are compared, in words; and that they are the ones by which the rule was judged."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import FOUR, act, clause, verdict
from strategies import ballots_of, electorates, rules

from coalcheck.engine.decide.counting import lines_of, value_of
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Ballots, Electorate
from coalcheck.engine.threshold.judge import judge
from coalcheck.engine.threshold.tree import Compare, Lead, Ratio, Root, Rule

SHARES = "weights: {shares: {values: {a: 3, b: 1, c: 1, d: 1/2}, total: 6}}\n"
REGIONS = FOUR.replace("Alpha", "Alpha, region: north").replace("Beta", "Beta, region: south")
GROUP = "groups: {founders: [a, b]}\n"
VOTES = {"for": ["a", "b"], "against": ["c"]}

SAID = [
    pytest.param("more than half of votes cast", "", "2 of 3 votes cast; 2 were needed", id="votes cast"),
    pytest.param("all of votes cast", "", "2 of 3 votes cast; 3 were needed", id="all of them"),
    pytest.param("at least 2/3 of members", "", "2 of 4 members in favour; 3 were needed", id="members"),
    pytest.param(
        "more than half of members", "", "2 of 4 members in favour; 3 were needed", id="more than half"
    ),
    pytest.param("all but 1 of members", "", "2 of 4 members in favour; 3 were needed", id="all but one"),
    pytest.param(
        "at least 2/3 of members present", "", "2 of 3 members present in favour; 2 were needed", id="there"
    ),
    pytest.param(
        "attendance at least 2/3 of members", "", "3 of 4 members present; 3 were needed", id="attendance"
    ),
    pytest.param(
        "turnout at least half of members", "", "3 of 4 members voting; 2 were needed", id="turnout"
    ),
    pytest.param(
        "opposition less than 1/3 of votes cast",
        "",
        "1 of 3 votes cast against; fewer than 1 may be",
        id="opposition",
    ),
    pytest.param("at least 3 members", "", "2 members in favour; 3 were needed", id="a number"),
    pytest.param(
        "at least 1 founder member", GROUP, "2 founder members in favour; 1 was needed", id="of a group"
    ),
    pytest.param("at most 1 member against", "", "1 member against; at most 1 may be", id="at most"),
    pytest.param(
        "fewer than 2 members not in favour", "", "2 members not in favour; fewer than 2 may be", id="fewer"
    ),
    pytest.param("exactly 2 members", "", "2 members in favour; exactly 2 were needed", id="exactly"),
    pytest.param("no member against", "", "1 member against; none may be", id="nobody"),
    pytest.param("no member abstaining", "", "none abstaining; none may be", id="nobody did"),
    pytest.param(
        "at least 2 more in favour than against",
        "",
        "2 for and 1 against; 2 more in favour than against were needed",
        id="a lead",
    ),
    pytest.param(
        "at least 3 times as many in favour as against",
        "",
        "2 for and 1 against; 3 were needed",
        id="a ratio",
    ),
    pytest.param(
        "more than 2 times as many in favour as against",
        "",
        "2 for and 1 against; 3 were needed",
        id="more than a ratio",
    ),
    pytest.param(
        "at least 1.5 times the square root of members",
        "",
        "2 of 4 members in favour; 3 were needed",
        id="a root",
    ),
    pytest.param(
        "more than half of shares", SHARES, "4 of 6 shares in favour; more than 3 were needed", id="a weight"
    ),
    pytest.param(
        "more than half of shares cast",
        SHARES,
        "4 of 5 shares present and voting in favour; more than 2.5 were needed",
        id="of a weight cast",
    ),
    pytest.param(
        "at least half of members in each region",
        "",
        "north: 1 of 1 member in favour; 1 was needed; and south: 1 of 1 member in favour; 1 was needed",
        id="in each region",
    ),
    pytest.param(
        "more than half of votes cast and at least 3 members",
        "",
        "2 of 3 votes cast; 2 were needed; and 2 members in favour; 3 were needed",
        id="two clauses",
    ),
]


@pytest.mark.parametrize(("rule", "more", "said"), SAID)
def test_said(rule: str, more: str, said: str) -> None:
    assert clause(verdict(act(f"passes: {rule}", more, REGIONS), ballots=VOTES), "rule").said == said


def test_nobody_voted() -> None:
    found = verdict(act("passes: more than half of votes cast"), ballots={"abstain": ["a"]})
    assert clause(found, "rule").said == "0 of 0 votes cast; a share of nothing is not reached"


@given(rule=rules(), data=st.data())
def test_the_numbers_are_those_of_the_judge(rule: Rule, data: st.DataObject) -> None:
    """What there was and what was needed: the reference judge sums members, and these sum cells."""
    roll: Electorate = data.draw(electorates())
    ballots: Ballots = data.draw(ballots_of(roll))
    bound = bind(rule, roll, silence=True)
    heads = bound.heads(ballots)
    readings = judge(rule, roll, ballots).readings
    lines = lines_of(rule, roll, bound.cells)
    assert [(each.clause, each.where) for each in lines] == [(each.clause, each.where) for each in readings]
    for line, reading in zip(lines, readings, strict=True):
        assert (line.have is None) is (reading.met is None)
        if line.have is None:
            continue
        have = Fraction(value_of(line.have, heads))
        measure = line.clause.measure
        if isinstance(measure, Root):
            assert have**2 == reading.have
        elif isinstance(measure, Lead) and line.whole is not None:
            assert have - value_of(line.whole, heads) == reading.have
        else:
            assert have == reading.have
        if isinstance(measure, Ratio) and line.whole is not None:
            assert measure.factor.value * value_of(line.whole, heads) == reading.need
        assert line.said(heads)


@given(rule=rules(), data=st.data())
def test_what_was_needed_is_the_least_that_is_enough(rule: Rule, data: st.DataObject) -> None:
    """A number that is said to be needed is reached exactly where the clause is met."""
    roll: Electorate = data.draw(electorates())
    ballots: Ballots = data.draw(ballots_of(roll))
    bound = bind(rule, roll, silence=True)
    heads = bound.heads(ballots)
    for line, reading in zip(
        lines_of(rule, roll, bound.cells), judge(rule, roll, ballots).readings, strict=True
    ):
        words = line.said(heads).rpartition("; ")[2].split()
        compare = getattr(line.clause.measure, "compare", Compare.AT_LEAST)
        if line.have is None or words[1:] not in (["were", "needed"], ["was", "needed"]):
            continue
        if compare in (Compare.AT_LEAST, Compare.MORE_THAN):
            enough = value_of(line.have, heads) >= int(words[0].replace(",", ""))
            assert enough is reading.met
