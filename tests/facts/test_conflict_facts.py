"""How disagreements are settled: steps, times, mediators, exercises, and the end of it."""

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


TALK = "{id: talk, within: 14 days}"
MEDIATION = "{id: mediation, within: 21 days, then: ends}"
KINDS = "kinds: {goal: talk, process: talk, relationship: talk}"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param(f"steps: [{TALK}, {MEDIATION}]", "talk, then mediation", id="then nothing"),
        pytest.param(f"{KINDS}, steps: [{TALK}, {MEDIATION}]", "talk, then mediation", id="by kind"),
        pytest.param("steps: [{who: the chairs, then: ends}]", "step 1 (the chairs)", id="without a name"),
        pytest.param(
            f"steps: [{TALK}, {MEDIATION}], irreconcilable: We part.", None, id="a rule for the end"
        ),
        pytest.param(f"steps: [{TALK}, {MEDIATION}], in_words: Then we part.", None, id="prose"),
        pytest.param("steps: [{id: talk, then: the county court}]", None, id="an outsider"),
        pytest.param("steps: [{id: talk}, {id: x, who: arbitrator of the bar}]", None, id="an arbitrator"),
        pytest.param("steps: [{id: talk}, {id: x, who: board}]", None, id="a body"),
        pytest.param("steps: [{id: talk}, {id: x, who: a joint-text of all}]", None, id="a decision"),
        pytest.param("steps: [{id: talk, then: mediaton}]", None, id="a name that is not known"),
        pytest.param("steps: [{id: talk, then: [1, [2]]}]", None, id="what follows cannot be read"),
        pytest.param("steps: [{id: talk}, 5]", None, id="a step that cannot be read"),
        pytest.param("mediator: The dean", None, id="no steps"),
    ],
)
def test_steps_that_stop(text: str, way: str | None) -> None:
    more = "bodies: {board: {members: [a]}}\ndecisions: {joint-text: {covers: [speak], passes: all members}}"
    assert known(f"conflict: {{{text}}}\n{more}").get("steps_stop") == way


@pytest.mark.parametrize(
    ("text", "way", "place"),
    [
        pytest.param(
            "steps: [{id: talk}, {id: help, then: talk}]",
            "talk, then help, then talk again",
            ("conflict", "steps", 1, "then"),
            id="back to the first",
        ),
        pytest.param(
            "kinds: {goal: {route: talk, if_still_open: talk}}, steps: [{id: talk, then: ends}]",
            "talk, then talk again",
            ("conflict", "kinds", "goal", "if_still_open"),
            id="a kind that goes on where it began",
        ),
        pytest.param(
            "kinds: {goal: {route: help, if_still_open: talk}}, steps: [{id: talk, then: help}, {id: help}]",
            "help, then talk, then help again",
            ("conflict", "steps", 0, "then"),
            id="by the way of a kind",
        ),
        pytest.param("steps: [{id: talk}, {id: help, then: ends}]", None, None, id="an end"),
        pytest.param(
            "kinds: {goal: {route: help, if_still_open: talk}}, steps: [{id: talk}, {id: help}]",
            None,
            None,
            id="not written that it goes back",
        ),
    ],
)
def test_steps_that_go_round(text: str, way: str | None, place: tuple[str | int, ...] | None) -> None:
    found = fact(f"conflict: {{{text}}}")
    assert found.values.get("steps_round") == way
    assert found.places.get("step_back") == place


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("steps: [{id: talk, then: end-it}, {id: help}, {id: end-it}]", "help", id="past it"),
        pytest.param("steps: [{id: talk}, {id: help}, {id: end-it}]", None, id="in order"),
        pytest.param(
            "kinds: {goal: talk}, steps: [{id: talk, then: ends}, {id: help}]", None, id="a kind has no way"
        ),
        pytest.param(
            f"{KINDS}, steps: [{{id: talk, then: ends}}, {{id: help}}, {{id: ask-all}}]",
            "help and ask all",
            id="two of them",
        ),
    ],
)
def test_steps_that_nothing_leads_to(text: str, left: str | None) -> None:
    assert known(f"conflict: {{{text}}}").get("steps_unreached") == left


@pytest.mark.parametrize(
    ("text", "without"),
    [
        pytest.param(f"steps: [{{id: talk}}, {MEDIATION}]", "talk", id="one"),
        pytest.param("steps: [{id: talk}, {who: both}]", "talk and step 2 (both)", id="both"),
        pytest.param("steps: {id: talk}", "talk", id="alone"),
        pytest.param(f"steps: [{TALK}, {MEDIATION}]", None, id="none"),
        pytest.param("steps: [{id: talk, within: soon}]", None, id="cannot be read"),
    ],
)
def test_steps_without_a_time(text: str, without: str | None) -> None:
    assert known(f"conflict: {{{text}}}").get("steps_without_time") == without


def test_step_lines_keep_what_is_there() -> None:
    values = known('conflict: {steps: [{id: talk, who: "a, then b"}, {id: m, within: 3 weeks}]}')
    assert values["step_lines"] == (
        'steps:\n  - {id: talk, who: "a, then b", within: 14 days}\n  - {id: m, within: 3 weeks}'
    )


@pytest.mark.parametrize(
    ("steps", "short"),
    [
        pytest.param(
            "{id: choice, within: 9 days}", ("choice", "9 days", "Alpha Union", "10 days"), id="short"
        ),
        pytest.param(
            "{id: talk, who: both boards, within: 9 days}",
            ("talk", "9 days", "Alpha Union", "10 days"),
            id="whatever it is called",
        ),
        pytest.param(
            "{id: x, who: the contacts of those concerned, within: 9 days}", (None,) * 4, id="contacts talk"
        ),
        pytest.param("{id: mediation, within: 9 days}", (None,) * 4, id="a mediator helps"),
        pytest.param(
            "{id: x, within: 9 days}, {id: y, within: 1 week}",
            ("y", "1 week", "Alpha Union", "10 days"),
            id="the shortest",
        ),
        pytest.param("{id: choice, within: 10 days}", (None, None, None, None), id="just enough"),
        pytest.param("{id: choice}", (None, None, None, None), id="no time"),
    ],
)
def test_a_step_beside_the_slowest_member(steps: str, short: tuple[str | None, ...]) -> None:
    values = known(f"conflict: {{steps: [{steps}]}}")
    keys = ("short_step", "short_step_time", "short_step_member", "short_step_needs")
    assert tuple(values.get(key) for key in keys) == short


def test_a_delegate_who_may_answer_alone_is_fast() -> None:
    members = "[{id: a, how_we_work: {decides_in: 90 days, delegate_alone: [conflicts]}}, {id: b}]"
    assert "short_step" not in fact("conflict: {steps: [{id: choice, within: 1 day}]}", members).values


@pytest.mark.parametrize(
    ("kinds", "without"),
    [
        pytest.param("kinds: {goal: talk}", "how things are done or how people get on", id="one of three"),
        pytest.param(
            "kinds: {goal: {because: we say so}}",
            "what you want, how things are done or how people get on",
            id="no route",
        ),
        pytest.param(KINDS, None, id="all"),
        pytest.param(
            "kinds: {goal: talk, process: {route: [1, [2]]}, relationship: talk}", None, id="cannot be read"
        ),
        pytest.param("how_to_raise: a page", None, id="the same for all"),
    ],
)
def test_kinds_of_conflict_without_a_way(kinds: str, without: str | None) -> None:
    assert known(f"conflict: {{{kinds}, steps: [{TALK}]}}").get("kinds_without_way") == without


@pytest.mark.parametrize(
    ("rule", "test", "choices", "way"),
    [
        pytest.param("test: all done, choices: [narrow the scope, part]", True, True, None, id="all of it"),
        pytest.param("choices: [part with dignity]", False, True, "part with dignity", id="one way"),
        pytest.param(
            "choices: [we leave, the coalition ends]",
            False,
            True,
            "we leave or the coalition ends",
            id="two doors",
        ),
        pytest.param("choices: [split the work and part]", False, True, None, id="a door and more"),
        pytest.param("test: TBD, choices: [pause, leave]", False, True, None, id="left open"),
        pytest.param("part_with_dignity: a note", False, True, "part", id="how to part alone"),
        pytest.param("test: all done", True, False, None, id="no end"),
        pytest.param("choices: {a: b}, test: {c: d}", True, True, None, id="cannot be read"),
    ],
)
def test_the_end_of_a_conflict(rule: str, test: bool, choices: bool, way: str | None) -> None:
    values = known(f"conflict: {{irreconcilable: {{{rule}}}}}")
    assert (values["has_test"], values["has_choices"], values.get("only_way_out")) == (test, choices, way)


@pytest.mark.parametrize(
    ("text", "members", "helped"),
    [
        pytest.param("", "[{id: a}, {id: b}]", False, id="two and nobody"),
        pytest.param("conflict: {mediator: The dean}", "[{id: a}, {id: b}]", True, id="two and the dean"),
        pytest.param("conflict: The dean helps.", "[{id: a}, {id: b}]", True, id="in prose"),
        pytest.param("", MEMBERS, None, id="three"),
        pytest.param("", "[{id: a, count: 2}]", False, id="two in one row"),
    ],
)
def test_two_members_need_somebody_between_them(text: str, members: str, helped: bool | None) -> None:
    assert fact(text, members).values.get("has_helper_of_two") is helped


@pytest.mark.parametrize(
    "text", ["", "conflict: We talk.", "conflict: {in_words: We talk.}", "conflict: [1, [2]]"]
)
def test_prose_is_not_taken_apart(text: str) -> None:
    assert not {"has_steps", "has_form", "has_exercise", "has_test", "steps_stop"} & known(text).keys()
