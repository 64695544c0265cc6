"""A finding is the same finding, in every format, when lines move above it or siblings change places."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from coalcheck.engine.charter.load import load
from coalcheck.engine.findings.result import Report, Result
from coalcheck.engine.report import renderer
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import validate_loaded

FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = sorted(FIXTURES.rglob("*charter.yaml"))
FAULTY = [path for path in FILES if path.name != "charter.yaml"]


def checked(text: str) -> Report:
    day = date(2026, 1, 1)
    result: Result = validate_loaded(load(read(text, "charter.yaml")), as_of=day)
    return Report((result,), day, "0", "reference")


def of_sarif(page: str) -> Iterator[str]:
    for result in json.loads(page)["runs"][0]["results"]:
        yield f"{result['ruleId']} {result['partialFingerprints']['coalcheck/v1']}"


def of_json(page: str) -> Iterator[str]:
    for finding in json.loads(page)["results"][0]["findings"]:
        yield f"{finding['code']} {finding['fingerprint']}"


def of_gitlab(page: str) -> Iterator[str]:
    for entry in json.loads(page):
        yield f"{entry['check_name']} {entry['fingerprint']}"


def of_junit(page: str) -> Iterator[str]:
    for case in ET.fromstring(page).iter("testcase"):
        yield f"{case.get('classname')} {case.get('name')}"


NAMES: dict[str, Callable[[str], Iterator[str]]] = {
    "sarif": of_sarif, "json": of_json, "gitlab": of_gitlab, "junit": of_junit,
}  # fmt: skip
"""What each format calls a finding by, from one run to the next; the other formats have no such name."""


def names(report: Report) -> dict[str, Counter[str]]:
    return {name: Counter(take(renderer(name)(report, Options()))) for name, take in NAMES.items()}


def turned(value: Any) -> Any:
    """Every list and every mapping from its end to its beginning."""
    if isinstance(value, dict):
        return {key: turned(inner) for key, inner in reversed(value.items())}
    return [turned(inner) for inner in reversed(value)] if isinstance(value, list) else value


class Words(yaml.SafeDumper):
    """Writes words as words: which of them are numbers or dates is for the reader of charters to say."""


Words.yaml_implicit_resolvers = {}


def written(tree: Any) -> str:
    text: str = yaml.dump(tree, Dumper=Words, sort_keys=False, allow_unicode=True, width=1000)
    return text


@cache
def tree(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def test_there_is_something_to_hold() -> None:
    found = [names(checked(path.read_text(encoding="utf-8"))) for path in FAULTY]
    assert len(FAULTY) > 6
    assert sum(each["sarif"].total() for each in found) > 60
    # No two findings of a file have one name: of two, a reader would keep one.
    assert all(max(counted.values()) == 1 for each in found for counted in each.values() if counted)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_with_50_lines_above(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before, after = checked(text), checked("# a remark\n" * 50 + text)
    lines = [[each.span.line for each in one.results[0].findings] for one in (before, after)]
    assert [line + 50 for line in lines[0]] == lines[1]
    assert names(after) == names(before)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_with_siblings_in_another_order(path: Path) -> None:
    before, after = checked(written(tree(path))), checked(written(turned(tree(path))))
    assert list(turned(tree(path))) == list(reversed(tree(path)))
    assert names(after) == names(before)


def test_what_is_turned_still_says_what_it_said() -> None:
    """Otherwise files without a finding would be compared with one another."""
    for path in FAULTY:
        assert names(checked(written(tree(path))))["sarif"].total() >= 3, path


def test_of_two_rules_for_one_kind_either_may_stand_first() -> None:
    start = "name: X\nmembers: [{id: a}, {id: b}]\ndecisions:\n"
    rules = [
        "  one: {covers: [speak], passes: all members}\n",
        "  two: {covers: [speak], passes: 1 of members}\n",
    ]
    pages = [checked(start + "".join(each)) for each in (rules, rules[::-1])]
    found = [
        {each.path: each.fingerprint for each in one.results[0].findings if each.code == "D326"}
        for one in pages
    ]
    assert [*found[0]] == ["decisions.two.covers"]
    assert [*found[1]] == ["decisions.one.covers"]
    assert [*found[0].values()] == [*found[1].values()]
