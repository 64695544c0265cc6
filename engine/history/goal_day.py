"""The day of the goal: the last day that the purpose, or the sign that it is reached, names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.source.node import Route

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH: Final = "(" + "|".join(_MONTHS) + ")"
_YEAR: Final = "([12][0-9]{3})"
_DAY: Final = "([0-9]{1,2})(?:st|nd|rd|th)?"
_ISO: Final = r"\b([12][0-9]{3})-([0-9]{2})-([0-9]{2})\b"
_DAY_FIRST: Final = rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b"
_MONTH_FIRST: Final = rf"\b{_MONTH} {_DAY},? {_YEAR}\b"
_MONTH_ONLY: Final = rf"\b(?:by|before|until|in|end of) (?:the )?(?:end of )?{_MONTH},? {_YEAR}\b"
_YEAR_ONLY: Final = rf"\b(?:by|before|until) (?:the )?(?:(end|beginning|start) of )?{_YEAR}\b(?!-)"


def goal_day(charter: Charter) -> tuple[date, Route] | None:
    """The goal's own day and where it stands; None where none is named.

    A month or a year is over with its last day, unless it is named as the time before which, or at whose
    beginning, the goal is to be reached.
    """
    end = charter.goal_end
    for text, route in (
        (charter.purpose, ("purpose",)),
        (end.reached_when if end is not None else None, ("goal_end", "reached_when")),
    ):
        days = sorted(_days(" ".join((text or "").split()).lower()))
        if days:
            return days[-1], route
    return None


def _days(text: str) -> Iterator[date]:
    for found in re.finditer(_ISO, text):
        yield from _day(int(found[1]), int(found[2]), int(found[3]))
    for found in re.finditer(_DAY_FIRST, text):
        yield from _day(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    for found in re.finditer(_MONTH_FIRST, text):
        yield from _day(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))
    for found in re.finditer(_MONTH_ONLY, text):
        year, month = int(found[2]), _MONTHS.index(found[1]) + 1
        yield date(year, month, 1 if _is_before(found[0]) else monthrange(year, month)[1])
    for found in re.finditer(_YEAR_ONLY, text):
        at_the_start = found[1] in ("beginning", "start") or (found[1] is None and _is_before(found[0]))
        yield date(int(found[2]), 1, 1) if at_the_start else date(int(found[2]), 12, 31)


def _is_before(text: str) -> bool:
    return text.startswith("before") and "end of" not in text


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if 1 <= month <= len(_MONTHS) and 1 <= day <= monthrange(year, month)[1]:
        yield date(year, month, day)
