"""Two rules for one kind of decision: in what they differ, on which ballots and days."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read


def facts_of(decisions: str, *, members: int = 5, more: str = "") -> list[Fact]:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\n{more}\ndecisions: {{{decisions}}}\n"
    return list(collect(load(read(text, "x"))).facts)


def twins(one: str, two: str, *, members: int = 5, more: str = "") -> Fact:
    """The fact of two decisions that both cover speaking."""
    decisions = f"a-rule: {{covers: [speak], {one}}}, b-rule: {{covers: [speak], {two}}}"
    (fact,) = [
        fact for fact in facts_of(decisions, members=members, more=more) if "same_kinds" in fact.values
    ]
    return fact


HALF = "passes: more than half of members"


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        pytest.param(
            HALF,
            "passes: at least 2/3 of members",
            'With 3 for and 2 staying away, "a rule" is carried and "b rule" is not.',
            id="a larger share",
        ),
        pytest.param(
            "passes: more than half of votes cast",
            HALF,
            'With 1 for and 4 staying away, "a rule" is carried and "b rule" is not.\n'
            "So it is up to 2 for, 1 against and 2 staying away.",
            id="another base",
        ),
        pytest.param(
            "passes: more than half of votes cast, quorum: at least 2 members",
            "passes: more than half of votes cast, quorum: at least 4 members",
            'With 2 for and 3 staying away, "a rule" is carried and "b rule" is not.',
            id="another quorum",
        ),
        pytest.param(
            "passes: no member against, silence: adopts",
            "passes: no member against",
            'With nobody voting, "a rule" is carried and "b rule" is not.',
            id="silence",
        ),
        pytest.param(
            "passes: more than half of votes cast",
            "passes: more than half of members voting",
            'With 1 for, 1 abstaining and 3 staying away, "a rule" is carried',
            id="who abstains",
        ),
        pytest.param(
            f"{HALF}, tie: fails", f"{HALF}, tie: chair", "They differ in what a tie means.", id="a tie"
        ),
        pytest.param(
            f"{HALF}, window: 2 days, otherwise: {{after: 2 days, passes: all members}}",
            f"{HALF}, window: 3 days",
            "They also differ in what happens where it fails.",
            id="what happens where it fails, and time",
        ),
        pytest.param(
            f"{HALF}, body: few",
            HALF,
            '"a rule" is decided by few, "b rule" by all members.',
            id="other people",
        ),
    ],
)
def test_results_can_differ(one: str, two: str, words: str) -> None:
    fact = twins(one, two, more="bodies: {few: {members: [m0, m1]}}")
    assert fact.values["differ_in"] == "votes"
    assert words in str(fact.values["difference"])


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        pytest.param(
            "window: 7 days",
            "window: 28 days",
            'A vote is open for 7 days by "a rule" and for 28 days by "b rule": '
            "from day 8 to day 28 it is closed by the one and open by the other.",
            id="a week and four",
        ),
        pytest.param("window: 7 days", "window: 8 days", "on day 8 it is closed by the one", id="a day more"),
        pytest.param(
            "window: 28 days",
            "window: 1 week",
            "from day 8 to day 28 it is closed by the one",
            id="the longer one first, in another unit",
        ),
        pytest.param("window: 48 hours", "window: 50 hours", 'for 50 hours by "b rule".', id="no whole days"),
        pytest.param(
            "window: at least 7 days",
            "window: 7 days",
            '"a rule" does not say when it closes.',
            id="only a least",
        ),
        pytest.param(
            "notice: 2 clear days",
            "notice: 10 clear days",
            'Notice is 2 clear days by "a rule" and 10 clear days by "b rule".',
            id="notice",
        ),
        pytest.param(
            "notice: 2 days",
            "",
            'Only "a rule" says how long before it everyone is told: 2 days.',
            id="only one",
        ),
        pytest.param(
            "deliberation: 2 weeks", "deliberation: 3 weeks", "The talk before takes 2 weeks", id="talk"
        ),
    ],
)
def test_only_times_differ(one: str, two: str, words: str) -> None:
    fact = twins(f"{HALF}, {one}", ", ".join(filter(None, (HALF, two))))
    assert fact.values["differ_in"] == "times"
    assert words in str(fact.values["difference"])


@pytest.mark.parametrize(
    ("one", "two", "members"),
    [
        pytest.param(HALF, HALF, 5, id="the same words"),
        pytest.param(HALF, "passes: a majority of members", 5, id="other words for the same"),
        pytest.param(HALF, "passes: at least 2/3 of members", 3, id="the same number of three"),
        pytest.param(f"{HALF}, body: whole", HALF, 5, id="a body of all and nobody named"),
    ],
)
def test_nothing_differs(one: str, two: str, members: int) -> None:
    fact = twins(one, two, members=members, more="bodies: {whole: {members: all}}")
    assert fact.values["differ_in"] == "nothing"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(HALF, "passes: at least two thirds", id="a rule without a reading"),
        pytest.param(HALF, "passes: all founders", id="a rule that counts nobody known"),
        pytest.param(HALF, f"{HALF}, quorum: most of us", id="a quorum without a reading"),
        pytest.param(HALF, "", id="no rule"),
    ],
)
def test_what_cannot_be_worked_out_is_not_guessed(one: str, two: str) -> None:
    fact = twins(one, two or "notice: 2 days", more="groups: {founders: []}")
    assert fact.values["differ_in"] == "unsaid"
    assert "With" not in str(fact.values["difference"])


def test_a_removal_is_compared_among_the_others() -> None:
    (fact,) = [
        fact
        for fact in facts_of(
            "a: {covers: [expel], passes: more than half of the other members}, "
            "b: {covers: [expel], passes: at least 2/3 of the other members}",
            members=6,
        )
        if "same_kinds" in fact.values
    ]
    assert 'With 3 for and 2 staying away, "a" is carried' in str(fact.values["difference"])


def test_members_that_are_not_alike_are_named() -> None:
    fact = twins(
        "passes: more than half of money",
        HALF,
        members=3,
        more="weights: {money: {m0: 60, m1: 20, m2: 20}}",
    )
    assert 'With m0 for, m1 and m2 staying away, "a rule" is carried' in str(fact.values["difference"])


def test_of_three_rules_each_two_are_compared() -> None:
    rules = ", ".join(f"r{n}: {{covers: [speak], passes: at least {n} members}}" for n in (2, 3, 4))
    pairs = [fact.id for fact in facts_of(rules) if "same_kinds" in fact.values]
    assert pairs == ["r2, r3", "r2, r4", "r3, r4"]


@pytest.mark.parametrize(
    "decisions",
    [
        pytest.param(
            "a: {covers: [speak], passes: all members}, b: {covers: [spend], passes: all members}",
            id="two kinds",
        ),
        pytest.param(
            "a: {covers: [amend], passes: all members}, "
            "b: {covers: [amend], passes: at least 3 members, applies_if: {notice: 14 days}}",
            id="one with notice",
        ),
        pytest.param(
            "a: {covers: [amend], passes: all members, valid: {to: 2026-05-31}}, "
            "b: {covers: [amend], passes: at least 3 members, valid: {from: 2026-06-01}}",
            id="one after the other",
        ),
    ],
)
def test_no_two_rules_for_one_kind(decisions: str) -> None:
    assert [fact for fact in facts_of(decisions) if "same_kinds" in fact.values] == []
