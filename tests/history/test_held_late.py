"""A first review that was held late is told once it is held, and only where that is certain."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import held_late

TERM = "term: {starts: 2026-01-01, ends: 2027-12-31, first_review: 2026-03-31}"
MEETING = "happened: meeting\ndate: 2026-01-10"


def review(day: str, more: str = "") -> str:
    return f"happened: review\ndate: {day}\n{more}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([MEETING, review("2026-04-01")], (1, "1 day"), id="a day late"),
        pytest.param([MEETING, review("2026-05-30")], (60, "60 days"), id="nearly two months"),
        pytest.param([MEETING, review("2026-05-31")], (61, "2 months"), id="two months"),
        pytest.param([MEETING, review("2026-12-31")], (275, "9 months"), id="nine"),
        pytest.param(
            [MEETING, review("2026-04-01"), review("2026-06-01")], (1, "1 day"), id="the first counts"
        ),
        pytest.param(
            [MEETING, review("2026-05-31", "review: {of: renewal}")],
            (61, "2 months"),
            id="a talk on going on is one",
        ),
        pytest.param(
            ["happened: meeting\ndate: 2026-03-31", review("2026-04-30")],
            (30, "30 days"),
            id="kept from that day on",
        ),
    ],
)
def test_how_late_it_was(entries: list[str], expected: tuple[int, str]) -> None:
    found = said(held_late, recorded(*entries, charter=TERM), "late_days", "late_by")
    assert found == [("first-review-late", *expected)]


@pytest.mark.parametrize(
    ("entries", "charter", "as_of"),
    [
        pytest.param([MEETING, review("2026-03-31")], TERM, "2027-01-01", id="on its day"),
        pytest.param([MEETING, review("2026-02-28")], TERM, "2027-01-01", id="before it"),
        pytest.param([MEETING], TERM, "2027-01-01", id="not held: that is overdue, and said elsewhere"),
        pytest.param([MEETING, review("2026")], TERM, "2027-01-01", id="only its year is known"),
        pytest.param(
            [MEETING, review("2026-06-01", "review: {of: value}")], TERM, "2027-01-01", id="of something else"
        ),
        pytest.param([review("2026-06-01")], TERM, "2027-01-01", id="the record begins after that day"),
        pytest.param([MEETING, review("2026-06-01")], TERM, "2028-01-01", id="after the end"),
        pytest.param([MEETING, review("2026-06-01")], f"{TERM}\nstage: pilot", "2027-01-01", id="a pilot"),
        pytest.param([MEETING, review("2026-06-01")], "", "2027-01-01", id="no term"),
        pytest.param([], TERM, "2027-01-01", id="nothing on record"),
    ],
)
def test_nothing_is_said(entries: list[str], charter: str, as_of: str) -> None:
    assert said(held_late, recorded(*entries, charter=charter, as_of=as_of)) == []
