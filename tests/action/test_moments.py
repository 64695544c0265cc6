"""Days, instants and years: read exactly, on the clocks of the charter, or refused with what to write."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from coalcheck.engine.action.moment import (
    ZONE,
    Moment,
    UnknownZone,
    Year,
    moment_of,
    told_moment,
    zone_of,
)

MADRID = ZoneInfo("Europe/Madrid")
IN_MADRID = {ZONE: MADRID}


def refused(written: object, context: dict[str, Any] | None = None) -> dict[str, Any]:
    with pytest.raises(PydanticCustomError) as caught:
        moment_of(written, context or {})
    return {"kind": caught.value.type, **(caught.value.context or {})}


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        pytest.param("2026-04-03", date(2026, 4, 3), id="a day"),
        pytest.param("2024-02-29", date(2024, 2, 29), id="a leap day"),
        pytest.param("2026-04-03T14:00Z", datetime(2026, 4, 3, 14, tzinfo=UTC), id="UTC"),
        pytest.param("2026-04-03T14:00:30Z", datetime(2026, 4, 3, 14, 0, 30, tzinfo=UTC), id="seconds"),
        pytest.param("2026-04-03 14:00+02:00", datetime(2026, 4, 3, 12, tzinfo=UTC), id="a blank for the T"),
        pytest.param("2026-04-03T14:00 -05:30", datetime(2026, 4, 3, 19, 30, tzinfo=UTC), id="behind UTC"),
        pytest.param("2026-04-03T00:00", datetime(2026, 4, 3, tzinfo=UTC), id="UTC where nothing is said"),
        pytest.param("1978", Year(1978), id="a year"),
        pytest.param(1978, Year(1978), id="a year as a number"),
    ],
)
def test_what_is_read(written: object, moment: Moment) -> None:
    assert moment_of(written, {}) == moment
    assert type(moment_of(written, {})) is type(moment)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        pytest.param("03/04/2026", "2026-04-03 (3 April 2026)", id="two readings"),
        pytest.param("3 April 2026", "Write 2026-04-03.", id="in words"),
        pytest.param("2026-02-30", "What can stand here", id="no such day"),
        pytest.param("2026-04-03T24:00", "What can stand here", id="hour 24"),
        pytest.param("2026-04-03T14", "What can stand here", id="an hour alone"),
        pytest.param("2026-04-03T2:00 pm", "2026-04-03T14:00+02:00", id="twelve hours"),
        pytest.param("2026-04-03T14:00+2", "2026-04-03T14:00+02:00", id="half an offset"),
        pytest.param("2026-02-30T14:00", "What can stand here", id="a time of no day"),
        pytest.param("26", "What can stand here", id="a short year"),
        pytest.param(3026, "What can stand here", id="a far year"),
        pytest.param(True, "What can stand here", id="yes"),
        pytest.param(["2026-04-03"], "What can stand here", id="a list"),
        pytest.param("today", "What can stand here", id="a word"),
        pytest.param("２０２６-04-03", "What can stand here", id="other digits"),
    ],
)
def test_what_is_refused(written: object, advice: str) -> None:
    said = refused(written)
    assert said["kind"] == "date-unclear"
    assert advice in said["suggestion"]


def test_a_time_without_offset_is_on_the_clocks_of_the_charter() -> None:
    assert moment_of("2026-04-03T14:00", IN_MADRID) == datetime(2026, 4, 3, 12, tzinfo=UTC)
    assert moment_of("2026-01-03T14:00", IN_MADRID) == datetime(2026, 1, 3, 13, tzinfo=UTC)


def test_an_instant_lies_on_the_day_of_the_charter() -> None:
    late = moment_of("2026-04-03T23:30-05:00", IN_MADRID)
    assert isinstance(late, datetime)
    assert late.date() == date(2026, 4, 4)


def test_hours_between_two_instants_are_those_that_passed() -> None:
    """Python subtracts two times of one zone by their clocks: 24 hours where 23 passed."""
    before, after = (moment_of(f"2026-03-{day}T12:00", IN_MADRID) for day in (28, 29))
    assert isinstance(before, datetime)
    assert isinstance(after, datetime)
    assert after - before == timedelta(hours=23)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        pytest.param("2026-03-29T02:30", "there was none that day", id="left out"),
        pytest.param("2026-10-25T02:30", "2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00", id="twice"),
    ],
)
def test_the_hour_of_a_change_is_asked_for(written: str, advice: str) -> None:
    said = refused(written, IN_MADRID)
    assert said["kind"] == "time-unclear"
    assert advice in said["suggestion"]
    assert isinstance(moment_of(f"{written}+01:00", IN_MADRID), datetime)


@pytest.mark.parametrize("written", ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T03:00"])
def test_the_minutes_beside_a_change_are_plain(written: str) -> None:
    assert isinstance(moment_of(written, IN_MADRID), datetime)


def test_a_zone_that_is_not_known_asks_for_the_offset() -> None:
    nowhere = {ZONE: "Europe/Nowhere"}
    assert "Europe/Nowhere" in refused("2026-04-03T14:00", nowhere)["suggestion"]
    assert moment_of("2026-04-03T14:00+02:00", nowhere) == datetime(2026, 4, 3, 12, tzinfo=UTC)
    assert moment_of("2026-04-03", nowhere) == date(2026, 4, 3)


@pytest.mark.parametrize("name", ["Europe/Nowhere", "", "../../etc/passwd", "/etc/passwd", "Europe", "a\0b"])
def test_no_zone(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone_of(name)


@pytest.mark.parametrize("name", [None, "UTC", "Europe/Madrid", "America/St_Johns"])
def test_zones(name: str | None) -> None:
    assert zone_of(name) is not None


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1000, 1, 3), datetime(2999, 12, 29), timezones=OFFSETS))
def test_an_instant_keeps_its_place_in_time(instant: datetime) -> None:
    instant = instant.replace(microsecond=0)
    for context in ({}, IN_MADRID):
        read = moment_of(instant.isoformat(), context)
        assert read == instant
        # Before there were time zones clocks differed by seconds, which no offset is written with.
        if instant.year > 1901:
            assert moment_of(told_moment(read), context) == read


@given(st.datetimes(datetime(1980, 1, 3), datetime(2037, 12, 29)))
def test_a_clock_time_is_read_once_or_asked_for(time: datetime) -> None:
    time = time.replace(second=0, microsecond=0)
    twice = {time.replace(tzinfo=MADRID, fold=fold).astimezone(UTC) for fold in (0, 1)}
    assume(len(twice) == 1)
    read = moment_of(time.isoformat(timespec="minutes"), IN_MADRID)
    assert {read} == twice


@given(st.one_of(st.text(), st.integers(), st.booleans(), st.none(), st.dates().map(str)))
def test_nothing_but_a_moment_or_a_refusal(written: object) -> None:
    kind = ""
    try:
        moment: object = moment_of(written, IN_MADRID)
    except PydanticCustomError as error:
        moment, kind = None, error.type
    assert isinstance(moment, date | Year) or kind in {"date-unclear", "time-unclear"}
