"""Counts without names: enough wherever the rule counts all alike, refused where it does not."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from small import FOUR, act, clause, member, verdict

MAJORITY = "passes: more than half of votes cast"
REGIONS = (
    FOUR.replace("Alpha", "Alpha, region: north")
    .replace("Beta", "Beta, region: north")
    .replace("Gamma", "Gamma, region: south")
    .replace("Delta", "Delta, region: south")
)
EACH = f"{MAJORITY} in each region"
ROWS = "members:\n  - {id: chair, name: The chair}\n  - {id: many, name: The many, count: 40}\n"
SHARES = "weights: {shares: {values: {a: 3, b: 1, c: 1, d: 1}}}\n"
BY_SHARES = "passes: more than half of shares"
AWAY = "member_concerned: {votes: false, counted: false, for_quorum: true}"


@pytest.mark.parametrize(
    ("text", "action", "outcome"),
    [
        pytest.param(act(MAJORITY), {"tally": {"for": 2, "against": 1}}, "adopted", id="a majority"),
        pytest.param(act(MAJORITY), {"tally": {"for": 2, "against": 2}}, "rejected", id="an even split"),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members"),
            {"tally": {"for": 2, "present": 4}},
            "adopted",
            id="there",
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members"),
            {"tally": {"for": 2, "present": 3}},
            "no-quorum",
            id="away",
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members"),
            {"tally": {"for": 2}, "present": ["a", "b", "c", "d"]},
            "adopted",
            id="there by name",
        ),
        pytest.param(
            act("passes: more than half of members present"),
            {"tally": {"for": 2, "present": 4}},
            "rejected",
            id="half of those present",
        ),
        pytest.param(
            act(f"{MAJORITY}, abstentions: against"),
            {"tally": {"for": 2, "against": 1, "abstain": 1}},
            "rejected",
            id="abstentions against",
        ),
        pytest.param(
            act(MAJORITY, members=ROWS), {"tally": {"for": 20, "against": 21}}, "rejected", id="rows alike"
        ),
        pytest.param(
            act(f"{MAJORITY} among crowd", "groups: {crowd: [many]}\n", ROWS),
            {"tally": {"many": {"for": 20, "against": 19}}},
            "adopted",
            id="of a counted row",
        ),
        pytest.param(
            act(EACH, members=REGIONS),
            {"tally": {"north": {"for": 2}, "south": {"for": 1}}},
            "adopted",
            id="of each region",
        ),
        pytest.param(
            act(EACH, members=REGIONS),
            {"tally": {"north": {"for": 2}, "south": {"for": 1, "against": 1}}},
            "rejected",
            id="of each region, one divided",
        ),
        pytest.param(
            act(EACH, members=REGIONS), {"tally": {"for": 4}}, "adopted", id="all alike in each region"
        ),
        pytest.param(act(EACH, members=REGIONS), {"tally": {"for": 1}}, "rejected", id="one in two regions"),
        pytest.param(act(BY_SHARES, SHARES), {"tally": {"for": 4}}, "adopted", id="all of the shares"),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members, {AWAY}"),
            {"subject": "d", "tally": {"for": 3}, "present": ["d"]},
            "adopted",
            id="the member concerned was there",
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members, {AWAY}"),
            {"subject": "d", "tally": {"for": 3, "present": 4}},
            "adopted",
            id="and is among those counted",
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: at least 3 members, {AWAY}"),
            {"subject": "d", "tally": {"for": 2, "present": 3}},
            "adopted",
            id="whoever the third one was",
        ),
    ],
)
def test_counts_are_enough(text: str, action: dict[str, Any], outcome: str) -> None:
    found = verdict(text, **action)
    assert (found.outcome, found.missing) == (outcome, ())


@pytest.mark.parametrize(
    ("text", "action", "words"),
    [
        pytest.param(
            act("passes: at least half of votes cast in each region", members=REGIONS),
            {"tally": {"for": 2, "against": 2}},
            "Who voted what?",
            id="regions",
        ),
        pytest.param(
            act("passes: at least half of shares", SHARES),
            {"tally": {"for": 1, "against": 3}},
            "Who voted what?",
            id="shares",
        ),
        pytest.param(
            act(MAJORITY),
            {"tally": {"for": 3, "against": 2}},
            "5 votes, and 4 members may vote",
            id="too many",
        ),
        pytest.param(
            act(MAJORITY, members=REGIONS),
            {"tally": {"north": {"for": 3}}},
            "3 votes for north",
            id="too many in the north",
        ),
        pytest.param(
            act(MAJORITY, members=REGIONS),
            {"tally": {"for": 1, "north": {"for": 2}}},
            "more than the whole",
            id="parts and whole",
        ),
    ],
)
def test_counts_that_are_not_enough(text: str, action: dict[str, Any], words: str) -> None:
    found = verdict(text, **action)
    assert found.outcome == "indeterminate"
    assert any(words in each for each in found.missing)


def test_of_a_row_that_is_alone_all_is_known() -> None:
    only = "members:\n  - {id: many, name: The many, count: 40}\n"
    found = verdict(act(MAJORITY, members=only), tally={"for": 20, "against": 15, "abstain": 3})
    assert member(found, "many").votes == {"for": 20, "against": 15, "abstain": 3, "absent": 2}
    assert clause(found, "rule").said == "20 of 35 votes cast; 18 were needed"


def test_of_several_members_only_the_sum_is_known() -> None:
    found = verdict(act(MAJORITY), changes=True, tally={"for": 2, "against": 1})
    assert all(each.votes == {} and "not on record" in each.effect for each in found.members)
    assert found.to_block == ()
    assert any("no change of single ballots" in note for note in found.notes)


def test_a_tally_says_what_the_names_say() -> None:
    """Wherever a tally has an answer, every way to put names to it has the same one."""
    for decision in (
        EACH,
        "passes: at least 3/4 of members",
        "passes: more in favour than against in each region",
    ):
        text = act(decision, members=REGIONS)
        answers: dict[tuple[int, int, int], set[str]] = {}
        for did in product(("for", "against", "abstain", "absent"), repeat=4):
            counts = (did.count("for"), did.count("against"), did.count("abstain"))
            answers.setdefault(counts, set()).add(
                verdict(text, ballots=dict(zip("abcd", did, strict=True))).outcome
            )
        for (yes, no, abstain), outcomes in answers.items():
            found = verdict(text, tally={"for": yes, "against": no, "abstain": abstain})
            assert {found.outcome} == (outcomes if len(outcomes) == 1 else {"indeterminate"})
