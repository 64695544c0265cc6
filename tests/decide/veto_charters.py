"""Vetoes of small charters, and how they are raised: what the tests of vetoes share."""

from __future__ import annotations

from datetime import date
from typing import Any

LATER = date(2026, 6, 1)
THREE = "passes: at least 3/4 of members"
CARRIED = {"for": ["a", "b", "c"], "against": ["d"]}
SHORT = {"for": ["a", "b"], "against": ["d"]}
GROUP = "groups: {founders: [c, d]}\n"


def veto(terms: str, holders: str = "[d]", over: str = "[act]") -> str:
    return f"vetoes:\n  - {{holders: {holders}, over: {over}, {terms}}}\n"


def raised(**more: Any) -> dict[str, Any]:
    return {"by": "d", "date": "2026-04-15", "reason": "It costs too much.", **more}


VOTE = veto("by: vote")
NOTICE = veto("by: notice")
REASON = veto("by: vote, needs: [reason]")
GIVEN = {"for": ["a", "b", "c"], "d": {"vote": "against", "reason": "It costs too much."}}
WITHIN = veto("by: notice, within: 2 days")
HOURS = veto("by: notice, within: 48 hours")
YEARLY = veto("by: notice, limit: 1 per year")
ROLLING = veto("by: notice, limit: 1 in 12 months")
TWICE = veto("by: notice, limit: 2")
OVER = veto("by: notice, override: at least 2/3 of the other members")
JOINT = GROUP + veto("by: notice, jointly: true", "[founders]")
TWO_OF = GROUP + veto("by: notice, jointly: 2", "[founders, b]")
