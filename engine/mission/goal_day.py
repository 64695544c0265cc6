"""The day of the goal: the last day that the purpose, or the sign that it is reached, names.

Months have their names in every language that is known: a day is one whatever the language of its sentence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.mission.languages import CODES, language

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.source.node import Route

_YEAR: Final = "([12][0-9]{3})"
_DAY: Final = "([0-9]{1,2})(?:st|nd|rd|th|er|[.ºª°])?"
_OF: Final = "(?:(?:of|de|del) )?"
_BEFORE: Final = "before|antes de|antes del|avant|avant le|vor|prima di|prima del|voor|antes do"
_UNTIL: Final = (
    "by|until|hasta|para|d'ici|d'ici à|jusqu'à|jusqu'au|jusqu'en|bis|entro|fino al|fino a|até|tot|tegen"
)
_IN: Final = "in|en|im|em"
"""Before a month; before a year alone it tells no day."""
_END: Final = (
    "end of|fin de|fines de|finales de|fin|ende|fine di|fine del|fine|fim de|final de|final do|fim do|eind|"
    "einde van|eind van"
)
_START: Final = (
    "beginning of|start of|principios de|comienzos de|début|début de|anfang|beginn|inizio|inizio del|"
    "inizio di|início de|princípio de|begin|begin van"
)
_ARTICLE: Final = "(?:(?:the|el|la|le|il|lo|o|a|dem|den|het|de) |l')?"


class _Patterns(NamedTuple):
    """How days are written."""

    iso: re.Pattern[str]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]


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
        days = sorted(_days(" ".join((text or "").replace("’", "'").split()).lower()))
        if days:
            return days[-1], route
    return None


@cache
def _months() -> dict[str, int]:
    return {name: at for code in CODES for at, name in enumerate(language(code).months, start=1)}


@cache
def _patterns() -> _Patterns:
    month = "(" + "|".join(sorted(_months(), key=len, reverse=True)) + ")"
    part = f"(?:(?P<end>{_END})|(?P<start>{_START}))"
    # An end needs nothing before it; a month or a year alone does: the law of 2026 is no day.
    reach = f"(?:(?:(?P<before>{_BEFORE})|{_UNTIL}%s) {_ARTICLE}(?:{part} )?|(?:{_END}) )"
    return _Patterns(
        re.compile(r"\b([12][0-9]{3})-([0-9]{2})-([0-9]{2})\b"),
        re.compile(rf"\b{_DAY} {_OF}{month},? {_OF}{_YEAR}\b"),
        re.compile(rf"\b{month} {_DAY},? {_YEAR}\b"),
        re.compile(rf"\b{reach % f'|{_IN}'}{_OF}(?P<month>{month[1:-1]}),? {_OF}(?P<year>{_YEAR[1:-1]})\b"),
        re.compile(rf"\b{reach % ''}(?:the year |del año |de l'année )?(?P<year>{_YEAR[1:-1]})\b(?!-)"),
    )


def _days(text: str) -> Iterator[date]:
    patterns, months = _patterns(), _months()
    for found in patterns.iso.finditer(text):
        yield from _day(int(found[1]), int(found[2]), int(found[3]))
    for found in patterns.day_first.finditer(text):
        yield from _day(int(found[3]), months[found[2]], int(found[1]))
    for found in patterns.month_first.finditer(text):
        yield from _day(int(found[3]), months[found[1]], int(found[2]))
    for found in patterns.month.finditer(text):
        year, month = int(found["year"]), months[found["month"]]
        yield date(year, month, 1 if _is_at_the_start(found) else monthrange(year, month)[1])
    for found in patterns.year.finditer(text):
        year = int(found["year"])
        yield date(year, 1, 1) if _is_at_the_start(found) else date(year, 12, 31)


def _is_at_the_start(found: re.Match[str]) -> bool:
    """Whether the beginning is meant: by name, or as the time before which."""
    return found["start"] is not None or (found["before"] is not None and found["end"] is None)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    # 31 June is a slip that is for those who read the charter.
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        yield date(year, month, day)
