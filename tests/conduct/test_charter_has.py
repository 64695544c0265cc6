"""What the charter has for something that happened, clause by clause, with what the record shows of it."""

from __future__ import annotations

import pytest
from acting import act_of

from coalcheck.engine.conduct.terms import charter_has

EXIT = """\
exit:
  notice: 14 days
  in_writing_to: all members
  reason_needed: no
  money_back: unspent share
  joint_texts: its name stays on what is out
  continues_after: [confidence of testimonies]
breach: {pay_after_leaving: Only what fell due before.}
"""


def told(charter: str, event: str) -> dict[str, str]:
    return {term.label: term.said for term in charter_has(act_of(charter, event))}


def test_what_holds_when_a_member_leaves() -> None:
    event = "happened: leaving\ndate: 2026-05-01\nleaving: {who: c, money_back: 2026-05-20}\n"

    assert told(EXIT, event) == {
        "Notice": "14 days; it can go on 15 May 2026",
        "In writing": "to all members",
        "Reason": "none is needed",
        "Money back": "unspent share; done 20 May 2026",
        "Joint texts": "its name stays on what is out",
        "Afterwards": "confidence of testimonies",
        "Still owed": "Only what fell due before",
    }


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param("last_day: 2026-05-15", "14 days; kept: given 1 May, 14 days (1 to 14 May)", id="kept"),
        pytest.param("last_day: 2026-05-14", "14 days; not kept: given 1 May", id="not kept"),
        pytest.param("last_day: 2026-05-14, sooner_agreed: yes", "; the others agreed to it", id="agreed to"),
        pytest.param(
            "notice: 2026-05-02", "14 days; it can go on 16 May 2026", id="from the day of the notice"
        ),
    ],
)
def test_the_arithmetic_of_the_notice(lines: str, said: str) -> None:
    event = f"happened: leaving\ndate: 2026-05-01\nleaving: {{who: c, {lines}}}\n"
    assert said in told(EXIT, event)["Notice"]


def test_a_line_is_the_one_in_the_file() -> None:
    act = act_of(EXIT, "happened: leaving\ndate: 2026-05-01\nleaving: {who: c}\n")

    for term in charter_has(act):
        assert act.charter_document.lines[term.line - 1].strip().startswith(f"{term.route[-1]}:") or (
            term.label == "Still owed"
        )


def test_a_member_that_comes_in() -> None:
    charter = "joining: {decision: admission, asks: [wants, offers], integration: A month., recount: yes}\n"
    event = "happened: joining\ndate: 2026-05-01\njoining: {who: Delta, integration: yes, recount: no}\n"

    assert told(charter, event) == {
        "Decided by": "admission",
        "Gone through": "wants; offers",
        "Finding its way": "A month; done",
        "Rules recounted": "yes; not done",
    }


LEVELS = """\
breach:
  minor: {is: [late answer], done: The two talk within 7 days.}
  major: {done: All meet., hearing: It speaks first., measures: [a pause]}
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            "level: minor",
            {
                "Small matter": "late answer",
                "What follows": "The two talk within 7 days (until 8 May 2026); not on record yet",
            },
            id="a small matter, still open",
        ),
        pytest.param(
            "level: minor, talked: yes", {"What follows": "The two talk within 7 days; done"}, id="talked"
        ),
        pytest.param(
            "level: major, meeting: 2026-05-03, heard: no",
            {
                "What follows": "All meet; done 3 May 2026",
                "Hearing": "It speaks first; not done",
                "May end in": "a pause",
            },
            id="a grave matter",
        ),
        pytest.param("what: [late answer]", {}, id="not weighed"),
    ],
)
def test_something_was_not_kept(lines: str, expected: dict[str, str]) -> None:
    found = told(LEVELS, f"happened: breach\ndate: 2026-05-01\nbreach: {{{lines}}}\n")
    assert found.items() >= expected.items()
    assert bool(found) is bool(expected)


def test_a_statement() -> None:
    charter = "messaging: {mode: own voices, nobody_says: [any name], no_surprise: A day before.}\n"
    event = "happened: statement\ndate: 2026-05-01\nstatement: {by: a}\n"

    assert told(charter, event) == {
        "Voices": "own voices",
        "No surprise": "A day before",
        "Nobody says": "any name",
    }


@pytest.mark.parametrize(
    "event",
    [
        pytest.param("happened: leaving\ndate: 2026-05-01\nleaving: {who: c}\n", id="no terms of leaving"),
        pytest.param("happened: meeting\ndate: 2026-05-01\n", id="nothing is agreed on it"),
        pytest.param("action: speak\ndate: 2026-05-01\n", id="a decision"),
    ],
)
def test_where_the_charter_has_nothing(event: str) -> None:
    assert told("", event) == {}
