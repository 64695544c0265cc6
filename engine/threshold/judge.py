"""The reference judge: what a rule means, computed from the words, clause by clause.

It shares no code with ``bind``, so that comparing them proves something. None: the charter does not say.
"""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import assert_never

from coalcheck.engine.threshold import tree
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.judgement import Judgement, Reading
from coalcheck.engine.threshold.tree import Compare, Count, State, Whom

# Places in (in favour, against, abstain, present, absent).
COUNTED = {
    Count.SUPPORT: (0,),
    Count.OPPOSITION: (1,),
    Count.ABSTENTIONS: (2,),
    Count.VOTES: (0, 1),
    Count.TURNOUT: (0, 1, 2),
    Count.ATTENDANCE: (0, 1, 2, 3),
    Count.NOT_IN_FAVOUR: (1, 2, 3, 4),
    Count.ABSENT: (4,),
}
WITHIN = {
    None: (0, 1, 2, 3, 4),
    State.CAST: (0, 1),
    State.VOTING: (0, 1, 2),
    State.PRESENT: (0, 1, 2, 3),
    State.PRESENT_NOT_ABSTAINING: (0, 1, 3),
    State.NOT_ABSTAINING: (0, 1, 3, 4),
}
HOLDS = {
    Compare.AT_LEAST: operator.ge,
    Compare.MORE_THAN: operator.gt,
    Compare.FEWER_THAN: operator.lt,
    Compare.AT_MOST: operator.le,
    Compare.EXACTLY: operator.eq,
}
BALLOTS, HEADS = tree.VotesCast(), tree.Heads(Whom.MEMBERS)


def judge(rule: tree.Rule, electorate: Electorate, ballots: Ballots) -> Judgement:
    """Judge a rule on one set of ballots, exactly."""
    if isinstance(rule, tree.Clause):
        return _clause(rule, electorate, ballots)
    parts = [judge(part, electorate, ballots) for part in rule.rules]
    number = len(parts) if isinstance(rule, tree.All) else 1
    return Judgement(_at_least(number, parts), tuple(reading for part in parts for reading in part.readings))


def adopts(rule: tree.Rule, electorate: Electorate, ballots: Ballots, *, silence: bool) -> bool | None:
    """Judge; nothing is adopted without a ballot in favour, unless silence adopts."""
    supported = silence or any(ballots.get(row.id, Votes()).in_favour for row in electorate.rows)
    return judge(rule, electorate, ballots).met if supported else False


def _at_least(number: int, parts: list[Judgement] | list[Reading]) -> bool | None:
    answers = [part.met for part in parts]
    if answers.count(True) >= number:
        return True
    return None if len(answers) - answers.count(False) >= number else False


def _clause(clause: tree.Clause, electorate: Electorate, ballots: Ballots) -> Judgement:
    base = getattr(clause.measure, "base", HEADS)
    whom = base.whom if isinstance(base, tree.Heads) else Whom.MEMBERS
    rows = [
        row
        for row in electorate.rows
        if row.count
        and (row.in_body or whom is Whom.COALITION)
        and not (row.concerned and whom is Whom.OTHERS)
        if clause.among is None or clause.among in row.groups
    ]
    if clause.spread is None:
        reading = _measure(clause, rows, electorate, ballots, "")
        return Judgement(reading.met, (reading,))
    known = electorate.classes.get(clause.spread.attribute, ())
    classes: dict[str, list[Row]] = {value: [] for value in known}
    for row in rows:
        if value := row.classes.get(clause.spread.attribute):
            classes.setdefault(value, []).append(row)
    said = clause.spread.of if isinstance(clause.spread, tree.Some) else None
    if not classes or (said and said.value != len(classes)):
        return Judgement(None, (Reading(clause, None),))
    parts = [_measure(clause, classes[value], electorate, ballots, value) for value in sorted(classes)]
    number = int(clause.spread.number.value) if isinstance(clause.spread, tree.Some) else len(parts)
    return Judgement(_at_least(number, parts), tuple(parts))


def _measure(clause: tree.Clause, rows: list[Row], roll: Electorate, ballots: Ballots, where: str) -> Reading:
    measure = clause.measure

    def total(places: tuple[int, ...], unit: tree.Base) -> Fraction:
        """Sum what the heads of all rows did: in ballots, in a weight, or in heads."""
        result = Fraction(0)
        for row in rows:
            votes = ballots.get(row.id, Votes())
            did = (*votes, row.count - sum(votes))
            if isinstance(unit, tree.Weighted):
                each = row.weights.get(unit.weight, Fraction(0))
            else:
                each = Fraction(row.ballots if isinstance(unit, tree.VotesCast | tree.Seats) else 1)
            result += each * sum(did[place] for place in places)
        return result

    def whole(base: tree.Base) -> Fraction:
        if isinstance(base, tree.Seats):
            return Fraction(roll.seats or 0)
        if isinstance(base, tree.VotesCast):
            return total(WITHIN[State.CAST], base)
        summed = total(WITHIN[base.state], base)
        if isinstance(base, tree.Weighted) and not (base.state or clause.among or clause.spread):
            return roll.totals.get(base.weight, summed)
        return summed

    unit = measure.of if isinstance(measure, tree.Root) else getattr(measure, "base", HEADS)
    weightless = isinstance(unit, tree.Weighted) and not any(row.weights.get(unit.weight) for row in rows)
    if not rows or weightless or (isinstance(unit, tree.Seats) and not roll.seats):
        return Reading(clause, None, where=where)
    yes, no = total((0,), BALLOTS), total((1,), BALLOTS)
    compare, asked = getattr(measure, "compare", Compare.AT_LEAST), Fraction(1)
    match measure:
        case tree.Share(count, _, amount, base):
            have, need, asked = total(COUNTED[count], base), amount.value * whole(base), whole(base)
            if asked == 0 and compare is Compare.FEWER_THAN:
                compare = Compare.AT_MOST  # of nothing, no more than nothing is asked
        case tree.Number(count, _, number, state):
            places = tuple(p for p in WITHIN[state] if count is None or p in COUNTED[count])
            have, need = total(places, HEADS), number.value
        case tree.Root(count, _, factor, of):  # both sides squared: neither is below nought
            have, need, asked = total(COUNTED[count], of) ** 2, factor.value**2 * whole(of), whole(of)
        case tree.Lead(_, margin):
            have, need, asked = yes - no, margin.value, yes + no
        case tree.Ratio(_, factor):
            have, need, asked = yes, factor.value * no, yes + no
        case tree.Nobody(count):
            have, need, compare = total(COUNTED[count], HEADS), Fraction(0), Compare.AT_MOST
        case tree.Everyone(count, all_but, base):
            have, need, asked = total(COUNTED[count], base), whole(base) - all_but.value, whole(base)
        case _:
            assert_never(measure)
    limits = compare in (Compare.AT_MOST, Compare.FEWER_THAN)
    return Reading(clause, HOLDS[compare](have, need) and (asked > 0 or limits), have, need, where)
