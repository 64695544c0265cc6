"""Days and months by the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.quantity import Period, Unit
from coalcheck.engine.facts.time import later, months_begun, months_later, whole_days, whole_hours

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        pytest.param("2026-01-15", 1, "2026-02-15", id="a month"),
        pytest.param("2026-01-31", 1, "2026-02-28", id="clipped"),
        pytest.param("2024-01-31", 1, "2024-02-29", id="clipped in a leap year"),
        pytest.param("2026-11-30", 3, "2027-02-28", id="over the year"),
        pytest.param("2026-05-05", 0, "2026-05-05", id="none"),
        pytest.param("2026-05-05", 999999, "9999-12-31", id="beyond the calendar"),
    ],
)
def test_months_later(day: str, months: int, result: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(result)


@given(first=DAYS, months=st.integers(0, 60))
def test_months_begun_turns_months_later_round(first: date, months: int) -> None:
    after = months_later(first, months)
    assert months_begun(first, after) == months
    assert months_begun(first, after + timedelta(days=1)) == months + 1


@given(first=DAYS, days=st.integers(-400, 4000))
def test_months_begun_is_the_least_that_reaches(first: date, days: int) -> None:
    after = first + timedelta(days=days)
    months = months_begun(first, after)
    assert months_later(first, months) >= after
    assert months == 0 or months_later(first, months - 1) < after


@pytest.mark.parametrize(
    ("period", "day"),
    [
        pytest.param(Period(2, "day"), "2026-04-03", id="days"),
        pytest.param(Period(2, "day", "clear"), "2026-04-03", id="clear days"),
        pytest.param(Period(36, "hour"), "2026-04-03", id="hours reach into the second day"),
        pytest.param(Period(30, "minute"), "2026-04-02", id="minutes reach into the day"),
        pytest.param(Period(2, "week"), "2026-04-15", id="weeks"),
        pytest.param(Period(1, "quarter"), "2026-07-01", id="a quarter"),
        pytest.param(Period(1, "year"), "2027-04-01", id="a year"),
        pytest.param(Period(99999, "year"), "9999-12-31", id="for ever"),
        pytest.param(Period(10**9, "day"), "9999-12-31", id="for ever, in days"),
    ],
)
def test_later(period: Period, day: str) -> None:
    assert later(date(2026, 4, 1), period) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("number", "unit", "days", "hours"),
    [
        pytest.param(48, "hour", 2, 48, id="48 hours"),
        pytest.param(49, "hour", 3, 49, id="49 hours"),
        pytest.param(90, "minute", 1, 2, id="an hour and a half"),
        pytest.param(1, "month", 30, 720, id="a month is counted as 30 days"),
        pytest.param(1, "year", 365, 8760, id="a year as 365"),
    ],
)
def test_lengths(number: int, unit: Unit, days: int, hours: int) -> None:
    period = Period(number, unit)
    assert (whole_days(period), whole_hours(period)) == (days, hours)
