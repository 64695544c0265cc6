"""Exact quantities: what is read, what is refused, and what is offered instead."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic_core import PydanticCustomError

from coalcheck.engine.charter import patterns
from coalcheck.engine.charter.quantity import (
    Allowance,
    Cap,
    Money,
    Period,
    Quantity,
    allowance_of,
    cap_of,
    day_of,
    every_of,
    in_digits,
    money_of,
    number_of,
    period_of,
    share_of,
    window_of,
)

READERS = {
    "money": money_of,
    "period": period_of,
    "every": every_of,
    "allowance": allowance_of,
    "date": day_of,
    "number": number_of,
    "share": share_of,
    "window": window_of,
    "cap": cap_of,
}


@pytest.mark.parametrize(
    ("quantity", "written", "meant"),
    [
        pytest.param("money", "1200 EUR", Money(Fraction(1200), "EUR"), id="an amount"),
        pytest.param("money", "0.5 USD", Money(Fraction(1, 2), "USD"), id="cents of one digit"),
        pytest.param("money", "19.99 GBP", Money(Fraction(1999, 100), "GBP"), id="cents"),
        pytest.param("money", "0 EUR", Money(Fraction(0), "EUR"), id="nothing"),
        pytest.param("money", "400000 USD a year", Money(Fraction(400000), "USD", "year"), id="a year"),
        pytest.param("money", "20 CHF per month", Money(Fraction(20), "CHF", "month"), id="per month"),
        pytest.param("period", "2 days", Period(2, "day"), id="days"),
        pytest.param("period", "2 clear days", Period(2, "day", "clear"), id="clear days"),
        pytest.param("period", "2 working days", Period(2, "day", "working"), id="working days"),
        pytest.param("period", "48 hours", Period(48, "hour"), id="hours"),
        pytest.param("period", "1 day", Period(1, "day"), id="one day"),
        pytest.param("period", "a week", Period(1, "week"), id="a week"),
        pytest.param("period", "two weeks", Period(2, "week"), id="a spelt number"),
        pytest.param("period", "0 days", Period(0, "day"), id="no time at all"),
        pytest.param("every", "month", Period(1, "month"), id="the unit alone"),
        pytest.param("every", "quarter", Period(1, "quarter"), id="quarter"),
        pytest.param("every", "12 months", Period(12, "month"), id="every period"),
        pytest.param("allowance", "1 per year", Allowance(1, per="year"), id="per year"),
        pytest.param("allowance", "twice a year", Allowance(2, per="year"), id="twice a year"),
        pytest.param(
            "allowance", "1 in 12 months", Allowance(1, within=Period(12, "month")), id="in any stretch"
        ),
        pytest.param("allowance", 3, Allowance(3), id="in the whole life"),
        pytest.param("allowance", "once", Allowance(1), id="once"),
        pytest.param("date", "2026-09-30", date(2026, 9, 30), id="a day"),
        pytest.param("date", "2028-02-29", date(2028, 2, 29), id="a leap day"),
        pytest.param("number", 12, Fraction(12), id="a whole number"),
        pytest.param("number", Decimal("83.2"), Fraction(416, 5), id="decimals"),
        pytest.param("number", Decimal("0.1"), Fraction(1, 10), id="not the float beside it"),
        pytest.param("number", "1/3", Fraction(1, 3), id="a fraction"),
        pytest.param("number", 0, Fraction(0), id="zero"),
        pytest.param("share", "25%", Fraction(1, 4), id="percent"),
        pytest.param("share", "33.3%", Fraction(333, 1000), id="percent with decimals"),
        pytest.param("share", "100%", Fraction(1), id="all of it"),
        pytest.param("share", "1/3", Fraction(1, 3), id="a third"),
        pytest.param("share", Decimal("0.25"), Fraction(1, 4), id="a decimal share"),
        pytest.param("share", 1, Fraction(1), id="one is all"),
        pytest.param("window", "7 days", Period(7, "day"), id="open so long"),
        pytest.param("window", "at least 7 days", Period(7, "day", or_longer=True), id="or longer"),
        pytest.param("cap", "1/3", Cap(Fraction(1, 3)), id="a third and no more"),
        pytest.param("cap", "at most 25%", Cap(Fraction(1, 4)), id="at most a quarter"),
        pytest.param("cap", "less than 1/3", Cap(Fraction(1, 3), below=True), id="less than a third"),
    ],
)
def test_read(quantity: str, written: object, meant: object) -> None:
    assert READERS[quantity](written) == meant
    assert Quantity(quantity, READERS[quantity])(written) == meant


@pytest.mark.parametrize(
    ("quantity", "written", "kind", "repair"),
    [
        pytest.param("money", "1,200 EUR", "number-with-separators", "1200 EUR", id="comma"),
        pytest.param("money", "1.200.000 EUR", "number-with-separators", "1200000 EUR", id="points"),
        pytest.param("money", "1'200 CHF", "number-with-separators", "1200 CHF", id="apostrophe"),
        pytest.param("money", "1 200 EUR", "number-with-separators", "1200 EUR", id="blank"),
        pytest.param("money", "12,50 EUR", "number-with-separators", "12.50 EUR", id="decimal comma"),
        pytest.param("money", "€500", "quantity-unclear", "500 EUR", id="sign"),
        pytest.param("money", "500€", "quantity-unclear", "500 EUR", id="sign behind"),
        pytest.param("money", "EUR 500", "quantity-unclear", "500 EUR", id="currency first"),
        pytest.param("money", "500 eur", "quantity-unclear", "500 EUR", id="small letters"),
        pytest.param("money", "500 euros", "quantity-unclear", "500 EUR", id="currency in words"),
        pytest.param("money", "500 EUR monthly", "quantity-unclear", "500 EUR a month", id="monthly"),
        pytest.param("money", "500 EUR/year", "quantity-unclear", "500 EUR a year", id="slash"),
        pytest.param("money", "$500", "quantity-unclear", "", id="the dollar of which country"),
        pytest.param("money", "500 XYZ", "quantity-unclear", "", id="no such currency"),
        pytest.param("money", 500, "quantity-unclear", "", id="no currency"),
        pytest.param("money", "a lot", "quantity-unclear", "", id="words"),
        pytest.param("money", "-5 EUR", "quantity-unclear", "", id="less than nothing"),
        pytest.param("period", "2 business days", "quantity-unclear", "2 working days", id="business days"),
        pytest.param("period", "14 calendar days", "quantity-unclear", "14 days", id="calendar days"),
        pytest.param("period", "48h", "quantity-unclear", "48 hours", id="48h"),
        pytest.param("period", "Two weeks", "quantity-unclear", "two weeks", id="capital"),
        pytest.param("period", "1,000 days", "number-with-separators", "1000 days", id="many days"),
        pytest.param("period", "2 clear weeks", "quantity-unclear", "", id="clear weeks"),
        pytest.param("period", "soon", "quantity-unclear", "", id="soon"),
        pytest.param("period", 7, "quantity-unclear", "", id="no unit"),
        pytest.param("period", True, "quantity-unclear", "", id="a truth"),
        pytest.param("every", "monthly", "quantity-unclear", "month", id="monthly meeting"),
        pytest.param("every", "every 2 weeks", "quantity-unclear", "2 weeks", id="every"),
        pytest.param("every", "months", "quantity-unclear", "", id="plural alone"),
        pytest.param("allowance", "sometimes", "quantity-unclear", "", id="sometimes"),
        pytest.param("allowance", True, "quantity-unclear", "", id="true is not one"),
        pytest.param("allowance", -1, "quantity-unclear", "", id="fewer than never"),
        pytest.param("number", "1_000", "number-with-separators", "1000", id="underscore"),
        pytest.param("number", -3, "quantity-unclear", "", id="negative"),
        pytest.param("number", "1/0", "quantity-unclear", "", id="over zero"),
        pytest.param("number", True, "quantity-unclear", "", id="true"),
        pytest.param("number", "12 %", "quantity-unclear", "", id="percent of what"),
        pytest.param("share", "0%", "quantity-unclear", "", id="no share"),
        pytest.param("share", "125%", "quantity-unclear", "", id="more than all"),
        pytest.param("share", "4/3", "quantity-unclear", "", id="four thirds"),
        pytest.param("share", "1/100", "quantity-unclear", "", id="finer than a share is written"),
        pytest.param("share", "25 %", "quantity-unclear", "", id="a blank"),
        pytest.param("window", "at most 7 days", "quantity-unclear", "", id="not how long at most"),
        pytest.param("window", "At least 7 days", "quantity-unclear", "at least 7 days", id="capital window"),
        pytest.param("cap", "at least 1/3", "quantity-unclear", "", id="a cap from below"),
        pytest.param("cap", "less than 1/300", "quantity-unclear", "", id="a cap finer than is written"),
        pytest.param("date", "25/12/2026", "date-unclear", "2026-12-25", id="only one reading"),
        pytest.param("date", "30 September 2026", "date-unclear", "2026-09-30", id="in words"),
        pytest.param("date", "Sept 30, 2026", "date-unclear", "2026-09-30", id="American words"),
        pytest.param("date", "2026-9-3", "date-unclear", "2026-09-03", id="without zeros"),
        pytest.param("date", "2026/09/30", "date-unclear", "2026-09-30", id="slashes"),
        pytest.param("date", "2026-02-30", "date-unclear", "", id="no such day"),
        pytest.param("date", "2026-09", "date-unclear", "", id="a month"),
        pytest.param("date", 2026, "date-unclear", "", id="a year"),
        pytest.param("date", "2026-W01-1", "date-unclear", "", id="a week"),
        pytest.param("date", "20260930", "date-unclear", "", id="no hyphens"),
        pytest.param("date", "01/02/26", "date-unclear", "", id="which century"),
    ],
)
def test_refused(quantity: str, written: object, kind: str, repair: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Quantity(quantity, READERS[quantity])(written)
    context = refused.value.context
    assert context is not None
    assert (refused.value.type, context["repair"]) == (kind, repair)
    assert context["expected"]
    assert context["suggestion"].endswith(".")
    if repair and quantity != "number":
        assert READERS[quantity](repair) is not None, "what is offered can be read"


def test_both_readings_of_a_date() -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Quantity("date", day_of)("01/02/2026")
    context = refused.value.context or {}
    assert context["reading_one"] == "2026-01-02 (2 January 2026)"
    assert context["reading_two"] == "2026-02-01 (1 February 2026)"


@pytest.mark.parametrize(
    ("written", "one", "two"),
    [
        pytest.param("5.000 EUR", "5000 EUR", "5 EUR", id="three zeros after a point"),
        pytest.param("1,250 EUR", "1250 EUR", "1.25 EUR", id="three digits after a comma"),
        pytest.param("1.234.567 EUR", "1234567 EUR", "", id="two marks have one reading"),
    ],
)
def test_both_readings_of_a_number(written: str, one: str, two: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Quantity("money", money_of)(written)
    context = refused.value.context or {}
    assert (context["reading_one"], context["reading_two"]) == (one, two)


@given(st.builds(Money, st.fractions(0, 10**9, max_denominator=100), st.sampled_from(["EUR", "USD"])))
def test_money_is_written_as_it_is_read(money: Money) -> None:
    if (money.amount * 100).denominator == 1:
        assert money_of(str(money)) == money


@given(
    st.builds(Period, st.integers(0, 1000), st.just("day"))
    | st.builds(Period, st.integers(0, 1000), st.sampled_from(["hour", "month"]), st.none())
)
def test_a_period_is_written_as_it_is_read(period: Period) -> None:
    assert window_of(str(period)) == period


@given(st.integers(0, 99), st.sampled_from(["day", "year"]), st.integers(1, 99))
def test_an_allowance_is_written_as_it_is_read(times: int, unit: str, number: int) -> None:
    for allowance in (allowance_of(f"{times} per {unit}"), allowance_of(f"{times} in {number} {unit}s")):
        assert allowance is not None
        assert allowance_of(str(allowance)) == allowance


@given(st.fractions(min_value=0))
def test_no_number_is_rounded(number: Fraction) -> None:
    written = in_digits(number)
    assert Fraction(written) == number
    assert "e" not in written


TEXTUAL = ["money", "period", "every", "allowance", "date", "number", "share", "window", "cap"]
NOISE = st.text(alphabet="0123456789 /.%-,aeinoruwyEUR", max_size=14)
WORDS = st.lists(
    st.sampled_from(
        "0 1 02 2 12 48 99 100 1/3 3/2 0.5 2.50 5.000 a an one two clear working day days weeks month months "
        "hours per each in at least most less than "
        "EUR USD eur year twice once % 25% 100% 2026-02-29 2028-02-29 2026-13-01".split()
    ),
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize("quantity", TEXTUAL)
@given(text=NOISE | WORDS)
def test_the_schema_reads_the_same_texts(quantity: str, text: str) -> None:
    schema = patterns.QUANTITIES[quantity]
    assert Draft7Validator(schema).is_valid(text) == (READERS[quantity](text) is not None)


@pytest.mark.parametrize("quantity", TEXTUAL)
@given(data=st.data())
def test_the_model_reads_every_text_of_the_schema(quantity: str, data: st.DataObject) -> None:
    schema = patterns.QUANTITIES[quantity]
    ways = [way["pattern"] for way in schema.get("anyOf", [schema]) if "pattern" in way]
    text = data.draw(st.from_regex(re.compile(data.draw(st.sampled_from(ways)), re.ASCII), fullmatch=True))
    # Python's $ also stands before a last line break; JavaScript's does not.
    assert READERS[quantity](text.removesuffix("\n")) is not None


@pytest.mark.parametrize("quantity", TEXTUAL)
@given(value=st.integers(-5, 5) | st.decimals(-5, 5, places=2) | st.booleans() | st.none())
def test_the_schema_reads_the_same_numbers(quantity: str, value: object) -> None:
    schema = patterns.QUANTITIES[quantity]
    assert Draft7Validator(schema).is_valid(value) == (READERS[quantity](value) is not None)


def test_every_quantity_has_a_schema() -> None:
    assert set(patterns.QUANTITIES) == set(READERS)
