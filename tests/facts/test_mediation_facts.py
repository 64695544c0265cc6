"""Who mediates, whether that is somebody with a side, and when a conflict is played through."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

MEMBERS = """
  - {id: a, name: Alpha Union, signatory: {name: Dana Ruiz}, how_we_work: {decides_in: 10 days}}
  - {id: b, name: Beta, contacts: [{name: Sam Okoro}], delegates: [{name: Ines Vidal}]}
  - {id: c}
"""


def fact(text: str, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str) -> dict[str, Value]:
    return dict(fact(text).values)


COORDINATOR = "coordinator: {name: Eva Lund, paid_by: Beta}"


@pytest.mark.parametrize(
    ("mediator", "tie", "key"),
    [
        pytest.param("first: Alpha Union", "is one of you", "first", id="a member"),
        pytest.param("first: C", "is one of you", "first", id="by its id"),
        pytest.param(
            "first: The director of Alpha Union",
            "names Alpha Union, which is one of you",
            "first",
            id="of a member",
        ),
        pytest.param(
            "first: 'Ruiz, or Dana Ruiz'",
            "names somebody who signs for Alpha Union",
            "first",
            id="a signatory",
        ),
        pytest.param(
            "first: the dean, if_not_free: Sam Okoro",
            "names a contact of Beta",
            "if_not_free",
            id="the substitute",
        ),
        pytest.param("first: Ines Vidal", "names somebody who speaks for Beta", "first", id="a delegate"),
        pytest.param("first: board", "is made up of some of you", "first", id="a body"),
        pytest.param(
            "first: the coordinator", "is the coordinator, whom Beta pays", "first", id="a post that one pays"
        ),
        pytest.param("first: Eva Lund", "is the coordinator, whom Beta pays", "first", id="its holder"),
        pytest.param("first: The dean", None, None, id="an outsider"),
        pytest.param("first: Somebody outside Alpha Union", None, None, id="denied"),
        pytest.param("first: A person whom neither Beta nor Alpha Union pays", None, None, id="neither"),
        pytest.param("first: The union of alphabetical orders", None, None, id="other words"),
        pytest.param("first: The beta group of Lima", None, None, id="one word of many"),
        pytest.param("first: Dana Ruizova", None, None, id="part of a name"),
        pytest.param("first: The coordinator of the bar", None, None, id="another coordinator"),
    ],
)
def test_a_mediator_with_a_side(mediator: str, tie: str | None, key: str | None) -> None:
    found = fact(
        f"conflict: {{mediator: {{{mediator}}}}}\nbodies: {{board: {{members: [a, b]}}}}\n{COORDINATOR}"
    )
    assert found.values.get("mediator_party") == tie
    assert found.places.get("mediator_named") == (("conflict", "mediator", key) if key else None)


def test_a_coordinator_whom_all_pay_may_mediate() -> None:
    text = "conflict: {mediator: {first: coordinator}}\ncoordinator: {name: Eva Lund, paid_by: fund}"
    assert "mediator_party" not in known(text)


@pytest.mark.parametrize(
    ("mediator", "words"),
    [
        pytest.param("first: The dean of Hamlin, must_not_be: Anybody of Hamlin", "Hamlin", id="one name"),
        pytest.param(
            "if_not_free: Named by Lima Bar, must_not_be: a lawyer of Lima", "Lima", id="the substitute"
        ),
        pytest.param("first: A judge, must_not_be: A judge", None, id="no names"),
        pytest.param("first: Named by the bar, must_not_be: Named by a member", None, id="general words"),
        pytest.param("first: The dean of Hamlin", None, id="nobody is ruled out"),
        pytest.param("first: Dana Ruiz, must_not_be: Dana Ruiz", None, id="one of you, which is said"),
    ],
)
def test_who_must_not_mediate(mediator: str, words: str | None) -> None:
    assert known(f"conflict: {{mediator: {{{mediator}}}}}").get("mediator_excluded") == words


TERM = "term: {starts: 2026-02-01, ends: 2026-09-30}"
BACK = "term: {starts: 2026-02-01, ends: 2025-09-30}"
LONG = "term: {starts: 2026-02-01, ends: 2029-09-30}"


@pytest.mark.parametrize(
    ("exercise", "term", "planned", "missed", "gap"),
    [
        pytest.param(
            "every: 12 months",
            TERM,
            True,
            "the first would be 12 months in, after the end on 30 September 2026",
            None,
            id="rarer than the term",
        ),
        pytest.param(
            "first: 2026-10-01",
            TERM,
            True,
            "the first is on 1 October 2026, and the term ends on 30 September 2026",
            None,
            id="after the end",
        ),
        pytest.param("every: 12 months, first: 2026-09-30", TERM, True, None, None, id="on the last day"),
        pytest.param(
            "every: 12 months, first: someday", TERM, True, None, None, id="a day that cannot be read"
        ),
        pytest.param("every: 12 months", "", True, None, None, id="no term"),
        pytest.param("every: 12 months", LONG, True, None, None, id="a year"),
        pytest.param(
            "every: 13 months",
            LONG,
            True,
            None,
            "13 months lie between one exercise and the next",
            id="more than a year",
        ),
        pytest.param(
            "first: 2027-02-02",
            LONG,
            True,
            None,
            "the first exercise is on 2 February 2027, more than a year in",
            id="late",
        ),
        pytest.param("first: 2027-02-01", LONG, True, None, None, id="a year to the day"),
        pytest.param("first: 2026-03-01", BACK, True, None, None, id="a term turned round"),
        pytest.param("scenario: a letter", LONG, False, None, None, id="a case and no day"),
    ],
)
def test_exercises(exercise: str, term: str, planned: bool, missed: str | None, gap: str | None) -> None:
    values = known(f"conflict: {{exercise: {{{exercise}}}}}\n{term}")
    assert values["has_exercise"] is planned
    assert (values.get("exercise_missed"), values.get("exercise_gap")) == (missed, gap)


@pytest.mark.parametrize(
    ("term", "day"),
    [
        pytest.param(LONG, "2026-04-01", id="two months in"),
        pytest.param("term: {starts: 2026-02-01, ends: 2026-03-03}", "2026-02-16", id="half of a short term"),
        pytest.param("term: {starts: 2026-02-01, ends: 2026-01-03}", "2026-04-01", id="a term turned round"),
        pytest.param("", None, id="no term"),
    ],
)
def test_the_day_of_an_exercise_to_write(term: str, day: str | None) -> None:
    lines = str(known(f"conflict: {{mediator: x}}\n{term}")["exercise_lines"])
    assert (f"  first: {day}\n" in lines) is (day is not None)
    assert "first" in lines or day is None
