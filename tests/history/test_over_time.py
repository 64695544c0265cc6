"""What the chapters on posts, departures, meetings, decisions, small things and renewals see."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import (
    Chapter,
    appearing,
    deciding,
    departing,
    keeping,
    meetings,
    overdue,
    posts,
    renewing,
)

ALL = "ballots: {for: [breathe, local-9, parents]}"
TERM = "term: {starts: 2026-01-01, ends: 2029-12-31}\n"


def letter(day: str, more: str = "") -> str:
    return f"action: letter\ndate: {day}\n{ALL}\n{more}"


def meeting(day: str, **keys: str) -> str:
    return f"happened: meeting\ndate: {day}\nmeeting: {{{', '.join(f'{k}: {v}' for k, v in keys.items())}}}"


def left(day: str, who: str, **keys: str) -> str:
    told = "".join(f", {key}: {value}" for key, value in keys.items())
    return f"happened: leaving\ndate: {day}\nleaving: {{who: {who}{told}}}"


def gone(post: str, member: str = "", **keys: str) -> str:
    who = f", member: {member}" if member else ""
    told = ", ".join(f"{key}: {value}" for key, value in keys.items())
    return f"happened: contact\ndate: 2026-05-04\ncontact: {{post: {post}{who}, {told}}}"


@pytest.mark.parametrize(
    ("chapter", "charter", "entries", "properties", "expected"),
    [
        # posts
        pytest.param(
            posts, "", [gone("coordinator", left="yes")], ["gone_days", "gone_on"],
            [("coordinator-gone", 242, "4 May 2026")], id="coordinator: on the day of the entry",
        ),
        pytest.param(
            posts, "", [gone("coordinator", left="2026-12-01")], ["gone_days"], [("coordinator-gone", 31)],
            id="coordinator: on a day of its own",
        ),
        pytest.param(
            posts, "",
            [gone("coordinator", named="yes"), gone("coordinator", left="2026-06-01")], ["gone_days"],
            [("coordinator-gone", 214)], id="coordinator: named before, and then left",
        ),
        pytest.param(
            posts, "",
            [gone("signatory", "breathe", left="yes"), gone("signatory", "parents", left="yes"),
             gone("signatory", "breathe", named="yes")],
            [], [("signatory-gone",)], id="signatories: each member's own",
        ),
        # departures
        pytest.param(
            departing, "exit: {notice: 30 days, cost: nothing}",
            [left("2026-03-01", "breathe", reason_asked="yes", consent_asked="yes"),
             left("2026-05-01", "parents", stay_asked="2026-06-01")],
            ["left_so", "asked_beyond"],
            [("left-beyond-the-terms", 2, "the consent of the others and a longer stay")],
            id="two who had to wait",
        ),
        pytest.param(
            departing, "value: {rebalance_when: [member leaves]}",
            ["happened: leaving\ndate: 2026-03-01\nleaving: {who: breathe, last_day: 2026-04-30}",
             "happened: joining\ndate: 2026-06-01\njoining: {who: Crews}"],
            ["members_changed", "changed_on"], [("shares-not-looked-at", 2, "30 April 2026")],
            id="one left and one came",
        ),
        # meetings
        pytest.param(
            meetings, "", [meeting("2026-05-01", quorum="no"), meeting("2026-06-01", quorum="no")],
            ["meetings_without", "without_since"], [("no-quorum-again", 2, "1 May 2026")],
            id="two without a quorum",
        ),
        pytest.param(
            meetings, "",
            ["action: letter\ndate: 2026-05-01", meeting("2026-05-02", agenda="[a, b, c]", left_over="[a]")],
            ["items", "items_open", "items_percent"], [("items-left-open", 4, 2, 50)],
            id="two of four left open",
        ),
        pytest.param(
            meetings, "", [meeting(f"2026-{month}-01", kind="check-in") for month in ("09", "10", "11")],
            ["check_ins_since"], [("nothing-between-check-ins", "1 September 2026")],
            id="three check-ins and nothing",
        ),
        # decisions
        pytest.param(
            deciding,
            "name: C\nmembers: [{id: breathe}, {id: local-9}, {id: parents}]\n"
            "decisions: {letter: {covers: [speak], passes: more than half of members, explain: 48 hours}}",
            [letter("2026-05-01", "explained: {date: 2026-05-02}"), letter("2026-06-01"),
             letter("2026-07-01", "explained: {date: 2026-08-02}"), letter("2026-12-31")],
            ["to_explain", "explained_in_time", "explained_late"], [("explained-late", 3, 1, 2)],
            id="one of three explained in time; the last still has time",
        ),
        # small things
        pytest.param(
            keeping, "",
            ["happened: breach\ndate: 2026-05-01",
             "happened: breach\ndate: 2026-06-01\nbreach: {level: minor}",
             "happened: breach\ndate: 2026-07-01\nbreach: {level: major}",
             "happened: breach\ndate: 2025-12-31\nbreach: {level: minor}"],
            ["small_steps", "small_steps_are"], [("small-steps", 2, "2 small matters")],
            id="grave ones and old ones are not counted",
        ),
        pytest.param(
            keeping,
            "name: C\nmembers: [{id: breathe}, {id: local-9}, {id: parents}]\n"
            "decisions: {letter: {covers: [speak], passes: more than half of members, notice: 7 days}}",
            [letter("2026-05-10", "notice: 2026-05-09"),
             "happened: promise\ndate: 2026-06-02\n"
             "promise: {member: parents, due: 2026-06-01, told: no, kept: no}"],
            ["small_steps_are"], [("small-steps", "1 promise missed without a word and 1 notice too short")],
            id="a short notice and a missed promise",
        ),
        pytest.param(
            keeping, "",
            ["happened: review\ndate: 2026-05-01\nreview: {hours_given: {breathe: no, parents: no}}",
             "happened: review\ndate: 2026-06-01\nreview: {answers: {goal: Yes.}}",
             "happened: review\ndate: 2026-08-01\nreview: {hours_given: {breathe: no, parents: yes}}"],
            ["hours_short", "hours_reviews"], [("hours-not-given", 1, "1 May 2026 and 1 August 2026")],
            id="hours: at both reviews that looked at them",
        ),
        # appearances
        pytest.param(
            appearing, "explaining: {breathe: Because., parents: Because.}",
            ["happened: statement\ndate: 2026-05-01\nin_name_of: coalition",
             letter("2026-06-01", "in_name_of: coalition\ndone: yes"),
             letter("2026-07-01", "in_name_of: coalition"), letter("2026-08-01", "done: yes")],
            ["appearances", "lines_missing"], [("unexplained-appearances", 2, 1)],
            id="what was said in public, together",
        ),
        pytest.param(
            appearing, "",
            ["happened: statement\ndate: 2026-05-01T09:59\nstatement: {agreed_time: 2026-05-01T10:00}",
             "happened: statement\ndate: 2026-05-01\nstatement: {agreed_time: 2026-05-01T10:00}",
             "happened: statement\ndate: 2026\nstatement: {agreed_time: 2026-05-01}"],
            ["early"], [("early-statements", 1)], id="early only where that is certain",
        ),
        # going on
        pytest.param(
            renewing, "term: {starts: 2025-06-30, ends: 2029-12-31}", [meeting("2026-05-01")],
            ["months_since_decided", "decided_on"], [("half-life", 18, "30 June 2025")],
            id="eighteen months to the day",
        ),
        pytest.param(
            renewing, "term: {starts: 2026-06-01, ends: 2027-02-28}",
            [f"action: renew\ndate: 2026-11-01\n{ALL}"], ["lasts_months", "renewed"],
            [("renewed-past-six-months", 9, 1)], id="renewed into nine months",
        ),
    ],
)  # fmt: skip
def test_it_is_seen(
    chapter: Chapter,
    charter: str,
    entries: list[str],
    properties: list[str],
    expected: list[tuple[object, ...]],
) -> None:
    assert said(chapter, recorded(*entries, charter=charter), *properties) == expected


@pytest.mark.parametrize(
    ("chapter", "charter", "entries"),
    [
        pytest.param(
            posts, "", [gone("coordinator", left="yes", named="yes")],
            id="replaced on the same day",
        ),
        pytest.param(posts, "", [gone("coordinator", left="2027-02-01")], id="will leave"),
        pytest.param(posts, "", [gone("chair", left="yes")], id="a post that goes round"),
        pytest.param(
            departing, "exit: {notice: 30 days, cost: 100 EUR}",
            [left("2026-03-01", "breathe", pay_asked="100 EUR", consent_asked="yes"),
             left("2026-05-01", "parents", pay_asked="100 EUR", stay_asked="2026-05-31")],
            id="one of two was asked for no more than the terms say",
        ),
        pytest.param(
            departing, "exit: {notice: 30 days}",
            ["happened: leaving\ndate: 2026-03-01\nleaving: {who: breathe, consent_asked: yes}"],
            id="one hard departure is told where it stands",
        ),
        pytest.param(
            departing, "", ["happened: joining\ndate: 2026-06-01\njoining: {who: Crews}"],
            id="no shares to look at"
        ),
        pytest.param(
            departing, "value: {rebalance_when: [member joins]}",
            ["happened: joining\ndate: 2026-06-01\njoining: {who: Crews, rebalancing: yes}"],
            id="looked at when it came",
        ),
        pytest.param(
            meetings, "", [meeting("2026-05-01", quorum="no"), meeting("2026-06-01", quorum="yes")],
            id="the latest had a quorum",
        ),
        pytest.param(meetings, "", [meeting("2026-05-01")], id="nobody noted whether enough were there"),
        pytest.param(
            meetings, "", ["action: letter\ndate: 2026-12-20", "action: letter\ndate: 2025-12-20"],
            id="too new, and too old, to be left open",
        ),
        pytest.param(
            meetings, "",
            ["id: one\naction: letter\ndate: 2026-05-01", letter("2026-06-01", "follows: one")],
            id="dealt with by another that goes back to it",
        ),
        pytest.param(
            meetings, "",
            ["action: letter\ndate: 2026-05-01\nballots: {for: [breathe], against: [local-9, parents]}"],
            id="a no is an answer",
        ),
        pytest.param(
            meetings, "",
            [*(meeting(f"2026-{month}-01", kind="check-in") for month in ("09", "10", "11")),
             "happened: payment\ndate: 2026-12-01"],
            id="something was done after the third",
        ),
        pytest.param(
            meetings, "", [meeting(f"2026-{month}-01", kind="check-in") for month in ("09", "11")],
            id="two check-ins"
        ),
        pytest.param(
            meetings, "stage: ended",
            [meeting(f"2026-{month}-01", kind="check-in") for month in ("09", "10", "11")],
            id="it has ended",
        ),
        pytest.param(deciding, TERM, [letter("2026-05-01")], id="nothing has to be explained"),
        pytest.param(
            keeping, "",
            ["happened: promise\ndate: 2026-06-02\npromise: {member: parents, due: 2026-06-01, kept: no}"],
            id="whether anything was said is not on record",
        ),
        pytest.param(
            keeping, "", ["happened: review\ndate: 2026-05-01\nreview: {hours_given: {breathe: no}}"],
            id="one review"
        ),
        pytest.param(
            appearing, "explaining: {breathe: B., local-9: B., parents: B.}",
            ["happened: statement\ndate: 2026-05-01\nin_name_of: coalition"], id="every member has a line",
        ),
        pytest.param(
            appearing,
            "name: C\nmembers: [{id: breathe}, {id: local-9, in: {to: 2026-02-01}}]\n"
            "decisions: {change: {covers: [amend], passes: all members}}\nexplaining: {breathe: Because.}",
            ["happened: statement\ndate: 2026-05-01\nin_name_of: coalition"], id="who left needs no line",
        ),
        pytest.param(
            renewing, "term: {starts: 2025-07-02, ends: 2029-12-31}", [meeting("2026-05-01")], id="a day less"
        ),
        pytest.param(
            renewing, "term: {starts: 2025-01-02, ends: 2029-12-31}",
            ["happened: review\ndate: 2026-05-01\nreview: {of: renewal}"], id="talked over since",
        ),
        pytest.param(renewing, "", [meeting("2026-05-01")], id="nobody knows when it began"),
        pytest.param(
            renewing, "term: {starts: 2020-01-02, ends: 2026-12-31}", [meeting("2026-05-01")], id="it is over"
        ),
        pytest.param(
            overdue, "stage: ended\n" + TERM, [meeting("2026-05-01")],
            id="nothing is due after the end",
        ),
    ],
)  # fmt: skip
def test_it_is_passed_over(chapter: Chapter, charter: str, entries: list[str]) -> None:
    assert said(chapter, recorded(*entries, charter=charter)) == []


def test_the_end_is_near_from_sixty_days_before_until_the_end() -> None:
    def names(as_of: str) -> list[tuple[Value, ...]]:
        charter = "term: {starts: 2026-01-01, ends: 2026-12-31, first_review: 2026-04-01}"
        review = "happened: review\ndate: 2026-04-01"
        return said(overdue, recorded(review, charter=charter, as_of=as_of), "end_days")

    assert names("2026-10-31") == names("2027-01-01") == []
    assert names("2026-11-01") == [("end-near", 60)]
    assert names("2026-12-31") == [("end-near", 0)]
