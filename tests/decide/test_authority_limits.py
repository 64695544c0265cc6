"""Bodies and money: who may decide on what, up to what sum, and who can agree to it afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from authority_charters import about, asked, charter_of

from coalcheck.engine.charter.load import load
from coalcheck.engine.source.read import read

BODIES = charter_of("""\
bodies:
  assembly: {members: all}
  board:
    seats: [{member: a}, {member: b}]
    answers_to: assembly
    limits: {spend: 1000 EUR, covers: [spend, event, speak], never: [speak]}
  old: {members: [a], valid: {to: 2025-12-31}}
decisions:
  routine: {covers: [spend, event, speak], body: board}
  partner: {covers: [partner], body: board}
  letter: {covers: [speak], body: board}
  change: {covers: [amend, speak], body: assembly}
  everyone: {covers: [admit]}
  past: {covers: [litigate], body: old}
""")


@pytest.mark.parametrize(
    ("action", "met", "cure", "words"),
    [
        pytest.param({"action": "event"}, True, "", "board decides", id="not-said"),
        pytest.param({"action": "event", "body": "board"}, True, "", "board decides", id="right"),
        pytest.param({"action": "event", "body": "assembly"}, False, "ratify", "for board", id="wrong"),
        pytest.param({"action": "amend", "body": "board"}, False, "ratify", "for assembly", id="the-lower"),
        pytest.param({"action": "admit"}, True, "", "all members decide", id="everyone"),
        pytest.param({"action": "admit", "body": "assembly"}, True, "", "all members", id="everyone-by-name"),
        pytest.param({"action": "admit", "body": "board"}, False, "ratify", "all members", id="not-everyone"),
        pytest.param({"action": "litigate"}, False, "ratify", "until 31 December 2025", id="no-longer-there"),
        pytest.param(
            {"action": "litigate", "date": "2025-12-31"}, True, "", "old decides", id="its-last-day"
        ),
        pytest.param({"action": "litigate", "date": "2025"}, True, "", "old decides", id="its-last-year"),
    ],
)
def test_the_body(action: dict[str, Any], met: bool, cure: str, words: str) -> None:
    clause = about(asked(BODIES, **action), "body")[0]
    assert (clause.met, clause.cure) == (met, cure)
    assert words in clause.said
    assert bool(clause.remedy) is (not met)


@pytest.mark.parametrize(
    ("named", "was", "met"),
    [
        pytest.param("amend", "everyone", True, id="an-assembly-of-all"),
        pytest.param("event", "everyone", False, id="all-of-them-are-not-the-board"),
        pytest.param("event", "bord", None, id="no-such-body"),
        pytest.param("admit", "bord", None, id="no-such-body-where-all-decide"),
    ],
)
def test_who_decided_as_people_say_it(named: str, was: str, met: bool | None) -> None:
    found = asked(BODIES, action=named, body=was)
    assert about(found, "body")[0].met is met
    assert bool(found.missing) is (met is None)


def test_a_body_that_the_charter_does_not_describe_is_asked_for() -> None:
    loaded = load(read("name: X\npurpose: Y\nmembers: [{id: a}]\ndecisions: {s: {body: bord}}\n", "c.yaml"))
    assert loaded.charter is not None
    found = asked(loaded.charter, action="s")
    assert about(found, "body")[0].met is None
    assert "bord" in found.missing[0]


@pytest.mark.parametrize(
    ("action", "met", "remedy"),
    [
        pytest.param({"action": "event"}, True, "", id="allowed"),
        pytest.param({"action": "letter"}, False, "Assembly can agree to it under change.", id="never"),
        pytest.param({"action": "partner"}, False, "change the charter", id="not-among-its-kinds"),
        pytest.param({"action": "routine"}, None, "", id="kind-not-said"),
    ],
)
def test_the_kinds_of_a_body(action: dict[str, Any], met: bool | None, remedy: str) -> None:
    found = asked(BODIES, **action)
    clauses = about(found, "limits")
    assert clauses
    worst = min(clauses, key=lambda each: {False: 0, None: 1, True: 2}[each.met])
    assert worst.met is met
    assert remedy in worst.remedy
    assert worst.cure == ("ratify" if met is False else "")
    assert bool(found.missing) is (met is None)


@pytest.mark.parametrize(
    ("amount", "met"),
    [
        pytest.param("1000 EUR", True, id="exactly"),
        pytest.param("1000.01 EUR", False, id="a-cent-more"),
        pytest.param("10 USD", None, id="two-currencies"),
        pytest.param("10 EUR a month", None, id="again-and-again"),
    ],
)
def test_the_sum_of_a_body(amount: str, met: bool | None) -> None:
    found = asked(BODIES, action="spend", amount=amount)
    clause = next(each for each in about(found, "limits") if each.text == "1000 EUR")
    assert clause.met is met
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
    if amount == "10 USD":
        assert "USD" in found.missing[0]
        assert "EUR" in found.missing[0]


@pytest.mark.parametrize(
    ("other", "cure", "words"),
    [
        pytest.param("{covers: [spend]}", "ratify", "All members can agree to it under other.", id="all"),
        pytest.param("{covers: [spend], body: large}", "ratify", "Large can agree", id="a-larger-limit"),
        pytest.param(
            "{covers: [spend], body: equal}", "none", "no decision that could", id="no-larger-limit"
        ),
        pytest.param("{covers: [spend], body: never}", "none", "no decision that could", id="never"),
        pytest.param("{covers: [spend], body: others}", "none", "no decision that could", id="other-kinds"),
        pytest.param("{covers: [spend], body: board}", "none", "no decision that could", id="the-same-body"),
        pytest.param(
            "{covers: [spend], valid: {to: 2025-12-31}}", "none", "no decision that could", id="past"
        ),
        pytest.param("{covers: [amend]}", "ratify", "change the charter", id="who-changes-the-charter"),
    ],
)
def test_who_can_agree_to_a_sum_above_the_limit(other: str, cure: str, words: str) -> None:
    charter = charter_of(f"""\
bodies:
  board: {{members: [a], limits: {{spend: 10 EUR}}}}
  large: {{members: [b], limits: {{spend: 20 EUR}}}}
  equal: {{members: [b], limits: {{spend: 10 EUR}}}}
  never: {{members: [b], limits: {{never: [spend]}}}}
  others: {{members: [b], limits: {{covers: [speak]}}}}
decisions: {{routine: {{covers: [spend], body: board}}, other: {other}}}
""")
    found = asked(charter, action="routine", amount="11 EUR")
    clause = next(each for each in about(found, "limits") if each.cure)
    assert clause.cure == cure
    assert words in clause.remedy


def test_limits_of_another_time_are_not_asked() -> None:
    charter = charter_of("""\
bodies: {board: {members: [a], limits: {never: [speak], valid: {to: 2025-12-31}}}}
decisions: {routine: {covers: [speak], body: board}}
""")
    assert not about(asked(charter, action="speak"), "limits")
    assert not asked(charter, action="speak", date="2025-12-31").authorised


SCOPE = charter_of("""\
decisions:
  statement: {covers: [speak, spend]}
  change: {covers: [amend, widen-scope, spend-more]}
kinds: [spend-more]
scope: {money: {in_all: 6000 EUR, one_decision: 2500 EUR}, widen: change}
""")


@pytest.mark.parametrize(
    ("action", "one", "in_all"),
    [
        pytest.param({"amount": "2500 EUR"}, True, True, id="exactly"),
        pytest.param({"amount": "2500.01 EUR"}, False, True, id="a-cent-more"),
        pytest.param({"amount": "6000.01 EUR"}, False, False, id="more-than-in-all"),
        pytest.param({"amount": "100 USD"}, None, None, id="two-currencies"),
        pytest.param(
            {"amount": "500 EUR", "every": "month", "until": "2026-08-14"}, True, True, id="five-times"
        ),
        pytest.param(
            {"amount": "500 EUR", "every": "month", "until": "2026-08-13"}, True, True, id="four-times"
        ),
        pytest.param(
            {"amount": "500 EUR", "every": "month", "until": "2026-09-14"}, False, True, id="six-times"
        ),
        pytest.param({"amount": "500 EUR", "every": "month"}, None, None, id="without-end"),
        pytest.param({"amount": "7000 EUR", "every": "month"}, False, False, id="once-is-too-much"),
        pytest.param(
            {"amount": "500 EUR", "every": "12 hours", "until": "2026-04-16"}, False, True, id="six-half-days"
        ),
        pytest.param(
            {"amount": "500 EUR", "every": "day", "until": "2026-04-18"}, True, True, id="five-days"
        ),
        pytest.param(
            {"amount": "500 EUR", "every": "day", "until": "2026-04-19"}, False, True, id="six-days"
        ),
        pytest.param(
            {"amount": "900 EUR", "every": "year", "until": "2028-04-13"}, True, True, id="two-years"
        ),
        pytest.param(
            {"amount": "900 EUR", "every": "year", "until": "2028-04-14"}, False, True, id="three-years"
        ),
        pytest.param({"amount": "900 EUR", "every": "month", "until": "2026-01-01"}, True, True, id="once"),
        pytest.param(
            {"amount": "100 EUR", "every": "2 weeks", "until": "2027-03-30"}, False, True, id="26-times"
        ),
        pytest.param(
            {"amount": "100 EUR", "every": "2 weeks", "until": "2027-03-29"}, True, True, id="25-times"
        ),
    ],
)
def test_money_of_the_scope(action: dict[str, Any], one: bool | None, in_all: bool | None) -> None:
    found = asked(SCOPE, action="spend", **action)
    clauses = about(found, "money")
    assert [each.met for each in clauses] == [one, in_all]
    assert found.authorised is (False not in (one, in_all))
    assert bool(found.missing) is (None in (one, in_all))
    for each in clauses:
        assert each.cure == ("ratify" if each.met is False else "")
        assert each.met is not False or "change" in each.remedy
