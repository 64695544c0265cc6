"""A colon where the grammar has no place for one: prose, most of the time."""

from __future__ import annotations

from collections.abc import Iterator

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.faults.indentation import moved
from coalcheck.engine.source.faults.spacing import spaced
from coalcheck.engine.source.faults.stray import stray
from coalcheck.engine.source.node import Span
from coalcheck.engine.source.prose import (
    begins_with_key,
    end_column,
    end_in_brackets,
    end_of_text,
    key_column,
    quoting,
)
from coalcheck.engine.source.remedy import Remedy


def colon_in_prose(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for a second colon, the likeliest first."""
    last = fault.last
    colon = draft.line(fault.line)[fault.column - 1 : fault.column]
    if last is None or last.span.line > fault.line or colon != ":":
        return
    line, column = last.span.line, last.span.column
    if fault.bracket is not None:
        if line == fault.line:
            yield from _quote(
                draft, fault, Span(line, column, line, end_in_brackets(draft.line(line), column))
            )
        return
    if line == fault.line:
        end_line, end = end_of_text(draft, line, column)
        yield from _quote(draft, fault, Span(line, column, end_line, end))
        if end_line != line:
            yield from _quote(draft, fault, Span(line, column, line, end_column(draft.line(line), column)))
        return
    # The text before runs over several lines: one of them was not meant to belong to it.
    for number in range(line, fault.line + 1):
        yield from spaced(number, draft)
    here = draft.line(fault.line)
    if key_column(draft.line(line)) == column:
        yield from stray(line, draft)
    if begins_with_key(here):
        yield from moved(fault.line, draft)
    yield from _quote(draft, fault, Span(line, column, fault.line, end_column(here, 1)))


def _quote(draft: Draft, fault: Fault, span: Span) -> Iterator[Remedy]:
    place = Span(fault.line, fault.column, fault.line, fault.column + 1)
    yield Remedy("colon-in-prose", place, quoting(draft, span))
