"""What must hold for a proposal to carry, as one condition over the heads: rule, quorum, tie and second way.

Everything that is known before the ballots are counted, such as whether notice was given, is put in as what
always holds, never holds, or is not known. So one evaluation judges a vote, and the search for the smallest
change and the question whether anything can still change work on the same condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.decide.chamber import Chamber, Way
from coalcheck.engine.threshold.bound import NEVER, STATES, AtLeast, Cell, Condition, Linear, Unknown

if TYPE_CHECKING:
    from collections.abc import Collection

    from coalcheck.engine.threshold.electorate import Row

ALWAYS: Final = AtLeast(0, ())
UNKNOWN: Final = Unknown()
_FOR, _AGAINST, _ABSTAIN = range(3)


def known(answer: bool | None) -> Condition:  # noqa: FBT001  (the answer itself)
    """A condition that is settled before any ballot."""
    return UNKNOWN if answer is None else ALWAYS if answer else NEVER


def all_of(*parts: Condition) -> Condition:
    """Every one of them; those that always hold are left out."""
    asked = tuple(part for part in parts if part != ALWAYS)
    return asked[0] if len(asked) == 1 else AtLeast(len(asked), asked)


def any_of(*parts: Condition) -> Condition:
    """At least one of them; those that never hold are left out."""
    asked = tuple(part for part in parts if part != NEVER)
    return asked[0] if len(asked) == 1 else AtLeast(1, asked)


class Split(Struct, frozen=True):
    """Whether a vote is evenly split: as many ballots for as against, and some.

    Attributes:
        more: more for than against.
        fewer: fewer for than against.
        some: at least one for.
    """

    more: Linear
    fewer: Linear
    some: Linear

    def even(self) -> Condition:
        """Evenly split."""
        return all_of(_not(self.more), _not(self.fewer), self.some)

    def uneven(self) -> Condition:
        """Not evenly split, or nobody voted for or against."""
        return any_of(self.more, self.fewer, _not(self.some))


def _not(linear: Linear) -> Linear:
    turned = tuple(-number for number in linear.coefficients)
    return Linear(turned, -linear.constant, not linear.strict)


def split_of(chamber: Chamber) -> Split:
    """The two sides of a vote, in ballots: a member with two seats casts two."""
    voting = _voting(chamber)
    difference: list[int] = []
    support: list[int] = []
    for cell in chamber.cells:
        row = voting.get(cell.ids[0])
        ballots = 0 if row is None else row.ballots
        difference += [ballots, -ballots, 0, 0]
        support += [ballots, 0, 0, 0]
    return Split(
        Linear(tuple(difference), 0, strict=True),
        Linear(tuple(-number for number in difference), 0, strict=True),
        Linear(tuple(support), 0, strict=True),
    )


def someone_against(chamber: Chamber) -> Condition:
    """At least one of those whose ballots are counted objects."""
    voting = _voting(chamber)
    against: list[int] = []
    for cell in chamber.cells:
        against += [0, int(cell.ids[0] in voting), 0, 0]
    return Linear(tuple(against), 0, strict=True)


def _voting(chamber: Chamber) -> dict[str, Row]:
    """By id, whose ballots the rule counts: those of the body, or of all where it asks the coalition."""
    everybody = chamber.asks_the_coalition
    return {row.id: row for row in chamber.roll.rows if row.in_body or everybody}


def nobody_silent(cells: Sequence[Cell]) -> Condition:
    """Everyone who may vote was there or gave a ballot."""
    there: list[int] = []
    heads = 0
    for cell in cells:
        there += [int(cell.votes)] * STATES
        heads += cell.count if cell.votes else 0
    return Linear(tuple(there), -heads, strict=False)


def against_at_least(cells: Sequence[Cell], members: Collection[str], number: int) -> Condition:
    """So many heads of these members vote against; their cells hold nobody else."""
    against: list[int] = []
    for cell in cells:
        against += [0, int(cell.ids[0] in members), 0, 0]
    return Linear(tuple(against), -number, strict=False)


def abstentions_against(condition: Condition) -> Condition:
    """The same where an abstention counts against, as the charter may say of a decision."""
    if isinstance(condition, Unknown):
        return condition
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(map(abstentions_against, condition.parts)))
    numbers = list(condition.coefficients)
    for first in range(0, len(numbers), STATES):
        numbers[first + _ABSTAIN] = numbers[first + _AGAINST]
    return Linear(tuple(numbers), condition.constant, condition.strict)


def without_cells(condition: Condition, cells: Sequence[int]) -> Condition:
    """The same where what some cells do counts as absence."""
    if isinstance(condition, Unknown):
        return condition
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(without_cells(part, cells) for part in condition.parts))
    numbers = list(condition.coefficients)
    for cell in cells:
        numbers[STATES * cell : STATES * (cell + 1)] = [0] * STATES
    return Linear(tuple(numbers), condition.constant, condition.strict)


def with_one_more(condition: Condition, cell: int, answer: int) -> Condition:
    """The same with one ballot more of a cell than heads gave: a casting vote."""
    if isinstance(condition, Unknown):
        return condition
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(with_one_more(part, cell, answer) for part in condition.parts))
    more = condition.coefficients[STATES * cell + answer]
    return Linear(condition.coefficients, condition.constant + more, condition.strict)


class Law(Struct, frozen=True):
    """When a proposal carries; the parts of one verdict, each over the same cells.

    Attributes:
        quorum: enough take part.
        freed: the rule is met, vetoes in its own words left aside.
        carried: the rule is met.
        unstopped: no veto given by a vote against stops it.
    """

    quorum: Condition
    freed: Condition
    carried: Condition
    unstopped: Condition = ALWAYS

    @property
    def adopted(self) -> Condition:
        """All of it."""
        return all_of(self.quorum, self.carried, self.unstopped)


class Facts(Struct, frozen=True):
    """What is known before the ballots are counted.

    Attributes:
        heard: whether those who kept silent could have objected; asked only where silence adopts.
        proposed: whether it is on record who proposed it; asked only where silence adopts and nobody is for.
        second_way: whether the second way is open because a first attempt failed long enough ago; None where
            that is not known. Not asked where the second way is open at once.
        second_call: whether the smaller quorum of a second call holds.
        casting: how the chair broke a tie; empty where that is not on record.
        chair: the id of the chair where it is a member; empty otherwise.
    """

    heard: bool | None = True
    proposed: bool | None = True
    second_way: bool | None = False
    second_call: bool | None = False
    casting: str = ""
    chair: str = ""


def law_of(chamber: Chamber, facts: Facts) -> Law:
    """Put a decision's conditions together."""
    return Law(
        quorum_condition(chamber, facts),
        _rule(chamber, facts, freed=True),
        _rule(chamber, facts, freed=False),
    )


def quorum_condition(chamber: Chamber, facts: Facts) -> Condition:
    """Who must be there, at this call."""
    if chamber.quorum is None:
        return ALWAYS
    first = chamber.quorum.bound.condition
    if facts.second_call is False:
        return first
    second = UNKNOWN if chamber.second_quorum is None else chamber.second_quorum.bound.condition
    return any_of(first, all_of(known(facts.second_call), second))


def _rule(chamber: Chamber, facts: Facts, *, freed: bool) -> Condition:
    decision = chamber.decision
    first = _way(chamber, chamber.passes, facts, freed=freed)
    if chamber.by_silence:
        if facts.heard is not True:
            first = all_of(first, any_of(nobody_silent(chamber.cells), known(facts.heard)))
        if facts.proposed is not True:
            first = all_of(first, any_of(split_of(chamber).some, known(facts.proposed)))
    if decision.otherwise is None:
        return first
    second = _way(chamber, chamber.otherwise, facts, freed=freed)
    return any_of(first, all_of(second_way_open(chamber, facts), second))


def second_way_open(chamber: Chamber, facts: Facts) -> Condition:
    """When the second way may be used."""
    otherwise = chamber.decision.otherwise
    if otherwise is None:
        return NEVER
    if otherwise.after is not None:
        return known(facts.second_way)
    return someone_against(chamber) if otherwise.if_ == "objection" else ALWAYS


def _way(chamber: Chamber, way: Way | None, facts: Facts, *, freed: bool) -> Condition:
    if way is None:
        return UNKNOWN
    condition = (way.freed if freed else way.bound).condition
    if way.halves and chamber.decision.tie is not None:
        condition = _with_tie(chamber, condition, facts)
    return abstentions_against(condition) if chamber.decision.abstentions == "against" else condition


def _with_tie(chamber: Chamber, condition: Condition, facts: Facts) -> Condition:
    split = split_of(chamber)
    if chamber.decision.tie == "fails":
        return all_of(condition, split.uneven())
    cell = _chair_cell(chamber, facts.chair)
    if cell is None:
        broken: Condition = UNKNOWN
    elif facts.casting:
        broken = with_one_more(condition, cell, _FOR if facts.casting == "for" else _AGAINST)
    else:
        # Not on record: that leaves it open only where it could have been decided by it.
        ways = (with_one_more(condition, cell, _FOR), with_one_more(condition, cell, _AGAINST))
        broken = any_of(all_of(*ways), all_of(any_of(*ways), UNKNOWN))
    return any_of(all_of(split.uneven(), condition), all_of(split.even(), broken))


def _chair_cell(chamber: Chamber, chair: str) -> int | None:
    """The cell that a casting vote is counted like; None where members vote with different weights."""
    voting = [number for number, cell in enumerate(chamber.cells) if cell.votes]
    for number in voting:
        if chair in chamber.cells[number].ids:
            return number
    return voting[0] if len(voting) == 1 else None
