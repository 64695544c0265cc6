"""Brackets that do not close, or close with the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import begins_with_key, end_column, indentation, is_blank, is_item
from coalcheck.engine.source.remedy import Remedy

_CLOSING: Final = {"[": "]", "{": "}"}
_FURTHEST: Final = 8


def unclosed_bracket(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies that close the brackets that are open where the fault was noticed."""
    if fault.bracket is None:
        return
    line, column = fault.bracket
    here = draft.line(fault.line)
    wrong = here[fault.column - 1 : fault.column]
    open_here = _open(draft, fault.bracket, (fault.line, fault.column))
    if not open_here:
        return
    if wrong and wrong in "]}":
        at_line, at_column, bracket = open_here[-1]
        closing = _CLOSING[bracket]
        span = Span(at_line, at_column, at_line, at_column + 1)
        values = {"found": bracket, "expected": closing}
        behind = here[fault.column : fault.column + 1]
        # "{a: [b}" has lost one; "{a: [b]]" and "[a}" have the wrong one.
        added = Edit(fault.line, fault.column, fault.column, closing)
        changed = Edit(fault.line, fault.column, fault.column + 1, closing)
        pair = len(open_here) > 1 and _CLOSING[open_here[-2][2]] == wrong and behind != closing
        for edit in (added, changed) if pair else (changed, added):
            yield Remedy("unclosed-bracket", span, (edit,), values)
        return
    span = Span(line, column, line, column + 1)
    below = range(line + 1, min(fault.line, len(draft.lines)) + 1)
    next_key = next((n for n in below if _is_next(draft, line, n)), 0)
    numbers = [n for n in range(fault.line - 1, line - 1, -1) if not is_blank(draft.line(n))][:_FURTHEST]
    # Best before the next key of the mapping that the bracket belongs to.
    for number in dict.fromkeys([*([next_key - 1] if next_key else []), *numbers, line]):
        end = end_column(draft.line(number), column + 1 if number == line else 1)
        still_open = _open(draft, fault.bracket, (number, end))
        closing = "".join(_CLOSING[bracket] for _, _, bracket in reversed(still_open))
        if closing:
            values = {"found": draft.line(line)[column - 1 : column], "expected": closing}
            yield Remedy("unclosed-bracket", span, (Edit(number, end, end, closing),), values)


def _is_next(draft: Draft, line: int, number: int) -> bool:
    text = draft.line(number)
    return indentation(text) <= indentation(draft.line(line)) and (begins_with_key(text) or is_item(text))


def _open(draft: Draft, start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int, str]]:
    """The brackets open at ``end``, from the outermost one at ``start``; those in quotes do not count."""
    found: list[tuple[int, int, str]] = []
    quote = ""
    for number in range(start[0], end[0] + 1):
        line = draft.line(number)
        first = start[1] if number == start[0] else 1
        last = end[1] if number == end[0] else len(line) + 1
        for column in range(first, last):
            mark = line[column - 1 : column]
            if quote:
                quote = "" if mark == quote else quote
            elif mark in _CLOSING:
                found.append((number, column, mark))
            elif mark in ("]", "}"):
                if found:
                    found.pop()
            elif mark in ("'", '"') and line[: column - 1].rstrip()[-1:] in ("[", "{", ",", ":", ""):
                quote = mark
    return found
