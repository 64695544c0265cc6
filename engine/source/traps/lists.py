"""Lists that are read as one text, keys that are read as words, and sentences that are read as keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.faults.spacing import spaced
from coalcheck.engine.source.node import Edit, Mapping, Route, Scalar, Span
from coalcheck.engine.source.prose import (
    end_in_brackets,
    end_of_text,
    indentation,
    is_item,
    key_column,
    quoting,
)
from coalcheck.engine.source.remedy import Remedy
from coalcheck.engine.source.traps.places import Place

TIGHT: Final = re.compile(
    r"^[ \t]*(?:-[ \t]+)*(?:[a-z][a-z0-9_-]*:[^\s:/\\]|-[^\W\d]|-[\"'\[{]|[^\W\d][\w-]*[\uff1a\ufe55\ua789]"
    r"|[\u2010-\u2015\u2022\u2212\u25aa\u25cf\u00b7][ \t])",
    re.MULTILINE,
)
"""What a line begins with where a space may be missing, or a mark only looks like a colon or a dash."""


def swallowed_items(draft: Draft, folded: list[tuple[Scalar, Route]]) -> Iterator[Remedy]:
    """Items that are indented more than the first one, so that they are read as its text."""
    for scalar, route in folded:
        first = draft.line(scalar.span.line)
        if not is_item(first) or key_column(first) != scalar.span.column:
            continue
        margin = (
            key_column(first)
            - 1
            - (len(first[: key_column(first) - 1]) - first.rindex("-", 0, key_column(first) - 1))
        )
        edits = tuple(
            Edit(number, 1, indentation(line) + 1, " " * margin)
            for number in range(scalar.span.line + 1, scalar.span.end_line + 1)
            if is_item(line := draft.line(number))
        )
        if edits:
            yield Remedy("swallowed-item", scalar.span, edits, route=route, each_line=True)


def tight_lines(draft: Draft, found: list[Place]) -> Iterator[Remedy]:
    """Lines of the form ``name:Clean Air`` or ``-speak`` that are read as text."""
    for place in found:
        scalar = place.scalar
        line = draft.line(scalar.span.line)
        own_line = scalar.span.column == key_column(line)
        if scalar.style == "plain" and not place.is_key and own_line and TIGHT.match(line):
            for number in range(scalar.span.line, scalar.span.end_line + 1):
                for remedy in spaced(number, draft):
                    yield Remedy(remedy.kind, remedy.span, remedy.edits, remedy.values, place.route)


def sentences(draft: Draft, found: list[tuple[Mapping, Route]]) -> Iterator[Remedy]:
    """Items such as ``- No texts on faith: they divide us``, read as a key and a value."""
    for mapping, route in found:
        (entry,) = mapping.entries.values()
        key = entry.key.span
        line = draft.line(key.line)
        if mapping.flow and line[mapping.span.column - 1 : mapping.span.column] == "{":
            continue
        if mapping.flow:
            stretch = Span(key.line, key.column, key.line, end_in_brackets(line, key.column))
        else:
            stretch = Span(key.line, key.column, *end_of_text(draft, key.line, key.column))
        colon = line.find(":", key.end_column - 1) + 1
        if colon:
            place = Span(key.line, colon, key.line, colon + 1)
            yield Remedy("colon-in-prose", place, quoting(draft, stretch), route=route)
