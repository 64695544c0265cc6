"""Notice: four kinds of days and hours, months, time zones and what only a year is known of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from coalcheck.engine.action.moment import Moment
from coalcheck.engine.charter.electorate import Calendar
from coalcheck.engine.charter.quantity import Period, period_of
from coalcheck.engine.decide.timing import enough_notice

MADRID = ZoneInfo("Europe/Madrid")
WEEK = Calendar.model_validate(
    {
        "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "holidays": ["2026-04-03", "2026-04-06", "2026-04-05"],
    }
)
"""Easter 2026: Good Friday and Easter Monday; the Sunday is listed too and must not be taken off twice."""


def period(text: str) -> Period:
    found = period_of(text)
    assert found is not None
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("sent", "held", "notice", "met", "said"),
    [
        # semantics.md, precision 13: sent 13th, meeting 23rd.
        pytest.param(
            "2026-04-13", "2026-04-23", "10 days", True, "ten days (13 to 22 April)", id="robert-10"
        ),
        pytest.param("2026-04-13", "2026-04-23", "11 days", False, "eleven were needed", id="robert-11"),
        pytest.param(
            "2026-04-13",
            "2026-04-23",
            "10 clear days",
            False,
            "nine clear days (14 to 22 April)",
            id="nine-clear",
        ),
        pytest.param("2026-04-13", "2026-04-23", "9 clear days", True, "nine clear days", id="clear-9"),
        # words.md, model output 2.
        pytest.param(
            "2026-04-11",
            "2026-04-14",
            "2 clear days",
            True,
            "sent 11 April, two clear days (12 and 13 April)",
            id="words-2",
        ),
        pytest.param(
            "2026-04-12",
            "2026-04-14",
            "2 clear days",
            False,
            "sent 12 April, one clear day (13 April); two were needed",
            id="one-clear",
        ),
        pytest.param(
            "2026-04-13", "2026-04-14", "1 clear day", False, "no clear days; one was needed", id="none"
        ),
        pytest.param("2026-04-14", "2026-04-14", "1 day", False, "no days; one was needed", id="same-day"),
        pytest.param("2026-04-14", "2026-04-14", "0 days", True, "no days", id="nothing-asked"),
        pytest.param("2026-04-15", "2026-04-14", "1 day", False, "after 14 April 2026", id="after"),
        pytest.param(
            "2026-04-15", "2026-04-14", "0 days", False, "after 14 April 2026", id="after-nothing-asked"
        ),
        pytest.param("2025-12-30", "2026-01-02", "3 days", True, "sent 30 December 2025", id="over-new-year"),
        pytest.param("2026-04-01", "2026-04-15", "2 weeks", True, "14 days (1 to 14 April)", id="weeks"),
        pytest.param("2026-04-02", "2026-04-15", "2 weeks", False, "13 days", id="weeks-short"),
        pytest.param("2024-02-28", "2024-03-01", "2 days", True, "two days (28 and 29 February)", id="leap"),
        pytest.param("2026-02-28", "2026-03-01", "2 days", False, "one day (28 February)", id="no-leap"),
    ],
)
def test_days(sent: str, held: str, notice: str, met: bool, said: str) -> None:
    told = enough_notice(day(sent), day(held), period(notice))
    assert told.met is met
    assert not told.asks
    assert said in told.said


@pytest.mark.parametrize(
    ("sent", "held", "notice", "counting", "met"),
    [
        pytest.param("2026-04-13", "2026-04-23", "10 days", None, True, id="unsaid"),
        pytest.param("2026-04-13", "2026-04-23", "10 days", "day of sending", True, id="day-of-sending"),
        pytest.param("2026-04-13", "2026-04-23", "10 days", "clear days", False, id="clear"),
        pytest.param("2026-04-12", "2026-04-23", "10 days", "clear days", True, id="clear-one-earlier"),
        pytest.param(
            "2026-04-12", "2026-04-23", "10 clear days", "day of sending", True, id="clear-stays-clear"
        ),
        pytest.param(
            "2026-04-13", "2026-04-23", "10 clear days", "day of sending", False, id="clear-stays-short"
        ),
        # It speaks of days: weeks, months and working days stay what they are.
        pytest.param("2026-04-14", "2026-05-14", "1 month", "clear days", True, id="a-month-is-no-days"),
        pytest.param("2026-04-14", "2026-04-21", "1 week", "clear days", True, id="a-week-is-no-days"),
    ],
)
def test_the_charter_says_how_days_are_counted(
    sent: str, held: str, notice: str, counting: Literal["day of sending", "clear days"] | None, met: bool
) -> None:
    assert enough_notice(day(sent), day(held), period(notice), counting=counting).met is met


@pytest.mark.parametrize(
    ("sent", "held", "notice", "counting", "noted"),
    [
        pytest.param("2026-04-13", "2026-04-23", "10 days", None, True, id="readings-differ"),
        pytest.param("2026-04-12", "2026-04-23", "10 days", None, False, id="both-enough"),
        pytest.param("2026-04-14", "2026-04-23", "10 days", None, False, id="both-short"),
        pytest.param("2026-04-13", "2026-04-23", "10 days", "day of sending", False, id="the-charter-says"),
        pytest.param("2026-04-12", "2026-04-23", "10 clear days", None, False, id="clear-says-itself"),
        pytest.param("2026-04-13", "2026-04-23", "48 hours", None, False, id="hours"),
        pytest.param("2026-04-14", "2026-04-21", "1 week", None, False, id="a-week"),
        pytest.param("2026-04-14", "2026-05-14", "1 month", None, False, id="a-month"),
    ],
)
def test_readings_are_told_where_they_differ_in_this_case(
    sent: str, held: str, notice: str, counting: Literal["day of sending"] | None, noted: bool
) -> None:
    told = enough_notice(day(sent), day(held), period(notice), counting=counting)
    assert bool(told.note) is noted
    assert told.reading == ("nine clear days (14 to 22 April); ten were needed" if noted else "")


@pytest.mark.parametrize(
    ("sent", "held", "notice", "met"),
    [
        pytest.param("2026-01-31", "2026-02-28", "1 month", True, id="clipped"),
        pytest.param("2026-01-31", "2026-02-27", "1 month", False, id="clipped-short"),
        pytest.param("2024-01-31", "2024-02-28", "1 month", False, id="leap-year"),
        pytest.param("2024-01-31", "2024-02-29", "1 month", True, id="leap-day"),
        pytest.param("2026-02-28", "2026-03-28", "1 month", True, id="not-the-end-again"),
        pytest.param("2026-02-28", "2026-03-27", "1 month", False, id="not-the-end-short"),
        pytest.param("2025-11-30", "2026-02-28", "1 quarter", True, id="quarter"),
        pytest.param("2024-02-29", "2025-02-28", "1 year", True, id="year-from-leap-day"),
        pytest.param("2024-02-29", "2025-02-27", "1 year", False, id="year-short"),
        pytest.param("2026-06-15", "2026-12-15", "6 months", True, id="half-year"),
        pytest.param("2026-06-15", "9999-12-31", "99999999999 months", True, id="no-end-of-time"),
    ],
)
def test_months(sent: str, held: str, notice: str, met: bool) -> None:
    told = enough_notice(day(sent), day(held), period(notice))
    assert told.met is met
    assert ("in time" if met else "too late") in told.said


@pytest.mark.parametrize(
    ("sent", "held", "notice", "met"),
    [
        # Thursday 2 April 2026 to Tuesday 7 April: Friday and Monday are holidays.
        pytest.param("2026-04-02", "2026-04-07", "1 working day", True, id="thursday-counts"),
        pytest.param("2026-04-02", "2026-04-07", "2 working days", False, id="easter"),
        pytest.param("2026-04-01", "2026-04-07", "2 working days", True, id="from-wednesday"),
        pytest.param("2026-04-03", "2026-04-07", "1 working day", False, id="from-the-holiday"),
        pytest.param("2026-04-13", "2026-04-20", "5 working days", True, id="a-week"),
        pytest.param("2026-04-13", "2026-04-20", "6 working days", False, id="not-six"),
        pytest.param("2026-04-18", "2026-04-20", "1 working day", False, id="weekend"),
    ],
)
def test_working_days(sent: str, held: str, notice: str, met: bool) -> None:
    assert enough_notice(day(sent), day(held), period(notice), calendar=WEEK).met is met


def test_working_days_need_a_calendar() -> None:
    for calendar in (None, Calendar.model_validate({"holidays": ["2026-04-03"]})):
        told = enough_notice(
            day("2026-01-01"), day("2026-12-31"), period("2 working days"), calendar=calendar
        )
        assert told.met is None
        assert "working days" in told.said
        assert "calendar" in told.asks


@pytest.mark.parametrize(
    ("sent", "held", "notice", "met"),
    [
        pytest.param(day("2026-04-11"), day("2026-04-14"), "48 hours", True, id="agree-enough"),
        pytest.param(day("2026-04-12"), day("2026-04-14"), "48 hours", None, id="depends"),
        pytest.param(day("2026-04-13"), day("2026-04-14"), "48 hours", False, id="agree-short"),
        pytest.param(day("2026-04-13"), day("2026-04-14"), "47 hours", None, id="the-last-possible-hour"),
        pytest.param(day("2026-04-15"), day("2026-04-14"), "1 hour", False, id="after"),
        pytest.param(
            day("2026-04-12"), datetime(2026, 4, 14, 12, tzinfo=UTC), "48 hours", None, id="one-hour-known"
        ),
        pytest.param(
            datetime(2026, 4, 12, 0, tzinfo=UTC), day("2026-04-14"), "48 hours", True, id="sent-at-midnight"
        ),
        pytest.param(
            datetime(2026, 4, 12, 0, 1, tzinfo=UTC), day("2026-04-14"), "48 hours", None, id="a-minute-later"
        ),
        pytest.param(
            datetime(2026, 4, 12, 14, tzinfo=UTC),
            datetime(2026, 4, 14, 14, tzinfo=UTC),
            "48 hours",
            True,
            id="to-the-minute",
        ),
        pytest.param(
            datetime(2026, 4, 12, 14, 0, 1, tzinfo=UTC),
            datetime(2026, 4, 14, 14, tzinfo=UTC),
            "48 hours",
            False,
            id="a-second-short",
        ),
        pytest.param(
            datetime(2026, 4, 12, 14, tzinfo=UTC),
            datetime(2026, 4, 14, 16, tzinfo=MADRID),
            "48 hours",
            True,
            id="two-offsets",
        ),
    ],
)
def test_hours(sent: Moment, held: Moment, notice: str, met: bool | None) -> None:
    told = enough_notice(sent, held, period(notice))
    assert told.met is met
    assert bool(told.asks) is (met is None)
    if met is None:
        assert "hour" in told.asks


@pytest.mark.parametrize(
    ("minutes", "notice", "met", "said"),
    [
        pytest.param(48 * 60, "48 hours", True, "48 hours before 14 April 2026 at 12:00", id="hours"),
        pytest.param(48 * 60 - 1, "48 hours", False, "47 hours and 59 minutes before", id="a-minute-short"),
        pytest.param(61, "1 hour", True, "1 hour and 1 minute before", id="one-of-each"),
        pytest.param(30, "30 minutes", True, "sent 14 April at 11:30, 30 minutes before", id="minutes"),
        pytest.param(29, "30 minutes", False, "29 minutes before", id="minutes-short"),
        pytest.param(0, "1 minute", False, "0 hours before", id="at-once"),
        pytest.param(-1, "1 minute", False, "after 14 April 2026 at 12:00", id="after"),
    ],
)
def test_hours_in_words(minutes: int, notice: str, met: bool, said: str) -> None:
    held = datetime(2026, 4, 14, 12, tzinfo=UTC)
    told = enough_notice(held - timedelta(minutes=minutes), held, period(notice))
    assert told.met is met
    assert said in told.said
