"""The oracle on the vectors of real bodies, and the vectors on themselves."""

from __future__ import annotations

import pytest
from oracle import Answer, World, adopt, decide
from vectors import ONE_BALLOT, Vector, read_vectors

VECTORS = read_vectors()
BODIES = (
    "Robert, UN Charter, TEU, TFEU, North Atlantic, OSCE, IMF, WTO, Kubernetes, CNCF, OpenJS, Apache, "
    "Debian, FSC, Colorado, Boulder, ENS, AsyncAPI, Swissvotes"
).split(", ")


def answer(text: str, world: World, counts: str, silence: bool) -> Answer:
    return adopt(text, world, silence) if counts == "support" else decide(text, world, counts)


def names(vector: Vector) -> str:
    return vector.name


@pytest.mark.parametrize("vector", VECTORS, ids=names)
def test_the_oracle_gives_the_recorded_answer(vector: Vector) -> None:
    assert answer(vector.text, vector.world, vector.counts, vector.silence) is vector.expected


@pytest.mark.parametrize("vector", VECTORS, ids=names)
def test_the_clauses_that_decide_are_words_of_the_rule_and_have_the_answer(vector: Vector) -> None:
    """By itself, each clause that decides answers as the rule does, and so does each that fails beside it."""
    assert vector.because
    if vector.because == (ONE_BALLOT,):
        assert decide(vector.text, vector.world, vector.counts)
        return
    for clause in vector.because + vector.not_because:
        assert clause in vector.text
        assert decide(clause, vector.world, vector.counts) is vector.expected
    assert not set(vector.because) & set(vector.not_because)


@pytest.mark.parametrize("vector", [vector for vector in VECTORS if vector.wrong], ids=names)
def test_the_nearest_wrong_readings_answer_otherwise(vector: Vector) -> None:
    for wrong in vector.wrong:
        assert answer(wrong.text, vector.world, wrong.counts, wrong.silence) is wrong.expected, wrong.reading
        assert wrong.expected is not vector.expected, wrong.reading


def test_every_vector_has_a_name_of_its_own() -> None:
    assert len({vector.name for vector in VECTORS}) == len(VECTORS)


@pytest.mark.parametrize("body", BODIES)
def test_every_body_decides_both_ways(body: str) -> None:
    """A body whose every vector is adopted, or none, would not notice a rule that always says so."""
    assert {vector.expected for vector in VECTORS if vector.source.startswith(body)} >= {True, False}
