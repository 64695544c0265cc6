"""How often one and the same member could not see what the others saw within a year."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import access


def unseen(day: str, *members: str) -> str:
    return f"happened: access\ndate: {day}\naccess: {{what: minutes, not_seen_by: [{', '.join(members)}]}}"


@pytest.mark.parametrize(
    ("entries", "times"),
    [
        pytest.param([unseen("2026-05-01", "parents"), unseen("2026-06-01", "parents")], [2], id="twice"),
        pytest.param(
            [unseen(f"2026-0{month}-01", "parents", "local-9") for month in (5, 6, 7)],
            [3, 3],
            id="two, three times",
        ),
        pytest.param(
            [
                unseen("2026-05-01", "parents"),
                "action: letter\ndate: 2026-06-01\naccess: {what: the draft, not_seen_by: parents}",
            ],
            [2],
            id="papers of a decision too",
        ),
        pytest.param([unseen("2026-05-01", "parents"), unseen("2026-06-01", "local-9")], [], id="each once"),
        pytest.param(
            [unseen("2025-05-01", "parents"), unseen("2026-06-01", "parents")], [], id="once within a year"
        ),
        pytest.param([unseen("2026-05-01", "parents", "parents")], [], id="named twice in one entry"),
        pytest.param([unseen("2026-05-01")] * 2, [], id="seen by all"),
    ],
)
def test_without_access(entries: list[str], times: list[int]) -> None:
    record = recorded(*entries)
    assert said(access, record, "unseen_times") == [("without-access", each) for each in times]
    for matter in access.matters(record):
        assert all(each.said.endswith(": not seen by all") for each in matter.seen_in)
