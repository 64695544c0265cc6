"""The door of this room: which way of counting is the cheapest, and whether it may be spent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.power import cost, enumerate_kinds, halves, packed
from coalcheck.engine.power.game import linears
from coalcheck.engine.power.one_weight import OneWeight, one_weight

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game
    from coalcheck.engine.power.tally import Tally

BUDGET: Final = 10.0
"""Seconds that may be spent on one rule where nobody says otherwise."""
MOST_BYTES: Final = 2_500_000_000

_AT_ONCE: Final = 1e-4
"""Seconds so few that looking for a cheaper way costs more."""

_MANY: Final = 1_000
"""With more cases than these any other way is likely to be cheaper, and is looked at first."""

_COUNTLESS: Final = 10**30
"""More cases than this are one number: it is a float that they are turned into."""


_GRID_MEMBERS: Final = 62
"""With more of them a count may not fit into a machine word."""

_HALF_A_WORD: Final = 2**61


class Way(NamedTuple):
    """One way to count.

    Attributes:
        name: of the way.
        seconds: what it is estimated to take; never part of an answer.
        bytes: how much memory it takes, roughly.
        do: counts.
    """

    name: str
    seconds: float
    bytes: int
    do: Callable[[], Tally]


class TooCostly(Exception):
    """Counting would take more than may be spent; nothing was counted."""

    def __init__(self, way: Way, budget: float) -> None:
        self.way = way
        self.budget = budget
        super().__init__(f"about {way.seconds:.0f} s by {way.name}; {budget:.0f} s may be spent")


def cheapest(game: Game, *, by_size: bool = True) -> Way:
    """The cheapest way to count a game.

    Args:
        game: the game.
        by_size: whether coalitions are counted by size, which Shapley and Shubik's index needs.
    """
    options = ways(game, by_size=by_size)
    found = next(options)
    while found.seconds >= _AT_ONCE:
        other = next(options, None)
        if other is None:
            break
        found = min(found, other, key=_dearness)
    return found


def _dearness(way: Way) -> tuple[bool, float]:
    return way.bytes > MOST_BYTES, way.seconds


def count(game: Game, *, by_size: bool = True, budget: float | None = BUDGET) -> Tally:
    """Count a game exactly in the cheapest way.

    Args:
        game: the game.
        by_size: whether coalitions are counted by size, which Shapley and Shubik's index needs.
        budget: seconds that may be spent; None for as long as it takes.

    Raises:
        TooCostly: it would take longer, or more memory than ``MOST_BYTES``.
    """
    way = cheapest(game, by_size=by_size)
    if budget is not None and (way.seconds > budget or way.bytes > MOST_BYTES):
        raise TooCostly(way, budget)
    return way.do()


def ways(game: Game, *, by_size: bool) -> Iterator[Way]:
    """All ways to count a game, at least one.

    Args:
        game: the game.
        by_size: whether coalitions must be counted by size.
    """
    cases = enumerate_kinds.cases(game)
    if cases <= _MANY:
        yield _by_kinds(game, cases)
    simple = one_weight(game)
    if simple is not None:
        yield from _over_one_weight(simple, by_size=by_size)
    if cases > _MANY:
        yield _by_kinds(game, min(cases, _COUNTLESS))


def _by_kinds(game: Game, cases: int) -> Way:
    terms = sum([len(linear.coefficients) for linear in linears(game.condition)])
    return Way("kinds", *cost.kinds(cases, terms), lambda: enumerate_kinds.count(game))


def _over_one_weight(simple: OneWeight, *, by_size: bool) -> Iterator[Way]:
    totals = not by_size and simple.by_weight_alone
    if totals:
        of = cost.shape(simple, either=True)
        yield Way("packed sums", *cost.packed_totals(of), lambda: packed.count_totals(simple))
    turned = simple.dual()
    # Deciding and stopping are counted by the same sums; the one with fewer of them is counted.
    chosen, back = (turned, True) if turned.length < simple.length else (simple, False)
    of = cost.shape(chosen)

    def way(name: str, estimate: cost.Estimate, counting: Callable[[OneWeight], Tally]) -> Way:
        return Way(name, *estimate, lambda: counting(chosen).dual() if back else counting(chosen))

    yield way("packed sums by size", cost.packed_by_size(of), packed.count_by_size)
    if of.n <= halves.MOST_MEMBERS:
        yield way("halves", cost.halves(of), halves.count_by_size)
    wait = cost.numpy_import()
    if wait is None or not of.n:
        return
    if totals:
        yield Way("wide sums", *_after(wait, cost.wide(of)), lambda: _wide(simple))
    if of.n <= _GRID_MEMBERS:
        yield way("grid", _after(wait, cost.grid(of)), _grid)
    if of.n <= halves.MOST_MEMBERS and chosen.total < _HALF_A_WORD:
        yield way("halves at once", _after(wait, cost.halves_at_once(of)), _halves_at_once)
    yield way("rows", _after(wait, cost.rows(of)), _rows)


def _after(seconds: float, estimate: cost.Estimate) -> cost.Estimate:
    return estimate._replace(seconds=seconds + estimate.seconds)


# Numpy is imported where it is counted with, so that small games never wait for it.


def _wide(game: OneWeight) -> Tally:
    from coalcheck.engine.power.wide import count_totals

    return count_totals(game)


def _grid(game: OneWeight) -> Tally:
    from coalcheck.engine.power.grid import count_by_size

    return count_by_size(game)


def _halves_at_once(game: OneWeight) -> Tally:
    from coalcheck.engine.power.halves_at_once import count_by_size

    return count_by_size(game)


def _rows(game: OneWeight) -> Tally:
    from coalcheck.engine.power.rows import count_by_size

    return count_by_size(game)
