"""The pages of an answer against pages that were read aloud before they were kept.

``COALCHECK_RESET=1`` (``just golden``) rewrites them, the schemas and what the manual shows.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from coalcheck.engine import choose as engine
from coalcheck.engine.choosing import table
from coalcheck.engine.choosing.schema import json_schema
from coalcheck.engine.report.choosing import renderer
from coalcheck.engine.report.parts.options import Options

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
FIXTURES = ROOT / "fixtures" / "choosing"
RESET = os.environ.get("COALCHECK_RESET") == "1"
ANSWER = json.loads((ROOT / "docs/schema/choice-1.json").read_text(encoding="utf-8"))


def choice(path: Path) -> engine.Choice:
    return engine.choose("-", stdin=path.read_bytes)


def page(name: str, form: str, options: Options) -> str:
    return renderer(form)(choice(FIXTURES / f"{name}.yaml"), options)


CASES = [
    pytest.param("one", "text", Options(), "one.txt", id="one, first five"),
    pytest.param("one", "text", Options(width=60, show_all=True), "one-narrow.txt", id="one, narrow"),
    pytest.param("several", "text", Options(show_all=True), "several.txt", id="several"),
    pytest.param("several", "text", Options(), "several-short.txt", id="several, first five"),
    pytest.param("several", "text", Options(colour=True), "several-colour.txt", id="several, colour"),
    pytest.param("faulty", "text", Options(), "faulty.txt", id="faulty"),
    pytest.param("one", "plain", Options(show_all=True), "one-plain.txt", id="one, plain"),
    pytest.param("several", "plain", Options(), "several-plain.txt", id="several, plain"),
    pytest.param("faulty", "plain", Options(), "faulty-plain.txt", id="faulty, plain"),
    pytest.param("one", "json", Options(), "one.json", id="one, json"),
    pytest.param("several", "json", Options(), "several.json", id="several, json"),
    pytest.param("faulty", "json", Options(), "faulty.json", id="faulty, json"),
]


@pytest.mark.parametrize(("name", "form", "options", "file"), CASES)
def test_pages(name: str, form: str, options: Options, file: str) -> None:
    made = page(name, form, options)
    if RESET:
        (GOLDEN / file).write_text(made, encoding="utf-8", newline="\n")
    assert made == (GOLDEN / file).read_text(encoding="utf-8")


def test_no_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {str(case.values[3]) for case in CASES}


@pytest.mark.parametrize("name", ["one", "several"])
@pytest.mark.parametrize("form", ["text", "plain"])
def test_every_reason_of_a_criterion_is_shown(name: str, form: str) -> None:
    made = " ".join(page(name, form, Options(show_all=True)).split())
    answer = choice(FIXTURES / f"{name}.yaml").answer
    assert answer is not None
    for view in answer.views:
        assert all(reading.because in made for reading in view.readings)
        assert all(point.says in made for point in view.points)


SUMS = re.compile(
    r"(?i)\b(total|sum|average|mean of|overall|rank(?:ed|ing)?|best|worst|percent|score of \d+)\b|%|/ ?5\b"
)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: str(path.stem))
def test_nothing_is_added_up_and_nobody_ranked(path: Path) -> None:
    said = re.sub(r"\"[^\"]*\"", "", path.read_text(encoding="utf-8")).replace("ranks nobody", "")
    assert SUMS.findall(said) == []


@pytest.mark.parametrize("name", ["one", "several"])
def test_no_number_of_the_answer_is_more_than_a_score(name: str) -> None:
    """A sum of five or eight scores would be a number that no single score can be."""
    made = json.loads(page(name, "json", Options()))["answer"]

    def numbers(node: Any) -> list[int]:
        if isinstance(node, dict):
            return [n for below in node.values() for n in numbers(below)]
        if isinstance(node, list):
            return [n for below in node for n in numbers(below)]
        return [node] if type(node) is int else []

    assert set(numbers(made)) <= {1, 2, 3, 4, 5}


def test_candidates_come_in_the_order_of_the_file() -> None:
    written = list(yaml.safe_load((FIXTURES / "several.yaml").read_text(encoding="utf-8"))["candidates"])
    made = json.loads(page("several", "json", Options()))["answer"]
    assert [each["id"] for each in made["candidates"]] == written
    assert all(list(line["candidates"]) == written for line in made["dimensions"])


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: str(path.stem))
def test_the_json_is_as_published(path: Path) -> None:
    jsonschema.Draft7Validator.check_schema(ANSWER)
    made = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(ANSWER).validate(made)
    for node, schema in nodes(made, ANSWER):
        assert schema.get("description")
        assert set(node) == set(schema["properties"])
        assert set(schema["required"]) == set(schema["properties"])


def nodes(value: Any, schema: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every object of a page that has named keys, with the schema that describes it."""
    for key in ("allOf", "anyOf"):
        if key in schema:
            return nodes(value, schema[key][-1]) if value is not None else []
    if "$ref" in schema:
        return nodes(value, ANSWER["definitions"][schema["$ref"].rpartition("/")[2]])
    if isinstance(value, list):
        return [found for item in value for found in nodes(item, schema["items"])]
    if not isinstance(value, dict):
        return []
    if "properties" not in schema:
        return [f for below in value.values() for f in nodes(below, schema["additionalProperties"])]
    below = [f for key, inner in value.items() for f in nodes(inner, schema["properties"][key])]
    return [(value, schema), *below]


def test_the_published_pointers_are_those_of_the_table() -> None:
    pointers = {p for row in vars(table).values() if isinstance(row, table.Row) for p in row.points}
    published = ANSWER["definitions"]["reading"]["properties"]["points_to"]["items"]["enum"]
    assert set(published) == pointers


MANUAL = ROOT / "docs/choosing.md"
SHOWN = re.compile(r"(<!-- (file|answer to): (\S+) -->\n\n```\w+\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)


def test_the_manual_shows_what_the_tool_says() -> None:
    text = MANUAL.read_text(encoding="utf-8")

    def filled(match: re.Match[str]) -> str:
        path = ROOT / match[3]
        made = path.read_text(encoding="utf-8")
        if match[2] == "answer to":
            assert choice(path).result.findings == ()
            made = renderer("text")(choice(path), Options())
        return f"{match[1]}{made}{match[5]}"

    made = SHOWN.sub(filled, text)
    if RESET:
        MANUAL.write_text(made, encoding="utf-8")
    assert len(SHOWN.findall(text)) == 2
    assert MANUAL.read_text(encoding="utf-8") == made


def test_the_published_schema_is_that_of_the_model() -> None:
    published = ROOT / "docs/schema/choosing-1.json"
    text = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
    if RESET:
        published.write_text(text, encoding="utf-8")
    assert published.read_text(encoding="utf-8") == text, "run this test with COALCHECK_RESET=1"
