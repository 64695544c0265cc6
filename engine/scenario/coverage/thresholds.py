"""The thresholds of one decision as comparisons, and where the votes of a case stand to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from coalcheck.engine.decide.law import ALWAYS, Facts, abstentions_against, all_of, second_way_open
from coalcheck.engine.scenario.coverage.steps import Comparison, TooMany, Values
from coalcheck.engine.scenario.coverage.votes import around, every_vote
from coalcheck.engine.threshold.bind import Binder
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, holds
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import Compare, Count, clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coalcheck.engine.decide.chamber import Chamber, Way
    from coalcheck.engine.scenario.coverage.steps import Steps
    from coalcheck.engine.source.node import Route
    from coalcheck.engine.threshold.bound import Cell
    from coalcheck.engine.threshold.electorate import Electorate
    from coalcheck.engine.threshold.tree import Clause

Of: TypeAlias = Literal["rule", "quorum"]
_LIMITS: Final = (Compare.AT_MOST, Compare.FEWER_THAN)


class Compared(Struct, frozen=True):
    """One comparison that a threshold asks for.

    Attributes:
        route: the threshold.
        number: which of its comparisons, from 0, in reading order.
        of: whether it is the rule, which is asked of the votes, or a quorum.
        said: the comparison in words; the class in which it is asked goes first.
        comparison: the inequality; None where nobody is there to be counted, so that it has no answer.
        steps: the values around it; None where there are too many to list.
        values: what it can come to, and votes for each; None where not all votes show something of it.
        found: then, votes for each of the steps.
    """

    route: Route
    number: int
    of: Of
    said: str
    comparison: Comparison | None
    steps: Steps | None = None
    values: Values | None = None
    found: Mapping[int, Sequence[int]] = field(default_factory=dict)

    @property
    def key(self) -> tuple[Route, int]:
        """What is the same for the same comparison, whoever the members are on the day."""
        return self.route, self.number

    def votes(self, value: int) -> Sequence[int] | None:
        """Votes that bring it to a value, four numbers a cell; None where none are known."""
        if self.values is not None:
            return self.values.votes(value)
        return self.found.get(value)


def compared(chamber: Chamber) -> Iterator[Compared]:
    """Every comparison of a decision: of its rule, of its second way, of its quorums."""
    against = chamber.decision.abstentions == "against"
    ways: tuple[tuple[Way | None, Electorate, Of], ...] = (
        (chamber.passes, chamber.roll, "rule"),
        (chamber.otherwise, chamber.roll, "rule"),
        (chamber.quorum, chamber.quorum_roll, "quorum"),
        (chamber.second_quorum, chamber.quorum_roll, "quorum"),
    )
    for way, roll, of in ways:
        if way is not None and way.sentence.rule is not None:
            yield from _of_way(chamber, way, roll, of, shift=against and of == "rule")


def _of_way(chamber: Chamber, way: Way, roll: Electorate, of: Of, *, shift: bool) -> Iterator[Compared]:
    binder = Binder(roll, chamber.cells)
    number = 0
    rule = way.sentence.rule
    for clause in clauses(rule) if rule is not None else ():
        condition = binder.clause(clause)
        if shift:
            condition = abstentions_against(condition)
        lines = [line.where for line in way.lines if line.clause is clause] or [""]
        parts = [condition] if clause.spread is None else getattr(condition, "parts", [condition])
        for place, part in enumerate(parts):
            where = lines[place] if place < len(lines) else ""
            yield _compared(chamber, way, clause, part, of, number, where)
            number += 1


def _compared(  # noqa: PLR0913, PLR0917  (what is known of one comparison)
    chamber: Chamber, way: Way, clause: Clause, condition: Condition, of: Of, number: int, where: str
) -> Compared:
    words = say(clause, Count.ATTENDANCE if of == "quorum" else Count.SUPPORT)
    said = f"{where}: {words}" if where else words
    comparison = comparison_of(condition, clause, chamber.cells)
    one = Compared(way.sentence.route, number, of, said, comparison)
    if comparison is None:
        return one
    needed = _needed(chamber, way, of)
    if needed is not None and (every := every_vote(chamber.cells)) is not None:
        steps, found = around(comparison, (heads for heads in every if holds(needed, heads)))
        return replace(one, steps=steps, found=found)
    try:
        values = Values(comparison)
    except TooMany:
        return one
    if needed is None:
        return replace(one, steps=values.steps(), values=values)
    steps, found = values.near(needed)
    return replace(one, steps=steps, found=found)


def _needed(chamber: Chamber, way: Way, of: Of) -> Condition | None:
    """Without what votes show nothing of a threshold; None where all show something.

    A rule is asked where enough take part, and a second way that only an objection opens, where there is one.
    """
    if of == "quorum":
        return None
    asked = [chamber.quorum.bound.condition] if chamber.quorum is not None else []
    otherwise = chamber.decision.otherwise
    if way is chamber.otherwise and otherwise is not None and otherwise.after is None:
        opened = second_way_open(chamber, Facts())
        asked += [opened] if opened != ALWAYS else []
    return all_of(*asked) if asked else None


def comparison_of(condition: Condition, clause: Clause, cells: tuple[Cell, ...]) -> Comparison | None:
    """The one inequality of a clause, with what must be there for it to be a comparison."""
    compare = getattr(clause.measure, "compare", Compare.AT_LEAST)
    asked: Linear | None = None
    if isinstance(condition, AtLeast) and condition.parts and compare not in _LIMITS:
        first, *rest = condition.parts
        guard = rest[0] if rest else None
        if compare is Compare.EXACTLY and isinstance(first, Linear):
            # "Exactly" is two inequalities; without a guard they are the parts themselves.
            guard = None
        if isinstance(guard, Linear) and any(guard.coefficients):
            asked = guard
    while isinstance(condition, AtLeast) and condition.parts:
        condition = condition.parts[0]
    return Comparison(condition, asked, cells) if isinstance(condition, Linear) else None
