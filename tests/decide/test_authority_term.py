"""Before the beginning, after the end, before all have signed, and in a pilot."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.members import Stretch
from coalcheck.engine.decide.authority import Authority, authority
from coalcheck.engine.decide.case import holds
from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.source.read import read

DAY = date(2026, 11, 14)
MEMBERS = "members: [{id: a, name: Alpha}, {id: b, name: Beta}]\n"


def charter_of(text: str, members: str = MEMBERS) -> Charter:
    loaded = load(read(f"name: Clean Air\npurpose: Stop the deal.\n{members}{text}", "charter.yaml"))
    assert loaded.charter is not None
    assert not loaded.problems, loaded.problems
    return loaded.charter


DECISIONS = "decisions: {statement: {covers: [speak, event, spend, partner, amend]}}\n"
TERM = charter_of(f"term: {{starts: 2026-04-01, ends: 2026-10-31}}\n{DECISIONS}")
LISTED = charter_of(
    f"term: {{starts: 2026-04-01, ends: 2026-10-31}}\n{DECISIONS}"
    "winding_up: {still_allowed: [pay debts, honour leases, return data, joint announcement]}\n"
)


def asked(charter: Charter, **action: Any) -> Authority:
    return authority(charter, of({"action": "speak", "date": "2026-11-14", **action}), DAY)


def about(found: Authority, part: str) -> Consulted:
    return next(each for each in found.clauses if each.part == part)


@pytest.mark.parametrize(
    ("when", "met"),
    [
        pytest.param("2026-03-31", False, id="the-day-before"),
        pytest.param("2026-04-01", True, id="first-day"),
        pytest.param("2026-10-31", True, id="last-day"),
        pytest.param("2026-11-01", False, id="the-day-after"),
        pytest.param("2026-10-31T23:59Z", True, id="last-minute"),
        pytest.param("2026-11-01T01:00+02:00", True, id="the-day-of-the-zone-counts"),
        pytest.param("2025", False, id="the-year-before"),
        pytest.param("2026", None, id="the-year"),
        pytest.param("2027", False, id="the-year-after"),
    ],
)
def test_the_term(when: str, met: bool | None) -> None:
    found = asked(TERM, date=when, title="Joint letter")
    clause = about(found, "term")
    assert clause.met is met
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
    if met is False:
        assert clause.cure == ("ratify" if when < "2026-04" else "none")
        assert clause.remedy


# charters.md: after the end, paying an invoice is authorised and a new statement is not.
@pytest.mark.parametrize(
    ("action", "met"),
    [
        pytest.param(
            {"action": "spend", "title": "Paying an invoice", "amount": "300 EUR"}, True, id="invoice"
        ),
        pytest.param(
            {"action": "spend", "title": "Pay the printer's invoice"}, True, id="invoice-without-a-sum"
        ),
        pytest.param({"action": "spend", "about": "Settling our debts"}, True, id="debts"),
        pytest.param(
            {"action": "spend", "title": "Return of the unspent share", "amount": "9 EUR"}, True, id="return"
        ),
        pytest.param({"title": "New statement"}, False, id="new-statement"),
        pytest.param({"title": "Statement on the port"}, False, id="statement"),
        pytest.param({"title": "We announce the end of our coalition"}, True, id="announce-the-end"),
        pytest.param({"title": "Final report"}, True, id="final-report"),
        pytest.param(
            {"title": "Announcement of a new campaign, now the old one ended"}, False, id="a-new-campaign"
        ),
        pytest.param({"title": "Announcement"}, None, id="of-what"),
        pytest.param({"title": "Report on the harbour"}, None, id="which-report"),
        pytest.param(
            {"title": "Pay a visit to the port: letter on the invoice affair"}, False, id="words-alone"
        ),
        pytest.param(
            {"action": "spend", "title": "Pay for posters", "amount": "90 EUR"}, None, id="owed-or-not"
        ),
        pytest.param({"action": "spend", "amount": "90 EUR"}, None, id="for-what"),
        pytest.param({"action": "spend", "title": "Posters", "amount": "90 EUR"}, False, id="posters"),
        pytest.param(
            {"action": "spend", "title": "New invoice software", "amount": "90 EUR"}, False, id="new-invoice"
        ),
        pytest.param(
            {"action": "spend", "title": "Debt of the summer", "amount": "9 EUR"}, True, id="a-debt"
        ),
        pytest.param({"action": "spend", "title": "Posters on debt", "amount": "9 EUR"}, None, id="on-debt"),
        pytest.param({"action": "statement", "title": "Pay the printer's invoice"}, True, id="kind-not-said"),
        pytest.param({"action": "statement", "title": "On paying debts"}, None, id="kind-not-said-asks"),
        pytest.param(
            {"action": "partner", "title": "For the return of the ferry"}, None, id="return-of-what"
        ),
        pytest.param({"action": "partner", "title": "Work with Harbour Watch"}, False, id="partner"),
        pytest.param({"action": "amend", "title": "Go on for another year"}, False, id="amend"),
        pytest.param({"action": "statement", "title": "Joint letter"}, False, id="by-the-decision"),
    ],
)
def test_after_the_end(action: dict[str, Any], met: bool | None) -> None:
    found = asked(TERM, **action)
    clause = about(found, "term")
    assert clause.met is met, clause.said
    assert found.authorised is (met is not False)
    assert bool(found.missing) is (met is None)
    assert "pay, return, report and announce" in clause.default


@pytest.mark.parametrize(
    ("action", "met"),
    [
        pytest.param({"title": "Joint announcement"}, True, id="listed"),
        pytest.param(
            {"action": "partner", "title": "Honouring the lease of the office"}, True, id="listed-words"
        ),
        pytest.param(
            {"action": "partner", "title": "Returning all data to the families"}, True, id="other-endings"
        ),
        pytest.param({"title": "Joint letter"}, False, id="half-of-it"),
        pytest.param({"action": "partner", "title": "Honours for the dockers"}, False, id="another-half"),
    ],
)
def test_what_the_charter_still_allows(action: dict[str, Any], met: bool) -> None:
    clause = about(asked(LISTED, **action), "term")
    assert clause.met is met
    assert ("still allows" in clause.said) is met


@pytest.mark.parametrize(
    ("done", "met"),
    [
        pytest.param("2026-10-31", True, id="in-time"),
        pytest.param("2026-11-01", False, id="after-the-end"),
        pytest.param("yes", True, id="day-not-on-record"),
    ],
)
def test_what_was_decided_in_time_is_not_carried_over_the_end(done: str, met: bool) -> None:
    assert about(asked(TERM, date="2026-10-20", title="Joint letter", done=done), "term").met is met


@pytest.mark.parametrize(
    ("term", "action", "met", "missing"),
    [
        pytest.param("", {"title": "Letter"}, None, True, id="letter"),
        pytest.param("", {"title": "We announce the end"}, True, False, id="winding-up"),
        pytest.param("term: {ends: 2027-10-31}\n", {"title": "Letter"}, None, True, id="ended-early"),
        pytest.param("term: {ends: 2026-10-31}\n", {"title": "Letter"}, False, False, id="ended-in-time"),
    ],
)
def test_a_coalition_that_has_ended(
    term: str, action: dict[str, Any], met: bool | None, missing: bool
) -> None:
    found = asked(charter_of(f"stage: ended\n{term}{DECISIONS}"), **action)
    assert about(found, "term").met is met
    assert bool(found.missing) is missing


@pytest.mark.parametrize(
    ("days", "held"),
    [
        pytest.param(("2026-04-01", "2026-04-30"), True, id="both-ends"),
        pytest.param(("2026-03-31", "2026-04-30"), None, id="begins-before"),
        pytest.param(("2026-04-01", "2026-05-01"), None, id="ends-after"),
        pytest.param(("2026-03-01", "2026-04-01"), None, id="touches-the-first-day"),
        pytest.param(("2026-04-30", "2026-05-31"), None, id="touches-the-last-day"),
        pytest.param(("2026-03-01", "2026-03-31"), False, id="before"),
        pytest.param(("2026-05-01", "2026-05-31"), False, id="after"),
    ],
)
def test_a_stretch_and_the_days_that_it_may_be(days: tuple[str, str], held: bool | None) -> None:
    stretch = Stretch.model_validate({"from": "2026-04-01", "to": "2026-04-30"})
    first, last = map(date.fromisoformat, days)
    assert holds(stretch, (first, last)) is held
    assert holds(None, (first, last)) is True


def test_without_a_term_nothing_is_asked() -> None:
    assert not [each for each in asked(charter_of(DECISIONS)).clauses if each.part == "term"]


def test_what_runs_on_after_the_end_is_told() -> None:
    found = asked(TERM, date="2026-10-01", title="Joint letter", until="2026-11-30")
    assert found.authorised
    assert any("30 November 2026" in each and "31 October 2026" in each for each in found.notes)
    assert not asked(TERM, date="2026-10-01", title="Joint letter", until="2026-10-31").notes


SIGNED = """\
members:
  - {id: a, name: Alpha, signed: {date: 2026-04-01}}
  - {id: b, name: Beta, signed: {date: 2026-05-01}}
"""
HALF = "members: [{id: a, name: Alpha, signed: {date: 2026-04-01}}, {id: b, name: Beta}]\n"
LATER = (
    "members:\n  - {id: a, signed: {date: 2026-04-01}}\n"
    "  - {id: b, name: Beta, in: {from: 2026-05-01}, signed: {date: 2026-05-01}}\n"
)
BY_SIGNED = "decisions: {statement: {covers: [speak], passes: at least 2/3 of signed}}\n"


@pytest.mark.parametrize(
    ("members", "decisions", "when", "met"),
    [
        pytest.param(SIGNED, DECISIONS, "2026-05-01", True, id="all"),
        pytest.param(SIGNED, DECISIONS, "2026-04-30", False, id="not-yet"),
        pytest.param(HALF, DECISIONS, "2026-06-01", False, id="never"),
        pytest.param(LATER, DECISIONS, "2026-04-30", True, id="a-later-member"),
        pytest.param(SIGNED, BY_SIGNED, "2026-04-30", None, id="it-starts-with-fewer"),
        pytest.param(MEMBERS, DECISIONS, "2026-04-30", None, id="a-draft"),
    ],
)
def test_before_all_have_signed(members: str, decisions: str, when: str, met: bool | None) -> None:
    found = asked(charter_of(decisions, members), date=when)
    clauses = [each for each in found.clauses if "signed" in each.said]
    assert [each.met for each in clauses] == ([] if met is None else [met])
    # It is told and does not undo the decision.
    assert found.authorised
    if met is False:
        assert "Beta" in clauses[0].said
        assert clauses[0].remedy


PILOT = "stage: pilot\nterm: {ends: 2026-12-31}\n"


@pytest.mark.parametrize(
    ("more", "action", "part", "met"),
    [
        pytest.param("", {"uses": ["logos"]}, "limits", None, id="names-unsaid"),
        pytest.param(
            "messaging: {in_words: Names stand on the letter.}\n",
            {"uses": ["name"]},
            "limits",
            None,
            id="names-said",
        ),
        pytest.param("", {"uses": ["contact list"]}, "limits", "no clause", id="not-a-name"),
        pytest.param("", {"action": "spend", "amount": "10 EUR"}, "money", None, id="no-limit-on-money"),
        pytest.param(
            "scope: {money: {in_all: 500 EUR}}\n",
            {"action": "spend", "amount": "501 EUR"},
            "money",
            False,
            id="beyond",
        ),
        pytest.param(
            "scope: {money: {in_all: 500 EUR}}\n",
            {"action": "spend", "amount": "500 EUR"},
            "money",
            True,
            id="within",
        ),
        pytest.param("", {"date": "2027-01-01"}, "term", False, id="after-it"),
    ],
)
def test_a_pilot_keeps_within_its_limits(more: str, action: dict[str, Any], part: str, met: object) -> None:
    found = asked(charter_of(PILOT + DECISIONS + more), **action)
    clauses = [each for each in found.clauses if each.part == part]
    assert [each.met for each in clauses] == ([] if met == "no clause" else [met])
    assert found.authorised is (met is not False)
