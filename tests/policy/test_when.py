"""The condition of a policy: what is read, and where a mistake is found."""

from __future__ import annotations

import pytest

from coalcheck.engine.facts.fact import Property
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.faults import Faults
from coalcheck.engine.policy.when import read_condition
from coalcheck.engine.source.node import Mapping, Problem
from coalcheck.engine.source.read import read

TABLE = {
    "has_exit": Property(bool, "Exit terms are written."),
    "members": Property(int, "How many members."),
    "name": Property(str, "The name."),
}


def condition(when: str) -> tuple[Condition | None, list[Problem]]:
    """What is read from a condition that stands alone on the first line, and what is wrong with it."""
    document = read(f"when: {when}\n", "x.yaml")
    assert document.problems == ()
    assert isinstance(document.root, Mapping)
    faults = Faults()
    found = read_condition(document.root.entries["when"].value, "charter", TABLE, faults)
    assert (found is None) is bool(faults.problems)
    return found, faults.problems


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param("{has_exit: true}", Comparison("has_exit", "is", value=True), id="yes or no"),
        pytest.param("{members: 3}", Comparison("members", "is", 3), id="a number"),
        pytest.param("{name: Clean Air}", Comparison("name", "is", "Clean Air"), id="a text"),
        pytest.param('{name: "3"}', Comparison("name", "is", "3"), id="a text of digits, in quotes"),
        pytest.param("{name: no}", Comparison("name", "is", "no"), id="no is a word"),
        pytest.param('{name: ""}', Comparison("name", "is", ""), id="the empty text, in quotes"),
        pytest.param("{members: -1}", Comparison("members", "is", -1), id="a negative number"),
        pytest.param(
            "{members: {above: 2, at_most: 9}}",
            All((Comparison("members", "above", 2), Comparison("members", "at_most", 9))),
            id="two comparisons must both hold",
        ),
        pytest.param(
            "{has_exit: true, members: 3}",
            All((Comparison("has_exit", "is", value=True), Comparison("members", "is", 3))),
            id="two facts must both hold",
        ),
        pytest.param("{name: {in: [a, b]}}", Comparison("name", "in", ("a", "b")), id="one of"),
        pytest.param("{members: {missing: true}}", Comparison("members", "missing", value=True), id="absent"),
        pytest.param("{not: {members: {is: 3}}}", Not(Comparison("members", "is", 3)), id="not"),
        pytest.param(
            "{any: [{members: 1}, {not: {name: a}}]}",
            Any((Comparison("members", "is", 1), Not(Comparison("name", "is", "a")))),
            id="a list under any",
        ),
        pytest.param(
            "{any: {members: 1, name: a}}",
            Any((Comparison("members", "is", 1), Comparison("name", "is", "a"))),
            id="facts under any",
        ),
        pytest.param("{all: [{members: 1}]}", Comparison("members", "is", 1), id="one part is itself"),
    ],
)
def test_a_condition_is_read(when: str, expected: object) -> None:
    assert condition(when) == (expected, [])


@pytest.mark.parametrize(
    ("when", "kind", "columns", "values"),
    [
        pytest.param(
            "{has_exits: true}",
            "policy-unknown-fact",
            (2, 11),
            {"found": "has_exits", "suggestion": "has_exit", "detail": "charter"},
            id="a misspelt fact",
        ),
        pytest.param(
            "{any: [{members: 1}, {problem: x}]}",
            "policy-unknown-fact",
            (23, 30),
            {"found": "problem"},
            id="a fact of another subject, deep inside",
        ),
        pytest.param(
            "{has_exit: yes}",
            "policy-wrong-type",
            (12, 15),
            {"key": "has_exit", "found": "yes", "expected": "true or false"},
            id="yes is a text",
        ),
        pytest.param(
            "{members: true}",
            "policy-wrong-type",
            (11, 15),
            {"expected": "a whole number"},
            id="true is no number",
        ),
        pytest.param("{members: 2.5}", "policy-wrong-type", (11, 14), {}, id="nor is a share"),
        pytest.param('{members: "2"}', "policy-wrong-type", (11, 14), {}, id="nor a text of digits"),
        pytest.param(
            "{members: 9007199254740992}",
            "policy-wrong-type",
            (11, 27),
            {"expected": "a number of at most 15 digits"},
            id="a number beyond what is exact",
        ),
        pytest.param("{name: 2}", "policy-wrong-type", (8, 9), {"repair": '"2"'}, id="a number is no text"),
        pytest.param("{name: true}", "policy-wrong-type", (8, 12), {"repair": '"true"'}, id="nor is true"),
        pytest.param("{name: {above: A}}", "policy-wrong-type", (9, 14), {}, id="texts have no order"),
        pytest.param(
            "{has_exit: {below: true}}", "policy-wrong-type", (13, 18), {}, id="nor have yes and no"
        ),
        pytest.param("{name: {in: [a, 2]}}", "policy-wrong-type", (17, 18), {}, id="a list of one kind"),
        pytest.param("{name: {in: a}}", "policy-wrong-type", (13, 14), {}, id="one of needs a list"),
        pytest.param("{name: [a, b]}", "policy-wrong-type", (8, 14), {}, id="a list needs a comparison"),
        pytest.param("{members: {missing: 1}}", "policy-wrong-type", (21, 22), {}, id="missing is yes or no"),
        pytest.param("has_exit", "policy-wrong-type", (1, 9), {}, id="a fact alone"),
        pytest.param("{any: has_exit}", "policy-wrong-type", (7, 15), {}, id="a fact alone under any"),
        pytest.param(
            "{members: {over: 2}}",
            "policy-unknown-comparison",
            (12, 16),
            {"found": "over"},
            id="an unknown comparison",
        ),
        pytest.param("{}", "policy-incomplete", (1, 3), {"key": "when"}, id="an empty condition"),
        pytest.param("{any: []}", "policy-incomplete", (7, 9), {"key": "any"}, id="an empty choice"),
        pytest.param("{members: {}}", "policy-incomplete", (11, 13), {}, id="an empty comparison"),
        pytest.param("{members: {in: []}}", "policy-incomplete", (16, 18), {"key": "in"}, id="an empty list"),
        pytest.param("{members: }", "policy-wrong-type", (11, 11), {"found": "nothing"}, id="nothing"),
        pytest.param(
            "{members: {above: 3, below: 4}}", "policy-never-holds", (1, 32), {}, id="a contradiction"
        ),
    ],
)
def test_a_mistake_is_found_where_it_is(
    when: str, kind: str, columns: tuple[int, int], values: dict[str, str]
) -> None:
    _, problems = condition(when)

    assert [problem.kind for problem in problems] == [kind]
    assert (problems[0].span.column - 6, problems[0].span.end_column - 6) == columns
    assert values.items() <= problems[0].values.items()
