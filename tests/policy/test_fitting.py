"""A stub gives only what is new: no key may stand twice in the file."""

from __future__ import annotations

import pytest

from coalcheck.engine.policy.fitting import fitted
from coalcheck.engine.source.node import Route
from coalcheck.engine.source.read import read

MONEY = "scope: {money: 500 EUR}\n"
BLOCK = """scope:
  outside:
    - {id: elections, about: Parties}   # or others
  widen: change
"""
DEEP = """exit:
  notice: 7 days
  data:
    deleted: yes
"""


@pytest.mark.parametrize(
    ("stub", "route", "file", "lines"),
    [
        pytest.param(MONEY, ("scope", "money"), "name: A", MONEY, id="nothing of it is there"),
        pytest.param(MONEY, ("scope", "money"), "scope:", MONEY, id="a key without anything behind it"),
        pytest.param(MONEY, ("scope", "money"), "scope: Air only", MONEY, id="a sentence is written anew"),
        pytest.param(MONEY, ("scope",), "scope: {widen: change}", MONEY, id="the whole block"),
        pytest.param(MONEY, ("scope", "money"), "scope: {widen: c}", "money: 500 EUR\n", id="on a line"),
        pytest.param(
            MONEY, ("scope", "money"), "scope: {money: 3 EUR}", "money: 500 EUR\n", id="what is asked stays"
        ),
        pytest.param(
            BLOCK,
            ("scope", "outside"),
            "scope: {inside: [a]}",
            "outside:\n  - {id: elections, about: Parties}   # or others\nwiden: change\n",
            id="a block keeps its notes",
        ),
        pytest.param(
            BLOCK,
            ("scope", "outside"),
            "scope: {widen: all}",
            "outside: [{id: elections, about: Parties}]\n",
            id="what is there beside it is not repeated",
        ),
        pytest.param(
            DEEP,
            ("exit", "data", "deleted"),
            "exit: {data: {kept: no}}",
            "deleted: yes\n",
            id="deep",
        ),
        pytest.param(
            "commits: {staff: 2 hours}\n",
            ("members", 0, "commits", "staff"),
            "members: [{id: a, commits: {money: 3 EUR}}]",
            "staff: 2 hours\n",
            id="in an item of a list",
        ),
        pytest.param(
            "notice: 7 days\n", ("exit", "notice"), "exit: {cost: none}", "notice: 7 days\n", id="as it is"
        ),
        pytest.param("[\n", ("scope", "money"), "scope: {widen: c}", "[\n", id="no YAML"),
    ],
)
def test_what_is_new(stub: str, route: Route, file: str, lines: str) -> None:
    assert fitted(stub, route, read(file, "c.yaml").root) == lines
