"""What is left when no slip is recognised: read the line as text, or read on without it."""

from __future__ import annotations

from collections.abc import Iterator

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft, Edit
from coalcheck.engine.source.node import Span
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


def unreadable(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies of last resort, which keep as much of the file as can be."""
    lines = [fault.line, fault.opened[0]]
    if fault.last is not None:
        lines.append(fault.last.span.line)
    if fault.line > len(draft.lines):
        lines.append(len(draft.lines))
    if fault.bracket is not None:
        lines.append(fault.bracket[0])
    for number in dict.fromkeys(lines):
        line = draft.line(number)
        if is_blank(line):
            continue
        span = Span(number, indentation(line) + 1, number, len(line.rstrip()) + 1)
        start = value_column(line)
        end = end_column(line, start)
        if start < end and (begins_with_key(line) or is_item(line)):
            edits = quoting(draft, Span(number, start, number, end))
            yield Remedy("unreadable-line", span, edits, {"detail": "Its text was read as it stands"})
        # The key stays without its value: what is left out must not look as if nobody had thought of it.
        empty = f'{line[: start - 1]}""' if begins_with_key(line) and start > key_column(line) else ""
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
