"""A fault in any clause ends in "the charter does not say", which names the clause; never in adopted."""

from __future__ import annotations

from datetime import date
from typing import Any, NoReturn

import pytest
from small import act, verdict

from coalcheck.engine.decide import (
    also,
    authority,
    bindings,
    door,
    law,
    overriding,
    question,
    telling,
    vetoes,
)

LATER = date(2026, 6, 1)
RULES = (
    "passes: more than half of votes cast, quorum: at least 2 members, notice: 2 clear days, tie: fails, "
    "proxies: {most: 1, count: [vote, quorum]}, also: [{body: own boards, passes: at least 1 member}]"
)
RIGHTS = "vetoes:\n  - {holders: [d], over: [act], by: notice, override: all the other members}\n"
ACTION: dict[str, Any] = {
    "ballots": {"for": ["a", "b"]},
    "proxies": {"c": "a"},
    "boards": {"for": ["a"]},
    "vetoes": [{"by": "d", "date": "2026-04-15", "override": {"for": ["a", "b", "c"]}}],
}

PLACES = [
    pytest.param(door, "authority", "authority", id="authority"),
    pytest.param(authority, "covering", "authority", id="which decision"),
    pytest.param(authority, "case_of", "authority", id="the case"),
    pytest.param(question, "before", "rule", id="before"),
    pytest.param(bindings, "Chamber", "rule", id="the members"),
    pytest.param(bindings, "Roster", "rule", id="the roster"),
    pytest.param(question, "cast", "rule", id="the ballots"),
    pytest.param(question, "agreed", "also", id="further bodies"),
    pytest.param(also, "judged", "also", id="the boards"),
    pytest.param(bindings, "held_over", "veto", id="which vetoes"),
    pytest.param(question, "examine", "veto", id="the vetoes"),
    pytest.param(vetoes, "use_by_notice", "veto", id="one veto"),
    pytest.param(overriding, "judged", "veto", id="setting it aside"),
    pytest.param(question, "law_of", "rule", id="the conditions"),
    pytest.param(law, "quorum_condition", "rule", id="the quorum"),
    pytest.param(question, "holds", "rule", id="the judge"),
    pytest.param(telling, "quorum_clause", "rule", id="the words on the quorum"),
    pytest.param(door, "case_of", "rule", id="the door itself"),
]


def test_without_a_fault_it_is_adopted() -> None:
    found = verdict(act(RULES, RIGHTS), LATER, **ACTION)
    assert (found.outcome, found.missing) == ("adopted", ())


@pytest.mark.parametrize(("module", "name", "part"), PLACES)
@pytest.mark.parametrize(
    "error",
    [ValueError("torn"), RecursionError("deep"), KeyError("lost"), ZeroDivisionError(), AssertionError()],
)
def test_a_fault(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, part: str, error: Exception
) -> None:
    def broken(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr(module, name, broken)
    found = verdict(act(RULES, RIGHTS), LATER, changes=True, **ACTION)
    assert found.outcome == "indeterminate"
    assert found.also == ()
    assert part in {each.part for each in found.clauses if each.decides and each.met is None}
    assert any("fault of this program" in each and type(error).__name__ in each for each in found.missing)
    assert found.to_pass == found.to_block == ()


def test_a_fault_in_the_search_for_changes_is_said_and_touches_no_outcome(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> NoReturn:
        raise ValueError("torn")

    monkeypatch.setattr(door, "smallest_changes", broken)
    found = verdict(act(RULES, RIGHTS), LATER, changes=True, **ACTION)
    assert (found.outcome, found.to_block) == ("adopted", ())
    assert any("could not be worked out (ValueError: torn)" in note for note in found.notes)


def test_a_fault_in_the_question_what_can_still_change(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> NoReturn:
        raise ValueError("torn")

    monkeypatch.setattr(door, "foreseen", broken)
    found = verdict(act("passes: at least 2 members"), status="open", ballots={"for": ["a", "b", "c"]})
    assert found.outcome == "indeterminate"
    assert found.settled is False


def test_a_time_zone_that_nobody_knows() -> None:
    text = act("passes: at least 2 members").replace("members:\n", "time_zone: Nowhere/Else\nmembers:\n", 1)
    ballots = {"a": "for", "b": {"vote": "for", "at": "2026-04-14"}}
    found = verdict(text, ballots=ballots, closes="2026-04-14T12:00+02:00")
    assert found.outcome == "indeterminate"
    assert any("Nowhere/Else" in each for each in found.missing)
