"""Conditions put together and turned: what must hold, what must fail, and the same after one ballot changes.

A condition of `coalcheck.engine.threshold.bound` has three answers. Here only two are asked for: that it is
met for certain, or that it is not met for certain (``negated``); what the charter leaves open is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from coalcheck.engine.threshold.bound import NEVER, STATES, AtLeast, Condition, Linear, Unknown

FOR, AGAINST, ABSTAIN, PRESENT, ABSENT = range(STATES + 1)
"""The places of what a head does; who is absent has no place in a vector and is the remainder of its kind."""

ALWAYS: Final = AtLeast(0, ())


def all_of(*parts: Condition) -> Condition:
    """Every one of them."""
    asked = tuple(part for part in parts if part != ALWAYS)
    return asked[0] if len(asked) == 1 else AtLeast(len(asked), asked)


def any_of(*parts: Condition) -> Condition:
    """At least one of them."""
    asked = tuple(part for part in parts if part != NEVER)
    return asked[0] if len(asked) == 1 else AtLeast(1, asked)


def negated(condition: Condition) -> Condition:
    """That a condition is not met, for certain."""
    if isinstance(condition, Linear):
        turned = tuple(-number for number in condition.coefficients)
        return Linear(turned, -condition.constant, not condition.strict)
    if isinstance(condition, Unknown):
        return NEVER
    number = len(condition.parts) - condition.number + 1
    if number <= 0:
        return ALWAYS
    if number > len(condition.parts):
        return NEVER
    return AtLeast(number, tuple(map(negated, condition.parts)))


def each_linear(condition: Condition, change: Callable[[Linear], Linear]) -> Condition:
    """The same with each of its inequalities changed."""
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(each_linear(part, change) for part in condition.parts))
    return condition if isinstance(condition, Unknown) else change(condition)


def moved(condition: Condition, kind: int, before: int, after: int) -> Condition:
    """The same, asked after one head of a kind has gone from one answer to another.

    It is a condition on the ballots as they were before.
    """

    def change(linear: Linear) -> Linear:
        step = coefficient(linear, kind, after) - coefficient(linear, kind, before)
        return Linear(linear.coefficients, linear.constant + step, linear.strict)

    return each_linear(condition, change)


def moved_at_most(condition: Condition, kinds: Sequence[int], before: int, after: int) -> Condition:
    """What must hold wherever it holds after one head of some kinds has changed its answer.

    Each inequality is taken as far as the kind that moves it most would take it.
    """

    def change(linear: Linear) -> Linear:
        steps = (coefficient(linear, kind, after) - coefficient(linear, kind, before) for kind in kinds)
        return Linear(linear.coefficients, linear.constant + max(steps), linear.strict)

    return each_linear(condition, change) if kinds else condition


def mirrored(condition: Condition) -> Condition:
    """The same, asked of the opposite motion: who is in favour is against, who is against in favour."""

    def change(linear: Linear) -> Linear:
        numbers = list(linear.coefficients)
        for first in range(0, len(numbers), STATES):
            numbers[first], numbers[first + 1] = numbers[first + 1], numbers[first]
        return Linear(tuple(numbers), linear.constant, linear.strict)

    return each_linear(condition, change)


def standing_aside(condition: Condition, kinds: Sequence[int], *, there: bool = True) -> Condition:
    """The same where votes of some kinds do not count.

    Args:
        condition: what must hold.
        kinds: the kinds.
        there: whether their being there counts, where they only are.
    """
    if not kinds:
        return condition
    last = PRESENT if there else PRESENT + 1

    def change(linear: Linear) -> Linear:
        numbers = list(linear.coefficients)
        for kind in kinds:
            numbers[STATES * kind : STATES * kind + last] = [0] * last
        return Linear(tuple(numbers), linear.constant, linear.strict)

    return each_linear(condition, change)


def abstaining_against(condition: Condition) -> Condition:
    """The same where an abstention counts against, as a charter may say of a decision."""

    def change(linear: Linear) -> Linear:
        numbers = list(linear.coefficients)
        for first in range(0, len(numbers), STATES):
            numbers[first + ABSTAIN] = numbers[first + AGAINST]
        return Linear(tuple(numbers), linear.constant, linear.strict)

    return each_linear(condition, change)


def with_one_more(condition: Condition, kind: int, answer: int) -> Condition:
    """The same with one ballot more of a kind than its heads gave: a casting vote."""

    def change(linear: Linear) -> Linear:
        more = linear.constant + coefficient(linear, kind, answer)
        return Linear(linear.coefficients, more, linear.strict)

    return each_linear(condition, change)


def coefficient(linear: Linear, kind: int, answer: int) -> int:
    """What one head of a kind adds by an answer."""
    return 0 if answer == ABSENT else linear.coefficients[STATES * kind + answer]


def heads(kinds: int, which: Sequence[int], answers: Sequence[int], least: int) -> Linear:
    """At least so many heads of some kinds give one of some answers, none of them absence.

    Args:
        kinds: how many kinds there are.
        which: those that are counted.
        answers: the answers that are counted.
        least: how many.
    """
    numbers = [0] * (STATES * kinds)
    for kind in which:
        for answer in answers:
            numbers[STATES * kind + answer] = 1
    return Linear(tuple(numbers), -least, strict=False)


def linears(condition: Condition) -> Iterator[Linear]:
    """All inequalities of a condition, in reading order."""
    if isinstance(condition, Linear):
        yield condition
    elif isinstance(condition, AtLeast):
        for part in condition.parts:
            yield from linears(part)


def is_open(condition: Condition) -> bool:
    """Whether some part of it cannot be judged from the charter, whatever the ballots."""
    if isinstance(condition, AtLeast):
        return any(map(is_open, condition.parts))
    return isinstance(condition, Unknown)


def left_open(condition: Condition) -> Condition:
    """That the charter does not say whether a condition is met."""
    return all_of(taken(condition, met=True), negated(taken(condition, met=False)))


def taken(condition: Condition, *, met: bool) -> Condition:
    """A condition with whatever the charter leaves open taken to be met, or not."""
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(taken(part, met=met) for part in condition.parts))
    if isinstance(condition, Unknown):
        return ALWAYS if met else NEVER
    return condition


def never_lowers(condition: Condition, kind: int, before: int, after: int) -> bool:
    """Whether going from one answer to the other makes no part of a condition harder to meet."""
    return all(
        coefficient(linear, kind, after) >= coefficient(linear, kind, before) for linear in linears(condition)
    )
