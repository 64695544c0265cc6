"""Every vector of ``tests/threshold/vectors.yaml`` once more, as a vote under a charter of that one rule.

There the sentence alone is judged; here a charter is written around it, and the whole check must come to the
same: adopted, rejected (vetoed, where one of a named group stopped it) or that the charter does not say.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml
from body_vectors import DAY, judge
from oracle import World
from vectors import Vector, read_vectors

PUT = {"proposed_by": "proposer", "notice": "2026-01-02", "opened": "2026-01-02", "closes": "2026-03-01"}
GONE = [{"from": "2000-01-01", "to": "2001-01-01"}]
"""When those were members who are so no more: rows of nobody."""


def name(row: str) -> str:
    """Rows of the vectors are named as their groups are; members cannot be."""
    return f"row-of-{row}"


def number(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else str(value)


def members_of(world: World) -> list[dict[str, Any]]:
    rows = []
    for row in world.members:
        found: dict[str, Any] = {"id": name(row.id), "name": row.id.title(), **row.classes}
        if row.count > 1:
            found["count"] = row.count
        if row.count == 0:
            found["in"] = GONE
        if "signed" in row.groups:
            found["signed"] = {"date": "2026-01-01"}
        rows.append(found)
    return rows


def charter_of(vector: Vector) -> str:
    world = vector.world
    groups: dict[str, list[str]] = {}
    weights: dict[str, dict[str, Any]] = {}
    for row in world.members:
        for group in row.groups - {"signed"}:
            groups.setdefault(group, []).append(name(row.id))
        for weight, value in row.weights.items():
            weights.setdefault(weight, {"values": {}})["values"][name(row.id)] = number(value)
    for weight, total in world.totals.items():
        weights[weight]["total"] = number(total)
    body: dict[str, Any] = {"members": [name(row.id) for row in world.members if row.in_body]}
    if world.seats is not None:
        body["seats"] = world.seats
    decision: dict[str, Any] = {"covers": ["speak"], "body": "deciders", "passes": vector.text}
    if vector.silence:
        decision["silence"] = "adopts"
    apart = [row for row in world.members if row.concerned]
    if apart:
        decision["member_concerned"] = {
            "votes": apart[0].votes,
            "counted": apart[0].in_body,
            "for_quorum": True,
        }
    plain = {
        "coalcheck": 1,
        "name": vector.name,
        "kind": "body",
        "purpose": "Hold one rule.",
        "members": members_of(world),
        "groups": groups,
        "weights": weights,
        "bodies": {"deciders": body},
        "decisions": {"act": decision},
    }
    return yaml.safe_dump({key: value for key, value in plain.items() if value}, sort_keys=False)


VECTORS = [vector for vector in read_vectors() if vector.counts == "support"]


@pytest.mark.parametrize(
    "vector",
    [pytest.param(each, id=each.name) for each in VECTORS],
)
def test_the_whole_check_comes_to_the_same(vector: Vector) -> None:
    concerned = [name(row.id) for row in vector.world.members if row.concerned]
    ballots = {name(who): split for who, split in vector.world.ballots.items() if sum(split.values())}
    put = {**PUT, "proposed_by": name(vector.world.members[0].id)}
    action = {"action": "act", "date": DAY, "ballots": ballots, **put}
    verdict = judge(charter_of(vector), action | ({"subject": concerned} if concerned else {}))
    outcomes = {True: {"adopted"}, False: {"rejected", "vetoed"}, None: {"indeterminate"}}
    assert verdict.outcome in outcomes[vector.expected], (verdict.outcome, verdict.missing, verdict.clauses)
    assert any(each.decides for each in verdict.clauses)
