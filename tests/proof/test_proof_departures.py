"""What is looked at once for all who are alike in a decision is what looking at each of them comes to."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from proof_charters import FIXTURES, ROOT, charter_from, drawn, fixture

from coalcheck.engine.proof.leaving import Departures
from coalcheck.engine.proof.members import alike
from coalcheck.engine.proof.prove import Proving
from coalcheck.engine.proof.removing import removing_answer

if TYPE_CHECKING:
    from pathlib import Path

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.proof.answer import Answer
    from coalcheck.engine.proof.change import Change
    from coalcheck.engine.proof.members import Alike

CASES = 200_000
ALLIANCE = fixture(ROOT / "fixtures" / "coalitions" / "cyber" / "charter.yaml")


class OneByOne(Departures):
    """The same with every departure looked at for itself."""

    def _leaving(self, name: str, who: Sequence[Alike], change: Change) -> tuple[object, ...]:
        return name, tuple(each.ids for each in who), tuple(sorted(change.without)), *change.fewer.items()


def departures(charter: Charter, way: type[Departures]) -> tuple[list[Answer], int]:
    """All answers without the cases that they took, and these."""
    proving = Proving(charter, CASES)
    if not proving.names:
        return [], 0
    answers = list(way(proving.setting, proving.names, proving.members()).answers(CASES))
    return [replace(each, cases=0) for each in answers], sum(each.cases for each in answers)


def few(path: Path) -> bool:
    """Whether one by one is soon done."""
    return len(fixture(path).members) <= 12


@pytest.mark.parametrize("first", range(0, 150, 10))
def test_departures_of_small_charters(first: int) -> None:
    for seed in range(first, first + 10):
        charter = charter_from(drawn(Random(f"leaving {seed}")))
        assert departures(charter, Departures)[0] == departures(charter, OneByOne)[0], seed


@pytest.mark.parametrize(
    "path",
    [pytest.param(each, id=each.parent.name) for each in FIXTURES if few(each) and each.parts[-3] != "scope"],
)
def test_departures_of_real_bodies(path: Path) -> None:
    charter = fixture(path)
    assert departures(charter, Departures)[0] == departures(charter, OneByOne)[0]


def test_a_body_is_not_looked_at_again_for_those_outside_it() -> None:
    (_, cases), (_, one_by_one) = departures(ALLIANCE, Departures), departures(ALLIANCE, OneByOne)
    assert cases * 3 < one_by_one


@pytest.mark.parametrize("first", range(0, 100, 50))
def test_removals_do_not_ask_who_sits_elsewhere(first: int) -> None:
    found = set()
    for seed in range(first, first + 50):
        proving = Proving(charter_from(drawn(Random(f"removing {seed}"))), CASES)
        removing, amending = proving.covering("expel"), proving.covering("amend")
        if removing and amending:
            ways = (proving.members(), alike(proving.setting, (*removing, *amending)))
            answers = [removing_answer(proving.setting, removing, amending, way, CASES) for way in ways]
            assert len({(each.status, each.said, each.number) for each in answers}) == 1, seed
            found.add(answers[0].status)
    assert found
