"""Credits for what was used."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

MEMBERS = "[{id: mercy, name: Mercy Hospital}, {id: clinic}, {id: housing}]"


def charter(text: str, *, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str, name: str, *, members: str = MEMBERS) -> Value | None:
    return charter(text, members=members).values.get(name)


@pytest.mark.parametrize(
    ("given_by", "expected"),
    [
        pytest.param("the member that shared it", True, id="shared"),
        pytest.param("each to itself", True, id="itself"),
        pytest.param("the author", True, id="author"),
        pytest.param("the member that used it", False, id="used"),
        pytest.param("whoever used what was shared", False, id="used what was shared"),
        pytest.param("the coordinator", False, id="a third"),
    ],
)
def test_credits_from_whoever_shared(given_by: str, expected: bool) -> None:
    text = f"knowledge: {{credits: {{given_by: {given_by}}}, redeem_for: [days]}}"
    assert (known(text, "credits_given_by") == given_by) is expected
    assert known(text, "credits_unredeemable") is False


def test_credits_that_buy_nothing() -> None:
    assert known("knowledge: {credits: {shown_in: report}}", "credits_unredeemable") is True
    assert (
        known("knowledge: {credits: {shown_in: report}, in_words: For days.}", "credits_unredeemable")
        is False
    )
    assert known("knowledge: {redeem_for: [days]}", "credits_unredeemable") is None
