"""An action of an example is judged with what stands on its record before it."""

from __future__ import annotations

import pytest

from coalcheck.engine.check import findings_of_files
from coalcheck.engine.policy.load import shipped

CHARTER = """\
name: Bridge for All
purpose: Keep the bridge open.
term: {starts: 2026-01-01, ends: 2026-12-31}
members: [{id: a}, {id: b}]
decisions: {spend: {covers: [spend], passes: all members}}
scope: {inside: [{id: bridge, about: The bridge}], money: {in_all: 1000 EUR}}
"""
SPENT = """\
action: spend
title: Print
date: 2026-%s
topics: [bridge]
amount: 600 EUR
ballots: {for: [a, b]}
"""
OF_MONEY = tuple(each for each in shipped() if each.name == "beyond-the-money")


@pytest.mark.parametrize(
    ("before", "codes"),
    [
        pytest.param((), [], id="nothing spent before"),
        pytest.param(("03-01",), ["D406"], id="spent before"),
        pytest.param(("06-01",), [], id="to be spent after"),
    ],
)
def test_what_was_spent_before_counts(before: tuple[str, ...], codes: list[str]) -> None:
    record = {f"decisions/{day}.yaml": SPENT % day for day in before}
    found = findings_of_files({"charter.yaml": CHARTER, **record, "now.yaml": SPENT % "05-01"}, OF_MONEY)

    assert [each.code for each in found] == codes
