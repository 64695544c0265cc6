"""Staff time and meetings in hours a month: exact, and nothing guessed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from coalcheck.engine.charter.quantity import every_of
from coalcheck.engine.facts.effort import meeting_hours, staff_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("20 hours a month", Fraction(20), id="hours a month"),
        pytest.param("1 hour per week", Fraction(13, 3), id="an hour a week"),
        pytest.param("2.5 hours a month", Fraction(5, 2), id="a decimal"),
        pytest.param("one day a week", Fraction(104, 3), id="a number in words"),
        pytest.param("half a day a month", Fraction(4), id="half a day"),
        pytest.param("12 hours a year", Fraction(1), id="hours a year"),
        pytest.param("1 post", Fraction(520, 3), id="a post"),
        pytest.param("Half a post", Fraction(260, 3), id="half a post"),
        pytest.param("0.5 FTE", Fraction(260, 3), id="half a post by its letters"),
        pytest.param("none", Fraction(0), id="none"),
        pytest.param("20 hours a month, until June", Fraction(20), id="what follows a comma"),
        pytest.param("20 hours a month (the director)", Fraction(20), id="what stands in brackets"),
    ],
)
def test_staff_time_is_counted(text: str, hours: Fraction) -> None:
    assert staff_hours(text) == hours


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(None, id="nothing"),
        pytest.param("what is needed", id="prose"),
        pytest.param("20 hours", id="no period"),
        pytest.param("20 hours a month and more", id="more behind it"),
        pytest.param("10 to 20 hours a month", id="a range"),
        pytest.param("3 people", id="another unit"),
        pytest.param("½ post", id="a sign for a fraction"),
        pytest.param("1. hours a month", id="half a decimal"),
        pytest.param("20", id="a bare number"),
    ],
)
def test_what_could_mean_several_things_is_not_counted(text: str | None) -> None:
    assert staff_hours(text) is None


@pytest.mark.parametrize(
    ("every", "minutes", "hours"),
    [
        pytest.param("month", 30, Fraction(1, 2), id="each month"),
        pytest.param("week", 60, Fraction(13, 3), id="each week"),
        pytest.param("2 weeks", 60, Fraction(13, 6), id="every other week"),
        pytest.param("day", 15, Fraction(65, 12), id="each working day"),
        pytest.param("quarter", 180, Fraction(1), id="each quarter"),
        pytest.param("hour", 5, None, id="each hour, which nobody means"),
        pytest.param("0 days", 5, None, id="never"),
        pytest.param("month", None, None, id="no length"),
        pytest.param("", 30, None, id="no rhythm"),
    ],
)
def test_meetings_are_counted(every: str, minutes: int | None, hours: Fraction | None) -> None:
    assert meeting_hours(every_of(every), minutes) == hours
