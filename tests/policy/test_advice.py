"""Every policy says what to do next, and one about something missing gives it to paste."""

from __future__ import annotations

import pytest

from coalcheck.engine.policy.condition import All, Any, Condition
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.load import survey
from coalcheck.engine.policy.model import Policy

POLICIES = survey()[0]

NO_STUB = {
    "D328": "Where one can stop a decision, what is missing is no clause.",
    "D331": "A chair must be chosen; or the tie fails, and then none is missing.",
    "D367": "Who of that kind takes a seat, the members agree among themselves.",
    "D369": "Which of the seats is whose level, only the members know.",
    "P218": "Each member says in its own words what the value means to it.",
    "P219": "Each member says for itself what it would call a success.",
    "P220": "Each member puts the goal in a sentence of its own.",
    "P221": "Each member says for itself what it could not accept.",
    "P222": "Each member names its own people.",
    "P223": "Each member says for itself what it was given, or that it was nothing.",
    "P228": "Each member answers the three questions for itself.",
    "P242": "What it wants of the others, a member says for itself.",
    "P243": "Another topic or a sign for the end: one of two, to be agreed on.",
    "P253": "By when it keeps a promise, and who sees to it, each member says for itself.",
    "P261": "An end or another kind: one of two, to be agreed on.",
    "P269": "The rule of its own house each member knows for itself.",
    "D497": "Whether such a veto is to do something, or to be left out, only the members can say.",
}
"""Policies about something missing of which nobody else could write a line, and why."""


def about_something_missing(condition: Condition) -> bool:
    """Whether it asks for what is not there: ``has_exit: false``, or some who are ``without_success``."""
    match condition:
        case Comparison(fact, "is", False):
            return fact.startswith("has_")
        case Comparison(fact, "missing", False):
            return fact.startswith("without_") or fact.endswith(("_unsaid", "_unexplained", "promises_open"))
        case Comparison("levels_unsaid", "is", True):
            return True
        case All(parts) | Any(parts):
            return any(map(about_something_missing, parts))
    return False


@pytest.mark.parametrize("policy", [pytest.param(each, id=each.file) for each in POLICIES])
def test_a_policy_says_what_to_do_next(policy: Policy) -> None:
    assert policy.write or policy.fix.endswith((".", "?", '"', "!", "}")), (
        "something to paste, or a whole sentence"
    )


@pytest.mark.parametrize(
    "policy",
    [pytest.param(each, id=each.file) for each in POLICIES if about_something_missing(each.when)],
)
def test_what_is_missing_can_be_pasted(policy: Policy) -> None:
    assert bool(policy.write) is (policy.code not in NO_STUB)


def test_nothing_else_is_excused() -> None:
    missing = {policy.code for policy in POLICIES if about_something_missing(policy.when)}

    assert set(NO_STUB) <= missing
    assert len(missing) > 80
