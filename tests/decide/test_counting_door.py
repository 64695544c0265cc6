"""From a charter and an action to a verdict: the first outcome that holds, and what it rests on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small import FOUR, act, charter_of, clause, clauses, verdict

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Edit
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
LATER = date(2026, 6, 1)


def test_a_joint_letter_one_for_one_against_one_abstains() -> None:
    path = FIXTURES / "coalitions" / "clean-air" / "charter.yaml"
    charter = load(read(path.read_bytes(), path.name)).charter
    assert charter is not None
    letter = of(
        {
            "action": "statement",
            "title": "Joint letter to the trade committee",
            "notice": "2028-04-11",
            "date": "2028-04-14",
            "topics": ["norvale"],
            "ballots": {"for": ["clear-sky"], "against": ["haulage"], "abstain": ["valley-farms"]},
        }
    )
    found = decide(charter, letter)
    assert (found.outcome, found.also, found.decision, found.missing) == ("rejected", (), "statement", ())
    assert found.as_of == date(2028, 4, 14)
    assert clause(found, "rule").said == "1 of 2 votes cast; 2 were needed"
    assert clause(found, "rule").route == ("decisions", "statement", "passes")
    assert clause(found, "quorum").said.startswith("3 of 3 members present; 2 were needed")
    assert clause(found, "quorum").met is clause(found, "notice").met is True
    assert [each.part for each in found.clauses if each.decides] == ["rule"]
    assert {each.member: each.effect for each in found.members} == {
        "clear-sky": "counted for",
        "haulage": "counted against",
        "valley-farms": "not a vote cast, so not in the count; present for the quorum",
    }
    changed = {(change.edits, change.said, change.outcome) for change in found.to_pass}
    assert changed == {
        ((Edit("valley-farms", "abstain", "for"),), "2 of 3 votes cast; 2 were needed", "adopted"),
        ((Edit("haulage", "against", "for"),), "2 of 2 votes cast; 2 were needed", "adopted"),
        ((Edit("haulage", "against", "abstain"),), "1 of 1 vote cast; 1 was needed", "adopted"),
    }
    assert all(change.smallest for change in found.to_pass)
    (away,) = [change for change in found.to_pass if change.edits[0].after == "abstain"]
    assert "absent" in away.instead


MAJORITY = "passes: more than half of votes cast"
NOT_SURE = ", otherwise: {after: 7 days, if: objection, passes: more than half of members}"
FIRST = {"date": "2026-04-01", "outcome": "rejected"}


def test_no_quorum_is_told_before_not_carried() -> None:
    text = act(f"{MAJORITY}, quorum: at least 3 members")
    found = verdict(text, ballots={"against": ["a"]})
    assert (found.outcome, found.also) == ("no-quorum", ("rejected",))
    assert verdict(text, ballots={"for": ["a"]}).also == ()


def test_a_vote_that_is_kept_open_for_want_of_a_quorum() -> None:
    found = verdict(act(f"{MAJORITY}, quorum: at least 3 members, no_quorum: extend"), ballots={"for": ["a"]})
    assert (found.outcome, found.also) == ("pending", ("no-quorum",))
    assert any("keeps the vote open" in note for note in found.notes)


NOT_DUE, OVERDUE = date(2026, 4, 15), date(2026, 4, 20)


@pytest.mark.parametrize(
    ("more", "ballots", "as_of", "outcome", "also"),
    [
        pytest.param("", {"for": ["a"]}, NOT_DUE, "pending", ("adopted",), id="carried-and-to-be-explained"),
        pytest.param("", {"for": ["a"]}, OVERDUE, "unauthorised", ("adopted",), id="never-explained"),
        pytest.param("", {"against": ["a"]}, NOT_DUE, "rejected", (), id="nothing-to-explain"),
        pytest.param(", seconds", {"for": ["a"]}, NOT_DUE, "indeterminate", ("pending", "adopted"),
                     id="something-else-is-missing"),
    ],
)  # fmt: skip
def test_what_is_not_due_yet_keeps_it_open(
    more: str, ballots: dict[str, Any], as_of: date, outcome: str, also: tuple[str, ...]
) -> None:
    text = act(f"{MAJORITY}, explain: 48 hours, needs: [explanation{more}]")
    found = verdict(text, as_of, ballots=ballots)
    assert (found.outcome, found.also) == (outcome, also)
    assert not any("explained" in each for each in found.missing)
    assert any("not final yet: no explanation is on record yet" in each for each in found.notes) is (
        "adopted" in also and outcome != "unauthorised"
    )


def test_what_is_not_authorised_is_told_first_and_counted_all_the_same() -> None:
    text = act(MAJORITY, "term: {starts: 2026-01-01, ends: 2026-03-31}\n")
    found = verdict(text, ballots={"for": ["a"]})
    assert (found.outcome, found.also) == ("unauthorised", ("adopted",))
    assert [each.part for each in found.clauses if each.decides] == ["term"]
    assert clause(found, "rule").met is True
    assert found.to_pass == found.to_block == ()


def test_nothing_covers_it() -> None:
    found = verdict(act(MAJORITY), action="spend", ballots={"for": ["a"]})
    assert (found.outcome, found.decision, found.members) == ("unauthorised", "", ())


def test_two_decisions_cover_it_and_come_out_alike() -> None:
    text = act(MAJORITY).replace("act:", "one:") + "  two: {covers: [speak], passes: all members}\n"
    alike = verdict(text, action="speak", ballots={"for": ["a", "b", "c", "d"]})
    assert alike.outcome == "adopted"
    assert any("comes out the same" in note for note in alike.notes)
    unlike = verdict(text, action="speak", ballots={"for": ["a", "b", "c"]})
    assert unlike.outcome == "indeterminate"
    assert "one" in unlike.missing[0]


def test_in_the_name_of_a_member_nothing_is_asked() -> None:
    found = verdict(act(MAJORITY), in_name_of=["b"], ballots={"against": ["a"]})
    assert (found.outcome, found.decision, len(found.clauses)) == ("adopted", "", 1)
    assert found.clauses[0].said == "done in the name of Beta, and not of the coalition"


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        pytest.param(["coaltion"], True, id="coalition-misspelt"),
        pytest.param(["b", "nobody"], True, id="a-stranger-beside-a-member"),
        pytest.param(["b", "coalition"], False, id="the-coalition-too"),
        pytest.param(["b", "c"], False, id="two-members"),
    ],
)
def test_in_whose_name_is_asked_where_nobody_has_it(names: list[str], asked: bool) -> None:
    found = verdict(act(MAJORITY), in_name_of=names, ballots={"for": ["a"]})
    assert found.outcome == ("indeterminate" if asked else "adopted")
    assert [each for each in found.missing if "In whose name" in each] == list(found.missing)
    assert bool(found.missing) is asked


def test_a_year_alone_is_enough_where_the_members_stayed_the_same() -> None:
    gone = FOUR.replace("Delta", "Delta, in: [{to: 2026-06-30}]")
    assert (
        verdict(act("passes: at least 3/4 of members"), date="2026", ballots={"for": ["a", "b"]}).outcome
        == "rejected"
    )
    found = verdict(
        act("passes: at least 2/3 of members", members=gone), date="2026", ballots={"for": ["a", "b"]}
    )
    assert found.outcome == "indeterminate"
    assert any("which day" in each for each in found.missing)
    sure = verdict(
        act("passes: at least 2/3 of members", members=gone), date="2026", ballots={"for": ["a", "b", "c"]}
    )
    assert sure.outcome == "adopted"


def test_one_charter_for_many_actions() -> None:
    """What is kept between two actions changes neither of them."""
    text = act(
        f"{MAJORITY}, quorum: at least 2 members",
        members=FOUR.replace("Delta", "Delta, in: [{from: 2026-05-01}]"),
    )
    bindings = Bindings(charter_of(text))
    for day, ballots in (
        ("2026-04-14", {"for": ["a", "d"]}),
        ("2026-05-14", {"for": ["a", "d"]}),
        ("2026-04-14", {"for": ["a", "b"]}),
        ("2026-04-14", {"for": ["a", "d"]}),
    ):
        action = of({"action": "act", "date": day, "ballots": ballots})
        assert decide(bindings, action) == decide(charter_of(text), action)


def test_clauses_are_told_once() -> None:
    found = verdict(act(f"passes: all members{NOT_SURE}"), LATER, ballots={"for": ["a"]}, first_attempt=FIRST)
    assert [each.route for each in clauses(found, "rule")] == [
        ("decisions", "act", "otherwise"),
        ("decisions", "act", "passes"),
        ("decisions", "act", "otherwise", "passes"),
    ]
