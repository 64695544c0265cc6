"""Dates that two readers read in two ways, or that are not written year first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Scalar, Span
from coalcheck.engine.source.remedy import Remedy
from coalcheck.engine.source.traps.places import Place

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_IN_TEXT: Final = re.compile(r"(?<![\w/.,-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/-])", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def dates(draft: Draft, found: list[Place]) -> Iterator[Remedy]:
    """Dates with slashes anywhere; other forms where a date is the whole value."""
    for place in found:
        scalar = place.scalar
        if place.is_key or _ISO.fullmatch(scalar.text) or _is_literal(draft, scalar):
            continue
        if whole := _YEAR_LAST.fullmatch(scalar.text):
            first, mark, second, year = whole.groups()
            # With dots the day comes first wherever dots are used.
            yield from _speak(
                draft, place, whole.group(), _both(first, second, year)[: 1 if mark == "." else 2]
            )
        elif whole := _YEAR_FIRST.fullmatch(scalar.text):
            year, _, month, day = whole.groups()
            yield from _speak(draft, place, whole.group(), _days([(year, month, day)]))
        else:
            for part in _IN_TEXT.finditer(scalar.text):
                readings = _both(*part.groups())
                if len(readings) == 2:
                    yield from _speak(draft, place, part.group(), readings)


def _is_literal(draft: Draft, scalar: Scalar) -> bool:
    """Whether a text is given line by line, behind a ``|``, as one quotes what somebody else wrote."""
    return scalar.style == "block" and draft.line(scalar.span.line)[scalar.span.column - 1] == "|"


def _both(first: str, second: str, year: str) -> list[date]:
    """The day before the month, then the month before the day; as far as there are such days."""
    return _days([(year, second, first), (year, first, second)])


def _days(parts: list[tuple[str, str, str]]) -> list[date]:
    found: list[date] = []
    for year, month, day in parts:
        try:
            one = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
        except ValueError:
            continue
        if one not in found:
            found.append(one)
    return found


def _speak(draft: Draft, place: Place, written: str, readings: list[date]) -> Iterator[Remedy]:
    where = _find(draft, place.scalar, written)
    if where is None or not readings:
        return
    edit = Edit(where.line, where.column, where.end_column, readings[0].isoformat())
    values = {"found": written}
    if len(readings) == 1:
        values["expected"] = readings[0].isoformat()
        yield Remedy("date-format", where, (edit,), values, place.route)
    else:
        values["reading_one"], values["reading_two"] = map(_in_words, readings)
        values["expected"], values["detail"] = (one.isoformat() for one in readings)
        yield Remedy("ambiguous-date", where, (edit,), values, place.route, applies=False)


def _in_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _find(draft: Draft, scalar: Scalar, written: str) -> Span | None:
    span = scalar.span
    for number in range(span.line, span.end_line + 1):
        start = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else None
        column = draft.line(number)[:end].find(written, start) + 1
        if column:
            return Span(number, column, number, column + len(written))
    return None
