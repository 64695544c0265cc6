"""The schema of action files and what is read are at one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from coalcheck.engine.action.answers import ANSWERS
from coalcheck.engine.action.load import load
from coalcheck.engine.action.schema import json_schema
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)
FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = sorted([*FIXTURES.rglob("decisions/*.yaml"), *FIXTURES.glob("actions/*.yaml")])


def faults(parts: object) -> list[str]:
    return [p.kind for p in load(read(yaml.safe_dump(parts, sort_keys=False), "x.yaml")).problems]


def test_the_published_schema_is_fresh() -> None:
    published = FIXTURES.parent / "docs/schema/action-1.json"
    assert published.read_text("utf-8") == json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"


def test_it_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("/action-1.json")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_both_accept_the_good_and_refuse_the_faulty(path: Path) -> None:
    root = read(path.read_bytes(), path.name).root
    assert root is not None
    assert VALIDATOR.is_valid(plain(root)) is not path.stem.startswith("faulty")


@pytest.mark.parametrize(
    ("parts", "good"),
    [
        pytest.param({"date": "2026-04-03"}, True, id="a day"),
        pytest.param({"date": "2026-04-03T14:00+02:00"}, True, id="a time"),
        pytest.param({"date": "2026-04-03 14:00:10 Z"}, True, id="a time in UTC"),
        pytest.param({"date": 1978}, True, id="a year"),
        pytest.param({"date": "1978"}, True, id="a year in quotes"),
        pytest.param({"ballots": {"for": ["a", 9], "b": "against"}}, True, id="both forms"),
        pytest.param({"ballots": {"for": "a"}}, True, id="without a dash"),
        pytest.param({"ballots": {"for": {"vote": "for"}}}, True, id="a member with an odd name"),
        pytest.param({"ballots": {"a": {"vote": "for", "reason": "x", "heads": 3}}}, True, id="a ballot"),
        pytest.param({"ballots": {"a": {"for": 3, "absent": 0}}}, True, id="a row"),
        pytest.param({"ballots": {"for": []}}, True, id="nobody"),
        pytest.param({"tally": {"for": 3, "n": {"for": 3}, "against": {"for": 1}}}, True, id="a tally"),
        pytest.param({"electorate": {"a": 3}, "present": ["a", "the press"]}, True, id="who"),
        pytest.param({"recorded": "not carried", "done": "yes"}, True, id="words"),
        pytest.param({"done": False}, True, id="no"),
        pytest.param({"vetoes": {"by": "a", "withdrawn": "2026-04-03"}}, True, id="a veto"),
        pytest.param({"income": "500 EUR"}, True, id="income in brief"),
        pytest.param({"income": {"amount": "500 EUR"}}, True, id="income"),
        pytest.param({"also": {"board": {"ballots": {"for": ["a"]}}}}, True, id="another body"),
        pytest.param({"date": "03/04/2026"}, False, id="no day"),
        pytest.param({"date": "2026-04-03T24:00"}, False, id="no time"),
        pytest.param({"date": 3026}, False, id="no year"),
        pytest.param({"date": True}, False, id="yes as a day"),
        pytest.param({"ballots": {"for": ["a", "a"]}}, False, id="twice"),
        pytest.param({"ballots": {"for": [2.5]}}, False, id="a name with a point"),
        pytest.param({"ballots": {"fro": ["a"]}}, False, id="a misspelt answer"),
        pytest.param({"ballots": {"a": "yes"}}, False, id="another word"),
        pytest.param({"ballots": {"a": {"for": -1}}}, False, id="less than nobody"),
        pytest.param({"ballots": {"a": {"reason": "x"}}}, False, id="no answer"),
        pytest.param({"ballots": {"a": {"vote": "for", "x": "y"}}}, False, id="another key"),
        pytest.param({"ballots": ["a"]}, False, id="a list"),
        pytest.param({"tally": {"yes": 3}}, False, id="another word for an answer"),
        pytest.param({"tally": {"n": {"yes": 3}}}, False, id="another, below"),
        pytest.param({"tally": {"for": "three"}}, False, id="a number in letters"),
        pytest.param({"present": {"a": "three"}}, False, id="a row in letters"),
        pytest.param({"recorded": "put off"}, False, id="no outcome"),
        pytest.param({"status": "done"}, False, id="no status"),
        pytest.param({"done": "perhaps"}, False, id="neither yes nor no"),
        pytest.param({"amount": "1,200 EUR"}, False, id="a separator"),
        pytest.param({"vetoes": {"holder": "a"}}, False, id="an unknown key below"),
        pytest.param({"outcome": "adopted"}, False, id="an unknown key"),
        pytest.param({"id": "two words"}, False, id="an id with a blank"),
    ],
)
def test_both_say_the_same(parts: dict[str, Any], good: bool) -> None:
    assert (faults(parts) == []) is good
    assert VALIDATOR.is_valid(parts) is good


ANY = st.one_of(
    st.sampled_from([*ANSWERS, "a", "b", "yes", 3, -1, True, "2026-04-03", "2026-13-03", 2026]),
    st.lists(st.sampled_from(["a", "b", "c", 7, True]), max_size=3, unique=True),
)
BELOW = st.dictionaries(st.sampled_from([*ANSWERS, "vote", "at", "heads", "reason", "a"]), ANY, max_size=3)


@given(
    st.sampled_from(["ballots", "tally", "electorate", "present", "date", "done", "recorded"]),
    st.one_of(ANY, st.dictionaries(st.sampled_from([*ANSWERS, "a", "b"]), st.one_of(ANY, BELOW), max_size=2)),
)
def test_both_judge_the_shape_alike(key: str, value: object) -> None:
    found = set(faults({key: value}))
    # What spans several places is for the reader alone.
    across = {"ballot-twice", "tally-too-many"}
    if not found & across and "empty" not in " ".join(found):
        assert VALIDATOR.is_valid({key: value}) is (not found)


def test_every_key_and_every_word_is_described() -> None:
    for definition in (SCHEMA, *SCHEMA["definitions"].values()):
        for part in (definition, *definition.get("anyOf", ())):
            assert all(each["description"] for each in part.get("properties", {}).values())
            for each in part.get("properties", {}).values():
                assert all(word["description"] for word in each.get("oneOf", ()))
