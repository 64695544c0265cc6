"""A small charter, and test files about it, for the tests of this folder."""

from __future__ import annotations

from coalcheck.engine.charter.load import Loaded
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.checking.annexes import Annexed
from coalcheck.engine.policy.load import Own
from coalcheck.engine.scenario.checking import Words
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.run import Ran, Under, run
from coalcheck.engine.scenario.suite import Suite
from coalcheck.engine.source.read import read

CHARTER = """\
coalcheck: 1
name: Harbour Air
kind: coalition
model: opportunistic
stage: draft
purpose: Keep the night ban.
term: {starts: 2026-04-01, ends: 2026-09-30}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: dockers, name: Dock Workers Local 9}
  - {id: parents, name: Parents for Clean Schools}
bodies:
  board: {members: [breathe, dockers]}
decisions:
  joint: {covers: [speak], passes: at least 2/3 of votes cast, quorum: more than half of members}
  office: {covers: [spend], body: board, passes: all members}
  change: {covers: [amend], passes: all members}
vetoes:
  - {holders: [parents], over: [joint], by: notice, override: at least 2 members}
scope:
  inside: [{id: night-ban, about: The night ban}]
  outside: [{id: elections, about: Candidates, words: [candidate]}]
  money: {one_decision: 1000 EUR}
"""
HEAD = "as_of: 2026-05-02\ngiven: {date: 2026-05-01, topics: [night-ban]}\n"
OWN = Own((), ())


def loaded(charter: str = CHARTER) -> Loaded:
    return load_charter(read(charter, "charter.yaml"))


def under(charter: str = CHARTER) -> Under:
    return Under(Annexed(loaded(charter)), OWN)


def suite(text: str, charter: str = CHARTER) -> Suite:
    """A test file with nothing before what is given."""
    document = read(text, "tests/cases.yaml")
    place = under(charter)
    return load(document, heading_of(document), place.charter, Words(place.clauses, OWN, place.charter))


def cases(text: str, charter: str = CHARTER) -> Suite:
    """The cases that are given, on a day of the term."""
    return suite(f"{HEAD}cases:\n{text}", charter)


def ran(text: str, charter: str = CHARTER) -> list[Ran]:
    """What the cases that are given come to; nothing may be wrong with them."""
    found = cases(text, charter)
    assert found.problems == ()
    return [run(case, under(charter)) for case in found.cases]
