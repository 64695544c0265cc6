"""Deadlines: within so long after something, to the end of the last day, or to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.moment import Moment, Year
from coalcheck.engine.charter.electorate import Calendar
from coalcheck.engine.charter.quantity import Period, period_of
from coalcheck.engine.decide.timing import by_deadline, end_of

MADRID = ZoneInfo("Europe/Madrid")
WEEK = Calendar.model_validate({"working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"]})
NOON = datetime(2026, 4, 14, 12, tzinfo=UTC)


def period(text: str) -> Period:
    found = period_of(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "within", "at", "met"),
    [
        pytest.param(date(2026, 4, 14), "7 days", date(2026, 4, 21), True, id="last-day"),
        pytest.param(date(2026, 4, 14), "7 days", date(2026, 4, 22), False, id="day-after"),
        pytest.param(date(2026, 4, 14), "7 clear days", date(2026, 4, 21), True, id="clear-last-day"),
        pytest.param(date(2026, 4, 14), "1 week", date(2026, 4, 21), True, id="week"),
        pytest.param(date(2026, 4, 14), "7 days", date(2026, 4, 10), True, id="before-it-began"),
        pytest.param(date(2026, 1, 31), "1 month", date(2026, 2, 28), True, id="clipped"),
        pytest.param(date(2026, 1, 31), "1 month", date(2026, 3, 1), False, id="clipped-late"),
        pytest.param(date(2026, 4, 17), "2 working days", date(2026, 4, 21), True, id="over-a-weekend"),
        pytest.param(date(2026, 4, 17), "2 working days", date(2026, 4, 22), False, id="working-days-late"),
        pytest.param(
            NOON, "7 days", datetime(2026, 4, 21, 23, 59, tzinfo=UTC), True, id="to-the-end-of-the-day"
        ),
        pytest.param(NOON, "48 hours", datetime(2026, 4, 16, 12, tzinfo=UTC), True, id="to-the-second"),
        pytest.param(
            NOON, "48 hours", datetime(2026, 4, 16, 12, 0, 1, tzinfo=UTC), False, id="a-second-late"
        ),
        pytest.param(date(2026, 4, 14), "48 hours", date(2026, 4, 15), True, id="hours-next-day"),
        pytest.param(date(2026, 4, 14), "48 hours", date(2026, 4, 16), None, id="hours-depend"),
        pytest.param(date(2026, 4, 14), "48 hours", date(2026, 4, 17), False, id="hours-three-days"),
        pytest.param(NOON, "48 hours", date(2026, 4, 15), True, id="known-and-bare"),
        pytest.param(NOON, "48 hours", date(2026, 4, 16), None, id="known-and-bare-depends"),
        pytest.param(Year(1874), "1 month", date(1876, 1, 1), False, id="year-passed"),
        pytest.param(Year(1874), "1 month", date(1874, 6, 1), None, id="year-depends"),
    ],
)
def test_within(start: Moment, within: str, at: Moment, met: bool | None) -> None:
    told = by_deadline(start, period(within), at, calendar=WEEK)
    assert told.met is met
    assert bool(told.asks) is (met is None)


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        pytest.param(date(2026, 4, 14), "10 days", date(2026, 4, 24), id="days"),
        pytest.param(date(2026, 1, 31), "1 month", date(2026, 2, 28), id="month"),
        pytest.param(date(2026, 4, 17), "1 working day", date(2026, 4, 20), id="working-day"),
        pytest.param(NOON, "48 hours", datetime(2026, 4, 16, 12, tzinfo=UTC), id="hours"),
        pytest.param(NOON, "2 days", date(2026, 4, 16), id="days-after-an-instant"),
        pytest.param(date(2026, 4, 14), "48 hours", None, id="hours-after-a-bare-date"),
        pytest.param(Year(1874), "10 days", None, id="year"),
        pytest.param(date(9999, 12, 30), "10 days", date.max, id="no-end-of-time"),
    ],
)
def test_end(start: Moment, length: str, last: Moment | None) -> None:
    end = end_of(start, period(length), calendar=WEEK)
    assert end.last == last
    assert bool(end.asks) is (last is None)


def test_hours_go_by_where_the_clocks_change() -> None:
    end = end_of(datetime(2026, 3, 28, 12, tzinfo=MADRID), period("48 hours"), zone="Europe/Madrid")
    assert end.last == datetime(2026, 3, 30, 13, tzinfo=MADRID)
    assert "30 March at 13:00" in end.said


def test_hours_without_end() -> None:
    end = end_of(NOON, Period(10**30, "hour"))
    assert isinstance(end.last, datetime)
    assert end.last.year == 9999


def test_working_days_need_a_calendar() -> None:
    assert by_deadline(date(2026, 4, 14), period("2 working days"), date(2026, 4, 14)).met is None
    assert end_of(date(2026, 4, 14), period("2 working days")).last is None


LENGTHS = st.builds(
    Period, st.integers(0, 60), st.sampled_from(("day", "week", "month", "quarter", "year")), st.none()
)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), LENGTHS)
def test_the_end_is_the_last_moment_within(start: date, length: Period) -> None:
    last = end_of(start, length).last
    assert type(last) is date
    assert by_deadline(start, length, last).met is True
    assert by_deadline(start, length, last + timedelta(days=1)).met is False


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.integers(0, 500))
def test_the_end_of_hours_is_exact(start: datetime, hours: int) -> None:
    begun = start.replace(microsecond=0, tzinfo=UTC)
    last = end_of(begun, Period(hours, "hour")).last
    assert last == begun + timedelta(hours=hours)
    assert isinstance(last, datetime)
    assert by_deadline(begun, Period(hours, "hour"), last).met is True
    assert by_deadline(begun, Period(hours, "hour"), last + timedelta(seconds=1)).met is False
