"""How long the search for the smallest change takes, by how many kinds of members there are to tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Literal, TypeAlias

from bench.inside import Calls, Work, in_turns
from coalcheck.engine.decide.change import Smallest, smallest
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import Bound, holds
from coalcheck.engine.threshold.electorate import Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse

Of: TypeAlias = Literal["classes", "members"]
"""Whether those who can be told apart stand for many alike, or each for itself."""

BOTH = "at least 55% of members and at least 65% of shares"
EXACT = "exactly half of shares"
"""A rule that more support can defeat: whoever is added must fit to the last share, as in a knapsack."""
NEVER = "exactly 501/1000 of shares"
"""The same where nobody fits, so that all there is must be looked at to know it."""

ALIKE = 40
"""Heads in a class."""


@dataclass(frozen=True, slots=True)
class Search:
    """One search.

    Attributes:
        size: how many kinds of members there are.
        calls: what it took.
        heads: how many must answer otherwise.
        proven: whether nothing smaller does, for certain.
    """

    size: int
    calls: Calls
    heads: int
    proven: bool


def searches(of: Of, rule: str, sizes: Sequence[int], rounds: int) -> list[Search]:
    """Votes that are lost under a rule over weights, no two of which are alike."""
    lost = {size: _lost(of, rule, size) for size in sizes}
    found = {size: _searched(*each) for size, each in lost.items()}
    works = {str(size): Work(partial(_searched, *each), 1) for size, each in lost.items()}
    calls = in_turns(works, rounds)
    return [Search(size, calls[str(size)], each.heads, each.smallest) for size, each in found.items()]


def _lost(of: Of, text: str, size: int) -> tuple[Bound, list[int]]:
    rule = parse(text, Names(weights=frozenset({"shares"})))
    if isinstance(rule, Fault):
        raise TypeError(rule)
    count = ALIKE if of == "classes" else 1
    weights = [Fraction(_weight(index)) for index in range(size)]
    rows = tuple(
        Row(f"row-{index}", count=count, weights={"shares": weight}) for index, weight in enumerate(weights)
    )
    bound = bind(rule, Electorate(rows))
    ballots = {}
    for index, row in enumerate(rows):
        in_favour = row.count // 4 if of == "classes" else int(index % 4 == 0)
        against = (row.count - in_favour) // 2 if of == "classes" else int(index % 4 in (1, 2))
        ballots[row.id] = Votes(in_favour, against)
    return bound, bound.heads(ballots)


def _weight(index: int) -> int:
    """Weights with nothing in common, so that no two members are alike."""
    return 1_000 + 37 * index * index % 997 + 101 * index


def _searched(bound: Bound, start: Sequence[int]) -> Smallest:
    condition = bound.condition
    return smallest(
        start, bound.cells, lambda heads: holds(condition, heads), wanted=True, condition=condition
    )
