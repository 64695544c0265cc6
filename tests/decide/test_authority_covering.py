"""Under which decision an action falls: by id, by kind, in force, with its condition met."""

from __future__ import annotations

from typing import Any

import pytest
from authority_charters import asked, charter_of, clause

ORDINARY = charter_of("""\
kinds: [newsletter]
decisions:
  statement: {covers: [speak, event], passes: at least 2/3 of votes cast}
  change: {covers: [amend, dissolve], passes: all members}
scope: {widen: change}
joining: {decision: change}
renewal: {renewed_by: change}
""")


@pytest.mark.parametrize(
    ("named", "key", "kinds"),
    [
        pytest.param("statement", "statement", ("speak", "event"), id="by-id"),
        pytest.param("speak", "statement", ("speak",), id="by-kind"),
        pytest.param("amend", "change", ("amend",), id="another-kind"),
        pytest.param("widen-scope", "change", ("widen-scope",), id="named-in-scope"),
        pytest.param("admit", "change", ("admit",), id="named-in-joining"),
        pytest.param("renew", "change", ("renew",), id="named-in-renewal"),
    ],
)
def test_covered(named: str, key: str, kinds: tuple[str, ...]) -> None:
    found = asked(ORDINARY, action=named)
    assert (found.decision, found.candidates, found.kinds) == (key, (key,), kinds)
    assert clause(found).met is True
    assert clause(found).route == ("decisions", key, "covers")
    assert found.authorised
    assert not found.missing


@pytest.mark.parametrize("kind", ["litigate", "expel", "newsletter"])
def test_no_decision_covers_it(kind: str) -> None:
    found = asked(ORDINARY, action=kind)
    assert found.decision is None
    assert not found.authorised
    assert clause(found).cure == "ratify"
    assert "change" in clause(found).remedy


def test_no_decision_covers_it_and_none_changes_the_charter() -> None:
    found = asked(charter_of("decisions: {statement: {covers: [speak]}}"), action="litigate")
    assert clause(found).cure == "none"
    assert clause(found).remedy


@pytest.mark.parametrize(
    "action",
    [pytest.param({"action": "statment"}, id="misspelt"), pytest.param({}, id="not-said")],
)
def test_what_is_meant_is_asked_and_not_judged(action: dict[str, Any]) -> None:
    found = asked(ORDINARY, **action)
    assert found.decision is None
    assert found.authorised
    assert clause(found).met is None
    assert "statement or change" in found.missing[0]


def test_the_only_decision_needs_no_name() -> None:
    found = asked(charter_of("decisions: {statement: {covers: [speak]}}"))
    assert found.decision == "statement"
    assert clause(found).default


def test_two_decisions_on_the_same_are_both_candidates() -> None:
    charter = charter_of("decisions: {one: {covers: [speak]}, two: {covers: [speak]}}")
    found = asked(charter, action="speak")
    assert found.decision is None
    assert found.candidates == ("one", "two")
    assert found.authorised
    assert "one or two" in found.missing[0]
    under_two = asked(charter, action="speak", decision="two")
    assert (under_two.decision, under_two.missing, under_two.kinds) == ("two", (), ("speak",))
    with pytest.raises(KeyError):
        asked(charter, action="speak", decision="three")


def test_the_body_that_decided_tells_two_apart() -> None:
    charter = charter_of("""\
bodies: {board: {members: [a]}, desk: {members: [b]}}
decisions: {one: {covers: [speak], body: board}, two: {covers: [speak], body: desk}}
""")
    assert asked(charter, action="speak", body="desk").decision == "two"
    assert asked(charter, action="speak").decision is None


def test_a_body_that_may_never_decide_on_it_is_not_meant() -> None:
    charter = charter_of("""\
bodies: {board: {members: [a], limits: {never: [speak]}}, desk: {members: [b], limits: {covers: [event]}}}
decisions:
  one: {covers: [speak], body: board}
  two: {covers: [speak], body: desk}
  three: {covers: [speak]}
""")
    assert asked(charter, action="speak").decision == "three"
    assert asked(charter, action="speak", body="desk").decision == "two"


BY_SUM = charter_of("""\
bodies: {assembly: {members: all}, board: {members: [a, b], limits: {spend: 1000 EUR}}}
decisions:
  large: {covers: [spend], body: assembly}
  small: {covers: [spend], body: board}
""")


@pytest.mark.parametrize(
    ("amount", "key"),
    [
        pytest.param("999.99 EUR", "small", id="below"),
        pytest.param("1000 EUR", "small", id="exactly"),
        pytest.param("1000.01 EUR", "large", id="a-cent-above"),
        pytest.param("10 USD", None, id="another-currency"),
        pytest.param("10 EUR a month", None, id="again-and-again"),
    ],
)
def test_the_sum_tells_two_apart(amount: str, key: str | None) -> None:
    assert asked(BY_SUM, action="spend", amount=amount).decision == key


def test_a_sum_that_comes_back_is_added_up() -> None:
    monthly = {"amount": "400 EUR", "every": "month"}
    assert asked(BY_SUM, action="spend", until="2026-05-14", **monthly).decision == "small"
    assert asked(BY_SUM, action="spend", until="2026-06-14", **monthly).decision == "large"


def test_a_zone_that_is_not_known_is_asked_for() -> None:
    charter = charter_of("""\
time_zone: Mars/Olympus
decisions:
  old: {covers: [amend], valid: {to: 2015-12-12}}
  new: {covers: [amend], valid: {from: 2015-12-13}}
""")
    assert asked(charter, action="amend").decision == "new"
    found = asked(charter, action="amend", date="2026-04-14T10:00Z")
    assert found.decision is None
    assert "Mars/Olympus" in found.missing[0]


# Robert's Rules: bylaws are changed by two thirds with previous notice, or by most of all members.
BY_NOTICE = charter_of("""\
decisions:
  with-notice: {covers: [amend], passes: at least 2/3 of votes cast, applies_if: {notice: 14 days}}
  without: {covers: [amend], passes: more than half of members}
""")


@pytest.mark.parametrize(
    ("action", "key", "candidates", "others"),
    [
        pytest.param(
            {"notice": "2026-03-31", "ballots": {"for": ["a"]}},
            "with-notice",
            ("with-notice",),
            ("without",),
            id="14",
        ),
        pytest.param(
            {"notice": "2026-04-01", "ballots": {"for": ["a"]}}, "without", ("without",), (), id="13"
        ),
        pytest.param(
            {"ballots": {"for": ["a"]}}, "without", ("without",), ("with-notice",), id="not-on-record"
        ),
        pytest.param({}, "without", ("without",), ("with-notice",), id="proposed"),
        pytest.param(
            {"notice": "2026-03-31"}, "with-notice", ("with-notice",), ("without",), id="proposed-with-it"
        ),
    ],
)
def test_a_rule_that_needs_notice(
    action: dict[str, Any], key: str | None, candidates: tuple[str, ...], others: tuple[str, ...]
) -> None:
    found = asked(BY_NOTICE, action="amend", **action)
    assert (found.decision, found.candidates, found.others) == (key, candidates, others)
    assert not found.missing
    # Only where it is not on record must be asked: what has not been sent yet still can be.
    assert bool(found.others_ask) is ("ballots" in action and "notice" not in action)


@pytest.mark.parametrize(
    ("notice", "met", "cure"),
    [
        pytest.param("2026-03-31", True, "", id="enough"),
        pytest.param("2026-04-01", False, "repeat", id="too-late"),
        pytest.param(None, None, "", id="not-on-record"),
    ],
)
def test_a_rule_that_needs_notice_and_stands_alone(notice: str | None, met: bool | None, cure: str) -> None:
    charter = charter_of("decisions: {change: {covers: [amend], applies_if: {notice: 14 days}}}")
    action: dict[str, Any] = {"notice": notice} if notice else {}
    found = asked(charter, action="amend", ballots={"for": ["a"]}, **action)
    about = [each for each in found.clauses if each.route is not None and "applies_if" in each.route]
    assert [(each.met, each.cure) for each in about] == [(met, cure)]
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
