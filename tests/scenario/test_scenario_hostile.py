"""Whatever stands in a test file ends in points with a place, never in an exception, and never in green."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from suites import cases, suite, under

from coalcheck.engine.scenario.coverage.measure import measure
from coalcheck.engine.scenario.run import run

KEYS = st.sampled_from(
    [
        "test", "charter", "as_of", "given", "cases", "id", "why", "expect", "table", "columns", "x",
        "rows", "for", "against", "abstain", "absent", "present", "ballots", "tally", "action",
        "vetoes", "by", "scope", "findings", "no_findings", "to_pass", "to_block", "date", "",
    ]
)  # fmt: skip
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 10**19), st.floats(allow_nan=False),
    st.sampled_from(
        ["", "others", "joint", "change", "breathe", "adopted", "passes", "2026-05-01", "none", "yes", "~"]
    ),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=4),
    max_leaves=12,
)
CASES = st.lists(st.dictionaries(KEYS, VALUES, max_size=6), min_size=1, max_size=3)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
@settings(max_examples=80)
def test_a_file_of_any_shape_is_read_and_run(values: dict[str, object]) -> None:
    read_and_run(values)


@given(CASES, st.dictionaries(KEYS, VALUES, max_size=3))
@settings(max_examples=80)
def test_cases_of_any_shape_are_read_and_run(
    several: list[dict[str, object]], given_: dict[str, object]
) -> None:
    read_and_run({"as_of": "2026-05-02", "given": given_, "cases": several})


def read_and_run(values: dict[str, object]) -> None:
    found = suite(json.dumps(values, indent=1))
    place = under()
    ran = [run(case, place) for case in found.cases]

    assert measure(place, ran, [found]).items
    assert found.problems or found.cases
    assert all(each.span.line >= 1 and each.span.column >= 1 for each in found.problems)
    for each in ran:
        expect = each.case.expect
        assert not (each.passed and expect is None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("a: &a [*a]\n", "alias-inside-itself", id="an alias inside itself"),
        pytest.param("cases: " + "[" * 30_000, "too-deep", id="brackets without end"),
        pytest.param("test: x\ntest: y\n", "duplicate-key", id="a key twice"),
        pytest.param("cases:\n\t- id: a\n", "tab", id="a tab"),
        pytest.param(
            "cases:\n  - {id: a, for: 3, expect: adopted\n", "unclosed-bracket", id="a bracket left open"
        ),
        pytest.param("\0", "control-character", id="nothing to read"),
    ],
)
def test_what_the_reader_finds_is_told_of_tests_too(text: str, kind: str) -> None:
    assert kind in {each.kind for each in suite(text).problems}


def test_a_number_that_is_too_great_is_no_vote() -> None:
    found = cases("  - {id: a, action: joint, for: 99999999999999999999, expect: adopted}\n")
    ran = [run(case, under()) for case in found.cases]

    assert [each.passed for each in ran] == [False]
