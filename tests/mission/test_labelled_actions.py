"""Labelled actions: what must stay silent, what must be asked, and what is out by what it declares.

The sets under ``fixtures/scope`` were written from the charters by somebody who had not seen the code, and
are frozen. ``second_set.yaml`` was written before its first run too, by somebody who had seen it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.check import findings_of_files
from coalcheck.engine.decide.door import decide
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.source.read import read

HERE = Path(__file__).parent
FROZEN = sorted((HERE.parents[1] / "fixtures/scope").glob("*/labelled.yaml"))
SECOND: dict[str, Any] = yaml.safe_load((HERE / "second_set.yaml").read_text(encoding="utf-8"))
LEAST = {"silent": {"in"}, "ask": {"ask", "out"}, "out": {"out"}}
KNOWN_SILENCES = frozenset({"second_set/zweites-heim", "second_set/walls-in-the-stream"})
"""What is not seen: a place in German, where every noun has a capital and no name can be told; and small dams
that are called walls in the stream."""
OF_ACTS = tuple(each for each in shipped() if each.code.startswith("S6") and each.subject == "action")
OF_MONEY = tuple(each for each in shipped() if each.name == "beyond-the-money")
"""A limit of money is a finding of the decision, whatever the scope."""


class Labelled(NamedTuple):
    """One action with its charter, and what is expected."""

    charter: str
    action: dict[str, Any]
    label: str
    tool: str


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


def _frozen() -> Iterator[tuple[str, Labelled]]:
    for path in FROZEN:
        charter = path.with_name("charter.yaml").read_text(encoding="utf-8")
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))["actions"]:
            yield f"{path.parent.name}/{row['id']}", Labelled(charter, row["action"], **row["expect"])


def _second() -> Iterator[tuple[str, Labelled]]:
    for row in SECOND["actions"]:
        charter = _yaml(SECOND["charters"][row["charter"]])
        yield f"second_set/{row['id']}", Labelled(charter, row["action"], **row["expect"])


ROWS = dict([*_frozen(), *_second()])


def answer(row: Labelled) -> str:
    loaded = load(read(row.charter, "charter.yaml"))
    action = load_action(read(_yaml(row.action), "action.yaml"), loaded.charter)
    assert not loaded.problems
    assert not action.problems
    assert loaded.charter is not None
    assert action.action is not None
    scope = decide(loaded.charter, action.action, scope=True).scope
    assert scope is not None
    return scope.answer


@pytest.mark.parametrize("name", ROWS)
def test_at_least_what_is_expected_is_said(name: str) -> None:
    row = ROWS[name]
    said = answer(row)

    # What is known not to be seen is held too, so that it is taken off the list when it is.
    assert said in ({"in"} if name in KNOWN_SILENCES else LEAST[row.tool])
    assert (row.label, said) != ("ask", "out")


@pytest.mark.parametrize("name", [each for each in ROWS if ROWS[each].tool == "silent"])
def test_nothing_of_scope_is_found_in_what_is_in(name: str) -> None:
    assert codes(ROWS[name]) == []


@pytest.mark.parametrize("name", [each for each in ROWS if ROWS[each].tool != "silent"])
def test_what_is_not_in_is_found(name: str) -> None:
    assert bool(codes(ROWS[name])) is (name not in KNOWN_SILENCES)


def codes(row: Labelled) -> list[str]:
    """What is found in the action by the policies on scope and on money."""
    files = {"charter.yaml": row.charter, "action.yaml": _yaml(row.action)}
    return [each.code for each in findings_of_files(files, (*OF_ACTS, *OF_MONEY))]


@pytest.mark.parametrize("second", [False, True])
def test_the_sets_are_whole(second: bool) -> None:
    labels = Counter(row.label for name, row in ROWS.items() if name.startswith("second_set") is second)

    assert labels == dict.fromkeys(("in", "ask", "out"), 8 if second else 12)
