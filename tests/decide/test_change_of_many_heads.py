"""The smallest change where one member stands for many heads, and not all of them answered alike."""

from __future__ import annotations

import pytest
from strategies import NAMES

from coalcheck.engine.decide.change import named, smallest
from coalcheck.engine.decide.verdict import Change
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import holds
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse

YES = Votes(1)


def to_stop(text: str, rows: tuple[Row, ...], ballots: Ballots) -> Change:
    """The way to stop it in which somebody in favour abstains."""
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    bound = bind(rule, Electorate(rows))
    start = bound.heads(ballots)
    found = smallest(
        start,
        bound.cells,
        lambda heads: holds(bound.condition, heads),
        wanted=False,
        condition=bound.condition,
    )
    told = named(found.ways, start, bound.cells, ballots, lambda _: ("rejected", ""))
    (away,) = [change for change in told if change.edits[0].after == "abstain"]
    return away


MIXED = (Row("a"), Row("b"), Row("many", count=3))


@pytest.mark.parametrize(
    ("ballots", "any_of"),
    [
        pytest.param({"a": YES, "many": Votes(3)}, ("a", "many"), id="all of a row did the same"),
        pytest.param({"a": YES, "b": YES, "many": Votes(1, 2)}, ("a", "b"), id="some of a row were against"),
        pytest.param({"many": Votes(3, 0)}, ("many",), id="only one row"),
    ],
)
def test_any_head_of_a_member_is_claimed_only_where_any_does(
    ballots: Ballots, any_of: tuple[str, ...]
) -> None:
    """To stop it, one fewer in favour: of a row of many heads, not one of those that were against."""
    needed = sum(votes.in_favour for votes in ballots.values())
    assert to_stop(f"at least {needed} members", MIXED, ballots).any_of == any_of


def test_where_the_only_one_named_is_such_a_row_nobody_else_is_named() -> None:
    ballots = {"many": Votes(2, 1), "a": YES}
    rows = (Row("many", count=3), Row("a"), Row("b"))
    away = to_stop("at least 3 members", rows, ballots)
    assert (away.edits[0].member, away.any_of) == ("many", ())
