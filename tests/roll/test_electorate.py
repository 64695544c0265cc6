"""Who is counted: body, seats, groups, weights, recusal, departures and dates."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.roll.names import names_of
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.electorate import Electorate

HEAD = "name: Test\npurpose: To test.\n"
THREE = "members:\n  - {id: a, region: north}\n  - {id: b, region: south}\n  - {id: c, region: south}\n"
PLAIN = HEAD + THREE + "decisions:\n  act: {covers: [speak], passes: all members}\n"


def charter_of(text: str) -> Charter:
    loaded = load(read(text, "test"))
    assert {problem.kind for problem in loaded.problems} <= {"attribute-unused"}
    assert loaded.charter is not None
    return loaded.charter


def voters(found: Electorate) -> dict[str, int]:
    """Who is in the body that decides, with how many ballots."""
    return {row.id: row.ballots for row in found.rows if row.in_body}


def test_without_a_body_every_member_decides() -> None:
    found = electorate(charter_of(PLAIN), "act")
    assert voters(found) == {"a": 1, "b": 1, "c": 1}
    assert found.seats is None


@pytest.mark.parametrize(
    ("body", "expected", "seats"),
    [
        pytest.param("{members: all}", {"a": 1, "b": 1, "c": 1}, None, id="all"),
        pytest.param("{members: [a, b]}", {"a": 1, "b": 1}, None, id="named members"),
        pytest.param("{members: founders}", {"b": 1, "c": 1}, None, id="a group"),
        pytest.param("{members: [a, b], seats: 7}", {"a": 1, "b": 1}, 7, id="vacant seats"),
        pytest.param(
            "{seats: [{member: a, level: leadership}, {member: a, level: operational}, {member: b}]}",
            {"a": 2, "b": 1},
            3,
            id="two seats are two ballots",
        ),
    ],
)
def test_a_body_has_its_members_and_seats(body: str, expected: dict[str, int], seats: int | None) -> None:
    text = HEAD + THREE + f"groups:\n  founders: [b, c]\nbodies:\n  board: {body}\n"
    text += "decisions:\n  act: {covers: [speak], body: board, passes: more than half of votes cast}\n"
    found = electorate(charter_of(text), "act")
    assert voters(found) == expected
    assert found.seats == seats
    assert {row.id for row in found.rows} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("switches", "quorum", "votes", "counted"),
    [
        pytest.param("", False, True, True, id="nothing said"),
        pytest.param("{votes: false}", False, False, False, id="who does not vote leaves the base"),
        pytest.param("{votes: false}", True, False, True, id="and stays for the quorum"),
        pytest.param("{votes: false, counted: true}", False, False, True, id="unless it is counted"),
        pytest.param("{votes: false, for_quorum: false}", True, False, False, id="not for the quorum either"),
        pytest.param("{votes: true, counted: true}", False, True, True, id="votes on itself"),
    ],
)
def test_the_member_concerned_is_counted_as_said(
    switches: str, quorum: bool, votes: bool, counted: bool
) -> None:
    concerned = f", member_concerned: {switches}" if switches else ""
    text = (
        HEAD + THREE + f"decisions:\n  act: {{covers: [expel], passes: all the other members{concerned}}}\n"
    )
    found = electorate(charter_of(text), "act", quorum=quorum, concerned="b")
    row = next(row for row in found.rows if row.id == "b")
    assert (row.votes, row.in_body, row.concerned) == (votes, counted, True)
    assert all(row.votes and row.in_body and not row.concerned for row in found.rows if row.id != "b")


WEIGHTED = PLAIN + "weights:\n  shares: {values: {a: 60, b: 30, c: 10}%s}\n"


@pytest.mark.parametrize(
    ("extra", "values", "totals"),
    [
        pytest.param("", (60, 30, 10), {}, id="as written"),
        pytest.param(", cap: 25%", (25, 25, 10), {}, id="capped once, of the sum"),
        pytest.param(", cap: 25%, total: 200", (50, 30, 10), {"shares": 200}, id="capped once, of the total"),
    ],
)
def test_weights_are_exact_and_capped_once(
    extra: str, values: tuple[int, ...], totals: dict[str, int]
) -> None:
    found = electorate(charter_of(WEIGHTED % extra), "act")
    assert tuple(row.weights["shares"] for row in found.rows) == tuple(map(Fraction, values))
    assert dict(found.totals) == {name: Fraction(total) for name, total in totals.items()}


def test_a_departed_member_leaves_its_seat_vacant() -> None:
    text = HEAD + THREE + "bodies:\n  board: {members: all, seats: 3}\n"
    text += "decisions:\n  act: {covers: [speak], body: board, passes: more than half of seats}\n"
    found = electorate(charter_of(text), "act", without=frozenset({"c"}))
    assert voters(found) == {"a": 1, "b": 1}
    assert found.seats == 3


DATED = HEAD + (
    "members:\n"
    "  - {id: a, in: [{from: 2026-01-01, to: 2026-06-30}]}\n"
    "  - {id: b, in: [{from: 2026-03-01}]}\n"
    "  - {id: c, standing: [{status: suspended, from: 2026-04-01, to: 2026-04-30}]}\n"
    "decisions:\n  act: {covers: [speak], passes: all members}\n"
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2026, 1, 1), {"a", "c"}, id="the first day belongs to it"),
        pytest.param(date(2026, 3, 1), {"a", "b", "c"}, id="one joins"),
        pytest.param(date(2026, 4, 30), {"a", "b"}, id="suspended to the last day"),
        pytest.param(date(2026, 6, 30), {"a", "b", "c"}, id="the last day belongs to it"),
        pytest.param(date(2026, 7, 1), {"b", "c"}, id="one has left"),
        pytest.param(None, {"b", "c"}, id="without a day, who is in to the end"),
    ],
)
def test_members_come_and_go(on: date | None, expected: set[str]) -> None:
    assert set(voters(electorate(charter_of(DATED), "act", on=on))) == expected


def test_names_are_groups_weights_and_attributes() -> None:
    names = names_of(charter_of(WEIGHTED % ""))
    assert names.find("regions") == ("class", "region")
    assert names.classes == {"region": 2}
    assert names.find("shares") == ("weight", "shares")
    assert names.find("signed") == ("group", "signed")


def test_every_threshold_is_read_with_its_place() -> None:
    text = HEAD + THREE + (
        "decisions:\n  act:\n    covers: [speak]\n    passes: half of\n    quorum: half of members\n"
        "vetoes:\n  - {holders: [a], over: [act], override: 2/3 of the other members}\n"
    )  # fmt: skip
    found = {one.route: one for one in sentences(charter_of(text))}
    assert found["decisions", "act", "passes"].fault is not None
    assert found["decisions", "act", "quorum"].counts.value == "attendance"
    assert found["vetoes", 0, "override"].rule is not None
