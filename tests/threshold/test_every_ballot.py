"""Chosen rules over chosen bodies: each question about all ballots, held against every single one of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from strategies import NAMES

from coalcheck.engine.threshold import search
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.search import (
    TooManyCases,
    can_adopt,
    carries_without,
    fewest_in_favour,
    undecidable,
)
from coalcheck.engine.threshold.tree import Rule


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


FOUNDERS = frozenset({"founders"})
NORTH, SOUTH = {"region": "north"}, {"region": "south"}
TEXTS = """
majority of votes cast
at least 2/3 of members
more than half of members present
all members
all but 1 of the other members
at least 5/4 of members
at most 1 member
fewer than 2 members
exactly 1 member
exactly half of votes cast
at least 1 member not in favour
at most 1 member not in favour
no member abstaining and at least 1 member
at least 1 member against and at least 1 member
opposition at least 1/3 of votes cast
abstentions at least half of members
more than 1 founder member
no founder member against
at least half of seats
at least half of shares
less than half of shares
1 member in each region
1 member in at least 2 regions
at least 1 more in favour than against
exactly 1 more in favour than against
at most 2 times as many in favour as against
turnout at most 2 members
attendance at least 2 members
votes at least 2 members
exactly 1 times the square root of members
at least 1 times the square root of members
at most 1 times the square root of members
(all members or exactly 1 member) and at most 1 member
at most 1 member and at least half of shares
at most 1 member and attendance at least 3 members
at most 1 member and attendance at least 4 members
""".strip().splitlines()
RULES = {text: rule_of(text) for text in TEXTS}
BODIES = {
    "three alike": Electorate((Row("a"), Row("b"), Row("c")), 3),
    "rows of several": Electorate((Row("a", count=2), Row("b", groups=FOUNDERS)), 5),
    "two seats": Electorate((Row("a", ballots=2, groups=FOUNDERS), Row("b", classes=NORTH)), 4),
    "one may not vote": Electorate((Row("a"), Row("b", votes=False), Row("c", concerned=True))),
    "two may not vote": Electorate(
        (Row("a", groups=FOUNDERS), Row("b", count=2, votes=False, classes=NORTH)), 2
    ),
    "one outside": Electorate((Row("a", classes=NORTH), Row("b", in_body=False), Row("c", classes=SOUTH)), 9),
    "weights": Electorate(
        (Row("a", weights={"shares": Fraction(3)}), Row("b", weights={"shares": Fraction(1)})),
        totals={"shares": Fraction(5)},
    ),
    "one heavy": Electorate(
        (Row("a", weights={"shares": Fraction(2)}), Row("b", count=2, weights={"shares": Fraction(1)}))
    ),
    "nobody": Electorate(()),
}


def did(row: Row) -> list[Votes]:
    """All that the heads of one row can do."""
    most = row.count + 1 if row.votes and row.in_body else 1
    ways = product(range(most), range(most), range(most), range(row.count + 1))
    return [Votes(*way) for way in ways if sum(way) <= row.count]


def ballots_of(electorate: Electorate) -> list[Ballots]:
    ids = [row.id for row in electorate.rows]
    return [dict(zip(ids, way, strict=True)) for way in product(*map(did, electorate.rows))]


def two_way(electorate: Electorate, *, others: str) -> list[Ballots]:
    """Ballots where everyone is in favour or does the other; who may not vote is there, or absent."""

    def fits(row: Row, votes: Votes) -> bool:
        rest = row.count - votes.in_favour
        if others == "absent":
            return sum(votes) == votes.in_favour
        return votes == (
            Votes(votes.in_favour, rest) if row.votes and row.in_body else Votes(present=row.count)
        )

    rows = {row.id: row for row in electorate.rows}
    return [
        each
        for each in ballots_of(electorate)
        if all(fits(rows[name], votes) for name, votes in each.items())
    ]


def in_favour(ballots: Ballots) -> int:
    return sum(votes.in_favour for votes in ballots.values())


bodies = pytest.mark.parametrize("electorate", BODIES.values(), ids=BODIES)


@bodies
def test_whether_it_can_be_adopted(electorate: Electorate) -> None:
    every = ballots_of(electorate)
    for text, rule in RULES.items():
        for silence in (False, True):
            answers = {adopts(rule, electorate, ballots, silence=silence) for ballots in every}
            expected = True if True in answers else None if None in answers else False
            assert can_adopt(rule, electorate, silence=silence) is expected, (text, silence)
            assert undecidable(rule, electorate) is (
                None in answers if silence else undecidable(rule, electorate)
            )


@bodies
@pytest.mark.parametrize("others", ["against", "absent"])
def test_the_fewest_in_favour(electorate: Electorate, others: str) -> None:
    every = two_way(electorate, others=others)
    for text, rule in RULES.items():
        carried = [in_favour(each) for each in every if adopts(rule, electorate, each, silence=False)]
        assert fewest_in_favour(rule, electorate, others=others) == min(carried, default=None), text
    assert not electorate.rows or len(every) > 1


@bodies
def test_what_the_one_carries_and_the_other_does_not(electorate: Electorate) -> None:
    every = two_way(electorate, others="against")
    met = {
        text: [adopts(rule, electorate, each, silence=False) for each in every]
        for text, rule in RULES.items()
    }
    for easy, hard in list(product(TEXTS, repeat=2))[::5]:  # of 36 by 36 pairs, each text with several
        answers = zip(every, met[easy], met[hard], strict=True)
        apart = [each for each, one, other in answers if one and other is False]
        found = carries_without((RULES[easy], electorate), (RULES[hard], electorate))
        assert (found is None) is (not apart), (easy, hard)
        if found is not None:
            assert found in apart, (easy, hard)
            assert in_favour(found) == min(map(in_favour, apart)), (easy, hard)


def test_two_rules_over_two_bodies() -> None:
    board = Electorate((Row("a"), Row("b")))
    everyone = Electorate((Row("a"), Row("b"), Row("c", count=3)))
    majority = rule_of("majority of members")
    found = carries_without((majority, board), (majority, everyone))
    assert found == {"a": Votes(1), "b": Votes(1), "c": Votes(against=3)}
    assert carries_without((rule_of("4 members"), everyone), (rule_of("1 member"), board)) is None


def test_two_bodies_and_their_classes() -> None:
    """Whoever is in the other body only is of no class here, and is not counted."""
    board = Electorate((Row("a", classes=NORTH), Row("b", classes=SOUTH)))
    everyone = Electorate((*board.rows, Row("c", classes={"region": "west"})))
    each, some = rule_of("1 member in each region"), rule_of("3 members")
    found = carries_without((each, board), (some, everyone))
    assert found == {"a": Votes(1), "b": Votes(1), "c": Votes(against=1)}
    assert carries_without((some, everyone), (each, board)) is None


def test_those_not_in_favour_are_against_unless_they_are_said_to_be_absent() -> None:
    three = BODIES["three alike"]
    assert fewest_in_favour(rule_of("majority of votes cast"), three) == 2
    assert fewest_in_favour(rule_of("majority of votes cast"), three, others="absent") == 1


MANY = Electorate(tuple(Row(f"m{number}", ballots=number + 1) for number in range(40)))
HUGE = Electorate((Row("a", count=999), Row("b", count=99, ballots=2)))


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda: fewest_in_favour(rule_of("2/3 of votes cast"), MANY), id="the fewest"),
        pytest.param(
            lambda: carries_without((rule_of("2/3 of votes cast"), MANY), (rule_of("all members"), MANY)),
            id="the one without the other",
        ),
        pytest.param(lambda: can_adopt(rule_of("at most 0 members"), MANY), id="limits what it asks for"),
        pytest.param(lambda: can_adopt(rule_of("exactly 2/3 of votes cast"), MANY), id="exactly"),
        pytest.param(lambda: can_adopt(rule_of("at least 3 members not in favour"), HUGE), id="against"),
        pytest.param(lambda: can_adopt(rule_of("exactly 0 more in favour than against"), HUGE), id="a lead"),
    ],
)
def test_what_has_too_many_cases_is_not_answered(ask: Callable[[], object]) -> None:
    with pytest.raises(TooManyCases):
        ask()


@pytest.mark.parametrize(
    ("text", "electorate", "expected"),
    [
        pytest.param("at least 5/4 of members", MANY, False, id="never, and it only asks"),
        pytest.param("more than 1 times the square root of seats", MANY, None, id="no seats"),
        pytest.param("turnout more than 40 members", MANY, False, id="turnout"),
        pytest.param("attendance more than 40 members", MANY, False, id="attendance"),
        pytest.param("votes more than 40 members", MANY, False, id="votes"),
        pytest.param("at least 41 members present", MANY, False, id="everyone in a state"),
        pytest.param(
            "opposition at most 0 members and at least 41 members", MANY, False, id="limits against"
        ),
        pytest.param("no member against and at least 41 members", MANY, False, id="nobody against"),
        pytest.param("all members and at least 41 members", MANY, False, id="all"),
        pytest.param("at least 900 more in favour than against", MANY, False, id="a lead"),
        pytest.param("more than 900 more in favour than against", MANY, False, id="more than a lead"),
        pytest.param("exactly 40 members", MANY, True, id="everyone in favour is enough"),
        pytest.param("2/3 of votes cast", HUGE, True, id="many"),
    ],
)
def test_what_everyone_in_favour_settles_needs_no_search(
    text: str, electorate: Electorate, expected: bool | None
) -> None:
    assert can_adopt(rule_of(text), electorate) is expected


@pytest.mark.parametrize(
    ("count", "answered"),
    [pytest.param(9, True, id="as many as it looks at"), pytest.param(10, False, id="more")],
)
def test_where_it_gives_up(count: int, answered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten cases are ten ways to choose out of nine alike; with states the ways are more."""
    monkeypatch.setattr(search, "MOST_CASES", 10)
    alike = Electorate((Row("a", count=count),))
    single = Electorate((Row("a"),))
    monkeypatch.setattr(search, "MOST_CASES", 5 if answered else 10)
    assert can_adopt(rule_of("at most 0 members"), single) is False
    monkeypatch.setattr(search, "MOST_CASES", 10)
    if answered:
        assert fewest_in_favour(rule_of("all members"), alike) == count
        return
    with pytest.raises(TooManyCases):
        fewest_in_favour(rule_of("all members"), alike)
    monkeypatch.setattr(search, "MOST_CASES", 4)
    with pytest.raises(TooManyCases):
        can_adopt(rule_of("at most 0 members"), single)
