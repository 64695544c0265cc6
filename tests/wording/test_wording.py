"""Small pieces of English: each table has the cases that are easily got wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.wording import day, number
from coalcheck.engine.wording.article import with_article
from coalcheck.engine.wording.listing import join, some


@pytest.mark.parametrize(
    ("items", "text"),
    [
        pytest.param((), "", id="nothing"),
        pytest.param(("a",), "a", id="one"),
        pytest.param(("a", "b"), "a and b", id="two"),
        pytest.param(("a", "b", "c"), "a, b and c", id="three"),
        pytest.param(("a, b", "c"), "a, b and c", id="a comma inside is left alone"),
    ],
)
def test_join(items: tuple[str, ...], text: str) -> None:
    assert join(*items) == text


def test_join_with_another_last_word() -> None:
    assert join("speak", "spend", "admit", last="or") == "speak, spend or admit"


@pytest.mark.parametrize(
    ("items", "text"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("ab", "a, b", id="as many as may be"),
        pytest.param("abc", "a, b, c", id="one more is no longer than its number"),
        pytest.param("abcd", "a, b and 2 more", id="two more"),
    ],
)
def test_some_of_many(items: str, text: str) -> None:
    assert some(tuple(items), 2) == text


@pytest.mark.parametrize(
    ("count", "noun", "plural", "text"),
    [
        pytest.param(0, "point", "", "0 points", id="none"),
        pytest.param(1, "point", "", "1 point", id="one"),
        pytest.param(3, "point", "", "3 points", id="three"),
        pytest.param(2, "body", "bodies", "2 bodies", id="irregular"),
        pytest.param(1, "body", "bodies", "1 body", id="irregular, one"),
        pytest.param(1234, "charter", "", "1,234 charters", id="thousands"),
    ],
)
def test_counted(count: int, noun: str, plural: str, text: str) -> None:
    assert number.counted(count, noun, plural) == text


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_number_in_words_is_a_word_exactly_up_to_twelve(value: int) -> None:
    text = number.in_words(value)
    if 0 <= value <= 12:
        assert text.isalpha()
    else:
        assert int(text.replace(",", "")) == value


@pytest.mark.parametrize(
    ("when", "text"),
    [
        pytest.param(date(2026, 7, 1), "1 July 2026", id="no leading zero"),
        pytest.param(date(2026, 12, 31), "31 December 2026", id="last of the year"),
        pytest.param(date(476, 9, 4), "4 September 476", id="an early year is not padded"),
    ],
)
def test_day(when: date, text: str) -> None:
    assert day.in_words(when) == text


def test_day_without_the_year() -> None:
    assert day.in_words(date(2026, 4, 14), year=False) == "14 April"


def test_every_month_has_its_own_name() -> None:
    names = {day.in_words(date(2026, month, 1), year=False) for month in range(1, 13)}
    assert len(names) == 12


AN = """
    opportunistic coalition | alliance | end date | hour | honest reason | heir | NGO | MEP | 8 of 10
    8,000 EUR grant | 11-member board | 18th seat | 11,000 EUR grant | 80% share
    unimportant point | uninvited guest | unidentified source | unanswered letter | understanding
    urgent one | usher | utmost | umbrella | onerous duty | only child | "open" list
"""
A = """
    values-bridge coalition | structural alliance | union | unit | unique case | university | unanimous vote
    unilateral step | unidirectional street | European body | one-page agreement | once-a-year meeting
    user | useful list | usual case | utility | Ukrainian network | eulogy | UN body | US party | house
    1 in 8 | 110 EUR fee | 1,100 EUR fee | 1800 EUR fee | 21-member board | … | ()
"""


def phrases(table: str) -> list[str]:
    return [phrase.strip() for row in table.strip().splitlines() for phrase in row.split("|")]


@pytest.mark.parametrize("phrase", phrases(AN))
def test_an(phrase: str) -> None:
    assert with_article(phrase) == f"an {phrase}"


@pytest.mark.parametrize("phrase", phrases(A))
def test_a(phrase: str) -> None:
    assert with_article(phrase) == f"a {phrase}"
