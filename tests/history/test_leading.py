"""Chair, host and speaker in one hand for a year."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import leading


def meeting(day: str, chair: str = "breathe", host: str = "breathe", kind: str = "meeting") -> str:
    return (
        f"happened: meeting\ndate: {day}\nmeeting: {{kind: {kind}, chaired_by: {chair}, hosted_by: {host}}}"
    )


def spoke(day: str, by: str = "breathe", name: str = "coalition") -> str:
    return f"happened: statement\ndate: {day}\nin_name_of: {name}\nstatement: {{by: {by}}}"


FIRST = (meeting("2026-01-05"), spoke("2026-01-20"))


@pytest.mark.parametrize(
    ("entries", "since", "times"),
    [
        pytest.param(
            [*FIRST, meeting("2026-09-01"), spoke("2026-10-01")], "20 January 2026", 3, id="all three"
        ),
        pytest.param(
            [
                meeting("2026-01-05"),
                "happened: contact\ndate: 2026-01-10\ncontact: {post: speaker, member: breathe, named: yes}",
                meeting("2026-09-01"),
                spoke("2026-10-01"),
            ],
            "10 January 2026",
            3,
            id="named as the speaker",
        ),
        pytest.param(
            [meeting("2025-06-01", "parents"), *FIRST, meeting("2026-09-01"), spoke("2026-10-01")],
            "20 January 2026",
            3,
            id="another one before that",
        ),
        pytest.param(
            [
                *FIRST,
                meeting("2026-05-01", "parents", "parents", "group"),
                meeting("2026-09-01"),
                spoke("2026-10-01"),
            ],
            "20 January 2026",
            3,
            id="a working group is another matter",
        ),
        pytest.param(
            [*FIRST, spoke("2026-05-01", "parents", "parents"), meeting("2026-09-01"), spoke("2026-10-01")],
            "20 January 2026",
            3,
            id="a member in its own name",
        ),
    ],
)
def test_one_led(entries: list[str], since: str, times: int) -> None:
    record = recorded(*entries, as_of="2027-02-01")
    assert said(leading, record, "led_since", "led_times") == [("leads-all-year", since, times)]
    for matter in leading.matters(record):
        assert "breathe" not in f"{matter.values}{[each.said for each in matter.seen_in]}"


LATER = (meeting("2026-09-01"), spoke("2026-10-01"))


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([meeting("2026-03-05"), spoke("2026-03-20"), *LATER], id="for less than a year"),
        pytest.param([*FIRST, meeting("2026-05-01", host="parents"), *LATER], id="another one hosted once"),
        pytest.param(
            [*FIRST, meeting("2026-05-01", chair="an outside chair"), *LATER], id="somebody from outside"
        ),
        pytest.param([*FIRST, spoke("2026-05-01", "[breathe, parents]"), *LATER], id="two spoke together"),
        pytest.param([*FIRST, *LATER, spoke("2026-11-01", "parents")], id="another one speaks now"),
        pytest.param([*FIRST, meeting("2026-09-01")], id="nobody spoke for a year"),
        pytest.param([meeting("2026-01-05"), meeting("2026-09-01")], id="nobody spoke at all"),
        pytest.param(list(FIRST), id="all of it more than a year ago"),
    ],
)
def test_nothing_is_said(entries: list[str]) -> None:
    assert said(leading, recorded(*entries, as_of="2027-02-01")) == []
