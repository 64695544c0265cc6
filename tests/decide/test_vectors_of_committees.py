"""Votes of committees and projects, put through the whole check: outcome, deciding clause, count.

Rules come from ``fixtures/bodies``; a vector brings its own members and weights where the real ones do not
give its numbers. Each can be traced to the source that the fixture names.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from body_vectors import DAY, Plain, body_text, check, judge, rows, with_its_own

# ── Committees ────────────────────────────────────────────────────────────────────────────────────


def seats(yes: int, no: int = 0, away: int = 0, action: str = "routine", **more: Any) -> Plain:
    """The seven, in the order of their seats; who is neither for, against nor away abstains."""
    ids = [f"seat-{number}" for number in range(1, 8)]
    did = {"for": ids[:yes], "against": ids[yes : yes + no], "abstain": ids[yes + no : 7 - away]}
    return {"action": action, "ballots": did, "seconds": ["seat-2"], **more}


WEEKS = {"notice": "2026-02-01", "opened": "2026-02-28", "closes": DAY, "proposed_by": "seat-1"}
MONTH = {"notice": "2026-02-01", "opened": "2026-02-01", "closes": DAY, "proposed_by": "seat-1"}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(seats(4, 3), "adopted", "rule", id="routine, 4 of 7"),
        pytest.param(seats(3, 2), "rejected", "rule", id="routine, 3 of 7"),
        pytest.param(seats(4, 0, 3), "no-quorum", "quorum", id="4 are no quorum to vote"),
        pytest.param(seats(3, 0, 2), "rejected", "rule", id="5 are a quorum"),
        pytest.param(
            seats(5, 2, 0, "no-confidence", subject="seat-7", **WEEKS),
            "rejected",
            "rule",
            id="no confidence, 5",
        ),
        pytest.param(
            seats(6, 1, 0, "no-confidence", subject="seat-7", **WEEKS),
            "adopted",
            "rule",
            id="no confidence, 6 of 7",
        ),
        pytest.param(seats(0, 0, 7, "change", **MONTH), "adopted", "silence", id="no protest in four weeks"),
        pytest.param(seats(5, 1, 1, "change", **MONTH), "rejected", "rule", id="a protest, and 5 of 7"),
        pytest.param(seats(6, 1, 0, "change", **MONTH), "adopted", "rule", id="a protest, and 6 of 7"),
    ],
)
def test_kubernetes(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("kubernetes-steering"), action), outcome, part)


def test_a_vacant_seat_is_in_one_base_and_not_in_the_other() -> None:
    members = yaml.safe_load(body_text("kubernetes-steering"))["members"][:5]
    text = with_its_own("kubernetes-steering", members=members)
    five = {"for": ["seat-1", "seat-2", "seat-3"], "against": ["seat-4", "seat-5"]}
    check(judge(text, {"action": "routine", "ballots": five}), "rejected", "rule", "seats", "3 of 7")
    four = {"for": ["seat-1", "seat-2", "seat-3", "seat-4"], "against": ["seat-5"]}
    check(judge(text, {"action": "change", "ballots": four, **MONTH}), "adopted", "rule")


def committee(split: Plain, action: str = "technical-decision", **more: Any) -> Plain:
    return {"action": action, "ballots": {"toc-people": split}, **more}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(committee({"for": 4, "against": 2, "present": 1}), "no-quorum", "quorum", id="7 of 11"),
        pytest.param(
            committee({"for": 5, "against": 2, "present": 1}), "adopted", "rule", id="8 of 11, 5 for"
        ),
        pytest.param(
            committee({"for": 4, "against": 2, "abstain": 2}),
            "rejected",
            "rule",
            id="to abstain acts as a no",
        ),
        pytest.param(
            committee({"for": 5, "against": 3}, "e-vote-counting-ballots"),
            "adopted",
            "rule",
            id="eight ballots",
        ),
        pytest.param(
            committee({"for": 5, "against": 3}, "e-vote-counting-support"),
            "rejected",
            "rule",
            id="eight in favour",
        ),
        pytest.param(
            committee({"for": 5, "against": 3}, "decision-by-e-vote"),
            "indeterminate",
            "authority",
            id="5 to 3: the charter does not say",
        ),
    ],
)
def test_cncf(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("cncf-toc"), action), outcome, part)


def test_cncf_amendment_excluding_abstentions() -> None:
    """Of twenty: of all less those who abstain, or of the votes cast; where the two differ it is open."""
    vote = {"ballots": {"board-people": {"for": 10, "against": 5, "abstain": 2}}}
    text = body_text("cncf-toc")
    check(judge(text, vote | {"action": "change-counting-members"}), "rejected", "rule")
    check(judge(text, vote | {"action": "change-counting-votes"}), "adopted", "rule")
    check(judge(text, vote | {"action": "amend"}), "indeterminate", "authority")


def test_cncf_removal_counts_the_other_members() -> None:
    ids = [f"m{number}" for number in range(11)]
    members = [{"id": each, "name": each.title()} for each in ids] + rows(**{"board-people": 20})
    bodies = {"committee": {"members": ids}, "governing-board": {"members": ["board-people"]}}
    text = with_its_own("cncf-toc", members=members, bodies=bodies)
    for number, outcome in ((7, "adopted"), (6, "rejected")):
        vote = {"for": ids[:number], "against": ids[number:]}
        check(
            judge(text, {"action": "removal", "ballots": vote, "subject": "m10"}),
            outcome,
            "rule",
            said=f"{number} of 10",
        )


PEOPLE = {"large": {"for": 5}, "middle": {"against": 1}}


@pytest.mark.parametrize(
    ("action", "outcome"),
    [
        pytest.param("any-proposal", "adopted", id="5 of the 6 who vote"),
        pytest.param("proposal-at-a-meeting", "rejected", id="5 of the 10 who may"),
        pytest.param("proposal", "indeterminate", id="the charter says both"),
        pytest.param("e-mail-proposal", "adopted", id="by e-mail one sentence alone holds"),
    ],
)
def test_colorado(action: str, outcome: str) -> None:
    part = "authority" if outcome == "indeterminate" else "rule"
    check(judge(body_text("colorado-coalition"), {"action": action, "ballots": PEOPLE}), outcome, part)


PMC = {"action": "code-change"}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(
            PMC | {"ballots": {"committer": {"for": 3, "abstain": 2}}},
            "adopted",
            "rule",
            id="three in favour",
        ),
        pytest.param(
            PMC
            | {
                "ballots": {"committer": {"for": 8, "against": 1}},
                "vetoes": [{"by": "committer", "date": DAY, "reason": "It breaks the public interface."}],
            },
            "vetoed",
            "veto",
            id="a veto with its reason",
        ),
        pytest.param(
            PMC
            | {
                "ballots": {"committer": {"for": 8, "against": 1}},
                "vetoes": [{"by": "committer", "date": DAY}],
            },
            "adopted",
            "rule",
            id="a veto without a reason does not count",
        ),
        pytest.param(
            PMC
            | {
                "ballots": {"committer": {"for": 2, "against": 1}},
                "vetoes": [{"by": "committer", "date": DAY, "reason": "It breaks the public interface."}],
            },
            "rejected",
            "rule",
            id="two in favour are too few whoever vetoes",
        ),
    ],
)
def test_apache_code(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("apache-project"), action), outcome, part)


@pytest.mark.parametrize(
    ("split", "outcome"),
    [
        pytest.param({"for": 3, "against": 2}, "adopted", id="3 to 2"),
        pytest.param({"for": 3, "against": 3}, "rejected", id="3 to 3"),
        pytest.param({"for": 2}, "rejected", id="2 to none"),
    ],
)
def test_apache_release(split: Plain, outcome: str) -> None:
    vetoed = (
        {"vetoes": [{"by": "committer", "date": DAY, "reason": "Not on releases."}]}
        if "against" in split
        else {}
    )
    vote = {"action": "release", "ballots": {"committer": split}, **vetoed}
    check(judge(body_text("apache-project"), vote), outcome, "rule")
