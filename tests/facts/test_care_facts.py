"""Looking after itself: the pillars, what success is, who gains what, and who is named."""

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


GOALS, WORK, TIES = (
    "goals and values that you share",
    "ways of working that fit together",
    "ties that outlast a quarrel or a leader",
)


@pytest.mark.parametrize(
    ("text", "members", "missing"),
    [
        pytest.param("", MEMBERS, f"{GOALS}, {WORK} or {TIES}", id="none of the three"),
        pytest.param("model: values-bridge", MEMBERS, f"{GOALS} or {TIES}", id="two are asked of a bridge"),
        pytest.param("agreement_floor: A hearing", MEMBERS, f"{WORK} or {TIES}", id="a floor is a goal"),
        pytest.param("", "[{id: a, success: One winter}, {id: b}]", f"{WORK} or {TIES}", id="a success is"),
        pytest.param("communication: {informal: chat}", MEMBERS, f"{GOALS} or {TIES}", id="talk"),
        pytest.param(
            "", "[{id: a}, {id: b, how_we_work: {decides_in: 3 days}}]", f"{GOALS} or {TIES}", id="pace"
        ),
        pytest.param("conflict: Both directors meet.", MEMBERS, f"{GOALS} or {WORK}", id="a way to settle"),
        pytest.param("", "[{id: a, contacts: [x, y]}, {id: b}]", f"{GOALS} or {WORK}", id="two contacts"),
        pytest.param(
            "", "[{id: a, contacts: [x]}]", f"{GOALS}, {WORK} or {TIES}", id="one contact is no tie"
        ),
        pytest.param(
            'renewal: {asks: ["How are we with one another?"]}',
            MEMBERS,
            f"{GOALS} or {WORK}",
            id="a question of the renewal",
        ),
        pytest.param(
            "bridge: {value: Dignity}\nintegration: A sprint.\nconflict: We talk.", MEMBERS, None, id="all"
        ),
    ],
)
def test_pillars(text: str, members: str, missing: str | None) -> None:
    fact = charter(text, members=members)
    assert fact.values.get("pillars_missing") == missing
    keys = {GOALS: '"success:"', WORK: '"communication:"', TIES: '"conflict:"'}
    named = {pillar for pillar, key in keys.items() if key in str(fact.values.get("pillar_lines", ""))}
    assert named == {pillar for pillar in keys if pillar in (missing or "")}


@pytest.mark.parametrize(
    ("successes", "text", "numbers"),
    [
        pytest.param(["Down by a fifth.", "400 people."], "", True, id="all are"),
        pytest.param(["Down by a fifth."], "", True, id="of those that are written"),
        pytest.param(["Down by a fifth.", "Every tenant has a doctor."], "", False, id="one is not"),
        pytest.param([], "", False, id="none is written"),
        pytest.param(["One winter without an eviction."], "", False, id="one is no count"),
        pytest.param(["400 people."], "value: {success_in: [strategic]}", False, id="dimensions are listed"),
        pytest.param(["400 people."], "value: We look at all of it.", False, id="or may be, in prose"),
        pytest.param(["400 people."], "value: {success_in: [finance]}", False, id="or not understood"),
    ],
)
def test_success_in_numbers(successes: list[str], text: str, numbers: bool) -> None:
    rows = [f"{{id: m{row}, success: {success}}}" for row, success in enumerate(successes)]
    members = f"[{', '.join([*rows, '{id: z}'])}]"
    assert known(text, "success_in_numbers", members=members) is numbers


def test_dimensions_that_are_left_out() -> None:
    assert known("value: {success_in: [relational]}", "success_dimensions") == (
        "strategic, operational or innovative"
    )
    assert known("value: {success_in: relational}", "success_dimensions") is not None
    every = "value: {success_in: [innovative, strategic, relational, operational]}"
    assert known(every, "success_dimensions") is None
    assert known("", "success_dimensions") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("value: {principles: [need]}", False, id="principles"),
        pytest.param("value: {rebalance_when: [a member joins]}", True, id="a reason to"),
        pytest.param("value: {review: {every: quarter}}", True, id="a regular look"),
        pytest.param("value: Each autumn we look again.", True, id="prose"),
        pytest.param("leaving: {rebalancing: Within a month.}", True, id="when one leaves"),
        pytest.param("joining: {rebalancing: Within a month.}", True, id="when one joins"),
        pytest.param("leaving: {thanks: Named.}", False, id="thanks alone"),
        pytest.param("value: {reveiw: {every: quarter}}", True, id="misspelt is said elsewhere"),
    ],
)
def test_sharing_anew(text: str, expected: bool) -> None:
    assert known(text, "has_share_anew") is expected


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param(
            "value: {agreed_on: 2026-01-01}", "by which principles you share what comes of it", id="V"
        ),
        pytest.param(
            "model: structural\nvalue: {agreed_on: 2026-01-01}",
            "by which principles you share what comes of it or what makes you share anew",
            id="S",
        ),
        pytest.param(
            "value: {principles: [need], review: {every: quarter}}", "what makes you share anew", id="a look"
        ),
        pytest.param("value: {principles: [need], rebalance_when: [x]}", None, id="both"),
        pytest.param("value: We share by need.", None, id="prose"),
        pytest.param("value: {in_words: By need., agreed_on: 2026-01-01}", None, id="prose inside"),
        pytest.param("value: {}", None, id="nothing behind the key"),
        pytest.param("value: {success_in: [strategic]}", None, id="success, and nothing on sharing"),
        pytest.param(
            "model: values-bridge\nvalue: {review: {every: quarter}}", None, id="a bridge that asks at times"
        ),
        pytest.param(
            "model: values-bridge\nvalue: {portfolios: {mercy: a, clinic: b, housing: c}}",
            "by which principles you share what comes of it",
            id="a bridge that says who gets what",
        ),
        pytest.param("", None, id="no chapter"),
        pytest.param(
            "model: structural\nvalue: {principles: [need]}\nleaving: {rebalancing: Yes.}",
            None,
            id="elsewhere",
        ),
    ],
)
def test_what_the_chapter_on_value_leaves_out(text: str, lacks: str | None) -> None:
    fact = charter(text)
    assert fact.values.get("value_lacks") == lacks
    assert ("value_lines" in fact.values) is (lacks is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("value: {principles: [need]}", "any of you", id="none"),
        pytest.param("value: {portfolios: {clinic: {strategic: x}}}", "Mercy Hospital or housing", id="two"),
        pytest.param("value: {portfolios: {mercy: a, clinic: b, housing: c}}", None, id="sentences"),
        pytest.param("value: {portfolios: {mercy: a, clinic: , housing: c}}", "clinic", id="an empty one"),
        pytest.param("value: Each gets what it needs.", None, id="prose"),
        pytest.param(
            "model: values-bridge\nvalue: {rebalance_when: [one joins]}",
            None,
            id="a bridge that asks at times",
        ),
        pytest.param("model: values-bridge\nvalue: {principles: [need]}", "any of you", id="a bridge"),
        pytest.param("value: {success_in: [strategic]}", None, id="success, and nothing on sharing"),
        pytest.param("", None, id="no chapter"),
    ],
)
def test_members_without_a_portfolio(text: str, expected: str | None) -> None:
    assert known(text, "without_portfolio") == expected


def test_a_review_to_write_brings_what_else_is_missing() -> None:
    review = "  review: {every: quarter, facilitator: someone who is not a party, prepare: one page each}"
    bare = str(known("model: structural", "value_review_stub")).splitlines()
    assert [line.split(":")[0].strip() for line in bare] == [
        "value", "principles", "rebalance_when", "portfolios", "mercy", "clinic", "housing", "review",
    ]  # fmt: skip
    half = known(
        "value: {principles: [x], rebalance_when: [x], portfolios: {mercy: a, clinic: b}}",
        "value_review_stub",
    )
    portfolio = "    housing: {strategic: a way to its goal}"
    assert str(half).splitlines() == ["value:", "  portfolios:", portfolio, review]
    assert known("value: {review: Each spring.}", "value_review_stub") is None


@pytest.mark.parametrize(
    ("starts", "agreed", "expected"),
    [
        pytest.param("2026-09-01", "2026-09-02", "2 September 2026", id="a day late"),
        pytest.param("2026-09-01", "2026-09-01", None, id="the same day"),
        pytest.param("2026-09-01", "2026-08-20", None, id="before"),
    ],
)
def test_principles_are_fixed_before(starts: str, agreed: str, expected: str | None) -> None:
    text = f"term: {{starts: {starts}}}\nvalue: {{agreed_on: {agreed}}}"
    assert known(text, "principles_agreed") == expected
    assert known(f"value: {{agreed_on: {agreed}}}", "principles_agreed") is None


PEOPLE = """
  - {id: mercy, name: Mercy Hospital, signatory: {name: Dana Ruiz, position: director}}
  - {id: clinic, contacts: [{name: Ines Vidal, position: lead nurse}]}
"""


@pytest.mark.parametrize(
    ("review", "more", "expected"),
    [
        pytest.param("facilitator: mercy", "", "Mercy Hospital", id="a member's id"),
        pytest.param("facilitator: Mercy Hospital", "", "Mercy Hospital", id="a member's name"),
        pytest.param("facilitator: Dana Ruiz", "", "Dana Ruiz of Mercy Hospital", id="who signs"),
        pytest.param("facilitator: Ines Vidal", "", "Ines Vidal of clinic", id="a contact"),
        pytest.param(
            "facilitator: the chair of Mercy Hospital", "", "the chair of Mercy Hospital", id="a post there"
        ),
        pytest.param("facilitator: steering", "bodies: {steering: {members: all}}", "steering", id="a body"),
        pytest.param(
            "facilitator: coordinator",
            "coordinator: {position: manager, paid_by: mercy}",
            "the coordinator, whom Mercy Hospital pays",
            id="a coordinator whom one pays",
        ),
        pytest.param(
            "facilitator: the coordinator",
            "coordinator: {position: manager, paid_by: fund, employed_by: mercy}",
            "the coordinator, whom Mercy Hospital employs",
            id="a coordinator whom one employs",
        ),
        pytest.param(
            "facilitator: Somebody, neutral_until: 2027-08-31",
            "term: {starts: 2026-09-01}",
            "someone who is not a party, but only until 31 August 2027",
            id="a day short of a year",
        ),
    ],
)
def test_a_review_led_by_a_party(review: str, more: str, expected: str) -> None:
    text = f"{more}\nvalue: {{review: {{{review}}}}}"
    assert known(text, "value_review_led_by", members=PEOPLE) == expected


@pytest.mark.parametrize(
    ("review", "more"),
    [
        pytest.param("facilitator: Center for Deliberation", "", id="somebody else"),
        pytest.param("facilitator: nobody from Mercy Hospital", "", id="denied"),
        pytest.param("facilitator: a judge independent of Mercy Hospital", "", id="independent"),
        pytest.param("facilitator: the Mercy Hospital Ethics Center", "", id="part of another name"),
        pytest.param("facilitator: someone who is not a party", "", id="in words"),
        pytest.param("facilitator: director", "", id="a post that many houses have"),
        pytest.param("facilitator: coordinator", "coordinator: {paid_by: fund}", id="paid by all"),
        pytest.param(
            "facilitator: Somebody, neutral_until: 2027-09-01", "term: {starts: 2026-09-01}", id="a year"
        ),
        pytest.param("facilitator: Somebody, neutral_until: 2027-03-01", "", id="no start to count from"),
        pytest.param("every: quarter", "", id="nobody named is another point"),
    ],
)
def test_a_review_led_by_nobody_of_a_member(review: str, more: str) -> None:
    text = f"{more}\nvalue: {{review: {{{review}}}}}"
    assert known(text, "value_review_led_by", members=PEOPLE) is None


def test_a_review_of_value_that_leaves_something_open() -> None:
    fact = charter("value: {review: {every: quarter}}")
    assert fact.values["value_review_lacks"] == "who leads it or what each of you prepares"
    assert (
        fact.values["value_review_lines"] == "facilitator: someone who is not a party\nprepare: one page each"
    )
    assert (fact.values["value_review_days"], fact.values["value_review_every"]) == (91, "quarter")
    assert known("value: {review: {every: 6 months}}", "value_review_every") == "6 months"
    assert known("value: {review: {every: year}}", "value_review_every") == "year"
    assert "value_review_lacks" not in charter("value: {review: Each quarter we meet.}").values
    assert "value_review_lacks" not in charter("value: {principles: [need]}").values
