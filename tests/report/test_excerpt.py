"""Quoted lines: the mark stands under the words that are meant, and nothing is wider than its room."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.excerpt import Quoted, about_something_missing, quote
from coalcheck.engine.report.parts.visible import REPLACEMENT, visible
from coalcheck.engine.source.node import Span


def marked(row: Quoted) -> str:
    """Read off what stands above the carets, column by column as a screen shows it."""
    columns: list[str] = []
    for character in row.text:
        if width(character) == 0 and columns:
            columns[-1] += character
        else:
            columns += [character, *[""] * (width(character) - 1)]
    return "".join(c for c, mark in zip(columns, row.mark, strict=False) if mark == "^")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("passes: at least two thirds", "at least two thirds", id="to the end"),
        pytest.param("passes: at least two thirds", "at", id="in the middle"),
        pytest.param("\tpasses: all", "all", id="behind a tab"),
        pytest.param("nom: Été, fin", "fin", id="behind accents"),
        pytest.param("nom: E\u0301te\u0301, fin", "fin", id="behind combining marks"),
        pytest.param("name: 連合 members", "members", id="behind wide characters"),
        pytest.param("name: 連合 members", "連合", id="wide characters themselves"),
        pytest.param("name: 🤝 members", "members", id="behind a picture"),
        pytest.param("x: " + "word " * 50 + "here " + "word " * 50, "here", id="far out in a long line"),
        pytest.param("x: 連合 " + "連合 " * 50 + "here " + "連合 " * 50, "here", id="far out, wide"),
        pytest.param("here: " + "word " * 50, "here", id="in front of a long line"),
        pytest.param("x: " + "word " * 50 + "here", "here", id="at the end of a long line"),
    ],
)
@pytest.mark.parametrize("room", [40, 97])
def test_the_mark_is_under_the_words(line: str, words: str, room: int) -> None:
    start = line.index(words)
    (row,) = quote((line,), Span(1, start + 1, 1, start + len(words) + 1), room)
    assert marked(row) == words
    assert width(row.text) <= room


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("- {holders: [a], over: [b]}", "{holders: [a], over: [b]}", id="a whole item"),
        pytest.param("  passes: all", "passes: all", id="a whole line"),
        pytest.param("  passes: all   # we agreed", "passes: all", id="all but a comment"),
    ],
)
def test_a_whole_line_needs_no_mark(line: str, words: str) -> None:
    start = line.index(words)
    (row,) = quote((line,), Span(1, start + 1, 1, start + len(words) + 1), 60)
    assert row == Quoted(1, line, "")


@pytest.mark.parametrize(
    ("span", "numbers"),
    [
        pytest.param(Span(2, 3, 2, 4), [2], id="one line"),
        pytest.param(Span(2, 3, 5, 2), [2, 3, 4, 5], id="four lines"),
        pytest.param(Span(2, 3, 5, 1), [2, 3, 4], id="the start of a line belongs to the one before"),
        pytest.param(Span(2, 3, 6, 2), [2, 3, 0, 6], id="five lines"),
        pytest.param(Span(8, 3, 12, 2), [8, 9], id="beyond the file"),
        pytest.param(Span(10, 1, 10, 1), [], id="after the file"),
    ],
)
def test_which_lines_are_shown(span: Span, numbers: list[int]) -> None:
    lines = tuple(f"  line number {n}" for n in range(1, 10))
    assert [row.line for row in quote(lines, span, 60)] == numbers


LINES = st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=200), min_size=1, max_size=8)
PLACES = st.integers(1, 12)
COLUMNS = st.integers(1, 250)


@given(LINES, st.builds(Span, PLACES, COLUMNS, PLACES, COLUMNS), st.integers(20, 110))
def test_any_place_of_any_text(lines: list[str], span: Span, room: int) -> None:
    for row in quote(tuple(lines), span, room):
        assert width(row.text) <= room
        assert len(row.mark) <= room
        assert row.mark.strip(" ^") == ""
        assert not row.mark or "^" in row.mark
        assert visible(row.text) == row.text


def test_an_enormous_line_is_cut_without_measuring_all_of_it() -> None:
    line = "word " * 1_000_000
    (row,) = quote((line,), Span(1, 2_500_001, 1, 2_500_005), 60)
    assert marked(row) == "word"
    (row,) = quote((line,), Span(1, 6, 1, 4_000_000), 60)
    assert width(row.text) == 60


def test_what_would_command_the_screen_is_replaced_and_nothing_else() -> None:
    """Also where it stands alone: the quick way out must not let any of it pass."""
    replaced = {code for code in range(sys.maxunicode + 1) if visible(chr(code)) == REPLACEMENT} - {0xFFFD}
    assert replaced == {
        *range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F),
        *range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFEFF,
    }  # fmt: skip
    assert visible("a\tb\nÉté 連合 🤝 שלום") == "a\tb\nÉté 連合 🤝 שלום"


@pytest.mark.parametrize(
    ("lines", "path", "missing"),
    [
        pytest.param((), "", True, id="a file of no length"),
        pytest.param(("", "  "), "", True, id="a file of blanks"),
        pytest.param(("# to be written",), "", False, id="a file of notes"),
        pytest.param(("name: X",), "exit", True, id="a block that is not there"),
        pytest.param(("name: X",), "name", False, id="the name itself"),
        pytest.param(("exit: {}",), "exit", False, id="a block that is there"),
    ],
)
def test_what_is_not_written_is_not_quoted(lines: tuple[str, ...], path: str, *, missing: bool) -> None:
    point = Finding("C107", "a-point", Severity.ERROR, "", "", "", False, "c", path, Span(1, 1, 1, 1), "", "")
    assert about_something_missing(point, lines) is missing
