"""Laws that every verdict keeps, and agreement with the oracle under random rules."""

from __future__ import annotations

import sys
from collections import Counter
from fractions import Fraction
from typing import Any

from deciding import differing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from law_charters import (
    ACT,
    FACTOR,
    IDS,
    MEMBERS,
    Plain,
    charter,
    everyone,
    joined,
    outcome,
    places,
    quorums,
    vetoes,
)
from strategies import rules

from coalcheck.engine.threshold.say import say

# ── Random rules ──────────────────────────────────────────────────────────────────────────────────

drawn: Counter[str] = Counter()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150 * FACTOR)
@given(rule=rules(), ballots=st.lists(everyone, min_size=4, max_size=8), quorum=quorums, veto=vetoes)
def draw_and_compare(rule: Any, ballots: list[Plain], quorum: str, veto: str) -> None:
    sentence = say(rule)
    text = charter(sentence, quorum, blocks=veto)
    compound = " and " in sentence or " or " in sentence
    in_class = " region" in sentence or " chamber" in sentence
    weighed = "population" in sentence or "shares" in sentence
    drawn.update(
        {
            "rules": 1,
            "two or more clauses": compound,
            "a class": in_class,
            "a weight": weighed,
            "any of these": compound or in_class or weighed,
            "a veto": bool(veto),
            "a quorum": bool(quorum),
        }
    )
    for each in ballots:
        found = differing(text, {**ACT, "ballots": each})
        assert found is None, (sentence, quorum, veto, found)


def test_random_rules_are_decided_as_the_oracle_works_out() -> None:
    drawn.clear()
    draw_and_compare()
    sys.stdout.write(f"\n{dict(drawn)}\n")
    assert drawn["any of these"] * 2 >= drawn["rules"]


# ── Laws of rules that only ask for support, or limit opposition ──────────────────────────────────


@given(passes=joined, quorum=quorums, veto=vetoes, ballots=everyone, who=places)
def test_a_vote_that_turns_in_favour_never_loses_it(
    passes: str, quorum: str, veto: str, ballots: Plain, who: str
) -> None:
    text = charter(passes, quorum, blocks=veto)
    before = outcome(text, ballots | {who: "against"})
    assert before != "adopted" or outcome(text, ballots | {who: "for"}) == "adopted"


@given(passes=joined, quorum=quorums, veto=vetoes, ballots=everyone, who=places)
def test_one_more_in_favour_never_loses_it(
    passes: str, quorum: str, veto: str, ballots: Plain, who: str
) -> None:
    text = charter(passes, quorum, blocks=veto)
    before = outcome(text, ballots | {who: "absent"})
    assert before != "adopted" or outcome(text, ballots | {who: "for"}) == "adopted"


def test_that_one_more_against_can_carry_it_is_true_of_a_quorum_of_those_who_vote() -> None:
    """The exception of which the words above do not speak, so that nobody takes it for a law."""
    text = charter("more than half of votes cast", "quorum: at least 3 members")
    two = {"m0": "for", "m1": "for"}
    assert (outcome(text, two), outcome(text, two | {"m2": "against"})) == ("no-quorum", "adopted")


@given(rule=rules(), quorum=quorums, ballots=everyone)
def test_nothing_is_adopted_without_a_ballot_in_favour(rule: Any, quorum: str, ballots: Plain) -> None:
    none = {who: "absent" if did == "for" else did for who, did in ballots.items()}
    assert outcome(charter(say(rule), quorum), none) != "adopted"


@given(rule=rules(), quorum=quorums, ballots=everyone, order=st.permutations(IDS), back=st.booleans())
def test_neither_the_order_of_ballots_nor_of_members_counts(
    rule: Any, quorum: str, ballots: Plain, order: list[str], back: bool
) -> None:
    text = charter(say(rule), quorum)
    by_answer: dict[str, list[str]] = {}
    for who in order:
        by_answer.setdefault(ballots[who], []).append(who)
    head, *lines = MEMBERS.split("\ngroups", maxsplit=1)[0].split("\n")
    rest = MEMBERS.split("\ngroups", maxsplit=1)[1]
    turned = "\n".join([head, *(reversed(lines) if back else lines)]) + "\ngroups" + rest
    assert outcome(text, ballots) == outcome(charter(say(rule), quorum, members=turned), by_answer)


ALIKE = """\
members:
  - {id: m0, name: Zero, region: north}
  - {id: m1, name: One, region: north}
  - {id: m2, name: Two, region: north}
  - {id: m3, name: Three, region: south}
  - {id: m4, name: Four, region: south}
groups: {founders: [m0, m1, m2]}
weights:
  population: {values: {m0: 2, m1: 2, m2: 2, m3: 1, m4: 1}}
"""


@given(
    passes=joined.filter(lambda text: "shares" not in text and "chamber" not in text),
    ballots=everyone,
    first=st.permutations(["m0", "m1", "m2"]),
    second=st.permutations(["m3", "m4"]),
)
def test_members_alike_are_one_like_the_other(
    passes: str, ballots: Plain, first: list[str], second: list[str]
) -> None:
    text = charter(passes, members=ALIKE)
    swapped = {new: ballots[old] for old, new in zip(IDS, [*first, *second], strict=True)}
    assert outcome(text, ballots) == outcome(text, swapped)


@given(passes=joined, ballots=everyone, factor=st.sampled_from(["2", "1/3", "1000"]))
def test_weights_in_another_unit_are_the_same_weights(passes: str, ballots: Plain, factor: str) -> None:
    unit = Fraction(factor)
    values = ", ".join(
        f"{who}: {w * unit}" for who, w in zip(IDS, map(Fraction, ("3", "2", "2", "1", "1/2")), strict=True)
    )
    old = "{m0: 3, m1: 2, m2: 2, m3: 1, m4: 1/2}"
    assert old in MEMBERS
    assert outcome(charter(passes), ballots) == outcome(
        charter(passes, members=MEMBERS.replace(old, f"{{{values}}}")), ballots
    )


@given(
    passes=joined,
    quorum=quorums,
    ballots=everyone,
    recorded=st.sampled_from(["adopted", "rejected", "vetoed"]),
)
def test_what_the_minutes_say_does_not_change_what_the_charter_says(
    passes: str, quorum: str, ballots: Plain, recorded: str
) -> None:
    text = charter(passes, quorum)
    assert outcome(text, ballots) == outcome(text, ballots, recorded=recorded)
