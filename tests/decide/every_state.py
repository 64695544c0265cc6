"""Every way in which the members may have answered, with its verdict, and how far one is from another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from typing import NamedTuple

from deciding import bindings_of, plain_of
from oracle_cases import DATE, Plain
from oracle_sizes import sized

from coalcheck.engine.action.model import of
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Outcome, Verdict

ANSWERS = ("for", "against", "abstain", "present", "absent")

State = tuple[tuple[int, ...], ...]
"""For each member that may vote, how many of its heads gave which answer, in the order of ``ANSWERS``."""


class Room(NamedTuple):
    """A charter and an action without its ballots; the members that may vote, and how many heads each has."""

    text: str
    action: Plain
    heads: dict[str, int]

    def states(self) -> Iterator[State]:
        """All of them."""
        return product(*(list(_shared(count, len(ANSWERS))) for count in self.heads.values()))

    def put(self, state: State, **more: object) -> Plain:
        """The action with these ballots."""
        ballots = {
            who: {answer: number for answer, number in zip(ANSWERS, did, strict=True) if number}
            for who, did in zip(self.heads, state, strict=True)
        }
        given = self.action.get("proxies", {})
        allowed = "proxies" in plain_of(self.text)["decisions"]["act"]
        there = {who for who, did in ballots.items() if set(did) != {"absent"}}
        # A vote cast for another is written down as that of the other; where nobody may, it comes itself.
        voted = {who: did for who, did in ballots.items() if who in there or (allowed and who in given)}
        left = {who: holder for who, holder in given.items() if allowed or who not in there}
        return {**self.action, "ballots": voted, "proxies": left, **more}

    def decided(self, state: State, *, changes: bool = False, **more: object) -> Verdict:
        """The verdict of a state, as the whole check comes to it."""
        return decide(bindings_of(self.text), of(self.put(state, **more)), changes=changes)

    def changed(self, state: State, moves: Collection[tuple[str, str, str, int]]) -> State | None:
        """The state after some heads of members answer otherwise; None where there are not so many."""
        did = {who: list(each) for who, each in zip(self.heads, state, strict=True)}
        for who, before, after, heads in moves:
            did[who][ANSWERS.index(before)] -= heads
            did[who][ANSWERS.index(after)] += heads
        if min(min(each) for each in did.values()) < 0:
            return None
        return tuple(tuple(each) for each in did.values())


def room_of(text: str, fixed: Plain, number: int) -> Room:
    """The members of a charter that may vote on it."""
    text, fixed = sized(text, fixed, number)
    action = {"action": "act", "status": "closed", **DATE, **fixed}
    action.pop("away", None)
    none = decide(bindings_of(text), of({**action, "ballots": {}}), changes=False)
    counts = {member["id"]: member.get("count", 1) for member in plain_of(text)["members"]}
    able = [each.member for each in none.members if each.eligible]
    return Room(text, action, {who: counts[who] for who in able})


def distances(outcomes: dict[State, Outcome], wanted: Collection[Outcome]) -> dict[State, int]:
    """How many heads must at least answer otherwise until it comes out as wanted; nothing for who cannot."""
    found = {state: 0 for state, outcome in outcomes.items() if outcome in wanted}
    edge = list(found)
    while edge:
        further = []
        for state in edge:
            for near in _next_to(state):
                if near in outcomes and near not in found:
                    found[near] = found[state] + 1
                    further.append(near)
        edge = further
    return found


def _next_to(state: State) -> Iterator[State]:
    """One head answers otherwise."""
    for place, did in enumerate(state):
        for before, number in enumerate(did):
            if not number:
                continue
            for after in range(len(did)):
                if after != before:
                    moved = list(did)
                    moved[before] -= 1
                    moved[after] += 1
                    yield (*state[:place], tuple(moved), *state[place + 1 :])


def _shared(heads: int, places: int) -> Iterator[tuple[int, ...]]:
    if places == 1:
        yield (heads,)
        return
    for here in range(heads, -1, -1):
        for rest in _shared(heads - here, places - 1):
            yield (here, *rest)
