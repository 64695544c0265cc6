"""Which matcher is used, and what the reference matcher takes a condition to mean."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.matcher import MatcherError, MatcherUnavailable, choose, chosen
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.policy.reference import ReferenceMatcher, holds

FEW = Comparison("size", "below", 4)
UNWRITTEN = Comparison("size", "missing", value=True)


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        pytest.param(Comparison("open", "is", value=False), {"open": False}, id="no is no"),
        pytest.param(FEW, {"size": 3}, id="below"),
        pytest.param(Comparison("size", "above", 3), {"size": 4}, id="above"),
        pytest.param(Comparison("size", "at_least", 3), {"size": 3}, id="at least includes it"),
        pytest.param(Comparison("size", "at_most", 3), {"size": 3}, id="at most includes it"),
        pytest.param(Comparison("kind", "in", ("body", "network")), {"kind": "network"}, id="one of"),
        pytest.param(Comparison("kind", "is", ""), {"kind": ""}, id="the empty text"),
        pytest.param(UNWRITTEN, {}, id="missing"),
        pytest.param(Comparison("size", "missing", value=False), {"size": 0}, id="there, though zero"),
        pytest.param(Not(FEW), {"size": 4}, id="not"),
        pytest.param(Not(FEW), {}, id="not, of what is absent"),
        pytest.param(Not(Comparison("kind", "in", ("a", "b"))), {}, id="none of them, of what is absent"),
        pytest.param(All((FEW, Not(UNWRITTEN))), {"size": 3}, id="all"),
        pytest.param(Any((FEW, UNWRITTEN)), {}, id="any"),
        pytest.param(Not(All((FEW, UNWRITTEN))), {"size": 3}, id="not all"),
    ],
)
def test_a_condition_holds(condition: Condition, values: dict[str, Value]) -> None:
    assert holds(condition, values)


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        pytest.param(Comparison("open", "is", value=False), {}, id="no, of what is absent"),
        pytest.param(Comparison("open", "is", value=True), {"open": 1}, id="one is not yes"),
        pytest.param(Comparison("size", "is", 1), {"size": True}, id="yes is not one"),
        pytest.param(Comparison("size", "in", (0, 1)), {"size": True}, id="nor one of some numbers"),
        pytest.param(Comparison("size", "is", 1), {"size": "1"}, id="a text is not a number"),
        pytest.param(Comparison("size", "at_least", 0), {"size": True}, id="yes has no size"),
        pytest.param(Comparison("size", "above", 1), {"size": "2"}, id="nor has a text"),
        pytest.param(FEW, {"size": 4}, id="below excludes it"),
        pytest.param(Comparison("size", "above", 4), {"size": 4}, id="above excludes it"),
        pytest.param(FEW, {}, id="below, of what is absent"),
        pytest.param(Comparison("kind", "is", "No"), {"kind": "no"}, id="capital letters count"),
        pytest.param(UNWRITTEN, {"size": 0}, id="zero is not missing"),
        pytest.param(Comparison("size", "missing", value=False), {}, id="missing is not there"),
        pytest.param(Not(UNWRITTEN), {}, id="not missing"),
        pytest.param(Not(Not(FEW)), {}, id="not not, of what is absent"),
        pytest.param(Not(Any((FEW, UNWRITTEN))), {"size": 3}, id="not any"),
    ],
)
def test_a_condition_does_not_hold(condition: Condition, values: dict[str, Value]) -> None:
    assert not holds(condition, values)


def test_a_match_is_a_code_and_a_position() -> None:
    pack = [
        Policy("D301", "few", "t", {}, "decision", FEW, ".", "m", "w"),
        Policy("D302", "unwritten", "t", {}, "decision", UNWRITTEN, ".", "m", "w"),
    ]
    about = [
        Fact("decision", "a", (), {"size": 9}),
        Fact("decision", "b", (), {"size": 2}),
        Fact("member", "c", (), {"size": 2}),
        Fact("decision", "d", (), {}),
    ]

    assert choose("auto", pack).match(about) == {("D301", 1), ("D302", 3)}
    assert choose("reference", pack).match(about) == {("D301", 1), ("D302", 3)}


def test_a_value_of_another_kind_is_an_error_even_where_nothing_would_match() -> None:
    pack = [Policy("D301", "few", "t", {}, "decision", FEW, ".", "m", "w")]

    with pytest.raises(MatcherError, match=r"decision\.size of 'a' is str"):
        ReferenceMatcher(pack).match([Fact("decision", "a", (), {"size": "9"})])


def test_the_matcher_is_chosen_by_name() -> None:
    here = "durable" if importlib.util.find_spec("durable_rules_engine") else "reference"

    assert choose("auto", []).name == chosen().name == here
    assert choose("reference", []).name == chosen("reference").name == "reference"


def test_without_durable_rules_auto_takes_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable.engine", None)

    assert isinstance(choose("auto", []), ReferenceMatcher)
    assert "not available" in chosen().reason
    with pytest.raises(MatcherUnavailable):
        choose("durable", [])


def test_the_reference_does_not_import_durable_rules() -> None:
    code = (
        "import sys; from coalcheck.engine.policy.matcher import choose; choose('reference', []).match([]);"
        "print('durable' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "False\n"
