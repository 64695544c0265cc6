"""Who was named for results, and who gave or received credits, within the last year."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import named

BEGIN = "happened: meeting\ndate: 2025-01-10"


def result(month: int, names: str, more: str = "told: yes") -> str:
    block = f"{{what: R{month}, {more}, credits: {names}}}"
    return f"happened: result\nid: r{month}\ndate: 2026-0{month}-10\nresult: {block}"


def statement(month: int) -> str:
    return f"happened: statement\nfollows: r{month}\ndate: 2026-0{month}-11\nstatement: {{tells_of: it}}"


CREDITS = "knowledge: {credits: {given_by: the member that used it}}"


def credit(day: str, giver: str, to: str) -> str:
    return f"happened: credit\ndate: {day}\ncredit: {{given_by: {giver}, given_to: {to}}}"


@pytest.mark.parametrize(
    ("entries", "charter", "expected"),
    [
        pytest.param(
            [result(month, "[breathe]") for month in (2, 3, 4)],
            "",
            [("never-named", 3, 2)],
            id="two of three members",
        ),
        pytest.param(
            [result(month, "[breathe, local-9]", "told: yes, by: [breathe, parents]") for month in (2, 3, 4)],
            "",
            [("never-named", 3, 1)],
            id="one of those who worked on it",
        ),
        pytest.param(
            [
                *(result(month, "[breathe]", "by: [breathe, parents]") for month in (2, 3, 4)),
                *map(statement, (2, 3, 4)),
            ],
            "",
            [("never-named", 3, 1)],
            id="told by a statement",
        ),
    ],
)
def test_never_named(entries: list[str], charter: str, expected: list[tuple[object, ...]]) -> None:
    record = recorded(*entries, charter=charter, as_of="2026-12-01")
    assert said(named, record, "results_told", "never_named") == expected


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([result(month, "[breathe]") for month in (2, 3)], id="two results are too few"),
        pytest.param(
            [result(month, "[breathe]", "told: no") for month in (2, 3, 4)], id="not told in public"
        ),
        pytest.param([result(month, "[]") for month in (2, 3, 4)], id="nobody was named"),
        pytest.param(
            [result(month, "[breathe]", "told: yes, by: [breathe]") for month in (2, 3, 4)],
            id="the only one at work",
        ),
        pytest.param(
            [*(result(month, "[breathe]") for month in (2, 3)), result(4, "[local-9, parents]")],
            id="each named once",
        ),
        pytest.param(
            [each.replace("2026-", "2024-") for each in (result(2, "[breathe]"), result(3, "[breathe]"))]
            + [result(4, "[breathe]")],
            id="most of them years ago",
        ),
    ],
)
def test_nothing_is_said_of_names(entries: list[str]) -> None:
    assert said(named, recorded(*entries, as_of="2026-12-01")) == []


@pytest.mark.parametrize(
    ("entries", "charter", "expected"),
    [
        pytest.param([BEGIN], CREDITS, (3, 0), id="no credit at all"),
        pytest.param([BEGIN, credit("2026-05-01", "breathe", "parents")], CREDITS, (1, 1), id="two of three"),
        pytest.param(
            [BEGIN, credit("2025-11-30", "breathe", "parents")], CREDITS, (3, 0), id="more than a year ago"
        ),
        pytest.param(
            [BEGIN, "happened: credit\ndate: 2026-05-01\ncredit: {redeemed_by: breathe}"],
            CREDITS,
            (3, 0),
            id="only redeemed",
        ),
        pytest.param(
            [BEGIN, credit("2026-05-01", "breathe", "parents").replace("}", ", number: 4}")],
            CREDITS,
            (1, 4),
            id="several at once",
        ),
    ],
)
def test_without_a_credit(entries: list[str], charter: str, expected: tuple[int, int]) -> None:
    record = recorded(*entries, charter=charter, as_of="2026-12-01")
    assert said(named, record, "without_credit", "credits_given") == [("without-credit", *expected)]


NEWCOMER = """
name: Clean Air
members:
  - {id: breathe}
  - {id: local-9}
  - {id: parents, in: {from: 2026-06-01}}
  - {id: developers, count: 911}
decisions: {change: {covers: [amend], passes: all members}}
knowledge: {credits: {given_by: the member that used it}}
"""


@pytest.mark.parametrize(
    ("entries", "charter"),
    [
        pytest.param([BEGIN], "", id="no credits in the charter"),
        pytest.param(
            [BEGIN.replace("2025-01-10", "2026-01-10")], CREDITS, id="on record for less than a year"
        ),
        pytest.param(
            [BEGIN, credit("2026-05-01", "breathe", "parents"), credit("2026-06-01", "parents", "local-9")],
            CREDITS,
            id="everybody",
        ),
        pytest.param(
            [BEGIN, credit("2026-05-01", "breathe", "local-9")], NEWCOMER, id="a newcomer, and a row of many"
        ),
        pytest.param([BEGIN], CREDITS + "\nstage: ended", id="it has ended"),
    ],
)
def test_nothing_is_said_of_credits(entries: list[str], charter: str) -> None:
    assert said(named, recorded(*entries, charter=charter, as_of="2026-12-01")) == []
