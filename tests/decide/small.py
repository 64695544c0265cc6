"""Small charters and actions for tests of what is counted: four members, and one decision called act."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Consulted, Counted, Verdict
from coalcheck.engine.source.read import read

HEAD = """\
coalcheck: 1
name: A coalition
kind: body
purpose: Show how votes are counted.
"""
FOUR = """\
members:
  - {id: a, name: Alpha}
  - {id: b, name: Beta}
  - {id: c, name: Gamma}
  - {id: d, name: Delta}
"""
MEETING = {"action": "act", "date": "2026-04-14", "notice": "2026-04-01", "proposed_by": "a"}


@lru_cache(maxsize=256)
def charter_of(text: str) -> Charter:
    loaded = load(read((HEAD + text).encode(), "charter.yaml"))
    assert loaded.charter is not None
    return loaded.charter


def act(decision: str, more: str = "", members: str = FOUR) -> str:
    """A charter whose one decision has these keys, in one line; and what else it says."""
    return f"{members}{more}decisions:\n  act: {{covers: [speak], {decision}}}\n"


def verdict(text: str, as_of: date | None = None, *, changes: bool = False, **action: Any) -> Verdict:
    """What the charter says of an action on 14 April 2026; a key that is None is left out."""
    values = {key: value for key, value in {**MEETING, **action}.items() if value is not None}
    return decide(charter_of(text), of(values), as_of=as_of, changes=changes)


def clauses(found: Verdict, part: str) -> list[Consulted]:
    return [each for each in found.clauses if each.part == part]


def clause(found: Verdict, part: str) -> Consulted:
    (one,) = clauses(found, part)
    return one


def member(found: Verdict, name: str) -> Counted:
    (one,) = [each for each in found.members if each.member == name]
    return one
