"""Slips of the hand, one by one: what ``--fix`` makes of them, what is only offered, and what stays."""

from __future__ import annotations

import pytest
from mending import READY, grave, judged, loaded_of, mended, text_of

from coalcheck.engine.facts.mending import KINDS, mend_of
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Edit, Problem, Span

PURPOSE = "purpose: Stop the Meridian deal before the vote on 30 September 2026."
COVERS = "    covers: [speak, event, spend]\n"

SAFE = [
    pytest.param(PURPOSE, "purpose: Stop it: now.", 'purpose: "Stop it: now."', id="a colon in a sentence"),
    pytest.param(
        "name: Breathe Easy Network", "name: “Breathe Easy”", 'name: "Breathe Easy"', id="typographic quotes"
    ),
    pytest.param("kind: coalition", "kind:coalition", "kind: coalition", id="no space behind the colon"),
    pytest.param("kind: coalition", "kind： coalition", "kind: coalition", id="a wide colon"),
    pytest.param("kind: coalition", "kind:\u00a0coalition", "kind: coalition", id="a space that is none"),
    pytest.param(
        "kind: coalition", "kind: coali\u200btion", "kind: coalition", id="a character without width"
    ),
    pytest.param("kind: coalition", "knd: coalition", "kind: coalition", id="a misspelt key"),
    pytest.param(
        "    notice: 2 clear", "    Notice: 2 clear", "    notice: 2 clear", id="a key with a capital"
    ),
    pytest.param(
        "model: opportunistic", "model: Opportunistic", "model: opportunistic", id="a word with a capital"
    ),
    pytest.param(
        "[speak, event, spend]", "[Speak, event, spend]", "[speak, event, spend]", id="a name with a capital"
    ),
    pytest.param("ends: 2026-10-31", "ends: 31.10.2026", "ends: 2026-10-31", id="a date with dots"),
    pytest.param("ends: 2026-10-31", "ends: 31 October 2026", "ends: 2026-10-31", id="a date in words"),
    pytest.param("in_all: 3000 EUR", "in_all: 3_000 EUR", "in_all: 3000 EUR", id="marks between digits"),
    pytest.param(
        "in_all: 3000 EUR", "in_all: 3 000.50 EUR", "in_all: 3000.50 EUR", id="blanks between digits"
    ),
    pytest.param(
        "[speak, event, spend]", "{speak, event, spend}", "[speak, event, spend]", id="braces for a list"
    ),
    pytest.param(
        "role: Leads on the jobs evidence; brings members to events.",
        "role: @jobs and events",
        'role: "@jobs and events"',
        id="a sign at the start",
    ),
    pytest.param(
        "success: The rail works keeps its orders.",
        'success: "Orders" for the works',
        "success: '\"Orders\" for the works'",
        id="text behind a quote",
    ),
    pytest.param(
        "in_writing_to: all members",
        r'in_writing_to: "all\members"',
        r'in_writing_to: "all\\members"',
        id="a backslash",
    ),
    pytest.param(
        COVERS,
        "    covers:\n    • speak\n    - event\n    - spend\n",
        "    covers:\n    - speak\n    - event\n    - spend\n",
        id="a bullet",
    ),
    pytest.param(
        "  joint-statement:\n" + COVERS + "    passes: all members\n    notice: 2 clear days\n",
        "\tjoint-statement:\n\t\t"
        + COVERS.lstrip(" ")
        + "\t\tpasses: all members\n\t\tnotice: 2 clear days\n",
        "  joint-statement:\n" + COVERS + "    passes: all members\n    notice: 2 clear days\n",
        id="tabs",
    ),
]

SUGGESTED = [
    pytest.param("notice: 7 days", "notice 7 days", "notice: 7 days", id="a colon that is not there"),
    pytest.param(
        "[speak, event, spend]", "[speak, event, spend", "[speak, event, spend]", id="an open bracket"
    ),
    pytest.param("in_all: 3000 EUR", "in_all: 3,000 EUR", "in_all: 3000 EUR", id="a comma in braces"),
    pytest.param(
        "name: Breathe Easy Network", 'name: "Breathe Easy', 'name: "Breathe Easy"', id="an open quote"
    ),
    pytest.param(
        "money: {in_all: 3000 EUR",
        "money: {in_all: €3000",
        "money: {in_all: 3000 EUR",
        id="a sign for a currency",
    ),
    pytest.param(
        "[speak, event, spend]", "[speek, event, spend]", "[speak, event, spend]", id="a misspelt kind"
    ),
    pytest.param(
        "    success: The rail",
        "    succes: The rail",
        "    success: The rail",
        id="a misspelt key of a member",
    ),
    pytest.param("passes: all members", "passes: all membres", "passes: all members", id="a word of a rule"),
]

SILENT = [
    pytest.param("ends: 2026-10-31", "ends: 03/04/2026", id="a date with two readings"),
    pytest.param("in_all: 3000 EUR", "in_all: 3.000 EUR", id="a number with two readings"),
    pytest.param("kind: coalition", "kind: coalition\nkind: alliance", id="a key twice"),
    pytest.param("kind: coalition", "kind: coali\x07tion", id="a control character"),
    pytest.param("id: local-9", "id: breathe", id="an id twice"),
    pytest.param("passes: all members", "passes: at least two thirds", id="a rule without a base"),
    pytest.param("kind: coalition", "kind: !!set coalition", id="an instruction to programs"),
    pytest.param("exit:\n", "leave:\n", id="a key like no other"),
    pytest.param("kind: coalition", "kind: *coalition", id="an alias of nothing"),
]


def put_in(old: str, new: str) -> str:
    assert READY.count(old) >= 1
    return READY.replace(old, new, 1)


@pytest.mark.parametrize(("old", "slip", "right"), SAFE)
def test_a_slip_is_mended_without_asking(old: str, slip: str, right: str) -> None:
    broken = put_in(old, slip)
    before = [each for each in judged(loaded_of(broken.encode())) if each.fixable]

    assert before, "the slip is seen"
    assert all(each.fixable == "safe" for each in before if each.code.startswith("C")), before
    assert text_of(broken) == put_in(old, right)


@pytest.mark.parametrize(("old", "slip", "right"), SUGGESTED)
def test_what_is_only_likely_is_left_and_offered(old: str, slip: str, right: str) -> None:
    broken = put_in(old, slip)

    assert text_of(broken) == broken
    assert text_of(broken, unsafe=True) == put_in(old, right)


@pytest.mark.parametrize(("old", "slip"), SILENT)
def test_what_only_its_author_can_know_stays(old: str, slip: str) -> None:
    broken = put_in(old, slip)

    assert grave(broken.encode()), "something is wrong"
    assert text_of(broken) == broken


def test_a_charter_that_is_ready_stays() -> None:
    assert grave(READY.encode()) == {}
    assert mended(READY).data == READY.encode()
    assert mended(READY) == (READY.encode(), (), (), ())


def test_a_tab_that_can_be_meant_in_two_ways_stays() -> None:
    """Two blanks wide the tab makes ``change`` a decision of its own; wider, a part of the one above."""
    old = "  change:\n    # everyone, always\n    covers"
    broken = put_in(old, "\tchange:\n    # everyone, always\n    covers")

    assert text_of(broken) == broken


@pytest.mark.parametrize(
    ("known", "safe"),
    [
        pytest.param("notice, covers", True, id="one candidate"),
        pytest.param("notice, notion, covers", False, id="two candidates"),
    ],
)
def test_a_misspelt_key_is_certain_with_one_candidate_only(known: str, safe: bool) -> None:
    values = {"key": "notiee", "found": "notiee", "expected": known, "repair": "notice"}
    found = mend_of(Problem("unknown-key", Span(1, 1, 1, 7), ("notiee",), values))

    assert found == Mend(safe=safe, edits=(Edit(1, 1, 7, "notice"),))


def test_a_key_that_would_stand_twice_stays() -> None:
    broken = put_in("kind: coalition", "kind: coalition\nknd: alliance")

    assert text_of(broken) == broken


def test_a_mend_that_would_bring_another_point_is_left_and_said() -> None:
    """As an agreement of another model it would be asked for more, so that is for its author to decide."""
    broken = put_in("model: opportunistic", "model: Structural")
    fixed = mended(broken)

    assert fixed.data.decode() == broken
    assert [each.code for each in fixed.refused] == ["C152"]


def test_many_slips_at_once() -> None:
    broken = READY
    for row in SAFE:
        old, slip, _ = row.values
        if isinstance(old, str) and isinstance(slip, str) and "\n" not in old and old in broken:
            broken = broken.replace(old, slip, 1)
    fixed = mended(broken)

    assert len(fixed.mended) > 8
    assert grave(fixed.data) == {}


def test_every_kind_in_the_table_is_a_point_that_can_be_made() -> None:
    assert {policy.name for policy in shipped()} >= KINDS


def test_a_misspelt_key_of_members_is_mended_for_each_of_them() -> None:
    """It is told of the first member only, and to mend that one alone would move the point to the next."""
    broken = READY.replace("    success:", "    succes:")

    assert text_of(broken) == broken
    assert text_of(broken, unsafe=True) == READY


def test_tabs_in_many_lines_are_counted_as_they_were_told() -> None:
    broken = READY.replace("\n    covers", "\n\t\tcovers").replace("\n    passes", "\n\t\tpasses")
    told = [each for each in judged(loaded_of(broken.encode())) if each.code == "C132"]
    fixed = mended(broken)

    assert fixed.data.decode() == READY
    assert len([each for each in fixed.mended if each.code == "C132"]) == len(told) == 4


def test_what_is_missing_elsewhere_holds_nothing_up() -> None:
    """It is told at the line of the name, and is no fault of that line."""
    assert text_of("name: “Harbour Air”\n") == 'name: "Harbour Air"\n'


def test_a_line_that_is_not_understood_even_so_stays() -> None:
    broken = READY.replace("notice: 2 clear days", "notice:soon enough, or later")

    assert text_of(broken) == broken
