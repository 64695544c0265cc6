"""Reviews, meetings, promises, goals and contacts in a file: what is read, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from coalcheck.engine.action.happenings.review import QUESTIONS, Question
from coalcheck.engine.action.load import LoadedAction, load
from coalcheck.engine.action.schema import json_schema
from coalcheck.engine.source.read import read


def loaded(text: str) -> LoadedAction:
    return load(read(text, "decisions/event.yaml"))


@pytest.mark.parametrize(
    ("text", "kind", "route"),
    [
        pytest.param(
            "review:\n  answers: {gaol: It does.}",
            "unknown-key",
            ("review", "answers", "gaol"),
            id="question",
        ),
        pytest.param("review: {of: valeu}", "not-one-of", ("review", "of"), id="kind of review"),
        pytest.param(
            "review: {plan: [{what: x, by: soon}]}",
            "date-unclear",
            ("review", "plan", 0, "by"),
            id="day of a plan",
        ),
        pytest.param(
            "review: {hours_given: {breathe: some}}",
            "wrong-type",
            ("review", "hours_given", "breathe"),
            id="hours",
        ),
        pytest.param("meeting: {kind: chat}", "not-one-of", ("meeting", "kind"), id="kind of meeting"),
        pytest.param(
            "meeting: {minutes: 0}", "quantity-unclear", ("meeting", "minutes"), id="length of a meeting"
        ),
        pytest.param("promise: {due: 1 June}", "date-unclear", ("promise", "due"), id="day of a promise"),
        pytest.param(
            "promise: {kept: perhaps}", "date-unclear", ("promise", "kept"), id="whether it was kept"
        ),
        pytest.param("goal: {declared: won}", "not-one-of", ("goal", "declared"), id="what was declared"),
        pytest.param("contact: {post: boss}", "not-one-of", ("contact", "post"), id="post"),
        pytest.param("contact: {since: 2026-05-01}", "unknown-key", ("contact", "since"), id="another key"),
    ],
)
def test_what_cannot_be_told_is_said_at_its_place(text: str, kind: str, route: tuple[str | int, ...]) -> None:
    read_in = loaded(f"happened: {text.partition(':')[0]}\ndate: 2026-05-01\n{text}\n")
    assert [(each.kind, each.route) for each in read_in.problems] == [(kind, route)]
    assert read_in.left_out == (route,)


def test_the_rest_of_the_answers_is_read() -> None:
    read_in = loaded(
        "happened: review\nreview: {answers: {gaol: It does., go-on: As we are., served: 3 of 3}}\n"
    )
    assert read_in.action is not None
    assert read_in.action.review is not None
    assert read_in.action.review.answers == {"go-on": "As we are.", "served": "3 of 3"}


def test_a_sentence_in_place_of_a_block() -> None:
    read_in = loaded("happened: promise\npromise: The leaflet by June\ngoal: The law is in force.\n")
    assert read_in.problems == ()
    action = read_in.action
    assert action is not None
    assert action.promise is not None
    assert action.goal is not None
    assert (action.promise.what, action.goal.sign) == ("The leaflet by June", "The law is in force.")


def test_a_whole_event_is_read_as_it_is_written() -> None:
    text = """
happened: review
date: 2026-05-01
review:
  of: renewal
  answers: {purpose: Yes.}
  plan:
    - A page for the press
    - {what: Ask the crews, owner: breathe, by: 2026-06-01, done: 2026-05-20}
  hours_given: {breathe: yes, local-9: no}
  hours_in_meetings: 12.5
"""
    read_in = loaded(text)
    assert read_in.problems == ()
    review = read_in.action.review if read_in.action is not None else None
    assert review is not None
    assert review.of == "renewal"
    assert [(each.what, each.by, each.done) for each in review.plan] == [
        ("A page for the press", None, None),
        ("Ask the crews", date(2026, 6, 1), date(2026, 5, 20)),
    ]
    assert review.hours_given == {"breathe": True, "local-9": False}


def test_the_schema_shows_every_question() -> None:
    answers = json_schema()["definitions"]["Review"]["properties"]["answers"]
    assert tuple(answers["properties"]) == tuple(QUESTIONS) == get_args(Question)
    assert {name: each["description"] for name, each in answers["properties"].items()} == QUESTIONS
    assert answers["additionalProperties"] is False
