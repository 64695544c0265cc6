"""The ways in which a condition can hold say exactly what the condition says."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.policy.alternatives import LIMIT, Atom, TooManyWays, Way, alternatives
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.reference import holds

NUMBERS = (0, 1, 2)
BOOL_VALUES: tuple[bool | None, ...] = (None, False, True)
INT_VALUES: tuple[int | None, ...] = (None, -1, 0, 1, 2, 3)
TEXT_VALUES: tuple[str | None, ...] = (None, "", "a", "b", "another")


def comparisons() -> st.SearchStrategy[Condition]:
    """Any comparison of a yes or no, a number and a text."""
    number = st.sampled_from(NUMBERS)
    return st.one_of(
        st.builds(Comparison, st.just("flag"), st.just("is"), st.booleans()),
        st.builds(Comparison, st.sampled_from(("flag", "size", "text")), st.just("missing"), st.booleans()),
        st.builds(
            Comparison,
            st.just("size"),
            st.sampled_from(("is", "above", "below", "at_least", "at_most")),
            number,
        ),
        st.builds(
            Comparison, st.just("size"), st.just("in"), st.lists(number, min_size=1, max_size=3).map(tuple)
        ),
        st.builds(Comparison, st.just("text"), st.just("is"), st.sampled_from(("", "a"))),
        st.builds(Comparison, st.just("text"), st.just("in"), st.just(("a", "b"))),
    )


def conditions() -> st.SearchStrategy[Condition]:
    """Any condition over these."""
    return st.recursive(
        comparisons(),
        lambda parts: st.one_of(
            st.builds(Not, parts),
            st.builds(All, st.lists(parts, min_size=1, max_size=3).map(tuple)),
            st.builds(Any, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        ),
        max_leaves=8,
    )


def every_fact() -> list[dict[str, Value]]:
    """All facts that these conditions can tell apart."""
    names = ("flag", "size", "text")
    return [
        {name: value for name, value in zip(names, values, strict=True) if value is not None}
        for values in product(BOOL_VALUES, INT_VALUES, TEXT_VALUES)
    ]


EVERY_FACT = every_fact()


def meets(way: Way, values: dict[str, Value]) -> bool:
    """Whether a fact meets all of a way; written apart from the matchers."""
    return all(meets_atom(atom, values.get(atom.fact)) for atom in way)


def meets_atom(atom: Atom, value: Value | None) -> bool:
    """Whether a value, or None for its absence, meets one atom."""
    if atom.relation == "missing" or value is None:
        return atom.relation == "missing" and value is None
    if atom.relation == "present":
        return True
    if atom.relation in ("is", "is_not"):
        return (value == atom.value) is (atom.relation == "is")
    difference = int(value) - int(atom.value)
    return {
        "above": difference > 0,
        "below": difference < 0,
        "at_least": difference >= 0,
        "at_most": difference <= 0,
    }[atom.relation]


@given(conditions())
def test_a_condition_holds_where_one_of_its_ways_is_met(condition: Condition) -> None:
    ways = alternatives(condition)

    for values in EVERY_FACT:
        assert any(meets(way, values) for way in ways) is holds(condition, values)


@given(conditions())
def test_no_way_contradicts_itself_nor_comes_twice(condition: Condition) -> None:
    ways = alternatives(condition)

    assert len(set(ways)) == len(ways)
    for way in ways:
        assert any(meets(way, values) for values in EVERY_FACT)


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(
            All((Comparison("n", "above", 2), Comparison("n", "below", 3))), id="nothing in between"
        ),
        pytest.param(All((Comparison("n", "is", 2), Comparison("n", "is", 3))), id="two numbers at once"),
        pytest.param(All((Comparison("n", "is", 2), Comparison("n", "above", 2))), id="not above itself"),
        pytest.param(
            All((Comparison("n", "is", 2), Comparison("n", "missing", value=True))), id="there and not there"
        ),
        pytest.param(
            All((Comparison("f", "is", value=True), Not(Comparison("f", "is", value=True)))), id="and not"
        ),
        pytest.param(
            All(
                (
                    Comparison("n", "at_least", 1),
                    Comparison("n", "at_most", 2),
                    Not(Comparison("n", "in", (1, 2))),
                )
            ),
            id="every number in between left out",
        ),
    ],
)
def test_a_contradiction_has_no_way(condition: Condition) -> None:
    assert alternatives(condition) == ()


@pytest.mark.parametrize(
    ("condition", "ways"),
    [
        pytest.param(
            All((Comparison("n", "above", 2), Comparison("n", "below", 4))), 1, id="one number between"
        ),
        pytest.param(Not(Comparison("f", "is", value=True)), 2, id="absent, or the other"),
        pytest.param(Not(Not(Comparison("n", "above", 2))), 1, id="not not"),
        pytest.param(Comparison("n", "in", tuple(range(LIMIT))), LIMIT, id="as many as allowed"),
    ],
)
def test_ways_are_counted(condition: Condition, ways: int) -> None:
    assert len(alternatives(condition)) == ways


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(Comparison("n", "in", tuple(range(LIMIT + 1))), id="a long list"),
        pytest.param(Not(Comparison("n", "in", tuple(range(LIMIT + 1)))), id="none of a long list"),
        pytest.param(
            All(tuple(Comparison("n", "above", k) for k in range(LIMIT + 1))), id="many comparisons"
        ),
        pytest.param(
            All(tuple(Comparison(f"n{k}", "in", tuple(range(7))) for k in range(30))), id="lists in lists"
        ),
        pytest.param(
            Any(tuple(Comparison(f"n{k}", "in", tuple(range(9))) for k in range(60))), id="lists beside lists"
        ),
    ],
)
def test_too_many_ways_are_refused_at_once(condition: Condition) -> None:
    with pytest.raises(TooManyWays):
        alternatives(condition)
