"""The numbers of the field, as the catalogue says them, are those that policies compare with."""

from __future__ import annotations

import pytest

from coalcheck.engine.facts import next_step, sheets, term
from coalcheck.engine.facts.chapters import governance, rhythm, upkeep
from coalcheck.engine.history.chapters import renewing
from coalcheck.engine.policy.condition import tests as comparisons
from coalcheck.engine.policy.domain import domain
from coalcheck.engine.policy.load import shipped

POLICIES = {policy.code: policy for policy in shipped()}
NUMBERS = {number.id: number for number in domain().numbers}

COMPARED = [
    ("explained-within", "48 hours", "D347", ("explains_hours", "above", 48)),
    ("half-life", "18 to 24 months", "R803", ("term_months", "above", 18)),
    ("renewal", "12 to 18 months", "R804", ("renewal_months", "above", 18)),
    ("coordinator-from", "five members", "P205", ("members", "at_least", 5)),
    ("tactical-term", "six months", "P206", ("term_months", "above", 6)),
    ("topics", "three topics", "P202", ("topics_apart", "above", 3)),
    ("event-lead", "two weeks", "P235", ("days_to_event", "below", 14)),
    ("meeting-share", "a quarter", "P244", ("meeting_percent", "above", 25)),
    ("one-page", "600 words", "P250", ("page_words", "above", 600)),
    ("win-cost", "a quarter", "P251", ("win_percent", "above", 25)),
    ("recorded-within", "a week", "M718", ("record_days", "above", 7)),
    ("first-step", "half", "P254", ("early_percent", "above", 50)),
    ("exit-words", "150 words", "E511", ("exit_words", "above", 150)),
    ("exit-conditions", "two conditions", "E514", ("exit_conditions", "above", 2)),
    ("single-interest", "a year", "P243", ("term_months", "above", 12)),
    ("formal-most", "70 %", "M720", ("formal_percent", "above", 70)),
    ("summaries-from", "five members", "M728", ("members", "at_least", 5)),
    ("value-review", "every quarter", "R821", ("value_review_days", "above", 92)),
    ("check-in-length", "30 minutes", "M724", ("check_in_minutes", "above", 60)),
    ("check-ins", "monthly", "M706", ("talk_days", "above", 31)),
    ("coordinator-replaced", "30 days", "P301", ("gone_days", "above", 30)),
    ("coordinator-replaced", "30 days", "P326", ("contact_days", "above", 30)),
    ("third-renewal", "three renewals or years", "R870", ("renewals", "at_least", 3)),
]
"""Number, how the catalogue puts it, and the comparison of the policy that holds it.

Half an hour is what a check-in takes; asked about is one that takes more than twice as long.
"""

CONSTANTS = [
    ("first-review", "three months", term.FIRST_REVIEW_MONTHS, 3),
    ("tactical-term", "six months", upkeep.SHORT_MONTHS, 6),
    ("one-page", "600 words", upkeep.PAGE_WORDS, 600),
    ("urgent", "a month", governance.SOON, 31),
    ("layers-from", "five members", rhythm.LAYERS_FROM, 5),
    ("contacts", "two contacts", sheets.CONTACTS_EACH, 2),
    ("half-life", "18 to 24 months", renewing.HALF_LIFE_MONTHS, 18),
    ("tactical-term", "six months", renewing.SHORT_MONTHS, 6),
    ("before-the-end", "60 days", next_step.BEFORE_THE_END.days, 60),
]
"""Numbers that a property is computed with."""

NOT_COMPARED = {
    "middle-of-the-term": "a day that is computed",
    "formation-share": "computed in fractions: test_upkeep_facts",
    "neutral-year": "a day that is computed",
    "exercise": "a length of time that is computed",
    "success-in": "a list of four words",
    "formal-third": "said, not compared: what is enough",
    "assessment": "private",
    "dimensions": "private",
    "formation-tactical": "cannot be told from a charter",
    "formation-structural": "cannot be told from a charter",
    "integration-share": "cannot be told from a charter",
}


@pytest.mark.parametrize(
    ("number", "value", "code", "expected"), [pytest.param(*row, id=row[0]) for row in COMPARED]
)
def test_a_policy_compares_with_the_number(
    number: str, value: str, code: str, expected: tuple[str, str, int]
) -> None:
    assert NUMBERS[number].value == value
    assert expected in [(test.fact, test.comparator, test.value) for test in comparisons(POLICIES[code].when)]
    assert set(POLICIES[code].source) & set(NUMBERS[number].rows)


@pytest.mark.parametrize(
    ("number", "value", "constant", "expected"), [pytest.param(*row, id=row[0]) for row in CONSTANTS]
)
def test_a_property_is_computed_with_the_number(
    number: str, value: str, constant: int, expected: int
) -> None:
    assert NUMBERS[number].value == value
    assert constant == expected


def test_no_number_is_left_out() -> None:
    held = {row[0] for row in COMPARED} | {row[0] for row in CONSTANTS}

    assert held & set(NOT_COMPARED) == set()
    assert held | set(NOT_COMPARED) == set(NUMBERS)
