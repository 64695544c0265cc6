"""Reading a sentence: what it means, and what is said of one that has no reading or two."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NAMES

from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import Count, Rule, Share


def read(text: str, default: Count = Count.SUPPORT) -> Rule:
    rule = parse(text, NAMES, default)
    assert not isinstance(rule, Fault), rule
    return rule


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("2/3 of votes cast", "at least 2/3 of votes cast", id="no comparator means at least"),
        pytest.param("At Least Two Thirds of Members", "at least two thirds of members", id="case"),
        pytest.param("a two-thirds majority of members", "at least two-thirds of members", id="2/3 majority"),
        pytest.param("majority of votes cast", "a majority of votes cast", id="majority"),
        pytest.param("a simple majority of votes cast", "a majority of votes cast", id="simple majority"),
        pytest.param("an absolute majority of members", "a majority of members", id="absolute majority"),
        pytest.param("more than half of members", "more than half of members", id="half"),
        pytest.param("55 % of members", "at least 55% of members", id="blank before the sign"),
        pytest.param("55 percent of members", "at least 55% of members", id="percent as a word"),
        pytest.param("85.5% of population", "at least 85.5% of population", id="decimal percent of a weight"),
        pytest.param("less than 1/3 of members against", "less than 1/3 of members against", id="less than"),
        pytest.param(
            "fewer than 1/3 of members against", "less than 1/3 of members against", id="fewer than"
        ),
        pytest.param("a half of all the members", "at least half of members", id="filler words of a share"),
        pytest.param("at least a third of members", "at least a third of members", id="a third"),
        pytest.param("2 members in favor", "at least 2 members", id="American spelling"),
        pytest.param("majority of those present", "a majority of members present", id="those present"),
        pytest.param("unanimity of members present", "all members present", id="unanimity with its base"),
        pytest.param(
            "at least 2 founders members", "at least 2 founder members", id="a group before members"
        ),
        pytest.param("nine members", "at least nine members", id="number as a word"),
        pytest.param("all of the members", "all members", id="filler words"),
        pytest.param("all members in favour", "all members", id="in favour after all"),
        pytest.param("half of founder members", "at least half of founders", id="group as base, singular"),
        pytest.param("1 member in each region", "at least 1 member in each region", id="each"),
        pytest.param(
            "2 members in at least 2 of the 3 regions",
            "at least 2 members in at least 2 of 3 regions",
            id="some",
        ),
        pytest.param("members present and voting", "", id="a base alone is no threshold"),
        pytest.param(
            "half of members cast", "at least half of members present and voting", id="members cast"
        ),
        pytest.param("((9 members))", "at least 9 members", id="needless brackets"),
        pytest.param("turnout at least half of members", "turnout at least half of members", id="count word"),
        pytest.param("no founder member voting against", "no founder member against", id="voting against"),
        pytest.param("3 more in favour than against", "at least 3 more in favour than against", id="lead"),
    ],
)
def test_a_sentence_has_a_normal_form(text: str, normal: str) -> None:
    rule = parse(text, NAMES)
    assert ("" if isinstance(rule, Fault) else say(rule)) == normal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("2/3 of members", Fraction(2, 3), id="fraction"),
        pytest.param("66.67% of members", Fraction(6667, 10000), id="a percentage is not two thirds"),
        pytest.param("two thirds of members", Fraction(2, 3), id="words"),
        pytest.param("three quarters of members", Fraction(3, 4), id="quarters"),
        pytest.param("three fifths of members", Fraction(3, 5), id="fifths"),
        pytest.param("half of members", Fraction(1, 2), id="half"),
        pytest.param("0.1% of members", Fraction(1, 1000), id="no float on the way"),
    ],
)
def test_numbers_are_exact(text: str, value: Fraction) -> None:
    measure = getattr(read(text), "measure", None)
    assert isinstance(measure, Share)
    assert measure.amount.value == value


@pytest.mark.parametrize(
    ("text", "kind", "marked", "said"),
    [
        ("", "threshold-empty", "", {}),
        ("at least two thirds", "threshold-without-base", "at least two thirds", {}),
        ("9 members and at least 2/3", "threshold-without-base", "at least 2/3", {}),
        ("at least 9", "threshold-without-base", "at least 9", {}),
        ("majority", "threshold-without-base", "majority", {}),
        ("two-thirds majority", "threshold-without-base", "two-thirds majority", {}),
        ("simple majority", "threshold-without-base", "simple majority", {}),
        ("qualified majority of members", "threshold-unknown-word", "qualified", {}),
        (
            "9 members and half of members or all seats",
            "threshold-mixes-and-or",
            "9 members and half of members or all seats",
            {
                "reading_one": "(9 members and half of members) or all seats",
                "reading_two": "9 members and (half of members or all seats)",
            },
        ),
        ("unanimity", "threshold-unanimity-alone", "unanimity", {"found": "unanimity"}),
        ("by consensus", "threshold-unanimity-alone", "consensus", {"found": "consensus"}),
        ("at least a majority of members", "threshold-majority-compared", "at least a majority", {}),
        (
            "opposition at least 2 members against",
            "threshold-counted-twice",
            "opposition at least 2 members against",
            {"reading_one": "opposition at least 2 members", "reading_two": "at least 2 members against"},
        ),
        (
            "half of members voting in favour",
            "threshold-in-favour-of-what",
            "half of members voting in favour",
            {"reading_one": "half of members voting", "reading_two": "half of members in favour"},
        ),
        ("9" * 5000 + " members", "threshold-number", "9" * 5000, {}),
        ("2/3 fo members", "threshold-unknown-word", "fo", {"suggestion": "of"}),
        ("half of votes cast against", "threshold-in-favour-of-what", "half of votes cast against", {}),
        ("9 members voting against", "threshold-in-favour-of-what", "9 members voting against", {}),
        (
            "majority of the votes cast not in favour",
            "threshold-in-favour-of-what",
            "majority of the votes cast not in favour",
            {},
        ),
        (
            "support majority of votes cast against",
            "threshold-counted-twice",
            "support majority of votes cast against",
            {},
        ),
        ("turnout half of members", "threshold-without-comparison", "turnout", {"found": "turnout"}),
        ("(9 members", "threshold-bracket", "(", {}),
        ("9 members)", "threshold-bracket", ")", {}),
        ("half of founders among permanent", "threshold-group-twice", "among permanent", {}),
        ("half of seats in each region", "threshold-seats-narrowed", "half of seats in each region", {}),
        (
            "50% + 1 of members",
            "threshold-half-plus-one",
            "50% + 1",
            {"reading_one": "more than half of members"},
        ),
        (
            "half plus one",
            "threshold-half-plus-one",
            "half plus one",
            {"reading_one": "more than half of members"},
        ),
        ("2.5 members", "threshold-number", "2.5", {"found": "2.5"}),
        ("3/0 of members", "threshold-number", "3/0", {"found": "3/0"}),
        ("half of memebrs", "threshold-unknown-word", "memebrs", {"suggestion": "members"}),
        ("half of popluation", "threshold-unknown-word", "popluation", {"suggestion": "population"}),
        ("9 members in each planet", "threshold-unknown-word", "planet", {"suggestion": ""}),
        ("half of region", "threshold-unexpected-word", "region", {"found": "region"}),
        ("half of members because", "threshold-unknown-word", "because", {}),
        ("at least", "threshold-unfinished", "", {}),
        ("half of", "threshold-unfinished", "", {}),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("threshold-") else None,
)
def test_a_fault_is_placed_and_named(text: str, kind: str, marked: str, said: dict[str, str]) -> None:
    fault = parse(text, NAMES)
    assert isinstance(fault, Fault)
    assert (fault.kind, text[fault.start : fault.end]) == (kind, marked)
    assert said.items() <= dict(fault.values).items()
    for reading in ("reading_one", "reading_two"):
        if reading in fault.values:
            read(fault.values[reading])


@given(st.text(alphabet="at least majoritymembrsvcd 1/2%()+.-nof", max_size=60) | st.text(max_size=30))
def test_any_text_is_a_rule_or_a_fault_inside_the_text(text: str) -> None:
    result = parse(text, NAMES)
    if isinstance(result, Fault):
        assert 0 <= result.start <= result.end <= len(text)
    else:
        assert parse(say(result), NAMES) == result


def test_a_tower_of_brackets_is_a_fault() -> None:
    assert isinstance(parse("(" * 100_000, NAMES), Fault)


@pytest.mark.parametrize("text", ["half of founders", "half of founder", "half of founders members"])
def test_a_group_is_found_in_singular_and_plural(text: str) -> None:
    assert read(text) == read("half of members among founders")


def test_a_declared_name_beats_a_form_of_another() -> None:
    names = Names(frozenset({"board", "boards"}))
    rule = parse("half of boards", names)
    assert not isinstance(rule, Fault)
    assert getattr(rule, "among", "") == "boards"
