"""The published schema accepts what is written of actions, and describes every key of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from coalcheck.engine.decide.verdict import OUTCOMES, Answer, Part

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
PAGES = sorted((Path(__file__).parent / "verdict_golden").glob("*.json"))


SET_ASIDE = {"suppression", "baseline_state", "ignored"}
"""Written only where something is set aside, see ``tests/report/aside_golden``."""


def page(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_what_is_said_of_actions_is_accepted(path: Path) -> None:
    VALIDATOR.validate(page(path))


def at(schema: dict[str, Any], value: object) -> dict[str, Any]:
    """The part of the schema that describes a value: past references, and the branch that is taken."""
    while "$ref" in schema or "anyOf" in schema:
        if "$ref" in schema:
            schema = SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]]
            continue
        null = {"type": "null"}
        branches = [each for each in schema["anyOf"] if (each == null) is (value is None)]
        if "$ref" not in branches[0]:
            return schema
        schema = branches[0]
    return schema


def undescribed(value: object, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    schema = at(schema, value)
    if isinstance(value, dict) and "propertyNames" not in schema:
        yield from (f"{path}.{key}" for key in (set(value) ^ set(schema["properties"])) - SET_ASIDE)
        for key, inner in value.items():
            if key in schema["properties"]:
                if not at(schema["properties"][key], inner).get("description"):
                    yield f"{path}.{key}"
                yield from undescribed(inner, schema["properties"][key], f"{path}.{key}")
    if isinstance(value, list):
        for inner in value:
            yield from undescribed(inner, schema["items"], f"{path}[]")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_every_key_of_a_verdict_is_described(path: Path) -> None:
    assert list(undescribed(page(path), SCHEMA)) == []


def test_the_pages_hold_every_kind_of_thing() -> None:
    """Else the two tests above would pass for want of something to look at."""
    decisions = [
        result["decision"] for path in PAGES for result in page(path)["results"] if result["decision"]
    ]
    for key in (
        "clauses",
        "members",
        "vetoes",
        "to_pass",
        "to_block",
        "missing",
        "topics",
        "what_if",
        "notes",
    ):
        assert any(each[key] for each in decisions), key
    assert {each["outcome"] for each in decisions} == set(OUTCOMES)


def test_the_words_of_the_schema_are_those_of_the_engine() -> None:
    defined = SCHEMA["definitions"]
    assert defined["clause"]["properties"]["part"]["enum"] == list(get_args(Part))
    assert defined["decision"]["properties"]["outcome"]["enum"] == list(OUTCOMES)
    assert defined["edit"]["properties"]["after"]["enum"] == list(get_args(Answer))


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda each: each.update(outcome="failed"), id="another outcome"),
        pytest.param(lambda each: each.pop("clauses"), id="without clauses"),
        pytest.param(lambda each: each["clauses"][0].update(line=0), id="line 0"),
        pytest.param(lambda each: each["members"][0].update(votes={"maybe": 1}), id="another answer"),
        pytest.param(lambda each: each["to_pass"][0]["edits"][0].update(heads=0), id="nobody changes"),
        pytest.param(lambda each: each.update(recorded="unknown"), id="another record"),
    ],
)
def test_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    whole = copy.deepcopy(page(Path(__file__).parent / "verdict_golden" / "rejected.json"))
    VALIDATOR.validate(whole)
    spoil(whole["results"][0]["decision"])
    assert not VALIDATOR.is_valid(whole)
