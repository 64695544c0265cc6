"""The course of a decision: notice, time to talk, how long voting was open, explanation, expiry and needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from course_charters import about, asked, charter_of, deciding


@pytest.mark.parametrize(
    ("notice", "action", "met"),
    [
        pytest.param("2 clear days", {"notice": "2026-04-11"}, True, id="words-output-2"),
        pytest.param("2 clear days", {"notice": "2026-04-12"}, False, id="short"),
        pytest.param("2 clear days", {}, None, id="not-on-record"),
        pytest.param(
            "2 clear days", {"notice": "2026-04-11", "opened": "2026-04-13"}, False, id="before-it-opens"
        ),
        pytest.param("48 hours", {"notice": "2026-04-12"}, None, id="hour-not-said"),
        pytest.param(
            "48 hours", {"notice": "2026-04-12T10:00Z", "opened": "2026-04-14T10:00Z"}, True, id="hour-said"
        ),
        pytest.param("2 working days", {"notice": "2026-04-01"}, None, id="no-calendar"),
    ],
)
def test_notice_too_short_is_told_and_does_not_undo(
    notice: str, action: dict[str, Any], met: bool | None
) -> None:
    found = asked(deciding(f"notice: {notice}"), **action)
    (clause,) = about(found, "notice")
    assert clause.met is met
    assert clause.text == notice
    assert clause.route == ("decisions", "statement", "notice")
    assert found.authorised
    assert not found.missing
    assert not clause.cure
    assert bool(clause.remedy) is (met is False)


@pytest.mark.parametrize(
    ("action", "met"),
    [
        pytest.param({"notice": "2026-04-11"}, True, id="met"),
        pytest.param({"notice": "2026-04-12"}, False, id="short"),
        pytest.param({}, None, id="not-on-record"),
    ],
)
def test_notice_that_the_decision_needs(action: dict[str, Any], met: bool | None) -> None:
    found = asked(deciding("notice: 2 clear days, needs: [notice]"), **action)
    (clause,) = about(found, "needs")
    assert clause.met is met
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
    assert clause.cure == ("repeat" if met is False else "")


def test_the_last_day_for_notice_is_told_while_there_is_time() -> None:
    found = asked(deciding("notice: 2 clear days"), status="proposed")
    assert "11 April 2026" in about(found, "notice")[0].said


def test_where_the_charter_counts_days_and_where_it_is() -> None:
    assert about(asked(deciding("notice: 3 days"), notice="2026-04-11"), "notice")[0].met is True
    clear = deciding("notice: 3 days", "counting: clear days\n")
    assert about(asked(clear, notice="2026-04-11"), "notice")[0].met is False
    found = asked(deciding("notice: 3 days"), notice="2026-04-11")
    assert any("Notice: the day of sending counts" in note for note in found.notes)
    in_madrid = deciding("notice: 2 clear days", "time_zone: Europe/Madrid\n")
    late = "2026-04-11T23:00Z"
    assert about(asked(deciding("notice: 2 clear days"), notice=late), "notice")[0].met is True
    assert about(asked(in_madrid, notice=late), "notice")[0].met is False
    working = deciding(
        "notice: 2 working days", "calendar: {working_days: [monday], holidays: [2026-04-06]}\n"
    )
    assert about(asked(working, notice="2026-03-30"), "notice")[0].met is True
    assert about(asked(working, notice="2026-03-31"), "notice")[0].met is False


def test_a_zone_that_is_not_known_is_asked_for() -> None:
    charter = deciding("notice: 2 clear days", "time_zone: Mars/Olympus\nterm: {ends: 2026-12-31}\n")
    assert not asked(charter, notice="2026-04-11").missing
    found = asked(charter, date="2026-04-14T10:00Z")
    assert any("Mars/Olympus" in each for each in found.missing)
    assert about(found, "term")[0].met is None


@pytest.mark.parametrize(
    ("action", "met"),
    [
        pytest.param({"notice": "2026-03-31"}, True, id="long-enough"),
        pytest.param({"notice": "2026-04-01"}, False, id="a-day-short"),
        pytest.param({"notice": "2026-03-31", "opened": "2026-04-13"}, False, id="until-it-opens"),
        pytest.param({}, None, id="not-on-record"),
    ],
)
def test_deliberation(action: dict[str, Any], met: bool | None) -> None:
    found = asked(deciding("deliberation: 14 days"), **action)
    (clause,) = about(found, "deliberation")
    assert clause.met is met
    assert bool(clause.remedy) is (met is False)
    assert found.authorised


INPUT = charter_of("""\
bodies: {board: {members: [a, b], input: {how: open paper, at_least: 7 days before deciding}}}
decisions: {statement: {covers: [speak], body: board}}
""")


@pytest.mark.parametrize(
    ("action", "met"),
    [
        pytest.param({"notice": "2026-04-07"}, [True], id="seven-days"),
        pytest.param({"notice": "2026-04-08"}, [False], id="six-days"),
        pytest.param({"notice": "2026-04-07", "input_until": "2026-04-14"}, [True], id="same-day"),
        pytest.param(
            {"notice": "2026-04-07", "input_until": "2026-04-15"}, [False, True], id="decided-before"
        ),
        pytest.param({}, [], id="not-on-record"),
    ],
)
def test_views_before_a_body_decides(action: dict[str, Any], met: list[bool]) -> None:
    clauses = about(asked(INPUT, **action), "deliberation")
    assert [each.met for each in clauses] == met
    assert all(bool(each.remedy) is (each.met is False) for each in clauses)


@pytest.mark.parametrize(
    ("window", "opened", "closes", "met"),
    [
        pytest.param("10 days", "2026-04-01", "2026-04-10", True, id="both-days-counted"),
        pytest.param("10 days", "2026-04-01", "2026-04-11", True, id="ten-days-later"),
        pytest.param("10 days", "2026-04-01", "2026-04-09", False, id="shorter"),
        pytest.param("10 days", "2026-04-01", "2026-04-12", False, id="longer"),
        pytest.param("at least 10 days", "2026-04-01", "2026-04-12", True, id="longer-is-allowed"),
        pytest.param("at least 10 days", "2026-04-01", "2026-04-09", False, id="shorter-is-not"),
        pytest.param("1 hour", "2026-04-14T10:00Z", "2026-04-14T11:00Z", True, id="an-hour"),
        pytest.param("1 hour", "2026-04-14T10:00Z", "2026-04-14T10:59Z", False, id="a-minute-short"),
        pytest.param("1 hour", "2026-04-14", "2026-04-14", None, id="hours-not-said"),
        pytest.param("10 days", "2026-04-01", None, None, id="still-open"),
    ],
)
def test_the_window(window: str, opened: str, closes: str | None, met: bool | None) -> None:
    action: dict[str, Any] = {"opened": opened, "closes": closes} if closes else {"opened": opened}
    found = asked(deciding(f"window: {window}"), **action)
    (clause,) = about(found, "window")
    assert clause.met is met, clause.said
    assert found.authorised
    assert ("shorter" in clause.said) is (
        met is False and (closes or "") in ("2026-04-09", "2026-04-14T10:59Z")
    )
    assert ("longer" in clause.said) is (met is False and closes == "2026-04-12")
    assert bool(clause.remedy) is (met is False)


@pytest.mark.parametrize(
    ("action", "as_of", "met", "cure"),
    [
        pytest.param({"done": "2026-10-14"}, "2026-12-01", True, "", id="last-day"),
        pytest.param({"done": "2026-10-15"}, "2026-12-01", False, "ratify", id="lapsed"),
        pytest.param({"done": "yes"}, "2026-12-01", None, "", id="day-not-on-record"),
        pytest.param({}, "2026-04-14", True, "", id="still-stands"),
        pytest.param({}, "2026-10-15", None, "", id="not-carried-out"),
        pytest.param({"done": "no"}, "2026-10-15", None, "", id="on-record-as-not"),
    ],
)
def test_expiry(action: dict[str, Any], as_of: str, met: bool | None, cure: str) -> None:
    found = asked(deciding("expires: 6 months"), date.fromisoformat(as_of), **action)
    (clause,) = about(found, "expiry")
    assert (clause.met, clause.cure) == (met, cure)
    assert bool(found.missing) is (action == {"done": "yes"})
    assert ("it has lapsed" in clause.said) is (as_of == "2026-10-15")
    assert ("statement" in clause.remedy) is (met is False)
