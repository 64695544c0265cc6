"""A line that is neither a key with a colon nor indented as part of the text above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.faults.spacing import spaced
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import end_column, indentation, is_blank, key_column, value_column
from coalcheck.engine.source.remedy import Remedy

_FIRST_WORD: Final = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<gap>[ \t]*=[ \t]*|[ \t]+|[ \t]*$)")
_PLAIN_END: Final = re.compile(r"[^\"'\]}|>:]$")


def stray(number: int, draft: Draft) -> Iterator[Remedy]:
    """Remedies for a line without a colon: a space, the text above, or a colon after the first word."""
    yield from spaced(number, draft)
    line = draft.line(number)
    start = key_column(line)
    span = Span(number, start, number, end_column(line, start))
    above = next((n for n in range(number - 1, 0, -1) if not is_blank(draft.line(n))), 0)
    word = _FIRST_WORD.match(line, start - 1)
    # A short "notice 7 days" has lost its colon; more words go on with the sentence above.
    if word and (len(line[start - 1 :].split()) <= 4 or "=" in word["gap"] or not _goes_on(draft, above)):
        yield _with_colon(number, span, word)
    if _goes_on(draft, above):
        margin = indentation(draft.line(above))
        if value_column(draft.line(above)) > key_column(draft.line(above)):
            margin = key_column(draft.line(above)) + 1
        edit = Edit(number, 1, indentation(line) + 1, " " * margin)
        yield Remedy("stray-line", span, (edit,))
    if word:
        yield _with_colon(number, span, word)


def _goes_on(draft: Draft, above: int) -> bool:
    """Whether the line above holds text without quotes that can go on."""
    return above > 0 and bool(_PLAIN_END.search(draft.line(above).rstrip()))


def _with_colon(number: int, span: Span, word: re.Match[str]) -> Remedy:
    edit = Edit(number, word.end("key") + 1, word.end() + 1, ": ")
    return Remedy("missing-colon", span, (edit,), {"key": word["key"]})
