"""What editors may insert by themselves: only what is missing, only where there is one place for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.findings.result import Result
from coalcheck.engine.policy.load import survey
from coalcheck.engine.report.parts.pasted import Insertion, Pasting
from coalcheck.engine.source.node import Document, Mapping, Node, Scalar
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import findings_of, validate_file

ROOT = Path(__file__).parents[2]
FIXTURES = sorted((ROOT / "fixtures").rglob("*charter.yaml"))
DAY = date(2026, 1, 1)


def inserted(lines: Sequence[str], at: Insertion) -> str:
    row = lines[at.line - 1]
    assert at.column == len(row) + 1
    return "\n".join([*lines[: at.line - 1], row + at.text, *lines[at.line :]]) + "\n"


def data(node: Node | None) -> Any:
    if isinstance(node, Mapping):
        return {key: data(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Scalar):
        return node.text
    return None if node is None else [data(item) for item in node.items]


def without(new: Any, old: Any) -> Any:
    """The new tree without what the old one does not have; what is missing in it stays missing."""
    if isinstance(new, dict) and isinstance(old, dict):
        return {key: without(value, old[key]) for key, value in new.items() if key in old}
    if isinstance(new, list) and isinstance(old, list) and len(new) == len(old):
        return [without(*pair) for pair in zip(new, old, strict=True)]
    return new


def added(new: Any, old: Any) -> Iterator[dict[str, Any]]:
    """What is new, mapping by mapping."""
    if isinstance(new, dict) and isinstance(old, dict):
        fresh = {key: value for key, value in new.items() if key not in old}
        if fresh:
            yield fresh
        for key in old:
            yield from added(new[key], old[key])
    elif isinstance(new, list) and isinstance(old, list):
        for pair in zip(new, old, strict=True):
            yield from added(*pair)


def holds(lines: Sequence[str], finding: Finding, at: Insertion) -> None:
    """The file with the insertion reads as before, and has what was given to paste, and nothing else new."""
    before, after = read("\n".join(lines) + "\n", ""), read(inserted(lines, at), "")
    assert len(after.problems) <= len(before.problems)
    old, new = data(before.root), data(after.root)
    assert without(new, old) == old
    assert [*added(new, old)] == [data(read(finding.fix, "").root)]


def test_on_every_fixture() -> None:
    done = 0
    for path in FIXTURES:
        result = validate_file(path, as_of=DAY)
        pasting = Pasting(result)
        for finding in result.findings:
            at = pasting.of(finding)
            if at is not None:
                holds(result.lines, finding, at)
                done += 1
    assert done > 20


def test_on_the_examples_of_every_policy() -> None:
    """Each policy by itself on the charter in which it speaks."""
    done: set[str] = set()
    for policy in survey()[0]:
        if not policy.write:
            continue
        for example in policy.examples:
            if example.kind != "charter" or "# expect" not in example.text:
                continue
            lines = read(example.text, "<stdin>").lines
            for finding in findings_of(example.text, (policy,), matcher="reference"):
                at = Pasting(Result("<stdin>", "charter", (finding,), lines=lines)).of(finding)
                if at is not None:
                    holds(lines, finding, at)
                    done.add(policy.code)
    assert len(done) > 40


CHARTER = """\
name: Clean Air
members:
  - id: breathe
    role: Leads

  - {id: parents}
decisions:
  change:
    passes: all members   # agreed in May
    why: |
      Because

      of this.
  # a remark on nothing

# the end
"""


def at(path: str, fix: str, text: str = CHARTER, **changes: Any) -> Insertion | None:
    document: Document = read(text, "charter.yaml")
    finding = findings_of("name: X\n", survey()[0][-40:])[:1] or validate_file(FIXTURES[0]).findings[:1]
    one = replace(finding[0], path=path, fix=fix, write=True, file="charter.yaml", code="L001", related=())
    one = replace(one, **changes)
    return Pasting(Result("charter.yaml", "charter", (one,), lines=document.lines)).of(one)


@pytest.mark.parametrize(
    ("path", "fix", "line", "text"),
    [
        pytest.param("exit", "exit:\n  notice: 7 days\n", 13, "\nexit:\n  notice: 7 days", id="a block"),
        pytest.param("exit.notice", "exit: {notice: 7 days}", 13, "\nexit: {notice: 7 days}", id="deeper"),
        pytest.param("members[breathe].goal", "goal: Air", 4, "\n    goal: Air", id="of a member"),
        pytest.param("decisions.change.lasts", "lasts: x\n", 13, "\n    lasts: x", id="of a decision"),
        pytest.param("decisions.a", "a:\n\n  lasts: x", 13, "\n  a:\n\n    lasts: x", id="an empty line"),
    ],
)  # fmt: skip
def test_one_place(path: str, fix: str, line: int, text: str) -> None:
    found = at(path, fix)
    assert found is not None
    assert (found.line, found.text) == (line, text)


@pytest.mark.parametrize(
    ("path", "fix", "changes"),
    [
        pytest.param("decisions.change.passes", "passes: all members", {}, id="what is there already"),
        pytest.param("decisions.change", "decisions: {change: {lasts: x}}", {}, id="a block that is there"),
        pytest.param("members[parents].role", "role: Helps", {}, id="inside braces"),
        pytest.param("members[nobody].role", "role: Helps", {}, id="nobody of that name"),
        pytest.param("exit", "leaving: {notice: 7 days}", {}, id="another key than the place's"),
        pytest.param("exit", "Agree on a way to leave.", {}, id="a sentence"),
        pytest.param("exit", "exit: [", {}, id="what does not read"),
        pytest.param("exit", "", {}, id="nothing to paste"),
        pytest.param("exit", "exit: {notice: 7 days}", {"write": False}, id="advice"),
        pytest.param("exit", "exit: {notice: 7 days}", {"file": "other.yaml"}, id="another file"),
        pytest.param("exit", "exit: {notice: 7 days}", {"text": "{name: X}\n"}, id="a charter in braces"),
        pytest.param("exit", "exit: {notice: 7 days}", {"text": "- name\n"}, id="a list"),
        pytest.param("exit", "exit: {notice: 7 days}", {"text": "name: [\n"}, id="a file that does not read"),
        pytest.param("b.c", "c: 1", {"text": "a: &x\n  d: 1\nb: *x\n"}, id="what stands in two places"),
    ],
)  # fmt: skip
def test_no_certain_place(path: str, fix: str, changes: dict[str, Any]) -> None:
    assert at(path, fix, **changes) is None


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n...\n"], ids=repr)
@pytest.mark.parametrize("break_", ["\n", "\r\n"], ids=repr)
def test_at_the_end_whatever_the_end_is(end: str, break_: str) -> None:
    text = ("name: X\npurpose: y" + end).replace("\n", break_)
    found = at("exit", "exit: none", text)
    assert found is not None
    assert (found.line, found.column, found.where) == (2, 11, "at the end of the file")
