"""From a tree to a charter: what is wrong is said at its place, and the rest is there all the same."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from textwrap import dedent

import pytest

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.charter.model import Money, Period, whole
from coalcheck.engine.source.node import Document, Problem
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

GOOD = """
    coalcheck: 1
    name: Clean Air
    kind: coalition
    model: opportunistic
    purpose: Stop the Meridian trade deal before the vote on 30 September 2026.
    term: {starts: 2026-04-01, ends: 2026-10-31}
    members:
      - id: breathe
        name: Breathe Easy Network
        commits: {staff: 20 hours a month, money: 3000 EUR}
        in: [{from: 2026-04-01}]
        contacts: {position: director, level: leadership}
      - id: local-9
        count: 2
        union: dockers
        inducements: none
    groups:
      founders: [breathe]
    weights:
      shares: {breathe: 1/3, local-9: 0.1}
      fees:
        - {values: {breathe: 10}, cap: 25%, valid: {to: 2026-12-31}}
        - {values: {breathe: 20}, valid: {from: 2027-01-01}}
    bodies:
      steering: {members: all, seats: 3, caps: {union: 1/3}}
      board:
        seats: [{member: breathe, level: leadership}, local-9]
    decisions:
      joint-statement:
        covers: [speak, spend]
        body: steering
        passes: at least 2/3 of votes cast
        quorum: more than half of members
        notice: 2 clear days
        otherwise: {after: 7 days, if: objection, passes: all members}
        member_concerned: {may_speak: yes, votes: false}
      change: {covers: amend, passes: all members in each union}
    vetoes:
      - {holders: founders, over: joint-statement, limit: 1 per year, override: all members}
    scope:
      inside: [{id: meridian, about: What Meridian does to air}]
      outside: [Candidates and parties]
      widen: change
    exit: Anyone may leave by letter at any time.
"""


def loaded(text: str) -> Loaded:
    return load(read(dedent(text).lstrip("\n"), "charter.yaml"))


def found(text: str) -> list[tuple[str, int, int, str]]:
    """Kind, line, column and what is marked, of every problem."""
    result = loaded(text)
    return [(p.kind, p.span.line, p.span.column, marked(result, p)) for p in result.problems]


def marked(result: Loaded, problem: Problem) -> str:
    line, column, end_line, end_column = problem.span
    text = result.document.lines[line - 1]
    return text[column - 1 : end_column - 1] if end_line == line else text[column - 1 :]


def test_a_whole_charter() -> None:
    result = loaded(GOOD)
    assert result.problems == ()
    charter = result.charter
    assert charter is not None
    breathe, local_9 = charter.members
    assert breathe.commits is not None
    assert breathe.commits.money == Money(Fraction(3000), "EUR")
    assert (breathe.contacts[0].position, breathe.in_[0].to) == ("director", None)
    assert (local_9.count, local_9.attributes, local_9.inducements) == (2, {"union": "dockers"}, ())
    assert charter.groups["founders"][0].members == ("breathe",)
    assert charter.weights["shares"][0].values == {"breathe": Fraction(1, 3), "local-9": Fraction(1, 10)}
    assert [version.cap for version in charter.weights["fees"]] == [Fraction(1, 4), None]
    assert (charter.bodies["steering"].members, charter.bodies["steering"].seats) == (("all",), 3)
    board = charter.bodies["board"].seats
    assert isinstance(board, tuple)
    assert [seat.member for seat in board] == ["breathe", "local-9"]
    joint = charter.decisions["joint-statement"]
    assert joint.passes == "at least 2/3 of votes cast"
    assert joint.notice == Period(2, "day", "clear")
    assert joint.otherwise is not None
    assert joint.otherwise.if_ == "objection"
    assert joint.member_concerned is not None
    assert (joint.member_concerned.may_speak, joint.member_concerned.votes) == (True, False)
    assert joint.member_concerned.counted is None
    assert charter.decisions["change"].covers == ("amend",)
    assert charter.vetoes[0].holders == ("founders",)
    assert charter.scope is not None
    assert charter.scope.outside[0].about == "Candidates and parties"
    assert charter.exit is not None
    assert charter.exit.in_words == "Anyone may leave by letter at any time."


def test_in_blocks_or_at_once_is_the_same() -> None:
    document = read(dedent(GOOD), "charter.yaml")
    assert document.root is not None
    assert whole().model_validate(plain(document.root)) == load(document).charter


START = """
name: Clean Air
purpose: Stop the deal.
members: [{id: breathe}, {id: local-9}]
decisions:
  joint: {covers: speak, passes: all members}
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("stagee: draft", [("unknown-key", 6, 1, "stagee")], id="an unknown block"),
        pytest.param("exit: {notise: 7 days}", [("unknown-key", 6, 8, "notise")], id="an unknown key"),
        pytest.param("exit:\n  - 7 days", [("wrong-type", 7, 5, "7 days")], id="a list for a block"),
        pytest.param("legal: {law: Ohio}", [("wrong-type", 6, 8, "{law: Ohio}")], id="a block for a text"),
        pytest.param("triggers: [[a]]", [("wrong-type", 6, 12, "[a]")], id="a list in a list"),
        pytest.param("legal: true", [("wrong-type", 6, 8, "true")], id="a truth for a text"),
        pytest.param("check_ins: {minutes: soon}", [("wrong-type", 6, 22, "soon")], id="a word for a number"),
        pytest.param("stage: sined", [("not-one-of", 6, 8, "sined")], id="none of the words"),
        pytest.param("term: {ends: 30 June 2026}", [("date-unclear", 6, 14, "30 June 2026")], id="a date"),
        pytest.param("exit: {notice: soon}", [("quantity-unclear", 6, 16, "soon")], id="a period"),
        pytest.param("coalcheck: 2", [("format-version-unknown", 6, 12, "2")], id="a later format"),
        pytest.param("criteria: {trust: 2}", [("private-in-charter", 6, 1, "criteria")], id="a grade"),
        pytest.param("term:", [("empty-value", 6, 1, "term")], id="nothing written"),
        pytest.param('legal: ""', [("empty-value", 6, 1, "legal")], id="empty quotes"),
        pytest.param("scope: {widen: chnge}", [("unknown-name", 6, 16, "chnge")], id="a name of nothing"),
        pytest.param(
            "groups:\n  Founders: [breathe]", [("name-unclear", 7, 3, "Founders")], id="a name in capitals"
        ),
        pytest.param("groups:\n  votes: [breathe]", [("name-clash", 7, 3, "votes")], id="a keyword"),
        pytest.param(
            "scope:\n  inside: [{id: a, about: x}]\n  outside: [{id: a, about: y}]",
            [("duplicate-id", 8, 18, "a")],
            id="inside and outside",
        ),
        pytest.param(
            "bodies:\n  board: {seats: 0}", [("quantity-unclear", 7, 18, "0")], id="a body without seats"
        ),
        pytest.param(
            "weights:\n  fees: {values: {breathe: 1}, cap: 3/2}",
            [("quantity-unclear", 7, 37, "3/2")],
            id="a cap of more than all",
        ),
        pytest.param(
            "vetoes: {holders: breath, over: joint, jointly: 1}",
            [("unknown-name", 6, 19, "breath"), ("wrong-type", 6, 49, "1")],
            id="two at once, in one item without its dash",
        ),
        pytest.param(
            "term: {ends: soon, strats: x, starts: 2026-13-01}",
            [
                ("date-unclear", 6, 14, "soon"),
                ("unknown-key", 6, 20, "strats"),
                ("date-unclear", 6, 39, "2026-13-01"),
            ],
            id="all that is wrong with a block, in its order",
        ),
    ],
)
def test_said_at_its_place(lines: str, expected: list[tuple[str, int, int, str]]) -> None:
    assert found(START + lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("legal: 350", id="a number as a text"),
        pytest.param('coalcheck: "1"', id="the format in quotes"),
        pytest.param("coalcheck: 1", id="the format"),
        pytest.param("triggers: the law changes", id="a list of one"),
        pytest.param("affected: [tenants, {who: students}]", id="sentences and blocks in a list"),
        pytest.param("coordinator: partnership manager", id="a block in a word"),
        pytest.param("exit: {reason_needed: no}", id="no is no, and no word"),
        pytest.param("ownership: {drone: all of us}", id="owned things have names of their own"),
        pytest.param("bodies: {board: {seats: [{level: leadership}]}}", id="a vacant seat"),
        pytest.param("groups: {founders: breathe}", id="a group of one"),
        pytest.param(
            "groups:\n  founders:\n    - {members: breathe, valid: {to: 2026-01-01}}\n    - members: local-9",
            id="a group that changes",
        ),
        pytest.param("weights: {fees: {breathe: 010}}", id="ten, not eight"),
        pytest.param("records: {kept_by: the office, read_by: [press, all members]}", id="anyone may keep"),
        pytest.param("coordinator: {answers_to: the meeting of all}", id="a sentence is no name"),
        pytest.param("agenda: {set_by: breathe}", id="a member's name"),
        pytest.param("first_win: {needs: joint, told_to_the_public_by: breathe}", id="names that exist"),
        pytest.param("vetoes: {holders: signed, over: [joint, speak]}", id="groups everyone has"),
        pytest.param("time_zone: Europe/Madrid", id="a time zone"),
    ],
)
def test_silent(lines: str) -> None:
    assert found(START + lines) == []


def test_an_empty_file_is_no_charter() -> None:
    assert loaded("").charter is None
    assert loaded("- a list").charter is None


def test_what_every_charter_has() -> None:
    result = loaded("kind: coalition\nname: X\n")
    assert [(p.kind, p.values["key"], p.span.line) for p in result.problems] == [
        ("missing-key", "purpose", 2),
        ("missing-key", "members", 2),
        ("missing-key", "decisions", 2),
    ]
    charter = result.charter
    assert charter is not None
    assert (charter.name, charter.purpose, charter.members, charter.decisions) == ("X", "", (), {})


def test_what_was_not_read_is_not_missed() -> None:
    text = "name: Clean Air\nmembers: [{id: breathe}, {name: B}]\nscope: {widen: change}\n"
    whole_file = read(text, "charter.yaml")
    cut = Document(whole_file.name, whole_file.lines, whole_file.root, (), complete=False)
    missed = {"missing-key", "unknown-name"}
    assert {p.kind for p in load(whole_file).problems} == missed
    assert {p.kind for p in load(cut).problems} == set()


def test_what_the_reader_said_is_not_said_again() -> None:
    kinds = [p.kind for p in loaded(START + "term: {ends: 01/02/2026}\n").problems]
    assert kinds == ["ambiguous-date"]


def test_a_short_charter_does_not_load_the_long_model() -> None:
    code = dedent(
        """
        import sys
        from coalcheck.engine.charter.load import load
        from coalcheck.engine.source.read import read
        load(read("name: X\\npurpose: Y\\nmembers: [{id: a}]\\ndecisions: {b: {passes: all members}}", "x"))
        ours = "coalcheck.engine.charter."
        print(*(name.removeprefix(ours) for name in sys.modules))
        """
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = run.stdout.split()
    assert {"members", "decisions"} <= set(modules)
    unused = {"value", "conflict", "organisation", "money", "electorate", "unclear", "schema"}
    assert not (unused | {"rapidfuzz", "importlib.metadata"}) & set(modules)
