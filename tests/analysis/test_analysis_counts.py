"""What an analysis counts, against counting one vote after the other."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.analysis.alike import alike
from coalcheck.engine.analysis.blocs import merged
from coalcheck.engine.analysis.counting import Counting
from coalcheck.engine.analysis.groups import groups_of
from coalcheck.engine.analysis.model import Analysis, Group
from coalcheck.engine.analyze import analyze
from coalcheck.engine.api import load_charter
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.power.decision import Deciding
from coalcheck.engine.power.enumerate_kinds import count
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.bound import Bound
from coalcheck.engine.threshold.electorate import ABSTAIN, AGAINST, IN_FAVOUR, Votes

ROOT = Path(__file__).parents[2]
CHARTERS = sorted((ROOT / "fixtures/coalitions").glob("*/charter.yaml"))
MEMBERS = "members: [{id: a}, {id: b}, {id: c}, {id: d}]\n"


def of(text: str) -> Analysis:
    return analyze("-", stdin=f"name: Home\n{text}".encode)


def charter_of(text: str) -> Charter:
    charter = load(read(f"name: Home\n{text}", "x")).charter
    assert charter is not None
    return charter


def group(found: Analysis, decision: str) -> Group:
    return next(each for each in found.groups if decision in each.decisions)


def test_decisions_that_are_the_same_game_share_a_group() -> None:
    found = of(f"""{MEMBERS}bodies: {{desk: {{members: [a, b]}}}}
decisions:
  one: {{covers: [speak], passes: more than half of members}}
  two: {{covers: [spend], passes: at least 3 members}}
  three: {{covers: [event], passes: at least 3/5 of votes cast}}
  four: {{covers: [appoint], passes: all members}}
  five: {{covers: [partner], body: desk, passes: all members}}
""")
    assert [each.decisions for each in found.groups] == [("one", "two", "three"), ("four",), ("five",)]
    assert [each.decisions for each in group(found, "one").answers] == [("three",)]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "fixtures/coalitions").glob("*/charter.yaml")), ids=lambda p: p.parent.name
)
def test_every_decision_is_in_one_group_or_named_as_not_counted(path: Path) -> None:
    charter = load_charter(path)
    groups, lacking = alike(charter)
    names = [each.game.decision for one in groups for each in one.played] + [
        each.decision for each in lacking
    ]
    assert sorted(names) == sorted(charter.decisions)
    for one in groups:
        games = {each.game.game.members for each in one.played}
        assert len(games) == 1
        for each in one.played:
            chosen = product(*(range(size + 1) for size in one.game.sizes))
            if prod(size + 1 for size in one.game.sizes) <= 600:
                assert all(each.game.game.wins(these) == one.game.wins(these) for these in chosen)


@pytest.mark.parametrize(
    "passes",
    [
        pytest.param("more than half of votes cast", id="votes cast"),
        pytest.param("no member against", id="no objection"),
        pytest.param("at least 2 more in favour than against", id="lead"),
        pytest.param("at least 3/5 of shares present and voting", id="a weight"),
    ],
)
def test_votes_with_abstentions_are_counted_one_by_one(passes: str) -> None:
    text = f"""{MEMBERS}weights: {{shares: {{a: 3, b: 2, c: 1, d: 1}}}}
decisions: {{one: {{covers: [speak], passes: {passes}}}}}
"""
    charter = charter_of(text)
    bound = Deciding(charter).game("one").bound
    ways = [
        bound.judge(dict(zip("abcd", votes, strict=True)))
        for votes in product((IN_FAVOUR, AGAINST, ABSTAIN), repeat=4)
    ]
    (found,) = of(text).groups[0].answers
    assert (found.ballots, found.adopted, found.undecided) == (81, ways.count(True), ways.count(None))
    assert set(found.abstaining_helps) == {
        member
        for member in "abcd"
        if carried(bound, member, ABSTAIN) > carried(bound, member, AGAINST)
    }  # fmt: skip


def carried(bound: Bound, member: str, did: Votes) -> int:
    others = [each for each in "abcd" if each != member]
    return sum(
        bound.judge({member: did, **dict(zip(others, votes, strict=True))}) is True
        for votes in product((IN_FAVOUR, AGAINST, ABSTAIN), repeat=3)
    )


def test_where_an_abstention_is_a_no_nothing_is_counted_twice() -> None:
    found = of(f"{MEMBERS}decisions: {{one: {{covers: [speak], passes: more than half of members}}}}\n")
    assert found.groups[0].answers == ()


@given(
    weights=st.lists(st.integers(0, 6), min_size=3, max_size=6),
    share=st.integers(1, 9),
    data=st.data(),
)
def test_a_bloc_is_one_player(weights: list[int], share: int, data: st.DataObject) -> None:
    ids = "abcdef"[: len(weights)]
    if not sum(weights):
        return
    together = data.draw(st.sets(st.sampled_from(ids), min_size=2))
    text = (
        f"members: [{', '.join(f'{{id: {each}}}' for each in ids)}]\n"
        f"weights: {{shares: {{{', '.join(f'{m}: {w}' for m, w in zip(ids, weights, strict=True))}}}}}\n"
        f"decisions: {{one: {{passes: at least {share}/10 of shares and at least 2 members}}}}\n"
    )
    played = Deciding(charter_of(text)).game("one")
    tally = count(merged(played.bound, frozenset(together)))
    others = [each for each in ids if each not in together]
    won = with_it = 0
    for answers in product((True, False), repeat=len(others) + 1):
        yes = {each for each, said in zip(others, answers[:-1], strict=True) if said}
        yes |= together if answers[-1] else set()
        votes = {each: IN_FAVOUR if each in yes else AGAINST for each in ids}
        if played.bound.judge(votes):
            won += 1
            with_it += answers[-1]
    assert (tally.n, tally.winning, tally.with_one[-1]) == (len(others) + 1, won, with_it)


def test_blocs_say_what_they_could_do_together() -> None:
    found = of("""members: [{id: a}, {id: b, inducements: [{from: a, what: half a post}]}, {id: c}]
decisions:
  one: {covers: [speak], passes: more than half of members}
  two: {covers: [amend], passes: all members}
""")
    (bloc,) = group(found, "one").blocs
    assert (bloc.payer, bloc.paid, bloc.decides, bloc.stops) == ("a", ("b",), True, True)
    assert (bloc.share, bloc.apart, bloc.shapley) == (Fraction(1), Fraction(2, 3), Fraction(1))
    (other,) = group(found, "two").blocs
    # Each of them stops it alone already: together they can do nothing new.
    assert (other.decides, other.stops) == (False, False)


def test_who_can_commit_all_through_bodies() -> None:
    found = of(f"""{MEMBERS}bodies: {{desk: {{members: [a, b]}}, board: {{members: [c]}}}}
decisions:
  one: {{covers: [speak], body: desk, passes: all members}}
  two: {{covers: [spend], body: board, passes: all members}}
""").committing
    assert found is not None
    assert (found.fewest, found.by, found.without_a_vote) == (1, ("two",), ("d",))
    assert found.alone == {"c": ("two",)}
    assert found.votes_on == {"a": 1, "b": 1, "c": 1, "d": 0}


ALL, DESK, FIELD, SHARES = (
    "passes: all members",
    "body: desk, passes: all members",
    "body: field, passes: all members",
    "passes: more than half of shares",
)


@pytest.mark.parametrize(
    ("declared", "rules", "computed", "agrees"),
    [
        pytest.param("distributed", [ALL], "shared", True, id="all on everything"),
        pytest.param("centralized", [ALL], "shared", False, id="no centre"),
        pytest.param("centralized", [DESK], "centralized", True, id="a desk"),
        pytest.param("distributed", [DESK], "centralized", False, id="not spread"),
        pytest.param("hybrid", [DESK, ALL], "hybrid", True, id="two layers"),
        pytest.param("distributed", [DESK, FIELD], "distributed", True, id="fields"),
        pytest.param("distributed", [SHARES], "centralized", False, id="one holds"),
    ],
)
def test_declared_and_counted_governance(
    declared: str, rules: list[str], computed: str, agrees: bool
) -> None:
    decisions = ", ".join(f"d{number}: {{{rule}}}" for number, rule in enumerate(rules))
    found = of(f"""governance: {declared}
{MEMBERS}weights: {{shares: {{a: 9, b: 1, c: 1, d: 1}}}}
bodies: {{desk: {{members: [a, b]}}, field: {{members: [c, d]}}}}
decisions: {{{decisions}}}
""").governance
    assert found is not None
    assert (found.computed, found.agrees) == (computed, agrees)
    assert found.holder == ("a" if "shares" in decisions else "")


def test_whoever_it_is_about_has_no_vote() -> None:
    found = of(f"""{MEMBERS}decisions:
  one: {{covers: [expel], passes: more than half of the other members, member_concerned: {{votes: false}}}}
""").groups[0]
    assert (found.n, found.about, found.everyone) == (3, "a", True)


def test_what_cannot_be_counted_is_named() -> None:
    found = of(f"""{MEMBERS}decisions:
  one: {{covers: [speak], passes: at least two thirds}}
  two: {{covers: [spend]}}
  three: {{covers: [amend], passes: all members}}
""")
    assert [each.decision for each in found.not_counted] == ["one", "two"]
    assert '"at least two thirds"' in found.not_counted[0].reason
    assert found.not_counted[1].reason == "It is not written what carries it."


@pytest.mark.parametrize("name", ["imf", "eu-council"])
def test_without_a_budget_it_says_what_it_left_out_and_which_flag_allows_it(name: str) -> None:
    counting = Counting(0.0)
    groups, _ = groups_of(load_charter(ROOT / f"fixtures/bodies/{name}/charter.yaml"), counting)
    assert counting.costly
    notes = [note for each in groups for note in each.notes]
    assert any("--budget" in note for note in notes)
    assert all(each.counted is None for each in groups)


@pytest.mark.parametrize(
    ("over", "told"),
    [
        pytest.param("[event]", True, id="one kind of two"),
        pytest.param("[event, speak]", False, id="both kinds"),
        pytest.param("[one]", False, id="the decision"),
        pytest.param("[spend]", False, id="another kind"),
    ],
)
def test_a_veto_over_some_kinds_is_counted_over_all_and_that_is_said(over: str, told: bool) -> None:
    found = of(f"""{MEMBERS}decisions: {{one: {{covers: [speak, event], passes: more than half of members}}}}
vetoes: [{{holders: [a], over: {over}, by: vote}}]
""")
    assert any("as if it were over all of one" in note for note in found.groups[0].notes) is told
