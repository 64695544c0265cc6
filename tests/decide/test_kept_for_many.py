"""What is kept of a charter from action to action changes no answer, and does not grow without end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from deciding import charter_of
from hypothesis import given
from hypothesis import strategies as st
from kept_charters import DATED, KINDS, actions, days, leaving
from law_charters import joined, single

from coalcheck.engine.action.model import Action, of
from coalcheck.engine.decide.bindings import MOST_KEPT, Bindings
from coalcheck.engine.decide.door import decide


def _action(values: dict[str, Any], without: tuple[str, ...]) -> Action:
    return of(values).leaving_out(without) if without else of(values)


@given(st.lists(st.tuples(actions, leaving, st.none() | days), min_size=2, max_size=8))
def test_many_actions_in_any_order_get_what_each_gets_alone(
    asked: list[tuple[dict[str, Any], tuple[str, ...], date | None]],
) -> None:
    charter = charter_of(DATED)
    kept = Bindings(charter)
    for values, without, as_of in asked:
        action = _action(values, without)
        alone = decide(Bindings(charter), action, as_of=as_of, changes=False)
        assert decide(kept, action, as_of=as_of, changes=False) == alone
        assert "fault of this program" not in " ".join(alone.missing)


@given(st.lists(st.tuples(actions, leaving), min_size=2, max_size=3), days)
def test_so_do_their_smallest_changes(
    asked: list[tuple[dict[str, Any], tuple[str, ...]]], as_of: date
) -> None:
    charter = charter_of(DATED)
    kept = Bindings(charter)
    for values, without in asked:
        action = _action(values, without)
        assert decide(kept, action, as_of=as_of) == decide(Bindings(charter), action, as_of=as_of)


@given(joined, single, st.lists(st.tuples(actions, days), min_size=2, max_size=5))
def test_so_under_other_rules(passes: str, quorum: str, asked: list[tuple[dict[str, Any], date]]) -> None:
    text = DATED.replace("more than half of votes cast", f'"{passes}"').replace(
        "region: west", "region: east"
    )
    text = text.replace("groups:\n", "groups:\n  permanent: [a]\n")
    text = text.replace("weights:\n", "weights:\n  population: {values: {a: 1, b: 2, e: 1/2}}\n")
    text = text.replace("region: north", "region: north, chamber: upper").replace(
        "region: south", "region: south, chamber: lower"
    )
    charter = charter_of(text)
    kept = Bindings(charter)
    for values, as_of in asked:
        action = of({**values, "action": "speak"})
        assert decide(kept, action, as_of=as_of, changes=False) == decide(
            Bindings(charter), action, as_of=as_of, changes=False
        )


TWO_BODIES = """\
members:
  - {id: a, name: Alpha}
  - {id: b, name: Beta}
bodies:
  board: {members: [a]}
  circle: {members: [b]}
decisions:
  by-the-board: {covers: [speak], body: board, passes: all members}
  by-the-circle: {covers: [speak], body: circle, passes: all members}
"""
ONE_AFTER_THE_OTHER = [
    pytest.param(DATED, {}, {"done": "2027-01-10"}, id="carried out after the term"),
    pytest.param(DATED, {}, {"date": "2026-12-24"}, id="after the term"),
    pytest.param(DATED, {}, {"date": "2026-01-02"}, id="before the term"),
    pytest.param(DATED, {}, {"amends": ["exit"]}, id="it changes the charter"),
    pytest.param(DATED, {}, {"amount": "1200 EUR"}, id="a sum beyond the limit"),
    pytest.param(DATED, {}, {"body": "board"}, id="another body"),
    pytest.param(DATED, {"date": "2026-06-30"}, {"date": "2026-07-01"}, id="a member has left"),
    pytest.param(DATED, {"date": "2026-03-31"}, {"date": "2026-04-01"}, id="a member is back"),
    pytest.param(DATED, {"action": "amend"}, {"action": "amend", "date": "2026-06-01"}, id="a later version"),
    pytest.param(
        DATED, {"action": "expel", "subject": ["a"]}, {"action": "expel", "subject": ["c"]},
        id="whom it is about",
    ),
    pytest.param(DATED, {}, {"action": "event"}, id="a kind with a veto of its own"),
    pytest.param(
        DATED, {"action": "spend"}, {"action": "spend", "date": "2026-02-01"}, id="before there was that body"
    ),
    pytest.param(f"{DATED}stage: pilot\n", {}, {"uses": ["logo"]}, id="a pilot that uses names"),
    pytest.param(DATED, {}, {"electorate": ["a", "b"]}, id="who could vote"),
    pytest.param(
        DATED.replace("in: [{from: 2026-02-01, to: 2026-06-30}, {from: 2026-09-01}]", "").replace(
            "over: [old-way, amend], by: vote", "over: [speak], by: vote"
        ),
        {"date": "2026-01-12"}, {"date": "2026"}, id="a veto that holds for a part of the year",
    ),
    pytest.param(TWO_BODIES, {"body": "board"}, {"body": "circle"}, id="the body tells which decision"),
    pytest.param(TWO_BODIES, {"body": "board"}, {}, id="no body does not tell which decision"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), ONE_AFTER_THE_OTHER)
def test_one_action_after_another(text: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    """Both ways round; and the two differ, so that an answer kept for the wrong one would show."""
    charter = charter_of(text)
    common: dict[str, Any] = {"action": "speak", "date": "2026-04-14", "notice": "2026-01-05"}
    votes = {"for": ["a"], "against": ["b", "c"]} if text is not TWO_BODIES else {"for": ["a", "b"]}
    one, two = (of({**common, "ballots": votes, **each}) for each in (first, second))
    alone = [decide(charter, each, as_of=date(2026, 4, 20), changes=False) for each in (one, two)]
    assert alone[0] != alone[1]
    for order in ((0, 1, 0), (1, 0, 1)):
        kept = Bindings(charter)
        for each in order:
            assert decide(kept, (one, two)[each], as_of=date(2026, 4, 20), changes=False) == alone[each]


def test_without_a_member_and_with_it() -> None:
    charter = charter_of(DATED)
    whole = of(
        {"action": "speak", "date": "2026-04-14", "notice": "2026-01-05", "ballots": {"for": ["a", "c"]}}
    )
    kept = Bindings(charter)
    for action in (whole, whole.leaving_out(("a",)), whole, whole.leaving_out(("c",))):
        assert decide(kept, action, changes=False) == decide(charter, action, changes=False)


# How much is kept


def test_what_is_kept_is_bounded() -> None:
    """More electorates, members concerned and casting votes than are kept; the answers stay the same."""
    charter = charter_of(DATED)
    kept = Bindings(charter)
    many = MOST_KEPT + 40
    for number in range(many):
        values = {
            "action": KINDS[number % 6],
            "date": str(date(2026, 1, 10) + timedelta(days=number)),
            "electorate": {"a": 1, "crowd": number + 1},
            "ballots": {"a": "for", "crowd": {"for": number}},
            "title": f"Number {number}",
        }
        last = decide(kept, of(values), changes=False)
    assert last == decide(charter, of(values), changes=False)
    for each in _all_kept(kept):
        assert len(each) <= MOST_KEPT
    assert any(len(each) > 10 for each in _all_kept(kept))


def _all_kept(kept: Bindings) -> list[dict[Any, Any]]:
    """Everything that grows: dictionaries of the bindings, of what is asked, and of each electorate."""
    owners: Sequence[object] = (kept, kept.asking, *kept._sittings.values())
    return [each for owner in owners for each in vars(owner).values() if isinstance(each, dict)]
