"""The search finds a point wherever looking at all of them does, and says that there is none nowhere else."""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import product
from random import Random
from typing import Final

import pytest
from proof_charters import FIXTURES, fixture

from coalcheck.engine.proof.box import ANSWERS, Box, Vector, box_of
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.logic import left_open, mirrored, moved, negated
from coalcheck.engine.proof.matrix_game import solve
from coalcheck.engine.proof.prove import prove
from coalcheck.engine.proof.search import fewest, find, met
from coalcheck.engine.threshold.bound import STATES, AtLeast, Condition, Linear, Unknown, holds

FACTOR: Final = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
ENOUGH: Final = 10**7


def condition(random: Random, kinds: int, depth: int) -> Condition:
    kind = random.random()
    if depth == 0 or kind < 0.5:
        most = random.choice((1, 3, 20))
        numbers = tuple(random.randint(-most, most) for _ in range(STATES * kinds))
        return Linear(numbers, random.randint(-4 * most, 4 * most), random.random() < 0.5)
    if kind < 0.55:
        return Unknown()
    number = random.randint(1, 4)
    least = random.randint(0 if random.random() < 0.1 else 1, number)
    return AtLeast(least, tuple(condition(random, kinds, depth - 1) for _ in range(number)))


def drawn(seed: int) -> tuple[Box, Condition]:
    random = Random(seed)
    kinds = random.randint(1, 3)
    answers = ((0, 1, 2, 3), (0, 1), (3,), (0, 1, 3))
    box = box_of([(random.randint(0, 3), random.choice(answers)) for _ in range(kinds)])
    return box, condition(random, kinds, 2)


def points(box: Box) -> list[Vector]:
    each = [
        [did for did in product(*(range(most + 1) for most in kind.high)) if sum(did) == kind.count]
        for kind in box.kinds
    ]
    return [tuple(number for part in parts for number in part) for parts in product(*each)]


def heads(point: Vector) -> list[int]:
    return [number for place, number in enumerate(point) if place % ANSWERS < STATES]


BATCHES: Final = [pytest.param(first, id=f"from-{first}") for first in range(0, 1500 * FACTOR, 500)]


@pytest.mark.parametrize("first", BATCHES)
def test_found_wherever_there_is_one(first: int) -> None:
    found = 0
    for seed in range(first, first + 500):
        box, asked = drawn(seed)
        there = [point for point in points(box) if holds(asked, heads(point))]
        point = find(box, asked, Budget(ENOUGH), plain=bool(seed % 2))
        assert (point is None) is (not there), seed
        assert point is None or point in there, seed
        found += point is not None
        least = fewest(box, asked, Budget(ENOUGH))
        if least is None:
            assert not there, seed
        else:
            assert least[1] in there
            assert least[0] == min(sum(each[0::ANSWERS]) for each in there), seed
    assert 100 < found < 400


@pytest.mark.parametrize("first", BATCHES[:1])
def test_conditions_are_turned_exactly(first: int) -> None:
    for seed in range(first, first + 500):
        box, asked = drawn(seed)
        for point in points(box)[:40]:
            answer = holds(asked, heads(point))
            assert met(asked, point) is (answer is True)
            assert met(negated(asked), point) is (answer is False), seed
            assert met(left_open(asked), point) is (answer is None), seed
            turned = list(point)
            for place in range(0, len(turned), ANSWERS):
                turned[place], turned[place + 1] = turned[place + 1], turned[place]
            assert met(mirrored(asked), point) is met(asked, tuple(turned))
            if point[1]:
                after = (point[0] + 1, point[1] - 1, *point[2:])
                assert met(moved(asked, 0, 1, 0), point) is met(asked, after)


@pytest.mark.parametrize(
    ("rows", "short", "mixed"),
    [
        pytest.param([[1, -1], [-1, 1]], False, [Fraction(0), Fraction(0)], id="even"),
        pytest.param([[2, -1], [-1, 1]], False, [Fraction(1, 5), Fraction(1, 5)], id="better than even"),
        pytest.param([[0, -1, 1], [1, 0, -1], [-1, 1, 0]], False, [Fraction(0)] * 3,
                     id="rock paper scissors"),
        pytest.param([[-1, -2], [3, 4]], True, [Fraction(-1), Fraction(3)], id="one row is always short"),
        pytest.param([[5]], False, [Fraction(5)], id="nothing to choose"),
        pytest.param([[10**30, -1], [-1, 10**30]], False,
                     [Fraction(10**30 - 1, 2)] * 2, id="beyond what fits a machine word"),
    ],
)  # fmt: skip
def test_games_of_known_value(rows: list[list[int]], short: bool, mixed: list[Fraction]) -> None:
    game = solve(rows)
    assert game.short is short
    assert game.mixed(list(zip(*rows, strict=True))) == mixed


def test_a_mix_and_its_weights_prove_each_other() -> None:
    random = Random(5)
    for _ in range(400):
        width, height = random.randint(1, 6), random.randint(1, 5)
        rows = [[random.randint(-9, 9) for _ in range(width)] for _ in range(height)]
        game = solve(rows)
        assert min(game.points) >= 0
        assert min(game.rows) >= 0
        value = min(game.mixed(list(zip(*rows, strict=True))))
        total = sum(game.rows)
        best = max(
            Fraction(sum(weight * row[place] for weight, row in zip(game.rows, rows, strict=True)), total)
            for place in range(width)
        )
        assert value == best
        assert game.short is (value < 0)


def test_a_budget_is_never_read_as_an_answer() -> None:
    path = next(path for path in FIXTURES if path.parent.name == "retail-twelve")
    charter = fixture(path)
    full = {(each.property, each.subject): each.status for each in prove(charter)}
    short = 0
    for cases in (1, 20, 200, 2_000):
        for answer in prove(charter, cases=cases):
            wanted = full.get((answer.property, answer.subject))
            if answer.status == "unknown":
                short += wanted != "unknown"
                assert answer.said
            else:
                assert wanted in (answer.status, None), (cases, answer)
    assert short > 20


def test_a_budget_ends_a_search() -> None:
    box, asked = drawn(3)
    with pytest.raises(TooManyCases):
        find(box, asked, Budget(0))
