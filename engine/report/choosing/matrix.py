"""The eight dimensions side by side: a column for ourselves and one for each candidate, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.choosing.sentences import cell, line
from coalcheck.engine.report.parts.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.choosing.answer import Answer, Cell, Line

_GAP = 3
_LONGEST = 24
_OURS = "ourselves"


def is_empty(answer: Answer) -> bool:
    """Whether nobody has scored any dimension."""
    return all(each.score is None for row in answer.matrix for each in _all(row))


def table(answer: Answer, room: int) -> Iterator[str]:
    """Give the scores in a table, and in several where the candidates do not fit beside each other.

    Args:
        answer: with at least one score.
        room: the columns that a line may take.
    """
    compared = any(row.ours.score is not None for row in answer.matrix)
    left = max(len(row.about) for row in answer.matrix) + _GAP
    ours = [_OURS] if compared else []
    names = [_cut(line(view.name)) for view in answer.views]
    for start, end in _fitting(names, room - left - sum(len(name) + _GAP for name in ours)):
        heads = [*ours, *names[start:end]]
        yield " " * left + _spaced(heads, heads)
        for row in answer.matrix:
            cells = [*([row.ours] if compared else []), *row.candidates[start:end]]
            yield row.about.ljust(left) + _spaced([cell(each) for each in cells], heads)
    if any(each.score is not None and not each.because for row in answer.matrix for each in _all(row)):
        yield "In brackets: no reason is written, so it takes no part."


def _all(row: Line) -> tuple[Cell, ...]:
    return (row.ours, *row.candidates)


def _spaced(texts: list[str], heads: list[str]) -> str:
    """Put texts below their heads, each in the middle of its column."""
    padded = []
    for text, head in zip(texts, heads, strict=True):
        spare = width(head) - width(text)
        padded.append(" " * (spare // 2) + text + " " * (spare - spare // 2))
    return (" " * _GAP).join(padded).rstrip()


def _fitting(names: list[str], room: int) -> Iterator[tuple[int, int]]:
    """The stretches of candidates that fit side by side; a single one always does."""
    start, used = 0, 0
    for n, name in enumerate(names):
        needed = width(name) + _GAP
        if n > start and used + needed > room:
            yield start, n
            start, used = n, 0
        used += needed
    yield start, len(names)


def _cut(name: str) -> str:
    return name if width(name) <= _LONGEST else f"{name[: _LONGEST - 3].rstrip()}..."
