"""Ties and objections where more vote than the body: those of all who vote count, as in ``decide``."""

from __future__ import annotations

from typing import Any, Final

import pytest
from proof_charters import charter_from, small
from proof_replay import judged, replayed

from coalcheck.engine.proof.box import ANSWERS
from coalcheck.engine.proof.logic import ABSENT, AGAINST, FOR
from coalcheck.engine.proof.prove import Proving, prove

Plain = dict[str, Any]
COALITION: Final = "more than half of coalition members or fewer than 2 members not in favour"


@pytest.mark.parametrize(
    ("decision", "outside", "carried"),
    [
        pytest.param({"passes": COALITION}, (2, 0), True, id="split in the body and no tie among all"),
        pytest.param({"passes": "more than half of members"}, (0, 0), False, id="a tie of those who vote"),
        pytest.param({"passes": COALITION}, (0, 0), False, id="a tie, and none outside votes"),
    ],
)
def test_a_tie_is_among_all_who_vote(decision: Plain, outside: tuple[int, int], *, carried: bool) -> None:
    assert comes_to({**decision, "tie": "fails"}, (1, 1), outside) is carried


@pytest.mark.parametrize(
    ("outside", "carried"),
    [
        pytest.param((0, 1), True, id="one outside objects"),
        pytest.param((0, 0), False, id="nobody objects"),
    ],
)
def test_an_objection_is_that_of_any_who_votes(outside: tuple[int, int], *, carried: bool) -> None:
    fallback = {"if": "objection", "passes": "more than half of members"}
    assert comes_to({"passes": "all coalition members", "otherwise": fallback}, (2, 0), outside) is carried


def comes_to(decision: Plain, board: tuple[int, int], outside: tuple[int, int]) -> bool | None:
    """Whether so many for and against, of two on the board and two outside it, carry; held against decide."""
    values = small(4, {"act": {"covers": ["speak"], "body": "board", **decision}})
    values["bodies"] = {"board": {"members": ["m0", "m1"]}}
    charter = charter_from(values)
    (put,) = Proving(charter).puts("act")
    point: list[int] = []
    for cell in put.room.cells:
        yes, no = board if cell.ids == ("m0", "m1") else outside
        here = [0] * ANSWERS
        here[FOR], here[AGAINST], here[ABSENT] = yes, no, cell.count - yes - no
        point += here
    found = put.comes_to(tuple(point))
    assert judged(charter, put.shown(tuple(point), adopted=found)) is found
    return found


def test_after_the_body_has_left_a_tie_is_among_those_who_vote() -> None:
    values = small(3, {"act": {"covers": ["admit"], "body": "board", "tie": "fails",
                               "passes": "more than half of coalition members",
                               "otherwise": {"if": "failure", "after": "7 days",
                                             "passes": "more than half of members"}}})  # fmt: skip
    values["bodies"] = {"board": {"members": ["m2"]}}
    charter = charter_from(values)
    replayed(charter, prove(charter))
