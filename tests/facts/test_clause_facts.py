"""Thresholds: the exact place of what is wrong, and what a sentence comes to with the members there are."""

from __future__ import annotations

from textwrap import dedent

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import Collected, collect
from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.source.node import Span
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.search import undecidable

THREE = "members: [{id: a, region: north}, {id: b, region: south}, {id: c, region: south}]"


def clause(passes: str, *, members: str = THREE, more: str = "") -> Fact:
    text = f"name: X\n{members}\n{more}\ndecisions:\n  d: {{passes: {passes}}}\n"
    facts = collect(load(read(text, "charter.yaml"))).facts
    return next(
        fact for fact in facts if fact.subject == "clause" and fact.route == ("decisions", "d", "passes")
    )


@pytest.mark.parametrize(
    ("written", "span"),
    [
        pytest.param("passes: at least two thirds", Span(5, 13, 5, 32), id="plain"),
        pytest.param('passes: "at least two thirds"', Span(5, 14, 5, 33), id="quoted"),
        pytest.param(
            "passes:   at least two thirds   # which?", Span(5, 15, 5, 34), id="with blanks and a comment"
        ),
        pytest.param("passes: all members or at least half", Span(5, 28, 5, 41), id="the second part only"),
        pytest.param(r'passes: "at least two\u0020thirds"', Span(5, 13, 5, 39), id="escaped: the whole text"),
        pytest.param("passes: at least 2/3 of", Span(5, 27, 5, 28), id="unfinished: the last character"),
        pytest.param('passes: "空 at least"', Span(5, 14, 5, 15), id="wide characters count one each"),
    ],
)
def test_the_place_of_a_fault(written: str, span: Span) -> None:
    text = f"name: X\n{THREE}\ndecisions:\n  d:\n    {written}\n"
    (fact,) = [f for f in collect(load(read(text, "x"))).facts if f.subject == "clause"]
    assert "problem" in fact.values
    assert fact.span == span


def test_the_place_in_a_folded_text_is_the_text() -> None:
    text = f"name: X\n{THREE}\ndecisions:\n  d:\n    passes: >-\n      all members or\n      at least half\n"
    (fact,) = [f for f in collect(load(read(text, "x"))).facts if f.subject == "clause"]
    assert fact.values["found"] == "at least half"
    assert fact.span is not None
    assert (fact.span.line, fact.span.end_line >= 7) == (5, True)


@pytest.mark.parametrize(
    ("passes", "reachable"),
    [
        pytest.param("all members", True, id="all"),
        pytest.param("at least 3 members", True, id="as many as there are"),
        pytest.param("at least 4 members", False, id="one more than there are"),
        pytest.param("more than 100% of members", False, id="more than all"),
        pytest.param(
            "more than half of members and fewer than 2 members", False, id="conditions that exclude"
        ),
        pytest.param("at least 1 members and fewer than 2 members", True, id="conditions that just meet"),
        pytest.param("no member against", True, id="no objection"),
        pytest.param("majority of members in each region", True, id="in each class"),
        pytest.param("at least 2 members in each region", False, id="a class that is too small"),
    ],
)
def test_reach(passes: str, reachable: bool) -> None:
    assert clause(passes).values["reachable"] is reachable


@pytest.mark.parametrize(
    ("members", "passes", "arithmetic"),
    [
        pytest.param(
            3, "at least three quarters of members", "3/4 of 3 is 2 1/4, so 3", id="three quarters of three"
        ),
        pytest.param(
            2, "more than half of members", "Half of 2 is 1, and more than that is 2", id="majority of two"
        ),
        pytest.param(
            2, "a majority of members", "Half of 2 is 1, and more than that is 2", id="in another word"
        ),
        pytest.param(4, "at least 4/5 of members", "4/5 of 4 is 3 1/5, so 4", id="four fifths of four"),
        pytest.param(4, "at least 3/4 of members", None, id="exactly three"),
        pytest.param(3, "all members", None, id="said in plain words"),
        pytest.param(3, "at least 100% of members", None, id="a share that is all by its words"),
        pytest.param(3, "at least 3/4 of votes cast", None, id="of those who vote"),
        pytest.param(3, "opposition at most 3/4 of members", None, id="a limit on opposition"),
        pytest.param(1, "more than half of members", None, id="one member"),
    ],
)
def test_a_share_that_is_everyone(members: int, passes: str, arithmetic: str | None) -> None:
    ids = ", ".join(f"{{id: m{n}}}" for n in range(members))
    fact = clause(passes, members=f"members: [{ids}]")
    assert fact.values["means_everyone"] is (arithmetic is not None)
    assert fact.values.get("arithmetic") == arithmetic


GROUPS = "groups: {founders: [a], payers: [a, b], ghosts: []}\nweights: {money: {a: 0, b: 0, c: 0}}"


@pytest.mark.parametrize(
    ("passes", "unsaid"),
    [
        pytest.param("all ghosts", "nobody who decides is in the group ghosts", id="an empty group"),
        pytest.param("half of seats", "how many seats there are is not written", id="no seats"),
        pytest.param("half of money", "no member that decides has any money", id="a weight of nothing"),
        pytest.param(
            "majority of members in at least 2 of 3 regions",
            "the sentence says 3 and the members have 2 regions",
            id="another number of classes",
        ),
        pytest.param("all signed", None, id="nobody has signed yet"),
        pytest.param("all founders and majority of members in each region", None, id="everything is there"),
        pytest.param("majority of members in at least 1 of 2 regions", None, id="the right number"),
    ],
)
def test_what_the_charter_does_not_say(passes: str, unsaid: str | None) -> None:
    assert clause(passes, more=GROUPS).values.get("unsaid") == unsaid


@pytest.mark.parametrize(
    ("passes", "lost"),
    [
        pytest.param("all founders", ("a", "in the group founders"), id="a group of one"),
        pytest.param("majority of members in each region", ("a", "in the region north"), id="a class of one"),
        pytest.param(
            "all members or all founders", ("a", "in the group founders"), id="in a part of the rule"
        ),
        pytest.param("all payers", None, id="a group of two"),
        pytest.param("majority of members in at least 1 region", None, id="another class will do"),
        pytest.param("all members", None, id="no group"),
    ],
)
def test_what_hangs_on_one_member(passes: str, lost: tuple[str, str] | None) -> None:
    fact = clause(passes, more=GROUPS)
    assert (fact.values.get("lost_with"), fact.values.get("lost")) == (lost or (None, None))

    charter = load(read(f"name: X\n{THREE}\n{GROUPS}\ndecisions:\n  d: {{passes: {passes}}}\n", "x")).charter
    assert charter is not None
    (sentence,) = sentences(charter)
    assert sentence.rule is not None
    without = electorate(charter, "d", without=frozenset({lost[0] if lost else "c"}))
    assert undecidable(sentence.rule, without) is (lost is not None)


def otherwise(passes: str, occasion: str) -> Fact:
    text = f"""\
        name: X
        {THREE}
        weights: {{money: {{a: 60, b: 20, c: 20}}}}
        decisions:
          d: {{passes: all members, otherwise: {{if: {occasion}, passes: {passes}}}}}
        """
    facts: Collected = collect(load(read(dedent(text), "x")))
    return next(
        fact for fact in facts.facts if fact.subject == "clause" and fact.values["role"] == "otherwise"
    )


@pytest.mark.parametrize(
    ("passes", "occasion", "objector"),
    [
        pytest.param("at least 3/4 of members", "objection", "any of you", id="everyone once more"),
        pytest.param("more than half of money", "objection", "a", id="one heavy member"),
        pytest.param("at least 2/3 of members", "objection", None, id="the others are enough"),
        pytest.param("at least 3/4 of members", "failure", None, id="it need not be an objection"),
    ],
)
def test_a_way_round_an_objection(passes: str, occasion: str, objector: str | None) -> None:
    fact = otherwise(passes, occasion)
    assert fact.values.get("needs_objector", False) is (objector is not None)
    assert fact.values.get("objector") == objector


def test_what_has_too_many_cases_is_noted() -> None:
    rows = [f"  - {{id: m{n}, count: {n + 3}}}" for n in range(12)]
    weights = ", ".join(f"m{n}: {n + 1}" for n in range(12))
    rule = "more than half of w present and fewer than 3 members"
    decisions = f"decisions:\n  d: {{covers: [speak], passes: {rule}}}"
    text = "\n".join(["name: X", "members:", *rows, f"weights: {{w: {{{weights}}}}}", decisions])
    collected = collect(load(read(text, "x")))
    assert any("too many ways to vote" in note for note in collected.notes)


@pytest.mark.parametrize(
    ("covers", "everyone"),
    [
        pytest.param("[expel]", True, id="an expulsion: three of the others"),
        pytest.param("[amend, expel]", False, id="changing the charter as well: three of four"),
        pytest.param("[amend]", False, id="changing the charter"),
    ],
)
def test_a_share_means_everyone_only_where_a_member_is_always_concerned(covers: str, everyone: bool) -> None:
    text = (
        "name: X\nmembers: [{id: a}, {id: b}, {id: c}, {id: d}]\ndecisions:\n"
        f"  d: {{covers: {covers}, passes: at least 3/4 of members, "
        "member_concerned: {votes: false, counted: false}}\n"
    )
    facts = collect(load(read(text, "x"))).facts
    clause = next(fact for fact in facts if fact.subject == "clause")
    assert clause.values["means_everyone"] is everyone
