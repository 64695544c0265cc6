"""Three ways to judge that share no code: the reference judge, the bound form, and the oracle."""

from __future__ import annotations

import oracle
from hypothesis import given
from strategies import NAMES, cases, rules

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Ballots, Electorate
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import Count, Rule


@given(rules())
def test_what_is_said_reads_back_as_the_same_rule(rule: Rule) -> None:
    assert parse(say(rule), NAMES) == rule


@given(rules(Count.ATTENDANCE))
def test_what_is_said_of_a_quorum_reads_back_as_the_same_rule(rule: Rule) -> None:
    assert parse(say(rule, Count.ATTENDANCE), NAMES, Count.ATTENDANCE) == rule


@given(rules(), cases())
def test_the_bound_form_judges_as_the_reference_does(rule: Rule, case: tuple[Electorate, Ballots]) -> None:
    electorate, ballots = case
    assert bind(rule, electorate).judge(ballots) == adopts(rule, electorate, ballots, silence=False)
    assert bind(rule, electorate, silence=True).judge(ballots) == judge(rule, electorate, ballots).met


@given(rules(), cases())
def test_the_oracle_judges_as_the_reference_does(rule: Rule, case: tuple[Electorate, Ballots]) -> None:
    electorate, ballots = case
    assert oracle.decide(say(rule), _world(electorate, ballots)) == judge(rule, electorate, ballots).met


def _world(electorate: Electorate, ballots: Ballots) -> oracle.World:
    names = ("for", "against", "abstain", "present")
    return oracle.World(
        members=[
            oracle.Row(
                id=row.id,
                count=row.count,
                seats=row.ballots,
                in_body=row.in_body,
                votes=row.votes,
                concerned=row.concerned,
                groups=set(row.groups),
                classes=dict(row.classes),
                weights=dict(row.weights),
            )
            for row in electorate.rows
        ],
        seats=electorate.seats,
        totals=dict(electorate.totals),
        classes={attribute: set(values) for attribute, values in electorate.classes.items()},
        ballots={key: dict(zip(names, votes, strict=True)) for key, votes in ballots.items()},
    )
