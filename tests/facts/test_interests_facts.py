"""Deal-breakers, wants and success beside one another: read from words, and silent in doubt."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.chapters.interests import MOST_SHOWN, Line, _Lines
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.likeness import matter_of
from coalcheck.engine.source.read import read

PURPOSE = "purpose: Stop the Meridian deal before the vote."


def charter(text: str, members: str) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def members(breaker: str, other: str, own: str = "") -> str:
    return f"[{{id: a, name: Alpha, deal_breakers: [{breaker}]{own}}}, {{id: b, name: Beta, {other}}}]"


@pytest.mark.parametrize(
    ("breaker", "other", "text", "where"),
    [
        pytest.param("New gas plants", "wants: [new gas plants]", "", "what Beta wants", id="a wish"),
        pytest.param(
            "New gas plants", "offers: [A new gas plant]", "", "what Beta offers", id="another form"
        ),
        pytest.param(
            "Elections",
            "role: x",
            "scope: {inside: [{id: elections, about: Who runs}]}",
            "what is inside the scope",
            id="the id of a topic",
        ),
        pytest.param(
            "Air power",
            "role: x",
            "scope: {inside: [{about: y, words: [air power]}]}",
            "what is inside the scope",
            id="the words of a topic",
        ),
    ],
)
def test_a_deal_breaker_word_for_word(breaker: str, other: str, text: str, where: str) -> None:
    found = charter(text, members(breaker, other))

    assert found.values["met_owner"] == "Alpha"
    assert found.values["met_breaker"] == breaker
    assert found.values["met_where"] == where
    assert found.places["met-breaker"] == ("members", 0, "deal_breakers", 0)
    assert "near_owner" not in found.values


@pytest.mark.parametrize(
    ("breaker", "other", "text", "words"),
    [
        pytest.param(
            "Texts that ask for a gas plant",
            "role: It builds gas plants",
            "",
            '"gas" and "plant"',
            id="a role",
        ),
        pytest.param(
            "Softer parole for violent crimes",
            "success: Fair parole after violent crimes",
            "",
            '"parole", "violent" and "crimes"',
            id="a success",
        ),
        pytest.param(
            "Texts against road haulage",
            "role: x",
            "scope: {inside: [Rules against haulage on the road]}",
            '"road" and "haulage"',
            id="both against it",
        ),
        pytest.param(
            "Alcohol", "wants: [alcohol served until ten]", "", '"alcohol"', id="one word, and a wish"
        ),
        pytest.param(
            "the path open in spring at the bays",
            "wants: [the path open all year]",
            "",
            '"path" and "open"',
            id="half of it, and all of the other",
        ),
    ],
)
def test_a_deal_breaker_in_its_words(breaker: str, other: str, text: str, words: str) -> None:
    found = charter(text, members(breaker, other)).values

    assert found["near_words"] == words
    assert "met_owner" not in found


@pytest.mark.parametrize(
    ("breaker", "other", "text"),
    [
        pytest.param("Texts that ask for a gas plant", "role: It runs a plant", "", id="one word in common"),
        pytest.param("Violence", "role: Gathers evidence on violence", "", id="a single word"),
        pytest.param("Violence", "wants: [no violence at games]", "", id="a single word, and the opposite"),
        pytest.param("Joint texts that name firms", "wants: [rules for firms]", "", id="one word of several"),
        pytest.param("New gas plants", "wants: [no new gas plants]", "", id="the opposite"),
        pytest.param(
            "Texts against road haulage", "role: Knows road haulage", "", id="against it, and about it"
        ),
        pytest.param(
            "A gas plant", "wants: [a gas plant]", "scope: {set_aside: [A gas plant]}", id="set aside already"
        ),
        pytest.param(
            "A gas plant", "wants: [a gas plant]", "scope: {outside: [{id: gas-plant}]}", id="outside already"
        ),
        pytest.param(
            "Joint texts that public members sign",
            "role: It signs joint texts of members",
            "",
            id="of any coalition",
        ),
        pytest.param(
            "Gas, coal, oil, wind and sun plants", "role: Gas and coal", "", id="a small part of the words"
        ),
        pytest.param(
            "The path open in spring at the bays",
            "wants: [the path open to dogs]",
            "",
            id="half of it, and more",
        ),
    ],
)
def test_a_deal_breaker_that_nothing_meets(breaker: str, other: str, text: str) -> None:
    breaker = f'"{breaker}"'
    found = charter(text, members(breaker, other)).values
    assert "met_owner" not in found
    assert "near_owner" not in found


def test_its_own_line_does_not_meet_a_deal_breaker() -> None:
    found = charter("", members("New gas plants", "role: x", ", wants: [new gas plants]")).values
    assert "met_owner" not in found


def test_every_pair_is_listed() -> None:
    found = charter("", members("New gas plants, New ports", "wants: [new ports, new gas plants]")).values
    assert found["met_lines"] == (
        '  Alpha could not accept "New gas plants"; what Beta wants: "new gas plants"\n'
        '  Alpha could not accept "New ports"; what Beta wants: "new ports"'
    )


def test_a_long_line_is_cut() -> None:
    breaker = "New gas plants " + "anywhere along the whole coast " * 4
    found = charter("", members(breaker, f"wants: [{breaker}]")).values
    assert len(str(found["met_breaker"])) <= 90
    assert str(found["met_breaker"]).endswith("…")


@pytest.mark.parametrize(
    ("inside", "apart"),
    [
        pytest.param("[Air, Jobs, Schools, Trains]", 4, id="four"),
        pytest.param("[Evictions in winter, Notice before eviction, Jobs]", 2, id="two that share a word"),
        pytest.param("[Air in schools, Jobs in trains, Trains to schools]", 1, id="joined by a third"),
        pytest.param("[{id: x, about: Air, words: [jobs]}, Jobs]", 1, id="by its words"),
    ],
)
def test_topics_apart(inside: str, apart: int) -> None:
    assert charter(f"scope: {{inside: {inside}}}", "[{id: a}]").values["topics_apart"] == apart


AIR = f"{PURPOSE}\nscope: {{inside: [Air rules]}}"


@pytest.mark.parametrize(
    ("others", "unserved"),
    [
        pytest.param(
            "{id: b, name: Beta, success: The fund is safe}, {id: c, success: Air}", "Beta", id="one of three"
        ),
        pytest.param(
            "{id: b, name: Beta, success: Children breathe, role: Knows air}", None, id="by its role"
        ),
        pytest.param(
            "{id: b, name: Beta, success: Children breathe, wants: [rules]}", None, id="by its wants"
        ),
        pytest.param("{id: b, name: Beta, success: No Meridian}", None, id="by the goal"),
        pytest.param("{id: b, name: Beta}, {id: c, success: Air}", None, id="none is written"),
    ],
)
def test_success_that_is_served(others: str, unserved: str | None) -> None:
    found = charter(AIR, f"[{{id: a, success: Clean air}}, {others}]").values

    assert found.get("unserved") == unserved
    assert found["served_by_scope"] is (unserved is None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PURPOSE, id="nothing is inside"),
        pytest.param(f"{PURPOSE}\nscope: Air rules", id="prose may say it"),
        pytest.param("purpose: Parar el acuerdo\nscope: {inside: [Reglas del aire]}", id="another language"),
    ],
)
def test_success_is_not_judged(text: str) -> None:
    found = charter(text, "[{id: a, success: Clean air}, {id: b, success: The fund is safe}]").values
    assert "unserved" not in found
    assert "served_by_scope" not in found


def test_words_that_are_nobody_s_tell_nothing() -> None:
    members = "[{id: a, success: Readers}, {id: b, success: Thirty players}, {id: c, success: Ten tandems}]"
    text = "purpose: Keep it open for the summer.\nscope: {inside: [The library at night]}"
    found = charter(text, members).values
    assert found["served_by_scope"] is False
    assert "unserved" not in found


def test_one_member_is_served_alone() -> None:
    found = charter(
        AIR, "[{id: a, name: Alpha, success: Air}, {id: b, success: A fund}, {id: c, success: Lunch}]"
    )
    assert found.values["served_alone"] == "Alpha"
    assert found.values["served_not"] == "b and c"
    assert "unserved" not in found.values


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        pytest.param("wants: [no Meridian]", "wants: [a fund]", "Beta", id="a wish of its own"),
        pytest.param("wants: [a safe fund]", "wants: [a fund]", None, id="the same wish"),
        pytest.param("success: A safe fund, wants: [x]", "wants: [a fund]", None, id="another's success"),
        pytest.param("role: x", "wants: [a fund]", None, id="nobody else says what it wants"),
        pytest.param(
            "wants: [no Meridian]",
            "wants: [a fund], role: Counts what Meridian costs",
            None,
            id="its role is about it",
        ),
        pytest.param(
            "wants: [no Meridian]", "wants: [a fund], success: A fund", None, id="its success is asked of"
        ),
    ],
)
def test_a_shared_interest(first: str, second: str, named: str | None) -> None:
    found = charter(PURPOSE, f"[{{id: a, {first}}}, {{id: b, name: Beta, {second}}}]").values
    assert found.get("without_shared_interest") == named


def test_only_some_pairs_of_lines_are_shown() -> None:
    wishes = ", ".join(f"New harbour cranes on quay {letter}" for letter in "bcdefgh")
    breakers = ", ".join(f"Any harbour cranes on quay {letter}" for letter in "bcdefgh")
    found = charter(PURPOSE, f"[{{id: a, deal_breakers: [{breakers}]}}, {{id: b, wants: [{wishes}]}}]").values
    assert str(found["near_lines"]).count("\n") == MOST_SHOWN
    assert str(found["near_lines"]).endswith("and two more")


@pytest.mark.parametrize("members", [pytest.param(20, id="few"), pytest.param(400, id="many")])
def test_a_deal_breaker_is_held_against_few_lines(members: int) -> None:
    """Of each of its words, however many members write the same."""
    lines = [Line(f"m{n}", "", f"Harbour cranes for town{n // 10}", (), ()) for n in range(members)]
    near = list(_Lines(lines).near(matter_of("No harbour cranes for town1")))
    assert len(near) == (20 if members == 20 else 10)
