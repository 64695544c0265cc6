"""Whole pages of a run of tests, kept to be read: COALCHECK_RESET=1 writes them anew."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from suites import CHARTER

from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.scenario import FORMATS, renderer
from coalcheck.engine.scenario.testing import run_files

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
RESET = bool(os.environ.get("COALCHECK_RESET"))
SCHEMA = json.loads((ROOT / "docs/schema/test-run-1.json").read_text(encoding="utf-8"))
ENDINGS = {"json": "json", "junit": "xml", "lcov": "lcov", "html": "html"}

AS_EXPECTED = """\
test: What we agreed on votes
as_of: 2026-05-02
given: {date: 2026-05-01, topics: [night-ban]}
cases:
  - id: statement
    action: joint
    table:
      columns: [for, against, abstain, expect, by]
      rows:
        - [3, 0, 0, carried, passes]
        - [2, 1, 0, carried, passes]
        - [1, 1, 1, not carried, passes]
        - [1, 0, 0, no quorum, quorum]
  - {id: change, action: change, for: 3, expect: carried}
"""
NOT = """\
test: What some of us remember
as_of: 2026-05-02
given: {date: 2026-05-01, topics: [night-ban], action: joint}
cases:
  - id: two-are-enough
    why: Two of us could always speak for all
    for: [breathe, dockers]
    vetoes: [{by: parents}]
    expect: carried
  - id: by-the-quorum
    for: others
    expect: {verdict: carried, by: quorum}
  - id: stopped-by-the-rule
    for: others
    vetoes: [{by: parents}]
    expect: {verdict: blocked by a veto, by: quorum}
  - id: nothing-to-say
    for: others
    recorded: rejected
    expect: {no_findings: yes, scope: out}
  - id: one-vote-more
    for: [breathe]
    against: others
    expect: {verdict: not carried, to_pass: 2, findings: [notice-too-short]}
  - id: who-is-it-about
    action: nothing
    for: 3
    expect: carried
  - id: no-vote
    expect: still open
  - id: nothing
    for: 3
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    for name, text in (("agreed.yaml", AS_EXPECTED), ("remembered.yaml", NOT)):
        (tmp_path / "tests" / name).write_text(text, encoding="utf-8")
    return tmp_path


RUNS = {
    "green": {"paths": ["tests/agreed.yaml"]},
    "red": {"paths": ["tests"]},
    "tried": {"paths": ["tests"], "coverage": True, "fail_under": "80"},
}


@pytest.mark.parametrize("name", list(RUNS))
@pytest.mark.parametrize("form", FORMATS)
def test_a_page_is_as_it_was_read(form: str, name: str, place: Path) -> None:
    page = rendered(form, name)
    path = GOLDEN / f"{name}-{form}.{ENDINGS.get(form, 'txt')}"
    if RESET:
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page


def rendered(form: str, name: str) -> str:
    asked: Any = RUNS[name]
    return renderer(form)(run_files(**asked, matcher="reference", stdin=bytes), Options(show_all=True))


def test_the_answer_comes_first_and_one_next_step_with_each_case(place: Path) -> None:
    page = rendered("text", "red")
    numbers = re.findall(r"(?m)^(\d)  [\w/-]+ \(tests/", page)

    assert page.startswith("7 of 13 cases do not come out as expected; 2 points to settle in the files.\n")
    assert numbers == [str(n + 1) for n in range(len(numbers))]
    assert page.count("   Next ") == len(numbers)


@pytest.mark.parametrize("name", list(RUNS))
def test_the_plain_page_reads_well_aloud(name: str, place: Path) -> None:
    page = rendered("plain", name)

    assert not re.search(r"[≥≤→←│─✓✗%]", page)
    assert "\x1b" not in page


def described(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref")
    return SCHEMA["definitions"][reference.rpartition("/")[2]] if reference else schema


def undescribed(value: object, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    schema = described(schema)
    if value is not None and "anyOf" in schema:
        schema = next(each for each in schema["anyOf"] if each["type"] != "null")
    if path.endswith("findings[]"):
        return
    if isinstance(value, dict):
        yield from (f"{path}.{key}" for key in set(value) ^ set(schema["properties"]))
        for key, inner in value.items():
            known = schema["properties"].get(key)
            if known is not None:
                if not known.get("description"):
                    yield f"{path}.{key}"
                yield from undescribed(inner, known, f"{path}.{key}")
    if isinstance(value, list):
        for inner in value:
            yield from undescribed(inner, schema["items"], f"{path}[]")


@pytest.mark.parametrize("name", list(RUNS))
def test_the_json_is_what_its_schema_describes(name: str, place: Path) -> None:
    page = json.loads(rendered("json", name))

    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator(SCHEMA).validate(page)
    assert list(undescribed(page, SCHEMA)) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("schema", 2, id="another version"),
        pytest.param("charters", {}, id="another type"),
        pytest.param("summary", {}, id="counts left out"),
    ],
)
def test_the_schema_refuses_what_is_not_written(key: str, value: object, place: Path) -> None:
    page = json.loads(rendered("json", "green")) | {key: value}

    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(page)


class Outline(HTMLParser):
    """The tags of a page that are open, to see that each is closed, and whatever would load or run."""

    ALONE = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.ALONE:
            self.open.append(tag)
        if tag in {"script", "img", "link", "iframe", "object"}:
            self.strange.append(tag)
        self.strange += [name for name, _ in attrs if name.startswith("on") or name in {"src", "href"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_asks_for_nothing(place: Path) -> None:
    outline = Outline()
    page = rendered("html", "tried")
    outline.feed(page)

    assert (outline.open, outline.strange) == ([], [])
    assert '<html lang="en">' in page
    assert "<caption>" in page
    assert page.count("<tr") == len(CHARTER.splitlines()) + 1


def test_lines_and_branches_of_lcov_are_those_of_the_coverage(place: Path) -> None:
    page = rendered("lcov", "tried")
    (coverage,) = [each["coverage"] for each in json.loads(rendered("json", "tried"))["charters"]]
    counts = dict(re.findall(r"(?m)^(BRF|BRH|LF|LH):(\d+)$", page))

    assert counts["BRF"] == str(coverage["items"])
    assert counts["BRH"] == str(coverage["covered"])
    assert counts["LF"] == str(len({each["line"] for each in coverage["list"]}))
    assert counts["LH"] == str(len({each["line"] for each in coverage["list"] if each["cases"]}))
    assert len(re.findall(r"(?m)^BRDA:\d+,0,\d+,(?:\d+|-)$", page)) == coverage["items"]
