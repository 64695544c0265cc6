"""What is to be done about a key or a name that cannot stand where it stands."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.misplaced import BELONGS, CALLED
from coalcheck.engine.source.read import read

START = """\
name: X
purpose: Y
members: [{id: a}, {id: b}]
decisions: {joint: {covers: speak, passes: all members}}
"""


def suggested(lines: str) -> list[tuple[str, str]]:
    found = load(read(START + lines, "charter.yaml")).problems
    return [(problem.kind, problem.values["suggestion"]) for problem in found]


@pytest.mark.parametrize(
    ("lines", "kind", "suggestion"),
    [
        pytest.param("money: 3 EUR", "unknown-key", "Write it as money under scope.", id="money"),
        pytest.param("Goal: Z", "unknown-key", "Did you mean purpose?", id="another word, in capitals"),
        pytest.param("veto: a", "unknown-key", "Did you mean vetoes?", id="veto"),
        pytest.param(
            "quorum: 2 members",
            "unknown-key",
            "Write it as quorum under a decision, such as decisions: joint-statement.",
            id="quorum",
        ),
        pytest.param(
            "threshold: 2 members",
            "unknown-key",
            "Write it as passes under a decision, such as decisions: joint-statement.",
            id="another name there",
        ),
        pytest.param(
            "scope: {exit: by letter}",
            "unknown-key",
            "Write exit at the left edge of the file: it belongs to the whole charter.",
            id="a block inside another one",
        ),
        pytest.param(
            "zzzzzz: 1",
            "unknown-key",
            "What can stand here: coalcheck, name, kind, model, governance, stage, legal, time_zone, "
            "purpose, why_now, term, annexes, bridge, agreement_floor, members, groups and 37 more.",
            id="like nothing",
        ),
        pytest.param(
            "vetoes: none", "wrong-type", "Leave the line out: what is not written is not there.", id="none"
        ),
        pytest.param(
            "bodies: No", "wrong-type", "Leave the line out: what is not written is not there.", id="no"
        ),
        pytest.param(
            "bodies: {council: {members: all, answers_to: zzzz}}",
            "unknown-name",
            "What could stand here: a, b, council, in-good-standing, joint, signed.",
            id="what it answers to is not there",
        ),
    ],
)
def test_says_what_to_do(lines: str, kind: str, suggestion: str) -> None:
    assert suggested(lines) == [(kind, suggestion)]


def test_a_name_of_which_nothing_is_declared_says_where_to_add_it() -> None:
    text = START.replace("covers: speak", "covers: speak, body: board")
    (problem,) = load(read(text, "charter.yaml")).problems
    assert problem.values["suggestion"] == (
        "No body is declared in this charter. Add it under bodies, or take the name out."
    )


@pytest.mark.parametrize("key", ["purpose", "members"])
def test_what_a_charter_must_have_is_never_left_out(key: str) -> None:
    text = "\n".join(f"{key}: [[none]]" if line.startswith(f"{key}:") else line for line in START.split("\n"))
    found = load(read(text, "charter.yaml")).problems
    assert found
    assert all("Leave the line out" not in problem.values.get("suggestion", "") for problem in found)


def test_only_keys_that_do_not_stand_on_the_first_level_are_sent_elsewhere() -> None:
    first = {info.alias or name for name, info in Charter.__pydantic_fields__.items()}
    assert not (set(CALLED) | set(BELONGS)) & first
    assert set(CALLED.values()) <= first


def test_a_list_of_names_says_how_many_are_left_out() -> None:
    ((_, suggestion),) = suggested("vetoes: {holders: a, over: [xyxyxy]}")
    assert suggestion.startswith("What could stand here: admit, amend, ")
    assert suggestion.endswith(", renew, speak and 3 more.")
