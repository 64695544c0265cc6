"""What was decided to be spent, added up: in all, by whom, and within a month or a year."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from msgspec import Struct

from coalcheck.engine.decide.calendar import days_later
from coalcheck.engine.decide.told import MONTHS
from coalcheck.engine.facts.time import months_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.charter.quantity import Money, Period

Unit: TypeAlias = Literal["month", "year"]

_NOTHING: Final = Fraction(0)


def times_due(first: date, every: Period, until: date) -> int:
    """How often something falls due from its first day until its last, both included."""
    if until < first:
        return 0
    if every.unit in MONTHS:
        step = MONTHS[every.unit] * every.number
        times = ((until.year - first.year) * 12 + until.month - first.month) // step
        return times + (months_later(first, step * times) <= until)
    days = every.number * (7 if every.unit == "week" else 1)
    if every.unit in ("hour", "minute"):
        minutes = every.number * (60 if every.unit == "hour" else 1)
        return (days_later(until, 1) - first).days * 24 * 60 // minutes
    return (until - first).days // days + 1


class Sum(NamedTuple):
    """What several come to.

    Attributes:
        sure: what is known to have been agreed.
        perhaps: what may come on top, because it is not known whether, or when, it was agreed.
        endless: whether something of it comes back and nobody wrote until when; then it may be any more.
    """

    sure: Fraction = _NOTHING
    perhaps: Fraction = _NOTHING
    endless: bool = False


class Stretch(NamedTuple):
    """A month or a year of the calendar."""

    begins: date
    ends: date


@lru_cache(maxsize=4096)
def stretch_of(day: date, unit: Unit) -> Stretch:
    """The month or the year of a day."""
    begins = day.replace(month=1, day=1) if unit == "year" else day.replace(day=1)
    months = 12 if unit == "year" else 1
    after = months_later(begins, months)
    # The last year there is has no day after it.
    return Stretch(begins, date.max if after == date.max else after - timedelta(days=1))


class Outlay(Struct, frozen=True):
    """What one decision, or one payment, spends.

    Attributes:
        money: how much each time.
        first: the first day that it may have been agreed on, or paid; None where no day is known.
        last: the last such day; another one than the first where only the year is known.
        every: how often it is paid; None for once.
        until: the last day of it; None where it is paid once, or nobody wrote until when.
        sure: whether it is known to have been agreed.
        by: the body that decided; empty for all members together, None where it is not known who.
    """

    money: Money
    first: date | None
    last: date | None
    every: Period | None = None
    until: date | None = None
    sure: bool = True
    by: str | None = ""

    @property
    def total(self) -> Fraction | None:
        """What it comes to; None where it is not known how often it is paid."""
        if self.every is None:
            return self.money.amount
        if self.until is None or self.first is None or self.first != self.last or not self.every.number:
            return None
        return self.money.amount * max(1, times_due(self.first, self.every, self.until))

    def within(self, stretch: Stretch) -> Sum:
        """What of it falls into a month or a year."""
        amount, first, last = self.money.amount, self.first, self.last
        if first is None or last is None:
            return Sum(perhaps=amount, endless=self.every is not None)
        if (last < stretch.begins and self.every is None) or first > stretch.ends:
            return Sum()
        if self.every is None:
            return self._known(amount, inside=stretch.begins <= first and last <= stretch.ends)
        if not self.every.number or first != last:
            return Sum(perhaps=amount, endless=True)
        ends = stretch.ends if self.until is None else min(self.until, stretch.ends)
        before = times_due(first, self.every, days_later(stretch.begins, -1))
        times = times_due(first, self.every, max(ends, first)) - before
        return self._known(amount * max(0, times), inside=True)

    def _known(self, amount: Fraction, *, inside: bool) -> Sum:
        return Sum(sure=amount) if self.sure and inside else Sum(perhaps=amount)


class Spending:
    """What came together so far; it grows with a record.

    Of one body, or of all together; sums in two currencies are never added.
    """

    def __init__(self) -> None:
        self._sums: dict[tuple[str | None, str], Sum] = {}
        self._once: dict[tuple[str | None, str, Unit, date], Fraction] = {}
        # What is paid again and again, or on a day that is not known, is looked at for each stretch.
        self._others: dict[tuple[str | None, str], list[Outlay]] = {}
        self._seen: dict[tuple[str | None, str, Unit, date], tuple[int, Sum]] = {}

    def add(self, outlay: Outlay) -> None:
        """Count one more."""
        currency = outlay.money.currency
        for by in dict.fromkeys((None, outlay.by)):
            key = (by, currency)
            self._sums[key] = _added(self._sums.get(key, Sum()), _whole(outlay))
            if outlay.every is None and outlay.sure and outlay.first == outlay.last is not None:
                for unit in _UNITS:
                    place = (by, currency, unit, stretch_of(outlay.last, unit).begins)
                    self._once[place] = self._once.get(place, _NOTHING) + outlay.money.amount
            else:
                self._others.setdefault(key, []).append(outlay)

    def in_all(self, currency: str, by: str | None = None) -> Sum:
        """What was agreed so far in a currency: by one body, or by all where none is named."""
        return self._sums.get((by, currency), Sum())

    def within(self, currency: str, unit: Unit, day: date, by: str | None = None) -> Sum:
        """What of it falls into the month or the year of a day."""
        stretch = stretch_of(day, unit)
        key = (by, currency, unit, stretch.begins)
        others = self._others.get((by, currency), [])
        seen, found = self._seen.get(key, (0, Sum()))
        for outlay in others[seen:]:
            found = _added(found, outlay.within(stretch))
        self._seen[key] = (len(others), found)
        return _added(found, Sum(sure=self._once.get(key, _NOTHING)))

    def currencies(self) -> Iterator[str]:
        """In which currencies something was spent, in the order of the record."""
        return (currency for by, currency in self._sums if by is None)


_UNITS: Final[tuple[Unit, Unit]] = ("month", "year")


def _added(one: Sum, other: Sum) -> Sum:
    perhaps = one.perhaps + other.perhaps if other.perhaps else one.perhaps
    return Sum(one.sure + other.sure, perhaps, one.endless or other.endless)


def _whole(outlay: Outlay) -> Sum:
    total = outlay.total
    amount = outlay.money.amount if total is None else total
    known = Sum(sure=amount) if outlay.sure else Sum(perhaps=amount)
    return known._replace(endless=total is None)
