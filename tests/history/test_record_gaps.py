"""Gaps of the record: the longest is told, and what goes back to nothing."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.history.chapters import gaps


def met(day: date) -> str:
    return f"happened: meeting\ndate: {day}"


@given(st.lists(st.integers(0, 700), max_size=7), st.randoms())
def test_the_longest_gap_is_that_of_the_sorted_days(places: list[int], chance: object) -> None:
    days = [date(2025, 1, 1) + timedelta(days=place) for place in places]
    ordered = sorted(days)
    between = [(two - one).days for one, two in pairwise(ordered)]
    long = [each for each in between if each > 92]
    expected = [("record-gap", len(long), max(long))] if long else []
    shuffled = list(days)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types it as an object
    for files in (days, shuffled):
        assert said(gaps, recorded(*map(met, files), as_of="2028-01-01"), "gaps", "gap_days") == expected


@pytest.mark.parametrize(
    ("days", "charter", "expected"),
    [
        pytest.param((1, 94), "", [("record-gap", 93)], id="a day more than a quarter"),
        pytest.param((1, 93), "", [], id="a quarter"),
        pytest.param((1, 94), "check_ins: {every: month}", [("record-gap", 93)], id="monthly check-ins"),
        pytest.param((1, 181), "check_ins: {every: 2 months}", [], id="three check-ins of two months"),
        pytest.param((1, 182), "check_ins: {every: 2 months}", [("record-gap", 181)], id="a day more"),
        pytest.param((1, 300), "kind: body", [], id="a standing body keeps its own books"),
        pytest.param((1,), "", [], id="one entry"),
        pytest.param((), "", [], id="no entry"),
    ],
)
def test_a_gap(days: tuple[int, ...], charter: str, expected: list[tuple[object, ...]]) -> None:
    entries = [met(date(2026, 1, 1) + timedelta(days=day - 1)) for day in days]
    assert said(gaps, recorded(*entries, charter=charter), "gap_days") == expected


def test_a_year_may_have_been_any_day_of_it() -> None:
    year = "happened: meeting\ndate: 2025"
    assert said(gaps, recorded(met(date(2024, 12, 1)), year, met(date(2026, 3, 1)))) == []
    assert said(gaps, recorded(year, met(date(2026, 5, 1))), "gap_days") == [("record-gap", 121)]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(["happened: payment\ndate: 2026-02-01\nfollows: hall"], ["hall"], id="not on record"),
        pytest.param(
            ["happened: payment\ndate: 2026-02-01\nfollows: [hall, tent]", "happened: meeting\nid: tent"],
            ["hall"],
            id="one of two",
        ),
        pytest.param(
            ["happened: payment\ndate: 2026-02-01\nfollows: hall", "happened: meeting\nid: hall"],
            [],
            id="on record",
        ),
        pytest.param(
            [
                "happened: payment\ndate: 2026-02-01\nfollows: hall",
                "happened: meeting\nid: hall\ndate: 2027-05-01",
            ],
            [],
            id="on record for a later day",
        ),
    ],
)
def test_what_goes_back_to_nothing(entries: list[str], expected: list[str]) -> None:
    assert said(gaps, recorded(*entries), "refers_to") == [("refers-to-nothing", each) for each in expected]
