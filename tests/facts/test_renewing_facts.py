"""Going on or not: what a renewal says, becoming permanent, and learning to work together."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.chapters.renewing import renews_by_silence
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

MEMBERS = "[{id: mercy, name: Mercy Hospital}, {id: clinic}, {id: housing}]"


def charter(text: str, *, members: str = MEMBERS) -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str, name: str, *, members: str = MEMBERS) -> Value | None:
    return charter(text, members=members).values.get(name)


FULL = """renewal:
  every: 12 months
  form: a day with all members
  asks: ["Is our goal right?", "Who is missing?", "Do our rules serve us?", "How is the trust between us?"]
  ends_in: a plan
  renewed_by: found
"""
FOUND = "decisions: {found: {covers: [amend], passes: all members}}"


@pytest.mark.parametrize(
    ("without", "lacks"),
    [
        pytest.param("every", "how often", id="rhythm"),
        pytest.param("form", "how it is done and that all are invited", id="form"),
        pytest.param("asks", "which questions are asked", id="questions"),
        pytest.param("ends_in", "what it ends in", id="plan"),
        pytest.param("renewed_by", "which decision renews", id="decision"),
    ],
)
def test_what_a_renewal_leaves_out(without: str, lacks: str) -> None:
    lines = [line for line in FULL.splitlines() if not line.strip().startswith(f"{without}:")]
    fact = charter("\n".join([*lines, FOUND]))
    assert fact.values["renewal_lacks"] == lacks
    assert str(fact.values["renewal_lines"]).startswith(f"{without}: ") or without == "asks"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FULL + FOUND, id="whole"),
        pytest.param(FULL.replace("every: 12", "at_latest: 18") + FOUND, id="a latest day is a rhythm"),
        pytest.param(
            FULL.replace("  renewed_by: found\n", "") + FOUND.replace("amend", "amend, renew"),
            id="a decision covers renewing",
        ),
        pytest.param("renewal: We meet each spring and decide.", id="a sentence"),
        pytest.param("", id="none at all is another point"),
    ],
)
def test_a_renewal_that_leaves_nothing_out(text: str) -> None:
    assert known(text, "renewal_lacks") is None


@pytest.mark.parametrize(
    ("asks", "missing"),
    [
        pytest.param(
            ["Is our purpose still right?", "Are we the right members?", "Do our rules serve us?"],
            "how you are with one another",
            id="relations",
        ),
        pytest.param(
            ["What next?"],
            "whether your purpose is still right, whether you are still the right members, whether your "
            "rules and work still serve you and how you are with one another",
            id="all four",
        ),
        pytest.param(["Why, with which members, by which rules, and how is the trust?"], None, id="in one"),
        pytest.param(
            ["Is our goal right?", "Who is missing?", "Does our charter hold?", "Is there trust?"],
            None,
            id="all",
        ),
        pytest.param([], None, id="no questions are another point"),
    ],
)
def test_questions_of_a_renewal(asks: list[str], missing: str | None) -> None:
    listed = ", ".join(f'"{ask}"' for ask in asks)
    assert known(f"renewal: {{every: year, asks: [{listed}]}}", "renewal_questions") == missing


@pytest.mark.parametrize(
    ("form", "few"),
    [
        pytest.param("a retreat of the board", "board", id="a body of some"),
        pytest.param("the directors meet for a day", "directors", id="leaders"),
        pytest.param("a day with the leaders of all members", None, id="leaders of all"),
        pytest.param("a day with the members", None, id="the members"),
        pytest.param("one day, outside facilitator", None, id="nobody named"),
        pytest.param("a meeting of the assembly", None, id="a body of all"),
    ],
)
def test_who_is_invited(form: str, few: str | None) -> None:
    bodies = "bodies: {board: {members: [mercy]}, assembly: {members: all}}"
    assert known(f'{bodies}\nrenewal: {{form: "{form}"}}', "renewal_few") == few


def test_two_ways_to_renew() -> None:
    two = (
        "decisions: {routine: {covers: [speak]}, found: {covers: [amend, renew]}}\nrenewal: {renewed_by: %s}"
    )
    fact = charter(two % "routine")
    assert (fact.values["renewed_by"], fact.values["renewed_with"]) == ("routine", "found")
    assert fact.places["renewing"] == ("decisions", "found", "covers")
    assert known(two % "found", "renewed_with") is None
    assert known((two % "routine").replace(", renew", ""), "renewed_with") is None
    assert known(two % "rutine", "renewed_with") is None, "what is not declared is said elsewhere"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It renews automatically each year.", True, id="automatically"),
        pytest.param("Tacit renewal for a year.", True, id="tacit"),
        pytest.param("Renewed for a year unless a member objects.", True, id="unless"),
        pytest.param("By silence of all.", True, id="silence"),
        pytest.param("We meet and, unless one objects, carry on.", True, id="what goes on stands behind"),
        pytest.param("It ends unless all of us renew it.", False, id="and is what must be decided"),
        pytest.param("Renewed automatically unless one says no.", True, id="a no that comes later"),
        pytest.param("It is never renewed automatically.", False, id="never"),
        pytest.param("There is no tacit renewal.", False, id="no"),
        pytest.param("It ends unless all renew it.", False, id="ends unless"),
        pytest.param("It is not renewed unless all say yes.", False, id="not unless"),
        pytest.param("Silence is not a yes.", False, id="silence is no yes"),
        pytest.param("All members decide.", False, id="decided"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_renewal_by_silence(text: str, expected: bool) -> None:
    assert renews_by_silence(text) is expected
    assert known(f'renewal: {{every: year, form: "{text}"}}', "renewal_by_silence") is expected


@pytest.mark.parametrize(
    ("renewal", "months"),
    [
        pytest.param("every: 18 months", 18, id="eighteen, to the day"),
        pytest.param("every: 12 months, at_latest: 18 months", 18, id="the later of two"),
        pytest.param("every: 19 months", 19, id="nineteen"),
        pytest.param("every: 547 days", 18, id="eighteen months in days from September"),
        pytest.param("every: 548 days", 19, id="a day more"),
        pytest.param("every: 2 years", 24, id="two years"),
    ],
)
def test_months_between_renewals(renewal: str, months: int) -> None:
    assert known(f"term: {{starts: 2026-09-01}}\nrenewal: {{{renewal}}}", "renewal_months") == months


@pytest.mark.parametrize(
    ("text", "unlimited"),
    [
        pytest.param("renewal: {every: year}", True, id="no limit"),
        pytest.param("renewal: {every: year, at_most: 2}", False, id="twice"),
        pytest.param("renewal: {every: year, at_most: often}", False, id="a limit that was not understood"),
        pytest.param("renewal: Each spring, three times at most.", False, id="prose"),
        pytest.param(
            "renewal: {every: year}\nkinds: [become-permanent]\n"
            "decisions: {found: {covers: [amend, become-permanent], passes: all members}}",
            False,
            id="becoming permanent has a rule",
        ),
        pytest.param("", None, id="no renewal"),
    ],
)
def test_renewals_without_limit(text: str, unlimited: bool | None) -> None:
    assert known(text, "renewals_unlimited") is unlimited


KINDS = "kinds: [become-permanent, convert]\n"


@pytest.mark.parametrize(
    ("stay", "found", "easier", "example"),
    [
        pytest.param("at least 2 members", "all members", True, "2 for and 1 against", id="two of three"),
        pytest.param("at least 1 member", "at least 2/3 of members", True, "1 for and 2 against", id="one"),
        pytest.param("all members", "at least 2 members", False, None, id="harder"),
        pytest.param(
            "at least 2/3 of members", "at least 2 members", False, None, id="the same in other words"
        ),
    ],
)
def test_becoming_permanent(stay: str, found: str, easier: bool, example: str | None) -> None:
    decisions = (
        f"decisions:\n  f: {{covers: [amend], passes: {found}}}\n  s: {{covers: [%s], passes: {stay}}}"
    )
    for kind in ("become-permanent", "convert"):
        fact = charter(KINDS + decisions % kind)
        assert fact.values["permanent_is_easier"] is easier
        assert fact.values.get("permanent_example") == example
        assert fact.places["permanent"] == ("decisions", "s", "passes")


@pytest.mark.parametrize(
    "decisions",
    [
        pytest.param("f: {covers: [amend, convert], passes: all members}", id="the founding rule itself"),
        pytest.param("f: {covers: [amend], passes: all members}", id="no such kind"),
        pytest.param("s: {covers: [convert], passes: at least 2 members}", id="no founding rule"),
        pytest.param(
            "f: {covers: [amend], passes: all members}, s: {covers: [convert]}", id="no rule to compare"
        ),
        pytest.param(
            "f: {covers: [amend], passes: all members}, "
            "s: {covers: [convert], passes: at least 2 members, also: [{body: own boards}]}",
            id="a second yes is needed",
        ),
        pytest.param(
            "f: {covers: [amend], passes: all members}, s: {covers: [convert], passes: at least 2 friends}",
            id="a rule that cannot be read",
        ),
    ],
)
def test_becoming_permanent_that_cannot_be_called_easier(decisions: str) -> None:
    assert known(f"{KINDS}decisions: {{{decisions}}}", "permanent_is_easier") is None


def test_a_body_of_some_may_be_the_easier_way() -> None:
    text = (
        f"{KINDS}bodies: {{steering: {{members: [mercy, clinic]}}}}\ndecisions:\n"
        "  f: {covers: [amend], passes: all members}\n"
        "  s: {covers: [convert], body: steering, passes: all members}"
    )
    fact = charter(text)
    assert fact.values["permanent_is_easier"] is True
    assert fact.values["permanent_example"] == "2 for and none against"
