"""What a page says beside the outcome: each word of it depends on something, one row for each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small import FOUR, act, clause, clauses, member, verdict

MOST = "passes: more than half of votes cast"
CHAIR = "bodies: {board: {members: all, chair: a}}\n"
BOARD = "bodies: {board: {members: [a, b, c]}}\n"
RECUSED = "member_concerned: {votes: false, counted: true, for_quorum: true}"
LEFT = FOUR.replace("Delta", "Delta, in: [{from: 2020-01-01, to: 2026-04-13}]")
FOR = {"for": ["a", "b", "c"]}


@pytest.mark.parametrize(
    ("decision", "more", "ballots", "words"),
    [
        pytest.param(MOST, "", {"for": ["a"]}, "1 of 1 vote cast; 1 was needed", id="one vote"),
        pytest.param(MOST, "", {"for": ["a", "b"]}, "2 of 2 votes cast; 2 were needed", id="two votes"),
        pytest.param(MOST, "", {"abstain": ["a"]}, "0 of 0 votes cast", id="no votes"),
        pytest.param(
            "passes: at least 2/3 of coalition members, body: board",
            BOARD,
            FOR,
            "3 of 4 coalition members in favour",
            id="of the whole coalition",
        ),
        pytest.param(
            "passes: at least 2/3 of members, body: board",
            BOARD,
            FOR,
            "3 of 3 members in favour",
            id="of a body",
        ),
    ],
)
def test_what_was_counted_of_what(decision: str, more: str, ballots: dict[str, Any], words: str) -> None:
    assert words in clause(verdict(act(decision, more), ballots=ballots), "rule").said


@pytest.mark.parametrize(
    ("seats", "words"),
    [
        pytest.param("[{member: a}]", "1 of 1 seat in favour", id="one seat"),
        pytest.param("[{member: a}, {member: b}]", "2 of 2 seats in favour", id="two seats"),
    ],
)
def test_seats_are_counted_as_seats(seats: str, words: str) -> None:
    text = act("passes: more than half of seats, body: board", f"bodies: {{board: {{seats: {seats}}}}}\n")
    assert words in clause(verdict(text, ballots=FOR), "rule").said


def test_the_other_members_are_called_so() -> None:
    text = act("passes: at least 2/3 of the other members")
    said = clause(verdict(text, ballots=FOR, subject="d"), "rule").said
    assert "3 of 3 other members in favour" in said


@pytest.mark.parametrize(
    ("passes", "outcome"),
    [
        pytest.param("at least half of votes cast", "rejected", id="half"),
        pytest.param("at least 1 times as many in favour as against", "rejected", id="as many"),
        pytest.param("at least 0 more in favour than against", "rejected", id="no lead"),
        pytest.param(
            "at least 1/2 times as many in favour as against", "adopted", id="half as many is no tie"
        ),
        pytest.param("at least 1/3 of votes cast", "adopted", id="nor is a third"),
    ],
)
def test_a_tie_is_a_case_of_its_own_just_where_it_is_on_the_line(passes: str, outcome: str) -> None:
    even = {"for": ["a", "b"], "against": ["c", "d"]}
    found = verdict(act(f"passes: {passes}, tie: fails"), ballots=even)
    assert found.outcome == outcome
    assert bool(clauses(found, "tie")) is (outcome == "rejected")


# ── Who is told why ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "action", "note"),
    [
        pytest.param(
            act(f"{MOST}, {RECUSED}"),
            {"subject": "d", "ballots": {"for": ["a", "d"]}},
            "The ballot of Delta is not counted: does not vote on this; "
            "counted among the members all the same.",
            id="whom it is about",
        ),
        pytest.param(
            act(MOST, members=LEFT),
            {"ballots": {"for": ["a", "d"]}},
            "The ballot of Delta is not counted: not a member on that day.",
            id="who had left",
        ),
        pytest.param(
            act(MOST),
            {"ballots": {"for": ["a", "zeta"]}},
            "zeta is no member of this charter, so its ballot is not counted.",
            id="a stranger",
        ),
        pytest.param(
            act(MOST),
            {"subject": "zeta", "ballots": FOR},
            "zeta, whom it is about, is no member of this charter.",
            id="about a stranger",
        ),
    ],
)
def test_whose_ballot_is_left_out_and_why(text: str, action: dict[str, Any], note: str) -> None:
    assert note in verdict(text, **action).notes


def test_who_is_to_be_admitted_is_no_member_yet_and_nothing_is_said_of_it() -> None:
    text = act(MOST).replace("[speak]", "[admit]")
    assert not any("zeta" in note for note in verdict(text, subject="zeta", ballots=FOR).notes)


@pytest.mark.parametrize(
    ("there", "effect"),
    [
        pytest.param(["d"], "; present for the quorum", id="whom it is about counts for the quorum"),
        pytest.param([], "all the same", id="not there"),
    ],
)
def test_who_does_not_vote_may_count_for_the_quorum(there: list[str], effect: str) -> None:
    text = act(f"{MOST}, quorum: 3 members, {RECUSED}")
    assert member(verdict(text, subject="d", present=there, ballots=FOR), "d").effect.endswith(effect)


def test_an_outsider_that_is_there_is_not_present_for_the_quorum() -> None:
    text = act(f"{MOST}, quorum: 2 members, body: board", BOARD)
    assert member(verdict(text, present=["d"], ballots=FOR), "d").effect == "has no vote in board"


def test_who_has_left_is_one_head_that_is_absent() -> None:
    found = member(verdict(act(MOST, members=LEFT), ballots=FOR), "d")
    assert (found.heads, found.votes, found.eligible) == (1, {"absent": 1}, False)


# ── Vetoes ────────────────────────────────────────────────────────────────────────────────────────

VETO = "vetoes:\n  - {{holders: [a, b], over: [speak], by: notice{more}}}\n"


@pytest.mark.parametrize(
    ("more", "raised", "words", "said"),
    [
        pytest.param("", ["a"], "Alpha, Beta over speak", "used by Alpha; it counts", id="one is enough"),
        pytest.param(
            ", jointly: true",
            ["a"],
            "Alpha, Beta over speak, together",
            "used by Alpha; it does not count",
            id="one of two that must act together",
        ),
        pytest.param(
            ", jointly: true",
            ["a", "b"],
            "Alpha, Beta over speak, together",
            "used by Alpha, Beta; it counts",
            id="both",
        ),
        pytest.param("", [], "Alpha, Beta over speak", "not used", id="nobody"),
        pytest.param(
            ", within: 2 hours", ["a"], "Alpha, Beta over speak", "used by Alpha; whether it counts is open",
            id="nobody knows when",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_veto(more: str, raised: list[str], words: str, said: str) -> None:
    found = verdict(
        act(MOST, VETO.format(more=more)),
        date(2026, 5, 1),
        ballots=FOR,
        vetoes=[{"by": who, "date": "2026-04-14"} for who in raised],
    )
    told = clause(found, "veto")
    assert (told.text.replace(" and ", ", "), told.said.replace(" and ", ", ")) == (words, said)
    if "jointly" in more:
        assert [read.why.rpartition("; ")[2] for read in found.vetoes] == [
            f"{len(raised)} of the 2 that must act together did" for _ in raised
        ]


# ── What has not been done by its day ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("done", "met", "words"),
    [
        pytest.param(None, False, "it has lapsed", id="nothing on record"),
        pytest.param(False, False, "it has lapsed", id="not done"),
        pytest.param(True, None, "on a day that is not on record", id="done, nobody knows when"),
        pytest.param("2026-04-20", True, "", id="done in time"),
    ],
)
def test_what_lapses(done: Any, met: bool | None, words: str) -> None:
    found = verdict(act(f"{MOST}, expires: 10 days"), date(2026, 6, 1), ballots=FOR, done=done)
    told = clause(found, "expiry")
    assert words in told.said
    if met is None:
        assert told.met is None


# ── A rule that is not there ──────────────────────────────────────────────────────────────────────


def test_without_a_rule_it_is_asked_how_many_must_agree() -> None:
    found = verdict(act("tie: fails"), ballots=FOR)
    assert found.outcome == "indeterminate"
    assert found.missing == ("How many must agree under act? The charter can say it: passes.",)


def test_silence_adopts_nothing_where_there_is_no_rule() -> None:
    found = verdict(act("silence: adopts"), ballots={})
    assert found.outcome == "indeterminate"
    assert found.missing == ("How many must agree under act? The charter can say it: passes.",)


@pytest.mark.parametrize(
    ("decision", "ballots", "outcome"),
    [
        pytest.param("quorum: two thirds of the power", FOR, "indeterminate", id="a quorum"),
        pytest.param(
            "otherwise: {if: failure, passes: two thirds of the power}",
            {"against": ["a"]},
            "indeterminate",
            id="a second way that matters",
        ),
        pytest.param(
            "otherwise: {if: failure, passes: two thirds of the power}",
            FOR,
            "adopted",
            id="one that does not",
        ),
    ],
)
def test_a_sentence_without_a_reading_is_asked_for_where_it_matters(
    decision: str, ballots: dict[str, Any], outcome: str
) -> None:
    found = verdict(act(f"{MOST}, {decision}"), ballots=ballots)
    assert found.outcome == outcome
    assert not any("fault of this program" in each for each in found.missing)
    assert bool(found.missing) is (outcome == "indeterminate")


# ── How often a veto may be used ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("limit", "earlier", "outcome"),
    [
        pytest.param("1 per quarter", "2026-03-31", "vetoed", id="the quarter before"),
        pytest.param("1 per quarter", "2026-04-01", "adopted", id="the same quarter"),
        pytest.param("1 per quarter", "2025-04-01", "vetoed", id="that quarter of last year"),
        pytest.param("1 per month", "2026-03-31", "vetoed", id="the month before"),
        pytest.param("1 per month", "2026-04-01", "adopted", id="the same month"),
        pytest.param("1 per week", "2026-04-12", "vetoed", id="the Sunday before"),
        pytest.param("1 per week", "2026-04-13", "adopted", id="the Monday of that week"),
        pytest.param("1 per day", "2026-04-14", "vetoed", id="the day before"),
        pytest.param("1 per day", "2026-04-15", "adopted", id="the same day"),
    ],
)
def test_a_limit_counts_by_the_calendar(limit: str, earlier: str, outcome: str) -> None:
    text = act(MOST, VETO.format(more=f", limit: {limit}"))
    raised = [{"by": "a", "date": "2026-04-15", "earlier": [earlier]}]
    assert verdict(text, date(2026, 5, 1), ballots=FOR, vetoes=raised).outcome == outcome
