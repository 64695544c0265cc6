"""What a charter's keys make of a vote: one row for each thing that a charter can say about a decision."""

from __future__ import annotations

from typing import Any

import pytest
from counting_table import LATER, TABLE
from small import verdict

from coalcheck.engine.decide.verdict import OUTCOMES


@pytest.mark.parametrize(("text", "action", "outcome", "rests_on"), TABLE)
def test_outcomes(text: str, action: dict[str, Any], outcome: str, rests_on: str) -> None:
    found = verdict(text, LATER, **action)
    assert found.outcome == outcome
    assert {each.part for each in found.clauses if each.decides} >= ({rests_on} - {""})
    assert all(each.met is not False for each in found.clauses if each.decides) is (
        outcome in ("adopted", "indeterminate")
    )
    assert bool(found.missing) is (outcome == "indeterminate")


def test_the_outcomes_are_told_in_their_order() -> None:
    for row in TABLE:
        text, action, _, _ = row.values
        found = verdict(str(text), LATER, **dict(action))  # type: ignore[call-overload]  # a row of the table
        places = [OUTCOMES.index(each) for each in (found.outcome, *found.also)]
        assert places == sorted(places)
