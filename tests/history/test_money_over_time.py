"""Sums that pass a limit together, and a matter that was decided in parts."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import spending

CHARTER = """
name: Clean Air
members: [{id: a}, {id: b}, {id: c}]
bodies: {desk: {members: [a, b], limits: {spend: 600 EUR}}}
decisions:
  money: {covers: [spend], passes: more than half of members}
  desk-money: {covers: [desk-spending], body: desk, passes: more than half of members}
  change: {covers: [amend, widen-scope], passes: all members}
kinds: [desk-spending]
scope: {money: {one_decision: 1000 EUR, in_all: 5000 EUR}, widen: change}
"""


def spend(day: str, amount: str, extra: str = "", *, carried: bool = True, action: str = "money") -> str:
    votes = "for: [a, b, c]" if carried else "against: [a, b, c]"
    return f"action: {action}\ndate: {day}\namount: {amount}\nballots: {{{votes}}}\n{extra}"


PRINT = "with: [Ardent Print]"


def parts(*entries: str, charter: str = CHARTER) -> list[tuple[Value, ...]]:
    found = said(spending, recorded(*entries, charter=charter), "sums", "spent", "money_limit", "within_days")
    return [each for each in found if each[0] == "decided-in-parts"]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [spend("2026-03-02", "900 EUR", PRINT), spend("2026-04-06", "950 EUR", PRINT)],
            [(2, "1850 EUR", "1000 EUR", 35)],
            id="two to one supplier",
        ),
        pytest.param(
            [
                spend("2026-03-02", "900 EUR", PRINT),
                spend("2026-04-06", "950 EUR", PRINT),
                spend("2026-06-02", "1000 EUR", "with: ['Ardent  Print', Ports]"),
            ],
            [(3, "2850 EUR", "1000 EUR", 92)],
            id="three within a quarter",
        ),
        pytest.param(
            [
                spend("2026-03-02", "900 EUR", "about: The spring fair"),
                spend("2026-04-06", "950 EUR", "about: The spring fair"),
            ],
            [(2, "1850 EUR", "1000 EUR", 35)],
            id="about one thing",
        ),
        pytest.param(
            [
                spend("2026-03-02", "900 EUR", f"about: The fair\n{PRINT}"),
                spend("2026-04-06", "950 EUR", f"about: The fair\n{PRINT}"),
            ],
            [(2, "1850 EUR", "1000 EUR", 35)],
            id="told once where two things are shared",
        ),
        pytest.param(
            [
                spend("2026-03-02", "500 EUR", PRINT, action="desk-money"),
                spend("2026-04-06", "400 EUR", PRINT, action="desk-money"),
            ],
            [(2, "900 EUR", "600 EUR", 35)],
            id="within what the desk may spend",
        ),
        pytest.param(
            [
                spend("2026-03-02", "900 EUR", PRINT),
                "happened: payment\ndate: 2026-03-09\namount: 800 EUR\nwith: [Ardent Print]",
            ],
            [(2, "1700 EUR", "1000 EUR", 7)],
            id="a payment that was never decided",
        ),
    ],
)
def test_sums_that_may_be_one(entries: list[str], expected: list[tuple[Value, ...]]) -> None:
    assert parts(*entries) == [("decided-in-parts", *each) for each in expected]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(
            [spend("2026-03-02", "900 EUR", PRINT), spend("2026-06-03", "950 EUR", PRINT)],
            id="more than a quarter apart",
        ),
        pytest.param(
            [spend("2026-03-02", "900 EUR", PRINT), spend("2026-04-06", "950 EUR", "with: [Ports]")],
            id="to two suppliers",
        ),
        pytest.param(
            [spend("2026-03-02", "900 EUR", PRINT), spend("2026-04-06", "499 EUR", PRINT)], id="one is small"
        ),
        pytest.param(
            [spend("2026-03-02", "500 EUR", PRINT), spend("2026-04-06", "500 EUR", PRINT)],
            id="together exactly the limit",
        ),
        pytest.param(
            [spend("2026-03-02", "900 EUR", PRINT), spend("2026-04-06", "950 EUR", PRINT, carried=False)],
            id="one was refused",
        ),
        pytest.param(
            [spend("2026-03-02", "900 EUR", PRINT), spend("2026-04-06", "950 USD", PRINT)],
            id="two currencies",
        ),
        pytest.param(
            [
                spend("2026-03-02", "300 EUR", f"{PRINT}\nevery: month\nuntil: 2026-05-02"),
                spend("2026-04-06", "950 EUR", PRINT),
            ],
            id="a series, decided as one",
        ),
        pytest.param(
            [
                spend("2026-03-02", "900 EUR", f"{PRINT}\nid: x"),
                "happened: payment\ndate: 2026-03-09\namount: 900 EUR\nwith: [Ardent Print]\nfollows: [x]",
            ],
            id="the payment of what was decided",
        ),
        pytest.param(
            [spend("2026-03-02", "900 EUR"), spend("2026-04-06", "950 EUR")], id="nothing in common"
        ),
    ],
)
def test_sums_that_are_each_by_itself(entries: list[str]) -> None:
    assert parts(*entries) == []


FUND = """
name: Clean Air
members: [{id: a}, {id: b}, {id: c}]
bodies: {desk: {members: [a, b, c]}}
decisions:
  money: {covers: [spend], passes: more than half of members}
  desk-money: {covers: [desk-spending], body: desk, passes: more than half of members}
  change: {covers: [amend], passes: all members}
kinds: [desk-spending]
fund:
  spending:
    - {up_to: 1000 EUR a year, by: desk}
    - {above: 1000 EUR a year, by: all}
"""


def test_the_fund_leaves_a_body_so_much_a_year() -> None:
    """The third passes it and is for all; what is in the next year does not count with it."""
    days = ("2026-03-02", "2026-05-04", "2026-11-02", "2027-01-04")
    record = recorded(
        *(spend(day, "400 EUR", action="desk-money") for day in days), charter=FUND, as_of="2028-01-01"
    )
    outcomes = [each.verdict.outcome for each in record.entries if each.verdict is not None]

    assert outcomes == ["adopted", "adopted", "unauthorised", "adopted"]
    third = record.entries[2].verdict
    assert third is not None
    said_of_it = next(each for each in third.clauses if each.route == ("fund", "spending", 0))
    assert said_of_it.said == (
        "400 EUR; with 800 EUR that was decided before in 2026 it comes to 1200 EUR; "
        "up to 1000 EUR a year is for desk"
    )
    assert said_of_it.remedy == "It is for all to agree to it."
    assert said(spending, record, "spent") == []


def passed(*entries: str, charter: str) -> list[tuple[Value, ...]]:
    record = recorded(*entries, charter=charter, as_of="2028-01-01")
    found = said(spending, record, "sums", "spent", "money_limit", "whose_limit", "spent_when")
    return [each[1:] for each in found if each[0] == "limit-passed-together"]


def test_what_was_done_beyond_the_limit_of_a_year_is_said_of_that_year() -> None:
    done = [spend(f"2026-0{month}-02", "400 EUR", "done: yes", action="desk-money") for month in (3, 4, 5)]
    assert passed(*done, charter=FUND) == [(3, "1200 EUR", "1000 EUR a year", "desk", "in 2026")]
    assert passed(*done[:2], charter=FUND) == []


def test_one_sum_that_is_too_much_is_no_sum_of_several() -> None:
    alone = spend("2026-03-02", "6000 EUR", "done: yes")
    assert passed(alone, charter=CHARTER) == []
    both = [alone, spend("2026-04-06", "10 EUR", "done: yes")]
    assert passed(*both, charter=CHARTER) == [(2, "6010 EUR", "5000 EUR", "all of you together", "in all")]
