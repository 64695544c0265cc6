"""What an unclear sentence would mean: the words agree with listing every ballot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.readings import Reading, effects, in_general, ways_of
from coalcheck.engine.threshold.electorate import ABSTAIN, AGAINST, IN_FAVOUR, Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import All, Any, Clause, Count, Rule

BASES = ("members", "votes cast", "members present")


def members(count: int) -> Electorate:
    return Electorate(tuple(Row(f"m{number}") for number in range(count)))


def said(
    text: str, count: int, *, kind: str = "threshold-without-base", counts: Count = Count.SUPPORT
) -> list[str]:
    ways = list(ways_of(kind, text, len(text), seats=False, counts=counts))
    lines = effects(ways, Names(), members(count), you=True, counts=counts).splitlines()
    return [re.sub(r" {2,}", ": ", line.strip()) for line in lines]


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        pytest.param(
            "at least two thirds",
            3,
            [
                "of members: 2 of you must say yes, always",
                "of votes cast: 1 yes is enough if the other two say nothing",
                "of members present: 2 yes when two or three come, 1 when only one comes",
            ],
            id="the model case",
        ),
        pytest.param(
            "more than half",
            2,
            [
                "of members: both of you must say yes, always",
                "of votes cast: 1 yes is enough if the other one says nothing",
                "of members present: 2 yes when both come, 1 when only one comes",
            ],
            id="two members",
        ),
        pytest.param(
            "at least 3/4",
            12,
            [
                "of members: 9 of you must say yes, always",
                "of votes cast: 1 yes is enough if the other eleven say nothing",
                "of members present: 9 yes when all twelve come, 1 when only one comes",
            ],
            id="many members are said by the ends",
        ),
        pytest.param("at least 2", 3, ["members: 2 of you must say yes, always"], id="a number"),
        pytest.param("at least five", 3, ["members: it could never be carried"], id="a number out of reach"),
        pytest.param(
            "at least 1/3",
            3,
            [
                "of members: 1 of you must say yes, always",
                "of votes cast: 1 of you must say yes, always",
                "of members present: 1 of you must say yes, always",
            ],
            id="where the base makes no difference",
        ),
    ],
)
def test_the_words(text: str, count: int, lines: list[str]) -> None:
    assert said(text, count) == lines


def test_unanimity() -> None:
    assert said("unanimity", 3, kind="threshold-unanimity-alone") == [
        "all members: all 3 of you must say yes, always",
        "all of votes cast: 1 yes is enough if the other two say nothing",
    ]


def test_a_quorum_counts_who_is_there() -> None:
    assert said("more than half", 4, counts=Count.ATTENDANCE) == ["of members: 3 of you must be there"]


@pytest.mark.parametrize(
    ("rows", "names", "sentence"),
    [
        pytest.param((Row("a", ballots=2), Row("b")), Names(), "half of votes cast", id="unequal ballots"),
        pytest.param((), Names(), "half of votes cast", id="nobody"),
        pytest.param(
            (Row("a", groups=frozenset({"big"})), Row("b")),
            Names(groups=frozenset({"big"})),
            "half of votes cast and all big",
            id="a group",
        ),
        pytest.param(
            (Row("a", weights={"money": Fraction(1)}), Row("b")),
            Names(weights=frozenset({"money"})),
            "half of money",
            id="a weight",
        ),
    ],
)
def test_where_heads_do_not_decide_no_number_is_given(
    rows: tuple[Row, ...], names: Names, sentence: str
) -> None:
    way = Reading("of votes cast", sentence)
    assert effects([way], names, Electorate(rows), you=True, counts=Count.SUPPORT) == ""
    assert in_general([way]).strip().startswith("of votes cast   only yes and no count")


def every_ballot(roll: Electorate) -> Iterator[Ballots]:
    states = (IN_FAVOUR, AGAINST, ABSTAIN, Votes())
    for choice in product(states, repeat=len(roll.rows)):
        yield {row.id: votes for row, votes in zip(roll.rows, choice, strict=True)}


def rule_of(sentence: str) -> Rule:
    rule = parse(sentence)
    assert isinstance(rule, Clause | All | Any)
    return rule


@given(
    amount=st.fractions(min_value=Fraction(1, 12), max_value=1, max_denominator=12),
    more=st.booleans(),
    base=st.sampled_from(BASES),
    count=st.integers(1, 5),
)
def test_the_words_agree_with_every_ballot(amount: Fraction, more: bool, base: str, count: int) -> None:
    sentence = f"{'more than' if more else 'at least'} {amount.numerator}/{amount.denominator} of {base}"
    roll, rule = members(count), rule_of(sentence)
    words = (
        effects([Reading("it", sentence)], Names(), roll, you=True, counts=Count.SUPPORT).strip()[2:].strip()
    )
    ballots = list(every_ballot(roll))
    carried = [b for b in ballots if adopts(rule, roll, b, silence=False)]
    yes = [sum(v.in_favour for v in b.values()) for b in carried]

    if words == "it could never be carried":
        assert carried == []
    elif match := re.fullmatch(r"(?:all )?(\d+) of you must say yes, always", words):
        needed = int(match[1])
        assert all((sum(v.in_favour for v in b.values()) >= needed) is (b in carried) for b in ballots)
    elif match := re.fullmatch(r"(\d+) yes (?:is|are) enough if the other \w+ says? nothing", words):
        assert min(yes) == int(match[1])
        assert any(b for b in carried if sum(map(sum, b.values())) == int(match[1]))
    else:
        for needed_text, come_text in re.findall(r"(\d+)(?: yes)? when ([a-z ]+?) comes?(?:, |$)", words):
            for come in numbers(come_text, count):
                present = [b for b in ballots if sum(map(sum, b.values())) == come]
                enough = [sum(v.in_favour for v in b.values()) for b in present if b in carried]
                assert min(enough) == int(needed_text)


def numbers(words: str, count: int) -> list[int]:
    """The numbers of members that come: "two or three", "all five", "only one", "both", "two to five"."""
    known = ["zero", "one", "two", "three", "four", "five"]
    found = [known.index(word) for word in words.split() if word in known]
    if words == "both":
        return [2]
    if " to " in words:
        return list(range(found[0], found[1] + 1))
    assert found, (words, count)
    return found
