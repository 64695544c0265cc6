"""Recorded votes of three bodies, judged again; and by the nearest wrong rules, which must be caught.

The data are not part of the project: they are read from ``../shared/data`` where that is present.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import ABSTAIN, AGAINST, IN_FAVOUR, Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule

DATA = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the recorded votes (../shared/data) are not here")

NAMES = Names(frozenset({"people", "permanent"}), frozenset({"cantonal-votes"}), {})
DID = {"for": IN_FAVOUR, "against": AGAINST, "abstain": ABSTAIN, "absent": Votes()}


@cache
def table(name: str) -> list[dict[str, str]]:
    with gzip.open(DATA / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def rule(text: str) -> Rule:
    read = parse(text, NAMES)
    assert not isinstance(read, Fault), read
    return read


def both(text: str, electorate: Electorate, ballots: Ballots) -> bool | None:
    """Judge by the reference and by the bound form; they never differ."""
    read = rule(text)
    answer = adopts(read, electorate, ballots, silence=False)
    assert bind(read, electorate).judge(ballots) is answer
    return answer


def by_decision(name: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in table(name):
        found.setdefault(row["decision_id"], []).append(row)
    return found


DOUBLE = "at least 1 people member and more than half of cantonal-votes"
SIMPLE = "at least 1 people member"


def swiss(double: str, *, whole: bool = False) -> int:
    """How many of all federal votes come out otherwise than they did."""
    weights = {row["member"]: Fraction(row["weight"] or 0) for row in table("swissvotes.members")}
    needs = {row["decision_id"]: row["needs"] for row in table("swissvotes.decisions")}
    otherwise = 0
    for decision, votes in by_decision("swissvotes").items():
        rows = tuple(
            Row(
                id=vote["member"],
                groups=frozenset({"people"} if vote["member"] == "PEOPLE" else ()),
                weights={"cantonal-votes": Fraction(bool(weight)) if whole else weight}
                if (weight := weights[vote["member"]])
                else {},
            )
            for vote in votes
        )
        ballots = {vote["member"]: DID[vote["vote"]] for vote in votes}
        text = double if needs[decision] == "double" else SIMPLE
        otherwise += both(text, Electorate(rows), ballots) is not (votes[0]["outcome"] == "adopted")
    return otherwise


def test_all_swiss_votes_come_out_as_they_did() -> None:
    assert len(by_decision("swissvotes")) == 697
    assert swiss(DOUBLE) == 0


@pytest.mark.parametrize(
    ("double", "whole", "otherwise"),
    [
        pytest.param(SIMPLE, False, 10, id="the people alone"),
        pytest.param(DOUBLE.replace("more than", "at least"), False, 1, id="a tie of cantons carries"),
        pytest.param(DOUBLE, True, 2, id="half cantons count whole"),
    ],
)
def test_wrong_swiss_rules_are_caught(double: str, whole: bool, otherwise: int) -> None:
    assert swiss(double, whole=whole) == otherwise


def debian(ratios: dict[str, str]) -> int:
    """How many of all options pass the gate otherwise than they did."""
    otherwise = 0
    for option in table("debian_gr.decisions"):
        # The quorum is published as 3Q = 1.5 √N; N is a whole number.
        members = round((Fraction(option["quorum"]) / Fraction(3, 2)) ** 2)
        yes, no = int(option["for"]), int(option["against"])
        electorate = Electorate((Row("developers", count=max(members, yes + no)),))
        ratio = ratios.get(option["majority_ratio"], option["majority_ratio"])
        root = f"at least {Fraction(3, 2)} times the square root of members"
        since = option["date"] >= "2015-12-13"
        text = f"{root} and more than {ratio.removesuffix('.0')} times as many in favour as against"
        if since:
            text = text.replace("more than", "at least") + " and more in favour than against"
        otherwise += both(text, electorate, {"developers": Votes(yes, no)}) is not (
            option["outcome"] == "adopted"
        )
    return otherwise


def test_all_debian_options_pass_the_gate_as_they_did() -> None:
    assert len(table("debian_gr.decisions")) == 97
    assert debian({}) == 0


@pytest.mark.parametrize(("read_as", "otherwise"), [("2.0", 3), ("1.0", 8)])
def test_wrong_debian_ratios_are_caught(read_as: str, otherwise: int) -> None:
    assert debian({"3.0": read_as}) == otherwise


PERMANENT = {
    "China",
    "France",
    "Russian Federation",
    "United Kingdom of Great Britain and Northern Ireland",
    "United Kingdom",
    "United States of America",
    "United States",
}


def test_failed_security_council_drafts_fail_for_the_reason_they_failed() -> None:
    """Too few votes come first; a permanent member's no is a veto only where they were enough."""
    reasons: Counter[str] = Counter()
    for votes in by_decision("unsc_failed_named").values():
        year = int(votes[0]["date"][:4])
        rows = tuple(
            Row(vote["member"], groups=frozenset({"permanent"} if vote["member"] in PERMANENT else ()))
            for vote in votes
        )
        ballots = {vote["member"]: DID[vote["vote"]] for vote in votes}
        enough, unstopped = f"at least {7 if year <= 1965 else 9} members", "no permanent member against"
        electorate = Electorate(rows)
        assert both(f"{enough} and {unstopped}", electorate, ballots) is False
        reasons["votes" if judge(rule(enough), electorate, ballots).met is False else "veto"] += 1
    assert reasons == {"votes": 42, "veto": 11}
