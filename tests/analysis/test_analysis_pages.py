"""The pages of an analysis against pages that were read aloud before they were kept.

``COALCHECK_RESET=1`` (``just golden``) rewrites them.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from coalcheck.engine.analysis.model import Analysis
from coalcheck.engine.analyze import analyze
from coalcheck.engine.report.analysis import FORMATS, renderer
from coalcheck.engine.report.analysis.bars import svg
from coalcheck.engine.report.analysis.figures import of, percent
from coalcheck.engine.report.parts.options import Options

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
RESET = os.environ.get("COALCHECK_RESET") == "1"
SCHEMA = json.loads((ROOT / "docs/schema/analysis-1.json").read_text(encoding="utf-8"))

BLOC = """\
coalcheck: 1
name: Home <Health> & *More*
kind: coalition
model: structural
governance: distributed
members:
  - {id: mercy, name: Mercy & Co}
  - {id: clinic, name: Clinic <North>, inducements: [{from: mercy, what: half a post}]}
  - {id: tenants, name: "Tenants\\u001b[31m"}
  - {id: housing, name: Housing}
weights: {shares: {mercy: 3, clinic: 3, tenants: 3, housing: 1}}
bodies: {desk: {members: [mercy, clinic]}}
decisions:
  routine: {covers: [speak], body: desk, passes: no member against, silence: adopts, window: 2 days}
  budget: {covers: [spend], passes: at least 2/3 of shares}
  change: {covers: [amend], passes: more than half}
"""


@cache
def analysis(name: str) -> Analysis:
    if name in ("bloc", "signs"):
        text = BLOC if name == "bloc" else BLOC.replace("Home <", "Home | <")
        return analyze("-", stdin=text.encode, as_of=date(2026, 1, 1))
    return analyze(next((ROOT / "fixtures").glob(f"*/{name}/charter.yaml")), as_of=date(2026, 1, 1))


def page(name: str, form: str, options: Options) -> str:
    # Where a fixture lies is not what is tested here.
    return renderer(form)(analysis(name), options).replace(str(ROOT), "")


CASES = [
    pytest.param("clean-air", "text", Options(), "clean-air.txt", id="three members"),
    pytest.param("home-and-health", "text", Options(width=60), "home-narrow.txt", id="narrow"),
    pytest.param("home-and-health", "plain", Options(), "home-plain.txt", id="plain"),
    pytest.param("un-security-council", "text", Options(chart=True), "council.txt", id="a body, with charts"),
    pytest.param(
        "un-security-council", "plain", Options(show_all=True), "council-plain.txt", id="body, plain"
    ),
    pytest.param("bloc", "text", Options(), "bloc.txt", id="bloc, body, and a rule left open"),
    pytest.param("bloc", "plain", Options(), "bloc-plain.txt", id="bloc, plain"),
    pytest.param("bloc", "markdown", Options(), "bloc.md", id="markdown"),
    pytest.param("bloc", "json", Options(), "bloc.json", id="json"),
    pytest.param("clean-air", "json", Options(), "clean-air.json", id="three members, json"),
]


@pytest.mark.parametrize(("name", "form", "options", "file"), CASES)
def test_pages(name: str, form: str, options: Options, file: str) -> None:
    made = page(name, form, options)
    if RESET:
        (GOLDEN / file).write_text(made, encoding="utf-8", newline="\n")
    assert made == (GOLDEN / file).read_text(encoding="utf-8")


def test_each_page_has_its_case() -> None:
    assert {case.values[3] for case in CASES} == {path.name for path in GOLDEN.iterdir()}


@pytest.mark.parametrize("name", ["bloc", "clean-air", "cncf-toc", "un-security-council"])
def test_the_json_keeps_its_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    document = json.loads(page(name, "json", Options()))
    jsonschema.validate(document, closed(SCHEMA))
    assert document["groups"]


def closed(schema: Any) -> Any:
    """The schema with no key allowed that it does not name: what is written must be described."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    # A finding is described in the schema of reports, and an action in its own.
    more = (
        {"additionalProperties": False}
        if "properties" in schema and "code" not in schema["properties"]
        else {}
    )
    return {key: closed(each) for key, each in schema.items()} | more


@pytest.mark.parametrize("form", FORMATS)
def test_what_commands_a_screen_is_not_passed_on(form: str) -> None:
    assert "\x1b" not in page("bloc", form, Options())


def test_markdown_takes_names_as_they_are() -> None:
    text = page("signs", "markdown", Options())
    assert "Home \\| \\<Health\\> & \\*More\\*" in text
    assert all(
        line.count("|") - line.count("\\|") == 7 for line in text.splitlines() if line.startswith("| ")
    )


def test_the_picture_is_a_picture() -> None:
    root = ET.fromstring(svg(analysis("bloc")))
    texts = [each.text for each in root.iter() if each.text]
    assert "Mercy & Co" in texts
    assert "Clinic <North>" in texts
    bars = [each for each in root.iter() if each.tag.endswith("rect")]
    assert len(bars) == sum(len(kind) for group in analysis("bloc").groups for kind in group.kinds)


def test_charts_are_drawn_only_where_they_are_asked_for() -> None:
    assert "█" not in page("un-security-council", "text", Options())
    assert "█" in page("un-security-council", "text", Options(chart=True))


def test_a_narrow_page_is_no_wider() -> None:
    lines = page("home-and-health", "text", Options(width=60)).splitlines()
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        pytest.param(1, 2, "50%", id="whole"),
        pytest.param(1, 3, "33.3%", id="rounded down"),
        pytest.param(2, 3, "66.7%", id="rounded up"),
        pytest.param(1, 16, "6.3%", id="a half goes up"),
        pytest.param(0, 5, "0%", id="nothing"),
        pytest.param(1, 10**9, "under 0.1%", id="nearly nothing is not nothing"),
        pytest.param(10**9 - 1, 10**9, "over 99.9%", id="nearly all is not all"),
        pytest.param(1, 1, "100%", id="all"),
        pytest.param(-1, 3, "-33.3%", id="against"),
    ],
)
def test_percent(part: int, whole: int, said: str) -> None:
    from fractions import Fraction

    assert percent(Fraction(part, whole)) == said


def test_long_counts_are_told_as_a_share() -> None:
    assert of(4, 8) == "4 of 8"
    assert of(1, 2**190) == ""


def test_nothing_technical_is_read() -> None:
    for name in ("bloc", "clean-air", "un-security-council"):
        text = page(name, "plain", Options())
        assert not re.search(r"[≥→%<>]", text.replace("<Health>", "").replace("<North>", ""))
