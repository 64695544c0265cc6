"""Who can do what in a game: decide alone, stop a decision alone or in twos, or change nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game
    from coalcheck.engine.power.tally import Tally


class Standing(Struct, frozen=True):
    """What members can do by their votes, whatever the others do.

    Kinds stand for each of their members.

    Attributes:
        carried: whether it is carried where all are in favour.
        free: whether it is carried where nobody is.
        decide: kinds of which one member alone carries it against all others.
        stop: kinds of which one member alone stops it when all others are in favour.
        decide_in_twos: pairs of kinds that carry it together where neither can alone.
        stop_in_twos: pairs of kinds that stop it together where neither can alone.
        without_effect: kinds whose votes change nothing, however the others vote.
    """

    carried: bool
    free: bool
    decide: tuple[int, ...]
    stop: tuple[int, ...]
    decide_in_twos: tuple[tuple[int, int], ...]
    stop_in_twos: tuple[tuple[int, int], ...]
    without_effect: tuple[int, ...]


def standing(game: Game, tally: Tally) -> Standing:
    """What the members of a game can do.

    Args:
        game: the game; monotone, or "whatever the others do" is more than is looked at.
        tally: what was counted of it.
    """
    kinds = range(len(game.sizes))
    carried = game.wins(game.sizes)
    free = game.wins([0] * len(game.sizes))
    decide = tuple(kind for kind in kinds if not free and _with(game, {kind: 1}))
    stop = tuple(kind for kind in kinds if carried and _against(game, {kind: 1}))
    return Standing(
        carried,
        free,
        decide,
        stop,
        tuple(pair for pair in _pairs(game, decide) if not free and _with(game, _both(pair))),
        tuple(pair for pair in _pairs(game, stop) if carried and _against(game, _both(pair))),
        tuple(kind for kind, swings in enumerate(tally.swings) if not swings and game.monotone),
    )


def _pairs(game: Game, apart: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of members by their kinds, without those that need no other."""
    alone = set(apart)
    rest = [kind for kind in range(len(game.sizes)) if kind not in alone]
    for one, other in combinations_with_replacement(rest, 2):
        if one != other or game.sizes[one] > 1:
            yield one, other


def _both(pair: tuple[int, int]) -> Mapping[int, int]:
    one, other = pair
    return {one: 2} if one == other else {one: 1, other: 1}


def _with(game: Game, chosen: Mapping[int, int]) -> bool:
    """Whether so many carry it against all others."""
    return game.wins([chosen.get(kind, 0) for kind in range(len(game.sizes))])


def _against(game: Game, chosen: Mapping[int, int]) -> bool:
    """Whether so many stop it when all others are in favour."""
    return not game.wins([size - chosen.get(kind, 0) for kind, size in enumerate(game.sizes)])
