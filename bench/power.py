"""Counting voting power beside the libraries on PyPI: the same games, in one run, by turns.

What is timed is the time of the processor, of all threads of this process, from the weights to a number for
each member: exact ones from coalcheck, through its door, so that choosing the way of counting is part of it;
floats from the others. Whoever is timed has been held against the known answer first, in the same run.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial
from pathlib import Path
from statistics import median
from time import process_time_ns
from typing import Any, Final

from bench.measure import Unexpected
from bench.power_peers import BANZHAF, SHAPLEY, Index, Known, Peer, Rule
from coalcheck.engine.power.door import cheapest
from coalcheck.engine.power.game import Game
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear

OURS: Final = "coalcheck"
VECTORS: Final[Mapping[str, Mapping[str, Any]]] = {
    each["id"]: each
    for each in json.loads((Path(__file__).parents[1] / "tests" / "power" / "games.json").read_text("utf-8"))[
        "vectors"
    ]
}
ELECTORAL_COLLEGE: Final = "us-ec-2024"
COUNCIL: Final = "eu27-lisbon-full"
FUND: Final = "imf-190-85"
UNITED_SIX: Final = "eec-1958"

_ROUND: Final = 20_000_000
"""Nanoseconds that a round of calls takes at least, so that the clock's own time is nothing."""


@dataclass(frozen=True, slots=True)
class Took:
    """What one call took, in seconds: one number a round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The round in the middle; a few slow rounds do not move it."""
        return median(self.seconds)

    def __str__(self) -> str:
        """Median and range."""
        factor, unit = next(
            (f, u) for least, f, u in ((1, 1, "s"), (1e-3, 1e3, "ms"), (0, 1e6, "µs")) if self.median >= least
        )
        low, middle, high = (f"{t * factor:.3g}" for t in (min(self.seconds), self.median, max(self.seconds)))
        return f"{middle} {unit} ({low} to {high})"


def condition(rule: Rule) -> Condition:
    """A rule as a condition of coalcheck's."""
    if rule["type"] == "weighted":
        return Linear(tuple(rule["weights"]), -rule["quota"], strict=False)
    parts = tuple(map(condition, rule["of"]))
    return AtLeast(len(parts) if rule["type"] == "and" else 1, parts)


def members_of(rule: Rule) -> int:
    """How many members a rule has."""
    return len(rule["weights"]) if rule["type"] == "weighted" else members_of(rule["of"][0])


def game_of(rule: Rule) -> Game:
    """A rule as a game."""
    return Game((1,) * members_of(rule), condition(rule))


def ours(rule: Rule, index: Index) -> tuple[int, ...]:
    """Swings, or in how many of the n! orders each is the one that decides."""
    by_size = index == SHAPLEY
    tally = cheapest(game_of(rule), by_size=by_size).do()
    return tally.shapley_numerators() if by_size else tally.swings


def known(vector: Mapping[str, Any]) -> Known:
    """A vector with everything that is known of it; where Shapley's values are too long, they are counted.

    Raises:
        Unexpected: what was counted is not what was counted elsewhere.
    """
    swings = tuple(map(int, vector["swings"]))
    if "shapley" in vector:
        shapley = tuple(map(Fraction, vector["shapley"]))
    elif len(swings) > 60:
        shapley = ()
    else:
        orders = factorial(len(swings))
        shapley = tuple(Fraction(each, orders) for each in ours(vector["rule"], SHAPLEY))
    return Known(vector["about"], vector["rule"], swings, shapley)


def confirmed(game: Known, index: Index) -> None:
    """Hold coalcheck against what is known.

    Raises:
        Unexpected: it counts something else.
    """
    found = ours(game.rule, index)
    if index == BANZHAF:
        right = found == game.swings
    else:
        orders = factorial(len(found))
        right = tuple(Fraction(each, orders) for each in found) == game.shapley
    if not right:
        msg = f"{game.name}: coalcheck counts something else, so that its time means nothing."
        raise Unexpected(msg)


def in_turns(runs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Took]:
    """Time each ``rounds`` times, in turns, after one call that fills what it keeps."""
    calls = {name: _calls(run) for name, run in runs.items()}
    taken: dict[str, list[float]] = {name: [] for name in runs}
    gc.collect()
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(_timed(run, calls[name]))
    return {name: Took(tuple(each)) for name, each in taken.items()}


def _calls(run: Callable[[], object]) -> int:
    run()
    first = _timed(run, 1)
    return max(1, int(_ROUND / 1e9 / max(first, 1e-7)))


def _timed(run: Callable[[], object], calls: int) -> float:
    start = process_time_ns()
    for _ in range(calls):
        run()
    return (process_time_ns() - start) / calls / 1e9


@dataclass(frozen=True, slots=True)
class Course:
    """A game to be counted by several.

    Attributes:
        title: what is counted.
        game: the game.
        indices: one or both.
        least: how many times as long the fastest right peer is meant to take, at least.
    """

    title: str
    game: Known
    indices: Sequence[Index]
    least: float = 0


@dataclass(frozen=True, slots=True)
class Race:
    """One game counted by several.

    Attributes:
        course: the game.
        took: by whom, in which time.
        wrong: who answers wrongly, and how; they are timed all the same, where they answer.
        way: how coalcheck counted.
    """

    course: Course
    took: Mapping[str, Took]
    wrong: Mapping[str, str]
    way: str

    def fastest(self, among: Collection[str] | None = None) -> tuple[str, float] | None:
        """Who of the others is right here and the fastest, and how many times as long as coalcheck it takes.

        Args:
            among: only these, where given.
        """
        right = [
            (took.median / self.took[OURS].median, name)
            for name, took in self.took.items()
            if name != OURS and name not in self.wrong and (among is None or name in among)
        ]
        return min(right)[::-1] if right else None


def race(course: Course, others: Sequence[Peer], rounds: int) -> Race:
    """Count a game by everyone who takes it."""
    game, indices = course.game, course.indices
    for index in indices:
        confirmed(game, index)
    members = members_of(game.rule)
    asked = [peer for peer in others if peer.takes(game.rule, members)]
    wrong = {}
    for peer in asked:
        faults = [fault for index in indices if (fault := peer.judged(index, game))]
        if faults:
            wrong[peer.name] = faults[0]
    runs: dict[str, Callable[[], object]] = {
        OURS: lambda: [ours(game.rule, index) for index in indices],
    }
    for peer in asked:
        if not wrong.get(peer.name, "").startswith("ends"):
            runs[peer.name] = asking(peer, indices, game.rule)
    ways = {cheapest(game_of(game.rule), by_size=index == SHAPLEY).name for index in indices}
    return Race(course, in_turns(runs, rounds), wrong, ", ".join(sorted(ways)))


def asking(peer: Peer, indices: Sequence[Index], rule: Rule) -> Callable[[], object]:
    """A call that counts by a peer."""
    asks = [peer.asks[index] for index in indices]
    return lambda: [ask(rule) for ask in asks]


def ordinary() -> list[Known]:
    """Games of which everything is known: published ones, and a few that follow from symmetry."""
    found = [known(each) for each in VECTORS.values() if len(each["swings"]) <= 16 and _can_win(each)]
    for n in (100, 180):
        swings = comb(n - 1, n // 2)
        rule = {"type": "weighted", "quota": n // 2 + 1, "weights": [1] * n}
        found.append(Known(f"{n} alike, more than half", rule, (swings,) * n, (Fraction(1, n),) * n))
    # With the one that has the quota alone: four who reach it only in twos.
    rule = {"type": "weighted", "quota": 20, "weights": [20, 13, 14, 13, 19]}
    swings_of = (1 + 4, *(2 + 1,) * 4)
    shapley = (Fraction(2, 5), *(Fraction(3, 20),) * 4)
    found.append(Known("[20; 20, 13, 14, 13, 19]", rule, swings_of, shapley))
    return found


def _can_win(vector: Mapping[str, Any]) -> bool:
    return int(vector["winning"]) > 0


@dataclass(frozen=True, slots=True)
class Record:
    """How often a peer is right.

    Attributes:
        peer: its name.
        index: what it was asked for.
        right: how many games it is right on.
        refused: how many it does not take.
        wrong: of the others, their names and what is wrong.
    """

    peer: str
    index: Index
    right: int
    refused: int
    wrong: Sequence[tuple[str, str]]


def records(asked: Sequence[Peer]) -> list[Record]:
    """Ask everyone for both indices of every game of which they are known.

    Raises:
        Unexpected: coalcheck is wrong.
    """
    games = ordinary()
    for game in games:
        for index in (BANZHAF, SHAPLEY):
            confirmed(game, index)
    found = []
    for peer in asked:
        for index in (BANZHAF, SHAPLEY):
            taken = [game for game in games if peer.takes(game.rule, len(game.swings))]
            faults = [(game.name, peer.judged(index, game)) for game in taken]
            wrong = [each for each in faults if each[1]]
            refused = len(games) - len(taken)
            found.append(Record(peer.name, index, len(taken) - len(wrong), refused, wrong))
    return found
