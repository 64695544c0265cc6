"""Counting from two halves of the members, as `coalcheck.engine.power.halves`, a whole column at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalcheck.engine.power.tally import Tally, tally_by_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalcheck.engine.power.one_weight import OneWeight


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each member is in; all weigh less than 2^62."""
    n = sum(game.sizes)
    kinds = [kind for kind, size in enumerate(game.sizes) for _ in range(size)]
    order = sorted(range(n), key=lambda member: -game.weights[kinds[member]])
    first, second = order[::2], order[1::2]
    ours = _coalitions([game.weights[kinds[member]] for member in first])
    theirs = _coalitions([game.weights[kinds[member]] for member in second])
    winning = [0] * (n + 1)
    of_first = np.zeros((len(first), n + 1), dtype=np.int64)
    of_second = np.zeros((len(second), n + 1), dtype=np.int64)
    for own, (weights, members) in enumerate(ours):
        for other, (their_weights, their_members) in enumerate(theirs):
            size = own + other
            places = np.searchsorted(their_weights, game.quotas[size] - weights)
            counts = len(their_weights) - places
            won = int(counts.sum())
            if not won:
                continue
            winning[size] += won
            of_first[:, size] += members @ counts
            # One of theirs wins with all of ours whose place is not behind its own.
            reached = np.bincount(places, minlength=len(their_weights) + 1)[:-1].cumsum()
            of_second[:, size] += their_members @ reached
    with_one: list[list[int]] = [[0] * (n + 1) for _ in game.sizes]
    for members_of, counted in ((first, of_first), (second, of_second)):
        for member, row in zip(members_of, counted.tolist(), strict=True):
            with_one[kinds[member]] = row
    return tally_by_size(n, winning, with_one)


def _coalitions(weights: Sequence[int]) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """By size: the weights of all coalitions of some members, sorted, and who is in each."""
    sums = np.zeros(1, dtype=np.int64)
    for weight in weights:
        sums = np.concatenate((sums, sums + weight))
    numbers = np.arange(len(sums))
    members = numbers >> np.arange(len(weights))[:, None] & 1
    sizes = members.sum(axis=0)
    found = []
    for size in range(len(weights) + 1):
        here = np.flatnonzero(sizes == size)
        here = here[np.argsort(sums[here], kind="stable")]
        found.append((sums[here], members[:, here]))
    return found
