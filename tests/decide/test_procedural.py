"""What a meeting may do about itself without a quorum, and what it may not."""

from __future__ import annotations

from typing import Any

import pytest
from small import FOUR, act, clauses, verdict

from coalcheck.engine.charter.kinds import KINDS, PROCEDURAL
from coalcheck.engine.decide.procedural import DEFAULT, NO_QUORUM

QUORUM = act("passes: more than half of votes cast, quorum: at least 3 members")
ALONE = {"for": ["a"]}


@pytest.mark.parametrize("kind", PROCEDURAL)
@pytest.mark.parametrize(
    ("ballots", "outcome"),
    [
        pytest.param(ALONE, "adopted", id="one-alone"),
        pytest.param({"for": ["a", "b"], "against": ["c"]}, "adopted", id="most"),
        pytest.param({"for": ["a"], "against": ["b"]}, "rejected", id="half"),
        pytest.param({"abstain": ["a"]}, "rejected", id="nobody-for"),
    ],
)
def test_no_decision_has_to_cover_it(kind: str, ballots: dict[str, Any], outcome: str) -> None:
    found = verdict(QUORUM, action=kind, ballots=ballots)
    assert (found.outcome, found.decision) == (outcome, kind)
    (rule,) = clauses(found, "rule")
    assert (rule.text, rule.default, rule.route) == ("more than half of votes cast", DEFAULT, None)
    assert clauses(found, "quorum") == []
    assert NO_QUORUM in found.notes
    # What is said to stand in the charter stands there.
    assert all(each.route is None or each.route[:2] != ("decisions", kind) for each in found.clauses)


@pytest.mark.parametrize(
    ("decisions", "ballots", "outcome"),
    [
        pytest.param("meet: {covers: [adjourn], passes: all members, quorum: all members}", ALONE,
                     "rejected", id="its-own-rule-holds"),
        pytest.param("meet: {covers: [adjourn], passes: at least 1 member, quorum: all members}", ALONE,
                     "adopted", id="its-quorum-does-not"),
        pytest.param("adjourn: {covers: [adjourn], passes: at least 1 member, quorum: all members}", ALONE,
                     "adopted", id="a-decision-of-that-name"),
        pytest.param("adjourn: {covers: [adjourn], passes: at least 2 members}", ALONE,
                     "rejected", id="a-rule-of-that-name"),
    ],
)  # fmt: skip
def test_where_the_charter_covers_it(decisions: str, ballots: dict[str, Any], outcome: str) -> None:
    found = verdict(f"{FOUR}decisions:\n  {decisions}\n", action="adjourn", ballots=ballots)
    assert found.outcome == outcome
    assert all(each.default != DEFAULT for each in found.clauses)


@pytest.mark.parametrize("kind", ["act", "speak"])
def test_everything_else_needs_its_quorum(kind: str) -> None:
    found = verdict(QUORUM, action=kind, ballots=ALONE)
    assert found.outcome == "no-quorum"
    assert NO_QUORUM not in found.notes


def test_no_charter_has_to_cover_them() -> None:
    assert not set(PROCEDURAL) & set(KINDS)


def test_the_body_that_meets_is_the_one_that_decides() -> None:
    text = act("passes: all members", "bodies: {board: {members: [a, b]}}\n")
    found = verdict(text, action="recess", body="board", ballots={"for": ["a"], "against": ["c", "d"]})
    assert found.outcome == "adopted"
