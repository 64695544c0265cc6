"""Renewals, three years, and what has not been used for a year and a half."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import lasting

TERM = "term: {starts: 2024-01-01, ends: 2029-12-31}\nkinds: [become-permanent]"
PERMANENT = """
name: Clean Air
members: [{id: breathe}, {id: local-9}]
kinds: [become-permanent]
decisions:
  change: {covers: [amend, widen-scope, renew], passes: all members}
  permanent: {covers: [become-permanent], passes: all members}
term: {starts: 2024-01-01, ends: 2029-12-31}
"""


def renewed(year: int, against: str = "") -> str:
    votes = "[breathe, local-9, parents]" if not against else "[breathe]"
    return f"action: renew\ndate: {year}-06-01\nballots: {{for: {votes}, against: [{against}]}}"


def of(name: str, found: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [each[1:] for each in found if each[0] == name]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([renewed(2024), renewed(2025), renewed(2026)], [(3,)], id="three times"),
        pytest.param([renewed(2026)], [(1,)], id="once; the policy counts"),
        pytest.param([renewed(2024), renewed(2025, "parents")], [(1,)], id="one was not carried"),
        pytest.param(["happened: meeting\ndate: 2024-05-01"], [], id="never"),
    ],
)
def test_renewals(entries: list[str], expected: list[tuple[object, ...]]) -> None:
    found = said(lasting, recorded(*entries, charter=TERM), "renewals")
    assert of("renewed-again", found) == expected


@pytest.mark.parametrize(
    ("as_of", "years"),
    [
        pytest.param("2027-01-01", None, id="three years to the day"),
        pytest.param("2027-01-02", 3, id="a day more"),
        pytest.param("2027-12-31", 3, id="a day short of four"),
        pytest.param("2028-01-01", 4, id="four"),
        pytest.param("2030-01-01", None, id="after the end"),
    ],
)
def test_three_years(as_of: str, years: int | None) -> None:
    record = recorded("happened: meeting\ndate: 2024-05-01", charter=TERM, as_of=as_of)
    expected = [] if years is None else [(years,)]
    assert of("past-three-years", said(lasting, record, "years_together")) == expected


def test_a_decision_on_permanence_ends_the_question() -> None:
    votes = "ballots: {for: [breathe, local-9]}"
    decided = f"action: permanent\ndate: 2026-09-01\n{votes}"
    renewals = [f"action: renew\ndate: {year}-06-01\n{votes}" for year in (2024, 2025, 2026)]
    names = {"renewed-again", "past-three-years"}
    without = recorded(*renewals, charter=PERMANENT, as_of="2027-06-01")
    assert names <= {name for (name,) in said(lasting, without)}
    with_it = recorded(*renewals, decided, charter=PERMANENT, as_of="2027-06-01")
    assert names.isdisjoint(name for (name,) in said(lasting, with_it))


BEGIN = "happened: meeting\ndate: 2025-01-10"
AMENDED = "action: amend\ndate: 2025-03-01\nballots: {for: [breathe, local-9, parents]}"


@pytest.mark.parametrize(
    ("entries", "as_of", "expected"),
    [
        pytest.param([BEGIN], "2026-07-11", [(18, "")], id="nothing at all"),
        pytest.param([BEGIN, AMENDED], "2026-09-02", [(18, "1 March 2025")], id="one change"),
        pytest.param(
            [BEGIN, AMENDED.replace("for: [breathe,", "against: [breathe], for: [")],
            "2026-07-11",
            [(18, "")],
            id="a change that was not carried",
        ),
        pytest.param(
            [BEGIN, "happened: review\ndate: 2026-01-01"], "2026-07-11", [(18, "")], id="only a review"
        ),
        pytest.param([BEGIN], "2026-07-10", [], id="a year and a half to the day"),
        pytest.param([BEGIN, AMENDED], "2026-09-01", [], id="since the change, to the day"),
        pytest.param([BEGIN, "happened: exercise\ndate: 2025-03-01"], "2026-09-01", [], id="an exercise"),
        pytest.param([BEGIN, "happened: conflict\ndate: 2025-03-01"], "2026-09-01", [], id="a conflict"),
        pytest.param(
            [BEGIN, "happened: review\ndate: 2025-03-01\nreview: {of: value}"],
            "2026-09-01",
            [],
            id="a look at value",
        ),
        pytest.param(["happened: meeting"], "2026-09-01", [], id="nobody knows since when it is kept"),
        pytest.param([], "2026-09-01", [], id="nothing is on record"),
    ],
)
def test_nothing_used(entries: list[str], as_of: str, expected: list[tuple[object, ...]]) -> None:
    found = said(lasting, recorded(*entries, as_of=as_of), "months_unused", "last_used")
    assert of("nothing-used", found) == expected
