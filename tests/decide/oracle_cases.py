"""Charters of a few members, each with one thing to get wrong, for the oracle and the engine."""

from __future__ import annotations

from typing import Any

from oracle_charters import one, recused

Plain = dict[str, Any]
DID = ("for", "against", "abstain", "present", None)
DATE = {"date": "2026-04-14"}
FOUNDERS = "groups: {founders: [m0, m1]}\n"
WEIGHTS = "weights: {shares: {values: {m0: 3, m1: 1, m2: 1, m3: 1/2}}}\n"
REGIONS = {0: ", region: north", 1: ", region: north", 2: ", region: south", 3: ", region: south"}
SECOND_BODY = "bodies: {board: {members: [m0, m1, m2]}}\n"
SEATS = "bodies: {board: {seats: [{member: m0}, {member: m0}, {member: m1}, {member: m2}]}}\n"
VACANT = "bodies: {board: {members: all, seats: 6}}\n"
VETO = "vetoes:\n  - {{holders: [founders], by: vote, over: [speak]{more}}}\n"
SILENT = {"proposed_by": "m0", "notice": "2026-04-01", "opened": "2026-04-01", "closes": "2026-04-13"}
AFTER = {"first_attempt": {"date": "2026-03-01", "outcome": "no quorum"}}
TERM = "term: {starts: 2026-01-01, ends: 2026-03-31}\n"

CASES: dict[str, tuple[str, Plain]] = {
    "majority of votes cast": (one("passes: more than half of votes cast"), {}),
    "two thirds of votes cast": (one("passes: at least 2/3 of votes cast"), {}),
    "majority of members present": (one("passes: more than half of members present"), {}),
    "majority of members": (one("passes: more than half of members"), {}),
    "of members not abstaining": (one("passes: at least 2/3 of members not abstaining"), {}),
    "of members voting": (one("passes: at least half of members voting"), {}),
    "all members": (one("passes: all members"), {}),
    "unanimity of votes cast": (one("passes: all of votes cast and no member absent"), {}),
    "a surplus": (one("passes: at least 2 more in favour than against"), {}),
    "a ratio": (one("passes: at least 2 times as many in favour as against"), {}),
    "at most one against": (one("passes: at most 1 member against"), {}),
    "no member against": (one("passes: no member against"), {}),
    "abstentions against": (one("passes: more than half of votes cast, abstentions: against"), {}),
    "quorum of attendance": (one("passes: more than half of votes cast, quorum: at least 3 members"), {}),
    "quorum of turnout": (
        one("passes: more than half of votes cast, quorum: turnout at least 3 members"),
        {},
    ),
    "quorum of votes": (one("passes: more than half of votes cast, quorum: votes at least 3 members"), {}),
    "quorum of support": (
        one("passes: more than half of votes cast, quorum: support at least 2 members"),
        {},
    ),
    "quorum in each region": (
        one(
            "passes: more than half of votes cast, quorum: at least half of members in each region",
            extra=REGIONS,
        ),
        {},
    ),
    "majority in each region": (
        one("passes: more than half of votes cast in each region", extra=REGIONS),
        {},
    ),
    "weights": (one("passes: more than half of shares cast and at least 2 members", more=WEIGHTS), {}),
    "weights or a floor": (
        one("passes: at least 2/3 of shares or fewer than 2 members not in favour", more=WEIGHTS),
        {},
    ),
    "a body": (
        one("passes: more than half of members, quorum: at least 2 members, body: board", more=SECOND_BODY),
        {},
    ),
    "seats": (one("passes: more than half of seats, body: board", more=SEATS), {}),
    "seats of votes cast": (one("passes: more than half of votes cast, body: board", more=SEATS), {}),
    "vacant seats": (
        one("passes: more than half of seats, quorum: at least 2/3 of seats, body: board", more=VACANT),
        {},
    ),
    "permanent members": (one("passes: at least 2 members and no founder member against", more=FOUNDERS), {}),
    "a permanent member or three": (
        one(
            "passes: at least 3 members or (at least 2 members and no founder member against)", more=FOUNDERS
        ),
        {},
    ),
    "veto by vote": (one("passes: at least 2 members", more=FOUNDERS + VETO.format(more="")), {}),
    "veto by vote with a reason": (
        one(
            "passes: at least 2 members, quorum: at least 3 members",
            more=FOUNDERS + VETO.format(more=", needs: [reason]"),
        ),
        {},
    ),
    "recused, left out": (
        one(
            f"passes: more than half of members, quorum: more than half of members, "
            f"{recused(counted=False, quorum=False)}"
        ),
        {"subject": "m0"},
    ),
    "recused, counted": (
        one(
            f"passes: more than half of members, quorum: at least 3 members, "
            f"{recused(counted=True, quorum=True)}"
        ),
        {"subject": "m0"},
    ),
    "recused, counted in the base alone": (
        one(
            f"passes: at least half of members present, quorum: at least 3 members, "
            f"{recused(counted=True, quorum=False)}"
        ),
        {"subject": "m0"},
    ),
    "recused, counted in the quorum alone": (
        one(
            f"passes: more than half of votes cast, quorum: at least 3 members, "
            f"{recused(counted=False, quorum=True)}"
        ),
        {"subject": "m0"},
    ),
    "the other members": (
        one(f"passes: at least 2/3 of the other members, {recused(counted=False, quorum=True)}"),
        {"subject": "m0"},
    ),
    "the other members, and it votes": (
        one(f"passes: at least 2/3 of the other members, {recused(votes=True, counted=True, quorum=True)}"),
        {"subject": "m0"},
    ),
    "tie, chair for": (
        one(
            "passes: more than half of votes cast, tie: chair, body: board",
            more="bodies: {board: {members: all, chair: m0}}\n",
        ),
        {"casting_vote": "for"},
    ),
    "tie, chair against": (
        one(
            "passes: more than half of votes cast, tie: chair, body: board",
            more="bodies: {board: {members: all, chair: m0}}\n",
        ),
        {"casting_vote": "against"},
    ),
    "tie fails": (one("passes: more than half of votes cast, tie: fails"), {}),
    "silence on record": (one("passes: no member against, silence: adopts, window: 7 days"), SILENT),
    "silence, window too short": (one("passes: no member against, silence: adopts, window: 30 days"), SILENT),
    "silence, no proposer": (
        one("passes: no member against, silence: adopts, window: 7 days"),
        {key: value for key, value in SILENT.items() if key != "proposed_by"},
    ),
    "silence, no notice": (
        one("passes: no member against, silence: adopts, window: 7 days"),
        {"proposed_by": "m0", "opened": "2026-04-01", "closes": "2026-04-13"},
    ),
    "silence, no end": (
        one("passes: no member against, silence: adopts"),
        {"proposed_by": "m0", "notice": "2026-04-01", "opened": "2026-04-01"},
    ),
    "silence and a rule that counts support": (one("passes: at least 2 members, silence: adopts"), {}),
    "silence and one objector": (
        one("passes: at most 1 member against, silence: adopts, window: 7 days"),
        SILENT,
    ),
    "fallback on objection": (
        one(
            "passes: no member against, silence: adopts, "
            "otherwise: {if: objection, passes: at least 2/3 of members}"
        ),
        SILENT,
    ),
    "fallback on failure": (
        one("passes: all members, otherwise: {if: failure, passes: at least 3/4 of members}"),
        {},
    ),
    "fallback after 30 days": (
        one("passes: all members, otherwise: {after: 30 days, if: failure, passes: at least 3/4 of members}"),
        {"first_attempt": {"date": "2026-03-01", "outcome": "rejected"}},
    ),
    "fallback too early": (
        one("passes: all members, otherwise: {after: 60 days, if: failure, passes: at least 3/4 of members}"),
        {"first_attempt": {"date": "2026-03-01", "outcome": "rejected"}},
    ),
    "second call": (
        one(
            "passes: more than half of votes cast, quorum: at least 3 members, "
            "second_call: {after: 7 days, quorum: at least 2 members}"
        ),
        AFTER,
    ),
    "second call too early": (
        one(
            "passes: more than half of votes cast, quorum: at least 3 members, "
            "second_call: {after: 60 days, quorum: at least 2 members}"
        ),
        AFTER,
    ),
    "no second call without a first": (
        one(
            "passes: more than half of votes cast, quorum: at least 3 members, "
            "second_call: {after: 7 days, quorum: at least 2 members}"
        ),
        {},
    ),
    "after the end": (one("passes: more than half of votes cast, quorum: at least 2 members", more=TERM), {}),
    "short notice": (one("passes: more than half of votes cast, notice: 14 days"), {"notice": "2026-04-10"}),
    "short notice that matters": (
        one("passes: more than half of votes cast, notice: 14 days, needs: [notice]"),
        {"notice": "2026-04-10"},
    ),
    "another board agrees": (
        one(
            "passes: more than half of votes cast, also: [{body: board, passes: all members}]",
            more=SECOND_BODY,
        ),
        {"also": {"board": {"ballots": {"for": ["m0", "m1", "m2"]}}}},
    ),
    "another board does not": (
        one(
            "passes: more than half of votes cast, also: [{body: board, passes: all members}]",
            more=SECOND_BODY,
        ),
        {"also": {"board": {"ballots": {"for": ["m0", "m1"]}}}},
    ),
    "another board has not said": (
        one(
            "passes: more than half of votes cast, also: [{body: board, passes: all members}]",
            more=SECOND_BODY,
        ),
        {},
    ),
    "a proxy for the vote": (
        one(
            "passes: more than half of votes cast, quorum: at least 4 members, "
            "proxies: {most: 2, count: [vote]}",
            5,
        ),
        {"proxies": {"m4": "m0"}, "away": ["m4"]},
    ),
    "a proxy for both": (
        one(
            "passes: more than half of votes cast, quorum: at least 4 members, "
            "proxies: {most: 2, count: [vote, quorum]}",
            5,
        ),
        {"proxies": {"m4": "m0"}, "away": ["m4"]},
    ),
    "no proxies": (
        one("passes: more than half of votes cast, quorum: at least 4 members", 5),
        {"proxies": {"m4": "m0"}, "away": ["m4"]},
    ),
    "seconded": (
        one("passes: more than half of votes cast, needs: [seconds]"),
        {"proposed_by": "m0", "seconds": ["m1"]},
    ),
    "not seconded": (
        one("passes: more than half of votes cast, needs: [seconds]"),
        {"proposed_by": "m0", "seconds": []},
    ),
    "hours against whole days": (
        one("passes: more than half of votes cast, notice: 24 hours, needs: [notice]"),
        {"notice": "2026-04-13"},
    ),
    "never of this body": (
        one(
            "passes: more than half of votes cast, body: board",
            more="bodies: {board: {members: all, limits: {never: [speak]}}}\n",
        ),
        {},
    ),
    "too much for this body": (
        one(
            "passes: more than half of votes cast, body: board",
            more="bodies: {board: {members: all, limits: {spend: 1000 EUR}}}\n",
        ),
        {"amount": "1000.01 EUR"},
    ),
    "just enough for this body": (
        one(
            "passes: more than half of votes cast, body: board",
            more="bodies: {board: {members: all, limits: {spend: 1000 EUR}}}\n",
        ),
        {"amount": "1000 EUR"},
    ),
    "another body": (
        one("passes: more than half of votes cast, body: board", more=SECOND_BODY + "").replace(
            "{board: {members: [m0, m1, m2]}}", "{board: {members: [m0, m1, m2]}, other: {members: all}}"
        ),
        {"body": "other"},
    ),
    "a counted row": (
        one("passes: more than half of members, quorum: at least 5 members", extra={3: ", count: 3"}),
        {},
    ),
    "joined later": (
        one("passes: all members", extra={3: ", in: [{from: 2026-05-01}]"}),
        {},
    ),
    "left before": (
        one("passes: all members", extra={3: ", in: [{from: 2020-01-01, to: 2026-04-13}]"}),
        {},
    ),
    "left on the day": (
        one("passes: all members", extra={3: ", in: [{from: 2020-01-01, to: 2026-04-14}]"}),
        {},
    ),
    "jointly stopped by both": (
        one(
            "passes: at least 2 members and (no founder member against or at least 3 members)", more=FOUNDERS
        ),
        {},
    ),
    "empty group": (
        one("passes: more than half of members and all of founders", more="groups: {founders: [m9]}\n")
        .replace(
            "decisions", "  - {id: m9, name: Gone, in: [{from: 2020-01-01, to: 2021-01-01}]}\ndecisions", 1
        )
        .replace("groups: {founders: [m9]}\n", "", 1)
        + "groups: {founders: [m9]}\n",
        {},
    ),
}
