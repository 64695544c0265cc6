"""Learning to work together: sprints, and projects that need them."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

MEMBERS = "[{id: mercy, name: Mercy Hospital}, {id: clinic}, {id: housing}]"


def charter(text: str, *, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str, name: str, *, members: str = MEMBERS) -> Value | None:
    return charter(text, members=members).values.get(name)


ONE = 'the sprint "one"'
SPRINT = "{id: sprint-1, from: 2026-09-01, to: 2026-10-10, people: [pace]}"


@pytest.mark.parametrize(
    ("sprints", "projects", "expected"),
    [
        pytest.param(
            SPRINT,
            "{id: winter, starts: 2026-10-10, needs: sprint-1}",
            "Winter begins on 10 October 2026, and sprint 1 ends on 10 October 2026",
            id="on the last day",
        ),
        pytest.param(
            SPRINT,
            "{about: Winter beds., starts: 2026-10-01}",
            "Winter beds begins on 1 October 2026, and sprint 1 ends on 10 October 2026",
            id="the only sprint is the one that is needed",
        ),
        pytest.param(SPRINT, "{id: winter, starts: 2026-10-11, needs: sprint-1}", None, id="the day after"),
        pytest.param(SPRINT, "{id: winter, starts: 2026-10-01, needs: sprint-9}", None, id="not declared"),
        pytest.param(SPRINT, "{id: winter, needs: sprint-1}", None, id="no day"),
        pytest.param("{id: sprint-1, people: [pace]}", "{id: winter, starts: 2026-10-01}", None, id="no end"),
        pytest.param(
            f"{SPRINT}, {{id: sprint-2, to: 2027-03-01, people: [risk]}}",
            "{id: winter, starts: 2026-11-01}",
            None,
            id="behind the first of two",
        ),
    ],
)
def test_projects_before_their_sprint(sprints: str, projects: str, expected: str | None) -> None:
    text = f"integration: {{sprints: [{sprints}], big_projects: [{projects}]}}"
    assert known(text, "projects_before_sprint") == expected


@pytest.mark.parametrize(
    ("integration", "name", "expected"),
    [
        pytest.param("{sprints: [{id: one, connects: [forms]}]}", "sprints_without_people", ONE, id="forms"),
        pytest.param("{sprints: {id: one, connects: [forms]}}", "sprints_without_people", ONE, id="no dash"),
        pytest.param(
            "{sprints: {id: one, people: [pace]}}", "sprints_without_people", None, id="people, no dash"
        ),
        pytest.param("{sprints: [{id: one, people: [pace]}]}", "sprints_without_people", None, id="people"),
        pytest.param("{sprints: [{id: one, people: {x: y}}]}", "sprints_without_people", None, id="misread"),
        pytest.param("{big_projects: [{id: big-one}]}", "projects_without_sprint", "big one", id="no sprint"),
        pytest.param(
            "{big_projects: Winter beds}", "projects_without_sprint", "Winter beds", id="a sentence"
        ),
        pytest.param("{big_projects: [{id: x, needs: y}]}", "projects_without_sprint", None, id="undeclared"),
        pytest.param("{big_projects: [{id: x}], in_words: y}", "projects_without_sprint", None, id="prose"),
        pytest.param("{sprints: [{id: one}]}", "projects_without_sprint", None, id="no project"),
    ],
)
def test_sprints(integration: str, name: str, expected: str | None) -> None:
    assert known(f"integration: {integration}", name) == expected


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("form", "Renewed automatically.", id="form"),
        pytest.param("renewed_by", "silence of all", id="by whom"),
        pytest.param("in_words", "It goes on unless one of us objects.", id="a sentence"),
    ],
)
def test_what_it_says_of_going_on_by_itself(key: str, said: str) -> None:
    assert known(f"renewal: {{every: year, {key}: {said}}}", "renewal_by_itself") == said.rstrip(".")
    assert known(f"renewal: {{every: year, {key}: All of us decide.}}", "renewal_by_itself") is None


def test_the_question_to_write_is_one_that_is_not_asked() -> None:
    asked = (
        'renewal: {asks: ["Is our purpose still right?", "Do we trust one another?", "Which rules help?"]}'
    )
    assert known(asked, "renewal_question") == "Are we still the right members?"
