"""Two decisions of a body: whether more is asked where more is at stake."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.electorate import AGAINST, IN_FAVOUR, Ballots, Electorate, Row
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import All, Any, Clause, Rule


def pairs(decisions: str, *, members: int = 3, more: str = "") -> list[Fact]:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\n{more}\ndecisions: {{{decisions}}}\n"
    facts = collect(load(read(text, "x"))).facts
    # Two rules for one kind are a pair too, and tested beside the contradictions.
    return [fact for fact in facts if fact.subject == "pair-of-decisions" and "same_kinds" not in fact.values]


SPEAK = "s: {covers: [speak], passes: at least 2/3 of members}"


@pytest.mark.parametrize(
    ("decisions", "easier", "kinds"),
    [
        pytest.param(
            f"{SPEAK}, c: {{covers: [amend], passes: all members}}", False, "amend, speak", id="harder"
        ),
        pytest.param(
            f"{SPEAK}, c: {{covers: [amend], passes: at least 2/3 of members}}",
            False,
            "amend, speak",
            id="alike",
        ),
        pytest.param(
            f"{SPEAK}, c: {{covers: [amend], passes: at least 1/3 of members}}",
            True,
            "amend, speak",
            id="easier",
        ),
        pytest.param(
            "s: {covers: [speak, spend], passes: all members}, "
            "c: {covers: [amend, dissolve], passes: half of members}",
            True,
            "amend, spend",
            id="changing the charter comes first, and the highest below it",
        ),
        pytest.param(
            "s: {covers: [speak], passes: all members}, c: {covers: [spend], passes: half of members}",
            True,
            "spend, speak",
            id="money above words",
        ),
        pytest.param(
            "s: {covers: [speak], passes: all members, otherwise: {passes: at least 2 members}}, "
            "c: {covers: [amend], passes: at least 2 members}",
            False,
            "amend, speak",
            id="where all of them fail, two will do for both",
        ),
        pytest.param(
            "s: {covers: [speak], passes: at least 2 members}, "
            "c: {covers: [amend], passes: all members, otherwise: {passes: at least 1 member}}",
            True,
            "amend, speak",
            id="one will do in the end",
        ),
    ],
)
def test_one_pair(decisions: str, easier: bool, kinds: str) -> None:
    (fact,) = pairs(decisions)
    assert fact.values["higher_is_easier"] is easier
    assert f"{fact.values['higher_kind']}, {fact.values['lower_kind']}" == kinds
    assert ("example" in fact.values) is easier
    assert fact.route == ("decisions", "c", "passes")


@pytest.mark.parametrize(
    "decisions",
    [
        pytest.param(
            "s: {covers: [speak], passes: all members}, t: {covers: [event], passes: half of members}",
            id="equal stakes",
        ),
        pytest.param(
            f"{SPEAK}, c: {{covers: [amend], passes: at least two}}", id="a sentence that cannot be read"
        ),
        pytest.param(f"{SPEAK}, c: {{covers: [our-own], passes: half of members}}", id="a kind of their own"),
        pytest.param(
            "s: {covers: [amend], passes: all members}, t: {covers: [amend, speak], passes: half of members}",
            id="two rules for one kind",
        ),
        pytest.param(
            f"{SPEAK}, c: {{covers: [amend], body: few, passes: half of members}}", id="another body"
        ),
        pytest.param(
            f"{SPEAK}, c: {{covers: [amend], passes: half of members, also: [{{body: few}}]}}",
            id="another body must agree too",
        ),
        pytest.param(f"{SPEAK}, c: {{covers: [dissolve], passes: half of members}}", id="it can be stopped"),
        pytest.param(
            f"{SPEAK}, c: {{covers: [expel], passes: more than half of the other members}}", id="another roll"
        ),
    ],
)
def test_what_is_not_compared(decisions: str) -> None:
    more = "kinds: [our-own]\nbodies: {few: {members: [m0]}}\nvetoes: [{holders: [m0], over: [dissolve]}]"
    assert pairs(decisions, more=more) == []


def test_removals_are_compared_with_one_another() -> None:
    (fact,) = pairs(
        "e: {covers: [expel], passes: half of the other members}, "
        "s: {covers: [suspend], passes: all the other members}"
    )
    assert fact.values["higher_is_easier"] is True


def test_unlike_members_are_named_in_the_example() -> None:
    (fact,) = pairs(
        "s: {covers: [speak], passes: all members}, c: {covers: [amend], passes: more than half of money}",
        more="weights: {money: {m0: 60, m1: 20, m2: 20}}",
    )
    assert fact.values["example"] == "m0 for, the others against"


SENTENCES = (
    "all members", "more than half of members", "at least 2/3 of members", "at least 2/3 of votes cast",
    "at least 2 members", "no member against", "at most 1 members against", "more in favour than against",
    "all founders", "more than half of founders", "at least 1 founder and half of members",
    "at least 2 more in favour than against", "all members or all founders",
)  # fmt: skip


@given(easy=st.sampled_from(SENTENCES), hard=st.sampled_from(SENTENCES), members=st.integers(2, 5))
def test_it_agrees_with_every_full_vote(easy: str, hard: str, members: int) -> None:
    (fact,) = pairs(
        f"s: {{covers: [speak], passes: {hard}}}, c: {{covers: [amend], passes: {easy}}}",
        members=members,
        more="groups: {founders: [m0, m1]}",
    )
    rows = tuple(Row(f"m{n}", groups=frozenset({"founders"} if n < 2 else ())) for n in range(members))
    roll = Electorate(rows)

    def carried(sentence: str) -> set[tuple[bool, ...]]:
        rule = _read(sentence)
        votes = product((True, False), repeat=members)
        return {v for v in votes if adopts(rule, roll, _ballots(rows, v), silence=False)}

    assert fact.values["higher_is_easier"] is bool(carried(easy) - carried(hard))


def _read(sentence: str) -> Rule:
    rule = parse(sentence, Names(groups=frozenset({"founders"})))
    assert isinstance(rule, Clause | All | Any)
    return rule


def _ballots(rows: tuple[Row, ...], votes: tuple[bool, ...]) -> Ballots:
    return {row.id: IN_FAVOUR if yes else AGAINST for row, yes in zip(rows, votes, strict=True)}


@pytest.mark.parametrize(
    ("decisions", "found"),
    [
        pytest.param(
            "s: {covers: [speak], passes: all members}, "
            "c: {covers: [amend, expel], passes: at least 1 member}",
            ["amend, speak"],
            id="the easier one covers an expulsion too",
        ),
        pytest.param(
            "s: {covers: [speak, suspend], passes: all members}, "
            "c: {covers: [amend], passes: at least 1 member}",
            ["amend, speak"],
            id="the harder one covers a suspension too",
        ),
        pytest.param(
            "e: {covers: [expel], passes: all members}, c: {covers: [amend], passes: at least 1 member}",
            [],
            id="only one is about a member",
        ),
        pytest.param(
            "u: {covers: [suspend], passes: all members}, e: {covers: [expel], passes: at least 1 member}",
            ["expel, suspend"],
            id="both are about a member",
        ),
    ],
)
def test_who_votes_is_asked_of_the_kinds_compared(decisions: str, found: list[str]) -> None:
    kinds = [
        f"{fact.values['higher_kind']}, {fact.values['lower_kind']}"
        for fact in pairs(decisions, members=4)
        if fact.values["higher_is_easier"]
    ]
    assert kinds == found


@pytest.mark.parametrize(
    "speak",
    [
        pytest.param("at least 5 members", id="out of reach"),
        pytest.param("at least 120% of members", id="a share out of reach"),
        pytest.param(
            "more than half of members and at least 5 members present", id="a presence out of reach"
        ),
        pytest.param("exactly 2 members", id="one yes more defeats it"),
        pytest.param("fewer than 2 members in favour", id="more than one yes defeats it"),
    ],
)
def test_what_everyone_together_does_not_carry_is_compared_with_nothing(speak: str) -> None:
    rule = f"s: {{covers: [speak], passes: {speak}}}"
    assert pairs(f"{rule}, c: {{covers: [amend], passes: all members}}") == []
    assert pairs(f"c: {{covers: [speak], passes: all members}}, {rule.replace('speak]', 'amend]')}") == []
