"""What is proven of random small charters is what looking at every ballot comes to, and every case replays.

``COALCHECK_EXAMPLES=100`` looks at 20,000 charters, each of them in the same way as every day; in parts, by
naming some of the tests, such as ``test_small_charters[small-0]``.
"""

from __future__ import annotations

import os
from functools import cache
from random import Random
from typing import Any, Final

import pytest
from proof_charters import drawn
from proof_compare import Seen, compared

from coalcheck.engine.proof.prove import PROPERTIES

FACTOR: Final = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
EVERYDAY: Final = {"small": 200, "larger": 20}
EACH: Final = {name: number // 10 * min(FACTOR, 5) for name, number in EVERYDAY.items()}


def _batches(name: str) -> list[Any]:
    return [
        pytest.param(first, id=f"{name}-{first}") for first in range(0, EVERYDAY[name] * FACTOR, EACH[name])
    ]


@cache
def looked_at(first: int, *, small: bool) -> Seen:
    number = EACH["small" if small else "larger"]
    seen = Seen()
    for seed in range(first, first + number):
        random = Random(seed)
        try:
            seen += compared(drawn(random, small=small), random)
        except Exception as error:
            error.add_note(f"This is charter {seed}.")
            raise
    return seen


@pytest.mark.parametrize("first", _batches("small"))
def test_small_charters(first: int) -> None:
    looked_at(first, small=True)


@pytest.mark.parametrize("first", _batches("larger"))
def test_larger_charters(first: int) -> None:
    looked_at(first, small=False)


def test_every_answer_comes_up() -> None:
    seen = Seen()
    for name in EVERYDAY:
        for first in range(0, EVERYDAY[name] * FACTOR, EACH[name]):
            seen += looked_at(first, small=name == "small")
    assert {each for each, _ in seen if each != "cases"} == set(PROPERTIES)
    for each in PROPERTIES:
        assert seen[each, "holds"], each
        assert seen[each, "fails"], each
    assert seen["clause-matters", "unknown"]
    # Here many more newcomers than are tried may be enough, and that is mostly but not always settled.
    admitting = {status: seen["no-way-by-admitting", status] for status in ("holds", "fails", "unknown")}
    assert 4 * admitting["unknown"] < admitting["holds"]
    assert seen["cases", "replayed"] > 400
    assert seen["cases", "judged"] > 400
