"""The tree of a threshold: what the words say, before anyone knows who the members are.

Closed and frozen: every back end is one ``match`` over these classes, and the type checker says
where a new one is missing. ``Count``, ``State`` and ``Compare`` use the words of the language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import TypeAlias


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


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact number; how it was spelled is kept for ``say`` and never compared."""

    value: Fraction
    spelling: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class VotesCast:
    """For and against, in ballots: a member with two seats casts two."""


@dataclass(frozen=True, slots=True)
class Seats:
    """All seats of the body, vacant ones too."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Members, each counted once."""

    whom: Whom
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Weighted:
    """Members, each counted with a declared weight such as ``population``."""

    weight: str
    state: State | None = None


Base: TypeAlias = VotesCast | Seats | Heads | Weighted


@dataclass(frozen=True, slots=True)
class Share:
    """``at least 2/3 of votes cast``. ``NOT_IN_FAVOUR`` goes only with a base without state."""

    count: Count
    compare: Compare
    amount: Amount
    base: Base


@dataclass(frozen=True, slots=True)
class Number:
    """``at least 9 members``; count None: everyone in the state, as in ``9 members present``."""

    count: Count | None
    compare: Compare
    number: Amount
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Root:
    """``at least 1.5 times the square root of members`` (or seats); not for ``NOT_IN_FAVOUR``."""

    count: Count
    compare: Compare
    factor: Amount
    of: Heads | Seats


@dataclass(frozen=True, slots=True)
class Lead:
    """``at least 3 more in favour than against``; in ballots."""

    compare: Compare
    margin: Amount


@dataclass(frozen=True, slots=True)
class Ratio:
    """``at least 3 times as many in favour as against``; in ballots."""

    compare: Compare
    factor: Amount


@dataclass(frozen=True, slots=True)
class Nobody:
    """``no member against``: objection, abstention or absence of one is enough to fail it."""

    count: Count


@dataclass(frozen=True, slots=True)
class Everyone:
    """``all members``, ``all but 2 of votes cast``."""

    count: Count
    all_but: Amount
    base: Base


Measure: TypeAlias = Share | Number | Root | Lead | Ratio | Nobody | Everyone


@dataclass(frozen=True, slots=True)
class Each:
    """The clause must hold in each class of an attribute, such as each region."""

    attribute: str


@dataclass(frozen=True, slots=True)
class Some:
    """The clause must hold in at least ``number`` classes; ``of`` is what the text says there are."""

    number: Amount
    of: Amount | None
    attribute: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One measure, over the whole body or narrowed to a group, at once or class by class."""

    measure: Measure
    among: str | None = None
    spread: Each | Some | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every one of them."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of them."""

    rules: tuple[Rule, ...]


Rule: TypeAlias = Clause | All | Any


def clauses(rule: Rule) -> tuple[Clause, ...]:
    """All clauses of a rule, in reading order."""
    if isinstance(rule, Clause):
        return (rule,)
    return tuple(clause for part in rule.rules for clause in clauses(part))
