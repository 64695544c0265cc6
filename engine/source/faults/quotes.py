"""Quotes that do not close, close too early, or hold an escape that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import end_column, end_in_brackets, end_of_text, quoted, quoting
from coalcheck.engine.source.remedy import Remedy

_CLOSING_BRACKETS: Final = re.compile(r"[\]}\s]*$")
# An apostrophe at the start of a word, not a quote: 'tis, 'twas, 'em, '90s.
_ELISION: Final = re.compile(r"'(?:t(?:is|was|were|will)|em|cause|til|round|n|\d\ds?)\b", re.IGNORECASE)


def unclosed_quote(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for a quote that is never closed, or only by the next quote of the file."""
    line, column = fault.opened
    yield from _closed(line, column, draft)


def closed_late(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for text behind a quote that was opened on an earlier line."""
    last = fault.last
    if last is not None and last.style == "quoted" and last.span.line < last.span.end_line <= fault.line:
        yield from _closed(last.span.line, last.span.column, draft)


def _closed(number: int, column: int, draft: Draft) -> Iterator[Remedy]:
    line = draft.line(number)
    mark = line[column - 1 : column]
    span = Span(number, column, number, column + 1)
    values = {"found": mark}
    end = end_column(line, column)
    if mark == "'" and _ELISION.match(line, column - 1):
        yield Remedy("unclosed-quote", span, quoting(draft, Span(number, column, number, end)), values)
    opened = line[: column - 1].count("{") + line[: column - 1].count("[")
    if opened > line[: column - 1].count("}") + line[: column - 1].count("]"):
        inside = end_in_brackets(line, column)
        brackets = _CLOSING_BRACKETS.search(line[: end - 1])
        last = (brackets.start() if brackets else len(line)) + 1
        for place in dict.fromkeys((inside, last)):
            yield Remedy("unclosed-quote", span, (Edit(number, place, place, mark),), values)
    yield Remedy("unclosed-quote", span, (Edit(number, end, end, mark),), values)
    yield Remedy("unclosed-quote", span, quoting(draft, Span(number, column, number, end)), values)


def text_after_quote(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for text behind a closing quote: quotes around all of it."""
    last = fault.last
    if (
        last is None
        or last.style != "quoted"
        or last.span.line != fault.line
        or last.span.end_line != fault.line
    ):
        return
    line, start = draft.line(fault.line), last.span.column
    if (
        line[last.span.end_column - 1 : fault.column - 1].strip()
        or line[fault.column - 1 : fault.column] in ",]}"
    ):
        return
    if fault.bracket is not None:
        stretch = Span(fault.line, start, fault.line, end_in_brackets(line, last.span.end_column))
    else:
        stretch = Span(fault.line, start, *end_of_text(draft, fault.line, start))
    place = Span(fault.line, fault.column, fault.line, max(stretch.end_column, fault.column + 1))
    if stretch.end_line != fault.line:
        place = Span(fault.line, fault.column, fault.line, end_column(line, fault.column))
    written = line[start - 1 : stretch.end_column - 1]
    if stretch.end_line == fault.line and len(written) > 2 and written[0] == written[-1]:
        # 'don't' and "he said "no" twice": the outer quotes are meant, those inside are text.
        yield Remedy(
            "text-after-quote", place, (Edit(fault.line, start, stretch.end_column, quoted(written[1:-1])),)
        )
    yield Remedy("text-after-quote", place, quoting(draft, stretch))


def unknown_escape(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedy for a backslash in double quotes that escapes nothing: a second one."""
    line = draft.line(fault.line)
    backslash = line.rfind("\\", 0, fault.column) + 1
    if backslash:
        span = Span(fault.line, backslash, fault.line, min(backslash + 2, len(line) + 1))
        edit = Edit(fault.line, backslash, backslash, "\\")
        yield Remedy("unknown-escape", span, (edit,), {"found": line[backslash - 1 : backslash + 1]})
