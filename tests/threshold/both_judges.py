"""A sentence judged by the reference judge and by the bound form, which must agree."""

from __future__ import annotations

from strategies import NAMES

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Ballots, Electorate
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def met(rule: Rule, electorate: Electorate, ballots: Ballots) -> bool | None:
    """Both judges agree, with silence and without."""
    answer = judge(rule, electorate, ballots).met
    assert bind(rule, electorate, silence=True).judge(ballots) is answer
    adopted = adopts(rule, electorate, ballots, silence=False)
    assert bind(rule, electorate).judge(ballots) is adopted
    return answer
