"""From what the parser says to what the author can do: remedies for a fault, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from coalcheck.engine.source.built import Fault
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.faults.brackets import unclosed_bracket
from coalcheck.engine.source.faults.colon import colon_in_prose
from coalcheck.engine.source.faults.indentation import moved, unindented, untabbed
from coalcheck.engine.source.faults.opening import list_on_key_line, special_opening
from coalcheck.engine.source.faults.quotes import (
    closed_late,
    text_after_quote,
    unclosed_quote,
    unknown_escape,
)
from coalcheck.engine.source.faults.spacing import spaced
from coalcheck.engine.source.faults.stray import stray
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import (
    begins_with_key,
    end_column,
    indentation,
    is_item,
    key_column,
    quoting,
)
from coalcheck.engine.source.remedy import Remedy

_Finder: TypeAlias = Callable[[Fault, Draft], Iterator[Remedy]]


def slips(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """What may put a fault right, if it is a slip of the hand; each is to be tried."""
    if draft.is_handwritten():
        yield from _slips(fault, draft)


def _slips(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    if fault.bracket is not None:
        # A bracket that is still open turns all that follows into a fault.
        if fault.bracket[0] == fault.line:
            for find in _IN_BRACKETS:
                yield from find(fault, draft)
        yield from closed_late(fault, draft)
        yield from unclosed_bracket(fault, draft)
    for words, finders in _BY_WORDS:
        if words in fault.said or words in fault.inside:
            for find in finders:
                yield from find(fault, draft)


def _line_below_note(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """A text that goes on below a line that a ``#`` has cut: quotes around all of it."""
    last = fault.last
    if last is None or last.style != "plain" or not last.text or last.span.end_line >= fault.line:
        return
    above = next((n for n in range(fault.line - 1, 0, -1) if draft.line(n).strip()), 0)
    cut = draft.line(last.span.end_line)[last.span.end_column - 1 :]
    if above != last.span.end_line or not cut.lstrip().startswith("#"):
        return
    here = draft.line(fault.line)
    stretch = Span(last.span.line, last.span.column, fault.line, end_column(here, 1))
    hash_column = last.span.end_column + len(cut) - len(cut.lstrip())
    place = Span(above, hash_column, above, len(draft.line(above).rstrip()) + 1)
    yield Remedy("cut-by-hash", place, quoting(draft, stretch), {"found": last.text})


def _missing_key(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    line = draft.line(fault.line)
    if line.lstrip().startswith(":"):
        place = Span(fault.line, indentation(line) + 1, fault.line, indentation(line) + 2)
        edit = Edit(fault.line, 1, len(line) + 1, "")
        yield Remedy("value-without-key", place, (edit,), {"repair": ""}, loses=True)


def _misplaced(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for a line that has no place where it begins."""
    line = draft.line(fault.line)
    structure = begins_with_key(line) or is_item(line)
    if structure and indentation(line) + 1 == fault.column:
        yield from moved(fault.line, draft)


def _spaced_here(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for a missing space here, in the text before, or in both."""
    first = fault.last.span.line if fault.last is not None else fault.line
    numbers = range(max(first, fault.line - _MOST_LINES_BACK), fault.line + 1)
    found = [remedy for number in numbers for remedy in spaced(number, draft)]
    yield from found
    together = [remedy for remedy in found if remedy.kind == found[0].kind]
    if len(together) > 1:
        edits = tuple(edit for remedy in together for edit in remedy.edits)
        yield Remedy(found[0].kind, found[0].span, edits, found[0].values, each_line=True)


def _stray_before(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    """Remedies for a text at the top that was taken for the whole document."""
    last = fault.last
    if (
        last is not None
        and last.style == "plain"
        and key_column(draft.line(last.span.line)) == last.span.column
    ):
        yield from stray(last.span.line, draft)


def _stray_line(fault: Fault, draft: Draft) -> Iterator[Remedy]:
    yield from stray(fault.opened[0], draft)


_MOST_LINES_BACK: Final = 20
_IN_BRACKETS: Final[tuple[_Finder, ...]] = (text_after_quote, colon_in_prose, special_opening)
_NO_KEY: Final[tuple[_Finder, ...]] = (
    text_after_quote,
    closed_late,
    _missing_key,
    _spaced_here,
    _line_below_note,
    _misplaced,
    special_opening,
)
_BY_WORDS: Final[tuple[tuple[str, tuple[_Finder, ...]], ...]] = (
    ("mapping values are not allowed", (colon_in_prose,)),
    ("could not find expected ':'", (_stray_line,)),
    ("did not find expected key", _NO_KEY),
    ("did not find expected '-' indicator", _NO_KEY),
    ("while scanning a quoted scalar", (unclosed_quote,)),
    ("escape", (unknown_escape,)),
    ("hexdecimal number", (unknown_escape,)),
    ("tab character", (untabbed,)),
    ("cannot start any token", (untabbed, special_opening)),
    ("block sequence entries are not allowed", (list_on_key_line,)),
    ("did not find expected <document start>", (_stray_before, unindented)),
    ("", (_spaced_here, special_opening)),
)
