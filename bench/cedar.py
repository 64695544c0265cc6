"""cedarpy, a policy engine in Rust, on what it can say of a vote.

It compares numbers that it is given. It has no ballots to count, no fractions, no days and no members that
vote in different ways, and it answers allow or deny without numbers: all of that is done before it is asked.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from bench.charters import member_id
from bench.inside import Work
from bench.measure import Unexpected
from bench.votes import Tally

POLICIES: Final = """
permit (principal, action == Action::"adopt", resource)
when {
  context.in_favour + context.against > 0 &&
  3 * context.in_favour >= 2 * (context.in_favour + context.against) &&
  2 * context.present > context.members
};
forbid (principal, action == Action::"adopt", resource)
when { context.vetoed };
permit (principal in Group::"veto-holders", action == Action::"veto", resource)
when { context.reason };
"""
"""Two thirds of the votes cast, more than half of the members, no veto that counts; and who may veto."""

ONE_BY_ONE: Final = 20
"""So many requests are put one at a time: each reads the policies and the members anew."""


def batch(tallies: Sequence[Tally]) -> Work:
    """All requests in one call, which reads policies and members once."""
    import cedarpy

    members = json.dumps(_members(tallies[0].members))
    requests = [_request(number, each) for number, each in enumerate(tallies)]

    def run() -> None:
        answers = cedarpy.is_authorized_batch(requests, POLICIES, members)
        _held_against(tallies, [each.allowed for each in answers])

    return Work(run, len(requests))


def one_by_one(tallies: Sequence[Tally]) -> Work:
    """A call for each request."""
    import cedarpy

    members = json.dumps(_members(tallies[0].members))
    some = tallies[:ONE_BY_ONE]
    requests = [_request(number, each) for number, each in enumerate(some)]

    def run() -> None:
        answers = [cedarpy.is_authorized(each, POLICIES, members) for each in requests]
        _held_against(some, [each.allowed for each in answers])

    return Work(run, len(requests))


def _held_against(tallies: Sequence[Tally], allowed: Sequence[bool]) -> None:
    if [each.adopted for each in tallies] != list(allowed):
        msg = "cedarpy and coalcheck come to different answers, so that their times mean nothing."
        raise Unexpected(msg)


def _members(count: int) -> list[dict[str, Any]]:
    groups = [
        {"uid": _uid("Group", name), "attrs": {}, "parents": []} for name in ("members", "veto-holders")
    ]
    members = [
        {
            "uid": _uid("Member", member_id(index)),
            "attrs": {},
            "parents": [groups[0]["uid"], *([groups[1]["uid"]] if index == 1 else [])],
        }
        for index in range(1, count + 1)
    ]
    return [*groups, *members]


def _uid(kind: str, name: str) -> dict[str, str]:
    return {"type": kind, "id": name}


def _request(number: int, tally: Tally) -> dict[str, Any]:
    return {
        "principal": f'Member::"{member_id(1 + number % tally.members)}"',
        "action": 'Action::"adopt"',
        "resource": f'Proposal::"letter-{number}"',
        "context": {
            "in_favour": tally.in_favour,
            "against": tally.against,
            "present": tally.present,
            "members": tally.members,
            "vetoed": tally.vetoed,
        },
    }
