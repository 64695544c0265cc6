"""What one page can do without is said together, once, and never what another point says already."""

from __future__ import annotations

import pytest

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.left_out import left_out

THERE: dict[str, Value] = {"has_exit": True, "members": 3, "stage": "draft"}


def test_one_line_is_and_several_are() -> None:
    one = left_out({**THERE, "has_legal": False})
    two = left_out({**THERE, "has_legal": False, "has_records": False})

    assert (one["left_out_count"], one["left_out_are"]) == (1, "is")
    assert (two["left_out_count"], two["left_out_are"]) == (2, "are")
    assert str(two["left_out"]).count("\n") == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param({}, True, id="nobody takes over"),
        pytest.param({"has_exit": False}, False, id="how a member leaves is a point of its own"),
        pytest.param({"posts_of_members": "chair (Alpha)"}, False, id="what becomes of a post is one, too"),
        pytest.param(
            {"posts_of_members": "chair (Alpha)", "stage": "pilot"}, True, id="which no pilot is asked"
        ),
        pytest.param({"members": 2}, False, id="of two nobody is left to take over"),
        pytest.param({"has_handover": True}, False, id="it is written"),
    ],
)
def test_who_takes_over(more: dict[str, Value], said: bool) -> None:
    found = left_out({**THERE, "has_handover": False, **more})

    assert ("takes over" in str(found.get("left_out", ""))) is said


def test_nothing_is_left_out() -> None:
    assert left_out(THERE) == {}
