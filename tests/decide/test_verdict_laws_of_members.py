"""Laws of verdicts: who is alike counts alike, in any unit, in any order."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

import pytest
from deciding import charter_of, decided
from hypothesis import given
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

from coalcheck.engine.action.model import of
from coalcheck.engine.decide.door import decide

# ── Laws of rules that only ask for support, or limit opposition ──────────────────────────────────


@given(passes=joined, quorum=quorums, veto=vetoes, ballots=everyone, given_by=st.sets(places), later=everyone)
def test_what_can_no_longer_change_does_not(  # noqa: PLR0917  (each is drawn by itself)
    passes: str, quorum: str, veto: str, ballots: Plain, given_by: set[str], later: Plain
) -> None:
    text = charter(passes, quorum, blocks=veto)
    cast = {
        who: did for who, did in ballots.items() if who in given_by and did in {"for", "against", "abstain"}
    }
    early = decided(text, {**ACT, "status": "open", "ballots": cast})
    assert early.settled or early.outcome in {"pending", "indeterminate"}
    if early.settled:
        final = outcome(text, later | cast)
        assert (final == "adopted") is (early.outcome == "adopted")


@given(
    passes=joined.filter(
        lambda text: not any(word in text for word in ("cast", "voting", "present", "absent"))
    ),
    blockers=st.sets(places),
)
def test_who_can_block_is_whom_the_others_cannot_do_without(passes: str, blockers: set[str]) -> None:
    """Duality, for rules over members and weights that do not ask who came."""
    text = charter(passes)
    rest = {who: "for" for who in IDS if who not in blockers}
    against = dict.fromkeys(sorted(blockers), "against")
    closed = decided(text, {**ACT, "ballots": rest | against}).outcome
    held_open = decided(text, {**ACT, "status": "open", "ballots": against})
    if closed != "indeterminate":
        # Whether a veto or a lack of votes for it ends it may be open, and that it is not carried be sure.
        lost = "Whatever comes, it is not carried any more." in held_open.notes
        blocked = lost or held_open.outcome not in {"pending", "adopted"}
        assert blocked is (closed != "adopted")


# ── Empty classes ─────────────────────────────────────────────────────────────────────────────────

GONE = MEMBERS.replace(
    "groups:", "  - {id: m5, name: Five, in: [{from: 2020-01-01, to: 2021-01-01}]}\ngroups:"
).replace("permanent: [m2]", "permanent: [m5]")


@given(
    clause=st.sampled_from(
        [
            "all of permanent",
            "no permanent member against",
            "at least 1/2 of permanent",
            "at least half of members among permanent",
        ]
    ),
    ballots=everyone,
)
def test_a_group_without_members_satisfies_nothing(clause: str, ballots: Plain) -> None:
    text = charter(f"at least 2 members and {clause}", members=GONE)
    assert outcome(text, ballots) == (
        "indeterminate" if list(ballots.values()).count("for") >= 2 else "rejected"
    )


# ── Exact for every number of members ─────────────────────────────────────────────────────────────

SENTENCES = {
    "1/2": "more than half of votes cast",
    "2/3": "at least 2/3 of members",
    "3/5": "at least 3/5 of votes cast",
    "3/4": "at least 3/4 of members",
    "55%": "at least 55% of members",
    "85%": "more than 85% of votes cast",
    "n - 1": "all but 1 of members",
    "root": "at least 3/2 times the square root of members",
}


def enough(name: str, number: int) -> int:
    """The fewest in favour of so many that are enough, in whole numbers."""
    if name == "root":
        return isqrt(9 * number // 4) + (isqrt(9 * number // 4) ** 2 * 4 < 9 * number)
    if name == "n - 1":
        return max(number - 1, 1)
    part = Fraction(name) if "/" in name else Fraction(name.rstrip("%")) / 100
    needed = part * number
    strict = name in {"1/2", "85%"}
    return (
        needed.numerator // needed.denominator + 1 if strict else -(-needed.numerator // needed.denominator)
    )


NUMBERS = range(1, 10_001) if FACTOR > 1 else [*range(1, 41), *range(97, 10_001, 331), 9_999, 10_000]


@pytest.mark.parametrize("name", SENTENCES)
def test_exact_by_tally(name: str) -> None:
    text = "members:\n  - {id: people, name: People, count: 7}\n"
    bound = charter_of(charter(SENTENCES[name], members=text))
    wrong = []
    for number in NUMBERS:
        least = enough(name, number)
        for ayes in (least - 1, least, least + 1):
            if 0 <= ayes <= number:
                tally = {"for": ayes, "against": number - ayes}
                action = of({**ACT, "electorate": {"people": number}, "tally": tally})
                got = decide(bound, action, changes=False).outcome
                if got != ("adopted" if ayes >= least else "rejected"):
                    wrong.append((number, ayes, got))
    assert wrong == []
