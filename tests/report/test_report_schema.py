"""The published schema accepts what the tool writes, and only that."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
HERE = Path(__file__).parent
PAGES = sorted([*(HERE / "golden").glob("*.json"), *(HERE / "aside_golden").glob("*.json")])


def page(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert PAGES


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_accepted(path: Path) -> None:
    VALIDATOR.validate(page(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_every_key_is_described(path: Path) -> None:
    """A key that is written but not published would be a promise nobody can read."""

    def check(value: object, schema: dict[str, Any]) -> None:
        while "$ref" in schema:
            schema = SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]]
        assert schema.get("description")
        if isinstance(value, dict):
            assert set(value) <= set(schema["properties"])
            assert set(schema["required"]) <= set(schema["properties"])
            for key, inner in value.items():
                check(inner, schema["properties"][key])
        elif isinstance(value, list):
            items = schema["items"]
            for inner in value:
                if isinstance(inner, dict):
                    check(inner, items)

    check(page(path), SCHEMA)


def _drop(key: str, *way: str | int) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for step in way:
            document = document[step]
        del document[key]

    return change


def _put(value: object, *way: str | int) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for step in way[:-1]:
            document = document[step]
        document[way[-1]] = value

    return change


FIRST = ("results", 0, "findings", 0)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_put(2, "schema"), id="another version"),
        pytest.param(_put("1 July 2026", "as_of"), id="a day in words"),
        pytest.param(_drop("summary"), id="no summary"),
        pytest.param(_put(-1, "summary", "errors"), id="fewer than none"),
        pytest.param(_put("settle", *FIRST, "severity"), id="a word of the screen as severity"),
        pytest.param(_put(0, *FIRST, "line"), id="a line before the first"),
        pytest.param(_put(1.5, *FIRST, "column"), id="half a column"),
        pytest.param(_drop("fingerprint", *FIRST), id="no fingerprint"),
        pytest.param(_put("yes", *FIRST, "write"), id="a word for true"),
        pytest.param(_put("adoptd", "results", 0, "verdict"), id="an unknown verdict"),
        pytest.param(_put("E50", *FIRST, "code"), id="a short code"),
        pytest.param(_put([{}], *FIRST, "related"), id="an empty related place"),
    ],
)
def test_refused(change: Callable[[Any], None]) -> None:
    document = page(ROOT / "tests/report/golden/model.json")
    damaged = copy.deepcopy(document)
    change(damaged)
    assert VALIDATOR.is_valid(document)
    assert not VALIDATOR.is_valid(damaged)
