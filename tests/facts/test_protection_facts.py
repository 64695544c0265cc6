"""What a rule protects and gives away: idle quorums, second attempts, silence, one who decides alone."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.electorate import AGAINST, IN_FAVOUR, Electorate, Row
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import All, Any, Clause


def decision(rules: str, *, members: int = 5, more: str = "") -> Fact:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\n{more}\ndecisions:\n  d: {{{rules}}}\n"
    return next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "decision")


@pytest.mark.parametrize(
    ("rules", "idle"),
    [
        pytest.param("passes: at least 2/3 of members, quorum: at least 2/3 of members", True, id="the same"),
        pytest.param("passes: all members, quorum: more than half of members", True, id="all of them"),
        pytest.param(
            "passes: more than half of members, quorum: at least 4/5 of members", False, id="more must come"
        ),
        pytest.param("passes: 2/3 of votes cast, quorum: at least 2/3 of members", None, id="of votes cast"),
        pytest.param("passes: at least 2/3 of members", None, id="no quorum"),
        pytest.param(
            "passes: at least 2/3 of members, quorum: most of us", None, id="a quorum without a reading"
        ),
        pytest.param("passes: all members, quorum: all members, silence: adopts", False, id="silence adopts"),
    ],
)
def test_a_quorum_without_effect(rules: str, idle: bool | None) -> None:
    assert decision(rules).values.get("quorum_never_decides") is idle


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        pytest.param(
            "covers: [amend], passes: at least 2/3 of members, otherwise: {passes: 2/3 of votes cast}",
            "one of the five",
            id="of all, then of the votes",
        ),
        pytest.param(
            "covers: [amend], passes: at least 2/3 of members, "
            "otherwise: {passes: at least 2 more in favour than against}",
            "two of the five",
            id="then by two",
        ),
        pytest.param(
            "covers: [amend], passes: all members, otherwise: {passes: at least 3 members}",
            None,
            id="a number",
        ),
        pytest.param(
            "covers: [speak], passes: all members, otherwise: {passes: 2/3 of votes cast}",
            None,
            id="daily business",
        ),
        pytest.param(
            "covers: [amend], passes: half of votes cast, otherwise: {passes: 1/3 of votes cast}",
            None,
            id="the first asks for no more",
        ),
        pytest.param(
            "covers: [amend], passes: all members, otherwise: {passes: two thirds}",
            None,
            id="without a reading",
        ),
        pytest.param("covers: [amend], passes: all members", None, id="no second attempt"),
    ],
)
def test_a_second_attempt(rules: str, words: str | None) -> None:
    assert decision(rules).values.get("gives_way") == words


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        pytest.param("quorum: all members, ", "holds then as well", id="a quorum"),
        pytest.param("", "How many must be there", id="none"),
    ],
)
def test_what_is_not_written_of_the_second_attempt(rules: str, said: str) -> None:
    rest = "covers: [amend], passes: at least 2/3 of members, otherwise: {passes: 2/3 of votes cast}"
    assert said in str(decision(rules + rest).values["gives_way_quorum"])


@pytest.mark.parametrize(
    ("rules", "kinds"),
    [
        pytest.param("covers: [amend, speak], silence: adopts", "changing the charter", id="the charter"),
        pytest.param(
            "covers: [admit, expel], silence: adopts",
            "admitting a member and expelling a member",
            id="members",
        ),
        pytest.param("covers: [speak, spend], silence: adopts", None, id="daily business"),
        pytest.param("covers: [amend]", None, id="no silence"),
        pytest.param("covers: [our-own], silence: adopts", None, id="a kind of their own"),
    ],
)
def test_what_silence_adopts(rules: str, kinds: str | None) -> None:
    fact = decision(f"{rules}, passes: no member against", more="kinds: [our-own]")
    assert fact.values.get("grave_by_silence") == kinds


@pytest.mark.parametrize(
    ("covers", "low", "high"),
    [
        pytest.param("[speak, amend]", "speaking in public", "changing the charter", id="speak and amend"),
        pytest.param(
            "[spend, event, dissolve]", "spending and events", "ending the coalition", id="and the end"
        ),
        pytest.param("[partner, amend]", None, None, id="not daily"),
        pytest.param("[speak, admit]", None, None, id="not the charter"),
        pytest.param("[our-own, amend]", None, None, id="a kind of their own"),
    ],
)
def test_stakes_under_one_rule(covers: str, low: str | None, high: str | None) -> None:
    values = decision(f"covers: {covers}, passes: all members", more="kinds: [our-own]").values
    assert (values.get("low_stakes"), values.get("high_stakes")) == (low, high)


MONEY = "weights: {money: {m0: 60, m1: 30, m2: 10}}"


@pytest.mark.parametrize(
    ("passes", "alone"),
    [
        pytest.param("more than half of money", "m0", id="one heavy weight"),
        pytest.param("at least 30% of money", "m0 or m1", id="either of two"),
        pytest.param("more than half of money and at least 2 members", None, id="with a second yes"),
        pytest.param("at least 1 member", None, id="any of them"),
        pytest.param("more than half of members", None, id="by heads"),
        pytest.param("no member against", None, id="nobody against"),
    ],
)
def test_who_decides_alone(passes: str, alone: str | None) -> None:
    assert decision(f"passes: {passes}", members=3, more=MONEY).values.get("decides_alone") == alone


@given(
    weights=st.lists(st.integers(0, 9), min_size=2, max_size=5).filter(any),
    share=st.fractions(Fraction(1, 10), 1, max_denominator=10),
)
def test_who_decides_alone_agrees_with_the_judge(weights: list[int], share: Fraction) -> None:
    sentence = f"at least {share.numerator}/{share.denominator} of w"
    listed = ", ".join(f"m{n}: {weight}" for n, weight in enumerate(weights))
    fact = decision(f"passes: {sentence}", members=len(weights), more=f"weights: {{w: {{{listed}}}}}")
    rule = parse(sentence, Names(weights=frozenset({"w"})))
    assert isinstance(rule, Clause | All | Any)
    rows = tuple(Row(f"m{n}", weights={"w": Fraction(weight)}) for n, weight in enumerate(weights))
    alone = [
        row.id
        for row in rows
        if adopts(
            rule,
            Electorate(rows),
            {each.id: IN_FAVOUR if each is row else AGAINST for each in rows},
            silence=False,
        )
    ]
    assert ("decides_alone" in fact.values) is (0 < len(alone) < len(rows))


@pytest.mark.parametrize(
    ("passes", "members", "words"),
    [
        pytest.param("more than half of the other members", 6, "three of five", id="of the others"),
        pytest.param("more than half of members", 5, "three of five", id="of all"),
        pytest.param("at least 60% of members", 5, "three of five", id="60% of five"),
        pytest.param("more than half of votes cast", 8, "five of eight", id="of the votes"),
        pytest.param("at least 2/3 of the other members", 6, None, id="two thirds"),
        pytest.param("more than half of members", 4, None, id="of four three are more than two thirds"),
        pytest.param("more than half of members", 3, None, id="of three two are two thirds"),
        pytest.param("all the other members", 6, None, id="all others"),
    ],
)
def test_how_few_expel(passes: str, members: int, words: str | None) -> None:
    fact = decision(f"covers: [expel], passes: {passes}", members=members)
    assert fact.values.get("expelled_by") == words


def test_who_suspends_is_not_asked() -> None:
    values = decision("covers: [suspend], passes: more than half of the other members", members=6).values
    assert "expelled_by" not in values


SLOW = "{id: m0, how_we_work: {decides_in: 10 days}}"


@pytest.mark.parametrize(
    ("member", "rules", "late"),
    [
        pytest.param(SLOW, "window: 3 days", True, id="a window"),
        pytest.param(SLOW, "silence: adopts, window: 9 days", True, id="silence after a window"),
        pytest.param(SLOW, "applies_if: {notice: 5 days}", True, id="a notice on which the rule depends"),
        pytest.param(SLOW, "notice: 7 days, window: 3 days", False, id="notice and window together"),
        pytest.param(SLOW, "applies_if: {notice: 14 days}", False, id="notice enough"),
        pytest.param(SLOW, "tie: fails", None, id="no time given"),
        pytest.param(
            "{id: m0, how_we_work: {decides_in: 10 days, delegate_alone: [all]}}",
            "window: 3 days",
            False,
            id="a delegate who may answer",
        ),
    ],
)
def test_time_for_the_slowest(member: str, rules: str, late: bool | None) -> None:
    text = f"name: X\nmembers: [{member}, {{id: m1}}]\ndecisions: {{d: {{passes: all members, {rules}}}}}\n"
    facts = collect(load(read(text, "x"))).facts
    (fact,) = [fact for fact in facts if fact.subject == "decision"]
    assert fact.values.get("window_too_short") is late
    assert fact.values["has_time"] is (late is not None)


@pytest.mark.parametrize(
    ("veto", "expected"),
    [
        pytest.param(
            "holders: [m0], within: 48 hours", {"slowest": "m0", "window_words": "48 hours"}, id="late"
        ),
        pytest.param("holders: [m0], within: 10 days", {"window_words": "10 days"}, id="just in time"),
        pytest.param("holders: [m1], within: 48 hours", {"window_words": "48 hours"}, id="another holder"),
        pytest.param("holders: [m0]", {}, id="no time"),
    ],
)
def test_time_for_a_veto(veto: str, expected: dict[str, Value]) -> None:
    text = (
        f"name: X\nmembers: [{SLOW}, {{id: m1}}]\n"
        "decisions: {d: {covers: [spend], passes: all members}}\n"
        f"vetoes: [{{over: [spend], {veto}}}]\n"
    )
    (fact,) = [fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "veto"]
    found = {name: fact.values[name] for name in ("slowest", "window_words") if name in fact.values}
    assert found == expected
