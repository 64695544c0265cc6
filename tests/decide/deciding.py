"""The same case put to the oracle and to the engine: charters as text, actions as plain mappings."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import yaml
from verdict_ballots import Plain
from verdict_oracle import Said
from verdict_oracle import verdict as worked_out

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Consulted, Verdict
from coalcheck.engine.source.read import read

HEAD = """\
coalcheck: 1
name: A coalition
kind: body
purpose: Show how votes are counted.
"""


@lru_cache(maxsize=512)
def charter_of(text: str) -> Charter:
    """The charter as the product reads it; one with anything wrong in it is no test."""
    loaded = load(read((HEAD + text).encode(), "charter.yaml"))
    assert loaded.charter is not None
    wrong = [problem for problem in loaded.problems if problem.kind != "attribute-unused"]
    assert wrong == []
    return loaded.charter


@lru_cache(maxsize=512)
def bindings_of(text: str) -> Bindings:
    """The charter with what is made of it once for many actions."""
    return Bindings(charter_of(text))


@lru_cache(maxsize=512)
def plain_of(text: str) -> Plain:
    plain: Plain = yaml.safe_load(HEAD + text)
    return plain


def decided(text: str, action: Plain, as_of: date | None = None) -> Verdict:
    return decide(bindings_of(text), of(action), as_of=as_of, changes=False)


def expected(text: str, action: Plain, as_of: date | None = None) -> Said:
    return worked_out(plain_of(text), action, as_of)


def clause(verdict: Verdict, part: str) -> Consulted:
    """The one clause that was asked for this part."""
    (found,) = [each for each in verdict.clauses if each.part == part]
    return found


def deciding(verdict: Verdict) -> set[str]:
    """The parts on which the outcome rests."""
    return {each.part for each in verdict.clauses if each.decides}


def differing(text: str, action: Plain, as_of: date | None = None) -> tuple[Any, ...] | None:
    """What the two say where they say unlike things, else None."""
    here, there = decided(text, action, as_of), expected(text, action, as_of)
    by_ballots = there.outcome not in {"unauthorised", "indeterminate"}
    mine = (there.outcome, there.also, there.settled and by_ballots)
    listed = tuple(each for each in here.also if each in {"no-quorum", "rejected", "vetoed"})
    compared = mine[0] not in {"indeterminate", "pending"} and not there.settled
    theirs = (here.outcome, listed if compared else (), here.settled and by_ballots)
    return None if mine == theirs else (action, {"oracle": mine, "decide": theirs, "missing": here.missing})
