"""Every clause that a verdict consults says where it stands, and quotes what stands there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from small import HEAD, act, verdict

from coalcheck.engine.wording.day import in_words as day_in_words

BOARDS = """\
bodies:
  board: {members: [a, b], limits: {spend: 100 EUR, never: [event]}}
  all-of-us: {members: all}
"""
BOARD = "passes: all members, body: board"
MOST = "passes: more than half of members"
PLACES = [
    pytest.param(act(MOST), {}, "body", ("decisions", "act"), id="no body is named"),
    pytest.param(act(BOARD, BOARDS), {}, "body", ("decisions", "act", "body"), id="the body of the rule"),
    pytest.param(
        act(BOARD, BOARDS), {"body": "board"}, "body", ("decisions", "act", "body"), id="the same body"
    ),
    pytest.param(
        act(BOARD, BOARDS), {"body": "all-of-us"}, "body", ("decisions", "act", "body"), id="another body"
    ),
    pytest.param(
        act(BOARD, BOARDS), {"body": "bord"}, "body", ("decisions", "act"), id="a body nobody knows"
    ),
    pytest.param(
        act(f"{MOST}, body: all-of-us", BOARDS),
        {"body": "everyone"},
        "body",
        ("decisions", "act", "body"),
        id="everyone, as people say it",
    ),
    pytest.param(act(MOST, BOARDS), {"body": "board"}, "body", ("decisions", "act"), id="it is for everyone"),
    pytest.param(
        act(BOARD, BOARDS),
        {"amount": "200 EUR"},
        "limits",
        ("bodies", "board", "limits", "spend"),
        id="the sum of a body",
    ),
    pytest.param(
        act(MOST, "scope: {money: {one_decision: 100 EUR}}\n"),
        {"amount": "200 EUR"},
        "money",
        ("scope", "money", "one_decision"),
        id="the sum of one decision",
    ),
    pytest.param(
        act(MOST, "fund: {spending: [{up_to: 100 EUR, by: treasurer}, {above: 100 EUR, by: act}]}\n"),
        {"amount": "200 EUR"},
        "money",
        ("fund", "spending", 1),
        id="a row of the fund",
    ),
    pytest.param(
        act(MOST, "term: {starts: 2026-05-01}\n"), {}, "term", ("term", "starts"), id="before the beginning"
    ),
    pytest.param(act(MOST, "term: {ends: 2026-04-01}\n"), {}, "term", ("term", "ends"), id="after the end"),
    pytest.param(act(MOST, "stage: ended\n"), {}, "term", ("stage",), id="it has ended"),
    pytest.param(
        act(MOST, "stage: pilot\nmessaging: Ask first.\n"),
        {"uses": ["logo"]},
        "limits",
        ("messaging",),
        id="a pilot and names",
    ),
    pytest.param(
        act(MOST, "stage: pilot\n"), {"amount": "5 EUR"}, "money", ("stage",), id="a pilot, and money"
    ),
    pytest.param(act(MOST), {}, "rule", ("decisions", "act", "passes"), id="the rule"),
    pytest.param(act("covers: [event]"), {}, "rule", ("decisions", "act"), id="no rule"),
    pytest.param(
        act(f"{MOST}, quorum: 2 members"), {}, "quorum", ("decisions", "act", "quorum"), id="the quorum"
    ),
    pytest.param(
        act(f"{MOST}, expires: 30 days"),
        {},
        "expiry",
        ("decisions", "act", "expires"),
        id="until when it holds",
    ),
]


def stands_at(text: str, route: tuple[str | int, ...]) -> Any:
    """What a charter has at a place; KeyError or IndexError where there is none."""
    found: Any = yaml.load(HEAD + text, Loader=yaml.BaseLoader)
    for step in route:
        found = found[step]
    return found


def in_words(text: str) -> str:
    """A day as it may also be quoted; anything else as it is."""
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return text


@pytest.mark.parametrize(("text", "action", "part", "route"), PLACES)
def test_it_is_said_where_a_clause_stands(
    text: str, action: dict[str, Any], part: str, route: tuple[str | int, ...]
) -> None:
    found = verdict(text, **{"ballots": {"for": ["a", "b", "c"]}, **action})
    asked = [each for each in found.clauses if each.part == part]
    assert route in [each.route for each in asked], asked
    for each in asked:
        assert each.route is not None
        there = stands_at(text, each.route)
        if each.text and isinstance(there, str):
            assert each.text in {there, in_words(there)}
