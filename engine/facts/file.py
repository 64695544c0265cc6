"""Whatever is wrong with the file itself, one fact a problem."""

from __future__ import annotations

from collections.abc import Iterable

from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.mending import mend_of
from coalcheck.engine.source.node import Problem


def file_facts(problems: Iterable[Problem]) -> tuple[Fact, ...]:
    """One fact a problem, in the order given; a text that says nothing is left out."""
    return tuple(_fact(problem) for problem in problems)


def _fact(problem: Problem) -> Fact:
    values: dict[str, Value] = {name: text for name, text in problem.values.items() if text}
    return Fact(
        "file",
        problem.kind,
        problem.route,
        {"problem": problem.kind, **values},
        span=problem.span,
        mend=mend_of(problem),
    )
