"""Hours, clocks that change, and days of which only the year is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.moment import Moment, Year
from coalcheck.engine.charter.electorate import Calendar
from coalcheck.engine.charter.quantity import Period, period_of
from coalcheck.engine.decide.timing import Terms, enough_notice, last_day_to_send, open_for
from coalcheck.engine.wording.number import in_words

MADRID = ZoneInfo("Europe/Madrid")
NEW_YORK = ZoneInfo("America/New_York")
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


def test_the_year_is_said_where_it_is_another() -> None:
    told = enough_notice(date(2025, 12, 20), date(2026, 1, 20), period("1 month"))
    assert told.said == (
        "sent 20 December 2025, and 1 month from then is 20 January: in time for 20 January 2026"
    )
    told = enough_notice(date(2025, 11, 20), date(2026, 1, 20), period("1 month"))
    assert "is 20 December 2025: in time" in told.said


@pytest.mark.parametrize(
    ("sent", "held", "met"),
    [
        pytest.param(
            datetime(2026, 3, 28, 12, tzinfo=MADRID),
            datetime(2026, 3, 30, 12, tzinfo=MADRID),
            False,
            id="spring-takes-an-hour",
        ),
        pytest.param(
            datetime(2026, 3, 28, 11, tzinfo=MADRID),
            datetime(2026, 3, 30, 12, tzinfo=MADRID),
            True,
            id="spring-made-up",
        ),
        pytest.param(
            datetime(2026, 10, 24, 13, tzinfo=MADRID),
            datetime(2026, 10, 26, 12, tzinfo=MADRID),
            True,
            id="autumn-gives-an-hour",
        ),
        pytest.param(date(2026, 3, 28), date(2026, 3, 31), None, id="spring-days"),
        pytest.param(date(2026, 3, 21), date(2026, 3, 24), True, id="ordinary-days"),
        pytest.param(date(2026, 10, 24), date(2026, 10, 27), True, id="autumn-days"),
    ],
)
def test_clocks_that_change(sent: Moment, held: Moment, met: bool | None) -> None:
    assert enough_notice(sent, held, period("48 hours"), zone="Europe/Madrid").met is met


@pytest.mark.parametrize(
    ("zone", "met"),
    [
        # 23:30 in New York on the 11th is the 12th in UTC and in Madrid.
        pytest.param("America/New_York", True, id="where-it-was-written"),
        pytest.param("Europe/Madrid", False, id="in-another-zone"),
        pytest.param(None, False, id="in-utc"),
    ],
)
def test_a_day_is_a_day_in_the_charters_zone(zone: str | None, met: bool) -> None:
    sent = datetime(2026, 4, 11, 23, 30, tzinfo=NEW_YORK)
    told = enough_notice(sent, date(2026, 4, 14), period("2 clear days"), zone=zone)
    assert told.met is met
    assert ("UTC" in told.note) is (zone is None)


def test_a_zone_that_is_not_known_is_asked_for_only_where_it_matters() -> None:
    days = enough_notice(date(2026, 4, 11), date(2026, 4, 14), period("2 clear days"), zone="Mars/Olympus")
    assert days.met is True
    for sent, notice in ((datetime(2026, 4, 11, 9, tzinfo=UTC), "2 days"), (date(2026, 4, 1), "48 hours")):
        told = enough_notice(sent, date(2026, 4, 14), period(notice), zone="Mars/Olympus")
        assert told.met is None
        assert "Mars/Olympus" in told.asks


@pytest.mark.parametrize(
    ("sent", "held", "notice", "met"),
    [
        pytest.param(Year(2014), date(2016, 1, 14), "14 days", True, id="whatever-the-day"),
        pytest.param(Year(2015), date(2015, 12, 14), "14 days", None, id="depends"),
        pytest.param(Year(2016), date(2015, 12, 14), "14 days", False, id="after"),
        pytest.param(Year(2014), Year(2015), "2 clear days", None, id="two-years"),
        pytest.param(Year(2014), Year(2016), "1 year", True, id="years-apart"),
        pytest.param(Year(2014), Year(2015), "48 hours", None, id="hours"),
    ],
)
def test_only_the_year_is_known(sent: Moment, held: Moment, notice: str, met: bool | None) -> None:
    told = enough_notice(sent, held, period(notice))
    assert told.met is met
    assert ("On which day of" in told.asks) is (met is None)


@pytest.mark.parametrize(
    ("opened", "closes", "window", "met"),
    [
        pytest.param(date(2026, 4, 1), date(2026, 4, 7), "7 days", True, id="closing-day-belongs-to-it"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 6), "7 days", False, id="six"),
        pytest.param(
            date(2026, 4, 1), datetime(2026, 4, 7, 12, tzinfo=UTC), "7 days", False, id="closed-at-noon"
        ),
        pytest.param(
            date(2026, 4, 1), datetime(2026, 4, 8, 12, tzinfo=UTC), "7 days", True, id="a-day-later"
        ),
        pytest.param(date(2026, 4, 1), date(2026, 4, 1), "1 hour", None, id="an-hour-of-a-day"),
        pytest.param(
            datetime(2026, 4, 1, 9, tzinfo=UTC),
            datetime(2026, 4, 1, 10, tzinfo=UTC),
            "1 hour",
            True,
            id="an-hour",
        ),
    ],
)
def test_open_for(opened: Moment, closes: Moment, window: str, met: bool | None) -> None:
    assert open_for(Terms(), opened, closes, period(window)) is met


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
PERIODS = st.builds(
    Period,
    st.integers(0, 40),
    st.sampled_from(("day", "week", "month", "quarter", "year", "hour", "minute")),
    st.none(),
) | st.builds(Period, st.integers(0, 40), st.just("day"), st.sampled_from(("clear", "working")))


@given(DAYS, st.integers(-3, 60), st.integers(0, 40), st.sampled_from((None, "clear", "working")))
def test_days_are_those_of_the_calendar(
    sent: date, apart: int, number: int, manner: Literal["clear", "working"] | None
) -> None:
    held = sent + timedelta(days=apart)
    between = [sent + timedelta(days=i) for i in range(max(apart, 0))]
    if manner == "clear":
        between = between[1:]
    if manner == "working":
        between = [each for each in between if each.weekday() < 5 and each not in WEEK.holidays]
    told = enough_notice(sent, held, Period(number, "day", manner), calendar=WEEK)
    assert told.met is (apart >= 0 and len(between) >= number)
    if apart > 0 and len(between) > 0:
        assert f"{in_words(len(between))} " in told.said


@given(DAYS, st.integers(0, 400), PERIODS)
def test_sent_earlier_or_held_later_never_harms(sent: date, apart: int, length: Period) -> None:
    held = sent + timedelta(days=apart)
    order = {False: 0, None: 1, True: 2}
    now = order[enough_notice(sent, held, length, calendar=WEEK).met]
    assert order[enough_notice(sent - timedelta(days=1), held, length, calendar=WEEK).met] >= now
    assert order[enough_notice(sent, held + timedelta(days=1), length, calendar=WEEK).met] >= now


@given(DAYS, st.integers(0, 5), st.integers(0, 130), st.lists(st.integers(0, 1439), min_size=2, max_size=2))
def test_a_bare_date_says_what_every_hour_of_it_says(
    sent: date, apart: int, hours: int, at: list[int]
) -> None:
    held = sent + timedelta(days=apart)
    bare = enough_notice(sent, held, Period(hours, "hour"), zone="Europe/Madrid").met
    moments = [
        (datetime(each.year, each.month, each.day, tzinfo=MADRID) + timedelta(minutes=minute)).astimezone(UTC)
        for each, minute in zip((sent, held), at, strict=True)
    ]
    exact = enough_notice(moments[0], moments[1], Period(hours, "hour"), zone="Europe/Madrid").met
    assert exact is not None
    assert bare in (exact, None)


@given(DAYS, PERIODS)
def test_the_last_day_to_send_is_the_last(held: date, length: Period) -> None:
    terms = Terms()
    last = last_day_to_send(terms, held, length)
    if length.manner == "working":
        assert last is None
        return
    assert last is not None
    assert enough_notice(last, held, length).met is True
    assert enough_notice(last + timedelta(days=1), held, length).met is not True
