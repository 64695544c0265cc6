"""Comparing what is proven of one charter with what looking at every ballot comes to.

All 21 properties are compared, each with brute force that takes nothing from the room that proves:

- `proof_slowly`: can-be-carried, can-be-turned-down, support-never-hurts, staying-away-never-helps,
  needs-support, never-both-ways, quorum-matters, clause-matters, veto-matters, no-standstill;
- `proof_between`: changed-no-more-easily, same-kind-same-outcome, no-way-by-ending, override-is-as-hard;
- `proof_after`: can-be-repaired, survives-departures, survives-two-departures, classes-stay-filled,
  not-everyone-after-a-departure, no-way-by-removing, no-way-by-admitting.

Ballots are judged there by `proof_oracle`, which is held against ``decide`` on ballots drawn at random.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from random import Random
from typing import Any, Final

from proof_after import After
from proof_between import Between
from proof_charters import charter_from
from proof_oracle import World
from proof_replay import judged, replayed
from proof_slowly import Key, Status

from coalcheck.engine.charter.model import Charter
from coalcheck.engine.proof.prove import prove
from coalcheck.engine.proof.witness import Witness

SEVERAL: Final = ("clause-matters", "quorum-matters")
"""Properties of which a decision has several; they are compared together."""

Seen = Counter[tuple[str, str]]


def wanted(charter: Charter, world: World) -> tuple[dict[Key, Status], set[str]]:
    """What must come out of each property, and of which it may be open as well where it holds."""
    found: dict[Key, Status] = dict(Between(world).statuses())
    after = After(charter, world)
    found |= dict(after.statuses())
    amends, admits, expels = map(after.covering, ("amend", "admit", "expel"))
    if amends and expels:
        found["no-way-by-removing", ()] = after.removing()
    # A step that may be carried leaves it open, whatever would come after it.
    open_ = {"no-way-by-removing"} if after.saw_open else set()
    if amends and admits:
        # As many newcomers as are tried there one by one. Where it comes out that none of these is enough, it
        # must not be that many more are.
        few, many = range(1, 2 * len(after.heads) + 1), (13, 40)
        found["no-way-by-admitting", ()] = "fails" if after.admitting(few) else "holds"
        if found["no-way-by-admitting", ()] == "holds" and after.admitting(many):
            found["no-way-by-admitting", ()] = "unknown"
        open_.add("no-way-by-admitting")
    return found, open_


def compared(values: dict[str, Any], random: Random) -> Seen:
    """Compare one charter; how often each property came out how.

    Args:
        values: the charter, as plain values.
        random: chooses on which ballots the brute force is held against ``decide``.
    """
    charter = charter_from(values)
    answers = prove(charter)
    seen = Seen()
    said: dict[Key, list[str]] = defaultdict(list)
    for answer in answers:
        subject = answer.subject[:1] if answer.property in SEVERAL else answer.subject
        said[answer.property, subject].append(answer.status)
        seen[answer.property, answer.status] += 1
    world = World(charter)
    must, open_ = wanted(charter, world)
    for key, status in must.items():
        came = ",".join(sorted(said.pop(key, [])))
        unknown = key[0] in open_ and (came, status) == ("unknown", "holds")
        assert came == status or unknown, (key, came, status, json.dumps(values))
    # Nothing is said that was not compared.
    assert not said, (said, json.dumps(values))
    seen["cases", "replayed"] += replayed(charter, answers)
    seen["cases", "judged"] += _judged(random, charter, world)
    return seen


def _judged(random: Random, charter: Charter, world: World) -> int:
    """Hold the brute force itself against ``decide``, on ballots drawn at random."""
    ways = [way for name in charter.decisions for way in world.ways(name)]
    number = 0
    for way in random.sample(ways, min(len(ways), 3)):
        answers = random.choice(list(world.ballots(way)))
        came = world.adopted(way, answers)
        # Open is also why it is not carried, where only that is.
        adopted = came if came is True or came is False else None
        # A kind that two decisions cover names neither.
        alone = sum(way.kind in each.covers for each in charter.decisions.values()) == 1
        attempt: Any = way.attempt
        casting: Any = way.casting
        shown = Witness(
            way.name, way.kind if alone else "", way.concerned, world.votes(answers), adopted, attempt,
            casting, entitled=frozenset(world.entitled(way)),
        )  # fmt: skip
        assert judged(charter, shown) is adopted, (way, answers, adopted, judged(charter, shown))
        number += 1
    return number
