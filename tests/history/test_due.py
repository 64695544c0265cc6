"""What is due by the charter, when, and what shows it done."""

from __future__ import annotations

import pytest
from recording import due, recorded, review

TERM = "term: {starts: 2026-01-01, ends: 2028-12-31}\n"
LONG = "term: {starts: 2026-01-01, ends: 2029-12-31}\n"
ALL = "ballots: {for: [breathe, local-9, parents]}"


@pytest.mark.parametrize(
    ("charter", "entries", "what", "expected"),
    [
        pytest.param(
            TERM, [], "first-review", [("2026-04-01", "", "")], id="first review: three months in"
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2028-12-31, first_review: 2026-05-05}",
            [review("2026-07-01")],
            "first-review",
            [("2026-05-05", "", "decisions/000.yaml")],
            id="first review: the charter's day; a late one counts",
        ),
        pytest.param(
            TERM, [review("2026-03-01", "value")], "first-review", [("2026-04-01", "", "")],
            id="first review: one of value is another thing",
        ),
        pytest.param(
            TERM, ["happened: review"], "first-review", [("2026-04-01", "", "decisions/000.yaml")],
            id="first review: held on a day that nobody wrote down",
        ),
        pytest.param(
            LONG + "renewal: {every: 12 months, at_latest: 18 months}", [], "renewal",
            [("2027-01-01", "2027-07-01", "")], id="renewal: from the start",
        ),
        pytest.param(
            LONG + "renewal: {every: 12 months, at_latest: 18 months}",
            [review("2026-10-15", "renewal")],
            "renewal",
            [("2027-10-15", "2028-04-15", "")],
            id="renewal: from the last talk",
        ),
        pytest.param(
            LONG + "renewal: {every: 12 months}",
            [f"action: renew\ndate: 2026-11-15\n{ALL}"],
            "renewal",
            [("2027-11-15", "", "")],
            id="renewal: from the last decision to go on",
        ),
        pytest.param(
            LONG + "renewal: {every: 12 months}",
            ["action: renew\ndate: 2026-11-15\nballots: {for: [breathe]}"],
            "renewal",
            [("2027-01-01", "", "")],
            id="renewal: one that was not carried does not count",
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2026-12-31}\nrenewal: {every: 12 months}", [], "renewal", [],
            id="renewal: not after the end",
        ),
        pytest.param(
            LONG + "value: {review: {every: quarter, first: 2026-03-01}}", [], "value-review",
            [("2026-03-01", "", "")], id="review of value: the first",
        ),
        pytest.param(
            LONG + "value: {review: {every: quarter, first: 2026-03-01}}",
            [review("2026-03-10", "value")],
            "value-review",
            [("2026-06-10", "", "")],
            id="review of value: a quarter after the last",
        ),
        pytest.param(
            LONG + "conflict: {exercise: {every: 12 months}}", [], "exercise", [("2027-01-01", "", "")],
            id="exercise: from the start",
        ),
        pytest.param(
            LONG + "conflict: {exercise: {every: 12 months, first: 2026-04-15}}",
            ["happened: exercise\ndate: 2026-04-20"],
            "exercise",
            [("2027-04-20", "", "")],
            id="exercise: a year after the last",
        ),
        pytest.param(LONG + "check_ins: {every: month}", [], "check-in", [], id="check-in: none on record"),
        pytest.param(
            LONG + "check_ins: {every: month}",
            [
                "happened: meeting\ndate: 2026-11-30",
                "happened: meeting\ndate: 2026-12-09\nmeeting: {kind: group}",
            ],
            "check-in",
            [("2026-12-30", "2027-01-30", "")],
            id="check-in: that of a group is no check-in",
        ),
        pytest.param(
            LONG + "first_win: {what: A leaflet, by: 2026-03-01}",
            ["happened: result\ndate: 2026-03-09"],
            "first-win",
            [("2026-03-01", "", "decisions/000.yaml")],
            id="first success: any result, even late",
        ),
        pytest.param(
            LONG + "integration: {sprints: [{id: one, to: 2026-02-01}, {id: two, to: 2026-05-01}]}",
            ["happened: sprint\ndate: 2026-01-20\nabout: Sprint one"],
            "sprint",
            [("2026-02-01", "", "decisions/000.yaml"), ("2026-05-01", "", "")],
            id="sprint: of several the one that is named",
        ),
        pytest.param(
            LONG + "integration: {sprints: [{id: one, to: 2026-02-01}]}",
            ["happened: sprint\ndate: 2026-01-20"],
            "sprint",
            [("2026-02-01", "", "decisions/000.yaml")],
            id="sprint: the only one needs no name",
        ),
        pytest.param(
            LONG + "purpose: Win by 1 June 2026.",
            ["happened: goal\ndate: 2026-05-01\ngoal: {declared: open}"],
            "goal",
            [("2026-06-01", "", "")],
            id="goal: open before its day says nothing of that day",
        ),
        pytest.param(
            LONG + "purpose: Win by 1 June 2026.",
            ["happened: goal\ndate: 2026-06-01\ngoal: {declared: open}"],
            "goal",
            [("2026-06-01", "", "decisions/000.yaml")],
            id="goal: open on its day",
        ),
        pytest.param(
            LONG + "purpose: Win by 1 June 2026.",
            ["happened: goal\ndate: 2026-04-01\ngoal: {declared: out of reach}"],
            "goal",
            [("2026-06-01", "", "decisions/000.yaml")],
            id="goal: over before its day",
        ),
        pytest.param(
            TERM, [], "decision-on-end", [("2028-11-01", "2028-12-31", "")], id="end: sixty days before"
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2027-01-31}",
            [f"action: renew\nuntil: 2027-12-31\ndate: 2026-11-15\n{ALL}"],
            "end",
            [("2027-12-31", "", "")],
            id="end: a later one that was decided",
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2027-01-31}",
            [f"action: dissolve\ndate: 2026-11-15\n{ALL}"],
            "decision-on-end",
            [("2026-12-02", "2027-01-31", "decisions/000.yaml")],
            id="end: decided to end",
        ),
        pytest.param(
            "stage: pilot\nterm: {starts: 2026-09-01, ends: 2026-11-30}",
            [review("2026-10-15")],
            "pilot-end",
            [("2026-11-30", "", "")],
            id="pilot: looked back on too early",
        ),
        pytest.param(
            "stage: pilot\nterm: {starts: 2026-09-01, ends: 2026-11-30}", [], "first-review", [],
            id="pilot: its end is its review",
        ),
        pytest.param(
            "stage: ended\nterm: {starts: 2026-01-01, ends: 2026-11-30}\n"
            "winding_up: {finished_within: 6 months}",
            [],
            "winding-up",
            [("2027-05-30", "", "")],
            id="after the end: winding up",
        ),
        pytest.param(
            "stage: ended\nterm: {starts: 2026-01-01, ends: 2026-11-30}\nrenewal: {every: 3 months}",
            [],
            "renewal",
            [],
            id="after the end: no renewal",
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2026-11-30}", [], "first-review", [],
            id="after the last day: no review of what is over",
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2026-11-30}\npurpose: Win by 1 June 2026.", [], "goal",
            [("2026-06-01", "", "")], id="after the last day: what became of the goal",
        ),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2026-11-30}\ncheck_ins: {every: month}",
            ["happened: meeting\ndate: 2026-09-30"], "check-in", [],
            id="after the last day: no more check-ins",
        ),
        pytest.param(
            "stage: exploring\nterm: {starts: 2026-01-01, ends: 2026-11-30}", [], "first-review", [],
            id="exploring: nothing",
        ),
        pytest.param(
            "kind: body\nterm: {starts: 2026-01-01, ends: 2026-11-30}", [], "first-review", [],
            id="a standing body: nothing",
        ),
    ],
)  # fmt: skip
def test_what_is_due(
    charter: str, entries: list[str], what: str, expected: list[tuple[str, str, str]]
) -> None:
    assert due(recorded(*entries, charter=charter), what) == expected
