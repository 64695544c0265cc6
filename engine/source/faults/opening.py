"""Values that begin with a sign that means something to YAML."""

from __future__ import annotations

from collections.abc import Iterator

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import (
    end_column,
    end_in_brackets,
    end_of_text,
    is_item,
    key_column,
    quoting,
    value_column,
)
from coalcheck.engine.source.remedy import Remedy

_SIGNS = "*&!|>@%`[{]},?"


def special_opening(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies that put the whole value of a line into quotes."""
    line = draft.line(fault.line)
    if fault.bracket is not None:
        # Inside brackets only the value itself is quoted; the brackets are meant.
        start = fault.opened[1] if fault.opened[0] == fault.line else fault.column
        if (fault.line, start) == fault.bracket or line[start - 1 : start] in "[]{},":
            return
        stretch = Span(fault.line, start, fault.line, end_in_brackets(line, start + 1))
    else:
        start = value_column(line)
        if start == key_column(line) and not is_item(line):
            return
        stretch = Span(fault.line, start, *end_of_text(draft, fault.line, start))
    sign = line[start - 1 : start]
    if not sign or sign not in _SIGNS:
        return
    place = Span(fault.line, start, fault.line, start + 1)
    for end in dict.fromkeys(((stretch.end_line, stretch.end_column), (fault.line, end_column(line, start)))):
        if end > (fault.line, start):
            yield Remedy(
                "special-opening", place, quoting(draft, Span(fault.line, start, *end)), {"found": sign}
            )


def list_on_key_line(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedy for ``covers: - speak``: the item in square brackets."""
    line = draft.line(fault.line)
    dash = fault.column
    end = end_column(line, dash)
    items = line[dash : end - 1].strip()
    if line[dash - 1 : dash] == "-" and value_column(line) == dash:
        span = Span(fault.line, dash, fault.line, dash + 1)
        if items:
            yield Remedy("list-on-key-line", span, (Edit(fault.line, dash, end, f"[{items}]"),))
        edits = quoting(draft, Span(fault.line, dash, fault.line, end))
        yield Remedy("special-opening", span, edits, {"found": "-"})
