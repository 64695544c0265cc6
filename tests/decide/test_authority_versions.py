"""Versions of a rule, and rules that need notice."""

from __future__ import annotations

from typing import Any

import pytest
from authority_charters import DAY, asked, charter_of, clause

from coalcheck.engine.action.model import of
from coalcheck.engine.decide import authority as room
from coalcheck.engine.decide.authority import authority
from coalcheck.engine.decide.case import Case

ORDINARY = charter_of("""\
kinds: [newsletter]
decisions:
  statement: {covers: [speak, event], passes: at least 2/3 of votes cast}
  change: {covers: [amend, dissolve], passes: all members}
scope: {widen: change}
joining: {decision: change}
renewal: {renewed_by: change}
""")


def test_a_proposal_can_still_be_sent_in_time() -> None:
    charter = charter_of("decisions: {change: {covers: [amend], applies_if: {notice: 14 days}}}")
    found = asked(charter, action="amend")
    assert found.decision == "change"
    assert found.authorised
    assert not found.missing


VERSIONS = charter_of("""\
decisions:
  old: {covers: [amend], notice: 7 days, valid: {to: 2015-12-12}}
  new: {covers: [amend], notice: 7 days, valid: {from: 2015-12-13}}
""")


@pytest.mark.parametrize(
    ("action", "key"),
    [
        pytest.param({"date": "2015-12-12"}, "old", id="last-day"),
        pytest.param({"date": "2015-12-13"}, "new", id="first-day"),
        pytest.param({"date": "2015-12-20", "notice": "2015-12-12"}, "old", id="notice-before-the-change"),
        pytest.param({"date": "2015-12-20", "notice": "2015-12-13"}, "new", id="notice-after-the-change"),
        pytest.param({"date": "2015-12-20", "opened": "2015-12-12"}, "old", id="opened-before"),
        pytest.param({"date": "2014"}, "old", id="a-year-before"),
        pytest.param({"date": "2015"}, None, id="the-year-of-the-change"),
        pytest.param({"date": "2016"}, "new", id="a-year-after"),
        pytest.param({"action": "old", "date": "2016-01-01"}, "new", id="an-old-name-for-the-new-rule"),
        pytest.param({"action": "new", "date": "2015-01-01"}, "old", id="a-new-name-for-the-old-rule"),
    ],
)
def test_the_version_in_force(action: dict[str, Any], key: str | None) -> None:
    found = authority(VERSIONS, of({"action": "amend", **action}), DAY)
    assert found.decision == key
    assert found.authorised
    if key is None:
        assert found.candidates == ("old", "new")
        assert "On which day" in found.missing[0]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        # Notice on 10 December, vote on the 20th, the rule changed between.
        pytest.param("notice: 7 days", "notice: 7 days", "old", id="both-need-notice"),
        pytest.param("notice: 7 days", "passes: all members", "old", id="only-the-old"),
        pytest.param("passes: all members", "notice: 7 days", "new", id="only-the-new"),
        pytest.param("passes: all members", "passes: all members", "new", id="neither"),
    ],
)
def test_notice_counts_where_it_is_needed(old: str, new: str, key: str) -> None:
    charter = charter_of(f"""\
decisions:
  old: {{covers: [amend], {old}, valid: {{to: 2015-12-12}}}}
  new: {{covers: [amend], {new}, valid: {{from: 2015-12-13}}}}
""")
    found = authority(charter, of({"action": "amend", "notice": "2015-12-10", "date": "2015-12-20"}), DAY)
    assert found.decision == key


def test_no_version_was_in_force() -> None:
    charter = charter_of("decisions: {change: {covers: [amend], valid: {from: 2015-12-13}}}")
    found = authority(charter, of({"action": "amend", "date": "2015-12-12"}), DAY)
    assert found.decision is None
    assert not found.authorised
    assert "12 December 2015" in clause(found).said


ANNEXES = charter_of("""\
annexes: [{file: working-rules.yaml, changed_by: routine}]
decisions:
  routine: {covers: [event]}
  change: {covers: [amend]}
  widen: {covers: [widen-scope]}
""")


@pytest.mark.parametrize(
    ("named", "amends", "met"),
    [
        pytest.param("routine", "working-rules.yaml", True, id="annex"),
        pytest.param("routine", "working-rules", True, id="annex-by-its-name"),
        pytest.param("change", "working-rules.yaml", False, id="annex-by-another"),
        pytest.param("change", "decisions.routine", True, id="charter"),
        pytest.param("routine", "decisions.routine", False, id="charter-by-another"),
        pytest.param("widen", "scope.inside", True, id="scope"),
        pytest.param("change", "scope.inside", True, id="scope-by-amending"),
        pytest.param("widen", "exit", False, id="not-more-than-scope"),
    ],
)
def test_what_it_changes(named: str, amends: str, met: bool) -> None:
    found = asked(ANNEXES, action=named, amends=amends)
    assert found.authorised is met
    about = [each for each in found.clauses if each.text == amends]
    assert [each.met for each in about] == [met]
    assert met or about[0].cure == "ratify"


def test_nothing_changes_a_charter_without_a_rule_for_it() -> None:
    found = asked(charter_of("decisions: {routine: {covers: [event]}}"), action="routine", amends="exit")
    assert [each.cure for each in found.clauses if each.text == "exit"] == ["none"]


def test_in_the_name_of_a_member() -> None:
    found = asked(ORDINARY, action="litigate", in_name_of=["a"])
    assert found.own_name
    assert found.authorised
    assert "Alpha" in clause(found).said
    assert not asked(ORDINARY, action="litigate", in_name_of=["coalition", "a"]).authorised


def test_a_fault_in_the_program_is_said_and_never_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(case: Case) -> None:
        raise ZeroDivisionError("by nothing")

    for part, ask in room._ASKED:
        with monkeypatch.context() as patch:
            patch.setattr(room, "_ASKED", tuple((p, broken if a is ask else a) for p, a in room._ASKED))
            found = asked(ORDINARY, action="speak")
        assert any(
            each.part == part and each.met is None and "ZeroDivision" in each.said for each in found.clauses
        )
        assert any(part in each and "fault of this program" in each for each in found.missing)
    with monkeypatch.context() as patch:
        patch.setattr(room, "covering", broken)
        found = asked(ORDINARY, action="speak")
    assert found.decision is None
    assert found.missing
