"""Minimal winning coalitions: those that win and lose when any one of them leaves.

The minimal *blocking* coalitions, those with whom a decision can be stopped, are the minimal winning ones of
the game of stopping (its dual).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import comb, prod
from typing import TYPE_CHECKING

from coalcheck.engine.power.game import Game
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown

if TYPE_CHECKING:
    from coalcheck.engine.power.one_weight import OneWeight


class NotMonotone(Exception):
    """More support can undo a win, so that a smallest coalition says nothing of the larger ones."""


def dual(game: Game) -> Game:
    """The game of stopping: a coalition wins in it where the others, without it, lose."""
    return Game(game.sizes, _against(game.condition, game.sizes), game.members)


def _against(condition: Condition, sizes: tuple[int, ...]) -> Condition:
    """That a condition fails when so many of each kind are against and the others for."""
    if isinstance(condition, Linear):
        everyone = sum(size * each for size, each in zip(sizes, condition.coefficients, strict=True))
        # Fails: constant + everyone - sum < 0, or <= 0 where it asked for more than nought.
        return Linear(condition.coefficients, -condition.constant - everyone, not condition.strict)
    if isinstance(condition, Unknown):
        return condition
    parts = tuple(_against(part, sizes) for part in condition.parts)
    return AtLeast(max(len(parts) - condition.number + 1, 0), parts)


def kinds(game: Game) -> Iterator[tuple[int, ...]]:
    """How many of each kind the minimal winning coalitions have, each way once; the fewest members first.

    Raises:
        NotMonotone: more support can undo a win.
    """
    if not game.monotone:
        raise NotMonotone
    winning = (
        chosen for chosen in product(*(range(size + 1) for size in game.sizes)) if _is_minimal(game, chosen)
    )
    return iter(sorted(winning, key=lambda chosen: (sum(chosen), chosen)))


def _is_minimal(game: Game, chosen: tuple[int, ...]) -> bool:
    if not game.wins(chosen):
        return False
    for kind, number in enumerate(chosen):
        if number and game.wins((*chosen[:kind], number - 1, *chosen[kind + 1 :])):
            return False
    return True


def count(game: Game) -> int:
    """How many minimal winning coalitions there are, by looking at every way to have so many of each kind.

    Raises:
        NotMonotone: more support can undo a win.
    """
    return sum(prod(map(comb, game.sizes, chosen)) for chosen in kinds(game))


def count_by_weight(game: OneWeight) -> int:
    """The same where only one weight is asked for: the lightest member of a coalition closes the gap.

    The heaviest come first; where the next joins those before it, they make a minimal winning coalition if it
    is with it that they reach the quota.

    Raises:
        ValueError: the quota differs by size.
    """
    if not game.by_weight_alone:
        msg = "the quota differs by size"
        raise ValueError(msg)
    quota = game.quotas[0]
    if quota <= 0:
        return 1
    if quota > game.total:
        return 0
    bits = sum(game.sizes) + 1
    packed, found = 1, 0
    full = (1 << quota * bits) - 1
    members = sorted(
        (
            weight
            for weight, size in zip(game.weights, game.sizes, strict=True)
            if weight
            for _ in range(size)
        ),
        reverse=True,
    )
    for weight in members:
        low = max(quota - weight, 0)
        found += _total(packed >> low * bits, bits)
        packed = (packed + (packed << weight * bits)) & full
    return found


def _total(packed: int, bits: int) -> int:
    """The sum of the coefficients that are left; each is below 2^(bits - 1), and so is their sum."""
    # Modulo 2^bits - 1 every power of 2^bits is 1.
    return packed % ((1 << bits) - 1)
