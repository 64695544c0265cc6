"""The tree of a threshold: what the words say, before anyone knows who the members are.

Closed and frozen: every back end is one ``match`` over these classes, and the type checker says
where a new one is missing. ``Count``, ``State`` and ``Compare`` use the words of the language.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from msgspec import Struct


class Count(Enum):
    """What is counted on the left of the comparison."""

    SUPPORT = "support"
    OPPOSITION = "opposition"
    ABSTENTIONS = "abstentions"
    VOTES = "votes"
    TURNOUT = "turnout"
    ATTENDANCE = "attendance"
    NOT_IN_FAVOUR = "not in favour"
    ABSENT = "absent"


class State(Enum):
    """Who of the members makes up a base."""

    CAST = "present and voting"
    VOTING = "voting"
    PRESENT = "present"
    PRESENT_NOT_ABSTAINING = "present not abstaining"
    NOT_ABSTAINING = "not abstaining"


class Compare(Enum):
    """How the two sides are compared; strictness is part of the rule."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"
    AT_MOST = "at most"
    EXACTLY = "exactly"


class Whom(Enum):
    """Heads that can be a base: of the deciding body, less the member concerned, or of all."""

    MEMBERS = "members"
    OTHERS = "the other members"
    COALITION = "coalition members"


class Amount(Struct, frozen=True, eq=False):
    """An exact number; how it was spelled is kept for ``say`` and never compared."""

    value: Fraction
    spelling: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Amount) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


class VotesCast(Struct, frozen=True):
    """For and against, in ballots: a member with two seats casts two."""


class Seats(Struct, frozen=True):
    """All seats of the body, vacant ones too."""


class Heads(Struct, frozen=True):
    """Members, each counted once."""

    whom: Whom
    state: State | None = None


class Weighted(Struct, frozen=True):
    """Members, each counted with a declared weight such as ``population``."""

    weight: str
    state: State | None = None


Base: TypeAlias = VotesCast | Seats | Heads | Weighted


class Share(Struct, frozen=True):
    """``at least 2/3 of votes cast``. ``NOT_IN_FAVOUR`` goes only with a base without state."""

    count: Count
    compare: Compare
    amount: Amount
    base: Base


class Number(Struct, frozen=True):
    """``at least 9 members``; count None: everyone in the state, as in ``9 members present``."""

    count: Count | None
    compare: Compare
    number: Amount
    state: State | None = None


class Root(Struct, frozen=True):
    """``at least 1.5 times the square root of members`` (or seats); not for ``NOT_IN_FAVOUR``."""

    count: Count
    compare: Compare
    factor: Amount
    of: Heads | Seats


class Lead(Struct, frozen=True):
    """``at least 3 more in favour than against``; in ballots."""

    compare: Compare
    margin: Amount


class Ratio(Struct, frozen=True):
    """``at least 3 times as many in favour as against``; in ballots."""

    compare: Compare
    factor: Amount


class Nobody(Struct, frozen=True):
    """``no member against``: objection, abstention or absence of one is enough to fail it."""

    count: Count


class Everyone(Struct, frozen=True):
    """``all members``, ``all but 2 of votes cast``."""

    count: Count
    all_but: Amount
    base: Base


Measure: TypeAlias = Share | Number | Root | Lead | Ratio | Nobody | Everyone


class Each(Struct, frozen=True):
    """The clause must hold in each class of an attribute, such as each region."""

    attribute: str


class Some(Struct, frozen=True):
    """The clause must hold in at least ``number`` classes; ``of`` is what the text says there are."""

    number: Amount
    of: Amount | None
    attribute: str


class Clause(Struct, frozen=True):
    """One measure, over the whole body or narrowed to a group, at once or class by class."""

    measure: Measure
    among: str | None = None
    spread: Each | Some | None = None


class All(Struct, frozen=True):
    """Every one of them."""

    rules: tuple[Rule, ...]


class Any(Struct, frozen=True):
    """At least one of them."""

    rules: tuple[Rule, ...]


Rule: TypeAlias = Clause | All | Any


def clauses(rule: Rule) -> tuple[Clause, ...]:
    """All clauses of a rule, in reading order."""
    if isinstance(rule, Clause):
        return (rule,)
    return tuple(clause for part in rule.rules for clause in clauses(part))
