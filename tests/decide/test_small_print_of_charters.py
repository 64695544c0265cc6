"""What a page says of days, bodies, sums and the end: each word hangs on something, one row for each."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from small import FOUR, act, clause, clauses, member, verdict

from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.decide.hours import end_by_the_clock
from coalcheck.engine.decide.timing import last_day_to_send
from coalcheck.engine.decide.told import Terms

MOST = "passes: more than half of votes cast"
BOARD = "bodies: {board: {members: [a, b, c]}}\n"
FOR = {"for": ["a", "b", "c"]}

# ── Notice and hours ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("notice", "sent", "words"),
    [
        pytest.param("24 hours", "2026-04-01", "at least 24 hours before", id="enough at whatever hour"),
        pytest.param("24 hours", "2026-04-14", "less than 24 hours before", id="too short at whatever hour"),
        pytest.param("24 hours", "2026-04-13", "depends on the hour", id="the hour decides"),
        pytest.param("3 days", "2026-04-13", "three were needed", id="too few days"),
    ],
)
def test_what_is_said_of_a_notice(notice: str, sent: str, words: str) -> None:
    found = verdict(act(f"{MOST}, notice: {notice}"), ballots=FOR, notice=sent)
    assert words in clause(found, "notice").said


def test_of_a_notice_that_is_long_enough_it_is_not_said_what_was_needed() -> None:
    found = verdict(act(f"{MOST}, notice: 3 days"), ballots=FOR, notice="2026-04-01")
    assert "needed" not in clause(found, "notice").said


@pytest.mark.parametrize(
    ("sent", "held", "words"),
    [
        pytest.param(
            "2026-04-13", "2026-04-14", "on 13 April 2026 and on 14 April 2026", id="neither hour is known"
        ),
        pytest.param("2026-04-13", "2026-04-14T09:00Z", "on 13 April 2026?", id="that of the sending is not"),
    ],
)
def test_the_hour_is_asked_of_each_day_that_has_none(sent: str, held: str, words: str) -> None:
    text = act(f"{MOST}, notice: 24 hours, needs: [notice]")
    (asked,) = verdict(text, ballots=FOR, notice=sent, date=held).missing
    assert words in asked


def test_a_period_beyond_the_calendar_ends_with_it_also_far_in_the_east() -> None:
    start = datetime(2026, 4, 14, 9, tzinfo=timezone(timedelta(hours=14)))
    end = end_by_the_clock(Terms(None), start, Period(number=10**12, unit="hour"))
    assert isinstance(end.last, datetime)
    assert end.last.year == 9999


def test_no_day_is_early_enough_before_the_first() -> None:
    assert last_day_to_send(Terms(None), date.min, Period(number=2, unit="day")) is None


# ── Bodies, sums and kinds ────────────────────────────────────────────────────────────────────────


def test_that_the_action_names_no_body_is_told_as_what_was_taken_for_granted() -> None:
    text = act(f"{MOST}, body: board", BOARD)
    assert clause(verdict(text, ballots=FOR), "body").default == "the action names no body"
    assert not clause(verdict(text, ballots=FOR, body="board"), "body").default


def test_a_body_nobody_knows_where_all_decide_quotes_nothing() -> None:
    assert not clause(verdict(act(MOST, BOARD), ballots=FOR, body="bord"), "body").text
    assert clause(verdict(act(MOST, BOARD), ballots=FOR, body="bord"), "body").text is not None


TWO_LIMITS = """\
bodies:
  board: {members: [a, b], limits: {spend: 1000 EUR}}
  desk: {members: [c], limits: {spend: 100 EUR}}
decisions:
  large: {covers: [spend], passes: all members, body: board}
  small: {covers: [spend], passes: all members, body: desk}
"""


@pytest.mark.parametrize(
    ("amount", "decision"),
    [
        pytest.param("50 EUR", "small", id="within both"),
        pytest.param("100 EUR", "small", id="just within"),
        pytest.param("100.01 EUR", "large", id="within the larger alone"),
    ],
)
def test_a_sum_is_for_the_body_with_the_smallest_limit_that_holds_it(amount: str, decision: str) -> None:
    text = FOUR + TWO_LIMITS
    assert verdict(text, action="spend", amount=amount, ballots=FOR).decision == decision


@pytest.mark.parametrize(
    ("covers", "words"),
    [
        pytest.param("speak", "The charter has no decision that widens this limit.", id="nobody may"),
        pytest.param("speak, widen-scope", "", id="this one may"),
    ],
)
def test_who_may_widen_a_limit(covers: str, words: str) -> None:
    text = act(MOST, "scope: {money: {one_decision: 100 EUR}}\n").replace("[speak]", f"[{covers}]")
    found = clause(verdict(text, amount="200 EUR", action="speak", ballots=FOR), "money")
    assert words in found.remedy
    assert found.met is not bool(words)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        pytest.param("event", "vetoed", id="over this kind"),
        pytest.param("speak", "adopted", id="over another that the same decision covers"),
    ],
)
def test_a_veto_over_one_kind_is_none_over_another(kind: str, outcome: str) -> None:
    text = act(MOST, "vetoes:\n  - {holders: [d], over: [event], by: vote}\n").replace(
        "[speak]", "[speak, event]"
    )
    assert verdict(text, action=kind, ballots={**FOR, "against": ["d"]}).outcome == outcome


def test_a_row_of_many_that_does_not_vote_stands_for_all_its_heads() -> None:
    many = (
        "members:\n  - {id: a, name: Alpha}\n  - {id: b, name: Beta}\n  - {id: many, name: Many, count: 3}\n"
    )
    text = act(f"{MOST}, body: board", "bodies: {board: {members: [a, b]}}\n", members=many)
    assert member(verdict(text, ballots={"for": ["a", "b"]}), "many").heads == 3


@pytest.mark.parametrize(
    ("passes", "outcome"),
    [
        pytest.param("more than half of members voting", "adopted", id="two of the three who voted"),
        pytest.param("more than half of members present", "rejected", id="two of the five who were there"),
    ],
)
def test_who_was_there_and_in_no_count_of_a_tally_did_not_vote(passes: str, outcome: str) -> None:
    text = act(f"passes: {passes}", members="members:\n  - {id: people, name: People, count: 7}\n")
    tally = {"for": 2, "against": 1}
    assert verdict(text, tally=tally, present={"people": 5}).outcome == outcome


def test_a_rule_that_counts_support_asks_nothing_of_silence() -> None:
    text = act("passes: at least 2 members, silence: adopts")
    assert clauses(verdict(text, ballots=FOR, notice=None, proposed_by=None), "silence") == []


# ── The end, and winding up ───────────────────────────────────────────────────────────────────────

ENDED = "term: {starts: 2026-01-01, ends: 2026-03-31}\n"


@pytest.mark.parametrize(
    ("title", "met"),
    [
        pytest.param("Announcement of the end", True, id="that it has ended"),
        pytest.param("Report", None, id="a report, on what it does not say"),
        pytest.param("Stop the deal", False, id="nothing of the end"),
    ],
)
def test_what_may_still_be_said_after_the_end(title: str, met: bool | None) -> None:
    found = clause(verdict(act(MOST, ENDED), action="speak", title=title, ballots=FOR), "term")
    assert (found.met, found.text) == (met, "2026-03-31")


# ── Late and early ────────────────────────────────────────────────────────────────────────────────

AT_NOON = "2026-04-14T12:00Z"
ONE_EACH = {
    "a": {"vote": "for", "at": "2026-04-13T10:00Z"},
    "b": {"vote": "for", "at": "2026-04-14T11:59Z"},
    "c": {"vote": "against", "at": "2026-04-14T12:01Z"},
    "d": {"vote": "against", "at": "2026-04-13T10:00Z"},
}


@pytest.mark.parametrize(
    ("ballots", "outcome"),
    [
        pytest.param(ONE_EACH, "adopted", id="two in time for, one against"),
        pytest.param(
            {**ONE_EACH, "b": {"vote": "for", "at": "2026-04-14T12:01Z"}}, "rejected", id="one each"
        ),
        pytest.param(
            {**ONE_EACH, "b": {"vote": "for", "at": "2026-04-14"}}, "indeterminate", id="on that day, no hour"
        ),
        pytest.param(
            {**ONE_EACH, "c": {"vote": "abstain", "at": "2026-04-14"}},
            "adopted",
            id="the hour does not matter",
        ),
    ],
)
def test_ballots_that_are_surely_in_time_are_no_question(ballots: dict[str, Any], outcome: str) -> None:
    found = verdict(act(MOST), ballots=ballots, closes=AT_NOON)
    assert found.outcome == outcome
    assert bool(found.missing) is (outcome == "indeterminate")


# ── Proxies ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("proxies", "text", "effect"),
    [
        pytest.param("{}", "allowed", "by its proxy Alpha: counted for", id="allowed"),
        pytest.param("{most: 2}", "at most 2", "by its proxy Alpha: counted for", id="so many"),
        pytest.param(
            "{most: 1, count: [quorum]}",
            "at most 1, counted for quorum",
            "by proxy, which counts for the quorum only",
            id="for the quorum only",
        ),
        pytest.param(
            "{count: [vote, quorum]}",
            "counted for vote and quorum",
            "by its proxy Alpha: counted for",
            id="for both",
        ),
    ],
)
def test_how_a_vote_by_proxy_counts(proxies: str, text: str, effect: str) -> None:
    found = verdict(act(f"{MOST}, proxies: {proxies}"), ballots={"for": ["a"]}, proxies={"d": "a"})
    assert clause(found, "proxies").text == text
    assert member(found, "d").effect == effect
