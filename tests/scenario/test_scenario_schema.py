"""The schema of test files and what is read are at one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from suites import suite

from coalcheck.engine.scenario.schema import json_schema
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

ROOT = Path(__file__).parents[2]
SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)
SHOWN = (ROOT / "docs/examples/testing").rglob("*.yaml")
FILES = sorted([*SHOWN, *(ROOT / "fixtures").rglob("tests/*.yaml")])
FILES = [path for path in FILES if path.stem != "charter"]


def test_the_published_schema_is_fresh() -> None:
    published = ROOT / "docs/schema/test-1.json"
    assert published.read_text("utf-8") == json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"


def test_it_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith("/test-1.json")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_files_that_are_read_are_accepted(path: Path) -> None:
    root = read(path.read_bytes(), path.name).root
    assert root is not None
    assert [each.message for each in VALIDATOR.iter_errors(plain(root))] == []


CASE: dict[str, Any] = {"id": "a", "action": "joint", "for": 3, "expect": "adopted"}


@pytest.mark.parametrize(
    ("change", "good"),
    [
        pytest.param({}, True, id="as it is"),
        pytest.param({"expect": "not carried"}, True, id="a word of a page"),
        pytest.param({"expect": {"verdict": "adopted", "by": ["passes"]}}, True, id="several things"),
        pytest.param({"expect": {"no_findings": True}}, True, id="no point"),
        pytest.param({"expect": {"to_pass": "none"}}, True, id="no votes would do"),
        pytest.param({"for": "others", "against": ["dockers"]}, True, id="the others"),
        pytest.param({"present": 3}, True, id="how many were there"),
        pytest.param({"why": "So it is."}, True, id="a reason"),
        pytest.param({"table": {"columns": ["title", "by"], "rows": [["x", "passes"]]}}, True, id="a table"),
        pytest.param({"expect": "adoptet"}, False, id="no verdict"),
        pytest.param({"expect": {}}, False, id="nothing expected"),
        pytest.param({"expect": {"bye": "passes"}}, False, id="a misspelt key below"),
        pytest.param({"expect": {"to_pass": 0}}, False, id="no number of votes"),
        pytest.param({"expect": {"scope": "inn"}}, False, id="no scope"),
        pytest.param({"expct": "adopted"}, False, id="a misspelt key"),
        pytest.param({"for": {"breathe": 1}}, False, id="votes that are none"),
        pytest.param({"table": {"columns": ["titel"], "rows": [["x"]]}}, False, id="a misspelt column"),
        pytest.param({"table": {"columns": ["title"], "rows": ["x"]}}, False, id="a row that is none"),
        pytest.param({"date": "soon"}, False, id="no day"),
    ],
)
def test_both_accept_the_good_and_refuse_the_faulty(change: dict[str, Any], good: bool) -> None:
    whole = {"as_of": "2026-05-02", "cases": [CASE | change]}

    assert VALIDATOR.is_valid(whole) is good
    assert (suite(yaml.safe_dump(whole, sort_keys=False)).problems == ()) is good


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param({"test": "x"}, id="no cases"),
        pytest.param({"cases": []}, id="none among them"),
        pytest.param({"cases": [{"expect": "adopted"}]}, id="no name"),
        pytest.param({"as_of": "2026-05-02", "cases": [CASE], "charters": "x"}, id="a misspelt key"),
        pytest.param({"as_of": "2026-05-02", "given": {"id": "x"}, "cases": [CASE]}, id="a name for all"),
    ],
)
def test_both_refuse_the_same_files(whole: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(whole)
    assert suite(yaml.safe_dump(whole, sort_keys=False)).problems != ()
