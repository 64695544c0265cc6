"""Reasons to look at where the members stand, where nobody has looked since."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import occasions

BEGIN = "happened: meeting\ndate: 2026-01-10"
REVIEW = "happened: review\ndate: {}"
EVENT = "why_now: {event: The vote., date: 2026-09-30}"
GIVEN = """
name: Clean Air
members:
  - {id: breathe}
  - id: local-9
    inducements: [{from: breathe, what: a desk., until: 2026-05-31}]
    in: [{from: 2026-01-01MORE}]
  - {id: parents}
decisions: {change: {covers: [amend, dissolve], passes: all members}}
"""
TRIGGER = "happened: trigger\nid: law\ndate: 2026-06-01\ntrigger: The law has changed."


@pytest.mark.parametrize(
    ("entries", "charter", "expected"),
    [
        pytest.param(
            [BEGIN],
            EVENT,
            ("event-held", {"event_days": 93, "event": "The vote", "event_on": "30 September 2026"}),
            id="the event is over",
        ),
        pytest.param(
            [BEGIN, REVIEW.format("2026-09-29")],
            EVENT.replace("event: The vote., ", ""),
            ("event-held", {"event_days": 93, "event": "the event", "event_on": "30 September 2026"}),
            id="a review the day before",
        ),
        pytest.param(
            [BEGIN],
            GIVEN.replace("MORE", ""),
            ("inducement-ended", {"ended_days": 215, "given": "a desk", "given_until": "31 May 2026"}),
            id="what was given has ended",
        ),
        pytest.param(
            [TRIGGER],
            "",
            (
                "trigger-unreviewed",
                {"trigger_days": 214, "trigger": "The law has changed", "trigger_on": "1 June 2026"},
            ),
            id="a reason for a review",
        ),
        pytest.param(
            [
                TRIGGER.replace("trigger: The law", "trigger: {what: The law").replace(
                    "ed.", "ed, talked: no}"
                )
            ],
            "",
            (
                "trigger-unreviewed",
                {"trigger_days": 214, "trigger": "The law has changed", "trigger_on": "1 June 2026"},
            ),
            id="said not to be talked about",
        ),
        pytest.param(
            [
                "happened: leaving\ndate: 2026-02-01\nleaving: {who: parents, last_day: 2026-03-01}",
                "happened: leaving\ndate: 2026-11-01\nleaving: {who: local-9, last_day: 2026-12-01}",
            ],
            "",
            (
                "two-left",
                {
                    "left_days": 31,
                    "left_in_all": 2,
                    "first_left": "1 March 2026",
                    "second_left": "1 December 2026",
                },
            ),
            id="two left",
        ),
    ],
)
def test_nobody_has_looked(entries: list[str], charter: str, expected: tuple[str, dict[str, object]]) -> None:
    found = list(occasions.matters(recorded(*entries, charter=charter)))
    assert [(each.name, dict(each.values)) for each in found] == [expected]
    said(occasions, recorded(*entries, charter=charter))


LEFT = "happened: leaving\ndate: {0}\nleaving: {{who: {1}}}"


@pytest.mark.parametrize(
    ("entries", "charter"),
    [
        pytest.param([BEGIN, REVIEW.format("2026-09-30")], EVENT, id="a review on the day of the event"),
        pytest.param(
            [BEGIN, "happened: goal\ndate: 2026-10-01\ngoal: {declared: open}"],
            EVENT,
            id="the goal is said to be open",
        ),
        pytest.param(
            [BEGIN, "action: renew\ndate: 2026-10-01\nballots: {for: [breathe, local-9, parents]}"],
            EVENT,
            id="renewed since",
        ),
        pytest.param([BEGIN], EVENT.replace("2026", "2027"), id="the event is ahead"),
        pytest.param(
            [BEGIN], EVENT + "\npurpose: Win the vote of 30 September 2026.", id="the goal has its own day"
        ),
        pytest.param([], EVENT, id="nothing is on record"),
        pytest.param([BEGIN], EVENT + "\nterm: {ends: 2026-12-01}", id="it has ended"),
        pytest.param(
            [BEGIN, REVIEW.format("2026-06-02")],
            GIVEN.replace("MORE", ""),
            id="a review since what was given ended",
        ),
        pytest.param([BEGIN], GIVEN.replace("MORE", ", to: 2026-06-30"), id="that member has left"),
        pytest.param([BEGIN], GIVEN.replace("MORE", "").replace("2026-05", "2027-05"), id="still given"),
        pytest.param([TRIGGER, REVIEW.format("2026-06-01")], "", id="a review on the day"),
        pytest.param([TRIGGER, REVIEW.format("2026-11-01")], "", id="a review, if late"),
        pytest.param(
            [TRIGGER, "happened: trigger\nfollows: law\ndate: 2026-06-09\ntrigger: {talked: yes}"],
            "",
            id="talked about",
        ),
        pytest.param([LEFT.format("2026-03-01", "parents")], "", id="one left"),
        pytest.param(
            [LEFT.format("2025-03-01", "parents"), LEFT.format("2026-03-02", "local-9")],
            "",
            id="a year and a day apart",
        ),
        pytest.param(
            [
                LEFT.format("2026-02-01", "parents"),
                LEFT.format("2026-03-01", "local-9"),
                REVIEW.format("2026-03-01"),
            ],
            "",
            id="a review since two left",
        ),
        pytest.param(
            [LEFT.format("2026-02-01", "parents"), LEFT.format("2026-03-01", "parents")],
            "",
            id="one, told of twice",
        ),
    ],
)
def test_nothing_is_said(entries: list[str], charter: str) -> None:
    assert said(occasions, recorded(*entries, charter=charter)) == []


def test_two_within_a_year_to_the_day() -> None:
    record = recorded(LEFT.format("2025-03-01", "parents"), LEFT.format("2026-03-01", "local-9"))
    assert said(occasions, record, "left_in_all") == [("two-left", 2)]
