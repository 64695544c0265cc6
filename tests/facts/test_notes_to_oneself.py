"""A note that something is still to be written is no answer."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read

MEMBERS = "[{id: mercy, name: Mercy Hospital}, {id: clinic}, {id: housing}]"


def charter(text: str, *, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


BLOCK = pytest.mark.parametrize(
    "block",
    ["winding_up", "messaging", "renewal", "fund", "entity", "triggers", "conflict", "value", "legal"],
)


@BLOCK
@pytest.mark.parametrize("note", ["TBD", "to be agreed", "?", "..."])
def test_a_block_still_to_be_written_is_not_there(block: str, note: str) -> None:
    """Neither said to be there, nor asked for what it leaves open."""
    noted, bare = charter(f'{block}: "{note}"'), charter("")
    assert noted.values == bare.values


@BLOCK
@pytest.mark.parametrize("text", ["none", "All of us decide.", "To be agreed by all before 1 May."])
def test_a_block_that_says_something_is_there(block: str, text: str) -> None:
    assert charter(f"{block}: {text}").values[f"has_{block}"] is True


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("records: {where: TBD}", "has_records", True, id="a key beside it is there"),
        pytest.param("bridge: {value: TBD}", "has_bridge_value", False, id="a note inside a block"),
        pytest.param("bridge: {value: Dignity}", "has_bridge_value", True, id="a value"),
        pytest.param("conflict: {mediator: tbc}", "has_mediator", False, id="a mediator to be found"),
        pytest.param("conflict: {mediator: none}", "has_mediator", True, id="none, and meant so"),
    ],
)
def test_a_note_is_no_answer(text: str, name: str, expected: bool) -> None:
    assert charter(text).values[name] is expected
