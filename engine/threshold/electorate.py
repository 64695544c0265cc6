"""Who votes: the input of judging and binding, free of charters and dates."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field


class Row(Struct, frozen=True):
    """One member, or many alike (``count``) that the charter lists in one row.

    Attributes:
        id: the member's id.
        count: how many heads the row stands for.
        ballots: ballots that each head casts: the seats it holds in the body that decides.
        in_body: False for a member of the coalition that has no place in the body that decides.
        votes: False for a member that is counted but may not vote on this.
        concerned: True for the member that the decision is about.
        groups: names of the groups it belongs to.
        classes: attribute to value, such as ``region`` to ``north``.
        weights: weight to what each head carries of it; exact.
    """

    id: str
    count: int = 1
    ballots: int = 1
    in_body: bool = True
    votes: bool = True
    concerned: bool = False
    groups: frozenset[str] = frozenset()
    classes: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, Fraction] = field(default_factory=dict)


class Electorate(Struct, frozen=True):
    """All rows entitled to be counted on one decision on one date.

    Attributes:
        rows: in the charter's order; who is not entitled is not here.
        seats: all seats of the body, vacant ones too; None where the charter does not say.
        totals: declared totals of weights, where they differ from the sum.
        classes: attribute to all the values it has in the charter; a class that everyone has left, or whose
            only member is recused, is still asked, and cannot answer.
    """

    rows: tuple[Row, ...]
    seats: int | None = None
    totals: Mapping[str, Fraction] = field(default_factory=dict)
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Votes(NamedTuple):
    """How many heads of one row did what; the remainder of the row is absent."""

    in_favour: int = 0
    against: int = 0
    abstain: int = 0
    present: int = 0
    """At the meeting without a ballot."""


Ballots: TypeAlias = Mapping[str, Votes]
"""Row id to what its heads did; a row that is not named is absent."""

IN_FAVOUR, AGAINST, ABSTAIN, PRESENT = (Votes(*(int(i == k) for i in range(4))) for k in range(4))
