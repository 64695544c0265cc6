"""Two shares that are nearly alike: from how many votes on they ask for different numbers."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from coalcheck.engine.threshold.tree import All, Any, Clause, Compare, Rule, Share

MOST_VOTES: Final = 20_000
"""Up to this number of votes two shares are compared; shares that people write differ long before."""


class Apart(Struct, frozen=True):
    """So many of so many votes are enough for one share and not for another.

    Attributes:
        votes: how many there are.
        enough: how many are enough for the share that asks for less.
        first_asks_less: whether that is the first share.
    """

    votes: int
    enough: int
    first_asks_less: bool


def shares_apart(one: Share, two: Share, *, most: int = MOST_VOTES) -> Apart | None:
    """The smallest number of votes for which two shares ask for different numbers; None where none does."""
    if not all(share.compare in (Compare.AT_LEAST, Compare.MORE_THAN) for share in (one, two)):
        return None
    for votes in range(1, most + 1):
        first, second = least(one, votes), least(two, votes)
        if first != second:
            return Apart(votes, min(first, second), first < second)
    return None


def least(share: Share, votes: int) -> int:
    """The smallest number that is so large a share of so many votes."""
    above, below = share.amount.value.numerator * votes, share.amount.value.denominator
    return above // below + 1 if share.compare is Compare.MORE_THAN else -(-above // below)


def only_share_apart(one: Rule, two: Rule) -> tuple[Share, Share] | None:
    """The one share in which two rules differ that are alike in all else; None where they differ in more."""
    if isinstance(one, Clause) and isinstance(two, Clause):
        first, second = one.measure, two.measure
        if not isinstance(first, Share) or not isinstance(second, Share):
            return None
        alike = (one.among, one.spread, first.count, first.base) == (
            two.among,
            two.spread,
            second.count,
            second.base,
        )
        return (first, second) if alike else None
    if isinstance(one, All | Any) and type(one) is type(two) and len(one.rules) == len(two.rules):
        unlike = [(a, b) for a, b in zip(one.rules, two.rules, strict=True) if a != b]
        return only_share_apart(*unlike[0]) if len(unlike) == 1 else None
    return None
