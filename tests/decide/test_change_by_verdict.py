"""The smallest change that a verdict names: done, it changes the verdict, and no smaller one does.

Each charter of the tables, every vote of its members, and the whole check asked anew for every one of them;
how few heads are enough is found by going from vote to vote, not by the search that is tested.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest
from every_state import ANSWERS, Room, State, distances, room_of
from law_charters import FACTOR
from oracle_cases import CASES
from oracle_nodes import NODES

from coalcheck.engine.decide.verdict import Change, Outcome

TABLE = CASES | NODES
DONE: dict[bool, frozenset[Outcome]] = {
    True: frozenset({"adopted"}),
    False: frozenset({"no-quorum", "rejected", "vetoed"}),
}
"""What counts as carried (True), and what as stopped."""

NOT_TO_CHANGE = {"unauthorised", "indeterminate"}
"""Where no ballots are spoken of, for it is not for want of them."""


def meant(room: Room, state: State, change: Change) -> Iterator[State]:
    """Every state that a change stands for, with all whom it names and all that they may do instead."""
    edits = change.edits
    first = room.changed(state, [(e.member, e.before, e.after, e.heads) for e in edits])
    assert first is not None, "it moves heads that are not there"
    yield first
    afters = (edits[0].after, *change.instead)
    if change.any_of:
        assert len({edit.after for edit in edits}) == 1
        heads = [
            (who, answer)
            for who, did in zip(room.heads, state, strict=True)
            if who in change.any_of
            for answer, number in zip(ANSWERS, did, strict=True)
            for _ in range(number)
            if answer not in afters
        ]
        for chosen in combinations(heads, sum(edit.heads for edit in edits)):
            for answers in product(afters, repeat=len(chosen)):
                moves = [
                    (who, before, after, 1) for (who, before), after in zip(chosen, answers, strict=True)
                ]
                found = room.changed(state, moves)
                assert found is not None
                yield found


@pytest.mark.parametrize("case", TABLE)
def test_every_change_named_does_it_and_no_smaller_one_does(case: str) -> None:
    room = room_of(*TABLE[case], 4 if FACTOR > 1 else 3)
    outcomes = {state: room.decided(state).outcome for state in room.states()}
    far = {carry: distances(outcomes, DONE[carry]) for carry in (True, False)}
    wrong: list[Any] = []
    for state, outcome in outcomes.items():
        if outcome in NOT_TO_CHANGE:
            continue
        told = room.decided(state, changes=True)
        carry = outcome in DONE[False]
        changes = told.to_pass if carry else told.to_block
        fewest = far[carry].get(state)
        assert not (told.to_block if carry else told.to_pass)
        if fewest is None:
            if changes or (carry and "No change of ballots would carry it." not in told.notes):
                wrong.append((room.put(state), "nothing does it", changes, told.notes))
            continue
        sizes = {sum(edit.heads for edit in each.edits) for each in changes}
        if sizes != {fewest} or not all(each.smallest for each in changes):
            wrong.append((room.put(state), fewest, changes, told.notes))
        for each in changes:
            for reached in meant(room, state, each):
                if outcomes[reached] not in DONE[carry]:
                    wrong += [(room.put(state), each, room.put(reached), outcomes[reached])]
            first = next(meant(room, state, each))
            if outcomes[first] != each.outcome:
                wrong += [(room.put(state), each, outcomes[first])]
    assert wrong == [], f"{len(wrong)}, the first: {wrong[0]}"


LEVELS = (
    ("", ("for", "against", "abstain", "present", "absent")),
    ("Enough as long as nobody votes against it.", ("for", "abstain", "present", "absent")),
    ("Enough as long as all others stay away.", ("absent",)),
)
"""What is said, and what the others may then do."""

OPEN = [
    name
    for name in TABLE
    # A counted row votes head by head, and a proxy is given with the vote of its holder.
    if not {"away", "first_attempt"} & TABLE[name][1].keys() and name != "a counted row"
]


def enough(room: Room, outcomes: dict[State, Outcome], state: State, who: set[str], others: Any) -> bool:
    """Whether these carry it by voting for it, whatever of this each of the others does."""
    does = []
    for name, did in zip(room.heads, state, strict=True):
        voted = did[ANSWERS.index("absent")] == 0
        does.append([did] if voted else [ONLY["for"]] if name in who else [ONLY[each] for each in others])
    return all(outcomes[after] == "adopted" for after in product(*does))


ONLY = {answer: tuple(int(answer == each) for each in ANSWERS) for answer in ANSWERS}


@pytest.mark.parametrize("case", OPEN)
def test_the_votes_still_to_come_that_are_named_are_enough_and_none_is_spare(case: str) -> None:
    room = room_of(*TABLE[case], 4 if FACTOR > 1 else 3)
    outcomes = {state: room.decided(state).outcome for state in room.states()}
    wrong: list[Any] = []
    for state in outcomes:
        told = room.decided(state, changes=True, status="open")
        silent = [who for who, did in zip(room.heads, state, strict=True) if did == ONLY["absent"]]
        if told.settled or told.outcome != "pending" or not silent:
            continue
        sets = [set(each) for size in range(len(silent) + 1) for each in combinations(silent, size)]
        said = [note for note, _ in LEVELS if note in told.notes]
        note, least = "", list[set[str]]()
        for saying, others in LEVELS:
            carry = [each for each in sets if enough(room, outcomes, state, each, others)]
            least = [each for each in carry if not any(other < each for other in carry)]
            if least:
                note = saying
                break
        told_sets = {
            frozenset(those)
            for each in told.to_pass
            for those in combinations(each.any_of or [edit.member for edit in each.edits], len(each.edits))
        }
        # Of two kinds of members that are both needed one example is named, not every choice among them.
        right = told_sets <= set(map(frozenset, least)) and all(each.smallest for each in told.to_pass)
        if least and least != [set()]:
            right = right and min(map(len, told_sets), default=0) == min(map(len, least))
        else:
            right = right and not told.to_pass
        if not right or said != ([note] if note else []):
            wrong.append((room.put(state), least, told.to_pass, told.notes))
    assert wrong == [], f"{len(wrong)}, the first: {wrong[0]}"
