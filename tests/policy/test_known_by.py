"""By what a finding is known from one run to the next: of two decisions by both, in no order."""

from __future__ import annotations

import pytest

from coalcheck.engine.facts.fact import Fact, Subject
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.apply import findings
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.model import PROFILES, Policy
from coalcheck.engine.source.read import read

ALIKE = dict.fromkeys(PROFILES, Severity.INFO)
OTHER = {"other": "is the other"}
NEVER = Comparison("never", "is", value=True)


@pytest.mark.parametrize(
    ("subject", "known_by"),
    [
        pytest.param("pair-of-decisions", "decisions.a.passes and decisions.b.passes", id="two decisions"),
        pytest.param("decision", "decisions.b.passes", id="one, which speaks of another"),
    ],
)
def test_by_what_a_finding_is_known(subject: Subject, known_by: str) -> None:
    """Of two decisions side by side it says nothing which of them stands first, and which second."""
    document = read("decisions:\n  a: {passes: x}\n  b: {passes: y}\n", "charter.yaml")
    routes = [("decisions", key, "passes") for key in "ab"]
    both = []
    for here, other in (routes, routes[::-1]):
        said = Policy("L001", "our-own", "t", ALIKE, subject, NEVER, "here", "m", "w", "f", related=OTHER)
        told = Fact(subject, "a, b", here, {}, {"other": other})
        (found,) = findings([(said.code, 0)], [told], {said.code: (said, Severity.INFO)}, document)
        both.append(found)
    assert both[1].known_by == known_by
    assert (both[0].fingerprint == both[1].fingerprint) is (subject == "pair-of-decisions")
    assert both[0].path != both[1].path
