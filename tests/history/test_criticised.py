"""Criticism without an answer, and answers that came late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.history.chapters import criticised

COLUMN = "happened: criticism\nid: column\ndate: 2026-03-02\n"


@pytest.mark.parametrize(
    ("entries", "as_of", "days"),
    [
        pytest.param((COLUMN,), "2026-03-04", 2, id="two days later"),
        pytest.param((COLUMN + "criticism: {answered: no}",), "2026-03-04", 2, id="said not to be answered"),
        pytest.param((COLUMN,), "2026-03-02", 0, id="on the day; the policy waits"),
        pytest.param(
            (COLUMN, "happened: meeting\nfollows: column\ndate: 2026-03-03"),
            "2026-03-04",
            2,
            id="only talked about",
        ),
    ],
)
def test_without_an_answer(entries: tuple[str, ...], as_of: str, days: int) -> None:
    record = recorded(*entries, as_of=as_of)
    assert said(criticised, record, "criticism_days") == [("criticism-unanswered", days)]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param((COLUMN + "criticism: {answered: yes}",), id="answered, nobody knows when"),
        pytest.param((COLUMN + "criticism: {answered: 2026-03-03}",), id="answered the next day"),
        pytest.param((COLUMN + "criticism: {answer: We need both}",), id="the answer is written"),
        pytest.param(
            (COLUMN, "happened: statement\nfollows: column\ndate: 2026-03-03"),
            id="a statement goes back to it",
        ),
        pytest.param(
            (COLUMN, "action: letter\nfollows: column\ndate: 2026-03-03\nballots: {for: [breathe, local-9]}"),
            id="an answer was decided on",
        ),
        pytest.param(
            (COLUMN, "happened: criticism\nfollows: column\ndate: 2026-03-03\ncriticism: {answered: yes}"),
            id="a later entry says so",
        ),
        pytest.param(("happened: criticism\ndate: 2026",), id="only the year is known"),
        pytest.param(("happened: criticism",), id="no day at all"),
        pytest.param(("happened: meeting\ndate: 2026-03-02",), id="no criticism"),
    ],
)
def test_nothing_is_said(entries: tuple[str, ...]) -> None:
    assert said(criticised, recorded(*entries)) == []


@given(st.lists(st.integers(0, 5), max_size=6))
def test_late_answers_are_counted(waited: list[int]) -> None:
    entries = []
    for number, days in enumerate(waited):
        day = date(2026, 1, 5) + timedelta(days=10 * number)
        answered = day + timedelta(days=days)
        entries.append(f"happened: criticism\ndate: {day}\ncriticism: {{answered: {answered}}}")
    late = sum(days > 1 for days in waited)
    expected = [("criticism-answered-late", late, len(waited))] if late else []
    assert said(criticised, recorded(*entries), "answered_late", "answered") == expected


def test_an_entry_of_its_own_has_the_day_of_the_answer() -> None:
    answer = "happened: statement\nfollows: column\ndate: 2026-03-05"
    assert said(criticised, recorded(COLUMN, answer), "answered_late") == [("criticism-answered-late", 1)]
