"""What a sentence of the charter counts, in whole numbers and in words: what there was, what was needed.

Whether it is met is the business of the bound rule; here stands what a reader compares. The numbers are read
off the same cells, so that they are those of the vote that was judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, isqrt
from operator import mul
from typing import Final

from msgspec import Struct, field

from coalcheck.engine.charter.quantity import in_digits
from coalcheck.engine.threshold.bound import Cell
from coalcheck.engine.threshold.electorate import Electorate, Row
from coalcheck.engine.threshold.form import Exact, Form, exact
from coalcheck.engine.threshold.judge import COUNTED, WITHIN
from coalcheck.engine.threshold.names import singular
from coalcheck.engine.threshold.tree import (
    Base,
    Clause,
    Compare,
    Count,
    Each,
    Everyone,
    Heads,
    Lead,
    Measure,
    Nobody,
    Number,
    Ratio,
    Root,
    Rule,
    Seats,
    Share,
    State,
    VotesCast,
    Weighted,
    Whom,
    clauses,
)

_MEMBERS = Heads(Whom.MEMBERS)
_EVERYONE = (0, 1, 2, 3, 4)
_COUNTED_AS = {
    Count.SUPPORT: "in favour",
    Count.OPPOSITION: "against",
    Count.ABSTENTIONS: "abstaining",
    Count.VOTES: "voting for or against",
    Count.TURNOUT: "voting",
    Count.ATTENDANCE: "present",
    Count.NOT_IN_FAVOUR: "not in favour",
    Count.ABSENT: "absent",
}
MOST_KNOWN: Final = 1_000
_LIMITS = (Compare.AT_MOST, Compare.FEWER_THAN)


class Line(Struct, frozen=True, eq=False):
    """One comparison of one clause, over everyone or in one class.

    Attributes:
        clause: what is asked.
        where: the class in which it is asked; empty where it is asked of all.
        have: what is counted; None where nobody is there to be counted.
        whole: what a share is of, or who is against in a comparison of both sides.
        known: sentences made before, by their two numbers; the same few come up in every vote.
    """

    clause: Clause
    where: str
    have: Form | None
    whole: Form | None = None
    known: dict[tuple[Exact, Exact | None], str] = field(default_factory=dict)

    def said(self, heads: Sequence[int]) -> str:
        """The comparison in words, for so many heads of each cell in each state."""
        start = f"{self.where}: " if self.where else ""
        if self.have is None:
            return f"{start}nobody is there to be counted, so the charter does not say"
        have = value_of(self.have, heads)
        whole = None if self.whole is None else value_of(self.whole, heads)
        said = self.known.get((have, whole))
        if said is None:
            said = start + _compared(self.clause, have, whole)
            if len(self.known) < MOST_KNOWN:
                self.known[have, whole] = said
        return said


def value_of(form: Form, heads: Sequence[int]) -> Exact:
    """A sum for so many heads; exact."""
    value: Exact = form.constant + sum(map(mul, form.coefficients, heads))
    return value


def lines_of(rule: Rule, electorate: Electorate, cells: Sequence[Cell]) -> tuple[Line, ...]:
    """Every comparison that a rule asks for, in reading order."""
    by_id = {row.id: row for row in electorate.rows}
    rows = [by_id.get(cell.ids[0]) for cell in cells]
    counts = [cell.count for cell in cells]
    return tuple(line for clause in clauses(rule) for line in _lines(clause, rows, counts, electorate))


def _lines(clause: Clause, rows: list[Row | None], counts: list[int], roll: Electorate) -> list[Line]:
    base = getattr(clause.measure, "base", None)
    whom = base.whom if isinstance(base, Heads) else Whom.MEMBERS
    inside = [
        row is not None
        and (row.in_body or whom is Whom.COALITION)
        and not (row.concerned and whom is Whom.OTHERS)
        and (clause.among is None or clause.among in row.groups)
        for row in rows
    ]
    if clause.spread is None:
        return [_line(clause, "", inside, rows, counts, roll)]
    attribute = clause.spread.attribute
    values = [row.classes.get(attribute, "") if row is not None else "" for row in rows]
    found = {value for value, here in zip(values, inside, strict=True) if here and value}
    kinds = sorted(found | roll.classes.get(attribute, frozenset()))
    of = None if isinstance(clause.spread, Each) else clause.spread.of
    if not kinds or (of is not None and of.value != len(kinds)):
        return [Line(clause, "", None)]
    return [
        _line(clause, kind, [here and value == kind for here, value in zip(inside, values, strict=True)],
              rows, counts, roll)
        for kind in kinds
    ]  # fmt: skip


def _line(  # noqa: PLR0913, PLR0917  (the parts of one electorate, worked out once for all its lines)
    clause: Clause,
    where: str,
    inside: list[bool],
    rows: list[Row | None],
    counts: list[int],
    roll: Electorate,
) -> Line:
    if not any(here and count for here, count in zip(inside, counts, strict=True)):
        return Line(clause, where, None)

    def total(places: tuple[int, ...], unit: Base) -> Form:
        each: list[Exact] = []
        for row, here in zip(rows, inside, strict=True):
            if row is None or not here:
                each.append(0)
            elif isinstance(unit, Weighted):
                each.append(exact(row.weights.get(unit.weight, Fraction(0))))
            else:
                each.append(row.ballots if isinstance(unit, VotesCast | Seats) else 1)
        return Form.of(each, [int(place in places) for place in _EVERYONE], counts)

    def whole(base: Base) -> Form | None:
        if isinstance(base, Seats):
            return Form.fixed(roll.seats, counts) if roll.seats else None
        if isinstance(base, VotesCast):
            return total(WITHIN[State.CAST], base)
        summed = total(WITHIN[base.state], base)
        if isinstance(base, Weighted):
            if total(WITHIN[None], base).constant == 0:
                return None
            if not (base.state or clause.among or clause.spread) and base.weight in roll.totals:
                return Form.fixed(exact(roll.totals[base.weight]), counts)
        return summed

    measure = clause.measure
    if isinstance(measure, Share | Everyone):
        of = whole(measure.base)
        return Line(clause, where, None if of is None else total(COUNTED[measure.count], measure.base), of)
    if isinstance(measure, Root):
        of = whole(measure.of)
        return Line(clause, where, None if of is None else total(COUNTED[measure.count], measure.of), of)
    if isinstance(measure, Number):
        counted = _EVERYONE if measure.count is None else COUNTED[measure.count]
        places = tuple(place for place in WITHIN[measure.state] if place in counted)
        return Line(clause, where, total(places, _MEMBERS))
    if isinstance(measure, Lead | Ratio):
        yes, no = (total(COUNTED[count], VotesCast()) for count in (Count.SUPPORT, Count.OPPOSITION))
        return Line(clause, where, yes, no)
    return Line(clause, where, total(COUNTED[measure.count], _MEMBERS))


def _compared(clause: Clause, have: Exact, whole: Exact | None) -> str:
    measure = clause.measure
    if isinstance(measure, Nobody):
        words = f"{_number(have)} {_members(clause, have)} {_COUNTED_AS[measure.count]}"
        return f"{words if have else 'none ' + _COUNTED_AS[measure.count]}; none may be"
    if isinstance(measure, Number):
        state = "" if measure.state is None else f" {measure.state.value}"
        did = "" if measure.count is None else f" {_COUNTED_AS[measure.count]}"
        asked = _asked(measure.compare, measure.number.value, whole_numbers=True)
        return f"{_number(have)} {_members(clause, have)}{state}{did}; {asked}"
    of = Fraction(0) if whole is None else Fraction(whole)
    if isinstance(measure, Lead):
        asked = _asked(measure.compare, measure.margin.value, whole_numbers=True, more=True)
        return f"{_number(have)} for and {_number(of)} against; {asked}"
    if isinstance(measure, Ratio):
        asked = _asked(measure.compare, measure.factor.value * of, whole_numbers=True)
        return f"{_number(have)} for and {_number(of)} against; {asked}"
    counted = _of(measure, clause, have, of)
    if of == 0 and getattr(measure, "compare", Compare.AT_LEAST) not in _LIMITS:
        return f"{counted}; a share of nothing is not reached"
    if isinstance(measure, Root):
        return f"{counted}; {_root(measure.compare, measure.factor.value**2 * of)}"
    if isinstance(measure, Everyone):
        return f"{counted}; {_asked(Compare.AT_LEAST, of - measure.all_but.value, whole_numbers=True)}"
    weighed = isinstance(measure.base, Weighted)
    return f"{counted}; {_asked(measure.compare, measure.amount.value * of, whole_numbers=not weighed)}"


def _of(measure: Share | Everyone | Root, clause: Clause, have: Exact, whole: Exact) -> str:
    base = measure.of if isinstance(measure, Root) else measure.base
    did = _COUNTED_AS[measure.count]
    if isinstance(base, VotesCast):
        noun, did = (
            ("vote cast" if whole == 1 else "votes cast"),
            "" if measure.count is Count.SUPPORT else did,
        )
    elif isinstance(base, Seats):
        noun = "seat" if whole == 1 else "seats"
    elif isinstance(base, Weighted):
        noun = base.weight + (f" {base.state.value}" if base.state else "")
    else:
        noun = _members(clause, whole, base.whom)
        if base.state is State.PRESENT and measure.count is Count.ATTENDANCE:
            did = ""
        noun += f" {base.state.value}" if base.state else ""
    among = (
        f" among {clause.among}" if clause.among and isinstance(base, VotesCast | Weighted | Seats) else ""
    )
    return " ".join(f"{_number(have)} of {_number(whole)} {noun}{among} {did}".split())


def _members(clause: Clause, number: Exact, whom: Whom = Whom.MEMBERS) -> str:
    noun = "member" if number == 1 else "members"
    if whom is not Whom.MEMBERS:
        noun = whom.value.replace("the ", "").replace("members", noun)
    return f"{singular(clause.among)} {noun}" if clause.among else noun


def _asked(compare: Compare, need: Fraction, *, whole_numbers: bool, more: bool = False) -> str:
    """What was needed: the least whole number that is enough; where weights are summed, the bound itself."""
    than = " more in favour than against" if more else ""
    if compare in _LIMITS:
        words = "fewer than" if compare is Compare.FEWER_THAN else "at most"
        return f"{words} {_number(need)}{than} may be"
    if compare is Compare.EXACTLY:
        return f"exactly {_number(need)}{than} {_were(need)} needed"
    if whole_numbers:
        least = ceil(need) if compare is Compare.AT_LEAST else floor(need) + 1
        return f"{_number(least)}{than} {_were(least)} needed"
    return f"{compare.value} {_number(need)} {_were(need)} needed"


def _root(compare: Compare, square: Fraction) -> str:
    """A root asked for, as the whole number that reaches it: both sides are squared, nothing is rounded."""
    below = isqrt(floor(square))
    reached = below if Fraction(below * below) == square else below + 1
    least = below + 1 if compare in (Compare.MORE_THAN, Compare.AT_MOST) else reached
    if compare in _LIMITS:
        return f"fewer than {_number(least)} may be"
    if compare is Compare.EXACTLY and reached != below:
        return "a number that is none was needed, so it is never reached"
    exactly = "exactly " if compare is Compare.EXACTLY else ""
    return f"{exactly}{_number(least)} {_were(least)} needed"


def _were(number: Exact) -> str:
    return "was" if number == 1 else "were"


def _number(number: Exact) -> str:
    if isinstance(number, int) or number.denominator == 1:
        return f"{int(number):,}"
    return in_digits(number)


def one_half(measure: Measure) -> bool:
    """Whether a tie is a case of its own: half of something is asked, or more on one side than the other."""
    if isinstance(measure, Share):
        return measure.count is Count.SUPPORT and measure.amount.value == Fraction(1, 2)
    if isinstance(measure, Lead):
        return measure.margin.value == 0
    return isinstance(measure, Ratio) and measure.factor.value == 1
