"""A condition said as short as it can be has the same answer to every vote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.decide.judged import shortened
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown, holds

numbers = st.tuples(*[st.integers(-2, 2)] * 4)
conditions: st.SearchStrategy[Condition] = st.recursive(
    st.builds(Linear, numbers, st.integers(-2, 2), st.booleans()) | st.just(Unknown()),
    lambda inner: st.builds(
        lambda parts, number: AtLeast(min(number, len(parts) + 1), parts),
        st.lists(inner, max_size=3).map(tuple),
        st.integers(0, 4),
    ),
    max_leaves=8,
)


@given(conditions, st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_said_shortly_a_condition_has_the_same_answer(condition: Condition, heads: list[int]) -> None:
    assert holds(shortened(condition), heads) is holds(condition, heads)


@pytest.mark.parametrize(
    ("condition", "short"),
    [
        pytest.param(
            AtLeast(2, (AtLeast(2, (Linear((1,), 0, True), Unknown())), Linear((0,), 1, True))),
            AtLeast(2, (Linear((1,), 0, True), Unknown())),
            id="and within and, and what always holds",
        ),
        pytest.param(
            AtLeast(1, (Linear((1,), 0, True), Unknown())),
            AtLeast(1, (Linear((1,), 0, True), Unknown())),
            id="or stays as it is",
        ),
        pytest.param(AtLeast(1, ()), AtLeast(1, ()), id="never stays never"),
        pytest.param(AtLeast(0, ()), AtLeast(0, ()), id="always stays always"),
    ],
)
def test_what_is_left_out_of_a_condition(condition: Condition, short: Condition) -> None:
    assert shortened(condition) == short
