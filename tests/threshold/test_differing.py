"""Two ways of deciding, and quorums that change nothing: held against listing every ballot one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from strategies import NAMES, electorates, rules

from coalcheck.engine.threshold.apart import least, only_share_apart, shares_apart
from coalcheck.engine.threshold.differing import Way, differing
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.idle_quorum import quorum_never_decides
from coalcheck.engine.threshold.implied import implies
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import All, Clause, Count, Rule, Share


def rule_of(text: str, counts: Count = Count.SUPPORT) -> Rule:
    rule = parse(text, NAMES, counts)
    assert not isinstance(rule, Fault), rule
    return rule


def share_of(text: str) -> Share:
    rule = rule_of(text)
    assert isinstance(rule, Clause)
    assert isinstance(rule.measure, Share)
    return rule.measure


def alike(count: int) -> Electorate:
    return Electorate((Row("all", count=count),))


def every_ballot(electorate: Electorate) -> list[Ballots]:
    rows = [row for row in electorate.rows if row.votes and row.in_body]
    each = [
        [Votes(*did) for did in product(range(row.count + 1), repeat=4) if sum(did) <= row.count]
        for row in rows
    ]
    return [dict(zip((row.id for row in rows), votes, strict=True)) for votes in product(*each)]


small = electorates().filter(lambda one: sum(row.count for row in one.rows) <= 4)


@given(rules(), rules(), small)
def test_what_is_found_is_carried_by_the_one_and_not_by_the_other(
    one: Rule, two: Rule, electorate: Electorate
) -> None:
    found = differing(Way(one, electorate), Way(two, electorate))
    for ballots, carries, fails in ((found.first, one, two), (found.second, two, one)):
        if ballots is not None:
            assert adopts(carries, electorate, ballots, silence=False)
            assert adopts(fails, electorate, ballots, silence=False) is False
    if found.most is not None:
        carries, fails = (one, two) if found.first is not None else (two, one)
        assert adopts(carries, electorate, found.most, silence=False)
        assert adopts(fails, electorate, found.most, silence=False) is False


@given(rules(), rules(), small)
def test_where_nothing_differs_it_is_proved(one: Rule, two: Rule, electorate: Electorate) -> None:
    apart = [
        ballots
        for ballots in every_ballot(electorate)
        if {adopts(rule, electorate, ballots, silence=False) for rule in (one, two)} == {True, False}
    ]
    found = differing(Way(one, electorate), Way(two, electorate))
    there = found.first is not None or found.second is not None
    assert there == bool(apart)
    if found.complete:
        assert not there
    if apart and found.first is not None:
        only_yes_and_no = [
            sum(sum(votes) for votes in ballots.values())
            for ballots in apart
            if not any(votes.abstain + votes.present for votes in ballots.values())
            and adopts(one, electorate, ballots, silence=False)
        ]
        size = sum(sum(votes) for votes in found.first.values())
        if not any(votes.abstain + votes.present for votes in found.first.values()):
            assert size == min(only_yes_and_no)


@pytest.mark.parametrize(
    ("one", "two", "count", "first", "second"),
    [
        pytest.param(
            "60% of members voting", "60% of members", 10, Votes(1), None, id="Colorado: the fewest are one"
        ),
        pytest.param(
            "more than half of votes cast", "2/3 of votes cast", 1000, Votes(3, 2), None, id="ENS: 3 to 2"
        ),
        pytest.param(
            "more than half of members", "no member against", 16, Votes(9, 1), Votes(1), id="either way"
        ),
        pytest.param(
            "more than half of votes cast",
            "more than half of members voting",
            5,
            Votes(1, 0, 1),
            None,
            id="only who abstains tells them apart",
        ),
        pytest.param(
            "more than half of members voting",
            "more than half of members present",
            5,
            Votes(1, 0, 0, 1),
            None,
            id="only who is there and does not vote tells them apart",
        ),
    ],
)
def test_the_smallest_ballots(
    one: str, two: str, count: int, first: Votes | None, second: Votes | None
) -> None:
    roll = alike(count)
    found = differing(Way(rule_of(one), roll), Way(rule_of(two), roll))
    assert found.first == (None if first is None else {"all": first})
    assert found.second == (None if second is None else {"all": second})
    assert found.alike


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        pytest.param("more than half of members", "at least 2/3 of members", 3, id="of three both are two"),
        pytest.param(
            "at least 2/3 of members", "at least 66.66% of members", 60, id="of sixty both are forty"
        ),
        pytest.param("all members", "at least 5 members", 5, id="five are all"),
    ],
)
def test_nothing_differs(one: str, two: str, count: int) -> None:
    found = differing(Way(rule_of(one), alike(count)), Way(rule_of(two), alike(count)))
    assert (found.first, found.second) == (None, None)
    assert found.complete is (count < 10), "sixty heads have more ballots than are looked at"


def test_a_quorum_that_both_have_is_met_before_the_rules_are_compared() -> None:
    roll, quorum = alike(11), rule_of("turnout at least 2/3 of members", Count.ATTENDANCE)
    counting_ballots = Way(rule_of("more than half of members voting"), roll, quorum, roll)
    counting_support = Way(rule_of("at least 2/3 of members"), roll)
    found = differing(counting_ballots, counting_support)
    assert found.first == {"all": Votes(5, 3)}
    assert found.most == {"all": Votes(6, 5)}


def test_two_quorums_differ_in_who_is_there() -> None:
    roll, rule = alike(5), rule_of("more than half of votes cast")
    few, many = (rule_of(f"at least {number} members", Count.ATTENDANCE) for number in (2, 4))
    found = differing(Way(rule, roll, few, roll), Way(rule, roll, many, roll))
    assert found.first == {"all": Votes(2)}
    assert found.second is None


def test_silence_carries_where_nobody_votes() -> None:
    roll = alike(3)
    found = differing(
        Way(rule_of("all members"), roll), Way(rule_of("no member against"), roll, silence=True)
    )
    assert found.second == {"all": Votes()}


@pytest.mark.parametrize(
    ("one", "two", "votes", "enough"),
    [
        pytest.param("at least 66.66% of votes cast", "2/3 of votes cast", 5000, 3333, id="FSC"),
        pytest.param("a majority of members", "at least 51% of members", 51, 26, id="51 in a hundred"),
        pytest.param("at least 67% of members", "2/3 of members", 3, 2, id="67 in a hundred"),
        pytest.param("more than half of votes cast", "half of votes cast", 2, 1, id="a tie"),
        pytest.param("more than 2/3 of votes cast", "2/3 of votes cast", 3, 2, id="strict or not"),
    ],
)
def test_where_shares_part(one: str, two: str, votes: int, enough: int) -> None:
    for first, second in ((one, two), (two, one)):
        apart = shares_apart(share_of(first), share_of(second))
        assert apart is not None
        assert (apart.votes, apart.enough) == (votes, enough)
        easier = share_of(first) if apart.first_asks_less else share_of(second)
        assert least(easier, votes) == enough
    assert all(least(share_of(one), n) == least(share_of(two), n) for n in range(1, votes))


def test_shares_that_are_the_same_never_part() -> None:
    assert shares_apart(share_of("50% of members"), share_of("half of members"), most=500) is None
    assert shares_apart(share_of("at most 1/3 of members"), share_of("1/3 of members"), most=9) is None


@pytest.mark.parametrize(
    ("one", "two", "amounts"),
    [
        pytest.param("2/3 of votes cast", "66.66% of votes cast", ("2/3", "3333/5000"), id="one clause"),
        pytest.param(
            "at least 3 members and 2/3 of votes cast",
            "at least 3 members and half of votes cast",
            ("2/3", "1/2"),
            id="one of two clauses",
        ),
        pytest.param("2/3 of votes cast", "2/3 of members", None, id="another base"),
        pytest.param("2/3 of votes cast", "at least 3 members", None, id="no share"),
        pytest.param(
            "at least 3 members and 2/3 of votes cast",
            "at least 2 members and half of votes cast",
            None,
            id="two clauses differ",
        ),
    ],
)
def test_rules_that_differ_in_one_share(one: str, two: str, amounts: tuple[str, str] | None) -> None:
    found = only_share_apart(rule_of(one), rule_of(two))
    assert (found and tuple(share.amount.value for share in found)) == (
        amounts and tuple(map(Fraction, amounts))
    )


@pytest.mark.parametrize(
    ("passes", "quorum", "idle"),
    [
        pytest.param("at least 2/3 of members", "turnout at least 2/3 of members", True, id="AsyncAPI"),
        pytest.param("more than half of members", "more than half of members", True, id="the same half"),
        pytest.param("all members", "at least 3 members", True, id="everyone"),
        pytest.param("more than half of members", "at least 2/3 of members", False, id="Kubernetes"),
        pytest.param("2/3 of votes cast", "more than half of members", False, id="of votes cast"),
        pytest.param("at least 9 members", "more than half of members", False, id="out of reach"),
        pytest.param("no member against", "at least 1 member", False, id="a limit on opposition"),
    ],
)
def test_a_quorum_that_changes_nothing(passes: str, quorum: str, idle: bool) -> None:
    roll = alike(5)
    way = Way(rule_of(passes), roll, rule_of(quorum, Count.ATTENDANCE), roll)
    assert quorum_never_decides(way, most=1000) is idle


@pytest.mark.parametrize(
    ("strong", "weak", "expected"),
    [
        pytest.param("at least 3/4 of members", "more than half of members", True, id="a larger share"),
        pytest.param("more than 2/3 of members", "at least 2/3 of members", True, id="stricter"),
        pytest.param("at least 2/3 of members", "more than 2/3 of members", False, id="less strict"),
        pytest.param("at least 3/4 of votes cast", "more than half of members", False, id="another base"),
        pytest.param(
            "at least 3/4 of members and at least 2/3 of shares",
            "more than half of members and more than half of shares",
            True,
            id="clause by clause",
        ),
        pytest.param(
            "at least 3/4 of members", "more than half of members or all founders", True, id="one will do"
        ),
        pytest.param(
            "at least 3/4 of members or all founders", "more than half of members", False, id="a way round"
        ),
    ],
)
def test_harder_by_its_words(strong: str, weak: str, expected: bool) -> None:
    assert implies(rule_of(strong), rule_of(weak)) is expected


@given(rules(), rules(), small)
def test_what_is_harder_by_its_words_is_harder_on_every_ballot(
    strong: Rule, weak: Rule, electorate: Electorate
) -> None:
    for rule in (weak, All((strong, weak)), All((weak, strong))):
        if implies(rule, weak):
            for ballots in every_ballot(electorate):
                if adopts(rule, electorate, ballots, silence=False):
                    assert adopts(weak, electorate, ballots, silence=False) is not False


@given(rules(), rules(Count.ATTENDANCE), small)
def test_without_such_a_quorum_the_same_is_carried(
    passes: Rule, quorum: Rule, electorate: Electorate
) -> None:
    if quorum_never_decides(Way(passes, electorate, quorum, electorate), most=1000):
        for ballots in every_ballot(electorate):
            if adopts(passes, electorate, ballots, silence=False):
                assert judge(quorum, electorate, ballots).met
