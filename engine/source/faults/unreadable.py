"""What is left when no slip is recognised: read the line as text, or read on without it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import (
    begins_with_key,
    end_column,
    indentation,
    is_blank,
    is_item,
    key_column,
    quoting,
    value_column,
)
from coalcheck.engine.source.remedy import Remedy


def unreadable(fault: Fault, draft: Draft, before: Set[int]) -> Iterator[Remedy]:
    """Remedies of last resort, which keep as much of the file as can be.

    Args:
        fault: what is not understood.
        draft: the lines.
        before: lines of which the text was already read as it stands, to no avail.
    """
    # A bracket that was opened on another line is where it began to go wrong.
    lines = [fault.bracket[0]] if fault.bracket is not None else []
    lines += [fault.line, fault.opened[0]]
    if fault.last is not None:
        lines.append(fault.last.span.line)
    if fault.line > len(draft.lines):
        lines.append(len(draft.lines))
    for number in dict.fromkeys(lines):
        line = draft.line(number)
        if is_blank(line):
            continue
        span = Span(number, indentation(line) + 1, number, len(line.rstrip()) + 1)
        start = value_column(line)
        end = end_column(line, start)
        if number not in before and start < end and (begins_with_key(line) or is_item(line)):
            edits = quoting(draft, Span(number, start, number, end))
            yield Remedy("unreadable-line", span, edits, {"detail": "Its text was read as it stands"})
        # The key stays without its value: what is left out must not look as if nobody had thought of it.
        empty = (
            f'{line[: start - 1].rstrip()} ""' if begins_with_key(line) and start > key_column(line) else ""
        )
        values = {"detail": "What it says was left out", "repair": ""}
        yield Remedy("unreadable-line", span, (Edit(number, 1, len(line) + 1, empty),), values, loses=True)
        if empty:
            yield Remedy(
                "unreadable-line",
                span,
                (Edit(number, indentation(line) + 1, len(line) + 1, ""),),
                values,
                loses=True,
            )
