"""Random small charters, from plain mappings, so that a failure shows a charter that can be read."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, Final

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.source.read import read

ROOT: Final = Path(__file__).parents[2]
FIXTURES: Final = sorted((ROOT / "fixtures").glob("*/*/charter.yaml"))

RULES: Final = (
    "more than half of members", "more than half of votes cast", "at least 2/3 of members",
    "at least 2/3 of votes cast", "more than half of members present", "at least 1/2 of members voting",
    "at least 2 members", "at least 3 members", "all members", "all of votes cast", "no member against",
    "at most 1 member against", "at least 1/2 of shares", "more than half of shares cast",
    "more than half of members in each region", "at least 1 member in each region",
    "no permanent member against", "more in favour than against", "at least 2 more in favour than against",
    "at least 1/2 of votes cast", "more than half of coalition members",
    "at least 1 times the square root of members", "more than half of seats", "at least 0 members",
    "at least 1 permanent member", "all but 1 of members", "at least 1/2 of members not abstaining",
    "at least 2 times as many in favour as against", "at most 1/3 of members against", "no member absent",
)  # fmt: skip
ODD: Final = (
    "at most 2 members in favour", "exactly 2 members", "fewer than 2 members not in favour",
    "at most 1/2 of members in favour",
)  # fmt: skip
OTHERS: Final = ("at least 3/4 of the other members", "all the other members", "at least 2 members")
QUORUMS: Final = (
    "more than half of members", "at least 2 members", "turnout at least 1/2 of members",
    "at least 2/3 of shares", "at least 1 member in each region",
)  # fmt: skip


def charter_from(values: dict[str, Any]) -> Charter:
    loaded = load(read(json.dumps(values), "charter.yaml"))
    assert loaded.charter is not None, loaded.problems
    # An attribute that no threshold asks for is a point of its own, and no fault here.
    assert all(each.kind == "attribute-unused" for each in loaded.problems), loaded.problems
    return loaded.charter


@lru_cache
def fixture(path: Path) -> Charter:
    charter = load(read(path.read_bytes(), path.name)).charter
    assert charter is not None
    return charter


def small(members: int, decisions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A charter of alike members, with these decisions."""
    rows = [{"id": f"m{n}", "name": f"Member {n}"} for n in range(members)]
    return {"name": "Small", "purpose": "Try.", "members": rows, "decisions": decisions, **more}


def drawn(random: Random, *, small: bool = False) -> dict[str, Any]:
    """A random charter of up to four heads; a small one has up to three, and mostly one decision."""
    heads = random.choice((2, 3) if small else (2, 3, 3, 3, 3, 4))
    members: list[dict[str, Any]] = []
    left = heads
    while left:
        member: dict[str, Any] = {"id": f"m{len(members)}", "name": f"Member {len(members)}"}
        if left > 1 and random.random() < 0.08:
            member["count"] = 2
        if random.random() < 0.7:
            member["region"] = random.choice(("north", "south"))
        left -= member.get("count", 1)
        members.append(member)
    ids = [member["id"] for member in members]
    values: dict[str, Any] = {
        "name": "Small", "purpose": "Try.", "members": members,
        "groups": {"permanent": random.sample(ids, random.randint(1, len(ids)))},
        "weights": {"shares": {each: random.choice((1, 1, 2, 3, 5)) for each in ids}},
        "bodies": {"board": {"members": random.sample(ids, random.randint(1, len(ids)))}},
        "decisions": {},
    }  # fmt: skip
    # A class of which nobody is left is asked for by name only where somebody has one.
    regions = any("region" in member for member in members)
    kinds = ["speak", "spend", "amend", "admit", "expel", "dissolve"]
    for name in random.sample(("one", "two", "three"), random.choice((1, 1, 2) if small else (1, 2, 2, 3))):
        covers = random.sample(kinds, random.choice((1, 1, 2)))
        values["decisions"][name] = _decision(random, covers, regions=regions)
    if random.random() < 0.45:
        values["vetoes"] = [
            _veto(random, ids, list(values["decisions"])) for _ in range(random.choice((1, 1, 2)))
        ]
    return values


def _rule(random: Random, *, regions: bool) -> str:
    while True:
        number = random.choice((1, 1, 1, 2, 2, 3))
        parts = [random.choice(ODD if random.random() < 0.08 else RULES) for _ in range(number)]
        text = f" {random.choice(('and', 'or'))} ".join(parts)
        if number == 3 and random.random() < 0.5:
            text = f"{parts[0]} and ({parts[1]} or {parts[2]})"
        if regions or "region" not in text:
            return text


def _decision(random: Random, covers: list[str], *, regions: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"covers": covers, "passes": _rule(random, regions=regions)}
    if "expel" in covers and random.random() < 0.6:
        found["passes"] = random.choice(OTHERS)
        if random.random() < 0.7:
            found["member_concerned"] = {"votes": False, "counted": random.random() < 0.4}
    if random.random() < 0.3:
        found["quorum"] = random.choice([each for each in QUORUMS if regions or "region" not in each])
        if random.random() < 0.25:
            found["second_call"] = {"after": "7 days", "quorum": "at least 1 member"}
    if random.random() < 0.15:
        found["silence"] = "adopts"
    if random.random() < 0.25:
        found["body"] = "board"
    if random.random() < 0.15:
        found["otherwise"] = {
            "if": random.choice(("objection", "failure")),
            "passes": _rule(random, regions=regions),
        }
        if random.random() < 0.6:
            found["otherwise"]["after"] = "7 days"
    if random.random() < 0.1:
        found["tie"] = "fails"
    if random.random() < 0.1:
        found["abstentions"] = "against"
    if random.random() < 0.1:
        found["also"] = [{"body": "board", "passes": "more than half of votes cast"}]
    return found


def _veto(random: Random, ids: list[str], names: list[str]) -> dict[str, Any]:
    holders = random.choice((["permanent"], random.sample(ids, 1), random.sample(ids, min(2, len(ids)))))
    found: dict[str, Any] = {"holders": holders, "over": random.sample([*names, "amend", "speak"], 1)}
    if random.random() < 0.3:
        found["by"] = "vote"
    elif random.random() < 0.6:
        found["override"] = random.choice(
            ("at least 2/3 of members", "more than half of votes cast", "all the other members")
        )
    if random.random() < 0.25:
        found["jointly"] = True
    return found
