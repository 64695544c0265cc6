"""Votes of councils and assemblies, put through the whole check: outcome, deciding clause, count.

Rules come from ``fixtures/bodies``; a vector brings its own members and weights where the real ones do not
give its numbers. Each can be traced to the source that the fixture names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from body_vectors import DAY, Plain, alone, body_text, check, judge, rows, with_its_own

# ── Robert's Rules ────────────────────────────────────────────────────────────────────────────────

MEETING = {"action": "act", "tally": {"for": 7, "against": 4, "abstain": 3, "present": 14}}


@pytest.mark.parametrize(
    ("passes", "outcome", "said"),
    [
        pytest.param("majority of votes cast", "adopted", "7 of 11", id="majority of votes cast"),
        pytest.param("majority of members present", "rejected", "7 of 14", id="majority of those present"),
        pytest.param("majority of members", "rejected", "7 of 20", id="majority of members"),
        pytest.param("at least 2/3 of votes cast", "rejected", "7 of 11", id="two thirds of votes cast"),
        pytest.param(
            "at least 2/3 of members present", "rejected", "7 of 14", id="two thirds of those present"
        ),
        pytest.param("at least 2/3 of members", "rejected", "7 of 20", id="two thirds of members"),
    ],
)
def test_roberts_rules(passes: str, outcome: str, said: str) -> None:
    text = alone(passes, members=rows(member=20))
    check(judge(text, MEETING), outcome, "rule", passes, said)


# ── Security Council ──────────────────────────────────────────────────────────────────────────────

COUNCIL = "un-security-council"
FIVE = ("china", "france", "russian-federation", "united-kingdom", "united-states")


def council(elected: Plain, permanent: Mapping[str, str] | None = None, **more: Any) -> Plain:
    """Permanent members are for unless said."""
    did = dict.fromkeys(FIVE, "for") | dict(permanent or {})
    return {"action": "peace-and-security", "ballots": {**did, "elected": elected}, **more}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(
            council({"for": 5, "against": 5}, {"china": "abstain"}),
            "adopted",
            "rule",
            id="a permanent member abstains",
        ),
        pytest.param(
            council({"for": 5, "against": 5}, {"china": "absent"}),
            "adopted",
            "rule",
            id="a permanent member is absent",
        ),
        pytest.param(
            council({"for": 10}, {"france": "against"}), "vetoed", "rule", id="14 for, one permanent against"
        ),
        pytest.param(
            council({"for": 5, "abstain": 5}, {"china": "abstain", "france": "abstain"}),
            "rejected",
            "rule",
            id="8 for, 7 abstain",
        ),
        pytest.param(
            council(
                {"for": 5, "against": 1, "abstain": 4}, {"russian-federation": "against", "china": "abstain"}
            ),
            "rejected",
            "rule",
            id="8 for, 2 against with a permanent one, 5 abstain: for want of votes",
        ),
        pytest.param(
            council({"for": 5, "against": 5}, {"china": "against"}, action="procedural"),
            "adopted",
            "rule",
            id="procedural, 9 for, a permanent member against",
        ),
        pytest.param(
            council({"for": 4, "abstain": 6}, {"china": "abstain"}, action="procedural"),
            "rejected",
            "rule",
            id="procedural, 8 for",
        ),
        pytest.param(
            council({"for": 4, "abstain": 6}, {"china": "against"}, action="settle-dispute", subject="china"),
            "rejected",
            "rule",
            id="a party to the dispute does not vote, and the nine stays nine",
        ),
        pytest.param(
            council({"for": 5, "abstain": 5}, {"china": "against"}, action="settle-dispute", subject="china"),
            "adopted",
            "rule",
            id="a party to the dispute cannot veto",
        ),
    ],
)
def test_security_council(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text(COUNCIL), action), outcome, part)


def test_too_few_votes_are_told_first_and_the_permanent_member_is_not_what_decided() -> None:
    action = council(
        {"for": 5, "against": 1, "abstain": 4}, {"russian-federation": "against", "china": "abstain"}
    )
    verdict = judge(body_text(COUNCIL), action)
    assert "vetoed" not in {verdict.outcome, *verdict.also}
    check(verdict, "rejected", "rule", said="8")


# ── Council of the European Union ─────────────────────────────────────────────────────────────────


def states(weights: dict[str, list[int]]) -> tuple[str, list[str], list[str]]:
    """27 states with populations of their own, the ones that vote for first."""
    yes, no = weights["for"], weights["not"]
    ids = [f"s{number}" for number in range(len(yes) + len(no))]
    values = dict(zip(ids, [*yes, *no], strict=True))
    members = [{"id": each, "name": each.title()} for each in ids]
    text = with_its_own("eu-council", members=members, weights={"population": {"values": values}})
    return text, ids[: len(yes)], ids[len(yes) :]


EXACTLY_65 = {"for": [52] * 15, "not": [35] * 12}
BELOW_65 = {"for": [4333] * 14 + [4328], "not": [2918] * 11 + [2912]}
SIXTY = {"for": [25] * 24, "not": [134, 133, 133]}
NINETY = {"for": [90] * 14, "not": [12] * 8 + [9] * 4 + [8]}


@pytest.mark.parametrize(
    ("action", "populations", "others", "outcome"),
    [
        pytest.param("on-proposal", EXACTLY_65, "against", "adopted", id="15 states with exactly 65 percent"),
        pytest.param(
            "on-proposal", BELOW_65, "against", "rejected", id="64.99 percent with 12 not in favour"
        ),
        pytest.param("on-proposal", BELOW_65, "abstain", "rejected", id="to abstain is not to be in favour"),
        pytest.param("on-proposal", SIXTY, "against", "adopted", id="24 states with 60 percent, 3 against"),
        pytest.param("on-proposal", NINETY, "against", "rejected", id="14 states with 90 percent"),
        pytest.param("without-proposal", SIXTY, "against", "rejected", id="no floor of four at 72 percent"),
        pytest.param("simple-majority", NINETY, "against", "adopted", id="simple majority, 14 of 27"),
        pytest.param("unanimity", SIXTY, "abstain", "adopted", id="to abstain does not prevent unanimity"),
        pytest.param("unanimity", SIXTY, "against", "rejected", id="one no prevents unanimity"),
    ],
)
def test_eu_council(action: str, populations: dict[str, list[int]], others: str, outcome: str) -> None:
    text, yes, rest = states(populations)
    check(judge(text, {"action": action, "ballots": {"for": yes, others: rest}}), outcome, "rule")


def test_the_shares_of_the_eu_vectors_are_what_they_say() -> None:
    for populations, share in ((EXACTLY_65, 6500), (BELOW_65, 6499), (SIXTY, 6000)):
        yes, everyone = sum(populations["for"]), sum(populations["for"]) + sum(populations["not"])
        assert (yes * 10000 == share * everyone, len(populations["for"]) + len(populations["not"])) == (
            True,
            27,
        )
    assert sum(NINETY["for"]) * 10 >= 9 * (sum(NINETY["for"]) + sum(NINETY["not"]) - 9)


def test_the_state_that_leaves_is_in_neither_base() -> None:
    text, yes, rest = states({"for": [65] * 19, "not": [95] * 7 + [900]})
    leaver = {"action": "withdrawal-agreement", "ballots": {"for": yes, "against": rest[:-1]}}
    check(judge(text, leaver | {"subject": rest[-1]}), "adopted", "rule")
    check(judge(text, leaver), "rejected", "rule")


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


@pytest.mark.parametrize(
    ("action", "outcome", "version"),
    [
        pytest.param(developers(47, action="resolution"), "rejected", "resolution", id="47 of 1000"),
        pytest.param(developers(48, action="resolution"), "adopted", "resolution", id="48 of 1000"),
        pytest.param(
            developers(11, members=64, action="resolution"), "rejected", "resolution", id="11 of 64"
        ),
        pytest.param(developers(12, members=64, action="resolution"), "adopted", "resolution", id="12 of 64"),
        pytest.param(developers(75, 25), "adopted", "change", id="75 to 25, at least three times"),
        pytest.param(developers(74, 25), "rejected", "change", id="74 to 25"),
        pytest.param(
            developers(75, 25, on="2015-12-12"), "rejected", "change-until-2015", id="75 to 25, 2015-12-12"
        ),
        pytest.param(developers(75, 25, on="2015-12-14"), "adopted", "change", id="75 to 25, 2015-12-14"),
        pytest.param(
            developers(74, 25, on="2015-12-12"), "rejected", "change-until-2015", id="74 to 25, 2015-12-12"
        ),
        pytest.param(developers(74, 25, on="2015-12-14"), "rejected", "change", id="74 to 25, 2015-12-14"),
        pytest.param(
            developers(76, 25, on="2015-12-12"), "adopted", "change-until-2015", id="76 to 25, 2015-12-12"
        ),
        pytest.param(
            developers(50, 50, on="2015-12-12", action="resolution"),
            "rejected",
            "resolution",
            id="50 to 50, 2015-12-12",
        ),
        pytest.param(
            developers(50, 50, on="2015-12-14", action="resolution"),
            "rejected",
            "resolution",
            id="50 to 50, 2015-12-14",
        ),
    ],
)
def test_debian(action: Plain, outcome: str, version: str) -> None:
    verdict = judge(body_text("debian"), action)
    check(verdict, outcome, "rule")
    assert verdict.decision == version
