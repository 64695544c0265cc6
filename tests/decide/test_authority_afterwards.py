"""What comes after a vote: expiry, explanation, and what it needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from course_charters import about, asked, deciding

from coalcheck.engine.charter.charter import Charter


@pytest.mark.parametrize(
    ("action", "as_of", "met"),
    [
        pytest.param({"explained": {"date": "2026-04-15"}}, "2026-04-20", True, id="next-day"),
        pytest.param({"explained": {"date": "2026-04-16"}}, "2026-04-20", None, id="by-the-hour"),
        pytest.param({"explained": {"date": "2026-04-17"}}, "2026-04-20", False, id="late"),
        pytest.param({"explained": {"to": ["all"]}}, "2026-04-20", None, id="day-not-on-record"),
        pytest.param({}, "2026-04-15", None, id="not-due-yet"),
        pytest.param({}, "2026-04-17", False, id="overdue"),
        pytest.param({"status": "open"}, "2026-04-17", None, id="not-decided"),
    ],
)
@pytest.mark.parametrize(
    "charter",
    [
        pytest.param(deciding("explain: 48 hours"), id="of-the-decision"),
        pytest.param(
            deciding("body: board", "bodies: {board: {members: [a], explains: {within: 48 hours}}}\n"),
            id="of-the-body",
        ),
    ],
)
def test_explanation(charter: Charter, action: dict[str, Any], as_of: str, met: bool | None) -> None:
    found = asked(charter, date.fromisoformat(as_of), **action)
    (clause,) = about(found, "explanation")
    assert clause.met is met, clause.said
    assert found.authorised
    assert not found.missing
    assert bool(clause.remedy) is (met is False)


def test_the_decisions_own_time_to_explain_comes_before_that_of_its_body() -> None:
    charter = deciding(
        "body: board, explain: 7 days", "bodies: {board: {members: [a], explains: {within: 1 hour}}}\n"
    )
    assert about(asked(charter, explained={"date": "2026-04-20"}), "explanation")[0].met is True


@pytest.mark.parametrize(
    ("need", "action", "met"),
    [
        pytest.param("reason", {"reason": "The vote is near."}, True, id="reason"),
        pytest.param("reason", {}, None, id="no-reason-on-record"),
        pytest.param("seconds", {"proposed_by": "a", "seconds": "b"}, True, id="seconds"),
        pytest.param("seconds", {"proposed_by": "a", "seconds": "a"}, False, id="by-itself"),
        pytest.param("seconds", {"proposed_by": "devs", "seconds": "devs"}, True, id="another-of-many"),
        pytest.param("seconds", {"proposed_by": "a", "seconds": []}, False, id="by-nobody"),
        pytest.param("seconds", {"proposed_by": "a"}, None, id="no-seconds-on-record"),
        pytest.param(
            "explanation", {"explained": {"date": "2026-04-15"}}, True, id="explanation-without-a-time"
        ),
        pytest.param("explanation", {}, None, id="no-explanation-on-record"),
        pytest.param("notice", {"notice": "2026-04-13"}, True, id="notice-without-a-time"),
        pytest.param("notice", {}, None, id="no-notice-on-record"),
    ],
)
def test_needs(need: str, action: dict[str, Any], met: bool | None) -> None:
    found = asked(deciding(f"needs: [{need}]"), **action)
    (clause,) = about(found, "needs")
    assert clause.met is met
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
    assert clause.cure == ("repeat" if met is False else "")
    assert bool(clause.remedy) is (met is False)


@pytest.mark.parametrize(
    ("action", "as_of", "met"),
    [
        pytest.param({"explained": {"date": "2026-04-15"}}, "2026-04-20", True, id="in-time"),
        pytest.param({"explained": {"date": "2026-04-17"}}, "2026-04-20", False, id="late"),
        pytest.param({}, "2026-04-17", False, id="never"),
        pytest.param({}, "2026-04-14", None, id="not-due-yet"),
        pytest.param({"explained": {"date": "2026-04-16"}}, "2026-04-20", None, id="by-the-hour"),
    ],
)
def test_an_explanation_that_the_decision_needs(action: dict[str, Any], as_of: str, met: bool | None) -> None:
    found = asked(deciding("explain: 48 hours, needs: [explanation]"), date.fromisoformat(as_of), **action)
    assert about(found, "needs")[0].met is met
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
    assert bool(found.awaits) is (as_of == "2026-04-14")


def test_nothing_is_awaited_of_a_vote_that_is_open() -> None:
    found = asked(deciding("explain: 48 hours, needs: [explanation], expires: 1 month"), status="open")
    assert not found.missing
    assert not found.awaits
    assert not about(found, "expiry")


def test_a_proposal_is_not_asked_for_what_can_still_come() -> None:
    charter = deciding(
        "notice: 2 days, needs: [reason, seconds, notice, explanation], explain: 48 hours, expires: 1 month"
    )
    found = asked(charter, status="proposed")
    assert not found.missing
    assert found.authorised
    assert not about(found, "expiry")
