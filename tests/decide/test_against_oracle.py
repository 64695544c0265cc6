"""Every single set of ballots under a table of charters: what is decided is what the oracle works out."""

from __future__ import annotations

import os
from datetime import date
from itertools import product
from typing import Any

import pytest
from deciding import clause, decided, differing, expected, plain_of
from oracle_cases import CASES, DATE, DID, FOUNDERS, Plain
from oracle_charters import one
from oracle_nodes import NODES
from oracle_sizes import sized
from verdict_dates import day

FACTOR = int(os.environ.get("COALCHECK_EXAMPLES", "1"))


def ballots(text: str, fixed: Plain) -> list[Plain]:
    """An action for every way in which the members, each by itself, may have answered."""
    fixed = dict(fixed)
    away = fixed.pop("away", ())
    ids = [each["id"] for each in plain_of(text)["members"] if each["id"] not in {"m9", *away}]
    actions = []
    for answers in product(DID, repeat=len(ids)):
        given = {who: did for who, did in zip(ids, answers, strict=True) if did}
        actions.append({"action": "act", "status": "closed", **DATE, **fixed, "ballots": given})
    return actions


TABLE = CASES | NODES
SIZES = range(1, 7) if FACTOR > 1 else range(1, 5)
"""Four and fewer members every day, 625 votes and fewer; six, 15,625 votes, with ``just deep``."""


def test_no_case_stands_in_both_tables() -> None:
    assert not CASES.keys() & NODES.keys()


@pytest.mark.parametrize("number", SIZES)
@pytest.mark.parametrize("case", TABLE)
def test_every_set_of_ballots(case: str, number: int) -> None:
    text, fixed = sized(*TABLE[case], number)
    actions = ballots(text, fixed)
    assert len(actions) == len(DID) ** number
    unlike = [found for action in actions if (found := differing(text, action))]
    assert unlike == [], f"{len(unlike)} of them, the first: {unlike[0]}"


# ── Vetoes by notice, one by one ──────────────────────────────────────────────────────────────────

ENOUGH = {"action": "act", "status": "closed", **DATE, "ballots": {"for": ["m0", "m1", "m2", "m3"]}}
BY_NOTICE = "vetoes:\n  - {{holders: [founders], by: notice, over: [speak]{more}}}\n"


def raised(by: str = "m0", when: str = "2026-04-15", **more: Any) -> Plain:
    return {"vetoes": [{"by": by, "date": when, **more}]}


VETOES: dict[str, tuple[str, list[Plain]]] = {
    "within": (", within: 3 days", [raised(when=f"2026-04-{day}") for day in range(14, 20)]),
    "within hours, whole days": (
        ", within: 48 hours",
        [raised(when=f"2026-04-{day}") for day in range(14, 20)],
    ),
    "a reason": (", needs: [reason]", [raised(), raised(reason="It goes too far.")]),
    "not a holder": ("", [raised("m2"), raised("m0")]),
    "withdrawn": ("", [raised(withdrawn=True), raised(withdrawn="2026-04-16")]),
    "once a year": (
        ", limit: 1 per year",
        [raised(earlier=["2026-01-01"]), raised(earlier=["2025-12-31"]), raised(earlier=[])],
    ),
    "once in twelve months": (
        ", limit: 1 in 12 months",
        [raised(earlier=[earlier]) for earlier in ("2025-04-14", "2025-04-16", "2026-01-01", "2025-12-31")],
    ),
    "overruled": (
        ", override: at least 3/4 of members",
        [
            raised(override={"for": ["m1", "m2", "m3"]}),
            raised(override={"for": ["m1", "m2"]}),
            raised(override={"for": ["m1", "m2", "m3"], "against": ["m0"]}),
            raised(),
        ],
    ),
}


@pytest.mark.parametrize("case", VETOES)
@pytest.mark.parametrize("passes", ["at least 2 members", "at least 5 members"])
@pytest.mark.parametrize(
    "seen", [date(2026, 4, 14), date(2026, 4, 16), date(2026, 4, 17), date(2026, 4, 18), date(2026, 6, 1)]
)
def test_vetoes_by_notice(case: str, passes: str, seen: date) -> None:
    more, tries = VETOES[case]
    text = one(f"passes: {passes}", more=FOUNDERS + BY_NOTICE.format(more=more))
    tries = [each for each in tries if all(day(veto["date"]) <= seen for veto in each["vetoes"])]
    unlike = [found for each in tries if (found := differing(text, ENOUGH | each, seen))]
    assert unlike == []


def test_whose_veto_may_still_come() -> None:
    text = one("passes: at least 2 members", more=FOUNDERS + BY_NOTICE.format(more=", within: 3 days"))
    unlike = [day for day in range(14, 25) if differing(text, ENOUGH, date(2026, 4, day))]
    assert unlike == []
    assert [decided(text, ENOUGH, date(2026, 4, day)).outcome for day in (17, 18)] == ["pending", "adopted"]


# ── What is due only after the vote ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("explained", [None, "2026-04-15", "2026-04-16", "2026-04-17"])
@pytest.mark.parametrize("passes", ["at least 2 members", "at least 5 members"])
def test_an_explanation_that_is_not_due_yet(passes: str, explained: str | None) -> None:
    text = one(f"passes: {passes}, explain: 48 hours, needs: [explanation]")
    action = ENOUGH | ({"explained": {"date": explained}} if explained else {})
    days = [date(2026, 4, number) for number in range(14, 20)]
    unlike = [found for seen in days if (found := differing(text, action, seen))]
    assert unlike == []
    outcomes = [decided(text, action, seen).outcome for seen in days]
    if explained is None:
        first = "pending" if passes == "at least 2 members" else "rejected"
        assert outcomes == [first] * 3 + ["unauthorised"] * 3


# ── Notice, in every reading ──────────────────────────────────────────────────────────────────────

READINGS = ["2 days", "2 clear days", "2 working days", "48 hours", "1 week", "1 month"]
CALENDAR = (
    "calendar: {working_days: [monday, tuesday, wednesday, thursday, friday], holidays: [2026-04-13]}\n"
)
SENT = [
    "2026-03-13",
    "2026-03-14",
    "2026-03-15",
    "2026-04-07",
    *(f"2026-04-{day:02}" for day in range(8, 15)),
]
TIMES = ["2026-04-12T12:00Z", "2026-04-12T12:01Z", "2026-04-12T11:59Z", "2026-04-13T00:00+02:00"]


@pytest.mark.parametrize("calendar", ["", CALENDAR])
@pytest.mark.parametrize(
    ("notice", "counting"),
    [
        (notice, counting)
        for notice in READINGS
        for counting in ("", "counting: clear days\n", "counting: day of sending\n")
    ],
)
def test_notice(notice: str, calendar: str, counting: str) -> None:
    text = one(f"passes: more than half of votes cast, notice: {notice}", more=calendar + counting)
    unlike = []
    for sent, held in product([*SENT, *TIMES], ["2026-04-14", "2026-04-14T12:00Z"]):
        action = ENOUGH | {"notice": sent, "date": held}
        mine = expected(text, action).parts["notice"]
        told = clause(decided(text, action), "notice")
        if told.met is not mine:
            unlike.append((sent, held, {"oracle": mine, "decide": told.met}, told.said))
    assert unlike == []


# ── While voting runs ─────────────────────────────────────────────────────────────────────────────

OPEN = [
    name for name in CASES if not {"first_attempt", "away"} & CASES[name][1].keys() and "silence" not in name
]
OPEN = [name for name in OPEN if name not in {"a counted row", "another board has not said"}]


@pytest.mark.parametrize("case", OPEN)
def test_open_what_is_told_is_what_every_way_to_go_on_ends_in(case: str) -> None:
    text, fixed = CASES[case]
    some = [action for action in ballots(text, fixed) if len(action["ballots"]) in {2, 3}]
    every = 1 if FACTOR > 1 else 11
    unlike = [found for each in some[::every] if (found := differing(text, each | {"status": "open"}))]
    assert unlike == [], f"{len(unlike)} of them, the first: {unlike[0]}"


@pytest.mark.parametrize("case", CASES)
def test_a_proposal_is_pending_whatever_the_rule(case: str) -> None:
    text, fixed = CASES[case]
    action = {key: value for key, value in fixed.items() if key != "away"} | {"action": "act", **DATE}
    assert differing(text, action) is None
