"""Exact quantities: money, periods of time, allowances, dates, shares and numbers, read from their text.

Nothing is rounded and nothing is guessed: what has two readings is refused by `unclear`, which says both.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple, TypeAlias, cast

from coalcheck.engine.charter.part import Read

Unit: TypeAlias = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
Manner: TypeAlias = Literal["clear", "working"]

UNITS: dict[str, Unit] = {
    "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour", "day": "day", "days": "day",
    "week": "week", "weeks": "week", "month": "month", "months": "month", "quarter": "quarter",
    "quarters": "quarter", "year": "year", "years": "year",
}  # fmt: skip
SPELT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
TIMES = {"once": 1, "twice": 2}
MOST_IN_SHARES = 99
"""The largest number below the line of a share; what is finer is written in percent."""

AT_LEAST = "at least "
AT_MOST = ("at most ", "less than ")

PER = ("a", "an", "per", "each", "every")


class Money(NamedTuple):
    """An amount in a currency (ISO 4217); ``per`` where it is due again and again."""

    amount: Fraction
    currency: str
    per: Literal["month", "year"] | None = None

    def __str__(self) -> str:
        amount = f"{in_digits(self.amount)} {self.currency}"
        return f"{amount} a {self.per}" if self.per else amount


class Period(NamedTuple):
    """A length of time; 2 days, 2 clear days, 2 working days and 48 hours are four things."""

    number: int
    unit: Unit
    manner: Manner | None = None
    or_longer: bool = False
    """Whether it is only the least: ``at least 7 days``."""

    def __str__(self) -> str:
        least = "at least " if self.or_longer else ""
        manner = f"{self.manner} " if self.manner else ""
        return f"{least}{self.number} {manner}{self.unit}{'' if self.number == 1 else 's'}"


class Cap(NamedTuple):
    """The largest share of a whole; ``below``: that share itself is too much already."""

    share: Fraction
    below: bool = False

    def __str__(self) -> str:
        return f"{'less than' if self.below else 'at most'} {self.share}"


class Allowance(NamedTuple):
    """How often something may be done.

    Attributes:
        times: at most so often.
        per: in each of these, by the calendar; None with ``within`` None: in the whole life of the coalition.
        within: in any stretch of this length, wherever it begins.
    """

    times: int
    per: Unit | None = None
    within: Period | None = None

    def __str__(self) -> str:
        if self.per:
            return f"{self.times} per {self.per}"
        return f"{self.times} in {self.within}" if self.within else str(self.times)


def in_digits(number: Fraction) -> str:
    """A number as a person writes it: ``1200``, ``0.5``, or ``1/3`` where decimals would not end."""
    if number.denominator == 1:
        return str(number.numerator)
    twos_and_fives, places = number.denominator, 0
    while twos_and_fives % 10 == 0:
        twos_and_fives //= 10
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives != 1:
        return str(number)
    while number.denominator != 1:
        number *= 10
        places += 1
    digits = str(number.numerator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and (text == "0" or text[0] != "0")


def _amount(text: str) -> Fraction | None:
    whole, dot, cents = text.partition(".")
    if not _digits(whole) or (dot and not (len(cents) in (1, 2) and cents.isascii() and cents.isdigit())):
        return None
    return Fraction(text)


def _count(text: str) -> int | None:
    return int(text) if _digits(text) else SPELT.get(text)


def money_of(value: object) -> Money | None:
    """``1200 EUR``, ``400000 USD a year``; plain decimals, an ISO 4217 code, no separators."""
    from coalcheck.engine.charter.currencies import CURRENCIES

    words = value.split(" ") if isinstance(value, str) else []
    if len(words) not in (2, 4) or words[1] not in CURRENCIES:
        return None
    amount = _amount(words[0])
    if amount is None or len(words) == 2:
        return None if amount is None else Money(amount, words[1])
    if words[2] in PER and words[3] in ("month", "year"):
        return Money(amount, words[1], cast("Literal['month', 'year']", words[3]))
    return None


def period_of(value: object) -> Period | None:
    """``2 days``, ``2 clear days``, ``2 working days``, ``48 hours``, ``two weeks``, ``6 months``."""
    words = value.split(" ") if isinstance(value, str) else []
    if len(words) not in (2, 3):
        return None
    number, unit = _count(words[0]), UNITS.get(words[-1])
    if number is None or unit is None:
        return None
    if len(words) == 2:
        return Period(number, unit)
    if unit == "day" and words[1] in ("clear", "working"):
        return Period(number, unit, cast("Manner", words[1]))
    return None


def window_of(value: object) -> Period | None:
    """How long something is open: ``7 days``, or ``at least 7 days`` where it may be longer."""
    least = isinstance(value, str) and value.startswith(AT_LEAST)
    period = period_of(value.removeprefix(AT_LEAST) if least and isinstance(value, str) else value)
    return period._replace(or_longer=True) if least and period is not None else period


def every_of(value: object) -> Period | None:
    """How often something comes back: a period, or the unit alone, ``month``."""
    if isinstance(value, str) and value in UNITS and not value.endswith("s"):
        return Period(1, UNITS[value])
    return period_of(value)


def allowance_of(value: object) -> Allowance | None:
    """``1 per year``, ``twice a year``, ``1 in 12 months``, or a bare number for the whole life."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Allowance(int(value)) if value >= 0 else None
    words = value.split(" ") if isinstance(value, str) else [""]
    times = TIMES.get(words[0]) or _count(words[0])
    if times is None:
        return None
    if len(words) == 1:
        return Allowance(times)
    if len(words) == 3 and words[1] in PER and words[2] in UNITS and not words[2].endswith("s"):
        return Allowance(times, per=UNITS[words[2]])
    if len(words) == 4 and words[1] == "in" and words[3] in UNITS:
        number = _count(words[2])
        return None if number is None else Allowance(times, within=Period(number, UNITS[words[3]]))
    return None


def day_of(value: object) -> date | None:
    """A whole day, ``2026-09-30``; no other way of writing a date has one reading everywhere."""
    if not isinstance(value, str) or len(value) != 10 or not value.isascii() or value[4] + value[7] != "--":
        return None
    year, month, day = value[:4], value[5:7], value[8:]
    if not (year + month + day).isdigit() or year[0] not in "12":
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def number_of(value: object) -> Fraction | None:
    """A number that is not negative: ``12``, ``83.2``, ``1/3``; exactly what is written."""
    if isinstance(value, str):
        above, slash, below = value.partition("/")
        if slash and _digits(above) and _digits(below) and below != "0":
            return Fraction(int(above), int(below))
        return None
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or value < 0:
        return None
    return Fraction(value)


def share_of(value: object) -> Fraction | None:
    """A part of a whole, more than nothing and at most all of it: ``25%``, ``1/3``, ``0.25``."""
    if isinstance(value, str) and value.endswith("%"):
        whole, dot, rest = value[:-1].partition(".")
        well = _digits(whole) and (not dot or (rest.isascii() and rest.isdigit()))
        share = Fraction(value[:-1]) / 100 if well else None
    else:
        share = number_of(value)
        if isinstance(value, str) and share is not None and int(value.partition("/")[2]) > MOST_IN_SHARES:
            return None
    return share if share is not None and 0 < share <= 1 else None


def cap_of(value: object) -> Cap | None:
    """The most of a whole that may be held: ``1/3``, ``at most 25%``, ``less than 1/3``."""
    said = next((words for words in AT_MOST if isinstance(value, str) and value.startswith(words)), "")
    share = share_of(value.removeprefix(said) if isinstance(value, str) else value)
    return None if share is None else Cap(share, below=said == AT_MOST[1])


class Quantity:
    """How one quantity is read from what YAML gave; what is not one is refused with the reason.

    Attributes:
        name: money, period, window, every, allowance, date, number, share or cap.
    """

    __slots__ = ("_read", "name")

    def __init__(self, name: str, read: Callable[[object], object]) -> None:
        self.name = name
        self._read = read

    def __call__(self, value: object) -> object:
        """The quantity; raises what pydantic takes for an error if the value is none."""
        result = self._read(value)
        if result is not None:
            return result
        # Explaining takes a dozen patterns; a file without faults does not pay for them.
        from coalcheck.engine.charter.unclear import explain

        raise explain(value, self.name)


MoneyText: TypeAlias = Annotated[Money, Read(Quantity("money", money_of))]
PeriodText: TypeAlias = Annotated[Period, Read(Quantity("period", period_of))]
WindowText: TypeAlias = Annotated[Period, Read(Quantity("window", window_of))]
Every: TypeAlias = Annotated[Period, Read(Quantity("every", every_of))]
AllowanceText: TypeAlias = Annotated[Allowance, Read(Quantity("allowance", allowance_of))]
Day: TypeAlias = Annotated[date, Read(Quantity("date", day_of))]
Number: TypeAlias = Annotated[Fraction, Read(Quantity("number", number_of))]
Share: TypeAlias = Annotated[Fraction, Read(Quantity("share", share_of))]
CapText: TypeAlias = Annotated[Cap, Read(Quantity("cap", cap_of))]
