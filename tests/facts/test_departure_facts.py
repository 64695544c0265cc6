"""What a departure does to a charter: who could go, what would be missing, and what is counted for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts import departure
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.counted import counted_by
from coalcheck.engine.facts.departure import NOTHING, leaving
from coalcheck.engine.facts.examination import MOST_KINDS_OF_MEMBERS, Examination
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold import bind

FIVE = "members: [{id: a, region: north}, {id: b, region: south}, {id: c, region: south}, {id: d}, {id: e}]"
MORE = """\
groups: {founders: [a], payers: [a, b]}
weights:
  dues: {values: {a: 50, b: 30, c: 20}, total: 100}
  crates: {a: 5, b: 3}
  fee: {a: 1}
bodies:
  few: {members: [a, b, c, d]}
  one: {members: [e]}
  board: {seats: [{member: a}, {member: a}, {member: b}, {level: operational}]}
"""


def facts(rest: str, members: str = FIVE, more: str = MORE, kind: str = "coalition") -> tuple[Fact, ...]:
    text = f"name: X\nkind: {kind}\n{members}\n{more}{rest}\n"
    return collect(load(read(text, "x"))).facts


def clause(rules: str, where: str = "decisions.d.passes", **given: str) -> Mapping[str, Value]:
    found = facts(f"decisions:\n  d: {{{rules}}}", **given)
    return next(each.values for each in found if each.subject == "clause" and each.id == where)


@pytest.mark.parametrize(
    ("rules", "who"),
    [
        pytest.param("passes: at least 5 members", "any of you", id="so many members"),
        pytest.param("passes: more than 4 members", "any of you", id="more than so many"),
        pytest.param("passes: at least 2 payers", "a or b", id="of a group"),
        pytest.param("passes: at least 60% of dues", "a", id="of a declared total"),
        pytest.param("passes: at least 80% of dues", "a or b", id="of a declared total, two needed"),
        pytest.param("body: few, passes: at least 4 members", "any of the four that decide", id="of a body"),
        pytest.param("body: board, passes: at least 50% of seats", "a", id="seats fall vacant"),
        pytest.param("passes: exactly 5 members", "any of you", id="exactly so many"),
        pytest.param("passes: at least 5 members or at least 2 payers", "a or b", id="either of two"),
        pytest.param(
            "passes: at least 5 members, otherwise: {passes: at least 2 payers}", "a or b", id="then"
        ),
    ],
)
def test_without_whom_a_rule_cannot_be_met(rules: str, who: str) -> None:
    assert clause(rules).get("stuck_without") == who


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param("passes: all members", id="all who are members then"),
        pytest.param("passes: at least 4 members", id="enough are left"),
        pytest.param("passes: more than half of crates", id="a weight that is summed anew"),
        pytest.param("passes: no member against", id="nobody against"),
        pytest.param("passes: fewer than 2 members against", id="few against"),
        pytest.param("passes: at least 50% of dues", id="a declared total, half is left"),
        pytest.param("passes: at least 1.5 times the square root of members", id="a root"),
        pytest.param("passes: at least 5 members, otherwise: {passes: all members}", id="a second way"),
        pytest.param("covers: [expel], passes: all the other members", id="the others, whoever it is about"),
        pytest.param(
            "covers: [expel], passes: at least 3 members, member_concerned: {votes: false}", id="three"
        ),
        pytest.param("passes: all founders", id="a group that is empty is said otherwise"),
    ],
)
def test_whoever_leaves_a_rule_can_be_met(rules: str) -> None:
    assert "stuck_without" not in clause(rules)


def test_the_second_way_is_spoken_of_with_the_first() -> None:
    rules = "passes: all members, otherwise: {passes: at least 5 members}"
    assert "stuck_without" not in clause(rules, "decisions.d.otherwise.passes")


@pytest.mark.parametrize(
    ("rules", "who"),
    [
        pytest.param("quorum: at least 5 members", "any of you", id="all must be there"),
        pytest.param("quorum: at least 4 members", None, id="one may be missing"),
        pytest.param(
            "quorum: at least 5 members, second_call: {quorum: at least 2 members}", None, id="a second call"
        ),
        pytest.param(
            "quorum: at least 5 members, second_call: {quorum: at least 2 payers}", "a or b", id="another one"
        ),
    ],
)
def test_quorums(rules: str, who: str | None) -> None:
    assert clause(f"passes: all members, {rules}", "decisions.d.quorum").get("stuck_without") == who


@pytest.mark.parametrize(
    ("rules", "who", "where"),
    [
        pytest.param("passes: all founders", "a", "in the group founders", id="a group of one"),
        pytest.param("passes: 1 member in each region", "a", "in the region north", id="a class of one"),
        pytest.param("passes: more than half of fee", "a", "with any fee", id="a weight of one"),
        pytest.param("body: one, passes: all members", "e", "in the body that decides", id="a body of one"),
        pytest.param("passes: all members or all founders", "a", "in the group founders", id="in a part"),
        pytest.param("passes: 1 member in at least 2 of 2 regions", "a", "in the region north", id="both"),
    ],
)
def test_what_could_not_be_counted(rules: str, who: str, where: str) -> None:
    values = clause(rules)
    assert (values.get("lost_with"), values.get("lost")) == (who, where)


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param("passes: all payers", id="a group of two"),
        pytest.param("passes: 1 member in at least 1 region", id="another class will do"),
        pytest.param("passes: more than half of crates", id="a weight of two"),
        pytest.param("passes: all signed", id="who has signed by then is not said by the charter"),
    ],
)
def test_what_can_be_counted_still(rules: str) -> None:
    assert "lost" not in clause(rules)


def test_a_counted_row_loses_one_head() -> None:
    rows = "members: [{id: a, count: 2}, {id: b, count: 1}]"
    assert clause("passes: at least 3 members", members=rows, more="")["stuck_without"] == "any of you"
    rows = "members: [{id: a, name: Large, count: 2}, {id: b}, {id: c}]"
    group = "groups: {large: [a]}\n"
    assert clause("passes: at least 2 large", members=rows, more=group)["stuck_without"] == "one of Large"


def test_of_a_standing_body_nobody_is_you() -> None:
    assert clause("passes: at least 5 members", kind="body")["stuck_without"] == "any one member"


def test_many_names_are_counted() -> None:
    ids = [f"m{number}" for number in range(8)]
    members = f"members: [{', '.join(f'{{id: {each}}}' for each in ids)}]"
    group = f"groups: {{payers: [{', '.join(ids[:-1])}]}}\n"
    said = clause("passes: at least 7 payers", members=members, more=group)["stuck_without"]
    assert said == "any of m0, m1, m2, m3 and 3 more"


def test_what_hangs_on_a_member_is_known_of_the_member() -> None:
    found = facts(
        "decisions:\n"
        "  joint-act: {passes: at least 2 payers, quorum: all payers}\n"
        "  old: {passes: all founders}"
    )
    needed = {each.id: each.values.get("needed_by") for each in found if each.subject == "member"}
    assert needed == {"a": "joint act and old", "b": "joint act", "c": None, "d": None, "e": None}


def test_of_two_members_nobody_is_left_to_be_counted() -> None:
    two = "members: [{id: a}, {id: b}]"
    values = clause("passes: at least 2 members, quorum: at least 2 members", members=two, more="")
    assert not {"stuck_without", "lost_with", "everyone_without"} & values.keys()


@pytest.mark.parametrize(
    ("rules", "locked"),
    [
        pytest.param("d: {covers: [amend], passes: at least 5 members}", True, id="the only one"),
        pytest.param(
            "d: {covers: [amend], passes: at least 5 members}\n  e: {covers: [amend], passes: all members}",
            False,
            id="another way to change it",
        ),
        pytest.param("d: {covers: [spend], passes: at least 5 members}", False, id="another matter"),
    ],
)
def test_whether_the_charter_could_be_changed(rules: str, locked: bool) -> None:
    found = facts(f"decisions:\n  {rules}")
    values = next(each.values for each in found if each.id == "decisions.d.passes")
    assert values["locks_charter"] is locked


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        pytest.param("passes: at least 4/5 of members", "4/5 of 4 is 3 1/5, so 4", id="four fifths of five"),
        pytest.param(
            "body: few, passes: more than 2/3 of members",
            "2/3 of 3 is 2, and more than that is 3",
            id="of four",
        ),
        pytest.param("passes: at least 2/3 of members", None, id="room enough"),
        pytest.param("passes: at least 9/10 of members", None, id="everyone already"),
        pytest.param("passes: at least 4/5 of votes cast", None, id="whoever votes"),
        pytest.param("passes: at least 80% of dues", None, id="not heads"),
    ],
)
def test_shares_that_would_mean_everyone(rules: str, said: str | None) -> None:
    assert clause(rules).get("arithmetic_after") == said


def test_who_counts_again_is_not_told() -> None:
    for leaves in ("leaving: {recount: true}\n", "leaving: We look at every share again.\n"):
        assert "everyone_without" not in clause("passes: at least 4/5 of members", more=leaves)
    assert "everyone_without" in clause("passes: at least 4/5 of members", more="leaving: {recount: false}\n")


# How much is counted


def cells_bound(monkeypatch: pytest.MonkeyPatch, members: int, passes: str) -> int:
    """How many cells are put into rules for the departures of so many members that all differ."""
    ids = [f"m{number}" for number in range(members)]
    weights = ", ".join(f"{each}: {number + 1}" for number, each in enumerate(ids))
    rows = ", ".join(f"{{id: {each}}}" for each in ids)
    text = f"name: X\nmembers: [{rows}]\nweights: {{dues: {{{weights}}}}}\n"
    document = read(f"{text}decisions:\n  d: {{passes: {passes}}}\n", "x")
    charter = load(document).charter
    assert charter is not None
    counted: list[int] = []
    start = bind.Binder.__init__

    def counting(self: bind.Binder, electorate: Any, cells: Any) -> None:
        counted.append(len(cells))
        start(self, electorate, cells)

    monkeypatch.setattr(bind.Binder, "__init__", counting)
    examination = Examination(charter, document)
    sentence = examination.sentences[0]
    assert sentence.rule is not None
    leaving(examination, sentence, sentence.rule, counted_by(examination, sentence))
    monkeypatch.undo()
    return sum(counted)


def test_what_is_counted_grows_with_the_members_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passes = "more than half of dues and at least {} members"
    counted = {n: cells_bound(monkeypatch, n, passes.format(n)) for n in (10, 40, 160)}
    assert counted == {10: 10, 40: 40, 160: 160}


def test_members_alike_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cells_bound(monkeypatch, 100, "at least 100 members") == 1
    assert cells_bound(monkeypatch, 100, "at least 2/3 of members") == 0


def test_what_has_too_many_kinds_is_noted_not_guessed() -> None:
    many = MOST_KINDS_OF_MEMBERS + 1
    rows = ", ".join(f"{{id: m{number}, town: t{number}}}" for number in range(many))
    text = (
        f"name: X\nmembers: [{rows}]\nbodies: {{board: {{members: [m0, m1, m2]}}}}\n"
        "decisions:\n  d: {body: board, passes: at least 1 coalition member in each town}\n"
    ).replace("1 coalition member in", "1/1 of coalition members in")
    document = read(text, "x")
    charter = load(document).charter
    assert charter is not None
    examination = Examination(charter, document)
    sentence = examination.sentences[0]
    assert sentence.rule is not None
    assert leaving(examination, sentence, sentence.rule, counted_by(examination, sentence)) == NOTHING
    assert "works after each departure was not examined" in examination.notes[0]
    assert departure.LAST_TWO == 2
