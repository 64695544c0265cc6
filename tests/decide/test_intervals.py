"""The days between which nobody comes, goes or changes place, against every single day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from deciding import charter_of
from kept_charters import DATED

from coalcheck.engine.decide.intervals import Intervals
from coalcheck.engine.roll.electorate import Membership


def test_nothing_changes_within_an_interval_and_something_may_at_its_edge() -> None:
    """Every day of two years against the first day of its interval."""
    charter = charter_of(DATED)
    intervals = Intervals(charter)
    seen: dict[int, Membership] = {}
    for number in range(730):
        day = date(2025, 7, 1) + timedelta(days=number)
        here = Membership(charter, on=day)
        first = seen.setdefault(intervals.at(day), here)
        for body in (None, "board", "circle"):
            assert here.electorate(body) == first.electorate(body), day
    edges = [date(2026, 5, 1), date(2026, 7, 1), date(2026, 3, 15), date(2026, 4, 1), date(2026, 8, 1)]
    for edge in edges:
        assert intervals.at(edge) != intervals.at(edge - timedelta(days=1)), edge
    assert len(seen) < 20


@pytest.mark.parametrize(
    "dated",
    [
        pytest.param("members:\n  - {id: a, in: [{from: 2026-05-01}]}\n", id="membership"),
        pytest.param(
            "members:\n  - {id: a, standing: [{status: arrears, from: 2026-05-01}]}\n", id="standing"
        ),
        pytest.param("groups:\n  g: [{members: [b], valid: {from: 2026-05-01}}]\n", id="a group"),
        pytest.param("weights:\n  w: [{values: {b: 1}, valid: {from: 2026-05-01}}]\n", id="a weight"),
        pytest.param("bodies:\n  k: {members: [b], valid: {from: 2026-05-01}}\n", id="a body"),
        pytest.param("vetoes:\n  - {holders: [b], over: [act], valid: {from: 2026-05-01}}\n", id="a veto"),
        pytest.param("members:\n  - {id: a, in: [{to: 2026-04-30}]}\n", id="the day after the last one"),
    ],
)
def test_each_date_is_an_edge(dated: str) -> None:
    members = "members:\n  - {id: b}\n"
    text = dated + "  - {id: b}\n" if dated.startswith("members") else members + dated
    uses = {"groups": "at least 1 g member", "weights": "at least half of w"}
    passes = uses.get(dated.partition(":")[0], "all members")
    body = ", body: k" if dated.startswith("bodies") else ""
    charter = charter_of(f"{text}decisions:\n  act: {{covers: [speak], passes: {passes}{body}}}\n")
    intervals = Intervals(charter)
    assert intervals.at(date(2026, 4, 30)) != intervals.at(date(2026, 5, 1))
    assert intervals.at(date(2026, 5, 1)) == intervals.at(date.max)
    assert intervals.at(date.min) == intervals.at(date(2026, 4, 30))
