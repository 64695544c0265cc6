"""How long a period is, to tell a few months from more and from years."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing.table import FEW_MONTHS, MANY_MONTHS, SOME_MONTHS, YEARS, Row

if TYPE_CHECKING:
    from coalcheck.engine.charter.quantity import Period, Unit

_DAYS: Final[dict[Unit, Fraction]] = {
    "minute": Fraction(1, 24 * 60),
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    # The longest month, quarter and year: three months are then never longer than a quarter of a year.
    "month": Fraction(31),
    "quarter": Fraction(93),
    "year": Fraction(372),
}
_WORKING_DAY = Fraction(7, 5)
_THREE_MONTHS, _SIX_MONTHS = 3 * _DAYS["month"], 6 * _DAYS["month"]
_TWO_YEARS = Fraction(104 * 7)
"""As 104 weeks, the shortest that anyone calls two years."""


def days(period: Period) -> Fraction:
    """The most days that a period can have."""
    each = _DAYS[period.unit] * (_WORKING_DAY if period.manner == "working" else 1)
    return period.number * each


def row_of(period: Period) -> Row:
    """What a length of time says: up to three months, up to six, up to two years, or more."""
    length = days(period)
    if length <= _THREE_MONTHS:
        return FEW_MONTHS
    if length <= _SIX_MONTHS:
        return SOME_MONTHS
    return MANY_MONTHS if length < _TWO_YEARS else YEARS
