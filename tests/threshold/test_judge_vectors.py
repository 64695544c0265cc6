"""Every vector of a real body, judged by the product: the answer, and the clauses that decide."""

from __future__ import annotations

import pytest
from oracle import World
from vectors import ONE_BALLOT, Vector, read_vectors

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import Count, Rule

VECTORS = read_vectors()


def electorate_of(world: World) -> tuple[Names, Electorate, Ballots]:
    rows = tuple(
        Row(
            id=row.id,
            count=row.count,
            ballots=row.seats,
            in_body=row.in_body,
            votes=row.votes,
            concerned=row.concerned,
            groups=frozenset(row.groups),
            classes=row.classes,
            weights=row.weights,
        )
        for row in world.members
    )
    values: dict[str, set[str]] = {}
    for row in rows:
        for attribute, value in row.classes.items():
            values.setdefault(attribute, set()).add(value)
    names = Names(
        frozenset(group for row in rows for group in row.groups),
        frozenset(weight for row in rows for weight in row.weights),
        {attribute: len(found) for attribute, found in values.items()},
    )
    kinds = ("for", "against", "abstain", "present")
    ballots = {key: Votes(*(did.get(kind, 0) for kind in kinds)) for key, did in world.ballots.items()}
    return names, Electorate(rows, world.seats, world.totals), ballots


def read(text: str, names: Names, counts: str) -> Rule:
    rule = parse(text, names, Count(counts))
    assert not isinstance(rule, Fault), rule
    return rule


def answer(text: str, world: World, counts: str, silence: bool) -> bool | None:
    names, electorate, ballots = electorate_of(world)
    rule = read(text, names, counts)
    if counts == "attendance":
        return judge(rule, electorate, ballots).met
    bound = bind(rule, electorate, silence=silence).judge(ballots)
    assert bound == adopts(rule, electorate, ballots, silence=silence)
    return bound


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_the_judges_give_the_recorded_answer(vector: Vector) -> None:
    assert answer(vector.text, vector.world, vector.counts, vector.silence) is vector.expected
    for wrong in vector.wrong:
        assert answer(wrong.text, vector.world, wrong.counts, wrong.silence) is wrong.expected, wrong.reading


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_the_clauses_that_decide_are_named(vector: Vector) -> None:
    names, electorate, ballots = electorate_of(vector.world)
    judgement = judge(read(vector.text, names, vector.counts), electorate, ballots)
    if vector.because == (ONE_BALLOT,):
        assert judgement.met
        return
    normal = Count(vector.counts)
    met = {say(reading.clause, normal): reading.met for reading in judgement.readings}
    for words in (*vector.because, *vector.not_because):
        rule = read(words, names, vector.counts)
        assert judge(rule, electorate, ballots).met is vector.expected
        if say(rule, normal) in met:
            assert met[say(rule, normal)] is vector.expected
