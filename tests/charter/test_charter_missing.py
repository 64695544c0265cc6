"""What every charter has: said once where it is not there, in order, with a text that can be pasted."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.missing import REQUIRED
from coalcheck.engine.source.node import Problem
from coalcheck.engine.source.read import read

BLOCKS = {
    "name": "name: X",
    "purpose": "purpose: Y",
    "members": "members: [{id: a}, {id: b}]",
    "decisions": "decisions: {joint: {covers: speak, passes: all members}}",
}


def problems(text: str) -> tuple[Problem, ...]:
    return load(read(text, "charter.yaml")).problems


def with_block(key: str, lines: str) -> str:
    """A charter with everything, and these lines in place of one block."""
    return "\n".join(lines if each == key else block for each, block in BLOCKS.items()) + "\n"


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        pytest.param("name", "name:", id="name"),
        pytest.param("name", 'name: ""', id="name in quotes"),
        pytest.param("purpose", "purpose:", id="purpose"),
        pytest.param("purpose", "purpose: ~", id="purpose as null"),
        pytest.param("purpose", "purpose: >-", id="purpose as a text without lines"),
        pytest.param("members", "members:", id="members"),
        pytest.param("members", "members: []", id="members in brackets"),
        pytest.param("members", "members:\n  -\n  -", id="members as dashes"),
        pytest.param("decisions", "decisions:", id="decisions"),
        pytest.param("decisions", "decisions: {}", id="decisions in braces"),
        pytest.param("decisions", "decisions:\n  joint:", id="a decision of which only the name is there"),
    ],
)
def test_what_is_empty_is_missing_and_said_once(key: str, lines: str) -> None:
    (problem,) = problems(with_block(key, lines))
    line = list(BLOCKS).index(key) + 1
    assert (problem.kind, problem.route, problem.span.line) == ("missing-key", (key,), line)
    assert (problem.values["key"], problem.values["detail"]) == (key, "empty")


@pytest.mark.parametrize(
    ("key", "lines", "kinds"),
    [
        pytest.param("members", "members: 5", ["wrong-type"], id="members of another form"),
        pytest.param("decisions", "decisions: {joint: 5}", ["wrong-type"], id="a decision of another form"),
        pytest.param("members", "members:\n  - {id: a}\n  -", ["empty-value"], id="one empty dash of two"),
        pytest.param("name", "name: 0", [], id="a number"),
        pytest.param("purpose", "purpose: no", [], id="a word"),
    ],
)
def test_what_is_there_is_not_missing(key: str, lines: str, kinds: list[str]) -> None:
    assert [problem.kind for problem in problems(with_block(key, lines))] == kinds


def test_they_come_in_the_order_of_a_charter() -> None:
    missing = [problem.values["key"] for problem in problems("kind: coalition\n")]
    empty = [problem.values["key"] for problem in problems("name:\npurpose:\nmembers:\ndecisions:\n")]
    assert missing == empty == list(REQUIRED)


@pytest.mark.parametrize("key", REQUIRED)
def test_what_is_to_be_written_reads_without_a_problem(key: str) -> None:
    (problem,) = problems(with_block(key, f"{key}:"))
    assert problems(with_block(key, problem.values["repair"])) == ()


@pytest.mark.parametrize(
    ("member", "repair"),
    [
        pytest.param("{name: Parents for Clean Schools}", "id: parents-for-clean-schools", id="of the name"),
        pytest.param("{role: Leads.}", "id: short-name", id="without a name"),
        pytest.param("{name: '!'}", "id: short-name", id="of a name without letters"),
    ],
)
def test_a_member_without_an_id_gets_a_line_to_paste(member: str, repair: str) -> None:
    (problem,) = problems(with_block("members", f"members: [{{id: a}}, {member}]"))
    assert (problem.kind, problem.values["repair"]) == ("missing-key", repair)


def test_a_file_that_was_cut_is_not_asked_for_the_rest() -> None:
    from coalcheck.engine.source.node import Document

    whole = read("name: X\npurpose: Y\nmembers:\n", "charter.yaml")
    cut = Document(whole.name, whole.lines, whole.root, (), complete=False)
    assert {problem.kind for problem in load(whole).problems} == {"missing-key"}
    assert load(cut).problems == ()
