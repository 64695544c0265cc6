"""The field's measures of power, as exact fractions, from what was counted."""

from __future__ import annotations

from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from coalcheck.engine.power.tally import Tally


class Indices(Struct, frozen=True):
    """Measures of one member of each kind; each a fraction of 1.

    Attributes:
        banzhaf: the chance that its vote makes the difference where all ways of the others to vote are as
            likely (Penrose 1946, Banzhaf 1965): the absolute index.
        banzhaf_normalised: its part of all swings; 0 where nobody has any.
        prevent: in what part of the winning coalitions it could turn the win into a loss (Coleman 1971).
        initiate: in what part of the losing ones it could turn the loss into a win (Coleman 1971).
        shapley: the chance that it is the one with whom a coalition begins to win, where all orders of
            joining are as likely (Shapley & Shubik 1954); empty where coalitions were not counted by size.
    """

    banzhaf: tuple[Fraction, ...]
    banzhaf_normalised: tuple[Fraction, ...]
    prevent: tuple[Fraction, ...]
    initiate: tuple[Fraction, ...]
    shapley: tuple[Fraction, ...] = ()


def decisiveness(tally: Tally) -> Fraction:
    """How often motions pass where all ways to vote are as likely: Coleman's power of the body to act."""
    return Fraction(tally.winning, 2**tally.n)


def indices(tally: Tally, sizes: tuple[int, ...]) -> Indices:
    """Every index that the tally gives.

    Args:
        tally: what was counted.
        sizes: how many members each kind has.
    """
    n, swings, winning = tally.n, tally.swings, tally.winning
    losing = 2**n - winning
    all_swings = sum(size * each for size, each in zip(sizes, swings, strict=True))
    shapley: tuple[Fraction, ...] = ()
    if tally.winning_by_size and n:
        orders = factorial(n)
        shapley = tuple(Fraction(each, orders) for each in tally.shapley_numerators())
    return Indices(
        banzhaf=tuple(Fraction(each, 2 ** max(n - 1, 0)) for each in swings),
        banzhaf_normalised=_shares(swings, all_swings),
        prevent=_shares(swings, winning),
        initiate=_shares(swings, losing),
        shapley=shapley,
    )


def _shares(parts: tuple[int, ...], whole: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(part, whole) if whole else Fraction(0) for part in parts)
