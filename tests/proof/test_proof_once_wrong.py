"""Small charters of which something was once proven that is not so: what looking at every ballot found."""

from __future__ import annotations

from random import Random
from typing import Any, Final

import pytest
from proof_charters import small
from proof_compare import compared

Plain = dict[str, Any]
BOARD: Final = {"board": {"members": ["m1"]}}

ONCE_WRONG: Final = [
    pytest.param(
        small(
            3,
            {"two": {"covers": ["speak"], "passes": "more than half of members present", "also": [
                {"body": "board", "passes": "more than half of votes cast",
                 "quorum": "more than half of members"}]}},
            bodies=BOARD,
        ),
        id="a further body of which nobody is left: its quorum is open, and its rule is not asked",
    ),
    pytest.param(
        small(
            3,
            {"three": {"covers": ["expel", "amend"], "passes": "all the other members",
                       "member_concerned": {"votes": False, "counted": False}}},
            vetoes=[{"holders": ["m2", "m0"], "over": ["amend"], "override": "all the other members",
                     "jointly": True}],
        ),
        id="two holders of a veto that is set aside for each by itself: neither stands for the other",
    ),
    pytest.param(
        {**small(1, {"two": {"covers": ["amend"], "passes": "all the other members"},
                     "one": {"covers": ["admit"], "passes": "at least 1/2 of votes cast"}}),
         "members": [{"id": "m0", "name": "Two", "count": 2}]},
        id="one new member can be the member concerned, and many together cannot",
    ),
    pytest.param(
        small(
            3,
            {"three": {"covers": ["expel"], "passes": "at least 2 members", "body": "board",
                       "otherwise": {"if": "objection", "passes": "more than half of coalition members"}}},
            bodies=BOARD,
        ),
        id="an objection from outside the body, where all are asked",
    ),
    pytest.param(
        small(
            3,
            {"two": {"covers": ["amend"], "passes": "more than half of coalition members", "body": "board",
                     "tie": "fails"}},
            bodies={"board": {"members": ["m0", "m1"]}},
        ),
        id="as many for as against in the body, and not where all are asked",
    ),
    pytest.param(
        small(
            3,
            {"one": {"covers": ["speak"], "passes": "at least 1/2 of votes cast", "body": "board",
                     "tie": "chair"}},
            bodies={"board": {"members": "all", "chair": "m1"}},
        ),
        id="a chair that breaks ties, and has left",
    ),
]  # fmt: skip


@pytest.mark.parametrize("values", ONCE_WRONG)
def test_it_is_as_every_ballot_says(values: Plain) -> None:
    seen = compared(values, Random(0))
    assert seen["cases", "judged"]
