"""Numbers next to a number: the nearest one below and above that asks for something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from coalcheck.engine.threshold.apart import least
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import Amount, Compare, Heads, Seats, Share, VotesCast, Whom

_USUAL: Final = tuple(
    sorted(
        {Fraction(above, below) for below in (2, 3, 4, 5, 10) for above in range(1, below)}
        | {Fraction(1, 20), Fraction(19, 20), Fraction(1, 100), Fraction(99, 100)}
    )
)
"""Shares that people write as fractions."""

_STEPS: Final = (1, 2, 5, 10, 20)
"""By so many of its last digit a percentage is changed until it asks for something else."""

_MOST_SIZES: Final = 2_000
"""Of larger bodies a share is not tried for every number that may vote; any change of it then matters."""


class Sizes(Struct, frozen=True):
    """How many there can be of whom a share is taken.

    Attributes:
        heads: members of the body that decides.
        everyone: members of the whole coalition.
        ballots: ballots that the body can cast.
        seats: its seats; None where the charter does not say.
    """

    heads: int
    everyone: int
    ballots: int
    seats: int | None = None

    @classmethod
    def of(cls, roll: Electorate) -> Sizes:
        """Those of an electorate."""
        inside = [row for row in roll.rows if row.in_body]
        return cls(
            sum(row.count for row in inside),
            sum(row.count for row in roll.rows),
            sum(row.count * row.ballots for row in inside),
            roll.seats,
        )

    def votes(self, share: Share) -> Sequence[int]:
        """The numbers of which a share can be taken; none where that is not worked out here."""
        match share.base:
            case VotesCast():
                found: Sequence[int] = range(1, self.ballots + 1)
            case Seats():
                found = () if self.seats is None else (self.seats,)
            case Heads(whom, state):
                most = self.everyone if whom is Whom.COALITION else self.heads
                # Of the other members there are one or more fewer, by whom it is about.
                lowest = 1 if state is not None or whom is Whom.OTHERS else most
                found = range(lowest, most + 1)
            case _:
                found = ()
        return found if len(found) <= _MOST_SIZES else ()


def shares_near(share: Share, sizes: Sizes) -> Iterator[Amount]:
    """The nearest share below and the nearest above that ask for another number of somebody.

    Args:
        share: the share with what it is taken of.
        sizes: how many there can be.
    """
    votes = sizes.votes(share)
    for up in (False, True):
        for amount in _ladder(share.amount, up=up):
            if not votes or any(_asks(share, each) != _asks(share, each, amount) for each in votes):
                yield amount
                break


def _asks(share: Share, votes: int, amount: Amount | None = None) -> int:
    """The smallest number that is so large a share; for limits the smallest that is beyond it."""
    strict = share.compare in (Compare.MORE_THAN, Compare.AT_MOST)
    compare = Compare.MORE_THAN if strict else Compare.AT_LEAST
    return least(Share(share.count, compare, amount or share.amount, share.base), votes)


def _ladder(amount: Amount, *, up: bool) -> Iterator[Amount]:
    """Shares further and further away, of the kind that it is written as."""
    if "%" in amount.spelling:
        digits = amount.spelling.rstrip("%").partition(".")[2]
        unit = Fraction(1, 100 * 10 ** len(digits))
        for step in _STEPS:
            value = amount.value + (step if up else -step) * unit
            if 0 < value <= 1:
                yield Amount(value, _percent(value, len(digits)))
        return
    beyond = [each for each in _USUAL if (each > amount.value if up else each < amount.value)]
    for value in beyond if up else reversed(beyond):
        yield Amount(value)


def rest_of(amount: Amount) -> Amount:
    """What a share leaves, written as the share is: of 55% it is 45%."""
    value = 1 - amount.value
    digits = amount.spelling.rstrip("%").partition(".")[2]
    return Amount(value, _percent(value, len(digits)) if "%" in amount.spelling else "")


def _percent(value: Fraction, digits: int) -> str:
    scaled = value * 100 * 10**digits
    text = str(int(scaled)).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}%" if digits else f"{text}%"


def counts_near(amount: Amount, lowest: int = 0) -> Iterator[Amount]:
    """One fewer and one more; of a number that is not whole, such as 1.5, a half."""
    step = Fraction(1) if amount.value.denominator == 1 else Fraction(1, amount.value.denominator)
    for value in (amount.value - step, amount.value + step):
        if value >= lowest:
            yield Amount(value)
