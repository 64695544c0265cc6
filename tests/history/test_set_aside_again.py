"""A matter that was set aside is spoken of when it came up twice, whoever brought it up."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import aside

SCOPE = """
scope:
  set_aside:
    - {id: energy, about: New gas and coal plants., words: [gas, coal]}
    - {id: ports, about: Ports}
"""


def act(number: int, more: str = "topics: [energy]") -> str:
    return f"action: letter\nid: act-{number}\ndate: 2026-0{number}-01\n{more}"


TALK = "happened: meeting\ndate: 2026-05-01\nmeeting: {{agenda: [{}]}}"


@pytest.mark.parametrize(
    ("entries", "times"),
    [
        pytest.param([act(1), act(2)], 2, id="two proposals"),
        pytest.param([act(1), act(2), act(3)], 3, id="three"),
        pytest.param(
            [act(1), act(2, "text: We ask for a new gas plant at the port.")], 2, id="by the words of a text"
        ),
        pytest.param(
            [act(1), "happened: statement\ndate: 2026-03-01\ntopics: [energy]"], 2, id="a statement too"
        ),
        pytest.param([act(1), act(2, "topics: [energy]\nin_name_of: coalition")], 2, id="in the name of all"),
        pytest.param(
            [act(1), act(2, "topics: [energy]\nin_name_of: breathe\nuses: [logo]")],
            2,
            id="with what belongs to all",
        ),
        pytest.param(
            [act(1), act(2), TALK.format("the press list")], 2, id="another matter was talked about"
        ),
        pytest.param(
            [act(1), TALK.format("gas plants"), act(6)], 2, id="talked about before it came up again"
        ),
    ],
)
def test_it_came_up_again(entries: list[str], times: int) -> None:
    record = recorded(*entries, charter=SCOPE)
    assert said(aside, record, "came_up", "set_aside") == [
        ("set-aside-again", times, "New gas and coal plants")
    ]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([act(1)], id="once"),
        pytest.param([act(1), act(2, "topics: [ports]")], id="two matters, each once"),
        pytest.param([act(1), act(2, "topics: [energy]\nfollows: act-1")], id="a second attempt at the same"),
        pytest.param([act(1), act(2, "topics: [energy]\nin_name_of: breathe")], id="in a member's own name"),
        pytest.param([act(1), act(2), TALK.format("Gas and coal")], id="talked about since"),
        pytest.param([act(1, ""), act(2, "")], id="other matters"),
        pytest.param([act(1), act(2, "text: We ask for clean air.")], id="a text on something else"),
    ],
)
def test_nothing_is_said(entries: list[str]) -> None:
    assert said(aside, recorded(*entries, charter=SCOPE)) == []


def test_nothing_is_said_after_the_end() -> None:
    ended = SCOPE + "\nterm: {starts: 2026-01-01, ends: 2026-06-30}"
    assert said(aside, recorded(act(1), act(2), charter=ended)) == []
    assert said(aside, recorded(act(1), act(2), charter=ended, as_of="2026-06-30")) != []
