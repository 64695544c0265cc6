"""Small charters, and actions asked of them: what the tests of the course of a decision share."""

from __future__ import annotations

from datetime import date
from typing import Any

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load
from coalcheck.engine.decide.authority import Authority, authority
from coalcheck.engine.decide.verdict import Consulted, Part
from coalcheck.engine.source.read import read

DAY = date(2026, 4, 14)
HEAD = """\
name: Clean Air
purpose: Stop the deal.
members: [{id: a, name: Alpha}, {id: b}, {id: devs, count: 9}]
"""


def charter_of(text: str) -> Charter:
    loaded = load(read(HEAD + text, "charter.yaml"))
    assert loaded.charter is not None
    wrong = [problem for problem in loaded.problems if problem.kind != "time-zone-unknown"]
    assert not wrong, wrong
    return loaded.charter


def deciding(decision: str, more: str = "") -> Charter:
    return charter_of(f"decisions: {{statement: {{covers: [speak], {decision}}}}}\n{more}")


def asked(charter: Charter, as_of: date = DAY, **action: Any) -> Authority:
    voted = {"ballots": {"for": ["a"]}} if "status" not in action else {}
    return authority(charter, of({"action": "speak", "date": "2026-04-14", **voted, **action}), as_of)


def about(found: Authority, part: Part) -> list[Consulted]:
    return [each for each in found.clauses if each.part == part]
