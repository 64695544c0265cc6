"""Sums: of the scope, of the fund, and of a series."""

from __future__ import annotations

from typing import Any

import pytest
from authority_charters import about, asked, charter_of

SCOPE = charter_of("""\
decisions:
  statement: {covers: [speak, spend]}
  change: {covers: [amend, widen-scope, spend-more]}
kinds: [spend-more]
scope: {money: {in_all: 6000 EUR, one_decision: 2500 EUR}, widen: change}
""")


def test_the_decision_that_widens_may_spend_more() -> None:
    found = asked(SCOPE, action="change", amount="9000 EUR")
    assert found.authorised
    assert all(each.met and "may widen" in each.said for each in about(found, "money"))


def test_what_covers_widening_widens_where_nothing_else_is_said() -> None:
    charter = charter_of(
        "decisions: {s: {covers: [spend]}, w: {covers: [widen-scope]}}\nscope: {money: {in_all: 5 EUR}}\n"
    )
    assert asked(charter, action="w", amount="6 EUR").authorised
    (clause,) = about(asked(charter, action="s", amount="6 EUR"), "money")
    assert clause.cure == "ratify"
    assert clause.remedy.startswith("Under w,")


def test_nothing_widens_the_limit() -> None:
    charter = charter_of("decisions: {s: {covers: [spend]}}\nscope: {money: {in_all: 5 EUR}}\n")
    found = asked(charter, action="spend", amount="6 EUR")
    assert about(found, "money")[0].cure == "none"


@pytest.mark.parametrize(
    ("action", "missing"),
    [
        pytest.param({"action": "spend"}, True, id="spending-without-a-sum"),
        pytest.param({"action": "speak"}, False, id="speaking-without-a-sum"),
        pytest.param({"action": "statement"}, False, id="one-of-several-kinds"),
    ],
)
def test_a_sum_that_is_not_said(action: dict[str, Any], missing: bool) -> None:
    assert bool(asked(SCOPE, **action).missing) is missing


def test_no_sum_is_needed_where_none_is_limited() -> None:
    assert not asked(charter_of("decisions: {s: {covers: [spend]}}"), action="spend").missing


FUND = charter_of("""\
coordinator: {position: manager, answers_to: steering}
fund:
  spending:
    - {up_to: 25000 USD, by: coordinator}
    - {up_to: 100000 USD, by: steering}
    - {above: 100000 USD, by: assembly}
bodies:
  assembly: {members: all}
  steering: {members: [a, b], answers_to: assembly}
  desk: {members: [c]}
decisions:
  routine: {covers: [spend-small], body: steering}
  large: {covers: [spend-large], body: assembly}
  quick: {covers: [spend-now], body: desk}
  all-of-us: {covers: [spend-any]}
kinds: [spend-small, spend-large, spend-now, spend-any]
""")


@pytest.mark.parametrize(
    ("kind", "amount", "met"),
    [
        pytest.param("spend-small", "25000.01 USD", True, id="steering-from"),
        pytest.param("spend-small", "100000 USD", True, id="steering-to"),
        pytest.param("spend-small", "100000.01 USD", False, id="above-steering"),
        pytest.param("spend-small", "25000 USD", True, id="above-the-coordinator"),
        pytest.param("spend-large", "100000.01 USD", True, id="assembly"),
        pytest.param("spend-large", "50000 USD", True, id="assembly-above-steering"),
        pytest.param("spend-large", "10 USD", True, id="assembly-above-all"),
        pytest.param("spend-now", "50000 USD", False, id="a-body-beside"),
        pytest.param("spend-now", "10 USD", None, id="a-body-beside-the-coordinator"),
        pytest.param("spend-any", "200000 USD", True, id="all-of-us"),
        pytest.param("spend-any", "10 EUR", None, id="two-currencies"),
        pytest.param("spend-small", "40000 USD every month until 2026-05-14", True, id="twice"),
        pytest.param("spend-small", "40000 USD every month until 2026-06-14", False, id="three-times"),
        pytest.param("spend-small", "40000 USD every month", None, id="without-end"),
    ],
)
def test_rules_of_the_fund(kind: str, amount: str, met: bool | None) -> None:
    amount, _, again = amount.partition(" every ")
    every, _, until = again.partition(" until ")
    action = {"amount": amount, "every": every, "until": until}
    found = asked(FUND, action=kind, **{key: value for key, value in action.items() if value})
    clauses = about(found, "money")
    assert [each.met for each in clauses] == [met]
    assert found.authorised is (met is not False)
    if met is False:
        assert clauses[0].cure == "ratify"
        assert ("large" if kind == "spend-small" else "routine") in clauses[0].remedy


ROWS = charter_of("""\
fund: {spending: [{above: 10 EUR, by: board}, {above: 100 EUR, by: all}, {up_to: 10 EUR, by: the treasurer}]}
bodies: {board: {members: [a]}}
decisions: {routine: {covers: [spend], body: board}, together: {covers: [partner]}}
""")


@pytest.mark.parametrize(
    ("named", "amount", "met"),
    [
        pytest.param("routine", "0 EUR", None, id="nothing"),
        pytest.param("routine", "10 EUR", None, id="someone-in-words"),
        pytest.param("routine", "10.01 EUR", True, id="above-the-first"),
        pytest.param("routine", "100 EUR", True, id="up-to-the-second"),
        pytest.param("routine", "100.01 EUR", False, id="above-the-second"),
        pytest.param("together", "100.01 EUR", True, id="all-of-us"),
        pytest.param("together", "50 EUR", True, id="all-of-us-above-the-board"),
    ],
)
def test_rules_of_the_fund_read_in_a_row(named: str, amount: str, met: bool | None) -> None:
    found = asked(ROWS, action=named, amount=amount)
    assert [each.met for each in about(found, "money")] == [met]
    assert not found.missing


def test_a_sum_above_the_body_and_the_rule_of_the_fund_name_the_same() -> None:
    charter = charter_of("""\
fund: {spending: [{up_to: 10 EUR, by: board}, {above: 10 EUR, by: assembly}]}
bodies: {assembly: {members: all}, board: {members: [a], limits: {spend: 10 EUR}}}
decisions: {routine: {covers: [spend], body: board}, change: {covers: [amend], body: assembly}}
""")
    found = asked(charter, action="spend", amount="11 EUR")
    barred = [each for each in found.clauses if each.cure]
    assert [each.part for each in barred] == ["limits", "money"]
    assert all("assembly" in each.remedy for each in barred)
