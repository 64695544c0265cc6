"""A rule in words: the normal form, also of trees that no sentence was read into."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from strategies import NAMES, rules

from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say, spell
from coalcheck.engine.threshold.tree import (
    All,
    Amount,
    Any,
    Base,
    Clause,
    Compare,
    Count,
    Each,
    Everyone,
    Heads,
    Lead,
    Nobody,
    Number,
    Ratio,
    Root,
    Rule,
    Seats,
    Share,
    Some,
    State,
    VotesCast,
    Weighted,
    Whom,
)

AT_LEAST, MORE = Compare.AT_LEAST, Compare.MORE_THAN
SUPPORT, AGAINST, ATTENDANCE = Count.SUPPORT, Count.OPPOSITION, Count.ATTENDANCE
MEMBERS = Heads(Whom.MEMBERS)
ONE, TWO, HALF = Amount(Fraction(1)), Amount(Fraction(2)), Amount(Fraction(1, 2))


def share(count: Count, base: Base = MEMBERS, amount: Amount = HALF, compare: Compare = AT_LEAST) -> Clause:
    return Clause(Share(count, compare, amount, base))


SEATED = Number(SUPPORT, AT_LEAST, TWO)


@pytest.mark.parametrize(
    ("rule", "words", "as_quorum"),
    [
        pytest.param(
            share(SUPPORT), "at least half of members", "support at least half of members", id="support"
        ),
        pytest.param(
            share(ATTENDANCE),
            "attendance at least half of members",
            "at least half of members",
            id="attendance",
        ),
        pytest.param(
            share(AGAINST),
            "at least half of members against",
            "at least half of members against",
            id="against",
        ),
        pytest.param(
            share(AGAINST, VotesCast()),
            "opposition at least half of votes cast",
            "opposition at least half of votes cast",
            id="against, of votes cast",
        ),
        pytest.param(
            share(Count.ABSTENTIONS, Weighted("shares", State.PRESENT)),
            "abstentions at least half of shares present",
            "abstentions at least half of shares present",
            id="abstentions, in a state",
        ),
        pytest.param(
            share(Count.ABSTENTIONS, Weighted("shares")),
            "at least half of shares abstaining",
            "at least half of shares abstaining",
            id="abstaining, of a weight",
        ),
        pytest.param(
            share(AGAINST, Seats()),
            "at least half of seats against",
            "at least half of seats against",
            id="seats",
        ),
        pytest.param(
            share(Count.NOT_IN_FAVOUR, Heads(Whom.OTHERS)),
            "at least half of the other members not in favour",
            "at least half of the other members not in favour",
            id="not in favour",
        ),
        pytest.param(
            Clause(SEATED),
            "at least 2 members",
            "support at least 2 members",
            id="a number, in favour or there",
        ),
        pytest.param(
            Clause(Number(ATTENDANCE, AT_LEAST, TWO)),
            "attendance at least 2 members",
            "at least 2 members",
            id="a number there",
        ),
        pytest.param(
            Clause(Number(None, AT_LEAST, TWO, State.PRESENT)),
            "at least 2 members present",
            "at least 2 members present",
            id="a number in a state",
        ),
        pytest.param(
            Clause(Number(SUPPORT, AT_LEAST, TWO, State.PRESENT)),
            "at least 2 members present in favour",
            "at least 2 members present in favour",
            id="a number in a state, in favour",
        ),
        pytest.param(
            Clause(Root(SUPPORT, AT_LEAST, TWO, MEMBERS)),
            "at least 2 times the square root of members",
            "support at least 2 times the square root of members",
            id="a root",
        ),
        pytest.param(
            Clause(Root(Count.TURNOUT, AT_LEAST, TWO, Seats())),
            "turnout at least 2 times the square root of seats",
            "turnout at least 2 times the square root of seats",
            id="a root of seats",
        ),
        pytest.param(
            share(SUPPORT, amount=Amount(Fraction(1, 2), "majority"), compare=MORE),
            "a majority of members",
            "support more than half of members",
            id="a majority",
        ),
    ],
)
def test_what_is_counted(rule: Rule, words: str, as_quorum: str) -> None:
    assert (say(rule), say(rule, ATTENDANCE)) == (words, as_quorum)
    assert parse(words, NAMES) == rule
    assert parse(as_quorum, NAMES, ATTENDANCE) == rule


GROUPED = Clause(SEATED, "permanent")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        pytest.param(
            share(SUPPORT, amount=Amount(Fraction(2, 3))), "at least 2/3 of members", id="no spelling"
        ),
        pytest.param(share(SUPPORT, amount=Amount(Fraction(2, 4))), "at least half of members", id="half"),
        pytest.param(
            share(SUPPORT, amount=Amount(Fraction(1, 2), "1/2")), "at least 1/2 of members", id="half, as 1/2"
        ),
        pytest.param(
            share(SUPPORT, amount=Amount(Fraction(1, 2), "majority")),
            "at least half of members",
            id="half, not more than half",
        ),
        pytest.param(
            share(AGAINST, VotesCast(), Amount(Fraction(1, 2), "majority"), MORE),
            "opposition more than half of votes cast",
            id="a majority that is counted",
        ),
        pytest.param(
            share(SUPPORT, compare=Compare.FEWER_THAN), "less than half of members", id="less of a share"
        ),
        pytest.param(
            Clause(Number(SUPPORT, Compare.FEWER_THAN, TWO)), "fewer than 2 members", id="fewer heads"
        ),
        pytest.param(Clause(Number(SUPPORT, AT_LEAST, ONE)), "at least 1 member", id="one member"),
        pytest.param(GROUPED, "at least 2 permanent members", id="a group"),
        pytest.param(
            Clause(Number(SUPPORT, AT_LEAST, ONE), "founders"), "at least 1 founder member", id="one of"
        ),
        pytest.param(Clause(Nobody(AGAINST), "founders"), "no founder member against", id="none of a group"),
        pytest.param(Clause(Nobody(Count.ABSENT)), "no member absent", id="nobody absent"),
        pytest.param(
            Clause(Share(SUPPORT, AT_LEAST, HALF, Heads(Whom.OTHERS)), "founders"),
            "at least half of the other members among founders",
            id="others of a group",
        ),
        pytest.param(
            Clause(Share(SUPPORT, AT_LEAST, HALF, VotesCast()), "founders"),
            "at least half of votes cast among founders",
            id="votes of a group",
        ),
        pytest.param(
            Clause(Share(SUPPORT, AT_LEAST, HALF, Weighted("shares")), "founders"),
            "at least half of shares among founders",
            id="a weight of a group",
        ),
        pytest.param(
            Clause(Ratio(MORE, TWO), "founders"),
            "more than 2 times as many in favour as against among founders",
            id="a ratio in a group",
        ),
        pytest.param(
            Clause(Lead(MORE, Amount(Fraction(0)))), "more in favour than against", id="more than no lead"
        ),
        pytest.param(
            Clause(Lead(AT_LEAST, Amount(Fraction(0)))),
            "at least 0 more in favour than against",
            id="at least no lead",
        ),
        pytest.param(
            Clause(Lead(MORE, Amount(Fraction(0))), "founders"),
            "more in favour than against among founders",
            id="more in a group",
        ),
        pytest.param(
            Clause(Everyone(SUPPORT, Amount(Fraction(0)), MEMBERS), "founders"),
            "all founders",
            id="all of a group",
        ),
        pytest.param(Clause(Everyone(SUPPORT, ONE, Seats())), "all but 1 of seats", id="all but one"),
        pytest.param(
            Clause(SEATED, spread=Some(ONE, None, "region")),
            "at least 2 members in at least 1 region",
            id="one class",
        ),
        pytest.param(
            Clause(SEATED, spread=Some(TWO, None, "region")),
            "at least 2 members in at least 2 regions",
            id="two classes",
        ),
        pytest.param(
            Clause(SEATED, spread=Some(ONE, TWO, "region")),
            "at least 2 members in at least 1 of 2 regions",
            id="one of two classes",
        ),
        pytest.param(
            Any((GROUPED, All((Clause(Nobody(AGAINST)), share(SUPPORT))))),
            "at least 2 permanent members or (no member against and at least half of members)",
            id="both within either",
        ),
        pytest.param(
            All((Any((GROUPED, share(SUPPORT))), share(SUPPORT, Seats()))),
            "(at least 2 permanent members or at least half of members) and at least half of seats",
            id="either within both",
        ),
        pytest.param(
            All((All((GROUPED, share(SUPPORT))), GROUPED)),
            "(at least 2 permanent members and at least half of members) and at least 2 permanent members",
            id="both within both",
        ),
    ],
)
def test_the_normal_form(rule: Rule, words: str) -> None:
    assert say(rule) == words
    assert parse(words, NAMES) == rule


@pytest.mark.parametrize(
    ("attribute", "words"),
    [
        pytest.param("region", "in each region | in at least 2 regions", id="declared as one"),
        pytest.param("regions", "in each region | in at least 2 regions", id="declared as several"),
        pytest.param("country", "in each country | in at least 2 countries", id="y"),
        pytest.param("class", "in each class | in at least 2 classes", id="ss"),
    ],
)
def test_a_class_in_the_right_number(attribute: str, words: str) -> None:
    names = Names(classes={attribute: 3})
    rules = [Clause(SEATED, spread=spread) for spread in (Each(attribute), Some(TWO, None, attribute))]
    assert " | ".join(say(rule).removeprefix("at least 2 members ") for rule in rules) == words
    assert [parse(say(rule), names) for rule in rules] == rules


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        pytest.param(Amount(Fraction(9), "nine"), "nine", id="as spelled"),
        pytest.param(Amount(Fraction(9)), "9", id="whole"),
        pytest.param(Amount(Fraction(3, 2)), "3/2", id="a fraction"),
        pytest.param(Amount(Fraction(3, 2), "1.5"), "1.5", id="a decimal as spelled"),
    ],
)
def test_a_number_in_words(amount: Amount, words: str) -> None:
    assert spell(amount) == words


@given(rules())
def test_saying_it_again_changes_nothing(rule: Rule) -> None:
    again = parse(say(rule), NAMES)
    assert not isinstance(again, Fault)
    assert say(again) == say(rule)
