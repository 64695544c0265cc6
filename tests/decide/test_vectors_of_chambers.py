"""Vectors of bodies that count in chambers, weights and ratios."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from body_vectors import BODIES, DAY, Plain, body_text, check, judge, rows, with_its_own

# ── Debian ────────────────────────────────────────────────────────────────────────────────────────


def developers(yes: int, no: int = 0, *, members: int = 1000, on: str = DAY, action: str = "amend") -> Plain:
    return {
        "action": action,
        "date": on,
        "opened": on,
        "notice": f"{int(on[:4]) - 1}{on[4:]}",
        "seconds": ["developer"],
        "electorate": {"developer": members},
        "ballots": {"developer": {"for": yes, "against": no}},
    }


def test_a_vote_already_open_is_judged_by_the_rule_of_its_opening() -> None:
    begun = developers(75, 25, on="2015-12-14") | {"opened": "2015-12-01"}
    verdict = judge(body_text("debian"), begun)
    assert verdict.decision == "change-until-2015"
    check(verdict, "rejected", "rule")


# ── Forest Stewardship Council ────────────────────────────────────────────────────────────────────


def chambers(**split: tuple[int, int]) -> tuple[str, Plain]:
    """Chambers of so many for and so many against, one voting power each."""
    members = [
        {"id": f"{chamber}-row", "name": chamber.title(), "count": yes + no, "chamber": chamber}
        for chamber, (yes, no) in split.items()
    ]
    power = {"voting-power": {"values": {member["id"]: 1 for member in members}}}
    ballots = {f"{chamber}-row": {"for": yes, "against": no} for chamber, (yes, no) in split.items()}
    return with_its_own("fsc", members=members, weights=power), {"action": "motion", "ballots": ballots}


@pytest.mark.parametrize(
    ("split", "outcome"),
    [
        pytest.param(
            {"environmental": (266, 134), "social": (200, 100), "economic": (200, 100)},
            "rejected",
            id="every chamber above half, 66.6 percent overall",
        ),
        pytest.param(
            {"environmental": (650, 150), "social": (50, 50), "economic": (100, 0)},
            "rejected",
            id="80 percent overall, one chamber at exactly half",
        ),
        pytest.param(
            {"environmental": (649, 151), "social": (51, 49), "economic": (100, 0)},
            "adopted",
            id="all three above half",
        ),
    ],
)
def test_fsc(split: dict[str, tuple[int, int]], outcome: str) -> None:
    text, action = chambers(**split)
    check(judge(text, action), outcome, "rule")


def test_fsc_two_thirds_and_66_66_percent() -> None:
    """6,666 of 10,000 pass the app and fail the Statutes; for the kind of decision both cover it is open."""
    text, action = chambers(environmental=(3333, 1667), social=(1667, 833), economic=(1666, 834))
    check(judge(text, action), "rejected", "rule")
    check(judge(text, action | {"action": "motion-in-the-app"}), "adopted", "rule", "66.66%")
    assert judge(text, action | {"action": "amend"}).outcome == "indeterminate"


def test_fsc_quorum_of_each_chamber() -> None:
    text, action = chambers(environmental=(200, 0), social=(50, 0), economic=(100, 0))
    few = action["ballots"] | {"social-row": {"for": 25}}
    check(judge(text, action | {"ballots": few}), "no-quorum", "quorum", "in each chamber")
    enough = action["ballots"] | {"social-row": {"for": 25, "present": 1}}
    check(judge(text, action | {"ballots": enough}), "adopted", "rule")


# ── International Monetary Fund ───────────────────────────────────────────────────────────────────


def fund(power: int) -> str:
    """A hundred members: 99 that hold so many of 100,000 and one that holds the rest."""
    weights = {
        "voting-power": {"total": 100000, "values": {"others": f"{power}/99", "largest": 100000 - power}}
    }
    return with_its_own("imf", members=rows(others=99, largest=1), weights=weights)


@pytest.mark.parametrize(
    ("power", "action", "outcome", "clause"),
    [
        pytest.param(84999, "amend", "rejected", "85%", id="99 percent of members with 84.999 percent"),
        pytest.param(85000, "amend", "adopted", "85%", id="exactly 85 percent"),
        pytest.param(
            99000, "amend-right-to-leave", "rejected", "all members", id="right to leave, one hold-out"
        ),
    ],
)
def test_imf(power: int, action: str, outcome: str, clause: str) -> None:
    check(judge(fund(power), {"action": action, "ballots": {"others": "for"}}), outcome, "rule", clause)


def test_imf_right_to_leave_with_everyone() -> None:
    everyone = {"action": "amend-right-to-leave", "ballots": {"others": "for", "largest": "for"}}
    check(judge(fund(99000), everyone), "adopted", "rule", "all members")


# ── Nothing is adopted without support ────────────────────────────────────────────────────────────


def every_rule() -> list[Any]:
    found = []
    for path in sorted(BODIES.glob("*/charter.yaml")):
        plain = yaml.safe_load(path.read_text("utf-8"))
        for name, decision in plain["decisions"].items():
            if decision.get("silence") != "adopts":
                found.append(pytest.param(path.parent.name, name, id=f"{path.parent.name}-{name}"))
    return found


@pytest.mark.parametrize(("body", "decision"), every_rule())
def test_no_support_never_carries(body: str, decision: str) -> None:
    """Nobody for, one against, the rest abstain: under every rule of every body that counts support."""
    plain = yaml.safe_load(body_text(body))
    version = plain["decisions"][decision].get("valid", {})
    on = str(version.get("to") or version.get("from") or DAY)
    first, *others = plain["members"]
    split = {"against": 1, "abstain": first["count"] - 1} if first.get("count", 1) > 1 else "against"
    ballots = {first["id"]: split} | {member["id"]: "abstain" for member in others}
    extra = {
        "seconds": [plain["members"][-1]["id"]],
        "proposed_by": first["id"],
        "opened": on,
        "notice": on,
        "date": on,
    }
    verdict = judge(body_text(body), {"action": decision, "ballots": ballots, **extra})
    assert verdict.outcome in {"rejected", "no-quorum"}, (verdict.outcome, verdict.missing, verdict.clauses)
