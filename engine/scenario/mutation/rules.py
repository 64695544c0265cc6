"""One threshold changed in one place: its strictness, its base, its numbers, its sides, its parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, assert_never

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.scenario.mutation.kinds import Kind
from coalcheck.engine.scenario.mutation.numbers import Sizes, counts_near, rest_of, shares_near
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import (
    All,
    Amount,
    Any,
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
    Some,
    State,
    VotesCast,
    Weighted,
    Whom,
)

_STRICTER: Final = {
    Compare.AT_LEAST: Compare.MORE_THAN,
    Compare.MORE_THAN: Compare.AT_LEAST,
    Compare.FEWER_THAN: Compare.AT_MOST,
    Compare.AT_MOST: Compare.FEWER_THAN,
    Compare.EXACTLY: Compare.AT_LEAST,
}
_LIMITS: Final = {Compare.AT_LEAST: Compare.AT_MOST, Compare.MORE_THAN: Compare.FEWER_THAN}
_PRESENCE: Final = {
    Count.ATTENDANCE: (Count.TURNOUT,),
    Count.TURNOUT: (Count.ATTENDANCE, Count.VOTES),
    Count.VOTES: (Count.TURNOUT, Count.SUPPORT),
    Count.NOT_IN_FAVOUR: (Count.OPPOSITION,),
}
_ONE: Final = Amount(Fraction(1))
_NONE: Final = Amount(Fraction(0))


class Changed(Struct, frozen=True):
    """A threshold that says something else in one place.

    Attributes:
        kind: what was changed.
        said: the change in words.
        rule: the whole threshold as it is then.
    """

    kind: Kind
    said: str
    rule: Rule


def changed(rule: Rule, counts: Count, sizes: Sizes) -> Iterator[Changed]:
    """All changes of a threshold, one at a time, in reading order; no two of them alike.

    Args:
        rule: the threshold.
        counts: what is counted where nothing is said: support, or attendance in a quorum.
        sizes: how many there can be of whom it takes a share.
    """
    seen = {rule}
    for each in _changed(rule, counts, sizes):
        if each.rule not in seen:
            seen.add(each.rule)
            yield each


def _changed(rule: Rule, counts: Count, sizes: Sizes) -> Iterator[Changed]:
    if isinstance(rule, Clause):
        for kind, clause in _clauses(rule, sizes):
            yield Changed(kind, f"{say(rule, counts)} became {say(clause, counts)}", clause)
        return
    other = Any(rule.rules) if isinstance(rule, All) else All(rule.rules)
    word, instead = ("and", "or") if isinstance(rule, All) else ("or", "and")
    yield Changed("parts", f"{word} became {instead} in {say(rule, counts)}", other)
    for place, part in enumerate(rule.rules):
        rest = (*rule.rules[:place], *rule.rules[place + 1 :])
        left = rest[0] if len(rest) == 1 else _like(rule, rest)
        yield Changed("parts", f"{say(part, counts)} was dropped", left)
        for each in _changed(part, counts, sizes):
            whole = (*rule.rules[:place], each.rule, *rule.rules[place + 1 :])
            yield Changed(each.kind, each.said, _like(rule, whole))


def _like(rule: All | Any, parts: tuple[Rule, ...]) -> Rule:
    return All(parts) if isinstance(rule, All) else Any(parts)


def _clauses(clause: Clause, sizes: Sizes) -> Iterator[tuple[Kind, Clause]]:
    for kind, measure in _measures(clause.measure, sizes):
        yield kind, replace(clause, measure=measure)
    if clause.among is not None:
        yield "class", replace(clause, among=None)
    match clause.spread:
        case None:
            pass
        case Each():
            yield "class", replace(clause, spread=None)
            yield "class", replace(clause, spread=Some(_ONE, None, clause.spread.attribute))
        case Some(number, _, _):
            yield "class", replace(clause, spread=None)
            for near in counts_near(number, 1):
                yield "class", replace(clause, spread=replace(clause.spread, number=near))
        case _:
            assert_never(clause.spread)


def _measures(measure: Measure, sizes: Sizes) -> Iterator[tuple[Kind, Measure]]:
    match measure:
        case Share():
            yield "strictness", replace(measure, compare=_STRICTER[measure.compare])
            for amount in shares_near(measure, sizes):
                yield "number", replace(measure, amount=amount)
            for base in _bases(measure.base, measure.count):
                yield "base", replace(measure, base=base)
            yield from (("side", each) for each in _other_sides(measure))
        case Number(count, compare, number, state):
            yield "strictness", replace(measure, compare=_STRICTER[compare])
            for near in counts_near(number, 1 if compare is Compare.AT_LEAST else 0):
                yield "number", replace(measure, number=near)
            for other in _PRESENCE.get(count, ()) if count is not None and state is None else ():
                yield "side", replace(measure, count=other)
        case Root(_, compare, factor, _):
            yield "strictness", replace(measure, compare=_STRICTER[compare])
            for near in counts_near(factor):
                yield "number", replace(measure, factor=near)
        case Lead(compare, margin):
            yield "strictness", replace(measure, compare=_STRICTER[compare])
            for near in counts_near(margin):
                yield "number", replace(measure, margin=near)
        case Ratio(compare, factor):
            yield "strictness", replace(measure, compare=_STRICTER[compare])
            for near in counts_near(factor, 1):
                yield "number", replace(measure, factor=near)
        case Nobody(count):
            if count is Count.ABSENT:
                # The language counts who is absent only where nobody may be.
                yield "side", Nobody(Count.OPPOSITION)
            else:
                yield "number", Number(count, Compare.AT_MOST, _ONE)
            if count is Count.OPPOSITION:
                yield "side", Everyone(Count.SUPPORT, _NONE, Heads(Whom.MEMBERS))
        case Everyone(_, all_but, base):
            for near in counts_near(all_but):
                yield "number", replace(measure, all_but=near)
            for other_base in _bases(base, Count.SUPPORT):
                yield "base", replace(measure, base=other_base)
            if not all_but.value and base == Heads(Whom.MEMBERS):
                yield "side", Nobody(Count.OPPOSITION)
        case _:
            assert_never(measure)


def _bases(base: Base, count: Count) -> Iterator[Base]:
    """Of whom else the share could be taken."""
    if count not in (Count.SUPPORT, Count.OPPOSITION):
        # Of those present only a vote is a share; a quorum is one of all.
        if base == Heads(Whom.OTHERS) or (isinstance(base, Weighted) and base.state is None):
            yield Heads(Whom.MEMBERS)
        return
    match base:
        case VotesCast():
            yield Heads(Whom.MEMBERS, State.VOTING)
            yield Heads(Whom.MEMBERS, State.PRESENT)
            yield Heads(Whom.MEMBERS)
        case Seats():
            yield Heads(Whom.MEMBERS)
            yield VotesCast()
        case Heads(Whom.MEMBERS, None):
            yield VotesCast()
            yield Heads(Whom.MEMBERS, State.PRESENT)
            yield Heads(Whom.MEMBERS, State.NOT_ABSTAINING)
        case Heads(Whom.OTHERS, None):
            yield Heads(Whom.MEMBERS)
            yield VotesCast()
        case Heads(Whom.COALITION, _):
            yield Heads(Whom.MEMBERS, base.state)
        case Heads(whom, state):
            for other in _states(state):
                yield Heads(whom, other)
        case Weighted(weight, state):
            yield Heads(Whom.MEMBERS, state)
            for other in _states(state):
                yield Weighted(weight, other)
        case _:
            assert_never(base)


def _states(state: State | None) -> Iterator[State | None]:
    """The states next to one: who abstains, and who is there without voting, make the difference."""
    near: dict[State | None, tuple[State | None, ...]] = {
        None: (State.CAST, State.NOT_ABSTAINING),
        State.CAST: (State.VOTING, None),
        State.VOTING: (State.CAST, State.PRESENT),
        State.PRESENT: (State.VOTING, None),
        State.PRESENT_NOT_ABSTAINING: (State.PRESENT, State.CAST),
        State.NOT_ABSTAINING: (State.CAST, None),
    }
    yield from near[state]


def _other_sides(share: Share) -> Iterator[Share]:
    """The same asked of those who are against; and other ways to be counted as taking part."""
    fixed = isinstance(share.base, Heads | Weighted) and share.base.state is None
    if share.count is Count.SUPPORT and fixed and share.compare in _LIMITS and 0 < share.amount.value < 1:
        rest = rest_of(share.amount)
        yield Share(Count.OPPOSITION, _LIMITS[share.compare], rest, share.base)
    if fixed or isinstance(share.base, Seats):
        for count in _PRESENCE.get(share.count, ()):
            yield replace(share, count=count)
