"""What is left of every limit: in a table, and counted again from nothing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.history.chapters import spending
from coalcheck.engine.history.record import Record
from coalcheck.engine.report.standing import sentences
from coalcheck.engine.standing.money import ALL, purses

ALL_FOR = "ballots: {for: [breathe, local-9, parents]}"
IN_ALL = "scope: {money: {in_all: 1000 EUR}, widen: change}\n"
A_YEAR = (
    "bodies: {board: {members: [breathe, parents], limits: {spend: 500 EUR a year}}}\n"
    "decisions:\n"
    "  letter: {covers: [speak, event, spend], passes: more than half of members}\n"
    "  small: {covers: [commit-staff], body: board, passes: all members}\n"
    "  change: {covers: [amend, widen-scope, renew, admit, dissolve], passes: all members}\n"
)
MEMBERS = "name: Clean Air\nmembers: [{id: breathe}, {id: local-9}, {id: parents}]\n"
FUND = "fund: {spending: [{up_to: 300 EUR a month, by: all members}, {above: 300 EUR a month, by: change}]}\n"


def paid(amount: str, day: str, more: str = "", action: str = "letter") -> str:
    return f"action: {action}\ndate: {day}\namount: {amount}\n{more or ALL_FOR}"


def told(record: Record) -> list[tuple[str, str]]:
    return [sentences.purse(each) for each in purses(record)]


@pytest.mark.parametrize(
    ("entries", "charter", "as_of", "expected"),
    [
        pytest.param(
            [], IN_ALL, "2026-06-01", [(ALL, "0 of 1000 EUR agreed, 1000 EUR left")], id="nothing yet"
        ),
        pytest.param(
            [paid("300 EUR", "2026-02-01"), paid("200.50 EUR", "2026-03-01")], IN_ALL, "2026-06-01",
            [(ALL, "500.5 of 1000 EUR agreed, 499.5 EUR left")], id="two sums",
        ),
        pytest.param(
            [paid("300 EUR", "2026-02-01"), paid("900 EUR", "2026-07-01")], IN_ALL, "2026-06-01",
            [(ALL, "300 of 1000 EUR agreed, 700 EUR left")], id="what is ahead is not agreed yet",
        ),
        pytest.param(
            [paid("1000 EUR", "2026-02-01")], IN_ALL, "2026-06-01",
            [(ALL, "1000 of 1000 EUR agreed, nothing left")], id="used up",
        ),
        pytest.param(
            [paid("700 EUR", "2026-02-01", "done: yes"), paid("600 EUR", "2026-03-01", "done: yes")],
            IN_ALL, "2026-06-01", [(ALL, "1300 of 1000 EUR agreed, 300 EUR more than that")],
            id="more than there was",
        ),
        pytest.param(
            [paid("300 EUR", "2026-02-01", "ballots: {against: [breathe, local-9, parents]}")],
            IN_ALL, "2026-06-01", [(ALL, "0 of 1000 EUR agreed, 1000 EUR left")], id="not carried",
        ),
        pytest.param(
            [paid("300 EUR", "2026-02-01"), paid("40 USD", "2026-02-02", "recorded: adopted")], IN_ALL,
            "2026-06-01",
            [(ALL, "300 of 1000 EUR agreed, 700 EUR left"),
             (ALL, "40 USD agreed so far; the charter sets no limit in USD")],
            id="another currency is not added",
        ),
        pytest.param(
            [paid("40 USD", "2026-02-02")], "", "2026-06-01",
            [(ALL, "40 USD agreed so far; the charter sets no limit in USD")], id="no limit at all",
        ),
        pytest.param([], "", "2026-06-01", [], id="no limit, and nothing agreed"),
        pytest.param(
            [paid("50 EUR", "2026-02-01", "every: month\nrecorded: adopted")], IN_ALL, "2026-06-01",
            [(ALL, "50 of 1000 EUR agreed, 950 EUR left; some of it comes back, and nothing says until "
              "when")],
            id="it comes back without an end",
        ),
        pytest.param(
            [paid("50 EUR", "2026-02-01", f"every: month\nuntil: 2026-05-01\n{ALL_FOR}")], IN_ALL,
            "2026-02-15", [(ALL, "200 of 1000 EUR agreed, 800 EUR left")], id="a series is agreed as a whole",
        ),
        pytest.param(
            [paid("50 EUR", "2026-02-01"), paid("60 EUR", "2026-04-01"), paid("9 EUR", "2026-04-30")], FUND,
            "2026-04-30",
            [("all members, in April 2026", "69 of 300 EUR agreed, 231 EUR left"),
             (ALL, "119 EUR agreed so far; the charter sets no limit in EUR")],
            id="a rule of the fund for a month",
        ),
        pytest.param(
            [paid("50 EUR", "2025-12-31", action="small"), paid("70 EUR", "2026-01-01", action="small")],
            MEMBERS + A_YEAR, "2026-06-01",
            [("board, in 2026", "70 of 500 EUR agreed, 430 EUR left"),
             (ALL, "120 EUR agreed so far; the charter sets no limit in EUR")],
            id="a body's limit for a year",
        ),
    ],
)  # fmt: skip
def test_what_is_left(entries: list[str], charter: str, as_of: str, expected: list[tuple[str, str]]) -> None:
    assert told(recorded(*entries, charter=charter, as_of=as_of)) == expected


def test_what_may_have_been_agreed_is_told_apart() -> None:
    """In dollars, of which the charter does not say whether they are within its limit in euros."""
    unknown = paid("300 USD", "2026-02-01")
    found = told(recorded(unknown, paid("20 EUR", "2026-02-02"), charter=IN_ALL, as_of="2026-06-01"))
    assert found == [
        (ALL, "20 of 1000 EUR agreed, 980 EUR left"),
        (ALL, "0 USD agreed so far; the charter sets no limit in USD; 300 USD besides, of which it is not "
         "known whether it counts"),
    ]  # fmt: skip


# Laws

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
SUMS = st.lists(
    st.tuples(st.integers(1, 400), DAYS, st.sampled_from(["letter", "small"]), st.booleans()), max_size=8
)
LIMITS = MEMBERS + A_YEAR + IN_ALL + FUND


@given(SUMS, DAYS)
def test_every_limit_agrees_with_counting_again(sums: list[tuple[int, date, str, bool]], as_of: date) -> None:
    """By the day, for each limit by itself, from the numbers alone."""
    entries = [
        paid(f"{amount} EUR", str(day), "recorded: adopted" if carried else "recorded: rejected", action)
        for amount, day, action, carried in sums
    ]
    record = recorded(*entries, charter=LIMITS, as_of=as_of.isoformat())
    been = [(amount, day, by) for amount, day, by, carried in sums if carried and day <= as_of]
    expected = {
        ALL: sum(amount for amount, _, _ in been),
        "board": sum(amount for amount, day, by in been if by == "small" and day.year == as_of.year),
        "all members": sum(
            amount for amount, day, by in been
            if by == "letter" and (day.year, day.month) == (as_of.year, as_of.month)
        ),
    }  # fmt: skip
    found = {each.whose: each for each in purses(record)}
    assert {whose: each.agreed for whose, each in found.items()} == expected
    for each in found.values():
        assert each.limit is not None
        assert each.left == each.limit.amount - each.agreed
        assert each.perhaps == Fraction(0)
        assert not each.endless


@given(SUMS)
def test_a_limit_without_anything_left_is_one_that_the_record_speaks_of(
    sums: list[tuple[int, date, str, bool]],
) -> None:
    """The page and the points on the record tell the same of each limit."""
    entries = [
        paid(f"{amount} EUR", str(day), "recorded: adopted", action) for amount, day, action, _ in sums
    ]
    record = recorded(*entries, charter=LIMITS, as_of="2027-12-31")
    spoken = {
        str(whose) for name, whose, when in said(spending, record, "whose_limit", "spent_when")
        if name == "limit-passed-together" and when in ("in all", "in 2027", "in December 2027")
    }  # fmt: skip
    beyond = {each.whose for each in purses(record) if each.left is not None and each.left < 0}
    # One sum that is too much by itself is said of that decision, and of several only what they come to.
    assert spoken <= beyond
    if max((amount for amount, *_ in sums), default=0) <= 300:
        assert spoken == beyond
