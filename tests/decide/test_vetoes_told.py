"""What is told of a veto: that it did not decide, that one can still come, and which defaults were used."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import FOUR, act, clause, verdict
from veto_charters import CARRIED, LATER, NOTICE, SHORT, THREE, VOTE, WITHIN, raised, veto


@pytest.mark.parametrize(
    "ballots", [pytest.param(SHORT, id="too few"), pytest.param({"against": ["d"]}, id="none")]
)
@pytest.mark.parametrize(
    "terms", [pytest.param("by: vote", id="vote"), pytest.param("by: notice", id="notice")]
)
def test_not_carried_is_told_before_vetoed(terms: str, ballots: dict[str, Any]) -> None:
    found = verdict(act(THREE, veto(terms)), LATER, ballots=ballots, vetoes=[raised()])
    assert (found.outcome, found.also) == ("rejected", ())
    assert "not what decided" in found.vetoes[0].why
    assert [each.part for each in found.clauses if each.decides] == ["rule"]


PERMANENT = "groups: {permanent: [c, d]}\n"
COUNCIL = "passes: at least 2 members and no permanent member against"


@pytest.mark.parametrize(
    ("ballots", "outcome", "counts"),
    [
        pytest.param({"for": ["a", "b"], "against": "c"}, "vetoed", [True], id="one of the permanent"),
        pytest.param({"for": ["a", "b"], "against": ["c", "d"]}, "vetoed", [True, True], id="both"),
        pytest.param(
            {"for": ["a", "c"], "against": "b", "abstain": "d"}, "adopted", [], id="an abstention is none"
        ),
        pytest.param({"for": ["a"], "against": ["c", "b"]}, "rejected", [False], id="for want of votes"),
    ],
)
def test_a_veto_in_the_words_of_the_rule(ballots: dict[str, Any], outcome: str, counts: list[bool]) -> None:
    found = verdict(act(COUNCIL, PERMANENT), ballots=ballots)
    assert found.outcome == outcome
    assert [each.counts for each in found.vetoes] == counts
    assert all(each.route == ("decisions", "act", "passes") for each in found.vetoes)


def test_no_member_against_without_a_group_is_no_veto() -> None:
    found = verdict(
        act("passes: at least 2 members and no member against"), ballots={"for": ["a", "b"], "against": "c"}
    )
    assert (found.outcome, found.vetoes) == ("rejected", ())


def test_a_veto_over_one_of_several_kinds_asks_which_it_is() -> None:
    text = act(THREE, NOTICE.replace("[act]", "[spend]")).replace("covers: [speak]", "covers: [speak, spend]")
    found = verdict(text, LATER, ballots=CARRIED, vetoes=[raised()])
    assert found.outcome == "indeterminate"
    assert any("What kind of decision is it?" in each for each in found.missing)
    assert verdict(text, LATER, action="spend", ballots=CARRIED, vetoes=[raised()]).outcome == "vetoed"
    assert verdict(text, LATER, action="speak", ballots=CARRIED, vetoes=[raised()]).outcome == "adopted"


@pytest.mark.parametrize(
    ("more", "as_of", "outcome"),
    [
        pytest.param(WITHIN, date(2026, 4, 14), "pending", id="on the day"),
        pytest.param(WITHIN, date(2026, 4, 16), "pending", id="on the last day"),
        pytest.param(WITHIN, date(2026, 4, 17), "adopted", id="after it"),
        pytest.param(NOTICE, date(2026, 4, 14), "adopted", id="no time is set"),
        pytest.param(VOTE, date(2026, 4, 14), "adopted", id="by vote"),
        pytest.param(
            WITHIN.replace("[act]", "[spend]"), date(2026, 4, 14), "adopted", id="over something else"
        ),
        pytest.param(WITHIN.replace("[d]", "[gone]"), date(2026, 4, 14), "adopted", id="its holder has left"),
    ],
)
def test_while_a_veto_can_still_come(more: str, as_of: date, outcome: str) -> None:
    left = FOUR + "  - {id: gone, name: Gone, in: [{to: 2025-12-31}]}\n"
    found = verdict(act(THREE, more, left), as_of, ballots={"for": ["a", "b", "c"]})
    assert found.outcome == outcome
    assert found.also == (("adopted",) if outcome == "pending" else ())


def test_defaults_that_were_used_are_named() -> None:
    text = act(
        THREE, veto("within: 2 days, limit: 1 per year, needs: [reason], override: all the other members")
    )
    found = verdict(text, LATER, ballots=CARRIED, vetoes=[raised(earlier=["2025-02-01"])])
    (read,) = found.vetoes
    for words in (
        "by a notice, as the charter does not say that a vote against is a veto",
        "whether it is a good one is for you",
        "counted from the day of the decision",
        "for each holder by itself, by the calendar, withdrawn ones not counted",
        "it can be set aside by all the other members",
    ):
        assert words in read.why
    assert clause(found, "veto").text == "Delta over act"
    assert clause(found, "veto").route == ("vetoes", 0)


@pytest.mark.parametrize(
    ("tally", "outcome"),
    [
        pytest.param({"for": 4}, "adopted", id="nobody against"),
        pytest.param({"for": 3, "against": 1}, "indeterminate", id="who was against"),
    ],
)
def test_a_veto_by_vote_needs_names(tally: dict[str, int], outcome: str) -> None:
    assert verdict(act(THREE, VOTE), tally=tally).outcome == outcome


def test_what_would_carry_it_against_a_veto() -> None:
    found = verdict(act(THREE, VOTE), LATER, changes=True, ballots=CARRIED)
    assert {(each.edits[0].member, each.edits[0].after) for each in found.to_pass} == {
        ("d", "for"),
        ("d", "abstain"),
    }
    assert all(each.outcome == "adopted" for each in found.to_pass)
    noticed = verdict(act(THREE, NOTICE), LATER, changes=True, ballots=CARRIED, vetoes=[raised()])
    assert noticed.to_pass == ()
    assert "No change of ballots would carry it." in noticed.notes
    stopped = verdict(act(THREE, VOTE), LATER, changes=True, ballots={"for": ["a", "b", "c", "d"]})
    assert ("d", "against", "vetoed") in {
        (each.edits[0].member, each.edits[0].after, each.outcome) for each in stopped.to_block
    }
