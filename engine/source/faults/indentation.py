"""A line that is indented neither like its neighbours nor one step further; tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import indentation, is_blank, is_item, key_column
from coalcheck.engine.source.remedy import Remedy

_TABBED: Final = re.compile(r"[ ]*\t[ \t]*(?=[^\s#])")
_TABBED_HERE: Final = re.compile(r"[ ]*\t[ \t]*")
_TAB_AFTER_DASH: Final = re.compile(r"[ \t]*(?:-[ \t]*)*-(?P<gap> *\t[ \t]*)")
_FURTHEST_ABOVE: Final = 400


def moved(number: int, draft: Draft) -> Iterator[Remedy]:
    """Remedies that move a line, and what belongs to it, under one of the lines above; nearest first."""
    line = draft.line(number)
    found = indentation(line)
    span = Span(number, 1, number, found + 1) if found else Span(number, 1, number, 2)
    belongs = [number]
    for after in range(number + 1, min(len(draft.lines), number + _FURTHEST_ABOVE) + 1):
        text = draft.line(after)
        if is_blank(text):
            continue
        if indentation(text) <= found:
            break
        belongs.append(after)
    for expected in _places(number, draft):
        values = {"found": str(found), "expected": str(expected)}
        shift = expected - found
        for lines in (belongs, [number]) if len(belongs) > 1 else ([number],):
            edits = tuple(
                Edit(n, 1, indentation(draft.line(n)) + 1, " " * (indentation(draft.line(n)) + shift))
                for n in lines
            )
            repair = draft.repaired(edits[:1])
            yield Remedy("uneven-indent", span, edits, {**values, "repair": repair})


def _places(number: int, draft: Draft) -> list[int]:
    """Indentations that lists and mappings above have, nearest first, in doubt the deeper one."""
    line = draft.line(number)
    found, item = indentation(line), is_item(line)
    items: set[int] = set()
    keys: set[int] = set()
    lowest: int | None = None
    for above in range(number - 1, max(0, number - _FURTHEST_ABOVE), -1):
        text = draft.line(above)
        if is_blank(text):
            continue
        depth = indentation(text)
        if lowest is None or depth < lowest:
            lowest = depth
            (items if is_item(text) else keys).add(depth)
            if is_item(text):
                keys.add(key_column(text) - 1)
        if depth == 0:
            break
    likely, other = (items, keys) if item else (keys, items)
    order = sorted(likely - {found}, key=lambda place: (abs(place - found), -place))
    return order + sorted(other - likely - {found}, key=lambda place: (abs(place - found), -place))


def unindented(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedy for a file whose first lines are indented more than the later ones."""
    first = next((n for n in range(1, fault.line) if not is_blank(draft.line(n))), 0)
    extra = indentation(draft.line(first)) - indentation(draft.line(fault.line)) if first else 0
    if extra <= 0:
        return
    numbers = [n for n in range(first, fault.line) if indentation(draft.line(n)) >= extra]
    edits = tuple(Edit(n, 1, extra + 1, "") for n in numbers if draft.line(n).strip())
    expected = indentation(draft.line(first)) - extra
    values = {"found": str(expected + extra), "expected": str(expected), "repair": draft.repaired(edits[:1])}
    yield Remedy("uneven-indent", Span(first, 1, first, expected + extra + 1), edits, values)


def untabbed(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies that write spaces for the tabs at the start of lines, by two, four or eight."""
    dashed = _TAB_AFTER_DASH.match(draft.line(fault.line))
    if dashed:
        edit = Edit(fault.line, dashed.start("gap") + 1, dashed.end("gap") + 1, " ")
        span = Span(fault.line, edit.start, fault.line, edit.end)
        yield Remedy("tab", span, (edit,))
    steps = [
        indentation(line)
        for line in draft.lines
        if line.startswith(" ") and "\t" not in line[: indentation(line)]
    ]
    usual = min((step for step in steps if step), default=2)
    span = Span(fault.line, fault.column, fault.line, fault.column + 1)
    for width in dict.fromkeys((usual, 2, 4, 8)):
        edits = tuple(
            Edit(number, 1, tabs.end() + 1, tabs.group().replace("\t", " " * width))
            for number, line in enumerate(draft.lines, 1)
            if (tabs := (_TABBED_HERE if number == fault.line else _TABBED).match(line))
        )
        if edits:
            yield Remedy("tab", span, edits, each_line=True)
