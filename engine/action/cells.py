"""The cells of a CSV file with their places: read by Python's own reader, found again in the lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from coalcheck.engine.source.node import Span

UNREADABLE: Final = 'A double quote is open or out of place. Inside a quoted text write it twice: "".'


class Cell(NamedTuple):
    """One cell: its text without quotes and without the blanks around it."""

    text: str
    span: Span


class Row(NamedTuple):
    """One record, which may run over several lines.

    Attributes:
        cells: those that were written.
        span: the whole of it.
        fault: what is wrong with its quotes; it then has no cells.
    """

    cells: tuple[Cell, ...]
    span: Span
    fault: str = ""


def rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    """Every record that is not blank; one whose quotes cannot be told is said, and read on after its line."""
    start = 0
    while start < len(lines):
        if not lines[start].strip():
            start += 1
            continue
        reader = csv.reader(
            (f"{lines[i]}\n" for i in range(start, len(lines))), delimiter=delimiter, strict=True
        )
        try:
            texts = next(reader)
        except csv.Error:
            yield Row((), _line(lines, start), UNREADABLE)
            start += 1
            continue
        end = start + reader.line_num
        spans = tuple(_spans(lines[start:end], start + 1, delimiter))
        cells = tuple(Cell(text.strip(), span) for text, span in zip(texts, spans, strict=True))
        yield Row(cells, Span(start + 1, 1, end, len(lines[end - 1]) + 1))
        start = end


def _line(lines: Sequence[str], index: int) -> Span:
    return Span(index + 1, 1, index + 1, len(lines[index]) + 1)


def _spans(lines: Sequence[str], first: int, delimiter: str) -> Iterator[Span]:
    """Where the cells of one record stand, quotes included and blanks around them left out."""
    line, column = first, 1
    begins, quoted, closed = True, False, False
    for number, text in enumerate(lines, first):
        for i, sign in enumerate(text):
            if quoted:
                quoted = sign != '"'
                closed = not quoted
            elif sign == delimiter:
                yield _trimmed(Span(line, column, number, i + 1), lines[line - first])
                line, column = number, i + 2
                begins, closed = True, False
                continue
            else:
                # A quote right behind one that closed means a quote in the text, which goes on.
                quoted = sign == '"' and (begins or closed)
                closed = False
            begins = False
    yield _trimmed(Span(line, column, first + len(lines) - 1, len(lines[-1]) + 1), lines[line - first])


def _trimmed(span: Span, line: str) -> Span:
    if span.line != span.end_line:
        return span
    text = line[span.column - 1 : span.end_column - 1]
    before = len(text) - len(text.lstrip())
    if before == len(text):
        return span
    return Span(span.line, span.column + before, span.line, span.column + len(text.rstrip()))
