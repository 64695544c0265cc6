"""A missing space after a colon or a dash, and marks that only look like a colon or a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span
from coalcheck.engine.source.remedy import Remedy

_LEAD: Final = r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
_COLON: Final = re.compile(_LEAD + r"[A-Za-z_][\w-]*(?P<mark>:)(?=[^\s:/\\])")
_DASH: Final = re.compile(_LEAD + r"(?P<mark>-)(?=[^\W\d]|[\"'\[{])")
_WIDE_COLON: Final = re.compile(_LEAD + r"[^\W\d][\w-]*(?P<mark>[\uff1a\ufe55\ua789])[ \t]*")
_LIST_MARK: Final = re.compile(
    r"(?P<lead>[ \t]*)(?P<mark>[\u2010-\u2015\u2022\u2212\u25aa\u25cf\u00b7*])[ \t]+"
)
# What has a colon inside by its nature.
_ADDRESS: Final = re.compile(_LEAD + r"(?:https?|ftp|mailto|tel|urn|doi|isbn|orcid):", re.IGNORECASE)


def spaced(number: int, draft: Draft) -> Iterator[Remedy]:
    """Remedies for one line in which a key or an item is not seen for want of a space."""
    line = draft.line(number)
    if _ADDRESS.match(line):
        return
    if found := _COLON.match(line):
        start = found.start("mark") + 1
        values = {"found": ":", "key": line[found.end("lead") : found.start("mark")]}
        yield Remedy("missing-space", _at(number, start), (Edit(number, start + 1, start + 1, " "),), values)
    elif found := _DASH.match(line):
        start = found.start("mark") + 1
        yield Remedy(
            "missing-space", _at(number, start), (Edit(number, start + 1, start + 1, " "),), {"found": "-"}
        )
    if found := _WIDE_COLON.match(line):
        start = found.start("mark") + 1
        edit = Edit(number, start, found.end() + 1, ": ")
        yield Remedy("wide-colon", _at(number, start), (edit,), {"found": found["mark"]})
    if found := _LIST_MARK.match(line):
        start = found.start("mark") + 1
        edit = Edit(number, start, found.end() + 1, "- ")
        yield Remedy("list-mark", _at(number, start), (edit,), {"found": found["mark"]})


def _at(line: int, column: int) -> Span:
    return Span(line, column, line, column + 1)
