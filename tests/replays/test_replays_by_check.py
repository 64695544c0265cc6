"""Recorded votes of three bodies, put through the whole check under their charters in ``fixtures``.

And under charters with one wrong rule, which must be caught by exactly the cases that tell the two apart. The
data are not part of the project: they are read from ``../shared/data`` where that is present. The counts are
printed; ``pytest -s`` shows them.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the recorded votes (../shared/data) are not here")

Wrong = tuple[tuple[str, str], ...]
"""What of a charter's text is put otherwise, to make one of its rules wrong."""


@cache
def table(name: str) -> list[dict[str, str]]:
    with gzip.open(DATA / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def by_decision(name: str) -> Mapping[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in table(name):
        found.setdefault(row["decision_id"], []).append(row)
    return found


@cache
def charter(body: str, wrong: Wrong = ()) -> Charter:
    path = ROOT / "fixtures" / "bodies" / body / "charter.yaml"
    text = path.read_text("utf-8")
    for right, otherwise in wrong:
        assert right in text, f"{body} does not say {right!r}"
        text = text.replace(right, otherwise)
    loaded = load(read(text.encode(), path.name))
    assert loaded.charter is not None
    assert loaded.problems == ()
    return loaded.charter


def judged(body: str, action: dict[str, Any], wrong: Wrong = ()) -> Verdict:
    return decide(charter(body, wrong), of(action), changes=False)


def say(count: str) -> None:
    sys.stdout.write(f"\n{count}\n")


def flips(right: Mapping[str, str], wrong: Mapping[str, str]) -> list[str]:
    return [case for case, outcome in right.items() if wrong[case] != outcome]


def told(body: str, outcomes: Mapping[str, str], official: Mapping[str, str]) -> None:
    found = Counter(outcomes.values())
    agree = sum(outcomes[case] == official[case] for case in official)
    say(f"{body}: {agree} of {len(official)} as recorded; {dict(sorted(found.items()))}")


# ── Switzerland ───────────────────────────────────────────────────────────────────────────────────

PEOPLE_ALONE: Wrong = (
    ("one whole-country member and more than half of cantonal-votes", "one whole-country member"),
)
TIE_CARRIES: Wrong = (("more than half of cantonal-votes", "at least half of cantonal-votes"),)
WHOLE_HALVES: Wrong = ((": 1/2\n", ": 1\n"),)
CANTONS_ALONE: Wrong = (("at least one whole-country member and more", "more"),)


@cache
def swiss(wrong: Wrong = ()) -> Mapping[str, str]:
    needs = {row["decision_id"]: row["needs"] for row in table("swissvotes.decisions")}
    outcomes = {}
    for decision, votes in by_decision("swissvotes").items():
        action = {
            "action": f"{needs[decision]}-majority" if needs[decision] == "double" else "simple-majority",
            "date": votes[0]["date"],
            "ballots": {vote["member"].lower(): vote["vote"] for vote in votes},
        }
        outcomes[decision] = judged("swiss-votes", action, wrong).outcome
    return outcomes


def swiss_record() -> Mapping[str, str]:
    return {decision: votes[0]["outcome"] for decision, votes in by_decision("swissvotes").items()}


def test_all_swiss_votes_are_decided_as_they_were() -> None:
    official = swiss_record()
    assert len(official) == 697
    told("Swiss federal votes", swiss(), official)
    assert swiss() == official


@pytest.mark.parametrize(
    ("wrong", "misses"),
    [
        pytest.param(PEOPLE_ALONE, 10, id="the people alone"),
        pytest.param(TIE_CARRIES, 1, id="a tie of the cantons carries"),
        pytest.param(WHOLE_HALVES, 2, id="half cantons count whole"),
        pytest.param(CANTONS_ALONE, 4, id="the cantons alone"),
    ],
)
def test_wrong_swiss_rules_miss(wrong: Wrong, misses: int) -> None:
    missed = flips(swiss_record(), swiss(wrong))
    say(f"Swiss federal votes, {wrong[0][1]!r} for {wrong[0][0]!r}: {len(missed)} come out otherwise")
    assert len(missed) == misses


@pytest.mark.parametrize(
    ("wrong", "years"),
    [
        pytest.param(
            PEOPLE_ALONE,
            ["1866", "1955", "1970", "1973", "1975", "1983", "1994", "1994", "2013", "2020"],
            id="carried by the people and not by the cantons",
        ),
        pytest.param(
            CANTONS_ALONE, ["1910", "1957", "2002", "2016"], id="by the cantons and not by the people"
        ),
        pytest.param(TIE_CARRIES, ["1975"], id="11 to 11"),
    ],
)
def test_the_votes_that_tell_a_double_majority_from_a_simple_one(wrong: Wrong, years: list[str]) -> None:
    days = {decision: votes[0]["date"] for decision, votes in by_decision("swissvotes").items()}
    found = sorted(days[decision] for decision in flips(swiss_record(), swiss(wrong)))
    assert [day[:4] for day in found] == years
    assert wrong is not TIE_CARRIES or found == ["1975-03-02"]


# ── Debian ────────────────────────────────────────────────────────────────────────────────────────

GATES = {"1.0": "general-resolution", "2.0": "override-technical-committee", "3.0": "amend"}
SINCE = "2015-12-13"


def debian_actions() -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    for option in table("debian_gr.decisions"):
        # The quorum is published as 3Q = 1.5 √N; N is a whole number.
        members = round((Fraction(option["quorum"]) / Fraction(3, 2)) ** 2)
        split = {"for": int(option["for"]), "against": int(option["against"])}
        yield (
            option,
            {
                "action": GATES[option["majority_ratio"]],
                "date": option["date"],
                "opened": option["date"],
                "seconds": ["developer"],
                "electorate": {"developer": max(members, sum(split.values()))},
                "ballots": {"developer": split},
            },
        )


@cache
def debian(wrong: Wrong = ()) -> Mapping[str, Verdict]:
    return {option["decision_id"]: judged("debian", action, wrong) for option, action in debian_actions()}


def test_all_debian_options_pass_the_gate_as_they_did() -> None:
    official = {option["decision_id"]: option["outcome"] for option, _ in debian_actions()}
    outcomes = {case: verdict.outcome for case, verdict in debian().items()}
    assert len(official) == 97
    told("Debian gates", outcomes, official)
    assert outcomes == official


def test_each_debian_option_is_judged_by_the_version_of_its_day() -> None:
    versions: Counter[str] = Counter()
    for option, _ in debian_actions():
        version = debian()[option["decision_id"]].decision
        versions[version] += 1
        if option["majority_ratio"] != "1.0":
            assert version.endswith("-until-2015") is (option["date"] < SINCE)
    say(f"Debian gates by version: {dict(sorted(versions.items()))}")
    assert {"resolution", "change-until-2015"} <= versions.keys()


@pytest.mark.parametrize(
    ("wrong", "misses"),
    [
        pytest.param((("3 times as many", "2 times as many"),), 3, id="3 to 1 read as 2 to 1"),
        pytest.param((("3 times as many", "1 times as many"),), 8, id="3 to 1 read as 1 to 1"),
        pytest.param(
            (("more than 3 times", "at least 3 times"),), 0, id="not strict before 2015 decides nothing"
        ),
        pytest.param((("at least 3 times", "more than 3 times"),), 0, id="strict since 2015 decides nothing"),
        pytest.param(
            (("at least 1.5 times the square root of members and", ""),), 0, id="no quorum decides nothing"
        ),
    ],
)
def test_wrong_debian_rules_miss(wrong: Wrong, misses: int) -> None:
    official = {option["decision_id"]: option["outcome"] for option, _ in debian_actions()}
    missed = flips(official, {case: verdict.outcome for case, verdict in debian(wrong).items()})
    say(f"Debian gates, {wrong[0][1]!r} for {wrong[0][0]!r}: {len(missed)} come out otherwise")
    assert len(missed) == misses


# ── Security Council ──────────────────────────────────────────────────────────────────────────────

PERMANENT = {
    "China": "china",
    "France": "france",
    "Russian Federation": "russian-federation",
    "United Kingdom": "united-kingdom",
    "United Kingdom of Great Britain and Northern Ireland": "united-kingdom",
    "United States": "united-states",
    "United States of America": "united-states",
}
NO_VETO: Wrong = ((" and no permanent member against", ""),)


def council_of(year: str) -> str:
    return "un-security-council-1946" if int(year) <= 1965 else "un-security-council"


def draft(votes: list[dict[str, str]]) -> dict[str, Any]:
    elected = Counter(vote["vote"] for vote in votes if vote["member"] not in PERMANENT)
    permanent = {PERMANENT[vote["member"]]: vote["vote"] for vote in votes if vote["member"] in PERMANENT}
    return {
        "action": "peace-and-security",
        "date": votes[0]["date"],
        "ballots": {**permanent, "elected": dict(elected)},
        "recorded": votes[0]["outcome"],
    }


@cache
def council(wrong: Wrong = ()) -> Mapping[str, Verdict]:
    return {
        case: judged(council_of(votes[0]["date"]), draft(votes), wrong)
        for case, votes in by_decision("unsc_failed_named").items()
    }


def test_security_council_drafts_fail_for_the_reason_they_failed() -> None:
    """Too few votes come first; a permanent member's no is a veto only where they were enough."""
    reasons = Counter(verdict.outcome for verdict in council().values())
    say(f"Security Council: none of {len(council())} adopted; {dict(sorted(reasons.items()))}")
    assert reasons == {"rejected": 42, "vetoed": 11}


def test_in_half_of_those_that_lacked_votes_a_permanent_member_was_against() -> None:
    lacked = [case for case, verdict in council().items() if verdict.outcome == "rejected"]
    opposed = [
        case
        for case in lacked
        if any(
            v["vote"] == "against" and v["member"] in PERMANENT
            for v in by_decision("unsc_failed_named")[case]
        )
    ]
    assert (len(lacked), len(opposed)) == (42, 21)


def test_without_the_veto_eleven_drafts_would_have_carried() -> None:
    missed = [case for case, verdict in council(NO_VETO).items() if verdict.outcome == "adopted"]
    say(f"Security Council without its veto: {len(missed)} come out otherwise")
    assert len(missed) == 11
    assert all(council()[case].outcome == "vetoed" for case in missed)


def test_one_vote_fewer_needed_would_be_seen() -> None:
    """Replays in which nothing is adopted prove little: here is a wrong rule that some of them catch."""
    fewer = sum(
        judged(council_of(votes[0]["date"]), draft(votes), ((number, "at least 5 members"), *NO_VETO)).outcome
        == "adopted"
        for votes in by_decision("unsc_failed_named").values()
        for number in ["at least 7 members" if int(votes[0]["date"]) <= 1965 else "at least 9 members"]
    )
    say(f"Security Council, five votes and no veto: {fewer} come out otherwise")
    assert fewer > 11
