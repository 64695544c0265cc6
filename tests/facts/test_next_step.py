"""The one line on what is due next, read aloud."""

from __future__ import annotations

from datetime import date

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.next_step import next_step
from coalcheck.engine.source.read import read

TERM = "term: {starts: 2026-04-01, ends: 2026-10-31"
WIN = "first_win: {what: Joint letter, by: 2026-04-20}"


@pytest.mark.parametrize(
    ("text", "as_of", "words"),
    [
        pytest.param(
            f"{TERM}}}",
            "2026-03-01",
            "a first review by 1 July 2026 (three months in), and a small visible first success before it.",
            id="draft: the model case",
        ),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2026-05-31}",
            "2026-03-01",
            "a first review by 1 May 2026 (half the term), and a small visible first success before it.",
            id="draft: a short term",
        ),
        pytest.param(
            "stage: draft",
            "2026-03-01",
            "a first review three months in, and a small visible first success before it.",
            id="draft: no term",
        ),
        pytest.param(
            f"{TERM}, first_review: 2026-06-30}}\n{WIN}",
            "2026-03-01",
            "the first visible success by 20 April 2026, then the first review on 30 June 2026.",
            id="draft: all planned",
        ),
        pytest.param(
            f"{TERM}, first_review: 2026-06-30}}\nfirst_win: Joint letter",
            "2026-03-01",
            "the first visible success, joint letter, and then the first review on 30 June 2026.",
            id="draft: a success without a day",
        ),
        pytest.param(
            f"{TERM}, first_review: 2026-06-30}}\n{WIN}",
            "2026-11-01",
            "nothing yet: the end that is written, 31 October 2026, is past, so agree on new dates first.",
            id="draft: the term is over",
        ),
        pytest.param(
            f"{TERM}, first_review: 2026-06-30}}\n{WIN}",
            "2026-05-01",
            "the first review on 30 June 2026, and a new day for the first visible success: "
            "20 April 2026 is past.",
            id="draft: the success is past",
        ),
        pytest.param(
            f"{TERM}, first_review: 2026-06-30}}",
            "2026-07-01",
            "a new day for the first review, as 30 June 2026 is past, "
            "and a small visible first success before it.",
            id="draft: the review is past",
        ),
        pytest.param(
            f"{TERM}}}",
            "2026-07-02",
            "a first review soon after, and a small visible first success before it.",
            id="draft: the last good day for a review is past",
        ),
        pytest.param(
            f"stage: pilot\n{TERM}}}",
            "2026-11-01",
            "the pilot ended on 31 October 2026: you stop, or each of you takes it to its own board.",
            id="pilot: past its end",
        ),
        pytest.param(
            f"stage: signed\n{TERM}, first_review: 2026-06-30}}\n{WIN}",
            "2026-04-10",
            "the first visible success by 20 April 2026.",
            id="signed: first the success",
        ),
        pytest.param(
            f"stage: signed\n{TERM}, first_review: 2026-06-30}}\n{WIN}",
            "2026-04-21",
            "the first review on 30 June 2026.",
            id="signed: then the review",
        ),
        pytest.param(
            f"stage: signed\n{TERM}, first_review: 2026-06-30}}",
            "2026-07-01",
            "decide whether to end, to go on or to change, by 1 September 2026.",
            id="signed: sixty days before the end",
        ),
        pytest.param(
            f"stage: signed\n{TERM}}}",
            "2026-10-31",
            "the end of the term on 31 October 2026.",
            id="signed: the last day",
        ),
        pytest.param(
            f"stage: signed\n{TERM}}}",
            "2026-11-01",
            "the term ended on 31 October 2026: wind up what is left, or decide to go on.",
            id="signed: after the end",
        ),
        pytest.param(
            "stage: signed\nterm: {starts: 2026-01-01, first_review: 2026-03-01}\nrenewal: {every: 1 year}",
            "2026-06-01",
            "the talk on whether to go on, by 1 January 2027.",
            id="signed: renewal",
        ),
        pytest.param(
            "stage: signed",
            "2026-06-01",
            "a regular short talk, once a month, so that nothing small grows.",
            id="signed: nothing with a day",
        ),
        pytest.param(
            "stage: signed\ncheck_ins: {every: month}", "2026-06-01", "", id="signed: nothing is due"
        ),
        pytest.param(
            "stage: exploring",
            "2026-03-01",
            "a meeting on three questions: what each of you wants, can give, and could not accept.",
            id="exploring",
        ),
        pytest.param(
            "stage: pilot\nterm: {starts: 2026-04-01, ends: 2026-06-30}",
            "2026-05-01",
            "on 30 June 2026 you stop, or each of you takes it to its own board.",
            id="pilot",
        ),
        pytest.param("stage: ended", "2026-05-01", "", id="ended"),
        pytest.param("kind: body", "2026-05-01", "", id="a standing body"),
    ],
)
def test_what_is_due(text: str, as_of: str, words: str) -> None:
    charter = load(read(f"name: X\nmembers: [{{id: a}}, {{id: b}}]\n{text}\n", "x")).charter
    assert charter is not None
    assert next_step(charter, date.fromisoformat(as_of)) == words


def test_with_the_three_questions_answered_comes_the_page() -> None:
    rows = ", ".join(f"{{id: {name}, wants: [x], offers: [y], deal_breakers: [z]}}" for name in "ab")
    charter = load(read(f"name: X\nstage: exploring\nmembers: [{rows}]\n", "x")).charter
    assert charter is not None
    assert next_step(charter, date(2026, 1, 1)).startswith("one page")


@pytest.mark.parametrize(
    ("members", "words"),
    [
        pytest.param("[{id: a}]", "a first word with possible partners", id="alone: outreach"),
        pytest.param(
            "[{id: a, wants: [x], offers: [y], deal_breakers: [z]}]", "a first word", id="and ready"
        ),
        pytest.param("[{id: a, count: 3}]", "a meeting on three questions", id="three in one row"),
        pytest.param("[{id: a}, {id: b}]", "a meeting on three questions", id="two: the first meeting"),
        pytest.param("[]", "a meeting on three questions", id="nobody is named"),
    ],
)
def test_whoever_is_alone_looks_for_partners_first(members: str, words: str) -> None:
    charter = load(read(f"name: X\nstage: exploring\nmembers: {members}\n", "x")).charter
    assert charter is not None
    assert next_step(charter, date(2026, 1, 1)).startswith(words)
