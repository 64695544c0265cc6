"""The published schema: as the model is, described throughout, and at one with what is read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from coalcheck.engine.charter import patterns
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.part import a_name, an_id
from coalcheck.engine.charter.schema import json_schema
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema" / "charter-1.json"
SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)

AROUND = {
    "name": "X",
    "purpose": "Y",
    "members": [{"id": "breathe"}],
    "decisions": {"joint": {"passes": "all members"}},
}


def faults(charter: object) -> list[str]:
    return [p.kind for p in load(read(yaml.safe_dump(charter, sort_keys=False), "charter.yaml")).problems]


def test_it_is_a_schema_of_draft_7() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"].endswith("/charter-1.json")
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("groups", {"founders": "breathe"}, id="a group of one"),
        pytest.param("groups", {"founders": ["breathe"]}, id="a group"),
        pytest.param("groups", {"founders": {"members": ["breathe"]}}, id="a group in long"),
        pytest.param(
            "groups", {"founders": [{"members": "breathe"}, {"members": []}]}, id="groups over time"
        ),
        pytest.param("weights", {"fees": {"breathe": 3}}, id="a weight"),
        pytest.param(
            "weights", {"fees": {"values": {"breathe": "1/3"}, "cap": "25%"}}, id="a weight in long"
        ),
        pytest.param(
            "weights", {"fees": [{"breathe": 3}, {"values": {"breathe": 4}}]}, id="weights over time"
        ),
        pytest.param("bodies", {"board": {"seats": 7}}, id="seats counted"),
        pytest.param("bodies", {"board": {"seats": ["breathe", {"level": "leadership"}]}}, id="seats listed"),
        pytest.param("bodies", {"board": {"members": "all"}}, id="all members"),
        pytest.param("vetoes", {"holders": "breathe", "over": "joint", "jointly": "no"}, id="one veto"),
        pytest.param("vetoes", [{"holders": "breathe", "over": "joint", "jointly": 2}], id="two together"),
        pytest.param("members", [{"id": "breathe", "inducements": "none"}], id="no inducements"),
        pytest.param("members", [{"id": "breathe", "in": {"from": "2026-01-01"}}], id="one stretch"),
        pytest.param("members", [{"id": "breathe"}, {"id": 350}], id="a number as an id"),
        pytest.param("legal", 350, id="a number as a text"),
        pytest.param("ownership", {"drone": "all of us"}, id="a thing of their own"),
        pytest.param("exit", {"reason_needed": "no"}, id="no in words"),
    ],
)
def test_other_spellings_are_accepted_by_both(key: str, value: object) -> None:
    charter = AROUND | {key: value}
    assert faults(charter) == []
    assert VALIDATOR.is_valid(charter)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("groups", {"founders": {"breathe": 3}}, id="a weight for a group"),
        pytest.param("groups", {"founders": ["breathe", {"members": "breathe"}]}, id="both forms of a group"),
        pytest.param("groups", {"Founders": ["breathe"]}, id="a capital in a group"),
        pytest.param("weights", {"fees": ["breathe"]}, id="a group for a weight"),
        pytest.param("weights", {"fees": {"breathe": -3}}, id="a negative weight"),
        pytest.param(
            "weights", {"fees": {"values": {"breathe": 3}, "breathe": 3}}, id="both forms of a weight"
        ),
        pytest.param("bodies", {"board": {"seats": 0}}, id="no seats"),
        pytest.param("bodies", {"the board": {"members": "all"}}, id="a blank in a name"),
        pytest.param("members", [{"id": "Breathe Easy"}], id="a blank in an id"),
        pytest.param("members", [{"id": "breathe", "count": 0}], id="a row of nobody"),
        pytest.param("members", [{"id": "breathe", "sector": ["health"]}], id="a list as an attribute"),
        pytest.param("vetoes", [{"holders": "breathe", "jointly": 1}], id="one alone is not together"),
        pytest.param("check_ins", {"minutes": "30"}, id="a number in quotes"),
        pytest.param("coalcheck", True, id="true is not format 1"),
        pytest.param("coalcheck", "2", id="format 2 in quotes"),
    ],
)
def test_other_spellings_are_refused_by_both(key: str, value: object) -> None:
    charter = AROUND | {key: value}
    assert faults(charter)
    assert not VALIDATOR.is_valid(charter)


@pytest.mark.parametrize(
    ("charter", "key"),
    [
        *(pytest.param({k: v for k, v in AROUND.items() if k != key}, key, id=key) for key in AROUND),
        *(pytest.param(AROUND | {key: None}, key, id=f"nothing behind {key}") for key in AROUND),
        pytest.param(AROUND | {"members": []}, "members", id="no member in the list"),
        pytest.param(AROUND | {"decisions": {}}, "decisions", id="no decision between the braces"),
        pytest.param(AROUND | {"members": [{"name": "B"}]}, "id", id="id of a member"),
        pytest.param(AROUND | {"annexes": [{"about": "rules"}]}, "file", id="file of an annex"),
        pytest.param(
            AROUND | {"members": [{"id": "b", "standing": {"to": "2026-01-01"}}]}, "status", id="status"
        ),
    ],
)
def test_what_is_missing_is_refused_by_both(charter: object, key: str) -> None:
    document = read(yaml.safe_dump(charter, sort_keys=False), "charter.yaml")
    assert [(p.kind, p.values["key"]) for p in load(document).problems] == [("missing-key", key)]
    assert not VALIDATOR.is_valid(charter)


def accepted(read_name: Callable[[object], str], text: str) -> bool:
    try:
        return read_name(text) == text
    except ValueError:
        return False


@given(st.text(max_size=8) | st.text("ab-_.9 []/\\\"'é", max_size=8))
def test_short_names_are_the_same_in_both(text: str) -> None:
    if "\n" not in text:  # Python's $ also stands before a last line break
        assert Draft7Validator(patterns.ID).is_valid(text) == accepted(an_id, text)
        assert Draft7Validator(patterns.NAME).is_valid(text) == accepted(a_name, text)


CHARTERS = sorted((ROOT / "fixtures").rglob("*charter.yaml"))


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_fixture_without_a_fault_of_shape_is_accepted(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    assert document.root is not None
    assert {p.kind for p in load(document).problems} <= {"attribute-unused"}
    assert [error.message for error in VALIDATOR.iter_errors(plain(document.root))] == []


def undescribed(schema: Any, way: str = "") -> Iterator[str]:
    for key, below in schema.get("properties", {}).items():
        if "description" not in below:
            yield f"{way}.{key}"
    for key, below in schema.get("definitions", {}).items():
        yield from undescribed(below, key)
    for below in schema.get("anyOf", ()):
        yield from undescribed(below, way)


def test_every_key_is_described() -> None:
    assert list(undescribed(SCHEMA)) == []


def test_every_word_of_a_choice_is_described() -> None:
    for choice in choices(SCHEMA):
        assert all(word["description"] for word in choice)


def choices(schema: Any) -> Iterator[list[dict[str, str]]]:
    if isinstance(schema, dict):
        if "const" in schema.get("oneOf", [{}])[0]:
            yield schema["oneOf"]
        for below in schema.values():
            yield from choices(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from choices(below)


def test_the_published_schema_is_this_one() -> None:
    text = json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("COALCHECK_RESET") == "1":
        PUBLISHED.write_text(text, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == text, "run this test with COALCHECK_RESET=1"
