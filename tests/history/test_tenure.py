"""Who was a member when: by the charter and by the record."""

from __future__ import annotations

from datetime import date

import pytest
from recording import recorded

from coalcheck.engine.history.tenure import departures, member_id, members_through

CHARTER = """
name: Clean Air
members:
  - {id: breathe, name: Breathe Easy}
  - {id: local-9, in: {from: 2026-01-01, to: 2026-06-30}}
  - {id: parents, in: [{to: 2025-03-31}, {from: 2026-02-01}]}
  - {id: crowd, count: 40}
decisions: {change: {covers: [amend], passes: all members}}
"""


def left(day: str, text: str = "{who: breathe}", more: str = "") -> str:
    return f"happened: leaving\ndate: {day}\n{more}leaving: {text}"


@pytest.mark.parametrize(
    ("entries", "as_of", "days"),
    [
        pytest.param([], "2026-12-01", ["2026-06-30"], id="by the charter; one is back"),
        pytest.param([], "2026-06-30", [], id="the last day is a day in it"),
        pytest.param(
            [], "2025-12-01", ["2025-03-31"], id="between two stretches, and one that is still to come"
        ),
        pytest.param([left("2026-03-01")], "2026-12-01", ["2026-03-01", "2026-06-30"], id="by the record"),
        pytest.param(
            [left("2026-03-01", "{who: breathe, last_day: 2026-09-30}")],
            "2026-12-01",
            ["2026-06-30", "2026-09-30"],
            id="its last day",
        ),
        pytest.param(
            [left("2026-03-01", "{who: breathe, last_day: 2027-09-30}")],
            "2026-12-01",
            ["2026-06-30"],
            id="a last day to come",
        ),
        pytest.param(
            [left("2026-05-01", "{who: local-9}")],
            "2026-12-01",
            ["2026-06-30"],
            id="both tell of one departure, the record of its notice",
        ),
        pytest.param(
            [
                left("2026-05-01", "{who: local-9, last_day: 2026-05-31}"),
                left("2026-06-02", "{who: local-9}"),
            ],
            "2026-12-01",
            ["2026-05-31"],
            id="both, and the record names the last day",
        ),
        pytest.param(
            [
                left("2026-03-01", "{reason_asked: no}", "id: gone\n"),
                left("2026-04-01", "{handover: yes}", "follows: gone\n"),
            ],
            "2026-12-01",
            ["2026-04-01", "2026-06-30"],
            id="two entries on one that is not named",
        ),
        pytest.param(
            [left("2026-03-01", "{handover: yes}"), left("2026-04-01", "{handover: yes}")],
            "2026-12-01",
            ["2026-03-01", "2026-04-01", "2026-06-30"],
            id="two that are not named",
        ),
    ],
)
def test_departures(entries: list[str], as_of: str, days: list[str]) -> None:
    record = recorded(*entries, charter=CHARTER, as_of=as_of)
    assert [each.day.isoformat() for each in departures(record)] == days


@pytest.mark.parametrize(
    ("entries", "first", "last", "expected"),
    [
        pytest.param(
            [], "2026-02-01", "2026-06-30", ["breathe", "local-9", "parents"], id="all but the crowd"
        ),
        pytest.param([], "2026-02-01", "2026-07-01", ["breathe", "parents"], id="one left in between"),
        pytest.param([], "2026-01-31", "2026-02-01", ["breathe", "local-9"], id="one was away"),
        pytest.param(
            [left("2026-03-01")], "2026-02-01", "2026-06-30", ["local-9", "parents"], id="left on record"
        ),
        pytest.param(
            [left("2026-03-01", "{who: breathe, last_day: 2026-09-30}")],
            "2026-02-01",
            "2026-06-30",
            ["breathe", "local-9", "parents"],
            id="a last day behind the stretch",
        ),
        pytest.param(
            ["happened: joining\ndate: 2026-03-01\njoining: {who: Breathe Easy}"],
            "2026-02-01",
            "2026-06-30",
            ["local-9", "parents"],
            id="came in on record, by its name",
        ),
        pytest.param(
            ["happened: joining\ndate: 2026-01-01\njoining: {who: breathe}"],
            "2026-02-01",
            "2026-06-30",
            ["breathe", "local-9", "parents"],
            id="came in before",
        ),
    ],
)
def test_members_through(entries: list[str], first: str, last: str, expected: list[str]) -> None:
    record = recorded(*entries, charter=CHARTER)
    found = members_through(record, date.fromisoformat(first), date.fromisoformat(last))
    assert [each.id for each in found] == expected


def test_a_member_is_known_by_its_id_and_its_name() -> None:
    charter = recorded(charter=CHARTER).charter
    assert [member_id(charter, word) for word in ("breathe", "Breathe Easy", "nobody", None)] == [
        "breathe",
        "breathe",
        None,
        None,
    ]
