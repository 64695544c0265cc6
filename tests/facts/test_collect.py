"""The door of the room: the same charter gives the same facts, whatever is wrong with the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import Collected, collect
from coalcheck.engine.facts.fact import SUBJECTS
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
CHARTERS = sorted((ROOT / "fixtures").rglob("*charter.yaml"))
WHOLE = (ROOT / "fixtures/coalitions/home-and-health/charter.yaml").read_text("utf-8").splitlines()


def examined(text: str) -> Collected:
    return collect(load(read(text, "charter.yaml")))


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_same_charter_gives_the_same_facts(path: Path) -> None:
    text = path.read_text("utf-8")
    assert examined(text) == examined(text)


@pytest.mark.parametrize("path", CHARTERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_facts_come_subject_by_subject_in_the_order_of_the_file(path: Path) -> None:
    facts = examined(path.read_text("utf-8")).facts
    order = [
        ("file", "charter", "member", "body", "decision", "veto", "clause", "pair-of-decisions").index(
            f.subject
        )
        for f in facts
    ]
    members = [fact.route[1] for fact in facts if fact.subject == "member"]

    assert order == sorted(order)
    assert members == sorted(members)
    assert {fact.subject for fact in facts} <= set(SUBJECTS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("- a\n- b\n", id="a list"),
        pytest.param("just words\n", id="words"),
        pytest.param("name: X\n", id="a name alone"),
        pytest.param("name: X\nmembers: []\ndecisions: {}\n", id="empty blocks"),
        pytest.param(
            "name: X\nmembers: [{}]\ndecisions: {d: {}}\nvetoes: [{}]\nbodies: {b: {}}\n", id="empty parts"
        ),
        pytest.param("name: X\ndecisions: {d: {covers: [speak], passes: all members}}\n", id="nobody"),
        pytest.param("name: X\nmembers: [{id: a}, {id: a}]\n", id="one id twice"),
        pytest.param(
            "name: X\nmembers: [{id: a}]\ndecisions: {d: {body: ghost, passes: all members}}\n",
            id="no such body",
        ),
        pytest.param(
            "name: X\nmembers: [{id: a}]\nvetoes: [{holders: [z], override: all members}]\n",
            id="no such holder",
        ),
        pytest.param(
            "name: X\nmembers: [{id: a, count: 3}]\ndecisions: {d: {covers: [expel], passes: all members}}\n",
            id="counted",
        ),
    ],
)
def test_nothing_is_raised(text: str) -> None:
    assert isinstance(examined(text), Collected)


@given(lines=st.lists(st.sampled_from(range(len(WHOLE))), max_size=25, unique=True))
def test_a_charter_with_lines_missing_is_still_examined(lines: list[int]) -> None:
    text = "\n".join(line for number, line in enumerate(WHOLE) if number not in lines)
    assert isinstance(examined(text), Collected)


def test_of_a_file_cut_short_nothing_is_said_to_be_missing() -> None:
    text = "name: X\nmembers: [{id: a}, {id: b}]\ndecisions:\n  d: {passes: at least two}\n"
    collected = collect(load(replace(read(text, "charter.yaml"), complete=False)))
    assert {fact.subject for fact in collected.facts} <= {"file", "clause"}
    assert collected.notes == ("Only the part of the file that could be read was examined.",)
    assert any(fact.values.get("problem") == "threshold-without-base" for fact in collected.facts)


def test_a_problem_of_the_file_is_a_fact() -> None:
    facts = examined("name: X\nnaem: Y\nmembers: [{id: a}]\n").facts
    (fact, *_) = [fact for fact in facts if fact.values.get("problem") == "unknown-key"]
    assert fact.subject == "file"
    assert fact.span is not None
    assert fact.span.line == 2
    assert all(value != "" for value in fact.values.values())
