"""Everything else that is changed in a charter, one place at a time: days, vetoes, members, sums."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from mutating import changes, under, written

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.scenario.mutation.every import mutants
from coalcheck.engine.scenario.mutation.kinds import KINDS, Kind
from coalcheck.engine.scenario.mutation.mutant import put
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
RULE = "passes: at least 2 members"
VETO = (
    "vetoes: [{holders: [a, b], over: [joint], by: notice, needs: [reason], within: 2 days, "
    "limit: 1 per year, override: at least 2 members}]\n"
)
BOARD = "bodies: {board: {seats: [{member: a}, {member: b}]}}\n"
MONEY = "scope: {inside: [{id: x, about: X}], money: {one_decision: 100 EUR, in_all: 1000 EUR}}\n"


def said(text: str, kind: str) -> list[str]:
    return [each.said for each in changes(text) if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        pytest.param(
            written(f"{RULE}, notice: 2 days"),
            "deadline",
            [
                "a notice of 2 days became a notice of 1 day",
                "a notice of 2 days became a notice of 3 days",
                "a notice of 2 days was dropped",
            ],
            id="notice",
        ),
        pytest.param(
            written(f"{RULE}, window: 1 hour"),
            "deadline",
            [
                "a vote open for 1 hour became a vote open for 0 hours",
                "a vote open for 1 hour became a vote open for 2 hours",
                "a vote open for 1 hour was dropped",
            ],
            id="window",
        ),
        pytest.param(
            written(f"{RULE}, quorum: at least 2 members"),
            "quorum",
            [
                "at least 2 members became more than 2 members",
                "at least 2 members became at least 1 member",
                "at least 2 members became at least 3 members",
                "at least 2 members became turnout at least 2 members",
                "at least 2 members was dropped",
            ],
            id="quorum",
        ),
        pytest.param(
            written(f"{RULE}, abstentions: against"),
            "exception",
            ["abstentions that count against no longer do"],
            id="abstentions",
        ),
        pytest.param(
            written(f"{RULE}, tie: fails"),
            "exception",
            ["abstentions began to count against", "a tie that fails is now broken by the chair"],
            id="tie",
        ),
        pytest.param(
            written("passes: no member against, silence: adopts"),
            "exception",
            ["silence that adopts was dropped", "abstentions began to count against"],
            id="silence",
        ),
        pytest.param(
            written(f"{RULE}, needs: [reason, seconds]"),
            "exception",
            [
                "abstentions began to count against",
                "the need of a reason was dropped",
                "the need of a second supporter was dropped",
            ],
            id="needs",
        ),
        pytest.param(
            written(f"{RULE}, otherwise: {{if: objection, passes: all members}}"),
            "exception",
            [
                "abstentions began to count against",
                "the second way was dropped",
                "a second way after objection became a second way after failure",
            ],
            id="second way",
        ),
        pytest.param(
            written(f"{RULE}, member_concerned: {{votes: false}}"),
            "exception",
            [
                "abstentions began to count against",
                "the member concerned does not vote on it became the member concerned votes on it",
                "the member concerned is not counted among the members became the member concerned is "
                "counted among the members",
            ],
            id="member concerned",
        ),
        pytest.param(
            written(RULE, more=VETO),
            "veto",
            [
                "at least 2 members became more than 2 members",
                "at least 2 members became at least 1 member",
                "at least 2 members became at least 3 members",
                "at least 2 members was dropped",
                "a no longer holds the veto",
                "b no longer holds the veto",
                "a veto held by each alone is now held together",
                "a veto by notice became a veto by vote",
                "a reason for a veto is no longer needed",
                "a limit of 1 per year became a limit of 0 per year",
                "a limit of 1 per year became a limit of 2 per year",
                "the limit of 1 per year was dropped",
                "the veto of a and b was dropped",
            ],
            id="veto",
        ),
        pytest.param(
            written("passes: no wise member against", more="groups: {wise: [a, b]}\n"),
            "class",
            [
                "no wise member against became no member against",
                "a was moved out of wise",
                "b was moved out of wise",
            ],
            id="group",
        ),
        pytest.param(
            written("passes: at least 1 member in each side"),
            "class",
            [
                "at least 1 member in each side became at least 1 member",
                "at least 1 member in each side became at least 1 member in at least 1 side",
                "a was moved from left to right",
                "b was moved from right to left",
                "c was moved from left to right",
            ],
            id="class",
        ),
        pytest.param(
            written(f"{RULE}, body: board", more=BOARD),
            "seat",
            [
                "the seat of a in board was dropped",
                "the seat of b in board was dropped",
                "what board decides is now decided by all members",
            ],
            id="seats",
        ),
        pytest.param(
            written(RULE, more=MONEY),
            "limit",
            [
                "a limit of 100 EUR became 99 EUR",
                "a limit of 100 EUR became 101 EUR",
                "the limit of 100 EUR was dropped",
                "a limit of 1000 EUR became 1001 EUR",
                "the limit of 1000 EUR was dropped",
                "a term that starts on 1 January 2026 became one that starts on 31 December 2025",
                "a term that starts on 1 January 2026 became one that starts on 2 January 2026",
            ],
            id="money",
        ),
        pytest.param(
            written(f"{RULE}, valid: {{from: 2026-02-01}}"),
            "limit",
            [
                "in force from 1 February 2026 became in force from 31 January 2026",
                "in force from 1 February 2026 became in force from 2 February 2026",
                "a term that starts on 1 January 2026 became one that starts on 31 December 2025",
                "a term that starts on 1 January 2026 became one that starts on 2 January 2026",
            ],
            id="in force",
        ),
    ],
)
def test_each_kind_of_change(text: str, kind: str, wanted: list[str]) -> None:
    assert said(text, kind) == wanted


@pytest.mark.parametrize(
    ("text", "never"),
    [
        pytest.param(
            written(f"{RULE}, member_concerned: {{votes: false}}"),
            "for the quorum",
            id="no quorum to count for",
        ),
        pytest.param(
            written(RULE, more="groups: {wise: [a, b]}\n"), "wise", id="a group that nothing asks for"
        ),
        pytest.param(written(RULE), "from left to right", id="a class that nothing asks for"),
        pytest.param(
            written(RULE, more="bodies: {board: {members: [a]}}\n"), "board", id="a body that decides nothing"
        ),
        pytest.param(
            written(f"{RULE}, proxies: {{count: [vote, quorum]}}"),
            "for the quorum no longer",
            id="nobody asks who is there",
        ),
    ],
)
def test_what_makes_no_difference_to_anything_is_left_alone(text: str, never: str) -> None:
    assert not [each.said for each in changes(text) if never in each.said]


def charters() -> list[Path]:
    return sorted((ROOT / "fixtures").glob("*/*/charter.yaml"))


@pytest.mark.parametrize("path", charters(), ids=lambda path: f"{path.parent.parent.name}-{path.parent.name}")
def test_every_change_of_a_real_charter_differs_from_it_and_from_every_other(path: Path) -> None:
    charter = _charter(path)
    found = list(mutants(charter))
    assert found
    assert all(each.charter != charter for each in found)
    assert all(each.decisions and set(each.decisions) <= set(charter.decisions) for each in found)
    assert len({(each.route, each.said) for each in found}) == len(found)
    assert [each.said for each in mutants(charter)] == [each.said for each in found]


def _charter(path: Path) -> Charter:
    found = load(read(path.read_bytes(), path.name)).charter
    assert found is not None
    return found


def test_the_charter_itself_stays_as_it_was() -> None:
    place = under(written(RULE, more=VETO))
    before = repr(place.charter)
    assert len(list(mutants(place.charter))) > 20
    assert repr(place.charter) == before


def test_one_place_is_changed_and_the_rest_is_the_same() -> None:
    charter = under(written(f"{RULE}, notice: 2 days", more=VETO)).charter
    changed = put(charter, ("decisions", "joint", "passes"), "all members")
    assert changed.decisions["joint"].passes == "all members"
    assert changed.decisions["joint"].notice == charter.decisions["joint"].notice
    assert changed.members is charter.members
    assert put(changed, ("decisions", "joint", "passes"), "at least 2 members") == charter
    assert put(charter, ("vetoes", 0), None).vetoes == ()
    assert put(charter, ("vetoes", 0, "needs", 0), None).vetoes[0].needs == ()


def test_the_schema_knows_every_kind_of_change() -> None:
    schema = json.loads((ROOT / "docs/schema/test-run-1.json").read_text(encoding="utf-8"))
    assert schema["definitions"]["change"]["properties"]["kind"]["enum"] == list(KINDS)
    assert list(KINDS) == list(get_args(Kind))
