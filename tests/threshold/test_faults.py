"""What is said of a sentence without a reading: the exact place, what was expected, and each rewrite."""

from __future__ import annotations

import pytest
from strategies import NAMES

from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.words import split

NUMBER = "a number or a share, such as 2/3"
WHOLE = "a whole number"
BASE = "votes cast, members, members present, the other members, seats, or a declared name"
DID = "against, abstaining or absent"
HEADS = "members, or a declared group"
TIMES = "as many in favour as against, or the square root of members"
END = "and, or, or the end of the sentence"


def fault_of(text: str, names: Names = NAMES) -> Fault:
    fault = parse(text, names)
    assert isinstance(fault, Fault), fault
    return fault


def marked(text: str) -> tuple[str, str, str]:
    """Kind, the text that is marked, and what was expected."""
    fault = fault_of(text)
    return (
        fault.kind.removeprefix("threshold-"),
        text[fault.start : fault.end],
        fault.values.get("expected", ""),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("9 members and", NUMBER, id="a clause"),
        pytest.param("(", NUMBER, id="a clause in a bracket"),
        pytest.param("at least", NUMBER, id="a number"),
        pytest.param("half of", BASE, id="a base"),
        pytest.param("half of the", BASE, id="a base after the"),
        pytest.param("half of the other", "members", id="the other what"),
        pytest.param("all", BASE, id="all what"),
        pytest.param("all but", WHOLE, id="all but how many"),
        pytest.param("no founder", DID, id="no founder what"),
        pytest.param("no member", DID, id="no member what"),
        pytest.param("2 times", TIMES, id="times what"),
        pytest.param("2 times the square root of", "members or seats", id="the root of what"),
        pytest.param("9 members among", "a group", id="among whom"),
        pytest.param("9 members in each", "an attribute of the members", id="in each what"),
        pytest.param("9 members in at least", WHOLE, id="in how many"),
        pytest.param("9 members in at least 2", "an attribute of the members", id="in two what"),
        pytest.param("9 members in at least 2 of the", WHOLE, id="of how many"),
    ],
)
def test_a_sentence_breaks_off(text: str, expected: str) -> None:
    assert marked(text) == ("unfinished", "", expected)
    assert (fault_of(text).start, fault_of(text).end) == (len(text), len(text))


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param("and 9 members", "and", NUMBER, id="a clause that begins with and"),
        pytest.param("in favour", "in", NUMBER, id="no clause at all"),
        pytest.param("()", ")", NUMBER, id="an empty bracket"),
        pytest.param("at least ⅔ of members", "⅔", NUMBER, id="a fraction in one character"),
        pytest.param("a two-thirds majority", "two-thirds", NUMBER, id="a share without of"),
        pytest.param("9 members 9", "9", END, id="a number after the end"),
        pytest.param("9 members , 2 founders", ",", END, id="a comma"),
        pytest.param("9 members present present", "present", END, id="a state twice"),
        pytest.param("all votes cast in favour", "in", END, id="all votes cast in favour"),
        pytest.param("all members present in favour", "in", END, id="in favour after a state"),
        pytest.param("(9 members all)", "all", "and, or, or a closing bracket", id="in a bracket"),
        pytest.param("half of region", "region", BASE, id="an attribute as a base"),
        pytest.param("half of votes", "votes", BASE, id="votes alone"),
        pytest.param("half of coalition", "coalition", BASE, id="coalition alone"),
        pytest.param("half of 9", "9", BASE, id="a number as a base"),
        pytest.param("half of the other founders", "founders", "members", id="the other founders"),
        pytest.param("all but half of members", "half", WHOLE, id="all but half"),
        pytest.param("all but 2.5 members", "2.5", WHOLE, id="all but a part of one"),
        pytest.param("all but 2/1 of members", "2/1", WHOLE, id="all but a share"),
        pytest.param("no population against", "population", "a group", id="no weight"),
        pytest.param("no member present", "present", DID, id="no member present"),
        pytest.param("no member voting", "voting", DID, id="no member voting"),
        pytest.param("9 majority of members", "majority", HEADS, id="a majority of nine"),
        pytest.param("9 seats", "seats", HEADS, id="so many seats"),
        pytest.param("9 population", "population", HEADS, id="so many of a weight"),
        pytest.param("1,000 members", ",", HEADS, id="a separator"),
        pytest.param("at least 3 more in favour", "more", HEADS, id="more than what"),
        pytest.param("support 3 more in favour than against", "more", HEADS, id="support more"),
        pytest.param(
            "opposition at least 2 times as many in favour as against", "as", TIMES, id="counted times"
        ),
        pytest.param("2 times the members", "the", TIMES, id="times the members"),
        pytest.param("2 times the square root of votes", "votes", "members or seats", id="the root of votes"),
        pytest.param("9 members among region", "region", "a group", id="among an attribute"),
        pytest.param("9 members among population", "population", "a group", id="among a weight"),
        pytest.param(
            "9 members in each founders", "founders", "an attribute of the members", id="in each group"
        ),
        pytest.param("9 members in at least half regions", "half", WHOLE, id="in half"),
        pytest.param("9 members in at least 2.5 regions", "2.5", WHOLE, id="in a part of one"),
        pytest.param("9 members in at least 2/1 regions", "2/1", WHOLE, id="in a share"),
        pytest.param("9 members in at least region", "region", WHOLE, id="in at least which"),
        pytest.param("9 members in at least 2 of region", "region", WHOLE, id="of which"),
    ],
)
def test_another_word_should_stand_here(text: str, found: str, expected: str) -> None:
    assert marked(text) == ("unexpected-word", found, expected)
    assert fault_of(text).values["found"] == found


@pytest.mark.parametrize(
    ("text", "found", "suggestion", "expected"),
    [
        pytest.param("half of memebrs", "memebrs", "members", BASE, id="two letters changed places"),
        pytest.param("half of founderes", "founderes", "founders", BASE, id="a declared name"),
        pytest.param("hlf of members", "hlf", "half", NUMBER, id="at the beginning"),
        pytest.param("9 members abstainng", "abstainng", "abstaining", END, id="at the end"),
        pytest.param("half of memberssss", "memberssss", "", BASE, id="three letters are too many"),
        pytest.param("half of planets", "planets", "", BASE, id="nothing near"),
        pytest.param(
            "9 members in each chmaber", "chmaber", "chamber", "an attribute of the members", id="a class"
        ),
        *(
            pytest.param(
                f"half of {word}", word, first, BASE, id=f"of {first} and {second}, as near, the first"
            )
            for word, first, second in (
                ("hall", "all", "half"),
                ("mose", "more", "most"),
                ("cost", "cast", "most"),
                ("ir", "in", "or"),
                ("fourt", "four", "court"),
            )
        ),
        pytest.param("9 members among fuonders", "fuonders", "founders", "a group", id="a group"),
        pytest.param("no permenant member against", "permenant", "permanent", "a group", id="no"),
    ],
)
def test_a_word_is_unknown(text: str, found: str, suggestion: str, expected: str) -> None:
    assert marked(text) == ("unknown-word", found, expected)
    assert dict(fault_of(text).values) == {"found": found, "suggestion": suggestion, "expected": expected}


def test_without_names_only_the_words_of_the_language_are_known() -> None:
    for fault in (parse("half of founders"), parse("half of founders", None)):
        assert isinstance(fault, Fault)
        assert (fault.kind, fault.values["suggestion"]) == ("threshold-unknown-word", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("2/3", "2/3", id="to the end"),
        pytest.param("2/3 or 9 members", "2/3", id="to or"),
        pytest.param("(at least 2/3) and 9 members", "at least 2/3", id="to a bracket"),
        pytest.param("9 and 9 members", "9", id="a number, to and"),
        pytest.param("9 or 9 members", "9", id="a number, to or"),
        pytest.param("(9)", "9", id="a number, to a bracket"),
        pytest.param(
            "9 members and more than half in favour", "more than half in favour", id="in favour of what"
        ),
        pytest.param("turnout at least half", "turnout at least half", id="turnout"),
    ],
)
def test_a_base_is_missing(text: str, found: str) -> None:
    assert marked(text) == ("without-base", found, "")
    assert dict(fault_of(text).values) == {"found": found}


WORDS = ["unanimity", "unanimous", "unanimously", "consensus", "consent", "everyone", "everybody"]


@pytest.mark.parametrize("word", WORDS)
def test_unanimity_of_whom(word: str) -> None:
    text = f"by full {word.capitalize()} on the board"
    assert marked(text) == ("unanimity-alone", word.capitalize(), "")
    assert fault_of(text).values == {"found": word}


@pytest.mark.parametrize(
    ("text", "kind", "found", "values"),
    [
        pytest.param("", "empty", "", {}, id="nothing"),
        pytest.param(" \n ", "empty", " \n ", {}, id="blanks"),
        pytest.param("((9 members) and 9 members", "bracket", "(", {"found": "("}, id="left open"),
        pytest.param("9 members) and 9 members", "bracket", ")", {"found": ")"}, id="one too many"),
        pytest.param("٣ members", "number", "٣", {"found": "٣"}, id="digits that are not read"),
        pytest.param("2.5 members", "number", "2.5", {"found": "2.5"}, id="a part of a member"),
        pytest.param("a 9 members", "number", "9", {"found": "9"}, id="a number with an article"),
        pytest.param(
            "2 founders among permanent members", "group-twice", "among permanent members",
            {"found": "founders", "expected": "permanent"}, id="two groups",
        ),
        pytest.param(
            "half of seats among founders", "seats-narrowed", "half of seats among founders", {}, id="seats"
        ),
        pytest.param(
            "9 members or 2 times the square root of seats in each region", "seats-narrowed",
            "2 times the square root of seats in each region", {}, id="a root of seats",
        ),
        pytest.param(
            "9 members and turnout half of members", "without-comparison", "turnout", {"found": "turnout"},
            id="how much turnout",
        ),
        pytest.param(
            "attendance a majority of members", "without-comparison", "attendance a majority",
            {"found": "attendance"}, id="attendance of a majority",
        ),
    ],
)  # fmt: skip
def test_other_faults(text: str, kind: str, found: str, values: dict[str, str]) -> None:
    fault = fault_of(text)
    assert (fault.kind, text[fault.start : fault.end]) == (f"threshold-{kind}", found)
    assert dict(fault.values) == values


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("at least 2/3 of memberş", 16, 23, id="a letter with a mark"),
        pytest.param("Ünanimous, 2/3 of memebrs", 0, 9, id="the first word"),
        pytest.param("9 members 🕊 9", 10, 11, id="a character beyond the first plane"),
        pytest.param("9 members and 2/3 of 🕊️é", 21, 22, id="with a selector"),
        pytest.param("2/3\u00a0of\u2003mêmbers", 7, 14, id="wide blanks"),
        pytest.param("half of İstanbul and 9 members", 8, 16, id="a letter that grows in lower case"),
    ],
)
def test_places_count_code_points(text: str, start: int, end: int) -> None:
    fault = fault_of(text)
    assert (fault.start, fault.end) == (start, end)
    assert any((word.start, word.end) == (start, end) for word in split(text))


def test_a_tower_of_brackets_is_marked_as_a_whole() -> None:
    fault = fault_of("(" * 50_000)
    assert (fault.kind, fault.start, fault.end) == ("threshold-bracket", 0, 50_000)
    assert fault.values == {"found": "("}
