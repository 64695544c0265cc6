"""Decisions: against whom an expulsion could not be used, and how a yes is asked for as well."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read


def decision(rules: str, *, members: int = 3, more: str = "") -> Fact:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\n{more}\ndecisions:\n  d: {{{rules}}}\n"
    return next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "decision")


DUES = "weights: {dues: {values: {m0: 50, m1: 20, m2: 20}}}"


@pytest.mark.parametrize(
    ("rules", "everyone", "some"),
    [
        pytest.param("covers: [expel], passes: all members", True, None, id="all members"),
        pytest.param(
            "covers: [amend, expel], passes: at least 60% of dues", False, "m0", id="one has the weight"
        ),
        pytest.param(
            "covers: [expel], passes: at least 85% of dues", False, "m0, m1 or m2", id="three have the weight"
        ),
        pytest.param(
            "covers: [expel], passes: at least 85% of dues, member_concerned: {may_speak: true}",
            False,
            "m0, m1 or m2",
            id="three have it, the one concerned votes in so many words",
        ),
        pytest.param("covers: [expel], passes: more than half of members", False, None, id="nobody"),
        pytest.param("covers: [expel], passes: all the other members", False, None, id="all the others"),
        pytest.param(
            "covers: [expel], passes: all members, member_concerned: {votes: false, counted: false}",
            False,
            None,
            id="the member concerned is set apart",
        ),
        pytest.param(
            "body: few, covers: [expel], passes: all members",
            False,
            "m0, m1 or m2",
            id="a body without the fourth",
        ),
    ],
)
def test_whom_an_expulsion_could_not_be_used_against(rules: str, everyone: bool, some: str | None) -> None:
    fact = decision(rules, members=4, more=f"{DUES}\nbodies: {{few: {{members: [m0, m1, m2]}}}}")
    assert fact.values["concerned_can_stop"] is everyone
    assert fact.values.get("safe_members") == some


@pytest.mark.parametrize(
    ("passes", "words"),
    [
        pytest.param(
            "at most 1 member against", "at least 1 member and at most 1 member against", id="a limit"
        ),
        pytest.param("no member against", "at least 1 member and no member against", id="none against"),
        pytest.param(
            "no member against or fewer than 2 members against",
            "at least 1 member and no member against",
            id="an or, which cannot be added to",
        ),
        pytest.param("at least 2 members", None, id="a yes is asked for already"),
    ],
)
def test_the_same_rule_with_a_yes(passes: str, words: str | None) -> None:
    assert decision(f"covers: [speak], passes: {passes}").values.get("with_a_yes") == words
