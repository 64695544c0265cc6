"""The scope beside the verdict: what is out is unauthorised, and what asks leaves the count as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from scoping import RAIL

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.past import Past
from coalcheck.engine.decide.spending import Spending
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
RECORD = sorted((ROOT / "fixtures/coalitions/clean-air/decisions").glob("*.yaml"))
ALL = {"for": ["riders", "shops", "green"]}
TWO = {"for": ["riders", "shops"], "against": ["green"]}
NIGHT = {"action": "statement", "date": "2027-05-12", "in_name_of": "coalition", "topics": ["night-train"]}
ELSEWHERE = {**NIGHT, "about": "Coastal Rail Act"}
EXCLUDED = {**NIGHT, "topics": ["politics"], "about": "Night train"}


def charter_of(text: str = RAIL) -> Charter:
    charter = load(read(text, "charter.yaml")).charter
    assert charter is not None
    return charter


def verdict(action: dict[str, Any], text: str = RAIL, **more: Any) -> Verdict:
    return decide(charter_of(text), of(action), scope=True, **more)


def test_it_is_judged_only_where_it_is_asked_for() -> None:
    assert decide(charter_of(), of({**EXCLUDED, "ballots": ALL})).scope is None
    assert decide(charter_of(), of({**EXCLUDED, "ballots": ALL})).outcome == "adopted"


def test_ask_leaves_the_verdict_as_counted() -> None:
    carried, lost = (verdict({**ELSEWHERE, "ballots": each}) for each in (ALL, {"against": ["riders"]}))

    assert (carried.outcome, lost.outcome) == ("adopted", "rejected")
    assert carried.scope is not None
    assert lost.scope is not None
    assert (carried.scope.answer, lost.scope.answer) == ("ask", "ask")


@pytest.mark.parametrize(
    ("ballots", "outcome"),
    [pytest.param(ALL, "adopted", id="all said yes"), pytest.param(TWO, "rejected", id="one said no")],
)
def test_the_same_votes_are_counted_again_under_the_decision_that_widens(ballots: Any, outcome: str) -> None:
    found = verdict({**ELSEWHERE, "ballots": ballots}).scope

    assert found is not None
    assert found.widen is not None
    assert (found.widen.decision, found.widen.rule, found.widen.outcome) == ("change", "all members", outcome)
    assert decide(charter_of(), of({**ELSEWHERE, "action": "change", "ballots": ballots})).outcome == outcome


def test_of_a_proposal_nobody_knows_what_the_votes_would_be() -> None:
    found = verdict(ELSEWHERE).scope

    assert found is not None
    assert found.widen is not None
    assert found.widen.outcome == ""


def test_out_is_unauthorised_and_says_by_what_it_can_be_agreed_to() -> None:
    found = verdict({**EXCLUDED, "ballots": ALL})
    (clause,) = [each for each in found.clauses if each.part == "scope"]

    assert (found.outcome, found.also) == ("unauthorised", ("adopted",))
    assert (clause.met, clause.decides, clause.cure) == (False, True, "ratify")
    assert "change" in clause.remedy


def test_without_a_way_to_widen_it_cannot_be_put_right() -> None:
    text = RAIL.replace("  widen: change\n", "").replace("[amend, widen-scope, admit, dissolve]", "[amend]")
    found = verdict({**EXCLUDED, "ballots": ALL}, text)

    assert [each.cure for each in found.clauses if each.part == "scope"] == ["none"]
    assert found.scope is not None
    assert found.scope.widen is not None
    assert found.scope.widen.decision == ""


def test_a_member_in_its_own_name_needs_nobody_unless_it_uses_what_belongs_to_all() -> None:
    own = {"in_name_of": ["green"], "about": "Wind turbines", "benefits": {"who": "green"}}

    assert verdict(own).outcome == "adopted"
    assert verdict({**own, "uses": ["contact list"]}).outcome == "unauthorised"


def test_sums_are_asked_as_they_are_counted() -> None:
    series = {**NIGHT, "about": "Night train", "amount": "90 EUR", "every": "month", "until": "2027-12-01"}
    found, small = (
        verdict({**series, "ballots": ALL}),
        verdict({**series, "until": "2027-06-30", "ballots": ALL}),
    )

    assert found.outcome == "unauthorised"
    assert found.scope is not None
    assert [each.why for each in found.scope.against] == ["money"]
    assert found.scope.against[0].said in {each.said for each in found.clauses if each.part == "money"}
    assert small.scope is not None
    assert small.scope.answer == "in"


def test_the_decision_on_the_scope_is_not_asked_to_decide_on_it_first() -> None:
    found = verdict({**EXCLUDED, "action": "widen-scope", "ballots": ALL})

    assert found.outcome == "adopted"
    assert found.scope is not None
    assert found.scope.answer == "in"


def test_a_rule_for_everything_makes_no_letter_a_decision_on_scope() -> None:
    text = RAIL.replace("[amend, widen-scope, admit, dissolve]", "[speak, amend, widen-scope]").replace(
        "  statement: {covers: [speak, event, spend], passes: at least 2/3 of votes cast}\n", ""
    )
    found = verdict({**ELSEWHERE, "action": "speak", "ballots": ALL}, text)

    assert found.scope is not None
    assert found.scope.answer == "ask"


def test_what_the_record_says_of_the_goal_counts() -> None:
    late = {**NIGHT, "about": "Night train", "date": "2027-11-30", "ballots": ALL}
    plain, told = verdict(late), verdict(late, past=Past(Spending(), goal_declared=True))

    assert plain.scope is not None
    assert told.scope is not None
    assert (plain.scope.answer, told.scope.answer) == ("ask", "in")


def test_without_a_scope_there_is_a_note_and_no_answer() -> None:
    text = RAIL.partition("scope:")[0]
    found = verdict({**EXCLUDED, "ballots": ALL}, text)
    body = verdict({**EXCLUDED, "ballots": ALL}, f"kind: body\n{text}")

    assert (found.outcome, found.scope) == ("adopted", None)
    assert any("does not say what you work on" in note for note in found.notes)
    assert not any("does not say what you work on" in note for note in body.notes)


def test_a_fault_in_it_is_never_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("coalcheck.engine.mission.judge.judge", broken)
    found = verdict({**NIGHT, "about": "Night train", "ballots": ALL}, as_of=date(2027, 5, 12))

    assert found.outcome == "indeterminate"
    assert any("fault of this program" in each for each in found.missing)


@pytest.mark.parametrize("path", RECORD, ids=lambda path: str(path.name))
def test_the_small_record_of_the_fixtures_is_within_its_scope(path: Path) -> None:
    charter = charter_of((ROOT / "fixtures/coalitions/clean-air/charter.yaml").read_text("utf-8"))
    action = load_action(read(path.read_text("utf-8"), path.name), charter).action
    assert action is not None
    found = decide(charter, action, scope=True)

    assert found.scope is not None
    assert found.scope.against == ()
