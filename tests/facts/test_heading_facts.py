"""What the words of a rule come to beside its heading, beside a plain share, and beside other bases."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.source.read import read


def facts_of(decisions: str, *, members: int = 5, more: str = "") -> list[Fact]:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    text = f"name: X\nmembers: [{ids}]\n{more}\ndecisions: {{{decisions}}}\n"
    return list(collect(load(read(text, "x"))).facts)


def heading(name: str, rest: str, *, members: int = 5, more: str = "") -> dict[str, object]:
    facts = facts_of(f"{name}: {{covers: [speak], {rest}}}", members=members, more=more)
    (fact,) = [fact for fact in facts if fact.subject == "decision"]
    return {key: value for key, value in fact.values.items() if key.startswith("heading")}


@pytest.mark.parametrize(
    ("name", "rest", "says", "example"),
    [
        pytest.param(
            "change",
            "title: By a simple majority, passes: at least 2/3 of votes cast",
            "a simple majority",
            "With 3 for and 2 against, it is carried by the heading and not by the rule.",
            id="a majority over two thirds",
        ),
        pytest.param(
            "two-thirds",
            "passes: more than half of members",
            "two thirds",
            "With 3 for and 2 staying away, it is carried by the rule and not by the heading.",
            id="two thirds by name",
        ),
        pytest.param(
            "change",
            "title: 75% of us, passes: more than half of members",
            "75%",
            "With 3 for and 2 staying away, it is carried by the rule",
            id="percent",
        ),
        pytest.param(
            "majority",
            "passes: all members",
            "majority",
            "With 3 for and 2 staying away, it is carried by the heading",
            id="a majority over everyone",
        ),
        pytest.param(
            "unanimous-vote",
            "passes: at least 2/3 of members",
            "unanimous",
            "some can decide",
            id="unanimous",
        ),
        pytest.param(
            "change",
            "title: Consensus, passes: at least 4 members",
            "consensus",
            "some can decide",
            id="consensus",
        ),
    ],
)
def test_a_heading_that_says_another_rule(name: str, rest: str, says: str, example: str) -> None:
    found = heading(name, rest)
    assert found["heading_says"] == says
    assert example in str(found["heading_example"])
    assert found["heading_where"] == ("heading" if "title" in rest else "name")


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        pytest.param("simple-majority", "passes: more than half of votes cast", id="it does what it says"),
        pytest.param("change", "title: At least 2/3, passes: two thirds of members", id="in other words"),
        pytest.param("qualified-majority", "passes: at least 3/4 of members", id="how large is not said"),
        pytest.param("supermajority", "passes: at least 3/4 of members", id="nor here"),
        pytest.param("consensus", "passes: no member against, silence: adopts", id="consensus"),
        pytest.param("consensus-minus-one", "passes: at most 1 members against", id="less than consensus"),
        pytest.param("without-consensus", "passes: more than half of members", id="where there is none"),
        pytest.param("majority", "passes: more than half of members and 2 members", id="a rule with parts"),
        pytest.param("majority", "passes: more than half of founders", id="of a group"),
        pytest.param("joint-statement", "passes: at least 2/3 of members", id="no word of a rule"),
        pytest.param("majority", "passes: at least two thirds", id="a rule without a reading"),
    ],
)
def test_a_heading_that_agrees_or_says_nothing(name: str, rest: str) -> None:
    assert heading(name, rest, more="groups: {founders: [m0, m1]}") == {}


def test_a_heading_that_comes_to_the_same_with_these_members() -> None:
    assert heading("majority", "passes: at least 2/3 of members", members=3) == {}
    assert heading("majority", "passes: at least 2/3 of members", members=5) != {}


@pytest.mark.parametrize(
    ("passes", "count", "words"),
    [
        pytest.param(
            "at least 66.66% of votes cast", 60, "Of 5,000, 66.66% are 3,333, and two thirds 3,334.", id="FSC"
        ),
        pytest.param(
            "at least 51% of members",
            40,
            "Of the 40 that are counted here, both are 21. Of 51, 51% are 27, and more than half 26.",
            id="AsyncAPI",
        ),
        pytest.param(
            "at least 51% of members",
            200,
            "Of the 200 that are counted here, 51% are 102, and more than half 101.",
            id="of two hundred",
        ),
        pytest.param("at least 33% of members", 10, "both are 4", id="a third"),
    ],
)
def test_a_share_that_is_nearly_a_plain_one(passes: str, count: int, words: str) -> None:
    text = f"name: X\nmembers: [{{id: a, count: {count}}}]\ndecisions: {{d: {{passes: {passes}}}}}\n"
    (fact,) = [fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "clause"]
    assert words in str(fact.values["nearly_apart"])


@pytest.mark.parametrize(
    "passes",
    [
        pytest.param("at least 2/3 of members", id="two thirds"),
        pytest.param("more than 50% of members", id="half"),
        pytest.param("at least half of members", id="at least half"),
        pytest.param("at least 60% of members", id="a share of its own"),
        pytest.param("at least 49% of members", id="less than half"),
        pytest.param("opposition less than 34% of members", id="a limit"),
    ],
)
def test_a_share_that_is_what_it_says(passes: str) -> None:
    facts = facts_of(f"d: {{covers: [speak], passes: {passes}}}")
    assert not any("nearly" in fact.values for fact in facts)


@pytest.mark.parametrize(
    ("first", "second", "example"),
    [
        pytest.param(
            "more than half of seats",
            "at least 3/4 of members",
            "When a seat is vacant, 3/4 of the members are 5, and of the seats 6.",
            id="Kubernetes",
        ),
        pytest.param(
            "at least 2 members",
            "at least 3/4 of members",
            None,
            id="no share of seats",
        ),
        pytest.param("more than half of seats", "at least 3/4 of seats", None, id="seats in both"),
        pytest.param("more than half of seats", "at least 3/4 of votes cast", None, id="of votes cast"),
    ],
)
def test_seats_beside_members(first: str, second: str, example: str | None) -> None:
    facts = facts_of(
        f"a: {{covers: [speak], body: b, passes: {first}}}, "
        f"c: {{covers: [amend], body: b, passes: {second}}}",
        members=7,
        more="bodies: {b: {members: all, seats: 7}}",
    )
    found = [fact.values.get("seats_example") for fact in facts if fact.subject == "clause"]
    assert found == [None, example]
