"""Faults on their way to being problems: in the order of the file, no more of one kind than can be read.

What someone may have meant is looked for at the end, for the faults that are told:
a file with ten thousand unknown names is answered as quickly as one with ten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.source.limits import MOST_ALIKE
from coalcheck.engine.source.node import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coalcheck.engine.source.node import Span


class Fault(NamedTuple):
    """A problem, and what fills in the rest of its values if it is told."""

    problem: Problem
    fill_in: Callable[[dict[str, str]], None] | None = None


def told(faults: Iterable[Fault], explained: Iterable[Problem]) -> list[Problem]:
    """The problems behind faults, by place, without those that have been explained already.

    Args:
        faults: in any order.
        explained: problems that the reader has told; a fault at the same place follows from them.
    """
    on_line: dict[int, list[Span]] = defaultdict(list)
    for problem in explained:
        for line in range(problem.span.line, problem.span.end_line + 1):
            on_line[line].append(problem.span)
    kept: list[Problem] = []
    count: Counter[str] = Counter()
    for problem, fill_in in sorted(faults, key=lambda fault: fault.problem.span):
        if any(_overlap(problem.span, span) for span in on_line.get(problem.span.line, ())):
            continue
        count[problem.kind] += 1
        if count[problem.kind] <= MOST_ALIKE:
            if fill_in is not None:
                fill_in(problem.values)
            kept.append(problem)
        elif count[problem.kind] == MOST_ALIKE + 1:
            kept.append(Problem("many-alike", problem.span, problem.route, {"expected": str(MOST_ALIKE)}))
    return kept


def _overlap(one: Span, other: Span) -> bool:
    """Whether two stretches have a character in common, or are the same."""
    return one == other or (one[:2] < other[2:] and other[:2] < one[2:])
