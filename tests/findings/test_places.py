"""Places of odd files: single items for lists, empty values, blocks, and lists that nothing tells apart."""

from __future__ import annotations

import pytest

from coalcheck.engine.findings.locate import Places
from coalcheck.engine.source.node import Route, Span
from coalcheck.engine.source.read import read

TEXT = """\
name: Clean Air
members:
  - name: Breathe
    id: breathe
    commits:
      staff: 20 hours
  - id: >-
      folded
    role: x
  - - nested: deep
      more: 1
  -
exit:
legal: ""
purpose: |
  Several
  lines.
tags: [air, jobs, air]
spread: [a,
  b]
bodies: {board: {members: all}}
one: alone
single: {id: x}
texts:
  - a.b
  - plain
odd:
  - {}
  - []
  - [[], a]
  - of: [a]
    by: b
block:
  by: a
"""
PLACES = Places(read(TEXT, "charter.yaml"))
LINES = TEXT.splitlines()


@pytest.mark.parametrize(
    ("route", "shown"),
    [
        pytest.param((), "1: name: Clean Air", id="the file: its first line"),
        pytest.param(("members",), "2: members", id="a block by its key"),
        pytest.param(("members", 0), "4: id: breathe", id="an item by its id, wherever it stands"),
        pytest.param(("members", 0, "commits"), "5: commits", id="a block below"),
        pytest.param(("members", 0, "commits", "staff"), "6: 20 hours", id="a value below"),
        pytest.param(("members", 0, "commits", "money"), "5: commits", id="missing below a block"),
        pytest.param(("members", 1), "7: id", id="an id of several lines, by its key"),
        pytest.param(("members", 1, "role"), "9: x", id="beside it"),
        pytest.param(("members", 1, "other"), "7: id", id="missing beside it"),
        pytest.param(("members", 2), "10: nested: deep", id="a list in a list, by its first entry"),
        pytest.param(("members", 9), "2: members", id="beyond the end of a list"),
        pytest.param(("members", 9, "role"), "2: members", id="below what is beyond the end"),
        pytest.param(("exit",), "13: exit", id="nothing after the colon"),
        pytest.param(("exit", "notice"), "13: exit", id="below nothing"),
        pytest.param(("legal",), '14: ""', id="an empty text in quotes"),
        pytest.param(("tags",), "18: [air, jobs, air]", id="a list on one line"),
        pytest.param(("tags", 1), "18: jobs", id="an item of it"),
        pytest.param(("tags", 3), "18: tags", id="one beyond its end"),
        pytest.param(("spread",), "19: spread", id="a list in brackets on two lines"),
        pytest.param(("spread", 1), "20: b", id="an item on the second line"),
        pytest.param(("bodies", "board"), "21: {members: all}", id="braces"),
        pytest.param(("bodies", "board", "seats"), "21: board", id="missing in braces"),
        pytest.param(("one", 0), "22: alone", id="a single item for a list"),
        pytest.param(("one", 1), "22: one", id="a second that is not there"),
        pytest.param(("single", 0, "id"), "23: x", id="a single mapping for a list"),
        pytest.param(("odd", 0), "28: {}", id="empty braces"),
        pytest.param(("odd", 0, "x"), "28: {}", id="missing in empty braces"),
        pytest.param(("odd", 1, 0), "29: []", id="the first of an empty list"),
        pytest.param(("odd", 2, 7), "30: []", id="missing in a list that begins with an empty one"),
        pytest.param(("odd", 3), "31: of", id="an item that begins with a list, by its key"),
        pytest.param(("block", 0), "33: block", id="a single block for a list"),
        pytest.param(("block", 0, "over"), "33: block", id="missing in it"),
        pytest.param(("block", 0, "by"), "34: a", id="found in it"),
        pytest.param(("name", "first"), "1: name", id="below a text"),
        pytest.param(("nowhere",), "1: name", id="missing at the top"),
        pytest.param((0,), "1: name: Clean Air", id="a charter is no list, and would be its only item"),
        pytest.param((1,), "1: name", id="nor has it a second"),
    ],
)
def test_what_is_shown(route: Route, shown: str) -> None:
    line, column, end_line, end = PLACES.span(route)
    assert line == end_line
    assert f"{line}: {LINES[line - 1][column - 1 : end - 1]}" == shown


def test_a_text_of_several_lines_is_shown_as_a_whole() -> None:
    assert PLACES.span(("purpose",)) == Span(15, 10, 17, 9)


@pytest.mark.parametrize(
    ("route", "path"),
    [
        pytest.param((), "", id="the file"),
        pytest.param(("exit", "notice"), "exit.notice", id="keys"),
        pytest.param(("members", 0, "commits"), "members[breathe].commits", id="by an id that comes second"),
        pytest.param(("members", 9, "role"), "members[9].role", id="beyond the end, by its number"),
        pytest.param(("nowhere", 0, "x"), "nowhere[0].x", id="missing, by its number"),
        pytest.param(("one", 0), "one[0]", id="a single item for a list"),
        pytest.param(("single", 0, "id"), "single[0].id", id="a single mapping for a list"),
        pytest.param(("tags", 1), "tags[jobs]", id="by its text"),
        pytest.param(("texts", 1), "texts[plain]", id="by a text beside one with a dot"),
        pytest.param(("members", 1, "role"), "members[folded].role", id="by an id of several lines"),
    ],
)
def test_what_it_is_called(route: Route, path: str) -> None:
    assert PLACES.path(route) == path


def label(text: str, place: int = 0) -> str:
    return Places(read(f"list:\n{text}", "x")).path(("list", place)).removeprefix("list[").removesuffix("]")


LONG = "x" * 60


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param("  - {id: a, name: x}\n  - {id: b, name: x}\n", "a", id="the id"),
        pytest.param("  - {name: x, id: a}\n  - {name: y, id: b}\n", "a", id="the id before other values"),
        pytest.param("  - {id: a, name: x}\n  - {id: a, name: y}\n", "x", id="an id twice, so the name"),
        pytest.param(
            "  - {name: x, about: z}\n  - {name: x, about: y}\n", "z", id="the first that is unique"
        ),
        pytest.param("  - {name: x}\n  - just text\n  - [x]\n", "x", id="beside other kinds of items"),
        pytest.param(f"  - {{name: {LONG}}}\n  - b\n", LONG, id="sixty characters"),
        pytest.param("  - a\n  - b\n", "a", id="a text"),
        pytest.param("  - a\n  - [a]\n", "a", id="a text beside a list"),
        pytest.param("  - {name: X1}\n  - b\n", "X1", id="capital letters"),
        pytest.param("  - {of: [a], id: b}\n", "b", id="a list is no label"),
        pytest.param("  - {of: {id: a}, name: b}\n", "b", id="nor is a mapping"),
    ],
)
def test_a_label_is_a_word_of_the_item(items: str, expected: str) -> None:
    assert label(items) == expected


@pytest.mark.parametrize(
    "items",
    [
        pytest.param("  - {name: x}\n  - {name: x}\n", id="nothing is unique"),
        pytest.param(f"  - {{name: {LONG}x}}\n  - b\n", id="more than sixty characters"),
        pytest.param("  - {name: a.b}\n  - b\n", id="a dot"),
        pytest.param("  - {name: 'a[b'}\n  - b\n", id="a bracket"),
        pytest.param("  - {name: 'a]'}\n  - b\n", id="a closing bracket"),
        pytest.param('  - {name: "a\\nb"}\n  - b\n', id="two lines"),
        pytest.param("  - {name: ''}\n  - b\n", id="an empty text"),
        pytest.param("  - {x: [a]}\n  - b\n", id="no text at all"),
        pytest.param("  - {}\n  - b\n", id="nothing"),
        pytest.param("  - [a, b]\n  - b\n", id="a list"),
        pytest.param("  - a\n  - a\n", id="a text twice"),
        pytest.param("  - a.b\n  - b\n", id="a text with a dot"),
        pytest.param("  - ''\n  - b\n", id="a text without a character"),
    ],
)
def test_else_a_label_is_a_hash(items: str) -> None:
    assert label(items).startswith("#")
    assert len(label(items)) == 9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("[a, b]", "[b, a]", id="order in a list"),
        pytest.param("[a, b]", "[ab]", id="two items and one"),
        pytest.param("[[a], b]", "[[a, b]]", id="depth"),
        pytest.param("{x: [a, b]}", "{x: [a], y: [b]}", id="keys"),
        pytest.param("{x: {y: [a]}}", "{x: [a]}", id="a mapping and a list"),
        pytest.param("{x: [a]}", "{y: [a]}", id="another key"),
        pytest.param("{x: [a]}", "[[a]]", id="a key and none"),
        pytest.param("{x: [a]}", "{x: [b]}", id="another text"),
        pytest.param("['a, b']", "[a, b]", id="a comma in a text"),
        pytest.param("[]", "{}", id="an empty list and an empty mapping"),
    ],
)
def test_other_content_has_another_hash(one: str, other: str) -> None:
    first, second = label(f"  - {one}\n"), label(f"  - {other}\n")
    assert first.startswith("#")
    assert second.startswith("#")
    assert first != second


def test_who_is_named_first_of_several_makes_no_other_item() -> None:
    assert label("  - {holders: [b, a]}\n  - {holders: [a]}\n") == "a+b"
    assert label("  - {holders: [a, b]}\n  - {holders: [a]}\n") == "a+b"


def test_the_hash_is_the_same_for_ever() -> None:
    """It is part of the fingerprints that baselines hold: a change of these lines is a breaking change."""
    assert label("  - {held: [a, b], over: {x: 'y'}}\n") == "#ff1075ac"
    assert label("  - a.b\n") == "#83845fa9"


def test_the_style_of_writing_does_not_change_the_hash() -> None:
    assert label("  - {a: [x, y]}\n") == label('  - a:\n    - "x"\n    - y\n')


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("", Span(1, 1, 1, 1), id="an empty file"),
        pytest.param("# only a remark\n", Span(1, 1, 1, 1), id="a remark"),
        pytest.param("{}", Span(1, 1, 1, 1), id="no keys"),
        pytest.param("just text\n", Span(1, 1, 1, 1), id="a text"),
        pytest.param("- a\n", Span(1, 1, 1, 1), id="a list"),
        pytest.param("purpose: x\nname: y\n", Span(2, 1, 2, 5), id="the name, wherever it stands"),
        pytest.param("purpose: x\nstage: y\n", Span(1, 1, 1, 8), id="without a name the first key"),
    ],
)
def test_what_is_missing_at_the_top(text: str, span: Span) -> None:
    assert Places(read(text, "x")).span(("exit",)) == span
    assert Places(read(text, "x")).path(("exit",)) == "exit"


def test_an_empty_file_has_a_place() -> None:
    places = Places(read("", "x"))
    assert (places.span(()), places.path(()), places.is_there(())) == (Span(1, 1, 1, 1), "", False)
    assert places.span((0,)) == Span(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("route", "there"),
    [
        pytest.param((), True, id="the file"),
        pytest.param(("members",), True, id="a block"),
        pytest.param(("members", 0, "commits", "staff"), True, id="deep"),
        pytest.param(("exit",), False, id="a key with nothing after it"),
        pytest.param(("one", 0), True, id="a single item for a list"),
        pytest.param(("odd", 0), True, id="empty braces"),
        pytest.param(("nowhere",), False, id="a missing block"),
        pytest.param(("members", 0, "commits", "money"), False, id="missing deep"),
        pytest.param(("nowhere", "x"), False, id="below a missing block"),
        pytest.param(("tags", 3), False, id="beyond the end"),
        pytest.param(("name", "first"), False, id="below a text"),
        pytest.param(("one", 1), False, id="a second that is not there"),
    ],
)
def test_what_is_there(route: Route, there: bool) -> None:
    assert PLACES.is_there(route) is there
