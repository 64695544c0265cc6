"""Vetoes: who holds them over what, what is left open, and whether the others can overrule them."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read


def veto(rules: str, *, members: int = 3) -> Fact:
    ids = ", ".join(f"{{id: m{n}, name: Member {n}}}" for n in range(members))
    text = (
        f"name: X\nmembers: [{ids}]\ngroups: {{founders: [m0, m1]}}\nkinds: [leave]\n"
        "decisions:\n  joint-statement: {covers: [speak, event], passes: more than half of members}\n"
        f"  money: {{covers: [spend], passes: all members}}\nvetoes:\n  - {{{rules}}}\n"
    )
    return next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "veto")


@pytest.mark.parametrize(
    ("rules", "who", "over"),
    [
        pytest.param(
            "holders: [m0], over: [joint-statement]", "One member", "joint statement", id="one, a decision"
        ),
        pytest.param("holders: [m0, m1], over: [spend]", "Each of two members", "payment", id="two, a kind"),
        pytest.param(
            "holders: [founders], over: [speak]", "Each of two members", "public statement", id="a group"
        ),
        pytest.param(
            "holders: [m0, m1], jointly: yes, over: [money]",
            "Two members together",
            'decision under "money"',
            id="together",
        ),
        pytest.param(
            "holders: [m0, m1, m2], jointly: 2, over: [money, speak]",
            "Any two of three members together",
            'decision under "money" and public statement',
            id="any two of three",
        ),
        pytest.param("holders: [m0], over: [warn]", "One member", "decision on warn", id="a kind of its own"),
        pytest.param(
            "holders: all, over: [all]", "Every member alone", "decision", id="everyone over everything"
        ),
    ],
)
def test_who_and_what(rules: str, who: str, over: str) -> None:
    fact = veto(rules)
    assert (fact.values["who"], fact.values["over"]) == (who, over)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param("holders: [m0], over: [speak]", {"over_messages": True}, id="the kind"),
        pytest.param(
            "holders: [m0], over: [joint-statement]", {"over_messages": True}, id="a decision that covers it"
        ),
        pytest.param("holders: [m0], over: [all]", {"over_messages": True}, id="everything"),
        pytest.param("holders: [m0], over: [money]", {"over_messages": False}, id="money"),
        pytest.param("holders: [m0], over: [event]", {"over_messages": False}, id="a kind beside it"),
        pytest.param("holders: [m0], over: [leave]", {"over_exit": True}, id="leaving"),
        pytest.param("holders: [m0, m1, m2], over: [spend]", {"held_by_all": True}, id="everyone alone"),
        pytest.param(
            "holders: [m0, m1, m2], jointly: yes, over: [spend]",
            {"held_by_all": False},
            id="everyone together",
        ),
    ],
)
def test_flags(rules: str, expected: dict[str, Value]) -> None:
    fact = veto(rules)
    assert {name: fact.values[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("terms", "count", "words"),
    [
        pytest.param("", 4, "how often it may be used, whether a reason is given, by when", id="nothing"),
        pytest.param(
            ", limit: 1 per year, needs: [reason], within: 48 hours, override: at least 2 members",
            0,
            "",
            id="everything",
        ),
        pytest.param(
            ", limit: 1 per year, needs: [reason], within: 48 hours",
            1,
            "how the others can overrule it",
            id="no override",
        ),
        pytest.param(
            ", by: vote", 2, "whether a reason is given", id="a vote against needs no time of its own"
        ),
    ],
)
def test_what_is_left_open(terms: str, count: int, words: str) -> None:
    fact = veto(f"holders: [m0], over: [spend]{terms}")
    assert fact.values["lacks_count"] == count
    assert words in str(fact.values.get("lacks", ""))


@pytest.mark.parametrize(
    ("rules", "needed"),
    [
        pytest.param(
            "holders: [m0], override: at least 3/4 of members", "Member 0", id="three quarters of three"
        ),
        pytest.param("holders: [m0], override: all members", "Member 0", id="all"),
        pytest.param("holders: [m0], override: at least 2/3 of members", None, id="two thirds of three"),
        pytest.param("holders: [m0], override: all the other members", None, id="all the others"),
        pytest.param("holders: [m0, m1], override: at least 2/3 of members", None, id="each of two alone"),
        pytest.param(
            "holders: [m0, m1], jointly: yes, override: at least 2/3 of members",
            "Member 0 and Member 1",
            id="two together",
        ),
    ],
)
def test_the_override(rules: str, needed: str | None) -> None:
    fact = veto(f"{rules}, over: [spend]")
    assert fact.values["override_needs_holder"] is (needed is not None)
    assert fact.values.get("needed") == needed


@pytest.mark.parametrize(
    "override",
    [
        pytest.param("", id="none"),
        pytest.param(", override: at least two thirds", id="one that cannot be read"),
        pytest.param(", override: at least 9 members", id="one that nobody can reach"),
    ],
)
def test_of_no_usable_override_nothing_is_said(override: str) -> None:
    assert "override_needs_holder" not in veto(f"holders: [m0], over: [spend]{override}").values
