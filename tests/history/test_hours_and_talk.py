"""Hours in meetings and the share of formal talk, from the latest review that tells them; exact."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.history.chapters import hours


def review(day: str, text: str) -> str:
    return f"happened: review\ndate: {day}\nreview: {{{text}}}"


@given(st.integers(0, 400), st.integers(1, 400))
def test_more_than_a_quarter_is_more_than_25(held: int, worked: int) -> None:
    record = recorded(review("2026-06-01", f"hours_in_meetings: {held}, hours_of_work: {worked}"))
    found = said(hours, record, "held_percent")
    if held > worked:
        assert found == []
    else:
        ((_, percent),) = found
        assert isinstance(percent, int)
        assert (percent > 25) is (Fraction(held, worked) > Fraction(1, 4))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [review("2026-06-01", "hours_in_meetings: 12.5, hours_of_work: 40")],
            [("12.5", "40", 32)],
            id="half hours",
        ),
        pytest.param(
            [
                review("2026-06-01", "hours_in_meetings: 20, hours_of_work: 40"),
                review("2026-09-01", "hours_in_meetings: 5, hours_of_work: 50"),
            ],
            [("5", "50", 10)],
            id="the latest counts",
        ),
        pytest.param(
            [
                review("2026-06-01", "hours_in_meetings: 20, hours_of_work: 40"),
                review("2026-09-01", "hours_in_meetings: 5"),
            ],
            [("20", "40", 50)],
            id="the latest that has both",
        ),
        pytest.param([review("2026-06-01", "hours_of_work: 40")], [], id="no hours of meetings"),
        pytest.param(
            [review("2026-06-01", "hours_in_meetings: 0, hours_of_work: 0")], [], id="no work at all"
        ),
        pytest.param([review("2026-06-01", "answers: {goal: yes}")], [], id="no hours"),
        pytest.param(["happened: review\ndate: 2026-06-01"], [], id="no details"),
    ],
)
def test_hours(entries: list[str], expected: list[tuple[object, ...]]) -> None:
    found = said(hours, recorded(*entries), "held_hours", "worked_hours", "held_percent")
    assert found == [("meeting-hours", *each) for each in expected]


@pytest.mark.parametrize(
    ("share", "charter", "expected"),
    [
        pytest.param("71%", "", [(71, "70 %")], id="above the usual most"),
        pytest.param("70%", "", [], id="the usual most"),
        pytest.param("0.7001", "", [(71, "70 %")], id="a little more"),
        pytest.param(
            "50%", "communication: {formal_share_at_most: 1/3}", [(50, "1/3")], id="above the own most"
        ),
        pytest.param("1/3", "communication: {formal_share_at_most: 1/3}", [], id="the own most"),
        pytest.param("80%", "communication: {formal_share_at_most: 90%}", [], id="the own most is higher"),
        pytest.param("80%", "communication: {informal: the chat}", [(80, "70 %")], id="no most of its own"),
    ],
)
def test_formal_share(share: str, charter: str, expected: list[tuple[object, ...]]) -> None:
    record = recorded(review("2026-06-01", f"formal_share: {share}"), charter=charter)
    assert said(hours, record, "formal_percent", "formal_most") == [
        ("formal-share", *each) for each in expected
    ]
