"""One vote under a charter: everything that must hold for it to carry, each part with who is counted by it.

The same is worked out in `coalcheck.engine.decide` for ballots that are on record. The two share no code, and
tests hold one against the other: whatever is shown here as ballots is judged there before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.electorate import Electorate, Row
from coalcheck.engine.threshold.tree import (
    All,
    Clause,
    Count,
    Heads,
    Lead,
    Nobody,
    Ratio,
    Rule,
    Share,
    Whom,
    clauses,
)

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision, Veto

Casting: TypeAlias = Literal["", "for", "against"]
"""How the chair breaks a tie; empty where it has no such vote."""

Attempt: TypeAlias = Literal["first", "rejected", "no-quorum"]
"""Which attempt it is: the first, or one after a first that ended so."""

DECIDING: Final = ("passes", "otherwise")
"""The roles of the rules by which the body itself decides."""

OWN_BOARDS: Final = "own boards"


class Asked(Struct, frozen=True, eq=False):
    """One threshold put to those who are counted by it.

    Attributes:
        role: passes, otherwise, quorum, second_call, also, also-quorum or override.
        route: where it stands.
        rule: what it says.
        roll: who is counted.
        silence: whether it may be met without a vote in favour.
    """

    role: str
    route: Route
    rule: Rule
    roll: Electorate
    silence: bool = False

    @property
    def speaks_of_others(self) -> bool:
        """Whether some clause leaves out the member concerned by its words."""
        return speaks_of_others(self.rule)


class Vetoing(Struct, frozen=True, eq=False):
    """A veto that can stop this vote.

    Attributes:
        index: its place among the vetoes of the charter.
        veto: the veto.
        holders: how many heads each holder stands for.
        needed: how many heads must use it together.
        sure: whether it is over whatever is decided here; where not, the charter leaves open what it does.
        overrides: what sets it aside: one for all holders under the empty name, or one for each of them;
            none where nothing does.
    """

    index: int
    veto: Veto
    holders: Mapping[str, int]
    needed: int
    sure: bool
    overrides: Mapping[str, Asked]

    @property
    def by_vote(self) -> bool:
        """Whether a vote against is the veto."""
        return self.veto.by == "vote"

    @property
    def usable(self) -> bool:
        """Whether its terms let anybody use it."""
        spent = self.veto.limit is not None and self.veto.limit.times == 0
        return sum(self.holders.values()) >= self.needed and (self.by_vote or not spent)

    @property
    def as_one(self) -> bool:
        """Whether it makes no difference which of the holders use it, only how many heads."""
        if set(self.overrides) - {""}:
            return False
        return self.by_vote or self.needed == 1 or all(count == 1 for count in self.holders.values())

    def apart(self) -> Iterator[frozenset[str]]:
        """Which members must be told apart for its sake."""
        if self.as_one:
            yield frozenset(self.holders)
        else:
            yield from (frozenset((holder,)) for holder in self.holders)


class Vote(Struct, frozen=True, eq=False):
    """One decision as it comes to the vote.

    Attributes:
        name: the id of the decision.
        decision: the decision.
        kind: the kind of decision that it is named by; empty where its own name is enough, or where other
            decisions cover the same kinds too.
        kinds: all kinds for which it stands.
        casting: how the chair breaks a tie.
        attempt: which attempt it is.
        concerned: the member that it is about.
        chair: the id of the chair, where it is a member that has a casting vote.
        asked: everything that is asked, but for overrides.
        vetoes: the vetoes that can stop it.
        voters: who votes on it, be it in another body that must agree.
        entitled: who votes in the body that decides.
        open: what of it cannot be read or judged from the charter, one sentence each.
    """

    name: str
    decision: Decision
    kind: str
    kinds: tuple[str, ...]
    casting: Casting
    attempt: Attempt
    concerned: str | None
    chair: str
    asked: tuple[Asked, ...]
    vetoes: tuple[Vetoing, ...]
    voters: frozenset[str]
    entitled: frozenset[str]
    open: tuple[str, ...] = ()

    def pairs(self) -> Iterator[tuple[Rule, Electorate]]:
        """Every rule with who is counted by it."""
        for each in self.asked:
            yield each.rule, each.roll
        for veto in self.vetoes:
            for override in veto.overrides.values():
                yield override.rule, override.roll

    def apart(self) -> Iterator[frozenset[str]]:
        """Which members must be told apart beside what the rules ask."""
        for veto in self.vetoes:
            yield from veto.apart()
        if self.chair:
            yield frozenset((self.chair,))

    def first(self, role: str) -> Asked | None:
        """What is asked in a role; None where nothing is."""
        return next((each for each in self.asked if each.role == role), None)


def speaks_of_others(rule: Rule) -> bool:
    """Whether some clause leaves out the member concerned by its words."""
    return any(_whom(clause) is Whom.OTHERS for clause in clauses(rule))


def asks_everybody(rule: Rule) -> bool:
    """Whether a rule takes a share of the whole coalition, so that all of it votes."""
    return any(_whom(clause) is Whom.COALITION for clause in clauses(rule))


def entitled(roll: Electorate, *, everybody: bool) -> frozenset[str]:
    """Who votes, of those who are counted.

    Args:
        roll: who is counted.
        everybody: whether those outside the body vote as well.
    """
    return frozenset(row.id for row in roll.rows if row.votes and row.count and (row.in_body or everybody))


def has_ties(rule: Rule) -> bool:
    """Whether an even split is a case of its own for a rule."""
    return any(map(_half, clauses(rule)))


def without_vetoes(rule: Rule) -> Rule:
    """The same rule as if no named group could stop it by its words: ``no permanent member against``."""
    if isinstance(rule, Clause):
        measure = rule.measure
        veto = isinstance(measure, Nobody) and measure.count is Count.OPPOSITION and rule.among is not None
        return All(()) if veto else rule
    return type(rule)(tuple(map(without_vetoes, rule.rules)))


def _whom(clause: Clause) -> Whom | None:
    base = getattr(clause.measure, "base", None)
    return base.whom if isinstance(base, Heads) else None


def _half(clause: Clause) -> bool:
    match clause.measure:
        case Share(count, _, amount, _):
            return count is Count.SUPPORT and amount.value == Fraction(1, 2)
        case Lead(_, margin):
            return margin.value == 0
        case Ratio(_, factor):
            return factor.value == 1
        case _:
            return False


def attempts(decision: Decision) -> tuple[Attempt, ...]:
    """Which attempts of a decision differ."""
    found: list[Attempt] = ["first"]
    if decision.otherwise is not None and decision.otherwise.after is not None and decision.otherwise.passes:
        found.append("rejected")
    if decision.second_call is not None and decision.second_call.quorum is not None:
        found.append("no-quorum")
    return tuple(found)


def signature(row: Row) -> object:
    """What tells a row from others in a vote."""
    return (
        row.ballots, row.in_body, row.groups, tuple(sorted(row.classes.items())),
        tuple(sorted(row.weights.items())),
    )  # fmt: skip
