"""The published schema accepts what is written, and describes every key of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from coalcheck.engine.history.due import WHAT
from coalcheck.engine.standing.status import State

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/status-1.json").read_text(encoding="utf-8"))
REPORT = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
PAGES = sorted((Path(__file__).parent / "golden").glob("*.json"))


SET_ASIDE = {"suppression", "baseline_state", "ignored"}
"""Written only where something is set aside, see ``tests/report/aside_golden``."""


def page(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def described(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    return SCHEMA["definitions"][reference.rpartition("/")[2]] if reference else schema


def undescribed(value: object, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    schema = described(schema)
    if isinstance(value, dict):
        yield from (f"{path}.{key}" for key in (set(value) ^ set(schema["properties"])) - SET_ASIDE)
        for key, inner in value.items():
            if key in schema["properties"]:
                known = schema["properties"][key]
                if not known.get("description"):
                    yield f"{path}.{key}"
                yield from undescribed(inner, known, f"{path}.{key}")
    if isinstance(value, list):
        for inner in value:
            yield from undescribed(inner, schema["items"], f"{path}[]")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_what_is_written_is_accepted(path: Path) -> None:
    VALIDATOR.validate(page(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.stem))
def test_every_key_is_described(path: Path) -> None:
    assert list(undescribed(page(path), SCHEMA)) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("schema", 2, id="another version"),
        pytest.param("as_of", "1 July 2026", id="a day in words"),
        pytest.param("days", [{}], id="a day without its keys"),
        pytest.param("money", [{"agreed": 1.5}], id="a sum that is not exact"),
    ],
)
def test_what_is_not_of_this_shape_is_refused(key: str, value: object) -> None:
    given = {**page(PAGES[0]), key: value}
    assert [*VALIDATOR.iter_errors(given)]


def test_every_word_of_the_engine_is_told_of() -> None:
    day = SCHEMA["definitions"]["day"]["properties"]
    assert day["state"]["enum"] == list(get_args(State))
    assert all(what in day["what"]["description"] for what in WHAT)
    assert SCHEMA["definitions"]["finding"] == REPORT["definitions"]["finding"]


def test_the_pages_hold_every_kind_of_thing() -> None:
    """Else the tests above would pass for want of something to look at."""
    for key in ("days", "open", "money", "vetoes", "findings"):
        assert any(page(path)[key] for path in PAGES), key
    states = {each["state"] for path in PAGES for each in page(path)["days"]}
    assert states == set(get_args(State))
    assert any(each["ways"] for path in PAGES for each in page(path)["open"])
    assert any(each["findings"] for path in PAGES for each in page(path)["days"])
