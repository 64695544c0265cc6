"""The rules engine gives matches in no order; what is made of them has one."""

from __future__ import annotations

from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.apply import findings
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.model import MODELS, Policy
from coalcheck.engine.source.read import read

DOCUMENT = read("members: [{id: a}, {id: b}]\ndecisions: {act: {passes: all members}}\n", "charter.yaml")
RULE = Policy(
    code="L001", name="our-own", subject="decision", when=Comparison("never", "is", value=True), at="here",
    title="t", message="m", why="w", fix="f", severity=dict.fromkeys(MODELS, Severity.WARNING),
    related={"there": "beside"},
)  # fmt: skip


def test_the_order_of_matches_is_nothing() -> None:
    # Alike in all that is sorted by, and each with another place beside it.
    about = [
        Fact("decision", "act", ("decisions", "act"), {}, {"there": ("members", number)}) for number in (0, 1)
    ]
    matches = [(RULE.code, 0), (RULE.code, 1)]
    of = {RULE.code: (RULE, Severity.WARNING)}
    found = findings(matches, about, of, DOCUMENT)

    assert len({each.related for each in found}) == 2
    assert findings(matches[::-1], about, of, DOCUMENT) == found
