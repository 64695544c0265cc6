"""What is proven for a finding: vetoes without effect, easy overrides, and new members before a change."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import Collected, collect
from coalcheck.engine.source.read import read

PROVEN = ("without_effect", "override_easier", "override_of", "let_in_first")


def collected(decisions: str, vetoes: str = "", *, members: int = 5) -> Collected:
    ids = ", ".join(f"{{id: m{n}, name: Member {n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\ndecisions: {{{decisions}}}\nvetoes: [{vetoes}]\n"
    return collect(load(read(text, "x")))


def proven(found: Collected) -> dict[str, object]:
    return {key: fact.values[key] for fact in found.facts for key in PROVEN if key in fact.values}


TWO_THIRDS = "money: {covers: [spend], passes: at least 2/3 of votes cast}"


@pytest.mark.parametrize(
    ("decisions", "vetoes", "expected"),
    [
        pytest.param(
            "money: {covers: [spend], passes: all members}", "{holders: [m0], over: [money]}",
            {"without_effect": "nothing is carried against those who hold it anyway"},
            id="all must agree already",
        ),
        pytest.param(
            "money: {covers: [spend], passes: at least 2/3 of members}",
            "{holders: [m0], over: [spend], override: more than half of members}",
            {"without_effect": "whoever can carry the decision can set it aside too"},
            id="whoever carries it sets it aside",
        ),
        pytest.param(
            TWO_THIRDS, "{holders: [m0], over: [spend], override: more than half of members}",
            {"override_easier": "three where four carry it", "override_of": "money"},
            id="three set it aside where all five vote",
        ),
        pytest.param(
            "in: {covers: [admit], passes: more than half of members}, "
            "change: {covers: [amend], passes: at least 2/3 of members}", "",
            {"let_in_first": "three in favour can let in one new member, "
                             "and four are in favour of the change then"},
            id="a majority lets in",
        ),
        pytest.param(TWO_THIRDS, "{holders: [m0], over: [spend]}", {}, id="a veto that nothing sets aside"),
        pytest.param(
            TWO_THIRDS, "{holders: [m0], over: [spend], override: all the other members}", {},
            id="all the others set it aside",
        ),
        pytest.param(TWO_THIRDS, "{holders: [m0], over: [spens]}", {}, id="over something unknown"),
        pytest.param("money: {covers: [spend]}", "{holders: [m0], over: [spend]}", {}, id="without a rule"),
        pytest.param(
            "change: {covers: [amend, admit], passes: more than half of members}", "", {},
            id="one decision for both",
        ),
        pytest.param(
            "in: {covers: [admit], passes: at least 2/3 of members}, "
            "change: {covers: [amend], passes: at least 2/3 of members}", "", {},
            id="as much for both",
        ),
    ],
)  # fmt: skip
def test_what_is_proven(decisions: str, vetoes: str, expected: dict[str, object]) -> None:
    found = collected(decisions, vetoes)
    assert proven(found) == expected
    assert not [note for note in found.notes if "analyze" in note]


def test_what_is_not_examined_is_said() -> None:
    rules = (
        "in: {covers: [admit], passes: more than half of members}, "
        "change: {covers: [amend], passes: at least 2/3 of members}"
    )
    found = collected(rules, "{holders: [m0], over: [amend]}", members=41)
    assert not proven(found)
    assert sum("coalcheck analyze does it" in note for note in found.notes) == 2
