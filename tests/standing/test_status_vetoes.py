"""How often each veto was used, in the time that its limit names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded

from coalcheck.engine.charter.quantity import Allowance, Period
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.report.standing import sentences
from coalcheck.engine.standing.vetoes import counts

HELD = "vetoes: [{holders: [local-9], over: [speak], within: 2 days%s}]\n"


def held(limit: str = "", holders: str = "local-9", more: str = "") -> str:
    limited = f", limit: {limit}" if limit else ""
    return f"vetoes: [{{holders: [{holders}], over: [speak], within: 2 days{limited}{more}}}]\n"


def raised(day: str, by: str = "local-9", more: str = "") -> str:
    return (
        f"action: speak\ntitle: Letter of {day}\ndate: {day}\nballots: {{for: [breathe, local-9, parents]}}\n"
        f"vetoes: [{{by: {by}, date: {day}{more}}}]"
    )


@pytest.mark.parametrize(
    ("entries", "charter", "expected"),
    [
        pytest.param([], held("1 per year"), "not used in 2026; 1 per year", id="not used"),
        pytest.param(
            [raised("2026-03-02")], held("1 per year"), "used once in 2026; 1 per year, so it is used up",
            id="used up",
        ),
        pytest.param(
            [raised("2025-12-30")], held("1 per year"), "not used in 2026; 1 per year", id="last year"
        ),
        pytest.param(
            [raised("2025-12-30")], held("1 in 12 months"),
            "used once in the last 12 months; 1 in 12 months, so it is used up", id="a year that rolls",
        ),
        pytest.param(
            [raised("2025-06-29")], held("1 in 12 months"), "not used in the last 12 months; 1 in 12 months",
            id="a year that has rolled by",
        ),
        pytest.param(
            [raised("2024-03-02"), raised("2025-03-02")], held("3"), "used twice so far; 3",
            id="for the whole life",
        ),
        pytest.param(
            [raised(f"2026-0{n}-02") for n in (1, 2, 3)], held(), "used three times so far; no limit is set",
            id="no limit",
        ),
        pytest.param(
            [raised("2026-03-02"), raised("2026-04-02")], held("1 per year"),
            "used once in 2026, and 1 time beyond the limit, which did not count; 1 per year, so it is used "
            "up",
            id="beyond its limit",
        ),
        pytest.param(
            [raised("2026-06-02")], held("2 per quarter"), "used once this quarter; 2 per quarter",
            id="a quarter",
        ),
        pytest.param(
            [raised("2026-06-02"), raised("2026-05-31")], held("2 per month"),
            "used once in June 2026; 2 per month", id="a month",
        ),
        pytest.param(
            [raised("2026-03-02", more=", withdrawn: 2026-03-03")], held("1 per year"),
            "not used in 2026; 1 per year", id="withdrawn",
        ),
        pytest.param(
            ["action: speak\ntitle: Letter\ndate: 2026-03-02\nballots: {for: [breathe, local-9, parents]}\n"
             "vetoes: [{by: local-9, date: 2026-03-09}]"],
            held("1 per year"), "not used in 2026; 1 per year", id="too late, so without effect",
        ),
        pytest.param(
            [raised("2026-03-02")], held("1 per year", "local-9, parents"),
            "used once in 2026; 1 per year for each, so one of two has none left", id="one of two holders",
        ),
        pytest.param(
            [raised("2026-03-02"), raised("2026-04-02", "parents")], held("1 per year", "local-9, parents"),
            "used twice in 2026; 1 per year for each, so all have used it up", id="both holders",
        ),
        pytest.param([raised("2026-07-02")], held("1 per year"), "not used in 2026; 1 per year", id="ahead"),
    ],
)  # fmt: skip
def test_how_often_it_was_used(entries: list[str], charter: str, expected: str) -> None:
    [count] = counts(recorded(*entries, charter=charter, as_of="2026-06-30"))
    assert sentences.veto(count)[1] == expected


@pytest.mark.parametrize(
    ("charter", "expected"),
    [
        pytest.param(held(), "over speaking in public (local-9)", id="one member"),
        pytest.param(
            held(holders="local-9, parents"), "over speaking in public (each of local-9 and parents)",
            id="two",
        ),
        pytest.param(
            held(holders="local-9, parents", more=", jointly: true"),
            "over speaking in public (local-9 and parents, together)", id="together",
        ),
        pytest.param(
            "groups: {unions: [local-9, parents]}\n" + held(holders="unions"),
            "over speaking in public (each of unions)", id="a group is not told member by member",
        ),
        pytest.param("vetoes: [{holders: [local-9]}]\n", "over every decision (local-9)", id="over all"),
    ],
)  # fmt: skip
def test_a_veto_is_called_as_the_charter_calls_it(charter: str, expected: str) -> None:
    [count] = counts(recorded(charter=charter))
    assert sentences.veto(count)[0] == expected


@pytest.mark.parametrize(
    "charter",
    [
        pytest.param("", id="no veto"),
        pytest.param(held(more=", valid: {to: 2026-05-31}"), id="no longer in force"),
        pytest.param(held(more=", valid: {from: 2026-08-01}"), id="not yet in force"),
    ],
)
def test_nothing_is_said_of_a_veto_that_is_not_there(charter: str) -> None:
    assert counts(recorded(raised("2026-03-02"), charter=charter, as_of="2026-06-30")) == ()


def test_nobody_is_named_who_used_it() -> None:
    charter = "groups: {unions: [local-9, parents]}\n" + held("1 per year", "unions")
    [count] = counts(recorded(raised("2026-03-02"), charter=charter, as_of="2026-06-30"))
    told = " ".join(sentences.veto(count))
    assert "local-9" not in told
    assert "parents" not in told


# Law

DAYS = st.dates(date(2025, 1, 6), date(2026, 12, 20))
LIMITS = st.sampled_from(
    [
        Allowance(1, per="year"),
        Allowance(2, per="month"),
        Allowance(1, within=Period(6, "month")),
        Allowance(3),
    ]
)


@given(st.lists(DAYS, max_size=6, unique=True), LIMITS, DAYS)
def test_counts_agree_with_counting_again(used: list[date], limit: Allowance, as_of: date) -> None:
    """Of one holder: what counts is what the limit still allowed, told from the days alone."""
    record = recorded(*(raised(str(day)) for day in used), charter=held(str(limit)), as_of=as_of.isoformat())

    def together(one: date, other: date) -> bool:
        if limit.per == "year":
            return one.year == other.year
        if limit.per == "month":
            return (one.year, one.month) == (other.year, other.month)
        if limit.within is not None:
            return other <= months_later(one, limit.within.number)
        return True

    counted: list[date] = []
    beyond: list[date] = []
    for day in sorted(each for each in used if each <= as_of):
        before = sum(together(one, day) for one in counted)
        (counted if before < limit.times else beyond).append(day)
    [count] = counts(record)
    inside = sum(together(day, as_of) for day in counted)
    assert (count.used, count.beyond) == (inside, sum(together(day, as_of) for day in beyond))
    assert count.used_up == (inside >= limit.times)
    assert timedelta(0) <= as_of - min(counted, default=as_of)
