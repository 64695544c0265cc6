"""The door of this room: which way of counting is the cheapest, and whether it may be spent."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.power import enumerate_kinds, halves, packed
from coalcheck.engine.power.one_weight import OneWeight, one_weight

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game
    from coalcheck.engine.power.tally import Tally

BUDGET: Final = 10.0
"""Seconds that may be spent on one rule where nobody says otherwise."""
MOST_BYTES: Final = 2_500_000_000

_COUNTLESS: Final = 10**30
"""More cases than this are one number: it is a float that they are turned into."""

_CASE, _TERM = 1.2e-6, 0.6e-6
"""Seconds that looking at one case, and one inequality of it, take on a slow machine."""


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
    return min(_ways(game, by_size=by_size), key=lambda way: (way.bytes > MOST_BYTES, way.seconds))


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


def _ways(game: Game, *, by_size: bool) -> list[Way]:
    from coalcheck.engine.power.game import linears

    cases = min(enumerate_kinds.cases(game), _COUNTLESS)
    terms = sum(len(linear.coefficients) for linear in linears(game.condition))
    ways = [
        Way("kinds", cases * (_CASE + terms * _TERM / 4), 0, lambda: enumerate_kinds.count(game)),
    ]
    simple = one_weight(game)
    if simple is None:
        return ways
    turned = simple.dual()
    # Deciding and stopping are counted by the same sums; the one with fewer of them is counted.
    chosen, back = (turned, True) if turned.length < simple.length else (simple, False)
    fast = find_spec("numpy") is not None
    return ways + (
        _by_size(chosen, fast=fast, back=back) if by_size else _totals(chosen, fast=fast, back=back)
    )


def _totals(game: OneWeight, *, fast: bool, back: bool) -> list[Way]:
    ways = _by_size(game, fast=fast, back=back)
    if not game.by_weight_alone:
        return ways
    n = sum(game.sizes)
    words = max(game.length, 1) * (n // 64 + 1)
    members = n + len(set(game.weights))
    ways.append(
        Way(
            "packed sums",
            words * members * 1.2e-9 + 5e-5,
            words * 40,
            _turned(packed.count_totals, game, back),
        )
    )
    if fast:
        from coalcheck.engine.power.wide import count_totals

        ways.append(
            Way("wide sums", words * members * 6e-10 + 2e-4, words * 24, _turned(count_totals, game, back))
        )
    return ways


def _by_size(game: OneWeight, *, fast: bool, back: bool) -> list[Way]:
    n = sum(game.sizes)
    cells = max(game.length, 1) * (n + 1)
    words = cells * (n // 64 + 1)
    ways = [
        Way(
            "packed sums by size",
            words * (n + 20) * 1.5e-9 + 1e-4,
            words * 40,
            _turned(packed.count_by_size, game, back),
        )
    ]
    if n <= halves.MOST_MEMBERS:
        searches = 2 ** ((n + 1) // 2) * (n // 2 + 1)
        if not fast:
            seconds = 2 * searches * 1.5e-6
            ways.append(
                Way("halves", seconds, 2 ** (n // 2) * 200, _turned(halves.count_by_size, game, back))
            )
        elif game.total < 2**61:
            from coalcheck.engine.power import halves_at_once

            seconds = searches * 8e-8 + 3e-4
            ways.append(
                Way(
                    "halves at once",
                    seconds,
                    2 ** (n // 2) * 8 * n,
                    _turned(halves_at_once.count_by_size, game, back),
                )
            )
    if fast:
        from coalcheck.engine.power import grid, rows

        if 0 < n <= grid.MOST_MEMBERS:
            seconds = cells * (n + len(set(game.weights))) * 1e-9 + 2e-4
            ways.append(Way("grid", seconds, cells * 24, _turned(grid.count_by_size, game, back)))
        if n:
            needed = rows.bytes_needed(game)
            ways.append(
                Way(
                    "rows",
                    needed * n * 3e-11 + n * n * 1e-5 * len(set(game.weights)) / 20 + 1e-3,
                    needed,
                    _turned(rows.count_by_size, game, back),
                )
            )
    return ways


def _turned(counting: Callable[[OneWeight], Tally], game: OneWeight, back: bool) -> Callable[[], Tally]:  # noqa: FBT001
    """Count a game, or its dual and turn what was counted back."""
    return lambda: counting(game).dual() if back else counting(game)
