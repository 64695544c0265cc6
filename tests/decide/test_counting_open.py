"""Before a vote is over: what is proposed, what is still open, and what can no longer change."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from small import FOUR, act, clause, member, verdict

THREE = "passes: at least 3/4 of members"
WEEK: dict[str, Any] = {"opened": "2026-04-10", "date": "2026-04-12"}
VOTE = "vetoes:\n  - {holders: [d], over: [act], by: vote}\n"
NOTICE = "vetoes:\n  - {holders: [d], over: [act], by: notice, within: 2 days}\n"


@pytest.mark.parametrize(
    ("text", "ballots", "outcome", "settled"),
    [
        pytest.param(act(THREE), {"for": ["a", "b"]}, "pending", False, id="one more is needed"),
        pytest.param(
            act(THREE), {"for": ["a", "b", "c"]}, "adopted", True, id="enough, whatever the last one does"
        ),
        pytest.param(act(THREE), {"against": ["a", "b"]}, "rejected", True, id="too many against"),
        pytest.param(
            act(THREE), {"for": ["a"], "against": ["b"]}, "pending", False, id="all the others are needed"
        ),
        pytest.param(
            act("passes: more than half of votes cast"),
            {"for": ["a", "b"]},
            "pending",
            False,
            id="two against would be a tie",
        ),
        pytest.param(
            act("passes: more than half of votes cast"),
            {"for": ["a", "b", "c"]},
            "adopted",
            True,
            id="3 of 4",
        ),
        pytest.param(
            act("passes: no member against, silence: adopts"),
            {"for": ["a", "b", "c"]},
            "pending",
            False,
            id="one can still object",
        ),
        pytest.param(
            act("passes: no member against, silence: adopts"),
            {"for": ["a", "b", "c", "d"]},
            "adopted",
            True,
            id="nobody can",
        ),
        pytest.param(
            act("passes: no member against"), {"against": "a"}, "rejected", True, id="one has objected"
        ),
        pytest.param(
            act(THREE, VOTE), {"for": ["a", "b", "c"]}, "pending", False, id="the last one can veto"
        ),
        pytest.param(
            act(THREE, VOTE), {"for": ["a", "b", "d"]}, "adopted", True, id="who can veto is for it"
        ),
        pytest.param(
            act(THREE, NOTICE), {"for": ["a", "b", "c", "d"]}, "pending", False, id="a notice can still come"
        ),
        pytest.param(
            act(f"{THREE}, quorum: turnout at least 4 members"),
            {"for": ["a", "b", "c"]},
            "pending",
            False,
            id="the quorum is open",
        ),
        pytest.param(
            act(THREE, members=FOUR.replace("Delta", "Delta, in: [{to: 2026-01-31}]")),
            {"for": ["a"]},
            "pending",
            False,
            id="who has left is not waited for",
        ),
    ],
)
def test_open(text: str, ballots: dict[str, Any], outcome: str, settled: bool) -> None:
    found = verdict(text, ballots=ballots, status="open")
    assert (found.outcome, found.settled) == (outcome, settled)


def test_while_the_charters_own_voting_time_runs_nothing_is_declared() -> None:
    text = act(f"{THREE}, window: 7 days")
    early = verdict(text, ballots={"for": ["a", "b", "c"]}, status="open", **WEEK)
    assert (early.outcome, early.also, early.settled) == ("pending", ("adopted",), True)
    over = verdict(text, date(2026, 4, 20), ballots={"for": ["a", "b", "c"]}, status="open", **WEEK)
    assert (over.outcome, over.also, over.settled) == ("adopted", (), True)


def test_what_closes_later_is_open() -> None:
    found = verdict(act(THREE), date(2026, 4, 14), ballots={"for": ["a"]}, closes="2026-04-20")
    assert found.outcome == "pending"
    assert member(found, "b").effect == "has not voted yet"
    assert (
        verdict(act(THREE), date(2026, 4, 21), ballots={"for": ["a"]}, closes="2026-04-20").outcome
        == "rejected"
    )


def test_what_is_still_needed() -> None:
    found = verdict(act(THREE), changes=True, ballots={"for": ["a"]}, status="open")
    (change,) = found.to_pass
    assert [(each.before, each.after) for each in change.edits] == [("absent", "for")] * 2
    assert (change.any_of, change.outcome) == (("b", "c", "d"), "adopted")
    assert found.to_block == ()


def test_proposed() -> None:
    found = verdict(act(f"{THREE}, quorum: more than half of members"), changes=True)
    assert (found.outcome, found.also, found.settled, found.missing) == ("pending", (), False, ())
    assert clause(found, "rule").met is clause(found, "quorum").met is None
    assert clause(found, "rule").said == "nobody has voted yet"
    (change,) = found.to_pass
    assert len(change.edits) == 3
    assert change.any_of == ("a", "b", "c", "d")
    assert change.said == "3 of 4 members in favour; 3 were needed"


def test_proposed_where_one_can_veto() -> None:
    found = verdict(act("passes: at least 2 members", VOTE), changes=True)
    assert all("d" in {edit.member for edit in change.edits} for change in found.to_pass)


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param("passes: at least two thirds", id="of what"),
        pytest.param("title: Act", id="no rule"),
        pytest.param("passes: all members, quorum: two thirds", id="a quorum of what"),
    ],
)
@pytest.mark.parametrize("action", [{}, {"ballots": {"for": ["a"]}, "status": "open"}])
def test_what_no_ballots_could_tell(decision: str, action: dict[str, Any]) -> None:
    found = verdict(act(decision), changes=True, **action)
    assert (found.outcome, found.also) == ("indeterminate", ("pending",))
    assert found.missing
    assert found.to_pass == ()


def test_a_silence_procedure_that_nobody_wrote_down() -> None:
    found = verdict(act("passes: no member against, silence: adopts"))
    assert found.outcome == "pending"
    assert any("status: closed" in note for note in found.notes)


DID = ("for", "against", "abstain", "present", "absent")


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(THREE, id="members"),
        pytest.param("passes: more than half of votes cast, quorum: at least 3 members", id="votes cast"),
        pytest.param("passes: at least 2/3 of members present, abstentions: against", id="present"),
        pytest.param("passes: at most 1 member against, silence: adopts", id="objections"),
        pytest.param("passes: at least half of votes cast, tie: fails", id="a tie"),
    ],
)
def test_what_is_declared_early_holds_for_every_completion(decision: str) -> None:
    """And where it is not, two completions come out differently."""
    text = act(decision, members="".join(FOUR.splitlines(keepends=True)[:4]))
    for first in product(DID[:3], repeat=2):
        given = dict(zip("ab", first, strict=True))
        ends = {verdict(text, ballots={**given, "c": last}, status="closed").outcome for last in DID}
        found = verdict(text, ballots=given, status="open")
        assert found.settled is (len(ends) == 1)
        lost = len(ends) > 1 and "adopted" not in ends
        assert lost is ("Whatever comes, it is not carried any more." in found.notes)
        assert found.outcome in ends if found.settled else found.outcome == "pending"


WEIGHTS = ", ".join(f"m{n}: {n + 7}" for n in range(8))
EIGHT = "members:\n" + "".join(f"  - {{id: m{n}, name: Member {n}}}\n" for n in range(8))


def test_that_nobody_can_be_spared_is_proven_also_where_not_all_ways_are_named() -> None:
    """Eight members with weights of their own: there are more sets that carry it than are named."""
    text = act("passes: more than half of shares", f"weights: {{shares: {{values: {{{WEIGHTS}}}}}}}\n", EIGHT)
    found = verdict(text, changes=True, status="proposed")
    assert len(found.to_pass) == 8
    assert all(each.smallest for each in found.to_pass)


def test_what_was_not_proven_for_every_completion_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coalcheck.engine.decide.completions.MOST_COMPLETIONS", 0)
    text = act("passes: more than half of members or exactly 1 member")
    found = verdict(text, changes=True, status="proposed")
    assert found.to_pass
    assert not any(each.smallest for each in found.to_pass)
