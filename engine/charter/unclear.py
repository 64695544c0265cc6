"""Why a quantity was refused, and how to write it: the error that carries both readings or the repair.

A repair is offered only where it has been read back and found to be good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from pydantic_core import PydanticCustomError

from coalcheck.engine.charter.currencies import NAMES, SIGNS
from coalcheck.engine.charter.quantity import (
    allowance_of,
    cap_of,
    every_of,
    money_of,
    number_of,
    period_of,
    share_of,
    window_of,
)
from coalcheck.engine.wording.day import in_words

Reader: TypeAlias = Callable[[object], object]

EXPECTED = {
    "money": "an amount and a currency, such as 1200 EUR or 400 EUR a month",
    "period": "a number and a unit of time, such as 7 days, 2 clear days, 48 hours or 6 months",
    "window": "how long, such as 7 days, 48 hours or at least 7 days",
    "every": "how often, such as week, month, quarter, 2 weeks or 12 months",
    "allowance": "how often at most, such as 1 per year, twice a year or 1 in 12 months",
    "number": "a number, such as 12, 83.2 or 1/3",
    "share": "a share of the whole, such as 25% or 1/3",
    "cap": "a share of the whole, such as 25%, 1/3 or less than 1/3",
}
A_DATE = "a date as year-month-day, such as 2026-09-30"

_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[,.'’_ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])", re.ASCII)
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])", re.ASCII)
_SIGNED = re.compile(r"([€£₹₺₴₪₩₫₦])\s*([0-9.]+)|([0-9.]+)\s*([€£₹₺₴₪₩₫₦])", re.ASCII)
_CODE_FIRST = re.compile(r"([A-Za-z]{3})\s*([0-9][0-9.]*)", re.ASCII)
_CODE_LAST = re.compile(r"([0-9][0-9.]*)\s*([A-Za-z]+)", re.ASCII)
_EACH = re.compile(r"(?:\s*/\s*|\s+per\s+)(month|year)$|\s+(monthly|yearly|annually|p\.?a\.?)$")
_UNIT_GLUED = re.compile(r"([0-9]+)\s*-?\s*([a-z]+)\.?", re.ASCII)
_MEANT = {
    "daily": "day", "weekly": "week", "fortnightly": "2 weeks", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year", "h": "hours", "hr": "hours", "hrs": "hours", "d": "days",
    "wks": "weeks", "mo": "months", "mths": "months", "m": "months", "yr": "years", "yrs": "years",
    "business": "working", "full": "clear", "calendar": "", "within": "", "every": "", "each": "",
}  # fmt: skip
"""What people write for the words of a period, and what these are."""
_NUMERIC_DATE = re.compile(r"([0-9]{1,4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,4})", re.ASCII)
_WORDED_DATE = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\.?\s+)?([A-Za-z]{3,9})\.?(?:\s+([0-9]{1,2})(?:st|nd|rd|th)?)?,?\s+([0-9]{4})",
    re.ASCII,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _error(kind: str, expected: str, suggestion: str, **more: str) -> PydanticCustomError:
    texts = {"repair": "", "reading_one": "", "reading_two": "", **more}
    return PydanticCustomError(kind, "not clear", {"expected": expected, "suggestion": suggestion, **texts})


def explain(value: object, quantity: str) -> PydanticCustomError:
    """The error for what is not the quantity that can stand there.

    Its context has ``expected``, ``suggestion``, ``repair``, ``reading_one`` and ``reading_two``; all are
    texts, the last three empty where there are none.

    Args:
        value: what stands there, of any type.
        quantity: money, period, window, every, allowance, number, share, cap or date.
    """
    if quantity == "date":
        return _date_unclear(value)
    text, expected, read = value if isinstance(value, str) else "", EXPECTED[quantity], _READERS[quantity]
    grouped = _GROUPS.search(text)
    if grouped:
        return _separated(text, grouped, expected, read)
    repair = _first_readable(text, read)
    if repair and _COMMA.search(text):
        return _error("number-with-separators", expected, f"Write {repair}.", repair=repair)
    suggestion = f"Write {repair}." if repair else f"What can stand here is {expected}."
    return _error("quantity-unclear", expected, suggestion, repair=repair)


def _separated(text: str, grouped: re.Match[str], expected: str, read: Reader) -> PydanticCustomError:
    before, after = text[: grouped.start()], text[grouped.end() :]
    joined = re.sub(r"[^0-9]", "", grouped[0])
    whole = _first_readable(before + joined + after, read) or before + joined + after
    pointed = re.sub(r"[.,]", ".", grouped[0])
    if pointed.count(".") != 1 or len(pointed) != len(joined) + 1:
        return _error("number-with-separators", expected, f"Write {whole}.", repair=whole, reading_one=whole)
    point = pointed.rstrip("0").rstrip(".")
    other = _first_readable(before + point + after, read) or before + point + after
    suggestion = f"Write {whole}, or {other} if that is meant."
    return _error(
        "number-with-separators", expected, suggestion, repair=whole, reading_one=whole, reading_two=other
    )


def _number_or_share(text: object) -> object:
    """As the model would read it after YAML has: digits are no text then."""
    plain = str(text)
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain, re.ASCII):
        return plain
    return number_of(text) or share_of(text)


_READERS: dict[str, Reader] = {
    "money": money_of,
    "period": period_of,
    "window": window_of,
    "every": every_of,
    "allowance": allowance_of,
    "number": _number_or_share,
    "share": share_of,
    "cap": cap_of,
}


def _first_readable(text: str, read: Reader) -> str:
    return next((spelling for spelling in _spellings(text.strip()) if read(spelling) is not None), "")


def _spellings(text: str) -> Iterator[str]:
    """The same text in the spellings that people most often mean."""
    text = _COMMA.sub(".", " ".join(text.split()))
    lowered = text.lower()
    yield text
    yield lowered
    each = _EACH.search(lowered)
    tail = f" a {each[1] or ('month' if each[2] == 'monthly' else 'year')}" if each else ""
    head = text[: each.start()] if each else text
    if not each and (a_unit := re.search(r" (?:a|per|each|every) (?:month|year)$", lowered)):
        head, tail = text[: a_unit.start()], a_unit[0]
    if signed := _SIGNED.fullmatch(head):
        yield f"{signed[2] or signed[3]} {SIGNS[signed[1] or signed[4]]}{tail}"
    if first := _CODE_FIRST.fullmatch(head):
        yield f"{first[2]} {first[1].upper()}{tail}"
    if last := _CODE_LAST.fullmatch(head):
        yield f"{last[1]} {NAMES.get(last[2].lower(), last[2].upper())}{tail}"
    spaced = _UNIT_GLUED.sub(r"\1 \2", lowered)
    yield spaced
    yield " ".join(word for word in (_MEANT.get(word, word) for word in spaced.split()) if word)


def _date_unclear(value: object) -> PydanticCustomError:
    text = value.strip() if isinstance(value, str) else str(value)
    days = sorted(set(_days(text)))
    if len(days) == 1:
        return _error("date-unclear", A_DATE, f"Write {days[0]}.", repair=str(days[0]))
    if len(days) == 2:
        one, two = (f"{day} ({in_words(day)})" for day in days)
        return _error("date-unclear", A_DATE, f"Write {one} or {two}.", reading_one=one, reading_two=two)
    return _error("date-unclear", A_DATE, f"What can stand here is {A_DATE}.")


def _days(text: str) -> Iterator[date]:
    if numeric := _NUMERIC_DATE.fullmatch(text):
        first, second, third = numeric.groups()
        if len(first) == 4 and len(third) <= 2:
            yield from _day(first, second, third)
        elif len(third) == 4 and len(first) <= 2:
            yield from _day(third, second, first)
            yield from _day(third, first, second)
    elif worded := _WORDED_DATE.fullmatch(text):
        before, month, after, year = worded.groups()
        if month[:3].lower() in _MONTHS and (before is None) != (after is None):
            yield from _day(year, str(_MONTHS.index(month[:3].lower()) + 1), before or after)


def _day(year: str, month: str, day: str) -> Iterator[date]:
    if year[0] in "12" and int(month) and int(day):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            return
