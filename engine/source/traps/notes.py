"""A ``#`` that cuts a sentence: YAML takes what follows for a note and leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Span
from coalcheck.engine.source.prose import quoting
from coalcheck.engine.source.remedy import Remedy
from coalcheck.engine.source.traps.places import Place

# "Local #9" and "our #CleanAir day" are cut; "draft  # not signed" and "draft  #not signed" are notes.
_CUT: Final = re.compile(
    r"(?P<gap>[ \t]{1,3})#(?:(?P<number>\d)|(?P<word>\w)|(?P<apart> \d{1,4}(?=\s*$|[.,;:)])))"
)
_OWN: Final = re.compile(r"#\s*(?:coalcheck|expect)\b", re.IGNORECASE)


def cut_by_hash(draft: Draft, found: list[Place]) -> Iterator[Remedy]:
    """Texts behind which a ``#`` stands as somebody writes a number or a tag, not a note."""
    for place in found:
        scalar = place.scalar
        if scalar.style != "plain" or place.is_key:
            continue
        line, end = scalar.span.end_line, scalar.span.end_column
        written = draft.line(line)
        cut = _CUT.match(written, end - 1)
        if cut is None or _OWN.match(written, cut.end("gap")):
            continue
        narrow = len(cut["gap"]) == 1
        if not (
            cut["number"]
            or (narrow and cut["word"])
            or (narrow and cut["apart"] and scalar.text[-1:].isalpha())
        ):
            continue
        behind = len(written.rstrip()) + 1
        # An empty value ends at its colon; the text begins with the sign itself.
        start = (scalar.span.line, scalar.span.column) if scalar.text else (line, cut.end("gap") + 1)
        edits = quoting(draft, Span(*start, line, behind))
        span = Span(line, cut.end("gap") + 1, line, behind)
        kept = scalar.text if len(scalar.text) <= 60 else f"… {scalar.text[-57:]}"
        yield Remedy("cut-by-hash", span, edits, {"found": kept}, place.route, applies=False)
