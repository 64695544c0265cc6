"""Rows of the roll: rows of many, groups, classes, vacant seats, versions by date."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.roll.electorate import body_versions, electorate, in_force, members_of
from coalcheck.engine.roll.names import PREDEFINED, names_of
from coalcheck.engine.roll.sentences import Sentence, sentences
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import IN_FAVOUR, Electorate, Row
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse

HEAD = "name: Test\npurpose: To test.\n"
ACT = "decisions:\n  act: {covers: [speak], passes: all members}\n"
EARLY, LATE = date(2026, 1, 15), date(2026, 6, 15)


def charter_of(text: str) -> Charter:
    loaded = load(read(HEAD + text, "test"))
    assert {problem.kind for problem in loaded.problems} <= {"attribute-unused"}
    assert loaded.charter is not None
    return loaded.charter


def rows(found: Electorate) -> dict[str, Row]:
    return {row.id: row for row in found.rows}


PEOPLE = (
    "members:\n"
    "  - {id: a, region: north, signed: {date: 2026-01-01}}\n"
    "  - {id: b, region: south, standing: [{status: arrears, from: 2026-03-01, to: 2026-03-31}]}\n"
    "  - {id: locals, count: 12, region: south}\n"
    "  - {id: d}\n"
)


def test_a_row_of_many_is_counted_as_many() -> None:
    found = rows(electorate(charter_of(PEOPLE + ACT), "act"))
    assert {name: (row.count, row.ballots) for name, row in found.items()} == {
        "a": (1, 1),
        "b": (1, 1),
        "locals": (12, 1),
        "d": (1, 1),
    }


def test_attributes_are_classes() -> None:
    found = electorate(charter_of(PEOPLE + ACT), "act")
    assert {name: dict(row.classes) for name, row in rows(found).items()} == {
        "a": {"region": "north"},
        "b": {"region": "south"},
        "locals": {"region": "south"},
        "d": {},
    }
    assert found.classes == {"region": frozenset({"north", "south"})}


GROUPS = (
    "groups:\n"
    "  founders: [a, locals]\n"
    "  moving:\n"
    "    - {members: [a], valid: {to: 2026-03-31}}\n"
    "    - {members: [b, d], valid: {from: 2026-04-01}}\n"
    "  ended: [{members: [d], valid: {to: 2026-03-31}}]\n"
)


@pytest.mark.parametrize(
    ("group", "on", "expected"),
    [
        pytest.param("founders", None, {"a", "locals"}, id="listed"),
        pytest.param("founders", EARLY, {"a", "locals"}, id="listed, on any day"),
        pytest.param("signed", None, {"a"}, id="who has signed"),
        pytest.param("in-good-standing", None, {"a", "b", "locals", "d"}, id="in good standing, in the end"),
        pytest.param("in-good-standing", date(2026, 3, 31), {"a", "locals", "d"}, id="on the last bad day"),
        pytest.param("in-good-standing", date(2026, 4, 1), {"a", "b", "locals", "d"}, id="on the day after"),
        pytest.param("moving", EARLY, {"a"}, id="the version of the day"),
        pytest.param("moving", LATE, {"b", "d"}, id="the version of a later day"),
        pytest.param("moving", None, {"b", "d"}, id="without a day the last version"),
        pytest.param("ended", LATE, set(), id="after the last version, nobody"),
        pytest.param("ended", None, {"d"}, id="unless no day is given"),
    ],
)
def test_who_is_in_a_group(group: str, on: date | None, expected: set[str]) -> None:
    found = electorate(charter_of(PEOPLE + ACT + GROUPS), "act", on=on)
    assert {row.id for row in found.rows if group in row.groups} == expected


WEIGHTS = (
    "weights:\n"
    "  shares:\n"
    "    - {values: {a: 60, b: 40}, valid: {to: 2026-03-31}}\n"
    "    - {values: {a: 10, d: 2.5}, total: 50, valid: {from: 2026-04-01}}\n"
    "  past: [{values: {a: 1}, total: 9, valid: {to: 2026-03-31}}]\n"
)


@pytest.mark.parametrize(
    ("weight", "on", "expected", "total"),
    [
        pytest.param("shares", EARLY, {"a": Fraction(60), "b": Fraction(40)}, None, id="of the day"),
        pytest.param(
            "shares", LATE, {"a": Fraction(10), "d": Fraction(5, 2)}, Fraction(50), id="of a later day"
        ),
        pytest.param("past", EARLY, {"a": Fraction(1)}, Fraction(9), id="while it holds"),
        pytest.param("past", LATE, {}, None, id="no longer"),
    ],
)
def test_weights_hold_for_their_time(
    weight: str, on: date, expected: dict[str, Fraction], total: Fraction | None
) -> None:
    found = electorate(charter_of(PEOPLE + ACT + WEIGHTS), "act", on=on)
    assert {row.id: row.weights[weight] for row in found.rows if weight in row.weights} == expected
    assert found.totals.get(weight) == total


BOARD = "decisions:\n  act: {covers: [speak], body: board, passes: all members}\nbodies:\n  board: "


@pytest.mark.parametrize(
    ("board", "inside", "seats"),
    [
        pytest.param("{}", {"a": 1, "b": 1, "locals": 1, "d": 1}, None, id="nothing said is all"),
        pytest.param("{seats: 9}", {"a": 1, "b": 1, "locals": 1, "d": 1}, 9, id="a number of seats"),
        pytest.param(
            "{members: [a, all]}", {"a": 1, "b": 1, "locals": 1, "d": 1}, None, id="all, among others"
        ),
        pytest.param(
            "{members: [founders, b]}", {"a": 1, "b": 1, "locals": 1}, None, id="a group and a member"
        ),
        pytest.param("{members: [founders, a]}", {"a": 1, "locals": 1}, None, id="once, though named twice"),
        pytest.param(
            "{seats: [{member: a}, {level: leadership}, {member: b}, {member: a}]}",
            {"a": 2, "b": 1},
            4,
            id="a vacant seat",
        ),
        pytest.param(
            "{members: [b], seats: [{member: a}]}", {"a": 1}, 1, id="seats that are listed say who is in it"
        ),
    ],
)
def test_who_is_in_a_body(board: str, inside: dict[str, int], seats: int | None) -> None:
    charter = charter_of(PEOPLE + BOARD + board + "\n" + GROUPS)
    found = electorate(charter, "act")
    assert {row.id: row.ballots for row in found.rows if row.in_body} == inside
    assert all(row.ballots == 1 for row in found.rows if not row.in_body)
    assert [row.id for row in found.rows] == ["a", "b", "locals", "d"]
    assert found.seats == seats
    assert members_of(charter, charter.bodies["board"]) == inside.keys()


def test_all_members_decide_where_there_is_no_body() -> None:
    charter = charter_of(PEOPLE + BOARD + "{members: moving}\n" + GROUPS)
    assert members_of(charter, None) == {"a", "b", "locals", "d"}
    assert members_of(charter, charter.bodies["board"], EARLY) == {"a"}
    assert members_of(charter, charter.bodies["board"], LATE) == {"b", "d"}
    assert body_versions(charter, None) == body_versions(charter, "council") == ()
    assert {row.id for row in electorate(charter, "unknown").rows if row.in_body} == {"a", "b", "locals", "d"}
    assert {row.id for row in electorate(charter, "act", on=EARLY).rows if row.in_body} == {"a"}


def test_only_the_members_of_the_body_make_classes() -> None:
    found = electorate(charter_of(PEOPLE + BOARD + "{members: [a, d]}\n"), "act")
    assert found.classes == {"region": frozenset({"north"})}


@pytest.mark.parametrize(
    ("without", "met"),
    [
        pytest.param(frozenset[str](), True, id="all are there"),
        pytest.param(frozenset({"b"}), True, id="one of two has left"),
        pytest.param(frozenset({"a"}), None, id="a class that everyone has left cannot answer"),
    ],
)
def test_an_emptied_class(without: frozenset[str], met: bool | None) -> None:
    charter = charter_of(PEOPLE + ACT)
    found = electorate(charter, "act", without=without)
    assert found.classes == {"region": frozenset({"north", "south"})}
    rule = parse("1 member in each region", names_of(charter))
    assert not isinstance(rule, Fault)
    ballots = {row.id: IN_FAVOUR for row in found.rows}
    assert adopts(rule, found, ballots, silence=False) is met
    assert bind(rule, found).judge(ballots) is met


def test_versions_in_force() -> None:
    charter = charter_of(PEOPLE + ACT + GROUPS)
    first, second = charter.groups["moving"]
    assert [in_force((first, second), on) for on in (EARLY, LATE, None)] == [first, second, second]
    assert in_force(charter.groups["ended"], LATE) is None
    assert in_force((), None) is None


@pytest.mark.parametrize(
    ("on", "there"),
    [
        pytest.param(date(2025, 12, 31), False, id="before"),
        pytest.param(EARLY, True, id="the first time"),
        pytest.param(date(2026, 3, 1), False, id="between"),
        pytest.param(LATE, True, id="the second time"),
        pytest.param(None, True, id="in the end"),
    ],
)
def test_a_member_that_left_and_came_back(on: date | None, there: bool) -> None:
    terms = "[{from: 2026-01-01, to: 2026-01-31}, {from: 2026-06-01}]"
    charter = charter_of(f"members:\n  - {{id: a}}\n  - {{id: b, in: {terms}}}\n" + ACT)
    assert ("b" in rows(electorate(charter, "act", on=on))) is there


def test_it_is_the_decision_that_is_asked_about_unless_the_quorum_is_named() -> None:
    concerned = (
        "decisions:\n  act: {covers: [expel], passes: all members, member_concerned: {votes: false}}\n"
    )
    charter = charter_of(PEOPLE + concerned)
    assert not rows(electorate(charter, "act", concerned="b"))["b"].in_body
    assert rows(electorate(charter, "act", concerned="b", quorum=True))["b"].in_body


def test_names_that_every_charter_has() -> None:
    names = names_of(charter_of(PEOPLE + ACT + GROUPS + WEIGHTS))
    assert set(PREDEFINED) == {"signed", "in-good-standing"}
    assert names.groups == {"signed", "in-good-standing", "founders", "moving", "ended"}
    assert names.weights == {"shares", "past"}
    assert names.classes == {"region": 2}
    assert not isinstance(parse("half of in-good-standing members", names), Fault)


def test_sentences_are_read_with_their_role() -> None:
    charter = charter_of(
        PEOPLE + "decisions:\n"
        "  act:\n    covers: [speak]\n    passes: half of founders\n    quorum: half of members\n"
        "    otherwise: {after: 7 days, passes: most of us}\n"
        "groups:\n  founders: [a]\n"
        "vetoes:\n  - {holders: [a], over: [act], override: 2/3 of the other members}\n"
    )
    found = {one.route: one for one in sentences(charter)}
    passes = found["decisions", "act", "passes"]
    assert passes == Sentence(
        ("decisions", "act", "passes"), "half of founders", "passes", "act", passes.counts, passes.rule, None
    )
    assert (passes.counts.value, passes.rule is None) == ("support", False)
    quorum = found["decisions", "act", "quorum"]
    assert (quorum.role, quorum.decision, quorum.counts.value) == ("quorum", "act", "attendance")
    assert getattr(getattr(quorum.rule, "measure", None), "count", None) is quorum.counts
    later = found["decisions", "act", "otherwise", "passes"]
    assert (later.role, later.decision, later.rule, later.text) == ("passes", "act", None, "most of us")
    assert later.fault is not None
    override = found["vetoes", 0, "override"]
    assert (override.role, override.decision, override.fault) == ("override", "", None)
    assert len(found) == 4
