"""Vetoes: who holds one over what, whether a use counts, and what is told of one that did not decide."""

from __future__ import annotations

from typing import Any

import pytest
from small import act, verdict
from veto_charters import (
    CARRIED,
    GIVEN,
    GROUP,
    HOURS,
    JOINT,
    LATER,
    NOTICE,
    OVER,
    REASON,
    ROLLING,
    SHORT,
    THREE,
    TWICE,
    TWO_OF,
    VOTE,
    WITHIN,
    YEARLY,
    raised,
    veto,
)

TABLE = [
    pytest.param(VOTE, {"ballots": CARRIED}, "vetoed", True, id="a vote against"),
    pytest.param(
        VOTE, {"ballots": {"for": ["a", "b", "c"], "abstain": "d"}}, "adopted", None, id="an abstention"
    ),
    pytest.param(
        VOTE, {"ballots": {"for": ["a", "b", "d"], "against": "c"}}, "adopted", None, id="who holds none"
    ),
    pytest.param(
        VOTE,
        {"ballots": {"for": ["a", "b", "c"]}, "vetoes": [raised()]},
        "adopted",
        False,
        id="a notice where only a vote is one",
    ),
    pytest.param(REASON, {"ballots": CARRIED}, "adopted", False, id="no reason given"),
    pytest.param(REASON, {"ballots": GIVEN}, "vetoed", True, id="a reason with the ballot"),
    pytest.param(REASON, {"ballots": CARRIED, "vetoes": [raised()]}, "vetoed", True, id="a reason beside it"),
    pytest.param(NOTICE, {"ballots": CARRIED}, "adopted", None, id="a vote against where a notice is needed"),
    pytest.param(NOTICE, {"ballots": CARRIED, "vetoes": [raised()]}, "vetoed", True, id="a notice"),
    pytest.param(
        NOTICE, {"ballots": CARRIED, "vetoes": [raised(withdrawn=True)]}, "adopted", False, id="withdrawn"
    ),
    pytest.param(
        NOTICE, {"ballots": CARRIED, "vetoes": [raised(withdrawn=False)]}, "vetoed", True, id="kept up"
    ),
    pytest.param(NOTICE, {"ballots": CARRIED, "vetoes": [raised(by="c")]}, "adopted", False, id="of another"),
    pytest.param(
        veto("by: notice", over="[speak]"),
        {"ballots": CARRIED, "vetoes": [raised()]},
        "vetoed",
        True,
        id="over the kind",
    ),
    pytest.param(
        veto("by: notice", over="[all]"),
        {"ballots": CARRIED, "vetoes": [raised()]},
        "vetoed",
        True,
        id="over everything",
    ),
    pytest.param(
        veto("by: notice", over="[spend]"),
        {"ballots": CARRIED, "vetoes": [raised()]},
        "adopted",
        False,
        id="over another kind",
    ),
    pytest.param(
        veto("by: notice, valid: {to: 2026-04-13}"),
        {"ballots": CARRIED, "vetoes": [raised()]},
        "adopted",
        False,
        id="no longer in force",
    ),
    pytest.param(
        veto("by: notice, valid: {to: 2026-04-14}"),
        {"ballots": CARRIED, "vetoes": [raised()]},
        "vetoed",
        True,
        id="in force on its last day",
    ),
    pytest.param(
        veto("needs: [reason]"),
        {"ballots": CARRIED, "vetoes": [raised()]},
        "vetoed",
        True,
        id="by a notice where nothing is said",
    ),
    pytest.param(
        veto("needs: [reason]"), {"ballots": GIVEN}, "adopted", None, id="not by a vote where nothing is said"
    ),
    pytest.param(
        veto("by: notice, needs: [reason]"),
        {"ballots": CARRIED, "vetoes": [raised(reason=" ")]},
        "adopted",
        False,
        id="an empty reason",
    ),
    pytest.param(
        WITHIN, {"ballots": CARRIED, "vetoes": [raised(date="2026-04-16")]}, "vetoed", True, id="in time"
    ),
    pytest.param(
        WITHIN, {"ballots": CARRIED, "vetoes": [raised(date="2026-04-17")]}, "adopted", False, id="late"
    ),
    pytest.param(
        WITHIN, {"ballots": CARRIED, "vetoes": [raised(date="2026-04-10")]}, "vetoed", True, id="ahead"
    ),
    pytest.param(
        WITHIN,
        {"ballots": CARRIED, "vetoes": [raised(date="2026-04-17")], "explained": {"date": "2026-04-15"}},
        "vetoed",
        True,
        id="counted from the written notice",
    ),
    pytest.param(
        HOURS,
        {"ballots": CARRIED, "vetoes": [raised(date="2026-04-16")]},
        "indeterminate",
        None,
        id="the hour would tell",
    ),
    pytest.param(
        WITHIN, {"ballots": CARRIED, "vetoes": [raised(date=None)]}, "indeterminate", None, id="no date"
    ),
    pytest.param(
        WITHIN,
        {"ballots": SHORT, "vetoes": [raised(date=None)]},
        "rejected",
        None,
        id="no date, and it does not matter",
    ),
    pytest.param(
        YEARLY,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2026-01-02"])]},
        "adopted",
        False,
        id="used this year",
    ),
    pytest.param(
        YEARLY,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2025-12-31"])]},
        "vetoed",
        True,
        id="used last year",
    ),
    pytest.param(
        ROLLING,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2025-12-31"])]},
        "adopted",
        False,
        id="used within twelve months",
    ),
    pytest.param(
        ROLLING,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2025-04-14"])]},
        "vetoed",
        True,
        id="used longer ago",
    ),
    pytest.param(
        ROLLING,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2025"])]},
        "indeterminate",
        None,
        id="used on a day not known",
    ),
    pytest.param(
        TWICE,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2020-01-01"])]},
        "vetoed",
        True,
        id="the second",
    ),
    pytest.param(
        TWICE,
        {"ballots": CARRIED, "vetoes": [raised(earlier=["2020-01-01", "2021-01-01"])]},
        "adopted",
        False,
        id="the third",
    ),
    pytest.param(
        OVER,
        {"ballots": CARRIED, "vetoes": [raised(override={"for": ["a", "b"]})]},
        "adopted",
        False,
        id="set aside by two of the three others",
    ),
    pytest.param(
        OVER,
        {"ballots": CARRIED, "vetoes": [raised(override={"for": ["a", "d"]})]},
        "vetoed",
        True,
        id="its holder does not count",
    ),
    pytest.param(
        OVER,
        {"ballots": CARRIED, "vetoes": [raised(override_tally={"for": 3})]},
        "adopted",
        False,
        id="set aside by count",
    ),
    pytest.param(
        OVER,
        {"ballots": CARRIED, "vetoes": [raised(override_tally={"for": 2})]},
        "indeterminate",
        None,
        id="its holder may be among those counted",
    ),
    pytest.param(
        NOTICE,
        {"ballots": CARRIED, "vetoes": [raised(override={"for": ["a", "b", "c"]})]},
        "vetoed",
        True,
        id="nothing sets it aside",
    ),
    pytest.param(
        JOINT, {"ballots": CARRIED, "vetoes": [raised()]}, "adopted", False, id="one of two founders"
    ),
    pytest.param(
        JOINT, {"ballots": CARRIED, "vetoes": [raised(by=["c", "d"])]}, "vetoed", True, id="both founders"
    ),
    pytest.param(
        JOINT,
        {"ballots": CARRIED, "vetoes": [raised(), raised(by="c")]},
        "vetoed",
        True,
        id="both founders, one after the other",
    ),
    pytest.param(
        JOINT, {"ballots": CARRIED, "vetoes": [raised(), raised()]}, "adopted", False, id="one founder twice"
    ),
    pytest.param(
        TWO_OF, {"ballots": CARRIED, "vetoes": [raised(by=["b", "d"])]}, "vetoed", True, id="two of three"
    ),
    pytest.param(
        GROUP + veto("by: vote, jointly: true", "[founders]"),
        {"ballots": {"for": ["a", "b", "c"], "against": "d"}},
        "adopted",
        False,
        id="one founder's vote",
    ),
]


@pytest.mark.parametrize(("more", "action", "outcome", "counts"), TABLE)
def test_whether_a_veto_counts(more: str, action: dict[str, Any], outcome: str, counts: bool | None) -> None:
    found = verdict(act(THREE, more), LATER, **action)
    assert found.outcome == outcome
    assert [each.counts for each in found.vetoes][-1:] == (
        [] if counts is None and not found.vetoes else [counts]
    )
    if outcome == "vetoed":
        assert {each.part for each in found.clauses if each.decides} == {"veto"}
