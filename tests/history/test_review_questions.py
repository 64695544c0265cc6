"""The questions that the latest review left out."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.action.happenings.review import QUESTIONS
from coalcheck.engine.history.chapters import questions
from coalcheck.engine.policy.domain import domain
from coalcheck.engine.policy.load import shipped


@pytest.mark.parametrize(
    ("charter", "review", "expected"),
    [
        pytest.param(
            "model: opportunistic", "answers: {goal: Yes.}", "taking-part, go-on, own-words", id="short"
        ),
        pytest.param(
            "model: values-bridge\nbridge: {value: Dignity}\nwhy_now: {reason: stale voices}",
            "answers: {goal: Yes., taking-part: Yes., go-on: Yes., own-words: Yes.}",
            "reason, value, strategic, operational, relational, innovative",
            id="what the charter has is asked about",
        ),
        pytest.param(
            "", "answers: {goal: ' ', taking-part: Yes., go-on: Yes., own-words: Yes.}", "goal", id="empty"
        ),
    ],
)
def test_questions_of_a_review(charter: str, review: str, expected: str) -> None:
    entry = f"happened: review\ndate: 2026-05-01\nreview:\n  {review}"
    (found,) = said(questions, recorded(entry, charter=charter), "questions_short", "questions_on")
    assert found == ("review-questions", expected, "1 May 2026")


def test_each_review_of_value_answers_for_itself() -> None:
    value = "happened: review\ndate: 2026-05-01\nreview: {of: value, answers: {strategic: A seat.}}"
    review = (
        "happened: review\ndate: 2026-06-01\nreview: {answers: {goal: Yes., taking-part: Yes., go-on: Yes.}}"
    )
    found = said(questions, recorded(value, review, charter="model: structural"), "questions_short")
    assert found == [
        ("review-questions", "own-words"),
        ("value-questions", "operational, relational, innovative"),
    ]


def test_every_question_is_asked_once_and_for_a_line_that_its_policy_names() -> None:
    """So that a question that is added is asked, and shows on the page of the policy."""
    asked = [each.question for each in questions.ASKED]
    assert sorted(asked) == sorted(QUESTIONS)
    codes = {"coalition": "R840", "value": "R841", "renewal": "R842"}
    sources = {policy.code: set(policy.source) for policy in shipped()}
    for each in questions.ASKED:
        assert each.row in sources[codes[each.at]], each
        assert domain().cell(each.row) is not None, each
