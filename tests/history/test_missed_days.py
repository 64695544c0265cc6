"""Promised days that one member missed without a word before: no name, and nothing that is not on record."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import missed


def promise(number: int, more: str, *, member: str = "local-9") -> str:
    due = f"2026-0{number}-01"
    block = f"{{what: P{number}, member: {member}, due: {due}, {more}}}"
    return f"happened: promise\ndate: 2026-0{number}-02\npromise: {block}"


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        pytest.param("kept: no, told: no", True, id="nothing said"),
        pytest.param("kept: no, told: 2026-03-02", True, id="said a day after"),
        pytest.param("kept: 2026-03-09, told: no", True, id="kept a week later"),
        pytest.param("kept: no, told: 2026-03-01", False, id="said on the day"),
        pytest.param("kept: no, told: 2026-02-20", False, id="said before"),
        pytest.param("kept: no, told: yes", False, id="said, nobody knows when"),
        pytest.param("kept: no", False, id="nothing on record of a word"),
        pytest.param("told: no", False, id="nothing on record of the outcome"),
        pytest.param("kept: yes, told: no", False, id="kept"),
        pytest.param("kept: 2026-03-01, told: no", False, id="kept on the day"),
        pytest.param("kept: no, told: no, new_day: 2026-05-01", False, id="a new day was agreed on"),
        pytest.param(
            "kept: 2026-04-30, told: no, new_day: 2026-05-01", False, id="kept by the new day, in one entry"
        ),
        pytest.param("kept: 2026-05-02, told: no, new_day: 2026-05-01", True, id="kept after the new day"),
    ],
)
def test_a_missed_day(more: str, *, counts: bool) -> None:
    expected = [("missed-without-word", 1)] if counts else []
    assert said(missed, recorded(promise(3, more)), "missed_days") == expected


def test_days_are_counted_by_member_and_nobody_is_named() -> None:
    no_word = "kept: no, told: no"
    others = [promise(number, no_word, member="parents") for number in (2, 5)]
    record = recorded(promise(3, no_word), promise(4, no_word), promise(6, no_word), *others)
    assert sorted(said(missed, record, "missed_days")) == [
        ("missed-without-word", 2),
        ("missed-without-word", 3),
    ]
    for matter in missed.matters(record):
        assert all(each.said.endswith("2026: a promised day was missed") for each in matter.seen_in)
        assert matter.id == ""


def test_a_promise_of_several_is_nobodys_own() -> None:
    record = recorded(promise(3, "kept: no, told: no", member="[local-9, parents]"))
    assert said(missed, record) == []
