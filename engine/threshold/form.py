"""A sum over cells and states, exact, on its way to becoming an inequality."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from msgspec import Struct

from coalcheck.engine.threshold.bound import STATES, Linear

Exact: TypeAlias = int | Fraction
"""A whole number wherever there is no weight and no share, since those are ten times as fast."""


def exact(value: Fraction) -> Exact:
    """Return a whole number as one."""
    return value.numerator if value.denominator == 1 else value


class Form(Struct, frozen=True):
    """``constant + sum(coefficient * heads)``; absence is folded in, as the remainder of a cell."""

    coefficients: tuple[Exact, ...]
    constant: Exact

    @classmethod
    def of(cls, each: Sequence[Exact], states: Sequence[int], counts: Sequence[int]) -> Form:
        """Build from what one head of each cell adds and whether each state counts (1 or 0), absence last."""
        *there, absent = states
        coefficients = tuple(value * (state - absent) for value in each for state in there)
        constant: Exact = 0
        if absent:
            constant = sum(value * count for value, count in zip(each, counts, strict=True))
        return cls(coefficients, constant)

    @classmethod
    def fixed(cls, value: Exact, counts: Sequence[int], states: int = STATES) -> Form:
        """A number that no ballot changes."""
        return cls((0,) * (states * len(counts)), value)

    def scaled(self, factor: Exact) -> Form:
        """Return it times a number."""
        return Form(tuple(c * factor for c in self.coefficients), self.constant * factor)

    def negated(self) -> Form:
        """Return it with its sign turned."""
        return self.scaled(-1)

    def added(self, other: Form) -> Form:
        """Return the sum of two."""
        pairs = zip(self.coefficients, other.coefficients, strict=True)
        return Form(tuple(a + b for a, b in pairs), self.constant + other.constant)

    def minus(self, other: Form) -> Form:
        """Return the difference of two."""
        pairs = zip(self.coefficients, other.coefficients, strict=True)
        return Form(tuple(a - b for a, b in pairs), self.constant - other.constant)

    def plus(self, number: Exact) -> Form:
        """Return it with a number added."""
        return Form(self.coefficients, self.constant + number)

    def above(self, number: int) -> Linear:
        """The inequality ``self > number``."""
        return _inequality(self.plus(-number), strict=True)

    def at_least_nought(self) -> Linear:
        """The inequality ``self >= 0``."""
        return _inequality(self, strict=False)


def _inequality(form: Form, *, strict: bool) -> Linear:
    """Clear the denominators and divide by what all numbers have in common."""
    numbers = (*form.coefficients, form.constant)
    common = lcm(*(number.denominator for number in numbers))
    whole = [number.numerator * (common // number.denominator) for number in numbers]
    divisor = gcd(*whole) or 1
    *coefficients, constant = (number // divisor for number in whole)
    return Linear(tuple(coefficients), constant, strict)
