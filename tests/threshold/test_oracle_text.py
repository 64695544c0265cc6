"""What the oracle reads and what it refuses."""

from __future__ import annotations

from fractions import Fraction

import pytest
from oracle_text import Clause, RefusedError, Rule, parse

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param(
            "2/3 of members", Clause("share", amount=Fraction(2, 3)), id="no comparator means at least"
        ),
        pytest.param("half of members", Clause("share", amount=HALF), id="half means at least half"),
        pytest.param(
            "majority of members",
            Clause("share", amount=HALF, comparator="more_than"),
            id="a majority is more than half",
        ),
        pytest.param(
            "more in favour than against",
            Clause("surplus", comparator="more_than"),
            id="a lead is a surplus above nothing",
        ),
        pytest.param("85.5% of members", Clause("share", amount=Fraction(171, 200)), id="a decimal per cent"),
        pytest.param("three members", Clause("head", amount=Fraction(3)), id="a number in words"),
        pytest.param(
            "1.5 times as many in favour as against", Clause("ratio", amount=Fraction(3, 2)), id="a decimal"
        ),
        pytest.param(
            "at least 9 members present and voting",
            Clause("head", amount=Fraction(9), comparator="at_least", state="cast"),
            id="present and voting is cast, not two clauses",
        ),
        pytest.param(
            "at least 2 members present and at least 1 member voting",
            (
                "every",
                [
                    Clause("head", amount=Fraction(2), comparator="at_least", state="present"),
                    Clause("head", amount=Fraction(1), comparator="at_least", state="voting"),
                ],
            ),
            id="present, and then another clause",
        ),
        pytest.param("northern of members", None, id="a name does not begin with no"),
        pytest.param(
            "all northerners",
            Clause("all_of", whom="named", name="northerners"),
            id="a name that begins like a keyword",
        ),
        pytest.param(
            "half of votes cast among allies in each region",
            Clause(
                "share",
                "votes_cast",
                None,
                HALF,
                state="cast",
                among="allies",
                scope="each",
                attribute="region",
            ),
            id="a group and a class",
        ),
        pytest.param(
            "half of members in at least two of 3 regions",
            Clause("share", amount=HALF, scope="several", attribute="regions", in_some=2, out_of=3),
            id="so many of so many classes",
        ),
    ],
)
def test_reading(text: str, rule: Rule | None) -> None:
    if rule is None:
        with pytest.raises(RefusedError):
            parse(text)
    else:
        assert parse(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("unanimity", id="no base"),
        pytest.param("at least 2/3", id="a share without a base"),
        pytest.param("at least 2 members and at least 3 members or no member against", id="and beside or"),
        pytest.param("at least majority of members", id="a majority with a comparator"),
        pytest.param("turnout half of members", id="a count without a comparator before a share"),
        pytest.param("attendance 9 members", id="a count without a comparator before a number"),
        pytest.param("turnout majority of members", id="a count without a comparator before a majority"),
        pytest.param(
            "votes 2 times the square root of members", id="a count without a comparator before a root"
        ),
        pytest.param("opposition at most 1/3 of members against", id="count and suffix in a share"),
        pytest.param("turnout at least 3 members in favour", id="count and suffix in a head count"),
        pytest.param("turnout at least 3 members present", id="count and state in a head count"),
        pytest.param("at least half of votes cast in favour", id="cast in favour"),
        pytest.param(
            "at least half of members present and voting in favour", id="present and voting in favour"
        ),
        pytest.param("at least 3 members voting in favour", id="voting in favour"),
        pytest.param("at most half of members present not in favour", id="present not in favour"),
        pytest.param("at most half of votes cast not in favour", id="cast not in favour"),
        pytest.param("at most half of votes cast abstaining", id="cast abstaining"),
        pytest.param("at most half of members not abstaining abstaining", id="not abstaining abstaining"),
        pytest.param("majority of seats among founders", id="seats among a group"),
        pytest.param("majority of seats in each region", id="seats in each class"),
        pytest.param("2 times the square root of seats in each region", id="a root of seats in each class"),
        pytest.param("all of seats among founders", id="all seats among a group"),
        pytest.param("1/0 of members", id="a fraction of nothing"),
        pytest.param("at least 2 thirds members", id="two thirds is no number"),
        pytest.param("half of thirds", id="thirds is no name"),
        pytest.param("half of members among members", id="members is no name"),
        pytest.param("(majority of members", id="a bracket left open"),
        pytest.param("(majority of members) in each region", id="a class suffix on a bracket"),
        pytest.param("no member in favour", id="no member in favour"),
        pytest.param("At least 2 members", id="a capital"),
        pytest.param("2.5 members", id="half a member"),
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("turnout at least half of members", id="a count with its comparator"),
        pytest.param("support half of members", id="support needs no comparator"),
        pytest.param("support a majority of members", id="support and a majority"),
        pytest.param("abstentions at most 1/3 of members voting", id="a count of a state"),
        pytest.param("at most 1/3 of votes cast against", id="cast against"),
        pytest.param("at most 1/3 of members voting abstaining", id="voting abstaining"),
        pytest.param("at least half of members present in favour", id="present in favour"),
        pytest.param("at least half of members not abstaining in favour", id="not abstaining in favour"),
        pytest.param("at most 3 members present not in favour", id="not in favour in a head count"),
        pytest.param("at most half of seats not in favour", id="seats not in favour"),
        pytest.param("(majority of members in each region)", id="a class suffix in a bracket"),
        pytest.param("((at least 2 members))", id="brackets in brackets"),
        pytest.param(
            "(majority of members or all seats) and no member against", id="and beside or in brackets"
        ),
        pytest.param("all but two of the other members present not abstaining", id="all but two"),
        pytest.param("no in-good-standing member absent", id="a name with hyphens"),
    ],
)
def test_not_refused(text: str) -> None:
    parse(text)
