"""Consensus, notice, the end of a term and Swiss votes, put through the whole check.

Rules come from ``fixtures/bodies``; a vector brings its own members and weights where the real ones do not
give its numbers. Each can be traced to the source that the fixture names.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from body_vectors import DAY, Plain, alone, body_text, check, judge, rows

# ── Consensus and silence ─────────────────────────────────────────────────────────────────────────

PUT = {"proposed_by": "canada", "notice": "2026-02-01", "opened": "2026-02-01", "closes": "2026-03-01"}


@pytest.mark.parametrize(
    ("action", "subject", "outcome"),
    [
        pytest.param("without-the-state-concerned", "albania", "adopted", id="the state concerned objects"),
        pytest.param("without-the-state-concerned", "norway", "rejected", id="another state objects"),
        pytest.param("consensus", None, "rejected", id="ordinary consensus, one objects"),
    ],
)
def test_osce(action: str, subject: str | None, outcome: str) -> None:
    said = {"subject": subject} if subject else {}
    vote = {"action": action, "ballots": {"against": ["albania"]}, **PUT, **said}
    check(judge(body_text("osce"), vote), outcome, "silence" if outcome == "adopted" else "rule")


@pytest.mark.parametrize("objector", ["albania", "norway"])
def test_consensus_minus_one_in_a_community_lets_any_one_object(objector: str) -> None:
    members = yaml.safe_load(body_text("osce"))["members"]
    text = alone("at most 1 member against", ", silence: adopts", members=members)
    vote = {"action": "act", "ballots": {"against": [objector]}, "subject": "albania", **PUT}
    check(judge(text, vote), "adopted", "silence")
    check(judge(text, vote | {"ballots": {"against": [objector, "malta"]}}), "rejected", "rule")


def test_nato() -> None:
    silent = {"action": "silence-procedure", "ballots": {}, **PUT}
    check(judge(body_text("nato"), silent), "adopted", "silence")
    check(judge(body_text("nato"), silent | {"ballots": {"turkiye": "against"}}), "rejected", "rule")
    allies = [member["id"] for member in yaml.safe_load(body_text("nato"))["members"]]
    check(judge(body_text("nato"), {"action": "admit", "ballots": {"for": allies}}), "adopted", "rule")
    check(judge(body_text("nato"), {"action": "admit", "ballots": {"for": allies[1:]}}), "rejected", "rule")


TRADE = {"proposed_by": "wto-member", "notice": "2026-02-01", "opened": DAY, "closes": DAY}


def trade(split: Plain, action: str = "ordinary", **more: Any) -> Plain:
    return {"action": action, "ballots": {"wto-member": split}, **TRADE, **more}


NINETY_DAYS = {"first_attempt": {"date": "2025-12-02", "outcome": "not carried"}}
TOO_SOON = {"first_attempt": {"date": "2025-12-03", "outcome": "not carried"}}


@pytest.mark.parametrize(
    ("action", "outcome", "part"),
    [
        pytest.param(trade({"present": 90}), "adopted", "silence", id="nobody present objects"),
        pytest.param(trade({"present": 83}), "no-quorum", "quorum", id="half of 166 are no quorum"),
        pytest.param(
            trade({"for": 40, "against": 39, "abstain": 20}), "adopted", "rule", id="objection, so a majority"
        ),
        pytest.param(
            trade({"for": 39, "against": 39, "abstain": 20}), "rejected", "rule", id="objection, and a tie"
        ),
        pytest.param(
            trade({"for": 124, "against": 1}, "waiver", **NINETY_DAYS), "rejected", "rule", id="waiver, 124"
        ),
        pytest.param(
            trade({"for": 125, "against": 41}, "waiver", **NINETY_DAYS), "adopted", "rule", id="waiver, 125"
        ),
        pytest.param(
            trade({"for": 125, "against": 41}, "waiver", **TOO_SOON),
            "rejected",
            "rule",
            id="waiver, before 90 days",
        ),
        pytest.param(
            trade({"for": 165, "against": 1}, "waiver-of-transition"),
            "rejected",
            "rule",
            id="consensus alone will do",
        ),
        pytest.param(
            trade({"for": 110, "against": 10}, "submission", **NINETY_DAYS),
            "rejected",
            "rule",
            id="to submit, 110",
        ),
        pytest.param(
            trade({"for": 111, "against": 10}, "submission", **NINETY_DAYS),
            "adopted",
            "rule",
            id="to submit, 111",
        ),
        pytest.param(trade({"for": 110}, "admit"), "rejected", "rule", id="accession, 110"),
        pytest.param(trade({"for": 165}, "entrenched"), "rejected", "rule", id="entrenched, 165"),
        pytest.param(trade({"for": 166}, "entrenched"), "adopted", "rule", id="entrenched, 166"),
    ],
)
def test_wto(action: Plain, outcome: str, part: str) -> None:
    check(judge(body_text("wto"), action), outcome, part)


# ── A young coalition; notice; after the end ──────────────────────────────────────────────────────

SIGNED = [
    {"id": f"m{number}", "name": f"M{number}", **({"signed": {"date": "2026-01-05"}} if number < 3 else {})}
    for number in range(5)
]


def test_of_those_who_have_signed_so_far() -> None:
    vote = {"action": "act", "ballots": {"for": ["m0", "m1"], "against": ["m2"]}}
    check(judge(alone("at least 2/3 of signed", members=SIGNED), vote), "adopted", "rule", "signed", "2 of 3")
    check(
        judge(alone("at least 2/3 of members", members=SIGNED), vote), "rejected", "rule", "members", "2 of 5"
    )


@pytest.mark.parametrize(
    ("notice", "met"),
    [
        pytest.param("10 days", True, id="ten days, the day of the meeting left out"),
        pytest.param("10 clear days", False, id="nine clear days"),
        pytest.param("9 clear days", True, id="which are nine"),
        pytest.param("11 days", False, id="not eleven"),
    ],
)
def test_sent_on_the_13th_for_the_23rd(notice: str, met: bool) -> None:
    text = alone("majority of votes cast", f", notice: {notice}", members=rows(member=3))
    vote = {"action": "act", "notice": "2026-03-13", "date": "2026-03-23", "ballots": {"member": {"for": 3}}}
    verdict = judge(text, vote)
    (told,) = [each for each in verdict.clauses if each.part == "notice"]
    assert (told.met, verdict.outcome) == (met, "adopted")


ENDED = alone(
    "majority of members",
    members=rows(partner=5),
    term={"starts": date(2025, 1, 1), "ends": date(2025, 12, 31)},
    winding_up={"still_allowed": ["pay debts", "final accounts"]},
)


@pytest.mark.parametrize(
    ("action", "authorised"),
    [
        pytest.param(
            {"action": "spend", "title": "Pay the printer's invoice", "amount": "100 EUR"},
            True,
            id="an invoice",
        ),
        pytest.param(
            {"action": "speak", "title": "New statement", "text": "A new demand."},
            False,
            id="a new statement",
        ),
    ],
)
def test_after_the_end(action: Plain, authorised: bool) -> None:
    verdict = judge(ENDED, {"ballots": {"partner": {"for": 4, "against": 1}}, **action})
    check(verdict, "adopted" if authorised else "unauthorised", "rule" if authorised else "term")


# ── Swiss votes that tell one rule from another ───────────────────────────────────────────────────

CANTONS = "zh be lu ur sz ow nw gl zg fr so bs bl sh ar ai sg gr ag tg ti vd vs ne ge".split()
HALVES = {"ow", "nw", "bs", "bl", "ar", "ai"}


def swiss(people: str, whole: int, halves: int, on: str, action: str = "double-majority") -> Plain:
    """So many whole and half cantons in favour, the first of the list."""
    wholes = [each for each in [*CANTONS, *(["ju"] if on >= "1979" else [])] if each not in HALVES]
    half = sorted(HALVES)
    yes = [*wholes[:whole], *half[:halves]]
    no = [*wholes[whole:], *half[halves:]]
    return {"action": action, "date": on, "ballots": {"people": people, "for": yes, "against": no}}


@pytest.mark.parametrize(
    ("action", "outcome"),
    [
        pytest.param(swiss("for", 10, 2, "1975-03-02"), "rejected", id="1975, 11 to 11: a tie fails"),
        pytest.param(swiss("for", 11, 1, "1975-03-02"), "adopted", id="1975, half a vote more"),
        pytest.param(
            swiss("against", 12, 4, "1957-03-03"), "rejected", id="1957, the cantons and not the people"
        ),
        pytest.param(swiss("for", 11, 2, "2002-03-03"), "adopted", id="2002, 12 of 23"),
        pytest.param(
            swiss("against", 10, 5, "2002-11-24"), "rejected", id="2002, the people against by a little"
        ),
        pytest.param(swiss("for", 9, 2, "2013-03-03"), "rejected", id="2013, the people and not the cantons"),
        pytest.param(
            swiss("against", 15, 3, "2016-02-28"), "rejected", id="2016, the cantons and not the people"
        ),
        pytest.param(swiss("for", 8, 1, "2020-11-29"), "rejected", id="2020, the people and not the cantons"),
        pytest.param(
            swiss("for", 10, 3, "1994-09-25", "simple-majority"),
            "adopted",
            id="1994, the people alone decide",
        ),
        pytest.param(swiss("for", 10, 2, "1978-12-31"), "rejected", id="11 of 22 before Jura"),
        pytest.param(swiss("for", 10, 3, "1979-01-01"), "rejected", id="11 and a half of 23 with Jura"),
    ],
)
def test_swiss_votes(action: Plain, outcome: str) -> None:
    check(judge(body_text("swiss-votes"), action), outcome, "rule")
