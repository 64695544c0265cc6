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
OVERRIDES: Final = (
    "at least 2/3 of members", "more than half of shares", "all the other members",
    "at least 1/2 of shares cast",
)  # fmt: skip
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
    """A random charter of three or four heads; a small one has up to three, and one decision or two."""
    heads = random.choice((2, 3) if small else (3, 4))
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
    if random.random() < 0.15:
        # Somebody has two seats there, or somebody none.
        alone = [member["id"] for member in members if member.get("count", 1) == 1]
        seated = random.choices(alone or ids, k=random.choice((2, 3)))
        values["bodies"]["board"] = {"seats": [{"member": each} for each in seated]}
    # All sit at the table, or some, and who chairs has a vote there.
    chair = random.choice([member["id"] for member in members if "count" not in member] or [""])
    if chair:
        around = random.choice(("all", sorted({chair, *random.sample(ids, random.randint(1, len(ids)))})))
        values["bodies"]["table"] = {"members": around, "chair": chair}
    # A class of which nobody is left is asked for by name only where somebody has one.
    regions = any("region" in member for member in members)
    kinds = ["speak", "spend", "amend", "admit", "expel", "dissolve"]
    names = random.sample(("one", "two", "three"), random.choice((1, 1, 2, 2) if small else (1, 2, 2, 3)))
    # What takes two steps takes two decisions, one of them a change of the charter.
    steps = len(names) > 1 and random.random() < 0.5
    for name in names:
        covers = random.sample(kinds, random.choice((1, 1, 2)))
        if steps:
            covers = ["amend"] if name == names[0] else random.sample(("admit", "expel", "dissolve"), 1)
        values["decisions"][name] = _decision(random, covers, regions=regions, chaired=bool(chair))
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


def _decision(random: Random, covers: list[str], *, regions: bool, chaired: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"covers": covers, "passes": _rule(random, regions=regions)}
    if "expel" in covers and random.random() < 0.6:
        found["passes"] = random.choice(OTHERS)
        if random.random() < 0.7:
            found["member_concerned"] = {"votes": False, "counted": random.random() < 0.4}
    if random.random() < 0.3:
        found["quorum"] = random.choice([each for each in QUORUMS if regions or "region" not in each])
        if random.random() < 0.25:
            found["second_call"] = {"after": "7 days", "quorum": "at least 1 member"}
    # A rule that nothing can miss is met by silence alone.
    if random.random() < (0.8 if found["passes"] == "at least 0 members" else 0.15):
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
    elif (
        chaired
        and random.random() < 0.15
        and "member_concerned" not in found
        and "other" not in found["passes"]
    ):
        found |= {"body": "table", "tie": "chair"}
    if random.random() < 0.1:
        found["abstentions"] = "against"
    if random.random() < 0.1:
        found["also"] = [{"body": random.choice(("board", "board", "own boards")),
                          "passes": "more than half of votes cast"}]  # fmt: skip
        if random.random() < 0.3:
            found["also"][0]["quorum"] = "more than half of members"
    return found


def _veto(random: Random, ids: list[str], names: list[str]) -> dict[str, Any]:
    holders = random.choice((["permanent"], random.sample(ids, 1), random.sample(ids, min(2, len(ids)))))
    found: dict[str, Any] = {"holders": holders, "over": [random.choice([*names, *names, "amend", "speak"])]}
    if random.random() < 0.3:
        found["by"] = "vote"
    elif random.random() < 0.8:
        found["override"] = random.choice(OVERRIDES)
    if random.random() < 0.25:
        found["jointly"] = random.choice((True, True, 2))
    if random.random() < 0.1:
        found["limit"] = random.choice(("0 per year", "1 per year"))
    return found
