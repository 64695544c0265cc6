"""Known games: what was published or counted elsewhere comes out here, to the last unit, by every way."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import reduce
from hashlib import sha256
from math import factorial
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from coalcheck.engine.power import enumerate_kinds, halves, minimal, packed
from coalcheck.engine.power.door import cheapest
from coalcheck.engine.power.game import Game
from coalcheck.engine.power.indices import indices
from coalcheck.engine.power.one_weight import OneWeight, one_weight
from coalcheck.engine.power.tally import Tally
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear

VECTORS: Final[list[dict[str, Any]]] = json.loads((Path(__file__).parent / "games.json").read_text("utf-8"))[
    "vectors"
]
SMALL: Final = 16
WAITED_FOR: Final = 3.0
"""Seconds, estimated; the two great votes of the IMF by size are counted in the bench alone."""


def condition(rule: dict[str, Any]) -> Condition:
    if rule["type"] == "weighted":
        return Linear(tuple(rule["weights"]), -rule["quota"], strict=False)
    parts = tuple(map(condition, rule["of"]))
    return AtLeast(len(parts) if rule["type"] == "and" else 1, parts)


def game(vector: dict[str, Any]) -> Game:
    return Game((1,) * len(vector["swings"]), condition(vector["rule"]))


def simple(vector: dict[str, Any]) -> OneWeight:
    found = one_weight(game(vector))
    assert found is not None
    return found


def agrees(tally: Tally, vector: dict[str, Any]) -> None:
    assert tally.winning == int(vector["winning"])
    assert list(tally.swings) == [int(each) for each in vector["swings"]]
    if not tally.winning_by_size or "shapley_numerators_sha256" not in vector:
        return
    numerators = tally.shapley_numerators()
    digest = sha256(",".join(map(str, numerators)).encode()).hexdigest()
    assert digest == vector["shapley_numerators_sha256"]
    if "shapley" in vector:
        found = [Fraction(each, factorial(tally.n)) for each in numerators]
        assert found == [Fraction(each) for each in vector["shapley"]]
        assert sum(found) == 1


def named(vectors: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(each, id=each["id"]) for each in vectors]


@pytest.mark.parametrize("by_size", [True, False], ids=["by size", "in all"])
@pytest.mark.parametrize("vector", named(VECTORS))
def test_by_the_cheapest_way(vector: dict[str, Any], by_size: bool) -> None:
    way = cheapest(game(vector), by_size=by_size)
    if way.seconds > WAITED_FOR:
        assert by_size
        assert vector["id"].startswith("imf")
        return
    agrees(way.do(), vector)


@pytest.mark.parametrize("vector", named([each for each in VECTORS if len(each["swings"]) <= SMALL]))
def test_by_every_way_without_numpy(vector: dict[str, Any]) -> None:
    agrees(enumerate_kinds.count(game(vector)), vector)
    for turned in (simple(vector), simple(vector).dual().dual()):
        agrees(packed.count_by_size(turned), vector)
        agrees(halves.count_by_size(turned), vector)
        agrees(packed.count_totals(turned), vector)
    agrees(packed.count_by_size(simple(vector).dual()).dual(), vector)
    agrees(packed.count_totals(simple(vector).dual()).dual(), vector)


@pytest.mark.parametrize("vector", named([each for each in VECTORS if len(each["swings"]) <= SMALL]))
def test_by_every_way_with_numpy(vector: dict[str, Any]) -> None:
    from coalcheck.engine.power import grid, halves_at_once, rows, wide

    for counting in (halves_at_once.count_by_size, grid.count_by_size, rows.count_by_size, wide.count_totals):
        agrees(counting(simple(vector)), vector)
        agrees(counting(simple(vector).dual()).dual(), vector)


@pytest.mark.parametrize(
    "vector", named([each for each in VECTORS if "minimal_winning" in each and len(each["swings"]) <= SMALL])
)
def test_minimal_coalitions(vector: dict[str, Any]) -> None:
    played = game(vector)
    assert minimal.count(played) == int(vector["minimal_winning"])
    assert minimal.count(minimal.dual(played)) == int(vector["minimal_blocking"])


@pytest.mark.parametrize(
    "vector",
    named([each for each in VECTORS if "minimal_winning" in each and each["rule"]["type"] == "weighted"
           and each["rule"]["quota"] < 10**6]),
)  # fmt: skip
def test_minimal_coalitions_by_weight(vector: dict[str, Any]) -> None:
    assert minimal.count_by_weight(simple(vector)) == int(vector["minimal_winning"])
    assert minimal.count_by_weight(simple(vector).dual()) == int(vector["minimal_blocking"])


def test_the_published_values_of_1958() -> None:
    found = indices(packed.count_by_size(simple(VECTORS[0])), (1,) * 6)
    fifth = Fraction(5, 21)
    assert found.banzhaf_normalised == (fifth, fifth, fifth, Fraction(3, 21), Fraction(3, 21), Fraction(0))
    assert found.prevent[0] == Fraction(10, 14)
    assert found.initiate[0] == Fraction(10, 50)


def test_the_council_of_27_by_the_cheapest_way() -> None:
    council = next(each for each in VECTORS if each["id"] == "eu27-lisbon-full")
    assert cheapest(game(council)).do().winning == 17_706_644


def test_the_council_of_27_by_all_its_coalitions() -> None:
    # Each of the 2^27 is held against the rule as it is written; nothing of the counting is used.
    council = next(each for each in VECTORS if each["id"] == "eu27-lisbon-full")
    n, block = 27, 14
    numbers = np.arange(2**block)
    first = [(numbers >> member & 1).astype(bool) for member in range(block)]
    blocks = sums_of(council["rule"], first)
    winning, with_rest = np.zeros(2**block, dtype=np.int64), [0] * (n - block)
    for number in range(2 ** (n - block)):
        rest = [bool(number >> member & 1) for member in range(n - block)]
        won = wins_at_once(council["rule"], blocks, rest)
        winning += won
        here = int(won.sum())
        with_rest = [so_far + here * there for so_far, there in zip(with_rest, rest, strict=True)]
    total = int(winning.sum())
    assert total == 17_706_644
    with_one = [int(winning[members].sum()) for members in first] + with_rest
    assert [2 * each - total for each in with_one] == [int(each) for each in council["swings"]]


Flags = np.ndarray[Any, np.dtype[np.bool_]]
Blocks = dict[int, np.ndarray[Any, np.dtype[np.int64]]]


def sums_of(rule: dict[str, Any], first: list[Flags]) -> Blocks:
    """For each inequality of a rule, what the first members bring, for all of their coalitions."""
    if rule["type"] != "weighted":
        return {key: value for part in rule["of"] for key, value in sums_of(part, first).items()}
    total = np.zeros(len(first[0]), dtype=np.int64)
    for weight, members in zip(rule["weights"], first, strict=False):
        total += weight * members
    return {id(rule): total}


def wins_at_once(rule: dict[str, Any], blocks: Blocks, rest: list[bool]) -> Flags:
    """Which coalitions of the first members win together with some of the rest."""
    if rule["type"] == "weighted":
        others = rule["weights"][-len(rest) :]
        brought = sum(weight for weight, there in zip(others, rest, strict=True) if there)
        won: Flags = blocks[id(rule)] >= rule["quota"] - brought
        return won
    both = np.logical_and if rule["type"] == "and" else np.logical_or
    return reduce(both, (wins_at_once(part, blocks, rest) for part in rule["of"]))
