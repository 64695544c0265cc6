"""A conflict is spoken of when the time of its step is over, and not before."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import conflicts

STEPS = """
conflict:
  kinds:
    goal: {route: meeting}
    process: {route: talk}
  steps:
    - {id: talk, within: 7 days, then: mediation}
    - {id: mediation, within: 30 days, then: meeting}
    - {id: meeting, within: 1 month, then: ends}
"""
CAME_UP = """
happened: conflict
id: fair
date: 2026-03-02
conflict: {about: Who speaks at the fair, kind: process}
"""
MEDIATION = """
happened: conflict
follows: fair
date: 2026-03-09
conflict: {step: mediation}
"""
LAST = """
happened: conflict
follows: fair
date: 2026-04-01
conflict: {step: meeting}
"""


@pytest.mark.parametrize(
    ("entries", "charter", "as_of", "expected"),
    [
        pytest.param(
            (CAME_UP,),
            STEPS,
            "2026-03-10",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 1),
            id="a day over the first step",
        ),
        pytest.param(
            (CAME_UP, MEDIATION),
            STEPS,
            "2026-04-09",
            ("conflict-step-over", "mediation", "8 April 2026", "meeting", 1),
            id="a day over the second",
        ),
        pytest.param(
            (CAME_UP, MEDIATION, LAST),
            STEPS,
            "2026-05-02",
            ("conflict-over-time", "meeting", "1 May 2026", "", 1),
            id="a month after the last step",
        ),
        pytest.param(
            (CAME_UP.replace("process", "goal"),),
            STEPS,
            "2026-04-05",
            ("conflict-over-time", "meeting", "2 April 2026", "", 3),
            id="its kind starts at the last step",
        ),
        pytest.param(
            (
                CAME_UP.replace("date: 2026-03-02", "date: 2026-03-20").replace(
                    "kind:", "raised: 2026-03-02, kind:"
                ),
            ),
            STEPS,
            "2026-03-21",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 12),
            id="from the day it came up, not from its note",
        ),
        pytest.param(
            (CAME_UP, LAST.replace("step: meeting", "settled: no")),
            STEPS,
            "2026-04-02",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 24),
            id="said not to be settled",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS,
            "2026-05-08",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 60),
            id="the last day of all steps together",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS,
            "2026-05-09",
            # 7 days to 9 March, 30 to 8 April, a month to 8 May.
            ("conflict-over-time", "talk", "8 May 2026", "mediation", 1),
            id="no step on record in the time of all",
        ),
        pytest.param(
            (CAME_UP, MEDIATION.replace("mediation", "talk")),
            STEPS,
            "2026-05-16",
            ("conflict-over-time", "talk", "15 May 2026", "mediation", 1),
            id="a step on record, and none after it",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS + "  irreconcilable: {test: 90 days are gone and it is still about the same}\n",
            "2026-05-31",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 83),
            id="not as old yet as the charter asks",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS + "  irreconcilable: {test: 90 days are gone and it is still about the same}\n",
            "2026-06-01",
            ("conflict-over-time", "talk", "31 May 2026", "mediation", 1),
            id="older than the charter asks",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS.replace("within: 30 days, ", ""),
            "2027-03-10",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 366),
            id="a later step without a time",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS.replace("then: meeting", "then: talk").replace("    goal: {route: meeting}\n", ""),
            "2026-03-10",
            ("conflict-step-over", "talk", "9 March 2026", "mediation", 1),
            id="steps that go round",
        ),
        pytest.param(
            (CAME_UP, MEDIATION),
            STEPS.replace("then: meeting", "then: the assembly decides"),
            "2026-05-09",
            ("conflict-step-over", "mediation", "8 April 2026", "the assembly decides", 31),
            id="words say what follows",
        ),
        pytest.param(
            (CAME_UP,),
            STEPS.replace("route: talk}", "route: talk, if_still_open: the assembly decides.}"),
            "2027-03-10",
            ("conflict-step-over", "talk", "9 March 2026", "the assembly decides", 366),
            id="words say what follows for its kind",
        ),
    ],
)
def test_a_step_is_over(
    entries: tuple[str, ...], charter: str, as_of: str, expected: tuple[object, ...]
) -> None:
    record = recorded(*entries, charter=charter, as_of=as_of)
    properties = ("conflict_step", "conflict_until", "conflict_next", "conflict_days")
    assert said(conflicts, record, *properties) == [expected]


@pytest.mark.parametrize(
    ("entries", "charter", "as_of"),
    [
        pytest.param((CAME_UP,), STEPS, "2026-03-09", id="the last day of the first step"),
        pytest.param((CAME_UP, MEDIATION), STEPS, "2026-04-08", id="the last day of the second"),
        pytest.param(
            (CAME_UP, MEDIATION.replace("step: mediation", "settled: yes")), STEPS, "2027-03-09", id="settled"
        ),
        pytest.param(
            (CAME_UP, MEDIATION.replace("step: mediation", "settled: no, choice: part")),
            STEPS,
            "2027-03-09",
            id="a choice was made",
        ),
        pytest.param(
            (CAME_UP, "action: letter\nfollows: fair\ndate: 2026-03-05\nballots: {for: [breathe, local-9]}"),
            STEPS,
            "2027-03-09",
            id="a decision on it was carried",
        ),
        pytest.param((CAME_UP,), "", "2027-03-09", id="a charter without steps"),
        pytest.param(
            (CAME_UP,), STEPS.replace("within: 7 days, ", ""), "2027-03-09", id="a step without a time"
        ),
        pytest.param(
            (CAME_UP,),
            STEPS.replace("within: 7 days", "within: 7 working days"),
            "2027-03-09",
            id="working days and no calendar",
        ),
        pytest.param(
            (CAME_UP.replace(", kind: process", ""),),
            STEPS,
            "2027-03-09",
            id="where it starts cannot be told",
        ),
        pytest.param(
            (CAME_UP, LAST),
            STEPS + "  irreconcilable: {test: It is still open after 90 days.}\n",
            "2026-05-31",
            id="the last step is over, and it is not as old yet as the charter asks",
        ),
        pytest.param(
            (CAME_UP.replace("date: 2026-03-02\n", ""),), STEPS, "2027-03-09", id="nobody knows since when"
        ),
    ],
)
def test_nothing_is_said(entries: tuple[str, ...], charter: str, as_of: str) -> None:
    assert said(conflicts, recorded(*entries, charter=charter, as_of=as_of)) == []


def test_two_conflicts_are_two() -> None:
    other = CAME_UP.replace("id: fair", "id: hall").replace("03-02", "03-04")
    record = recorded(CAME_UP, other, charter=STEPS, as_of="2026-03-20")
    assert said(conflicts, record, "conflict_since") == [
        ("conflict-step-over", "2 March 2026"),
        ("conflict-step-over", "4 March 2026"),
    ]


def test_working_days_are_those_of_the_calendar() -> None:
    calendar = "calendar: {working_days: [monday, tuesday, wednesday, thursday, friday]}\n"
    charter = STEPS.replace("within: 7 days", "within: 7 working days") + calendar
    # From Monday 2 March the seventh working day is Wednesday 11 March.
    assert said(conflicts, recorded(CAME_UP, charter=charter, as_of="2026-03-11")) == []
    assert said(conflicts, recorded(CAME_UP, charter=charter, as_of="2026-03-12"), "conflict_until") == [
        ("conflict-step-over", "11 March 2026")
    ]
