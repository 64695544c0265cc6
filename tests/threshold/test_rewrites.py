"""Sentences with two readings: each is shown in words that have only one."""

from __future__ import annotations

import pytest
from strategies import NAMES

from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse

MIXED = "threshold-mixes-and-or"
COMPARED = "threshold-majority-compared"
TWICE = "threshold-counted-twice"
OF_WHAT = "threshold-in-favour-of-what"
PLUS_ONE = "threshold-half-plus-one"


def fault_of(text: str) -> Fault:
    fault = parse(text, NAMES)
    assert isinstance(fault, Fault), fault
    return fault


@pytest.mark.parametrize(
    ("kind", "text", "marked", "one", "two"),
    [
        pytest.param(
            MIXED, "9 members or half of members and all seats or 2 founders",
            "9 members or half of members and all seats or 2 founders",
            "9 members or (half of members and all seats) or 2 founders",
            "(9 members or half of members) and (all seats or 2 founders)",
            id="three joints",
        ),
        pytest.param(
            MIXED, "2 founders and (9 members and (half of members) or all seats)",
            "9 members and (half of members) or all seats",
            "(9 members and (half of members)) or all seats",
            "9 members and ((half of members) or all seats)",
            id="in a bracket, with a bracket",
        ),
        pytest.param(
            COMPARED, "at least a majority of members", "at least a majority",
            "more than half of members", "at least 2/3 of members", id="at least a majority",
        ),
        pytest.param(
            COMPARED, "all seats and fewer than a simple majority of votes cast",
            "fewer than a simple majority",
            "more than half of votes cast", "fewer than half of votes cast", id="fewer than a majority",
        ),
        pytest.param(
            COMPARED, "exactly an absolute majority", "exactly an absolute majority",
            "more than half of members", "exactly half of members", id="without a base",
        ),
        pytest.param(
            TWICE, "9 members and support at least 2/3 of members against",
            "support at least 2/3 of members against",
            "support at least 2/3 of members", "at least 2/3 of members against", id="support, and against",
        ),
        pytest.param(
            TWICE, "turnout at least 2 founders present", "turnout at least 2 founders present",
            "turnout at least 2 founders", "at least 2 founders present", id="turnout, and present",
        ),
        pytest.param(
            OF_WHAT, "9 members and 2/3 of members voting in favour", "2/3 of members voting in favour",
            "2/3 of members voting", "2/3 of members in favour", id="voting in favour",
        ),
        pytest.param(
            OF_WHAT, "2/3 of votes cast in favour", "2/3 of votes cast in favour",
            "2/3 of votes cast", "2/3 of members in favour", id="cast in favour",
        ),
        pytest.param(
            OF_WHAT, "2/3 of all votes cast in favour", "2/3 of all votes cast in favour",
            "2/3 of all votes cast", "2/3 of all members in favour", id="all cast in favour",
        ),
        pytest.param(
            OF_WHAT, "at most 1/3 of votes cast against", "at most 1/3 of votes cast against",
            "opposition at most 1/3 of votes cast", "at most 1/3 of members against", id="cast against",
        ),
        pytest.param(
            OF_WHAT, "2/3 of founders present and voting in favour",
            "2/3 of founders present and voting in favour",
            "2/3 of founders present and voting", "2/3 of founders in favour", id="of a group",
        ),
        pytest.param(
            OF_WHAT, "at most 1/3 of population present not in favour",
            "at most 1/3 of population present not in favour",
            "opposition at most 1/3 of population present", "at most 1/3 of population not in favour",
            id="present not in favour",
        ),
        pytest.param(
            OF_WHAT, "at most 1/3 of members voting abstaining", "at most 1/3 of members voting abstaining",
            "abstentions at most 1/3 of members voting", "at most 1/3 of members abstaining",
            id="voting abstaining",
        ),
        pytest.param(
            OF_WHAT, "at most 1/3 of members not abstaining abstaining",
            "at most 1/3 of members not abstaining abstaining",
            "abstentions at most 1/3 of members not abstaining", "at most 1/3 of members abstaining",
            id="not abstaining, and abstaining",
        ),
        pytest.param(
            OF_WHAT, "at most 1/3 of members present not abstaining abstaining",
            "at most 1/3 of members present not abstaining abstaining",
            "abstentions at most 1/3 of members present not abstaining", "at most 1/3 of members abstaining",
            id="present not abstaining, and abstaining",
        ),
        pytest.param(
            OF_WHAT, "9 members voting in favour", "9 members voting in favour",
            "9 members voting", "9 members in favour", id="so many voting in favour",
        ),
        pytest.param(
            OF_WHAT, "9 founders present and voting in favour", "9 founders present and voting in favour",
            "9 founders present and voting", "9 founders in favour",
            id="so many present and voting in favour",
        ),
    ],
)  # fmt: skip
def test_both_readings_are_shown(kind: str, text: str, marked: str, one: str, two: str) -> None:
    fault = fault_of(text)
    assert (fault.kind, text[fault.start : fault.end]) == (kind, marked)
    assert (fault.values["reading_one"], fault.values["reading_two"]) == (one, two)
    for reading in (one, two):
        assert not isinstance(parse(reading, NAMES), Fault)
    assert parse(one, NAMES) != parse(two, NAMES)


@pytest.mark.parametrize(
    ("text", "found", "reading"),
    [
        pytest.param(
            "half plus 1 of votes cast", "half plus 1", "more than half of votes cast", id="half plus 1"
        ),
        pytest.param("half + 1", "half + 1", "more than half of members", id="without a base"),
        pytest.param(
            "at least 50 % + 1 of seats", "at least 50 % + 1", "more than half of seats", id="percent"
        ),
        pytest.param("1/2 plus one of members", "1/2 plus one", "more than half of members", id="a fraction"),
        pytest.param("half plus", "half plus", "more than half of members", id="plus nothing"),
        pytest.param("50% +", "50% +", "more than half of members", id="percent plus nothing"),
        pytest.param(
            "half plus one and 9 members",
            "half plus one",
            "more than half of members",
            id="with another clause",
        ),
    ],
)
def test_half_plus_one_is_more_than_half(text: str, found: str, reading: str) -> None:
    fault = fault_of(text)
    assert fault.kind == PLUS_ONE
    assert dict(fault.values) == {"found": found, "reading_one": reading}
    assert text[fault.start : fault.end] == found
    assert not isinstance(parse(reading, NAMES), Fault)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        pytest.param(
            COMPARED, "9 members and at least a majority of members", "at least a majority", id="compared"
        ),
        pytest.param(OF_WHAT, "half of members voting not in favour", "not in favour", id="of what"),
        pytest.param(OF_WHAT, "2/3 of votes cast in favour", "in favour", id="in favour of what"),
    ],
)
def test_what_was_found_is_quoted(kind: str, text: str, found: str) -> None:
    assert (fault_of(text).kind, fault_of(text).values["found"]) == (kind, found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9 members and (half of members or all seats)", id="brackets say which"),
        pytest.param("9 members and half of members and all seats", id="and only"),
        pytest.param("majority of members", id="majority compares already"),
        pytest.param("opposition at most 1/3 of members voting", id="counted once, before"),
        pytest.param("at most 1/3 of members against", id="counted once, behind"),
        pytest.param("at most 1/3 of members present against", id="present is no ballot"),
        pytest.param("at most 1/3 of members not abstaining against", id="nor is not abstaining"),
        pytest.param("at most 1/3 of members not abstaining in favour", id="in favour of those"),
        pytest.param("at most 1/3 of members present abstaining", id="present and abstaining"),
        pytest.param("at most 1/3 of members not in favour", id="not in favour of all"),
        pytest.param("9 members present in favour", id="so many of those present"),
        pytest.param("9 members not abstaining against", id="so many of those not abstaining"),
    ],
)
def test_one_reading_is_taken(text: str) -> None:
    assert not isinstance(parse(text, NAMES), Fault)
