"""Typographic quotes used as quotes of YAML, which they are not: they stay part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.prose import quoted
from coalcheck.engine.source.remedy import Remedy
from coalcheck.engine.source.traps.places import Place

_DOUBLE: Final = "\u201c\u201d\u201e\u201f\u2033"
_SINGLE: Final = "\u2018\u2019\u201a\u201b"
_WRAPPED: Final = re.compile(
    rf"(?:[{_DOUBLE}](?P<double>[^{_DOUBLE}]*)[{_DOUBLE}]|[{_SINGLE}](?P<single>[^{_SINGLE}]*)[{_SINGLE}])"
)
_BEHIND: Final = re.compile(r"\s*(?:$|[,\]}:]|\s#)")


def unwrapped(text: str) -> str | None:
    """A text without the typographic quotes around all of it; None where there are none."""
    wrapped = _WRAPPED.fullmatch(text)
    return None if wrapped is None else wrapped["double"] or wrapped["single"] or ""


def smart_quotes(draft: Draft, found: list[Place]) -> Iterator[Remedy]:
    """Values and keys that stand in typographic quotes from end to end."""
    for place in found:
        scalar = place.scalar
        if scalar.style != "plain" or scalar.text[:1] not in (*_DOUBLE, *_SINGLE):
            continue
        number, start = scalar.span.line, scalar.span.column
        line = draft.line(number)
        wrapped = _WRAPPED.match(line, start - 1)
        if wrapped is None or not _BEHIND.match(line, wrapped.end()):
            continue
        span = Span(number, start, number, wrapped.end() + 1)
        edit = Edit(number, start, wrapped.end() + 1, quoted(wrapped["double"] or wrapped["single"] or ""))
        yield Remedy("smart-quotes", span, (edit,), {"found": wrapped.group()}, place.route)
