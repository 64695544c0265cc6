"""Counting over one weight from two halves of the members: for any weights, however large, of few members.

Every coalition is one of the first half and one of the second. The second are sorted, by size and then by
weight, so that for each of the first it takes one search a size to know how many of the second make up what
is missing (Horowitz & Sahni 1974).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.power.tally import Tally, tally_by_size

if TYPE_CHECKING:
    from coalcheck.engine.power.one_weight import OneWeight

MOST_MEMBERS: Final = 40

_Half: TypeAlias = list[list[tuple[int, int]]]
"""By size: weight of each coalition and who is in it, one bit a member."""


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each member is in."""
    n = sum(game.sizes)
    kinds = [kind for kind, size in enumerate(game.sizes) for _ in range(size)]
    # Heavy and light members in both halves, so that neither half decides alone what is searched.
    order = sorted(range(n), key=lambda member: -game.weights[kinds[member]])
    winning = [0] * (n + 1)
    with_member: dict[int, list[int]] = {}
    sides = order[::2], order[1::2]
    for first, second in (sides, sides[::-1]):
        found, each = _counted(game, kinds, first, second)
        with_member.update(each)
        winning = found
    with_one: list[list[int]] = [[0] * (n + 1) for _ in game.sizes]
    for member, counts in with_member.items():
        with_one[kinds[member]] = counts
    return tally_by_size(n, winning, with_one)


def _counted(
    game: OneWeight, kinds: list[int], first: list[int], second: list[int]
) -> tuple[list[int], dict[int, list[int]]]:
    """Winning coalitions by size, and those that each member of the first half is in."""
    n = len(kinds)
    sorted_weights = [sorted(weight for weight, _ in row) for row in _coalitions(game, kinds, second)]
    winning = [0] * (n + 1)
    each = {member: [0] * (n + 1) for member in first}
    for own, row in enumerate(_coalitions(game, kinds, first)):
        for weight, members in row:
            for other, weights in enumerate(sorted_weights):
                size = own + other
                count = len(weights) - bisect_left(weights, game.quotas[size] - weight)
                if count:
                    winning[size] += count
                    for place, member in enumerate(first):
                        if members >> place & 1:
                            each[member][size] += count
    return winning, each


def _coalitions(game: OneWeight, kinds: list[int], members: list[int]) -> _Half:
    """All coalitions of some members, by size."""
    rows: _Half = [[] for _ in range(len(members) + 1)]
    rows[0].append((0, 0))
    for place, member in enumerate(members):
        weight = game.weights[kinds[member]]
        for size in range(place, -1, -1):
            rows[size + 1] += [(own + weight, chosen | 1 << place) for own, chosen in rows[size]]
    return rows
