"""What counting takes as bodies grow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import factorial
from random import Random
from time import process_time
from typing import Final

from bench.power import OURS, Took, asking, game_of, in_turns, ours
from bench.power_peers import BANZHAF, SHAPLEY, Index, Known, Peer
from coalcheck.engine.power.door import cheapest

HEAVIEST: Final = 100
"""Weights are drawn from 1 to this one."""


@dataclass(frozen=True, slots=True)
class Grown:
    """One size of a body.

    Attributes:
        members: how many there are.
        took: by whom, in which time.
        way: how coalcheck counts it.
        estimate: seconds that its door expected.
        mebibytes: of memory that its door expected.
    """

    members: int
    took: Mapping[str, Took]
    way: str
    estimate: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Curve:
    """How the time grows with the members.

    Attributes:
        index: what is counted.
        sizes: one row each.
        stopped: who is not asked any further, from how many members on, and why.
    """

    index: Index
    sizes: Sequence[Grown]
    stopped: Mapping[str, str]


def curve(  # noqa: PLR0913  (each is one choice of whoever measures)
    sizes: Sequence[int], index: Index, others: Sequence[Peer], rounds: int, patience: float,
    *, once: float = 0,
) -> Curve:  # fmt: skip
    """Count ever larger bodies of random weights under more than half.

    Args:
        sizes: how many members.
        index: what is counted.
        others: who counts beside coalcheck; who is wrong or too slow once is not asked again.
        rounds: how often each is timed.
        patience: seconds that one count may take.
        once: seconds that one count of coalcheck's may take where it is measured once and nobody else is.
    """
    found: list[Grown] = []
    stopped: dict[str, str] = {}
    for members in sizes:
        weights = [Random(f"{members}.{number}").randint(1, HEAVIEST) for number in range(members)]
        rule = {"type": "weighted", "quota": sum(weights) // 2 + 1, "weights": weights}
        way = cheapest(game_of(rule), by_size=index == SHAPLEY)
        runs: dict[str, Callable[[], object]] = {}
        if way.seconds <= patience:
            runs[OURS] = partial(ours, rule, index)
            game = _known(rule, index)
            for peer in others:
                if peer.name not in stopped:
                    fault = _fault(peer, index, game, patience)
                    if fault:
                        stopped[peer.name] = f"{fault} at {members} members"
                    else:
                        runs[peer.name] = asking(peer, (index,), rule)
        took = in_turns(runs, rounds)
        if patience < way.seconds <= once:
            start = process_time()
            ours(rule, index)
            took = {OURS: Took((process_time() - start,))}
        found.append(Grown(members, took, way.name, way.seconds, way.bytes / 2**20))
    return Curve(index, found, stopped)


def _known(rule: dict[str, object], index: Index) -> Known:
    numbers = ours(rule, index)
    if index == BANZHAF:
        return Known("", rule, numbers, ())
    return Known("", rule, (), tuple(Fraction(each, factorial(len(numbers))) for each in numbers))


def _fault(peer: Peer, index: Index, game: Known, patience: float) -> str:
    members = len(game.swings or game.shapley)
    if not peer.takes(game.rule, members):
        return "takes no more"
    start = process_time()
    wrong = peer.judged(index, game)
    seconds = process_time() - start
    return wrong or (f"takes {seconds:.1f} s" if seconds > patience else "")
