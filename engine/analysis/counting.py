"""Counting one decision: the measures of its members, and the smallest sets that carry or stop it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, islice
from math import comb, prod
from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.analysis.model import Counted, Listed, Row
from coalcheck.engine.power import enumerate_kinds, minimal
from coalcheck.engine.power.door import BUDGET, TooCostly, Way, cheapest, count
from coalcheck.engine.power.game import won
from coalcheck.engine.power.indices import decisiveness, indices
from coalcheck.engine.power.one_weight import one_weight
from coalcheck.engine.power.standing import Standing, standing
from coalcheck.engine.power.tally import Tally
from coalcheck.engine.wording.number import counted as number

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game
    from coalcheck.engine.power.one_weight import OneWeight

Ask: TypeAlias = Callable[[str], bool]
"""Asked, with a question in words, whether something may take longer than was allowed."""

MOST_SETS: Final = 20
"""So many of the smallest sets are listed."""

_LONGEST: Final = 10.0**7
_CASE: Final = 4e-6
_MOST_KINDS: Final = 200
_MOST_SUMS: Final = 2_000_000


class BadBudget(Exception):
    """What was given as a budget is no number of seconds."""


def seconds(budget: str | float | None) -> float:
    """Seconds from a number or its text.

    Raises:
        BadBudget: it is none, or is below nought or not a number.
    """
    if budget is None:
        return BUDGET
    try:
        found = float(budget)
    except ValueError:
        found = -1.0
    if not 0 <= found < 10**9:
        msg = f"{budget!r} is no number of seconds; write --budget 60."
        raise BadBudget(msg)
    return found


class Counting:
    """Counts within a budget, and keeps what it could not count.

    Attributes:
        budget: seconds that may be spent on one count.
        costly: whether something was left out for want of them.
    """

    def __init__(self, budget: float, ask: Ask | None = None) -> None:
        self.budget = budget
        self.costly = False
        self._ask = ask

    def tally(self, game: Game, what: str, notes: list[str]) -> tuple[Tally | None, str]:
        """Count a game; without sizes where only these are too costly, and not at all where that is too.

        Args:
            game: the game.
            what: what is counted, in words.
            notes: gets a sentence on what was not counted.
        """
        for by_size in (True, False):
            way = cheapest(game, by_size=by_size)
            try:
                # Leave the choice to whoever waits, where somebody does.
                allowed = way.seconds > self.budget and self._asked(what, way)
                return count(game, by_size=by_size, budget=None if allowed else self.budget), way.name
            except TooCostly as error:
                asked = "The order in which members join" if by_size else "How often votes make a difference"
                notes.append(f"{asked} was not counted for {what}: {self._said(error)}")
        return None, ""

    def allows(self, seconds: float) -> bool:
        """Whether a count may take so long; if not, that is kept in mind."""
        if seconds <= self.budget:
            return True
        self.costly = True
        return False

    def estimate(self, seconds: float) -> str:
        """How long it would take, and what allows it."""
        self.costly = True
        if seconds > _LONGEST:
            return "it would take longer than anybody waits."
        needed = max(int(seconds * 1.5) + 1, 1)
        return f"it would take about {number(max(round(seconds), 1), 'second')}; --budget {needed} allows it."

    def _asked(self, what: str, way: Way) -> bool:
        """Whether whoever waits, if anybody does, lets a count take longer."""
        if self._ask is None or way.seconds > _LONGEST:
            return False
        return self._ask(f"To count {what} takes about {number(round(way.seconds), 'second')}. Count it?")

    def _said(self, error: TooCostly) -> str:
        if error.way.seconds <= self.budget:
            self.costly = True
            return "it would take more memory than there may be."
        return self.estimate(error.way.seconds)


def rows_of(game: Game, tally: Tally, way: str) -> Counted:
    """The measures of all members, those alike in every measure in one row."""
    found = indices(tally, game.sizes)
    alike: dict[tuple[object, ...], list[int]] = {}
    members = game.members or tuple((str(kind),) for kind in range(len(game.sizes)))
    for kind in range(len(game.sizes)):
        shapley = found.shapley[kind] if found.shapley else None
        alike.setdefault((tally.swings[kind], shapley, *_alone(game, kind)), []).append(kind)
    rows = [
        Row(
            members=tuple(member for kind in kinds for member in members[kind]),
            heads=sum(game.sizes[kind] for kind in kinds),
            kinds=tuple(kinds),
            swings=tally.swings[kinds[0]],
            banzhaf=found.banzhaf[kinds[0]],
            share=found.banzhaf_normalised[kinds[0]],
            shapley=found.shapley[kinds[0]] if found.shapley else None,
            prevent=found.prevent[kinds[0]],
            initiate=found.initiate[kinds[0]],
        )
        for kinds in alike.values()
    ]
    rows.sort(key=lambda row: (-row.swings, row.kinds))
    return Counted(tally.winning, decisiveness(tally), tuple(rows), way)


def _alone(game: Game, kind: int) -> tuple[bool, bool]:
    """Whether one of a kind carries it against all others, and stops it when all others are for it."""
    only = [int(each == kind) for each in range(len(game.sizes))]
    others = [size - here for size, here in zip(game.sizes, only, strict=True)]
    return won(game.condition, only), not won(game.condition, others)


def standing_of(game: Game, tally: Tally | None) -> Standing:
    """Who can decide or stop; without a count nothing is said of votes without effect."""
    return standing(game, tally or Tally(game.n, 0, ()))


def too_many_kinds(game: Game) -> bool:
    """Whether pairs of members are too many to look at."""
    return len(game.sizes) > _MOST_KINDS


def smallest(game: Game, counting: Counting, what: str, notes: list[str]) -> Listed | None:
    """The smallest sets that win a game; None where more support can undo a win."""
    if not game.monotone:
        return None
    cases = enumerate_kinds.cases(game)
    seconds = min(cases, 10**30) * _CASE * (len(game.sizes) + 1)
    if seconds <= min(counting.budget, 1.0):
        sets = tuple(minimal.kinds(game))
        many = sum(prod(map(comb, game.sizes, chosen)) for chosen in sets)
        fewest = sum(sets[0]) if sets else None
        return Listed(many, tuple(islice(sets, MOST_SETS)), fewest)
    simple = one_weight(game)
    fewest = None if simple is None else _fewest(simple)
    if simple is not None and simple.by_weight_alone and simple.quotas[0] * game.n**2 <= _MOST_SUMS:
        return Listed(minimal.count_by_weight(simple), (), fewest)
    notes.append(f"The smallest groups that can {what} were not counted: {counting.estimate(seconds)}")
    return Listed(None, (), fewest)


def _fewest(simple: OneWeight) -> int | None:
    """The least size at which the heaviest members have the weight that is needed."""
    pairs = zip(simple.weights, simple.sizes, strict=True)
    heaviest = sorted((weight for weight, size in pairs for _ in range(size)), reverse=True)
    reached = accumulate(heaviest, initial=0)
    needed = zip(reached, simple.quotas, strict=True)
    return next((size for size, (weight, quota) in enumerate(needed) if weight >= quota), None)
