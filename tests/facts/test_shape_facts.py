"""What it calls itself, held against what it says: aims, weight, network, and the freedom of members."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read

THREE = "[{id: a}, {id: b}, {id: c}]"


def charter(text: str, members: str = THREE) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


@pytest.mark.parametrize(
    ("purpose", "aims"),
    [
        pytest.param("Stop the deal, raise wages and build a school.", 3, id="three"),
        pytest.param(
            "To stop the deal; to raise wages; and also to build a school.", 3, id="with small words"
        ),
        pytest.param("Stop the deal and keep the rules.", 2, id="two"),
        pytest.param("Stop the deal, the port and the road.", 1, id="a list of things"),
        pytest.param("House people who live on the street and come to the ward.", 1, id="a clause with and"),
        pytest.param("Stop the deal, stop the port and stop the road.", 1, id="one verb"),
        pytest.param("Parar el acuerdo, construir una escuela", None, id="another language"),
    ],
)
def test_aims(purpose: str, aims: int | None) -> None:
    assert charter(f"purpose: {purpose}").values.get("aims") == aims


@pytest.mark.parametrize(
    ("purpose", "solution"),
    [
        pytest.param("Build a centre at the port", True, id="a building"),
        pytest.param("To establish a right to the city", True, id="with to"),
        pytest.param("Build homes so that nobody sleeps outside the town", False, id="what it is against"),
        pytest.param("Cut the visits to the ward", False, id="the trouble"),
    ],
)
def test_a_purpose_that_is_a_solution(purpose: str, solution: bool) -> None:
    assert charter(f"purpose: {purpose}").values["purpose_is_solution"] is solution


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "entity: {form: x}\nfund: {held_by: a}", "A legal form or host and money held together", id="two"
        ),
        pytest.param("bodies: {x: {members: all}, y: {members: [a]}}", "Two bodies", id="bodies"),
        pytest.param("bodies: {x: {members: all}}", None, id="one body"),
        pytest.param(
            "term: {starts: 2026-01-01, ends: 2026-03-31}\nbodies: {x: {members: all}, y: {members: [a]}}",
            None,
            id="bodies of a season are a point of their own",
        ),
    ],
)
def test_what_is_heavy(text: str, parts: str | None) -> None:
    assert charter(f"model: opportunistic\n{text}").values.get("heavy_parts") == parts
    assert "heavy_parts" not in charter(f"model: structural\n{text}").values


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param("", "who holds the money", id="the money"),
        pytest.param("fund: {reserve: some}", "who holds the money", id="a fund that nobody holds"),
        pytest.param("fund: {held_by: a}", None, id="a fund that somebody holds"),
        pytest.param("fund: The clinic holds it", None, id="prose"),
        pytest.param(
            "fund: {held_by: a}\ncoordinator: {hours: 3 a week}", "who employs the coordinator", id="staff"
        ),
        pytest.param("fund: {held_by: a}\ncoordinator: {member: a}", None, id="lent by a member"),
        pytest.param("fund: {held_by: a}\ncoordinator: Ines, whom a employs", None, id="staff in prose"),
    ],
)
def test_what_a_structural_alliance_leaves_open(text: str, lacks: str | None) -> None:
    assert charter(f"model: structural\n{text}").values.get("structural_lacks") == lacks
    assert "structural_lacks" not in charter(f"model: values-bridge\n{text}").values


@pytest.mark.parametrize(
    ("rule", "yeses"),
    [
        pytest.param("{covers: [speak], passes: more than half of members}", "two of three", id="a majority"),
        pytest.param("{covers: [speak], passes: all members}", None, id="everyone"),
        pytest.param("{covers: [speak], passes: no member against}", None, id="whoever objects"),
        pytest.param("{covers: [amend, admit], passes: more than half of members}", None, id="its own order"),
        pytest.param("{covers: [hikes], passes: more than half of members}", None, id="a kind of its own"),
        pytest.param("{covers: [speak], passes: at least two thirds}", None, id="unreadable"),
    ],
)
def test_a_network_that_binds(rule: str, yeses: str | None) -> None:
    found = charter(f"kind: network\ndecisions: {{x: {rule}}}")

    assert found.values.get("network_yeses") == yeses
    assert ("network-rule" in found.places) is (yeses is not None)
    assert "network_rule" not in charter(f"kind: coalition\ndecisions: {{x: {rule}}}").values


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        pytest.param(
            "No member joins another coalition.", "No member joins another coalition", id="another one"
        ),
        pytest.param(
            "Members never work with any other alliance", "never work with any other alliance", id="never"
        ),
        pytest.param("All stay silent on other subjects", "silent on other subjects", id="silence"),
        pytest.param("Exclusivity for the term", "Exclusivity", id="exclusivity"),
        pytest.param("An exclusive partnership", "exclusive partnership", id="exclusive"),
        pytest.param("A non-compete clause holds", "non-compete", id="non-compete"),
        pytest.param("Members shall not compete for grants", "not compete", id="not compete"),
    ],
)
def test_clauses_that_may_bind(clause: str, words: str) -> None:
    found = charter(f"agreement_floor: {clause}")

    assert found.values["freedom_words"] == words
    assert found.places["freedom"] == ("agreement_floor",)


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("Nothing keeps a member from another coalition", id="nothing keeps"),
        pytest.param("No rule here prevents a member from joining another coalition", id="prevents"),
        pytest.param("A non-exclusive partnership", id="non-exclusive"),
        pytest.param("The exclusive economic zone", id="the zone"),
        pytest.param("Fair competition in the port", id="the matter itself"),
        pytest.param("No member speaks ill of the other members", id="the other members"),
        pytest.param("Work with other coalitions is welcome", id="welcome"),
    ],
)
def test_clauses_that_bind_nobody(clause: str) -> None:
    assert "freedom_words" not in charter(f"agreement_floor: {clause}").values


@pytest.mark.parametrize(
    ("text", "members", "route"),
    [
        pytest.param(
            "", "[{id: a, role: x}, {id: b, role: Exclusivity}]", ("members", 1, "role"), id="a role"
        ),
        pytest.param(
            "messaging: {nobody_says: [x, Never speak on other issues]}",
            THREE,
            ("messaging", "nobody_says", 1),
            id="what nobody says",
        ),
        pytest.param(
            "messaging: {nobody_says: [x, anything on other subjects while the bill is heard]}",
            THREE,
            ("messaging", "nobody_says", 1),
            id="what nobody says, without a further no",
        ),
        pytest.param(
            "breach: {major: {is: [Exclusivity not kept]}}",
            THREE,
            ("breach", "major", "is", 0),
            id="what follows",
        ),
        pytest.param("exit: Exclusivity for a year", THREE, ("exit", "in_words"), id="after leaving"),
    ],
)
def test_where_clauses_stand(text: str, members: str, route: tuple[str | int, ...]) -> None:
    assert charter(text, members).places["freedom"] == route
