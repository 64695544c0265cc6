"""The goal's own day, as the purpose or the sign that it is reached names it."""

from __future__ import annotations

from datetime import date

import pytest
from recording import recorded

from coalcheck.engine.history.goal_day import goal_day
from coalcheck.engine.source.node import Route

PURPOSE: Route = ("purpose",)


def found(purpose: str, reached: str = "") -> tuple[date, Route] | None:
    lines = f'purpose: "{purpose}"\n'
    if reached:
        lines += f'goal_end: {{reached_when: "{reached}", declared_by: change}}\n'
    return goal_day(recorded(charter=lines).charter)


@pytest.mark.parametrize(
    ("purpose", "day"),
    [
        pytest.param("Stop the deal before the vote on 30 September 2026.", date(2026, 9, 30), id="a day"),
        pytest.param("Stop it by September 30, 2026.", date(2026, 9, 30), id="the month first"),
        pytest.param("Stop it by the 3rd of May 2027.", date(2027, 5, 3), id="an ordinal"),
        pytest.param("Stop it by 2026-09-30.", date(2026, 9, 30), id="as in a file"),
        pytest.param(
            "End evictions by March 2027.", date(2027, 3, 31), id="a month is over with its last day"
        ),
        pytest.param("End evictions before March 2027.", date(2027, 3, 1), id="before a month"),
        pytest.param("Cut visits by the end of 2029.", date(2029, 12, 31), id="the end of a year"),
        pytest.param("Cut visits by 2029.", date(2029, 12, 31), id="a year"),
        pytest.param("Cut visits before 2029.", date(2029, 1, 1), id="before a year"),
        pytest.param("Cut visits before the end of 2029.", date(2029, 12, 31), id="before the end of a year"),
        pytest.param("Win on 1 May 2026 and on 9 June 2026.", date(2026, 6, 9), id="the last of several"),
        pytest.param("Win by 29 February 2028.", date(2028, 2, 29), id="a leap day"),
    ],
)
def test_a_day_in_the_purpose(purpose: str, day: date) -> None:
    assert found(purpose) == (day, PURPOSE)


@pytest.mark.parametrize(
    "purpose",
    [
        pytest.param("Stop the deal before the vote.", id="none named"),
        pytest.param("Keep the law of 2026 in force.", id="a year that is a name"),
        pytest.param("Put all 2030 families under a roof.", id="a number"),
        pytest.param("Win by 30 February 2026.", id="a day that never was"),
        pytest.param("Cut May and March fares.", id="months without a year"),
    ],
)
def test_no_day(purpose: str) -> None:
    assert found(purpose) is None


def test_the_sign_is_read_where_the_purpose_names_no_day() -> None:
    assert found("Stop it.", "In force by 1 May 2027.") == (date(2027, 5, 1), ("goal_end", "reached_when"))
    assert found("Stop it by 1 June 2026.", "In force by 1 May 2027.") == (date(2026, 6, 1), PURPOSE)
