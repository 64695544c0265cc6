"""What is held together: who owns what is made, who holds the money, and who may spend it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.money import SpendingRule
from coalcheck.engine.charter.quantity import Money
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.spending import Stretch, gaps, overlaps, stretches
from coalcheck.engine.source.read import read

MEMBERS = "[{id: mercy, name: Mercy Hospital}, {id: clinic}, {id: housing}]"


def charter(text: str, *, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str, name: str, *, members: str = MEMBERS) -> Value | None:
    return charter(text, members=members).values.get(name)


# What is made together


TEXTS, FIGURES, NAME = "texts and research", "data", "the common name and logo"


@pytest.mark.parametrize(
    ("model", "ownership", "more", "lacks"),
    [
        pytest.param("structural", "contact_lists: x", "", f"{TEXTS}, {FIGURES} or {NAME}", id="S: three"),
        pytest.param("values-bridge", "contact_lists: x", "", TEXTS, id="V: texts"),
        pytest.param("values-bridge", "fact_sheet: x", "", None, id="a fact sheet is a text"),
        pytest.param("values-bridge", "fact_sheet: x", "messaging: {mode: one voice}", NAME, id="one voice"),
        pytest.param(
            "values-bridge", "fact_sheet: x", "messaging: {mode: own voices}", None, id="own voices"
        ),
        pytest.param(
            "values-bridge",
            "fact_sheet: x",
            "information: {tiers: [{id: t, holds: [y]}]}",
            FIGURES,
            id="tiers",
        ),
        pytest.param("structural", "reports: a, stories: b, brand: c", "", None, id="under names of its own"),
        pytest.param("structural", "everything: all members", "", None, id="everything"),
        pytest.param("structural", "maps: a, samples: b, logo: c", "", None, id="what this one makes"),
        pytest.param(
            "structural",
            "tools_and_texts: x, data: TBD, name_and_logo: y",
            "",
            FIGURES,
            id="a note is no answer",
        ),
        pytest.param(
            "structural", "tools_and_texts: x, data: none, name_and_logo: y", "", None, id="none is an answer"
        ),
        pytest.param("structural", "in_words: All of us own it., data: x", "", None, id="prose"),
    ],
)
def test_what_is_nobodys_yet(model: str, ownership: str, more: str, lacks: str | None) -> None:
    fact = charter(f"model: {model}\nownership: {{{ownership}}}\n{more}")
    assert fact.values.get("ownership_lacks") == lacks


@pytest.mark.parametrize(
    ("role", "ownership", "words", "asked"),
    [
        pytest.param("Runs the petition.", "data: x", '"petition"', "contact lists", id="a petition"),
        pytest.param("Keeps the website", "data: x", '"website"', "web addresses", id="a website"),
        pytest.param(
            "Web, newsletter",
            "data: x",
            '"newsletter" and "web"',
            "contact lists and web addresses",
            id="both",
        ),
        pytest.param("Runs the petition.", "contact_lists: x", None, None, id="settled"),
        pytest.param("Runs the petition.", "signatures: x", None, None, id="settled by its own name"),
        pytest.param("Runs the petition.", "in_words: All of it is ours.", None, None, id="prose"),
        pytest.param("Writes evidence.", "data: x", None, None, id="no such word"),
        pytest.param("Supports cobwebs", "data: x", None, None, id="part of a word"),
    ],
)
def test_words_that_make_it_ask(role: str, ownership: str, words: str | None, asked: str | None) -> None:
    fact = charter(f"ownership: {{{ownership}}}", members=f"[{{id: a, role: {role}}}, {{id: b}}]")
    assert fact.values.get("ownership_words") == words
    assert fact.values.get("ownership_asked") == asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("fund: {held_by: mercy}", "Mercy Hospital", id="a member by id"),
        pytest.param("fund: {held_by: Mercy Hospital}", "Mercy Hospital", id="by name"),
        pytest.param("fund: {held_by: A foundation}", None, id="somebody else"),
        pytest.param("fund: {held_by: mercy, unequal_by_design: x}", None, id="said in the fund"),
        pytest.param("fund: {held_by: mercy, in_words: In its own account.}", None, id="said in words"),
        pytest.param("fund: {held_by: mercy}\npower: {disclosed: [x]}", None, id="said under power"),
        pytest.param("fund: {held_by: mercy}\nentity: {accounts: audited}", None, id="accounts are audited"),
    ],
)
def test_a_member_that_holds_the_fund(text: str, expected: str | None) -> None:
    assert known(text, "fund_with_member") == expected


def test_what_a_fund_and_a_body_leave_out() -> None:
    fact = charter("fund: {reserve: x}\nentity: {host: x, accounts: audited}")
    assert fact.values["fund_lacks"] == ("who may spend how much or who is told of the money, and when")
    assert fact.values["entity_lacks"] == "what is insured"
    prose = charter("fund: A foundation holds it.\nentity: {in_words: x, form: y}")
    assert "fund_lacks" not in prose.values


MORE = "bodies: {board: {members: all}}\ndecisions: {%s}\n"


@pytest.mark.parametrize(
    ("rules", "more", "expected"),
    [
        pytest.param("{up_to: 5 EUR, by: clinic}", "", "sums above 5 EUR", id="above all of them"),
        pytest.param("{above: 5 EUR, by: clinic}", "", "sums up to 5 EUR", id="below all of them"),
        pytest.param(
            "{up_to: 5 EUR, by: clinic}, {above: 7.5 EUR, by: mercy}",
            "",
            "sums above 5 EUR and up to 7.5 EUR",
            id="between",
        ),
        pytest.param(
            "{above: 5 EUR, up_to: 6 EUR, by: clinic}, {above: 7 EUR, by: mercy}",
            "",
            "sums up to 5 EUR and sums above 6 EUR and up to 7 EUR",
            id="two of them",
        ),
        pytest.param("{up_to: 5 EUR, by: clinic}, {above: 5 EUR, by: mercy}", "", None, id="none"),
        pytest.param("{up_to: 5 EUR, by: clinic}, Above it all decide.", "", None, id="the rest in words"),
        pytest.param(
            "{up_to: 5 EUR, by: clinic}", MORE % "d: {covers: [spend]}", None, id="spending has a rule"
        ),
        pytest.param(
            "{up_to: 5 EUR, by: clinic}, {above: 7 EUR, by: mercy}",
            MORE % "d: {covers: [spend]}",
            "sums above 5 EUR and up to 7 EUR",
            id="between two rules it is in doubt all the same",
        ),
        pytest.param(
            "{up_to: 5 EUR, by: clinic}", "scope: {money: {in_all: 5 EUR}}\n", None, id="no more may be spent"
        ),
        pytest.param(
            "{up_to: 5 EUR, by: clinic}",
            "scope: {money: {in_all: 5 USD}}\n",
            "sums above 5 EUR",
            id="a limit in another currency",
        ),
        pytest.param("{by: clinic}", "", None, id="no sum"),
    ],
)
def test_sums_that_nobody_decides(rules: str, more: str, expected: str | None) -> None:
    assert known(f"{more}fund: {{spending: [{rules}]}}", "spending_gap") == expected


@pytest.mark.parametrize(
    ("rules", "expected", "rows"),
    [
        pytest.param(
            "{up_to: 9 EUR, by: coordinator}, {above: 5 EUR, by: board}",
            "sums above 5 EUR and up to 9 EUR are for the coordinator and for board",
            (0, 1),
            id="two in part",
        ),
        pytest.param(
            "{above: 5 EUR, by: d}, {up_to: 9 EUR, by: mercy}",
            'sums above 5 EUR and up to 9 EUR are for the decision "d" and for Mercy Hospital',
            (0, 1),
            id="in the order of the file",
        ),
        pytest.param("{up_to: 9 EUR, by: mercy}, {above: 9 EUR, by: clinic}", None, None, id="none"),
        pytest.param("{up_to: 9 EUR, by: mercy}, {up_to: 12 EUR, by: clinic}", None, None, id="in a row"),
        pytest.param(
            "{up_to: 9 EUR, by: mercy}, {above: 5 EUR, by: mercy}", None, None, id="one and the same"
        ),
        pytest.param("{up_to: 9 EUR, by: mercy}, {above: 5 EUR}", None, None, id="nobody named"),
        pytest.param(
            "{up_to: 9 EUR, by: mercy}, {above: 5 USD, by: clinic}", None, None, id="two currencies"
        ),
    ],
)
def test_sums_that_two_decide(rules: str, expected: str | None, rows: tuple[int, int] | None) -> None:
    fact = charter(f"{MORE % 'd: {covers: [spend]}'}fund: {{spending: [{rules}]}}")
    assert fact.values.get("spending_overlap") == expected
    if rows is not None:
        assert fact.places["spending_first"] == ("fund", "spending", rows[0])
        assert fact.places["spending_second"] == ("fund", "spending", rows[1])


def test_sums_that_cannot_be_compared() -> None:
    fund = "fund: {spending: [{up_to: 5 EUR, by: clinic}, {above: 5 %s, by: mercy}]}"
    assert known(fund % "USD", "spending_units") == "EUR and USD"
    assert known(fund % "EUR a year", "spending_units") == "EUR and EUR a year"
    assert known(fund % "EUR", "spending_units") is None


@pytest.mark.parametrize(
    ("by", "decisions", "expected"),
    [
        pytest.param("d", "d: {covers: [speak]}", 'the decision "d"', id="a decision on texts"),
        pytest.param("d", "d: {covers: [speak, spend]}", None, id="a decision on money"),
        pytest.param("d", "d: {covers: [budget]}", None, id="on money by another name"),
        pytest.param("d", "d: {covers: [orders]}", None, id="a kind of its own may be on money"),
        pytest.param("d", "d: {passes: all members}", None, id="covers nothing: another point"),
        pytest.param(
            "board", "d: {covers: [speak], body: board}", "board", id="a body that decides on texts"
        ),
        pytest.param("board", "d: {covers: [spend]}", "board", id="a body that decides on nothing"),
        pytest.param("board", "d: {covers: [spend], body: board}", None, id="a body that decides on money"),
        pytest.param("coordinator", "d: {covers: [speak]}", None, id="one person"),
        pytest.param("mercy", "d: {covers: [speak]}", None, id="a member"),
        pytest.param("whoever is there", "d: {covers: [speak]}", None, id="a sentence"),
    ],
)
def test_who_decides_without_a_rule(by: str, decisions: str, expected: str | None) -> None:
    text = f"kinds: [budget, orders]\n{MORE % decisions}fund: {{spending: [{{up_to: 5 EUR, by: {by}}}]}}"
    assert known(text, "spender_without_rule") == expected


def a_rule(up_to: int | None, above: int | None, by: str) -> SpendingRule:
    def money(amount: int | None) -> Money | None:
        return None if amount is None else Money(Fraction(amount), "EUR")

    return SpendingRule.model_construct(up_to=money(up_to), above=money(above), by=by)


SUM = st.integers(0, 6) | st.none()
RULES = st.lists(st.builds(a_rule, SUM, SUM, st.sampled_from("xyz")), max_size=4)


def is_for(one: Stretch, amount: Fraction) -> bool:
    return one.above < amount and (one.up_to is None or amount <= one.up_to)


@given(RULES, st.integers(1, 16).map(lambda half: Fraction(half, 2)))
def test_each_sum_is_in_a_gap_or_decided(rules: list[SpendingRule], amount: Fraction) -> None:
    found = stretches(tuple(rules))
    named = [one for one in found if is_for(one, amount)]
    missing = [
        gap for gap in gaps(found) if gap.above < amount and (gap.up_to is None or amount <= gap.up_to)
    ]
    assert bool(missing) is (bool(found) and not named)
    both = [
        one for one in overlaps(found) if one.above < amount and (one.up_to is None or amount <= one.up_to)
    ]
    assert bool(both) is (len({one.by for one in named}) > 1)


@given(st.lists(st.integers(1, 9), min_size=1, unique=True))
def test_rules_in_a_row_leave_nothing_out(sums: list[int]) -> None:
    rules = [a_rule(amount, None, str(amount)) for amount in sums]
    found = stretches((*rules, a_rule(None, max(sums), "all")))
    assert (gaps(found), overlaps(found)) == ((), ())
