"""The lines of the charter that a point is about, with a mark under the words that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.source.node import Span

_TAB = 4
_CUT = "..."
_MOST_LINES = 4


class Quoted(NamedTuple):
    """One line to show.

    Attributes:
        line: its number in the file; 0 stands for lines that are left out here.
        text: what is shown of it, as wide as asked for at most.
        mark: blanks and carets that fit under ``text``; empty where the whole line is meant.
    """

    line: int
    text: str
    mark: str


def about_something_missing(finding: Finding, lines: Sequence[str]) -> bool:
    """Tell whether the place is only the top of the file, because what the point is about is not written.

    A file in which nothing at all is written has no line to quote either.

    A missing top-level block points at the ``name:`` key, which has nothing to do with it; to quote that line
    would lead the reader astray.
    """
    first_key = finding.path.partition(".")[0].partition("[")[0]
    line = finding.span.line
    if not any(each.strip() for each in lines):
        return True
    return (
        first_key != "name"
        and finding.span.column == 1
        and 1 <= line <= len(lines)
        and lines[line - 1].startswith("name:")
    )


def quote(lines: Sequence[str], span: Span, room: int) -> list[Quoted]:
    """Quote the lines of a span.

    Args:
        lines: the whole file.
        span: what is meant; a span over many lines is shown by its first ones and its last.
        room: the columns that one line may take, at least 20.
    """
    last = span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
    numbers = list(range(span.line, min(last, len(lines)) + 1))
    if len(numbers) > _MOST_LINES:
        numbers = [*numbers[: _MOST_LINES - 2], 0, numbers[-1]]
    return [_quote_line(lines[n - 1], n, span, room) if n else Quoted(0, _CUT, "") for n in numbers]


def _quote_line(raw: str, number: int, span: Span, room: int) -> Quoted:
    raw = visible(raw.rstrip())
    start = span.column - 1 if number == span.line else len(raw) - len(raw.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(raw)
    before, after = raw[:start].strip(" \t-"), raw[end:].lstrip()
    if not before and (not after or after.startswith("#")):
        # The whole line is meant; a mark under all of it would add nothing.
        return Quoted(number, _cut(raw, 0, 0, room)[0], "")
    # A place after the last character, such as that of a missing bracket, is still a place to point at.
    text, mark = _cut(raw.ljust(start + 1), start, max(end, start + 1), room)
    return Quoted(number, text.rstrip(), mark)


def _cut(raw: str, start: int, end: int, room: int) -> tuple[str, str]:
    """Shorten a line to its room around the marked stretch, and draw the mark."""
    # Only the neighbourhood is measured: a line can be as long as the file is allowed to be.
    low, high = max(0, start - room), min(len(raw), end + room, start + 2 * room)
    pieces = [" " * _TAB if character == "\t" else character for character in raw[low:high]]
    start, end = start - low, min(end, high) - low
    first, stop, before, after = 0, len(pieces), "", ""
    if low or high < len(raw) or _width(pieces) > room:
        if low or _width(pieces[:end]) > room - len(_CUT):
            before = _CUT
            spare = max(0, room - 2 * len(_CUT) - _width(pieces[start:end]))
            first = start
            while first and _width(pieces[first - 1 : start]) <= spare // 2:
                first -= 1
        if high < len(raw) or len(before) + _width(pieces[first:]) > room:
            after = _CUT
        while len(before) + _width(pieces[first:stop]) + len(after) > room:
            stop -= 1
    mark = "^" * max(1, _width(pieces[start : min(end, stop)])) if end > start else ""
    return before + "".join(pieces[first:stop]) + after, " " * (
        len(before) + _width(pieces[first:start])
    ) + mark


def _width(pieces: Sequence[str]) -> int:
    return sum(width(piece) for piece in pieces)
