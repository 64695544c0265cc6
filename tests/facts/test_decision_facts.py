"""Decisions: who can carry them, who can stop them, and which kinds have one rule, none, or two."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.coverage import clashes, uncovered
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.electorate import AGAINST, IN_FAVOUR, Electorate, Row, Votes
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import All, Any, Clause


def charter_of(text: str) -> Charter:
    charter = load(read(text, "x")).charter
    assert charter is not None
    return charter


def decision(rules: str, *, members: int = 3, more: str = "") -> Fact:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\n{more}\ndecisions:\n  d: {{{rules}}}\n"
    return next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "decision")


@pytest.mark.parametrize(
    ("rules", "fewest"),
    [
        pytest.param("passes: at least 2/3 of votes cast", 1, id="votes cast"),
        pytest.param("passes: more than half of members present", 1, id="present"),
        pytest.param("passes: more in favour than against", 1, id="more than against"),
        pytest.param("passes: at least 2 more in favour than against", 2, id="by two"),
        pytest.param(
            "passes: at least 2/3 of votes cast, quorum: more than half of members", None, id="a quorum"
        ),
        pytest.param("passes: more than half of members", None, id="a share of all"),
        pytest.param("passes: at least 2 members and half of votes cast", None, id="a floor of its own"),
        pytest.param(
            "passes: turnout at least half of members and half of votes cast", None, id="a turnout of its own"
        ),
        pytest.param("passes: no member against, silence: adopts", None, id="silence adopts"),
    ],
)
def test_how_few_can_decide(rules: str, fewest: int | None) -> None:
    fact = decision(rules, members=5)
    assert fact.values.get("fewest_who_can_decide") == fewest
    if fewest is not None:
        assert fact.values["percent_who_can_decide"] == fewest * 20


@pytest.mark.parametrize(
    ("passes", "members", "carries"),
    [
        pytest.param("at least half of votes cast", 4, True, id="half of an even number"),
        pytest.param("at least half of votes cast", 3, True, id="two of three vote"),
        pytest.param("at least half of members", 4, True, id="half of all, even"),
        pytest.param("at least half of members", 3, False, id="half of all, odd: no tie is half"),
        pytest.param("more than half of votes cast", 4, False, id="more than half"),
        pytest.param("at least 0 more in favour than against", 4, True, id="no lead is asked"),
        pytest.param("more in favour than against", 4, False, id="a lead"),
        pytest.param("at least 1 times as many in favour as against", 4, True, id="as many"),
        pytest.param("at least 1/3 of votes cast", 4, False, id="a third is not about ties"),
        pytest.param("opposition at most half of votes cast", 4, False, id="a limit on opposition"),
    ],
)
def test_ties(passes: str, members: int, carries: bool) -> None:
    assert decision(f"passes: {passes}", members=members).values["adopts_on_tie"] is carries


@pytest.mark.parametrize(
    ("passes", "limits"),
    [
        pytest.param("no member against", True, id="no objection"),
        pytest.param("at most 1 members against", True, id="one objection"),
        pytest.param("opposition less than a third of votes cast", True, id="a share of opposition"),
        pytest.param("at least 1 member and no member against", False, id="one yes"),
        pytest.param("all members", False, id="every yes"),
        pytest.param("more than half of members or no member against", True, id="either"),
        pytest.param("fewer than 2 members not in favour", False, id="nearly every yes, said the other way"),
    ],
)
def test_a_rule_that_needs_no_yes(passes: str, limits: bool) -> None:
    passes = passes.replace("a third", "1/3")
    assert decision(f"passes: {passes}").values["only_limits_opposition"] is limits


WEIGHTS = "weights: {money: {m0: 53, m1: 30, m2: 17}}"


@pytest.mark.parametrize(
    ("passes", "everyone", "alone"),
    [
        pytest.param("all members", True, None, id="all"),
        pytest.param("no member against", True, None, id="no objection"),
        pytest.param("at least 3/4 of members", True, None, id="a share that is all"),
        pytest.param("more than half of members", False, None, id="a majority"),
        pytest.param("more than half of money", False, "m0", id="one heavy weight"),
        pytest.param("at least 4/5 of money", False, "m0 and m1", id="two heavy weights"),
    ],
)
def test_who_can_stop_it_alone(passes: str, everyone: bool, alone: str | None) -> None:
    fact = decision(f"passes: {passes}", more=WEIGHTS)
    assert fact.values["needs_everyone"] is everyone
    assert fact.values.get("who_alone") == alone


@given(
    weights=st.lists(st.integers(0, 9), min_size=1, max_size=5).filter(any),
    share=st.fractions(Fraction(1, 10), 1, max_denominator=10),
)
def test_who_can_stop_it_alone_agrees_with_the_judge(weights: list[int], share: Fraction) -> None:
    sentence = f"at least {share.numerator}/{share.denominator} of w"
    listed = ", ".join(f"m{n}: {weight}" for n, weight in enumerate(weights))
    fact = decision(f"passes: {sentence}", members=len(weights), more=f"weights: {{w: {{{listed}}}}}")
    rule = parse(sentence, Names(weights=frozenset({"w"})))
    assert isinstance(rule, Clause | All | Any)
    rows = tuple(Row(f"m{n}", weights={"w": Fraction(weight)}) for n, weight in enumerate(weights))
    roll = Electorate(rows)
    alone = [
        row.id
        for row in rows
        if not adopts(rule, roll, {r.id: AGAINST if r is row else IN_FAVOUR for r in rows}, silence=False)
    ]

    assert fact.values["needs_everyone"] is (len(alone) == len(rows))
    assert fact.values["one_can_stop"] is (0 < len(alone) < len(rows))


@pytest.mark.parametrize(
    ("rules", "votes", "can_stop"),
    [
        pytest.param("covers: [expel], passes: all members", True, True, id="all"),
        pytest.param(
            "covers: [expel], passes: at least 2/3 of members", True, False, id="two thirds of three"
        ),
        pytest.param(
            "covers: [expel], passes: at least 3/4 of members", True, True, id="three quarters of three"
        ),
        pytest.param("covers: [expel], passes: all the other members", False, False, id="the others"),
        pytest.param(
            "covers: [expel], passes: all members, member_concerned: {votes: false}",
            False,
            False,
            id="recused",
        ),
        pytest.param(
            "covers: [suspend], passes: all members, member_concerned: {may_speak: true}",
            True,
            True,
            id="only heard",
        ),
    ],
)
def test_the_member_concerned(rules: str, votes: bool, can_stop: bool) -> None:
    fact = decision(rules)
    assert fact.values["concerned_votes"] is votes
    assert fact.values["concerned_can_stop"] is can_stop


def test_only_a_removal_is_about_a_member() -> None:
    assert "concerned_votes" not in decision("covers: [speak], passes: all members").values


@pytest.mark.parametrize(
    ("declared", "decisions", "missing"),
    [
        pytest.param("model: opportunistic", "[speak]", ("amend", "dissolve"), id="opportunistic"),
        pytest.param("kind: coalition", "[speak]", ("amend", "dissolve"), id="no model: the least"),
        pytest.param(
            "model: structural",
            "[speak, amend]",
            ("admit", "expel", "widen-scope", "dissolve"),
            id="structural",
        ),
        pytest.param("kind: body", "[speak]", ("amend",), id="a standing body"),
        pytest.param(
            "model: structural\nscope: {widen: d}",
            "[speak, amend]",
            ("admit", "expel", "dissolve"),
            id="widened by",
        ),
        pytest.param(
            "model: structural\njoining: {decision: d}",
            "[speak, amend]",
            ("expel", "widen-scope", "dissolve"),
            id="joined by",
        ),
        pytest.param("model: opportunistic", "[speak, amend, dissolve]", (), id="all of them"),
    ],
)
def test_kinds_without_a_rule(declared: str, decisions: str, missing: tuple[str, ...]) -> None:
    members = "members: [{id: a}, {id: b}, {id: c}]"
    text = f"name: X\n{declared}\n{members}\ndecisions:\n  d: {{covers: {decisions}}}\n"
    assert uncovered(charter_of(text)) == missing


def test_two_members_need_no_rule_for_expelling() -> None:
    text = "name: X\nmodel: structural\nmembers: [{id: a}, {id: b}]\ndecisions: {d: {covers: [speak]}}\n"
    assert "expel" not in uncovered(charter_of(text))


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        pytest.param("covers: [speak, spend]", "covers: [spend]", ("spend",), id="one kind in both"),
        pytest.param("covers: [speak]", "covers: [spend]", None, id="one each"),
        pytest.param(
            "covers: [amend]",
            "covers: [amend], applies_if: {notice: 14 days}",
            None,
            id="one of them with notice",
        ),
        pytest.param(
            "covers: [amend], valid: {to: 2026-05-31}",
            "covers: [amend], valid: {from: 2026-06-01}",
            None,
            id="in turn",
        ),
        pytest.param(
            "covers: [amend], valid: {to: 2026-06-01}",
            "covers: [amend], valid: {from: 2026-06-01}",
            ("amend",),
            id="both on one day",
        ),
        pytest.param("covers: [spend], body: few", "covers: [spend]", None, id="up to a limit, and above it"),
        pytest.param(
            "covers: [speak], body: few", "covers: [speak]", ("speak",), id="a limit on money is about money"
        ),
    ],
)
def test_kinds_with_two_rules(first: str, second: str, kinds: tuple[str, ...] | None) -> None:
    text = (
        "name: X\nmembers: [{id: a}, {id: b}]\nbodies: {few: {members: [a], limits: {spend: 100 EUR}}}\n"
        f"decisions:\n  one: {{{first}}}\n  two: {{{second}}}\n"
    )
    charter = charter_of(text)
    assert clashes(charter, "one") == {}
    assert clashes(charter, "two").get("one") == kinds


@pytest.mark.parametrize(
    ("rules", "too_short"),
    [
        pytest.param("answer_within: 3 days", True, id="less time"),
        pytest.param("answer_within: 10 days", False, id="just enough"),
        pytest.param("answer_within: 3 days, notice: 7 days", False, id="enough with the notice before it"),
        pytest.param("window: 48 hours", True, id="hours"),
        pytest.param("window: 2 weeks", False, id="weeks"),
    ],
)
def test_time_to_answer(rules: str, too_short: bool) -> None:
    text = (
        "name: X\nmembers:\n  - {id: a, name: Alpha, how_we_work: {decides_in: 10 days}}\n"
        "  - {id: b, how_we_work: {decides_in: 30 days, delegate_alone: [texts]}}\n"
        f"decisions:\n  d: {{covers: [speak], passes: all members, {rules}}}\n"
    )
    fact = next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "decision")
    assert fact.values["window_too_short"] is too_short
    assert fact.values.get("slowest") == ("Alpha" if too_short else None)


def test_without_a_deadline_nobody_is_too_slow() -> None:
    assert "window_too_short" not in decision("passes: all members").values


@given(
    members=st.integers(1, 4), share=st.fractions(Fraction(1, 6), 1, max_denominator=6), strict=st.booleans()
)
def test_the_fewest_agree_with_every_ballot(members: int, share: Fraction, strict: bool) -> None:
    sentence = f"{'more than' if strict else 'at least'} {share.numerator}/{share.denominator} of votes cast"
    fact = decision(f"passes: {sentence}", members=members)
    rule = parse(sentence)
    assert isinstance(rule, Clause | All | Any)
    roll = Electorate(tuple(Row(f"m{n}") for n in range(members)))
    counts = []
    for choice in product((IN_FAVOUR, Votes()), repeat=members):
        ballots = {row.id: votes for row, votes in zip(roll.rows, choice, strict=True)}
        if adopts(rule, roll, ballots, silence=False):
            counts.append(sum(votes.in_favour for votes in choice))

    assert fact.values.get("fewest_who_can_decide") == (min(counts) if counts else None)
