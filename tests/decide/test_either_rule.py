"""Two rules on the same, one that needs notice and one that does not: either is enough, and both are told."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from deciding import decided, differing
from oracle_cases import DATE, DID, Plain
from oracle_charters import one
from small import FOUR, verdict

from coalcheck.engine.decide.verdict import Verdict

IN_TIME, TOO_LATE = {"notice": "2026-03-31"}, {"notice": "2026-04-01"}


def charter(with_notice: str, without: str, more: str = "") -> str:
    """Four members; the easier rule may be used only with fourteen days' notice."""
    text = one("passes: more than half of members", more=more)
    head, _, rest = text.partition("decisions:\n")
    _, _, after = rest.partition("\n")
    return (
        f"{head}decisions:\n"
        f"  noticed: {{covers: [amend], applies_if: {{notice: 14 days}}, {with_notice}}}\n"
        f"  unnoticed: {{covers: [amend], {without}}}\n{after}"
    )


BYLAWS = ("passes: at least 2/3 of votes cast", "passes: more than half of members")
FOUNDERS = "groups: {founders: [m0]}\nvetoes:\n  - {holders: [founders], by: vote, over: [noticed]}\n"
CHARTERS = {
    "Robert's Rules": charter(*BYLAWS),
    "a quorum for the one": charter(f"{BYLAWS[0]}, quorum: at least 3 members", BYLAWS[1]),
    "a veto on the one": charter("passes: more than half of votes cast", BYLAWS[1], FOUNDERS),
    "a need of the other": charter(BYLAWS[0], f"{BYLAWS[1]}, needs: [seconds]"),
    "neither is the easier": charter(
        "passes: at least 2 members", "passes: no member against, quorum: all members"
    ),
}


@pytest.mark.parametrize("notice", [IN_TIME, TOO_LATE, {}], ids=["in-time", "too-late", "not-on-record"])
@pytest.mark.parametrize("case", CHARTERS)
def test_every_set_of_ballots(case: str, notice: Plain) -> None:
    text = CHARTERS[case]
    unlike = []
    for answers in product(DID, repeat=4):
        given = {f"m{number}": did for number, did in enumerate(answers) if did}
        action = {"action": "amend", "status": "closed", **DATE, **notice, "ballots": given}
        action |= {"seconds": ["m1"]}
        found = differing(text, action)
        unlike += [found] if found else []
    assert unlike == [], f"{len(unlike)} of them, the first: {unlike[0]}"


# ── What is told ──────────────────────────────────────────────────────────────────────────────────

TWO = """decisions:
  noticed: {covers: [amend], applies_if: {notice: 14 days}, passes: at least 2/3 of votes cast}
  unnoticed: {covers: [amend], passes: more than half of members}
"""


def voted(given: dict[str, Any], **more: Any) -> Verdict:
    values = {"action": "amend", "ballots": given, "notice": None, "changes": True, **more}
    return verdict(FOUR + TWO, **values)


def said(found: Verdict) -> str:
    return " ".join((*(each.said for each in found.clauses), *found.notes))


BY_NOTICE_ALONE = {"for": ["a", "b"], "against": ["c"]}
BY_NUMBER_ALONE = {"for": ["a", "b", "c"], "against": ["d"]}
BY_NEITHER = {"for": ["a"], "against": ["b"]}


@pytest.mark.parametrize(
    ("given", "notice", "outcome", "decision", "told"),
    [
        pytest.param(
            BY_NOTICE_ALONE,
            IN_TIME,
            "adopted",
            "noticed",
            "Under unnoticed (more than half of members), it is not carried.",
            id="by-notice",
        ),
        pytest.param(
            BY_NUMBER_ALONE,
            IN_TIME,
            "adopted",
            "noticed",
            "Under unnoticed (more than half of members), it is carried.",
            id="by-both",
        ),
        pytest.param(
            BY_NOTICE_ALONE,
            TOO_LATE,
            "rejected",
            "unnoticed",
            "so does noticed with a notice of 14 days: sent 1 April",
            id="too-late-for-the-one",
        ),
        pytest.param(
            BY_NOTICE_ALONE,
            {},
            "indeterminate",
            "noticed",
            "Under unnoticed (more than half of members), it is not carried.",
            id="notice-decides",
        ),
        pytest.param(
            BY_NUMBER_ALONE,
            {},
            "adopted",
            "unnoticed",
            "so does noticed with a notice of 14 days: none is on record",
            id="notice-does-not-matter",
        ),
        pytest.param(
            BY_NEITHER,
            IN_TIME,
            "rejected",
            "noticed",
            "Under unnoticed (more than half of members), it is not carried.",
            id="by-neither",
        ),
        pytest.param(
            BY_NEITHER,
            {},
            "rejected",
            "unnoticed",
            "Under noticed (at least 2/3 of votes cast), it is not carried.",
            id="notice-or-not",
        ),
    ],
)
def test_what_is_told(given: dict[str, Any], notice: Plain, outcome: str, decision: str, told: str) -> None:
    found = voted(given, **notice)
    assert (found.outcome, found.decision) == (outcome, decision)
    assert told in said(found)
    assert bool(found.missing) is (outcome == "indeterminate")


@pytest.mark.parametrize(
    ("given", "action", "outcome", "told"),
    [
        pytest.param(
            BY_NUMBER_ALONE,
            {"action": "noticed", **TOO_LATE},
            "unauthorised",
            "Under unnoticed, which covers the same, these votes carry it",
            id="other-carries",
        ),
        pytest.param(
            BY_NOTICE_ALONE,
            {"action": "unnoticed", **IN_TIME},
            "rejected",
            "Under noticed, which covers the same, these votes carry it",
            id="the-one-with-notice",
        ),
        pytest.param(
            BY_NOTICE_ALONE, {"action": "unnoticed", **TOO_LATE}, "rejected", "", id="notice-too-late"
        ),
        pytest.param(BY_NEITHER, {"action": "unnoticed", **IN_TIME}, "rejected", "", id="neither"),
        pytest.param(BY_NUMBER_ALONE, {"action": "unnoticed", **IN_TIME}, "adopted", "", id="carried-anyway"),
    ],
)
def test_named_by_its_id_it_is_judged_by_that_one(
    given: dict[str, Any], action: Plain, outcome: str, told: str
) -> None:
    found = voted(given, **action)
    assert found.outcome == outcome
    assert ("these votes carry it" in said(found)) is bool(told)
    assert told in said(found)


def test_two_rules_of_two_bodies_are_not_either_or() -> None:
    text = (
        FOUR
        + """bodies: {board: {members: [a]}}
decisions:
  noticed: {covers: [amend], applies_if: {notice: 14 days}, passes: all members}
  board-amends: {covers: [amend], body: board, passes: all members}
"""
    )
    found = verdict(text, action="amend", notice="2026-03-31", ballots={"for": ["a"]})
    assert (found.outcome, found.decision) == ("rejected", "noticed")
    assert "board-amends" not in said(found)


# ── What would change it ──────────────────────────────────────────────────────────────────────────


def applied(given: dict[str, str], edits: Any) -> dict[str, str]:
    return given | {each.member: each.after for each in edits}


@pytest.mark.parametrize("notice", [IN_TIME, TOO_LATE], ids=["in-time", "too-late"])
def test_the_smallest_change_is_that_of_both_rules(notice: Plain) -> None:
    answers = ("for", "against", "abstain", "present", "absent")
    every = {each: voted(dict(zip("abcd", each, strict=True)), changes=False, **notice).outcome
             for each in product(answers, repeat=4)}  # fmt: skip
    for given in list(every)[::7]:
        here = every[given]
        found = voted(dict(zip("abcd", given, strict=True)), **notice)
        suggested = found.to_block if here == "adopted" else found.to_pass
        apart = [
            sum(one != two for one, two in zip(given, other, strict=True))
            for other, outcome in every.items()
            if (outcome == "adopted") != (here == "adopted")
        ]
        for change in suggested:
            assert len(change.edits) == min(apart)
            changed = applied(dict(zip("abcd", given, strict=True)), change.edits)
            assert (every[tuple(changed[who] for who in "abcd")] == "adopted") is not (here == "adopted")
        assert suggested or here == "adopted"


def test_a_proposal_hears_of_both() -> None:
    found = decided_proposal()
    assert found.outcome == "pending"
    assert "noticed with a notice of 14 days: none has been sent yet" in said(found)
    assert "Under noticed (at least 2/3 of votes cast), it can still be carried." in found.notes
    assert all(not each.smallest for each in found.to_pass)


def decided_proposal() -> Verdict:
    return verdict(FOUR + TWO, action="amend", notice=None, changes=True)


def test_the_oracle_and_the_engine_are_asked_of_the_same_charter() -> None:
    action = {"action": "amend", **DATE, **IN_TIME, "ballots": {"for": ["m0", "m1"]}}
    assert decided(CHARTERS["Robert's Rules"], action).decision == "noticed"
