"""Decisions about a member: about whom the others cannot decide without it, or one of them alone does."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read

FOUR = "members: [{id: a}, {id: b}, {id: c}, {id: d}]\n"
MORE = """\
groups: {payers: [b, c]}
weights:
  dues: {values: {a: 50, b: 20, c: 20, d: 10}, total: 100}
  crates: {a: 50, b: 20, c: 20, d: 10}
bodies: {two: {members: [a, b]}, three: {members: [a, b, c]}}
"""
APART = "member_concerned: {votes: false}"


def facts(rules: str, members: str = FOUR) -> tuple[Fact, ...]:
    text = f"name: X\n{members}{MORE}decisions:\n  out: {{{rules}}}\n"
    return collect(load(read(text, "x"))).facts


def about(rules: str, members: str = FOUR) -> tuple[object, object]:
    values = next(each.values for each in facts(rules, members) if each.subject == "decision")
    return values.get("stuck_about"), values.get("one_decides_about")


@pytest.mark.parametrize(
    ("rules", "who"),
    [
        pytest.param(
            f"covers: [expel], passes: at least 60% of dues, {APART}", "a", id="the one with the weight"
        ),
        pytest.param(f"covers: [expel], passes: at least 2 payers, {APART}", "b or c", id="a group of two"),
        pytest.param(
            "covers: [expel], passes: at least 2 payers, otherwise: {passes: at least 60% of dues}, "
            f"{APART}",
            None,
            id="one way or the other",
        ),
        pytest.param(
            "covers: [amend, expel], passes: all members, member_concerned: {votes: false, counted: true}",
            "any of you",
            id="counted and not voting, in a rule for more",
        ),
        pytest.param(
            "covers: [expel], passes: all members, member_concerned: {votes: false, counted: true}",
            None,
            id="always about one: said of the sentence",
        ),
        pytest.param(
            "covers: [suspend], passes: all the other members, quorum: at least 2 payers,"
            " member_concerned: {votes: false, for_quorum: false}",
            "b or c",
            id="a quorum",
        ),
        pytest.param(
            "covers: [suspend], passes: all the other members, quorum: at least 2 payers,"
            " second_call: {quorum: at least 2 members}, member_concerned: {votes: false, for_quorum: false}",
            None,
            id="a second call",
        ),
    ],
)
def test_about_whom_the_others_cannot_decide(rules: str, who: str | None) -> None:
    assert about(rules) == (who, None)


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(
            f"covers: [expel], passes: at least 60% of crates, {APART}", id="a weight of the others"
        ),
        pytest.param("covers: [expel], passes: at least 60% of dues", id="it votes itself"),
        pytest.param(f"covers: [spend], passes: at least 60% of dues, {APART}", id="about no member"),
        pytest.param(
            "covers: [expel], passes: at least 3/4 of the other members", id="a share of the others"
        ),
        pytest.param(
            "covers: [expel], body: three, passes: all the other members", id="two are left to decide"
        ),
    ],
)
def test_about_anybody_the_others_decide(rules: str) -> None:
    assert about(rules) == (None, None)


@pytest.mark.parametrize(
    ("rules", "who"),
    [
        pytest.param(
            f"covers: [expel], body: two, passes: all members, {APART}", "a or b", id="a body of two"
        ),
        pytest.param(
            "covers: [suspend], body: two, passes: more than half of the other members, "
            "member_concerned: {votes: false, counted: false}",
            "a or b",
            id="of the others",
        ),
    ],
)
def test_about_whom_one_decides(rules: str, who: str) -> None:
    assert about(rules) == (None, who)


def test_of_two_the_other_one_decides_and_that_is_no_news() -> None:
    two = "members: [{id: a}, {id: b}]\n"
    assert about(f"covers: [expel], passes: all members, {APART}", two) == (None, None)


def test_a_rule_that_can_be_used_against_some_is_within_reach() -> None:
    rules = f"covers: [expel], passes: at least 60% of dues, {APART}"
    sentence = next(each for each in facts(rules) if each.subject == "clause")
    assert sentence.values["reachable"] is True
    assert "stuck_without" not in sentence.values
