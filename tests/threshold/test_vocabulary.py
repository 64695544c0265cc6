"""Every word of the language: numbers, synonyms, and the forms in which a declared name is known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from strategies import NAMES

from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import (
    Clause,
    Count,
    Everyone,
    Heads,
    Lead,
    Number,
    Ratio,
    Root,
    Rule,
    Seats,
    Share,
    Some,
)
from coalcheck.engine.threshold.words import Word, split


def read(text: str, names: Names = NAMES, default: Count = Count.SUPPORT) -> Rule:
    rule = parse(text, names, default)
    assert not isinstance(rule, Fault), rule
    return rule


UNITS = "one two three four five six seven eight nine ten eleven twelve".split()


@pytest.mark.parametrize(
    ("text", "value", "share"),
    [
        *(pytest.param(word, Fraction(number), False, id=word) for number, word in enumerate(UNITS, start=1)),
        pytest.param("0", Fraction(0), False, id="nought"),
        pytest.param("12", Fraction(12), False, id="digits"),
        pytest.param("1.5", Fraction(3, 2), False, id="a decimal is no share"),
        pytest.param("one third", Fraction(1, 3), True, id="one third"),
        pytest.param("two thirds", Fraction(2, 3), True, id="two thirds"),
        pytest.param("one quarter", Fraction(1, 4), True, id="one quarter"),
        pytest.param("three quarters", Fraction(3, 4), True, id="three quarters"),
        pytest.param("one fifth", Fraction(1, 5), True, id="one fifth"),
        pytest.param("four fifths", Fraction(4, 5), True, id="four fifths"),
        pytest.param("one-third", Fraction(1, 3), True, id="with a hyphen"),
        pytest.param("three-fifths", Fraction(3, 5), True, id="with a hyphen, several"),
        pytest.param("2/3", Fraction(2, 3), True, id="a fraction"),
        pytest.param("1.5/2", Fraction(3, 4), True, id="a fraction of a decimal"),
        pytest.param("3/1", Fraction(3), True, id="a fraction that is whole is still a share"),
        pytest.param("55%", Fraction(55, 100), True, id="percent"),
        pytest.param("55 %", Fraction(55, 100), True, id="percent after a blank"),
        pytest.param("55 percent", Fraction(55, 100), True, id="percent in a word"),
        pytest.param("55 per cent", Fraction(55, 100), True, id="per cent in two"),
        pytest.param("85.5%", Fraction(855, 1000), True, id="a decimal of percent"),
        pytest.param("0.5 per cent", Fraction(1, 200), True, id="a decimal, per cent"),
        pytest.param("1/2%", Fraction(1, 200), True, id="half a percent"),
    ],
)
def test_a_number(text: str, value: Fraction, share: bool) -> None:
    (word,) = split(text)
    assert (word.value, word.share) == (value, share)
    assert (word.start, word.end) == (0, len(text))
    before, number, after = split(f"é {text}, x")[:3]
    assert (before.value, number.value, after.value) == (None, value, None)
    assert (number.start, number.end, after.start) == (2, 2 + len(text), 2 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("thirteen", id="beyond twelve"),
        pytest.param("thirds", id="a part of nothing"),
        pytest.param("ten-fold", id="a word that begins as a number"),
        pytest.param("two-sixths", id="a part that is not among them"),
        pytest.param("many-thirds", id="a number that is not among them"),
        pytest.param("half", id="half is a word"),
        pytest.param("3/0", id="over nought"),
        pytest.param("٣", id="other digits"),
        pytest.param("1٣", id="digits mixed"),
        pytest.param("1/٣", id="digits mixed, below"),
        pytest.param("²", id="a raised digit"),
        pytest.param("⅔", id="a fraction in one character"),
        pytest.param("%", id="percent of nothing"),
    ],
)
def test_no_number(text: str) -> None:
    assert [(word.text, word.value, word.share) for word in split(text)] == [(text, None, False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("55 per member", ["55", "per", "member"], id="per alone"),
        pytest.param("55% percent", ["55%", "percent"], id="percent twice"),
        pytest.param("2/3 percent", ["2/3", "percent"], id="percent of a fraction in words"),
        pytest.param("five sixths", ["five", "sixths"], id="no such part"),
        pytest.param("(A,b)", ["(", "a", ",", "b", ")"], id="marks stand alone, in lower case"),
        pytest.param("in-good-standing o'hara’s", ["in-good-standing", "o'hara’s"], id="marks within a word"),
        pytest.param("3/0 of", ["3/0", "of"], id="over nought, and the next word"),
        pytest.param("3rd", ["3", "rd"], id="a number ends where letters begin"),
        pytest.param("1,000", ["1", ",", "000"], id="no separators"),
        pytest.param("nine\u00a0members\n", ["nine", "members"], id="any blank"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in split(text)] == expected


def test_places_count_code_points() -> None:
    assert split("Ünïted 🕊️ 2/3")[-1] == Word("2/3", 10, 13, Fraction(2, 3), share=True)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("3 members", "three members", id="numbers in words"),
        pytest.param("less than 3 members", "fewer than 3 members", id="less is fewer"),
        pytest.param("a majority of members", "more than half of members", id="majority"),
        pytest.param("an absolute majority of members", "majority of members", id="an absolute majority"),
        pytest.param("half of members cast", "half of members present and voting", id="cast"),
        pytest.param("half of the members", "half of members", id="the"),
        pytest.param("half of all members", "half of members", id="all"),
        pytest.param("half of member", "half of members", id="one member"),
        pytest.param("half of the other member", "half of the other members", id="the other member"),
        pytest.param("half of other members", "half of the other members", id="other"),
        pytest.param("half of coalition member", "half of coalition members", id="coalition member"),
        pytest.param("9 member", "9 members", id="9 member"),
        pytest.param("2 founders", "2 founder members", id="a group counts its members"),
        pytest.param("half of founder members", "half of members among founders", id="a group as base"),
        pytest.param("half of founders member", "half of founders", id="a group and one member"),
        pytest.param("2 members among founders members", "2 members among founders", id="members of a group"),
        pytest.param("2 members among founder member", "2 members among founders", id="member of a group"),
        pytest.param("no members against", "no member against", id="no members"),
        pytest.param("no founder against", "no founder member against", id="no founder"),
        pytest.param("no member voting against", "no member against", id="no member voting against"),
        pytest.param("all the members", "all members", id="all the"),
        pytest.param("all of members", "all members", id="all of"),
        pytest.param("all members in favour", "all members", id="all in favour"),
        pytest.param("all of founders in favour", "all founders", id="all of a group in favour"),
        pytest.param("all but one of the founders", "all but 1 founders", id="all but one"),
        pytest.param("half of members in each region", "half of members in each regions", id="each"),
        pytest.param(
            "1 member in at least 2 of 3 region", "1 member in at least two of the 3 regions", id="some"
        ),
        pytest.param("2 times the square root of member", "2 times the square root of members", id="root"),
        pytest.param("support at least 2 members", "2 members in favour", id="support"),
        pytest.param("opposition at most 2 members", "at most 2 members against", id="opposition"),
        pytest.param("abstentions at most 2 members", "at most 2 members abstaining", id="abstentions"),
        pytest.param("support half of members", "half of members", id="support needs no comparison"),
        pytest.param("support majority of members", "majority of members", id="nor before a majority"),
    ],
)
def test_two_ways_to_say_it(text: str, same: str) -> None:
    assert read(text) == read(same)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("half of members", "half of the other members", id="others"),
        pytest.param("half of members", "half of coalition members", id="coalition"),
        pytest.param("half of members", "half of votes cast", id="cast"),
        pytest.param("half of members", "half of seats", id="seats"),
        pytest.param("half of members present", "half of members voting", id="voting"),
        pytest.param(
            "half of members present not abstaining", "half of members not abstaining", id="not abstaining"
        ),
        pytest.param("2 members against", "2 members not in favour", id="not in favour"),
        pytest.param("at least half of members", "more than half of members", id="strictness"),
        pytest.param("all members", "all founders", id="a group"),
        pytest.param("half of members among founders", "half of members among permanent", id="another group"),
        pytest.param("2 members in each region", "2 members in each chamber", id="another attribute"),
        pytest.param("2 members in at least 2 regions", "2 members in at least 3 regions", id="how many"),
        pytest.param(
            "2 members in at least 2 regions", "2 members in at least 2 of 3 regions", id="how many there are"
        ),
        pytest.param("half of population", "half of shares", id="another weight"),
        pytest.param("9 members", "9 members present in favour", id="in a state"),
        pytest.param("2 times the square root of members", "2 times the square root of seats", id="root"),
    ],
)
def test_two_things_to_say(text: str, other: str) -> None:
    assert read(text) != read(other)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("half of members", Count.ATTENDANCE, id="a share"),
        pytest.param("half of votes cast", Count.ATTENDANCE, id="also of votes"),
        pytest.param("9 members", Count.ATTENDANCE, id="a number"),
        pytest.param("all members", Count.ATTENDANCE, id="all"),
        pytest.param("2 times the square root of members", Count.ATTENDANCE, id="a root"),
        pytest.param("turnout at least half of members", Count.TURNOUT, id="unless it says turnout"),
        pytest.param("half of members in favour", Count.SUPPORT, id="or in favour"),
        pytest.param("votes at least 2 times the square root of seats", Count.VOTES, id="or votes of a root"),
    ],
)
def test_a_quorum_counts_attendance(text: str, count: Count) -> None:
    rule = read(text, default=Count.ATTENDANCE)
    assert isinstance(rule, Clause)
    assert isinstance(rule.measure, Share | Number | Everyone | Root)
    assert rule.measure.count is count


@pytest.mark.parametrize(
    ("text", "kind", "spelling"),
    [
        pytest.param("Two Thirds of members", Share, "two thirds", id="a share"),
        pytest.param("half of members", Share, "half", id="half"),
        pytest.param("55 per cent of members", Share, "55%", id="percent"),
        pytest.param("nine members", Number, "nine", id="a number"),
        pytest.param("all but one of members", Everyone, "one", id="all but"),
        pytest.param("1.50 times the square root of seats", Root, "1.50", id="a factor"),
        pytest.param("three more in favour than against", Lead, "three", id="a lead"),
        pytest.param("3/2 times as many in favour as against", Ratio, "3/2", id="a ratio"),
    ],
)
def test_the_spelling_is_kept_and_not_compared(text: str, kind: type, spelling: str) -> None:
    rule = read(text)
    assert isinstance(rule, Clause)
    assert isinstance(rule.measure, kind)
    amounts = [
        getattr(rule.measure, name, None) for name in ("amount", "number", "factor", "margin", "all_but")
    ]
    assert [amount.spelling for amount in amounts if amount is not None] == [spelling]


def test_how_many_classes_is_kept_as_it_was_said() -> None:
    rule = read("1 member in at least two of the 3 regions")
    assert isinstance(rule, Clause)
    assert isinstance(rule.spread, Some)
    assert rule.spread.of is not None
    assert (rule.spread.number.spelling, rule.spread.of.spelling) == ("two", "3")


def test_roots_and_seats() -> None:
    for text, of in (("members", Heads), ("seats", Seats)):
        rule = read(f"2 times the square root of {text}")
        assert isinstance(rule, Clause)
        assert isinstance(rule.measure, Root)
        assert isinstance(rule.measure.of, of)
