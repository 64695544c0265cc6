"""What is due by a promise, a plan, a commitment or a decision, and what shows it done."""

from __future__ import annotations

from datetime import date

import pytest
from recording import due, recorded

from coalcheck.engine.history.due import NEVER_OVERDUE, dues

PROMISED = (
    "id: leaflet\nhappened: promise\ndate: 2026-05-01\n"
    "promise: {member: parents, what: The leaflet., due: 2026-06-01}"
)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([PROMISED], [("2026-06-01", "", "")], id="open"),
        pytest.param(
            [PROMISED, "happened: promise\nfollows: leaflet\ndate: 2026-05-20\npromise: {kept: yes}"],
            [("2026-06-01", "", "decisions/001.yaml")],
            id="kept",
        ),
        pytest.param(
            [PROMISED, "happened: promise\nfollows: leaflet\ndate: 2026-06-20\npromise: {kept: no}"],
            [],
            id="not kept: nobody waits for it",
        ),
        pytest.param(
            [
                PROMISED,
                "happened: promise\nfollows: leaflet\ndate: 2026-05-20\n"
                "promise: {told: yes, new_day: 2026-07-01}",
            ],
            [("2026-07-01", "", "")],
            id="put off",
        ),
        pytest.param(
            [
                PROMISED,
                "id: again\nhappened: promise\nfollows: leaflet\ndate: 2026-06-02\n"
                "promise: {kept: no, new_day: 2026-07-01}",
                "happened: promise\nfollows: again\ndate: 2026-06-30\npromise: {kept: yes}",
            ],
            [("2026-07-01", "", "decisions/002.yaml")],
            id="put off, then kept; told of the later entry",
        ),
        pytest.param(
            [
                PROMISED,
                "happened: promise\nfollows: leaflet\ndate: 2026-05-20\n"
                "promise: {told: yes, new_day: 2026-07-01, kept: 2026-06-30}",
            ],
            [("2026-07-01", "", "decisions/001.yaml")],
            id="put off and kept, told in one entry",
        ),
        pytest.param(
            [
                PROMISED,
                "happened: promise\nfollows: leaflet\ndate: 2026-05-20\npromise: {kept: yes}",
                "happened: promise\nfollows: leaflet\ndate: 2026-06-20\npromise: {new_day: 2026-07-01}",
            ],
            [("2026-07-01", "", "")],
            id="a new day after it was thought done",
        ),
        pytest.param(
            ["happened: promise\ndate: 2026-05-01\npromise: {member: parents, what: The leaflet}"],
            [],
            id="without a day",
        ),
    ],
)
def test_promises(entries: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert due(recorded(*entries), "promise") == expected


PLAN = """
happened: review
date: 2026-06-01
review:
  plan:
    - {what: Ask the crews, owner: parents, by: 2026-09-01}
    - {what: A page for the press., owner: breathe, by: 2026-08-01, done: yes}
    - {what: Meet the port}
"""


def test_what_was_planned_at_the_latest_review_is_due() -> None:
    older = "happened: review\ndate: 2026-03-01\nreview: {plan: [{what: Old, by: 2026-04-01}]}"
    kept = "happened: promise\ndate: 2026-08-30\npromise: {what: ask the crews., kept: 2026-08-30}"

    assert due(recorded(older, PLAN), "plan") == [
        ("2026-08-01", "", "decisions/001.yaml"),
        ("2026-09-01", "", ""),
    ]
    assert due(recorded(PLAN, kept), "plan")[1] == ("2026-09-01", "", "decisions/001.yaml")


def test_what_comes_by_itself() -> None:
    charter = """
    name: Clean Air
    term: {starts: 2026-01-01, ends: 2027-12-31}
    members:
      - {id: breathe, commits: {staff: 2 hours, by: 2026-05-01}}
      - {id: local-9, inducements: [{from: breathe, what: a desk, until: 2026-07-01}]}
      - {id: parents, standing: {status: suspended, from: 2026-06-01, to: 2026-08-01}}
    decisions:
      letter: {covers: [speak], passes: more than half of members, expires: 3 months}
      rest: {covers: [suspend], passes: all the other members}
    """
    record = recorded(
        "action: letter\ntitle: The letter\ndate: 2026-05-02\nballots: {for: [breathe, local-9]}",
        "action: letter\ntitle: Done\ndate: 2026-05-02\ndone: 2026-05-03\nballots: {for: [breathe, local-9]}",
        "action: rest\nsubject: local-9\nuntil: 2026-09-09\ndate: 2026-05-02\n"
        "ballots: {for: [breathe, parents]}",
        charter=charter,
    )

    found = {(each.what, str(each.day)) for each in dues(record)}
    assert found >= {
        ("commitment", "2026-05-01"),
        ("inducement-end", "2026-07-01"),
        ("suspension-end", "2026-08-01"),
        ("suspension-end", "2026-09-09"),
        ("lapse", "2026-08-02"),
        ("end", "2027-12-31"),
    }
    assert [each.said for each in dues(record) if each.what == "lapse"] == [
        "the last day for carrying out The letter"
    ]
    assert not any(each.overdue(date(2030, 1, 1)) for each in dues(record) if each.what in NEVER_OVERDUE)


def test_no_phrase_names_anybody() -> None:
    charter = "term: {starts: 2026-01-01, ends: 2029-12-31}\nrenewal: {every: year}"
    members = {"parents", "breathe", "local-9"}
    phrases = [each.said for each in dues(recorded(PROMISED, PLAN, charter=charter))]
    assert phrases
    assert not [each for each in phrases if members & set(each.split())]
