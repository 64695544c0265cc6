"""Faulty rules, each caught by the property that is named for it, beside sound ones that stay silent."""

from __future__ import annotations

from typing import Any

import pytest
from proof_charters import charter_from, small
from proof_replay import replayed

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.prove import prove

Plain = dict[str, Any]


def deciding(passes: str, **more: Any) -> Plain:
    return {"act": {"covers": ["speak"], "passes": passes, **more}}


def two(rule: str, change: str, **more: Any) -> Plain:
    return {**deciding(rule), "change": {"covers": ["amend"], "passes": change, **more}}


def veto(passes: str, override: str | None = None, **more: Any) -> Plain:
    found: Plain = {"holders": ["m0"], "over": ["act"], **more}
    if override:
        found["override"] = override
    return {"decisions": deciding(passes), "vetoes": [found]}


def rows(*regions: str) -> list[Plain]:
    return [{"id": f"m{n}", "name": f"Member {n}", "region": region} for n, region in enumerate(regions)]


FAULTY: list[Any] = [
    pytest.param("needs-support", small(3, deciding("at least 0 members", silence="adopts")),
                 id="nought is at least nought"),
    pytest.param("needs-support", small(3, deciding("at most 1/3 of members against", silence="adopts")),
                 id="everyone abstains and it passes"),
    pytest.param("staying-away-never-helps",
                 small(5, deciding("more than half of votes cast", quorum="turnout at least 3/5 of members")),
                 id="a quorum beaten by staying at home"),
    pytest.param("never-both-ways", small(6, deciding("at least 3 members")),
                 id="more than half of six rounded to three"),
    pytest.param("changed-no-more-easily", small(5, two("all members", "at least 2/3 of members")),
                 id="a change is easier than the consensus"),
    pytest.param("can-be-carried", small(4, deciding("at least 5 members")), id="more than there are"),
    pytest.param("can-be-turned-down", small(4, deciding("at least 0 members", silence="adopts")),
                 id="whatever is said"),
    pytest.param("support-never-hurts", small(4, deciding("exactly 2 members")), id="two and no more"),
    pytest.param("support-never-hurts", small(4, deciding("at most 3 members in favour")), id="a limit"),
    pytest.param("quorum-matters",
                 small(5, deciding("at least 2/3 of members", quorum="more than half of members")),
                 id="a quorum below the rule"),
    pytest.param("clause-matters", small(5, deciding("at least 3 members and at least 2 members")),
                 id="two are asked beside three"),
    pytest.param("clause-matters", small(5, deciding("at least 3 members or all members")),
                 id="all would do, and so would three"),
    pytest.param("veto-matters", small(4, **veto("all members")), id="a veto where all must agree"),
    pytest.param("veto-matters", small(4, **veto("at least 2/3 of members", "more than half of members")),
                 id="a veto that whoever carries it sets aside"),
    pytest.param("veto-matters", small(4, **veto("at least 3 members", limit="0 per year")),
                 id="a veto that may be used no times"),
    pytest.param("override-is-as-hard",
                 small(5, **veto("at least 2/3 of votes cast", "more than half of members")),
                 id="the override takes less than the vote"),
    pytest.param("can-be-repaired", small(4, deciding("at least 3 members")), id="no way to change it"),
    pytest.param("can-be-repaired", small(4, two("at least 3 members", "at least 5 members")),
                 id="a change that nothing carries"),
    pytest.param("can-be-repaired", small(4, two("at least 3 members", "all members")),
                 id="one can stop every change and cannot be removed"),
    pytest.param("no-way-by-admitting",
                 small(3, {**two("at least 2 members", "at least 3/4 of members"),
                           "admit": {"covers": ["admit"], "passes": "more than half of members"}}),
                 id="friends are let in first"),
    pytest.param("no-way-by-removing",
                 small(4, {**two("at least 2 members", "all members"),
                           "out": {"covers": ["expel"], "passes": "at least 3 members"}}),
                 id="who is against is removed first"),
    pytest.param("no-way-by-ending",
                 small(5, {**two("at least 3 members", "at least 4/5 of members"),
                           "end": {"covers": ["dissolve"], "passes": "more than half of members"}}),
                 id="it is ended and founded anew"),
    pytest.param("classes-stay-filled",
                 {**small(3, deciding("at least 1 member in each region")), "members": rows("a", "a", "b")},
                 id="the only one of a region leaves"),
    pytest.param("not-everyone-after-a-departure", small(4, deciding("at least 3 members")),
                 id="three of three after one has left"),
    pytest.param("no-standstill", small(4, two("all members", "all members")), id="each can stop everything"),
    pytest.param("same-kind-same-outcome",
                 small(4, {**deciding("at least 2 members"),
                           "other": {"covers": ["speak"], "passes": "at least 3 members"}}),
                 id="two rules for one thing"),
    pytest.param("survives-departures", small(3, deciding("at least 3 members")), id="three are needed"),
    pytest.param("survives-two-departures", small(5, deciding("at least 4 members")), id="four of five"),
]  # fmt: skip

SOUND: list[Any] = [
    pytest.param("needs-support", small(3, deciding("at least 1 member")), id="one yes is asked"),
    pytest.param("needs-support", small(3, deciding("at most 1/3 of members against")),
                 id="few against, and silence adopts nothing"),
    pytest.param("staying-away-never-helps",
                 small(5, deciding("more than half of votes cast",
                                   quorum="at least 2/5 of members in favour")),
                 id="a quorum of support"),
    pytest.param("staying-away-never-helps",
                 small(5, deciding("more than half of members", quorum="more than half of members")),
                 id="a quorum that the rule meets"),
    pytest.param("never-both-ways", small(6, deciding("more than half of members")),
                 id="more than half of six"),
    pytest.param("never-both-ways", small(6, deciding("no member against", silence="adopts")),
                 id="consensus"),
    pytest.param("changed-no-more-easily", small(5, two("at least 2/3 of members", "all members")),
                 id="a change is harder"),
    pytest.param("changed-no-more-easily",
                 small(5, two("at least 2/3 of members", "at least 2/3 of members")),
                 id="a change is as hard"),
    pytest.param("can-be-carried", small(4, deciding("at least 4 members")), id="as many as there are"),
    pytest.param("support-never-hurts",
                 small(4, deciding("at least 2 members and no member against")), id="two and nobody against"),
    pytest.param("quorum-matters",
                 small(5, deciding("more than half of votes cast", quorum="more than half of members")),
                 id="a quorum beside votes cast"),
    pytest.param("clause-matters",
                 small(7, deciding("at least 3 members and more in favour than against")),
                 id="three of seven, and more than against"),
    pytest.param("veto-matters", small(4, **veto("at least 2 members")), id="a veto over two of four"),
    pytest.param("override-is-as-hard", small(5, **veto("more than half of members", "at least 4 members")),
                 id="the override takes more"),
    pytest.param("can-be-repaired", small(4, two("at least 3 members", "at least 3 members")),
                 id="three of four can change it"),
    pytest.param("can-be-repaired",
                 small(4, {**two("at least 3 members", "all members"),
                           "out": {"covers": ["expel"], "passes": "at least 3 members"}}),
                 id="who stops a change can be removed"),
    pytest.param("no-way-by-admitting",
                 small(3, {**two("at least 2 members", "at least 3/4 of members"),
                           "admit": {"covers": ["admit"], "passes": "all members"}}),
                 id="all must agree to let others in"),
    pytest.param("no-way-by-removing",
                 small(4, {**two("at least 2 members", "at least 3 members"),
                           "out": {"covers": ["expel"], "passes": "at least 3 members"}}),
                 id="who can remove can change it"),
    pytest.param("no-way-by-ending",
                 small(5, {**two("at least 3 members", "at least 4/5 of members"),
                           "end": {"covers": ["dissolve"], "passes": "all members"}}),
                 id="to end it all must agree"),
    pytest.param("classes-stay-filled",
                 {**small(4, deciding("at least 1 member in each region")),
                  "members": rows("a", "a", "b", "b")},
                 id="two of each region"),
    pytest.param("not-everyone-after-a-departure", small(4, deciding("more than half of members")),
                 id="a share of those who are left"),
    pytest.param("no-standstill", small(4, two("all members", "at least 3 members")),
                 id="a change is possible"),
    pytest.param("same-kind-same-outcome",
                 small(4, {**deciding("at least 3 members"),
                           "other": {"covers": ["speak"], "passes": "more than half of members"}}),
                 id="three of four in two ways"),
    pytest.param("survives-departures", small(4, deciding("at least 3 members")), id="three of four"),
    pytest.param("survives-two-departures", small(5, deciding("at least 3 members")), id="three of five"),
]  # fmt: skip


def answers_of(wanted: str, values: Plain) -> list[Answer]:
    charter = charter_from(values)
    answers = [answer for answer in prove(charter) if answer.property == wanted]
    assert answers
    replayed(charter, answers)
    return answers


@pytest.mark.parametrize(("wanted", "values"), FAULTY)
def test_caught(wanted: str, values: Plain) -> None:
    found = [answer for answer in answers_of(wanted, values) if answer.status == "fails"]
    assert found
    assert all(answer.said for answer in found)
    # What no ballots do is proven and has none to show; all else is shown.
    shown = wanted not in {"quorum-matters", "clause-matters", "veto-matters", "can-be-repaired"}
    assert not shown or all(answer.witnesses for answer in found)


@pytest.mark.parametrize(("wanted", "values"), SOUND)
def test_silent(wanted: str, values: Plain) -> None:
    assert {answer.status for answer in answers_of(wanted, values)} == {"holds"}


def test_silence_that_adopts_is_by_design_only_where_it_counts_objections() -> None:
    consensus = small(3, deciding("no member against", silence="adopts"))
    counting = small(3, deciding("at least 0 members", silence="adopts"))
    for values, by_design in ((consensus, True), (counting, False)):
        (answer,) = answers_of("needs-support", values)
        assert (answer.status, answer.by_design) == ("fails", by_design)


def test_the_fewest_newcomers_who_help_the_fewest() -> None:
    decisions = {
        **two("at least 2 members", "at least 3/4 of members"),
        "admit": {"covers": ["admit"], "passes": "more than half of members"},
    }
    (answer,) = answers_of("no-way-by-admitting", small(3, decisions))
    # Two of three let one in, and are then three of four.
    assert answer.number == 1
    admitted, changed, today = answer.witnesses
    assert (admitted.decision, changed.decision, today.decision) == ("admit", "change", "change")
    assert [each.adopted for each in answer.witnesses] == [True, True, False]
    assert changed.change.newcomers == 1


def test_the_removals_are_told_in_turn() -> None:
    decisions = {
        **two("at least 2 members", "all members"),
        "out": {"covers": ["expel"], "passes": "at least 3 members"},
    }
    (answer,) = answers_of("no-way-by-removing", small(4, decisions))
    assert answer.members == ("m0",)
    removed, changed, today = answer.witnesses
    assert (removed.concerned, removed.left_out) == ("m0", ())
    assert changed.left_out == ("m0",)
    assert today.left_out == ()


def test_a_veto_of_one_who_has_no_vote_counts() -> None:
    values = small(4, {"act": {"covers": ["speak"], "passes": "all members", "body": "board"}})
    values["bodies"] = {"board": {"members": ["m1", "m2"]}}
    values["vetoes"] = [{"holders": ["m0"], "over": ["act"]}]
    (answer,) = answers_of("veto-matters", values)
    assert answer.status == "holds"


def test_a_casting_vote_is_tried_both_ways() -> None:
    values = small(4, {"act": {"covers": ["speak"], "passes": "at least 1/2 of votes cast", "tie": "chair",
                               "body": "all-of-us"}})  # fmt: skip
    values["bodies"] = {"all-of-us": {"members": "all", "chair": "m0"}}
    charter = charter_from(values)
    answers = prove(charter)
    assert {each.status for each in answers if each.property == "can-be-carried"} == {"holds"}
    replayed(charter, answers)


def test_a_veto_over_what_has_no_rule_is_not_known() -> None:
    (answer,) = answers_of("veto-matters", small(4, {"act": {"covers": ["speak"]}},
                                                 vetoes=[{"holders": ["m0"], "over": ["act"]}]))  # fmt: skip
    assert answer.status == "unknown"
    assert answer.said


def test_a_veto_counts_where_its_decision_has_ended_before_others() -> None:
    decisions = {
        "act": {"covers": ["speak"], "passes": "at least 2 members", "valid": {"to": "2026-06-30"}},
        "later": {"covers": ["speak"], "passes": "all members", "valid": {"from": "2026-07-01"}},
    }
    vetoes = [{"holders": ["m0"], "over": ["act"]}]
    (answer,) = answers_of("veto-matters", small(4, decisions, vetoes=vetoes))
    assert answer.status == "holds"
