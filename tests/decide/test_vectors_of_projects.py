"""Vectors of projects that decide by lazy consensus and by objection."""

from __future__ import annotations

from typing import Any

import pytest
from body_vectors import DAY, Plain, body_text, check, judge, with_its_own

HOURS = {"action": "lazy-consensus", "proposed_by": "committer", "ballots": {}}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(
            {"notice": "2026-02-25T12:00Z", "opened": "2026-02-25T12:00Z", "closes": "2026-02-28T12:00Z"},
            "adopted",
            "silence",
            id="72 hours",
        ),
        pytest.param(
            {"notice": "2026-02-25T12:00Z", "opened": "2026-02-25T12:00Z", "closes": "2026-02-28T11:00Z"},
            "rejected",
            "silence",
            id="71 hours",
        ),
        pytest.param(
            {
                "notice": "2026-02-25T12:00Z",
                "opened": "2026-02-25T12:00Z",
                "closes": "2026-02-28T12:00Z",
                "ballots": {"committer": {"against": 1}},
            },
            "rejected",
            "rule",
            id="an objection",
        ),
    ],
)
def test_apache_lazy_consensus(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("apache-project"), HOURS | action), outcome, part)


EMPLOYERS = [
    f"people-of-{name}"
    for name in ("northern-cloud", "eastern-systems", "southern-chips", "western-software")
]


def cpc(split: Plain, action: str = "ordinary", **more: Any) -> Plain:
    """Answers of the sixteen, handed out in the order of their rows."""
    left = dict(split)
    ballots: dict[str, dict[str, int]] = {}
    for row in EMPLOYERS:
        room, ballots[row] = 4, {}
        for answer, rest in left.items():
            ballots[row][answer] = min(room, rest)
            room -= ballots[row][answer]
        left = {answer: rest - ballots[row][answer] for answer, rest in left.items()}
    ballots = {row: votes for row, votes in ballots.items() if votes}
    put = {"proposed_by": EMPLOYERS[0], "seconds": [EMPLOYERS[1]], "notice": "2026-02-01", "closes": DAY}
    return {"action": action, "ballots": ballots, **put, **more}


BOARD_FOR = {"also": {"board": {"ballots": {"board-people": {"for": 7, "against": 5}}}}}
BOARD_AGAINST = {"also": {"board": {"ballots": {"board-people": {"for": 6, "against": 6}}}}}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(cpc({}), "adopted", "silence", id="lazy consensus"),
        pytest.param(cpc({"for": 11, "against": 5}), "adopted", "rule", id="objection overruled by 11 of 16"),
        pytest.param(cpc({"for": 10, "against": 1}), "rejected", "rule", id="objection stands at 10 of 16"),
        pytest.param(
            cpc({"for": 9}, "change-by-section-2", **BOARD_FOR),
            "adopted",
            "rule",
            id="section 2, board agrees",
        ),
        pytest.param(
            cpc({"for": 9}, "change-by-section-2", **BOARD_AGAINST),
            "rejected",
            "also",
            id="section 2, board ties",
        ),
        pytest.param(
            cpc({"for": 8}, "change-by-section-2", **BOARD_FOR), "rejected", "rule", id="section 2, 8 of 16"
        ),
        pytest.param(
            cpc({"for": 15, "against": 1}, "change-by-section-12", **BOARD_FOR),
            "rejected",
            "rule",
            id="section 12",
        ),
    ],
)
def test_openjs(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("openjs-cpc"), action), outcome, part)


def test_openjs_two_rules_for_one_change() -> None:
    verdict = judge(body_text("openjs-cpc"), cpc({"for": 15, "against": 1}, "amend", **BOARD_FOR))
    check(verdict, "indeterminate", "authority")


@pytest.mark.parametrize(
    ("tokens", "outcome", "part"),
    [
        pytest.param({"for": 667, "against": 333}, "adopted", "rule", id="two thirds of the tokens cast"),
        pytest.param({"for": 666, "against": 334}, "rejected", "rule", id="a little less"),
        pytest.param({"for": 9}, "no-quorum", "quorum", id="nine in a thousand take part"),
        pytest.param({"for": 7, "against": 3}, "adopted", "rule", id="exactly one in a hundred takes part"),
    ],
)
def test_ens(tokens: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("ens-dao"), {"action": "amend", "ballots": {"holder": tokens}}), outcome, part)


def steering(split: Plain, action: str, members: int = 40, **more: Any) -> tuple[str, Plain]:
    row = {"id": "people", "name": "People", "employer": "many", "count": members}
    text = with_its_own("asyncapi-tsc", members=[row])
    return text, {"action": action, "ballots": {"people": split}, **more}


WEEK = {"notice": "2026-02-01", "opened": "2026-02-22", "closes": "2026-03-01"}


@pytest.mark.parametrize(
    ("split", "action", "members", "outcome", "part"),
    [
        pytest.param({"for": 20}, "vote-by-the-charter", 40, "no-quorum", "quorum", id="20 of 40"),
        pytest.param({"for": 20, "abstain": 1}, "vote-by-the-charter", 40, "adopted", "rule", id="21 of 40"),
        pytest.param({"for": 101}, "vote-by-the-charter", 200, "no-quorum", "quorum", id="101 of 200"),
        pytest.param({"for": 102}, "vote-by-the-charter", 200, "adopted", "rule", id="102 of 200"),
        pytest.param({"for": 27, "against": 9}, "change", 40, "adopted", "rule", id="27 of 40"),
        pytest.param(
            {"for": 26, "against": 13}, "change", 40, "adopted", "rule", id="26 of 40, then 26 of 39"
        ),
        pytest.param({"for": 26, "against": 14}, "change", 40, "rejected", "rule", id="26 of 40 either way"),
    ],
)
def test_asyncapi(split: Plain, action: str, members: int, outcome: str, part: str) -> None:
    text, vote = steering(split, action, members, **WEEK)
    check(judge(text, vote), outcome, part)


PARTNERS = ("climbers", "riders", "neighbours", "runners", "anglers")


@pytest.mark.parametrize(("number", "outcome"), [(3, "adopted"), (2, "rejected")])
def test_boulder_removal_by_60_percent(number: int, outcome: str) -> None:
    vote = {"for": PARTNERS[:number], "against": PARTNERS[number:]}
    verdict = judge(
        body_text("boulder-agreement"), {"action": "expel", "ballots": vote, "subject": "anglers"}
    )
    check(verdict, outcome, "rule", "60%", f"{number} of 5")
