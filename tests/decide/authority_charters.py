"""Small charters, and actions asked of them: what the tests of authority share."""

from __future__ import annotations

from datetime import date
from typing import Any

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load
from coalcheck.engine.decide.authority import Authority, authority
from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.source.read import read

DAY = date(2026, 4, 14)


def charter_of(text: str) -> Charter:
    head = "name: Clean Air\npurpose: Stop the deal.\nmembers: [{id: a, name: Alpha}, {id: b}, {id: c}]\n"
    loaded = load(read(head + text, "charter.yaml"))
    assert loaded.charter is not None
    # What happens under a time zone that nobody knows is a matter of some tests.
    wrong = [problem for problem in loaded.problems if problem.kind != "time-zone-unknown"]
    assert not wrong, wrong
    return loaded.charter


def asked(charter: Charter, *, decision: str | None = None, **action: Any) -> Authority:
    return authority(charter, of({"date": "2026-04-14", **action}), DAY, decision=decision)


def clause(found: Authority, part: str = "authority") -> Consulted:
    return next(each for each in found.clauses if each.part == part)


def about(found: Authority, part: str) -> list[Consulted]:
    return [each for each in found.clauses if each.part == part]
