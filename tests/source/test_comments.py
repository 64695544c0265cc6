"""Comments are what stands behind a ``#`` that is no part of a text: found as libyaml's scanner sees them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from coalcheck.engine.source.comments import Comment, comments


def found(text: str) -> list[Comment]:
    lines = text.split("\n")
    return list(comments(lines, range(1, len(lines) + 1)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: b  # c", [(1, 7, "# c", False)], id="behind a value"),
        pytest.param("# c\na: b", [(1, 1, "# c", True)], id="alone"),
        pytest.param("a:\n  # c\n  b: c", [(2, 3, "# c", True)], id="alone and indented"),
        pytest.param("a: # c\n  b: c", [(1, 4, "# c", False)], id="behind a key"),
        pytest.param("a: [b, # c\n  d] #e", [(1, 8, "# c", False), (2, 6, "#e", False)], id="in brackets"),
        pytest.param("a: |  # c\n  b", [(1, 7, "# c", False)], id="behind the sign of a block"),
        pytest.param("a: |\n  b\n# c\nd: e", [(3, 1, "# c", True)], id="below a block"),
        pytest.param("a: >-\n    b\n\n  # c\nd: e", [(4, 3, "# c", True)], id="below a block, less indented"),
        pytest.param('a: "b # c" # d', [(1, 12, "# d", False)], id="behind quotes"),
        pytest.param("a: 'it''s # c' # d", [(1, 16, "# d", False)], id="behind single quotes"),
        pytest.param("a: b # c # d", [(1, 6, "# c # d", False)], id="two signs, one comment"),
        pytest.param("ä: 𝄞 # c", [(1, 6, "# c", False)], id="columns are characters"),
        pytest.param("a: b\t# c", [(1, 6, "# c", False)], id="behind a tab"),
        pytest.param('a: "b"#c', [(1, 7, "#c", False)], id="close behind quotes"),
        pytest.param("- a # c\n- b", [(1, 5, "# c", False)], id="in a list"),
        pytest.param("a: &x b # c\nd: *x # e", [(1, 9, "# c", False), (2, 7, "# e", False)], id="anchors"),
    ],
)
def test_a_comment(text: str, expected: list[tuple[int, int, str, bool]]) -> None:
    assert found(text) == [Comment(*each) for each in expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: b#c", id="inside a word"),
        pytest.param('a: "b # c"', id="in quotes"),
        pytest.param("a: 'b # c'", id="in single quotes"),
        pytest.param('a: "b\n  # c"', id="in quotes over two lines"),
        pytest.param("a: |\n  b # c", id="in a block"),
        pytest.param("a: |\n  # c\n  b", id="in a block that begins with it"),
        pytest.param("a: >\n  b\n\n  # c\n", id="in a folded block, behind an empty line"),
        pytest.param("a: |2\n   # c\n", id="in a block of a stated indent"),
        pytest.param("- - |\n    # c\n  - b", id="in a block of a list"),
        pytest.param("a: https://b.example/#c", id="in an address"),
        pytest.param('"a # b": c', id="in a key"),
        pytest.param("a: !<x#y> b", id="in a tag"),
        pytest.param('a: "never closed # c', id="behind a quote that is never closed"),
        pytest.param("a: b\n", id="none at all"),
    ],
)
def test_no_comment(text: str) -> None:
    assert found(text) == []


def test_only_the_lines_that_are_asked_for_are_told() -> None:
    assert [each.line for each in comments(["a: b # c", "d: e # f"], [2])] == [2]


@given(st.integers(1, 6))
def test_what_comes_later_makes_no_difference(number: int) -> None:
    lines = ["a: # b", '  c: "d', "    # e", '    f" # g', "  # h", "i: |", "  # j"]
    every = list(comments(lines, range(1, 8)))
    assert [each.line for each in every] == [1, 4, 5]
    assert list(comments(lines, [number])) == [each for each in every if each.line == number]


def values(text: str) -> object:
    """What a text means, with its style: a comment is no part of it."""
    return [
        (type(event).__name__, getattr(event, "value", None), getattr(event, "style", None))
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
    ]


def comments_by_trial(text: str) -> list[tuple[int, int]]:
    """The reference: a ``#`` begins a comment if other words behind it on its line change nothing."""
    whole = values(text)
    places = []
    for number, line in enumerate(text.split("\n"), 1):
        for at, sign in enumerate(line):
            if sign == "#" and values_of_trial(text, number, f"{line[:at]}#zz") == whole:
                places.append((number, at + 1))
                break
    return places


def values_of_trial(text: str, number: int, line: str) -> object:
    lines = text.split("\n")
    lines[number - 1] = line
    try:
        return values("\n".join(lines))
    except yaml.YAMLError:
        return None


PIECES = st.sampled_from(
    [
        "a: ",
        "b: ",
        "- ",
        "  ",
        "    ",
        "|\n",
        ">-\n",
        "\n",
        "\n",
        "x",
        "x y",
        " # c",
        "#",
        " #",
        '"',
        "'",
        "[",
        "]",
        ", ",
    ]
)


@given(st.lists(PIECES, max_size=14))
def test_the_same_as_trying_other_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        expected = comments_by_trial(text)
    except yaml.YAMLError:
        assume(False)
    assert [(each.line, each.column) for each in found(text)] == expected
