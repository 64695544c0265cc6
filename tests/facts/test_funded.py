"""What a member and those whose costs it pays could do together and none of them alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.funded import Bloc, blocs
from coalcheck.engine.source.read import read


def charter(text: str, members: str) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


FUNDED = "[{id: a, name: Alpha}, {id: b, name: Beta, inducements: [{from: a}]}, {id: c}, {id: d}, {id: e}]"


@pytest.mark.parametrize(
    ("passes", "decide", "stop"),
    [
        pytest.param("at least 2 members", '"x"', None, id="two can carry it"),
        pytest.param("at least 3 members", None, None, id="three are needed"),
        pytest.param("at least 4/5 of members", None, '"x"', id="two can stop it"),
        pytest.param("all members", None, None, id="each can stop it alone"),
        pytest.param("at least 1 member", None, None, id="each can carry it alone"),
        pytest.param("more than half of members and no member against", None, None, id="each can object"),
        pytest.param("at least two thirds", None, None, id="a sentence that cannot be read"),
    ],
)
def test_what_a_funder_and_the_funded_can_do(passes: str, decide: str | None, stop: str | None) -> None:
    found = charter(f"decisions: {{x: {{covers: [speak], passes: {passes}}}}}", FUNDED).values

    assert (found.get("funded_decide"), found.get("funded_stop")) == (decide, stop)
    assert found.get("funded_payer") == ("Alpha" if decide or stop else None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("", "Beta", id="nothing said"),
        pytest.param("power: {disclosed: [Alpha pays for Beta]}", None, id="said openly"),
        pytest.param("power: Alpha pays.", None, id="said in a sentence"),
        pytest.param("power: {disclosed: [All of us are poor]}", "Beta", id="something else is said"),
    ],
)
def test_what_is_disclosed_is_not_said_again(text: str, named: str | None) -> None:
    found = charter(
        f"{text}\ndecisions: {{x: {{covers: [speak], passes: at least 2 members}}}}", FUNDED
    ).values
    assert found.get("funded_members") == named


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        pytest.param("[{id: a}, {id: b, inducements: none}]", (), id="none"),
        pytest.param("[{id: a}, {id: b, inducements: [{from: fund}]}]", (), id="from the fund"),
        pytest.param("[{id: a}, {id: b, inducements: [{from: b}]}]", (), id="from itself"),
        pytest.param(
            "[{id: a}, {id: b, inducements: [{from: a}]}, {id: c, inducements: [{from: b}]}]",
            (Bloc("a", ("b", "c")), Bloc("b", ("c",))),
            id="through another",
        ),
        pytest.param(
            "[{id: a, inducements: [{from: b}]}, {id: b, inducements: [{from: a}]}]",
            (Bloc("b", ("a",)), Bloc("a", ("b",))),
            id="each from the other",
        ),
        pytest.param(
            "[{id: a, name: Big Fund}, {id: b, inducements: [{from: big fund}]}]",
            (Bloc("a", ("b",)),),
            id="by its name",
        ),
    ],
)
def test_blocs(members: str, expected: tuple[Bloc, ...]) -> None:
    loaded = load(read(f"name: X\nmembers: {members}\n", "x")).charter

    assert loaded is not None
    assert blocs(loaded) == expected


@given(st.data())
def test_heads_can_be_counted(data: st.DataObject) -> None:
    """Where each member has one vote, what a bloc can do is a matter of two sums."""
    members = data.draw(st.integers(3, 7), label="members")
    funded = data.draw(st.integers(1, members - 1), label="funded")
    needed = data.draw(st.integers(1, members), label="needed")
    rows = [
        f"{{id: m{i}, inducements: [{{from: m0}}]}}" if 0 < i <= funded else f"{{id: m{i}}}"
        for i in range(members)
    ]
    rules = f"decisions: {{x: {{covers: [speak], passes: at least {needed} members}}}}"

    found = charter(rules, f"[{', '.join(rows)}]").values

    bloc = funded + 1
    assert ("funded_decide" in found) is (1 < needed <= bloc)
    assert ("funded_stop" in found) is (members - bloc < needed <= members - 1)
