"""Vetoes that do not count, by what each lacks."""

from __future__ import annotations

import pytest
from acting import act_of, names, values

VETO = "vetoes:\n  - {holders: [c], over: [speak], needs: [reason], within: 2 days, limit: 1 per year}\n"
LETTER = "action: speak\ndate: 2026-06-01\nballots: {for: [a, b]}\n"


def raised(lines: str) -> str:
    return f"{LETTER}vetoes: [{{{lines}}}]\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("by: a, date: 2026-06-02, reason: No.", ["veto-not-given"], id="none was given to it"),
        pytest.param("by: c, date: 2026-06-02", ["veto-without-needed"], id="no reason"),
        pytest.param("by: c, date: 2026-06-04, reason: No.", ["veto-late"], id="a day late"),
        pytest.param(
            "by: c, date: 2026-06-02, reason: No., earlier: 2026-02-01",
            ["veto-beyond-limit"],
            id="the second in a year",
        ),
        pytest.param(
            "by: c, date: 2026-06-04", ["veto-late", "veto-without-needed"], id="two things at once"
        ),
        pytest.param("by: c, date: 2026-06-03, reason: No.", [], id="it counts"),
        pytest.param(
            "by: c, date: 2026-06-02, reason: No., earlier: 2025-02-01", [], id="the other was last year's"
        ),
        pytest.param("by: a, date: 2026-06-02, withdrawn: yes", [], id="taken back"),
        pytest.param("by: c, reason: No.", [], id="when it came is not on record"),
    ],
)
def test_what_a_veto_lacks(lines: str, expected: list[str]) -> None:
    act = act_of(VETO, raised(lines))
    assert names(act) == expected
    for name in expected:
        assert values(act, name)["veto_why"]


def test_a_veto_that_several_hold_together() -> None:
    charter = "vetoes: [{holders: [b, c], jointly: yes, over: [speak], limit: 1 per year}]\n"
    one = raised("by: c, date: 2026-06-02")

    assert names(act_of(charter, one)) == ["veto-by-too-few"]
    assert names(act_of(charter, one.replace("by: c", "by: [b, c]"))) == []


def test_a_veto_that_was_set_aside_lacked_nothing() -> None:
    charter = "vetoes: [{holders: [c], over: [speak], override: at least 2 members}]\n"
    action = raised("by: c, date: 2026-06-02, override: {for: [a, b]}")

    assert names(act_of(charter, action)) == []
