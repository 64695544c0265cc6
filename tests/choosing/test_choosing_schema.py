"""The schema of private files and what is read are at one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from coalcheck.engine.choosing.load import load
from coalcheck.engine.choosing.schema import json_schema
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)
FIXTURES = Path(__file__).parents[2] / "fixtures" / "choosing"


def faults(parts: object) -> list[str]:
    return [p.kind for p in load(read(yaml.safe_dump(parts, sort_keys=False), "x.yaml")).problems]


def test_it_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("/choosing-1.json")


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.yaml")), ids=lambda path: str(path.stem))
def test_both_accept_the_good_and_refuse_the_faulty(path: Path) -> None:
    root = read(path.read_bytes(), path.name).root
    assert root is not None
    assert VALIDATOR.is_valid(plain(root)) is (path.stem != "faulty")


def candidate(**parts: object) -> dict[str, Any]:
    return {"candidates": {"local-9": parts}}


@pytest.mark.parametrize(
    ("parts", "good"),
    [
        pytest.param({"choosing": 1, "kept_private": True}, True, id="plain"),
        pytest.param({"choosing": "1", "kept_private": "yes"}, True, id="other spellings"),
        pytest.param(candidate(criteria={"trust": 3}), True, id="a bare score"),
        pytest.param(candidate(criteria={"trust": "We met"}), True, id="a bare reason"),
        pytest.param(
            candidate(criteria={"exit_cost": {"score": 1, "high_means": "easy to leave"}}), True, id="exit"
        ),
        pytest.param(
            candidate(supporters={"plan": "A letter", "who_may_object": "donors"}), True, id="sentences"
        ),
        pytest.param(
            candidate(supporters={"plan": {"who_answers": "The chair"}}), True, id="a plan in parts"
        ),
        pytest.param(candidate(assessed={"from": "2026-01-12"}), True, id="a day"),
        pytest.param({"candidates": {"Local 9, the dockers": {}}}, True, id="any name is a name"),
        pytest.param({"choosing": 2}, False, id="a later format"),
        pytest.param({"we_need": {"horizon": "soon"}}, False, id="no length"),
        pytest.param({"we_need": {"overlap": "two issues"}}, False, id="another word"),
        pytest.param({"ratings": {}}, False, id="an unknown key"),
        pytest.param(candidate(criteria={"trust": 0}), False, id="score 0"),
        pytest.param(candidate(criteria={"trust": {"score": 6}}), False, id="score 6"),
        pytest.param(candidate(criteria={"trust": {"score": "3"}}), False, id="a score in quotes"),
        pytest.param(candidate(criteria={"trust": {"score": 2.5}}), False, id="a score between two"),
        pytest.param(candidate(criteria={"trust": {"score": True}}), False, id="yes as a score"),
        pytest.param(
            candidate(criteria={"trust": {"score": 3, "how_narrow": "one issue"}}), False, id="elsewhere"
        ),
        pytest.param(candidate(red_flags={"cannot_give_staff": "perhaps"}), False, id="neither yes nor no"),
        pytest.param(candidate(red_flags=["cannot_give_staff"]), False, id="a list of signs"),
        pytest.param(candidate(assessed={"from": "12.1.2026"}), False, id="no day"),
    ],
)
def test_both_say_the_same(parts: dict[str, Any], good: bool) -> None:
    if not any("empty" in kind for kind in faults(parts)):
        assert (faults(parts) == []) is good
    assert VALIDATOR.is_valid(parts) is good


@given(st.one_of(st.integers(-2, 8), st.sampled_from([1.5, 2.0, True, "3", "three"])))
def test_scores_are_the_same_in_both(score: object) -> None:
    parts = candidate(criteria={"trust": {"score": score, "because": "We met"}})
    # YAML writes 2.0 with its point, and so it is read; for JSON it is the number 2.
    if score != 2.0 or isinstance(score, int):
        assert VALIDATOR.is_valid(parts) is (faults(parts) == [])


def test_every_key_and_every_word_is_described() -> None:
    for definition in (SCHEMA, *SCHEMA["definitions"].values()):
        for part in (definition, *definition.get("anyOf", ())):
            assert all(each["description"] for each in part.get("properties", {}).values())
            for each in part.get("properties", {}).values():
                assert all(word["description"] for word in each.get("oneOf", ()))
