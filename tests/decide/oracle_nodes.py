"""Charters of four members, one for each kind of thing a rule can ask, beside those of `oracle_cases`."""

from __future__ import annotations

from oracle_cases import FOUNDERS, REGIONS, SEATS, SECOND_BODY, WEIGHTS, Plain
from oracle_charters import one

TOTAL = "weights: {shares: {total: 7, values: {m0: 3, m1: 1, m2: 1, m3: 1/2}}}\n"
CHAIR = "bodies: {board: {members: all, chair: m0}}\n"
TIES = "passes: {passes}, tie: {tie}, body: board"


def rule(sentence: str, keys: str = "", more: str = "", extra: dict[int, str] | None = None) -> str:
    return one(f"passes: {sentence}{keys}", more=more, extra=extra)


_SENTENCES = {
    "a number present": "at least 3 members present and more than half of votes cast",
    "exactly": "exactly 2 members",
    "exactly a share": "exactly half of members",
    "a limit on support": "at least 1 member and fewer than 3 members",
    "a limit on a share": "at least 1 member and at most half of members present",
    "all but one": "all but 1 of members",
    "all but one of votes cast": "all but 1 of votes cast",
    "a root": "at least 1 times the square root of members",
    "more than a root": "more than 1/2 times the square root of members",
    "more for than against": "more in favour than against",
    "as many for as against": "at least 1 times as many in favour as against",
    "fewer than so many not in favour": "fewer than 2 members not in favour",
    "abstentions": "at least 1 member and abstentions at most 1 member",
    "opposition": "at least 1 member and opposition fewer than 2 members",
    "opposition of votes cast": "at least 1 member and opposition at most 1/3 of votes cast",
    "turnout": "more than half of votes cast and turnout at least 2/3 of members",
    "attendance": "more than half of votes cast and attendance at least half of members",
    "nobody abstains": "at least 1 member and no member abstaining",
    "nobody is absent": "at least 1 member and no member absent",
    "present not abstaining": "more than half of members present not abstaining",
    "either of two": "at least 3 members or (more than half of votes cast and no member absent)",
    "both of two": "(at least 3 members or at least 2/3 of votes cast) and at most 1 member against",
}

NODES: dict[str, tuple[str, Plain]] = {
    **{name: (rule(sentence), {}) for name, sentence in _SENTENCES.items()},
    "a group": (rule("at least half of founders and at least 2 members", more=FOUNDERS), {}),
    "all of a group": (rule("all founders", more=FOUNDERS), {}),
    "a number among a group": (rule("at least 1 member among founders", more=FOUNDERS), {}),
    "none of a group absent": (
        rule("at least 2 members and no founder member absent", more=FOUNDERS),
        {},
    ),
    "votes cast among a group": (rule("more than half of votes cast among founders", more=FOUNDERS), {}),
    "one of each region": (rule("at least 1 member in each region", extra=REGIONS), {}),
    "some regions": (rule("at least 2 members in at least 1 region", extra=REGIONS), {}),
    "one of two regions": (
        rule("more than half of votes cast in at least 1 of 2 regions", extra=REGIONS),
        {},
    ),
    "weights present": (rule("more than half of shares present", more=WEIGHTS), {}),
    "weights of a group": (rule("at least half of shares among founders", more=FOUNDERS + WEIGHTS), {}),
    "weights in each region": (
        rule("at least half of shares in each region", more=WEIGHTS, extra=REGIONS),
        {},
    ),
    "a declared total": (rule("more than half of shares", more=TOTAL), {}),
    "a root of seats": (
        rule("at least 1 times the square root of seats", ", body: board", SEATS),
        {},
    ),
    "a lead in seats": (
        rule("at least 1 more in favour than against", ", body: board", SEATS),
        {},
    ),
    "the whole coalition": (
        rule("at least 3/4 of coalition members", ", body: board", SECOND_BODY),
        {},
    ),
    "the whole coalition that votes": (
        rule("at least 2/3 of coalition members voting", ", body: board, quorum: 2 members", SECOND_BODY),
        {},
    ),
    "the body and the whole coalition": (
        rule(
            "more than half of votes cast and at least half of coalition members",
            ", body: board",
            SECOND_BODY,
        ),
        {},
    ),
    "half, and a tie fails": (
        one(TIES.format(passes="at least half of votes cast", tie="fails"), more=CHAIR),
        {},
    ),
    "half, and the chair is against": (
        one(TIES.format(passes="at least half of votes cast", tie="chair"), more=CHAIR),
        {"casting_vote": "against"},
    ),
    "half, and what the chair did is not on record": (
        one(TIES.format(passes="at least half of votes cast", tie="chair"), more=CHAIR),
        {},
    ),
    "an even split of all who are there, and the chair": (
        one(TIES.format(passes="more than half of members present", tie="chair"), more=CHAIR),
        {},
    ),
    "a tie under two conditions, and the chair": (
        one(
            TIES.format(passes="more in favour than against and at least 2 members", tie="chair"), more=CHAIR
        ),
        {},
    ),
    "two thirds know no tie": (
        one(TIES.format(passes="at least 2/3 of votes cast", tie="chair"), more=CHAIR),
        {"casting_vote": "for"},
    ),
    "no casting vote on record": (
        one(TIES.format(passes="more than half of votes cast", tie="chair"), more=CHAIR),
        {},
    ),
    "a tie with a quorum": (
        one(
            f"{TIES.format(passes='more than half of votes cast', tie='chair')}, quorum: 3 members",
            more=CHAIR,
        ),
        {"casting_vote": "for"},
    ),
    "a veto and a second call": (
        one(
            "passes: at least 2 members, quorum: at least 3 members, "
            "second_call: {after: 7 days, quorum: at least 2 members}",
            more=f"{FOUNDERS}vetoes:\n  - {{holders: [m0], by: vote, over: [speak]}}\n",
        ),
        {"first_attempt": {"date": "2026-03-01", "outcome": "no quorum"}},
    ),
    "an approval quorum of a share": (
        one("passes: more than half of votes cast, quorum: support at least 1/3 of members"),
        {},
    ),
    "a quorum of two kinds": (
        one(
            "passes: more than half of votes cast, "
            "quorum: at least 2 members and turnout at least half of members present"
        ),
        {},
    ),
}
