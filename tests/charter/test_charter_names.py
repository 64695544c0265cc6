"""Names: references to nothing, twins, clashes, and keys of members that nothing uses."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.source.node import Problem
from coalcheck.engine.source.read import read

BASE = """
name: X
purpose: Y
kinds: [sing]
members:
  - {id: breathe}
  - {id: local-9, union: dockers}
  - {id: AT}
groups:
  founders: [breathe]
bodies:
  steering: {members: founders}
decisions:
  joint: {covers: [speak, sing], body: steering, passes: majority of members in each union}
  change: {covers: [amend], passes: all members}
conflict:
  steps: [{id: talk, then: ends}]
integration:
  sprints: [{id: first}]
"""


def problems(lines: str, kind: str) -> list[Problem]:
    return [p for p in load(read(BASE + lines, "x")).problems if p.kind == kind]


def test_the_base_is_in_order() -> None:
    assert load(read(BASE, "x")).problems == ()


@pytest.mark.parametrize(
    ("lines", "found", "repair"),
    [
        pytest.param("vetoes: [{holders: [breath]}]", "breath", "breathe", id="holder"),
        pytest.param("vetoes: [{over: [joint, chage]}]", "chage", "change", id="over"),
        pytest.param("scope: {widen: chnage}", "chnage", "change", id="widen"),
        pytest.param("scope: {widen: all members}", "all members", "", id="widen is no sentence"),
        pytest.param("weights: {fees: {breathe: 1, loca-9: 2}}", "loca-9", "local-9", id="weight"),
        pytest.param("weights: {fees: {values: {at: 1}}}", "at", "AT", id="capitals matter"),
        pytest.param("bridge: {as_each_means_it: {brethe: x}}", "brethe", "breathe", id="bridge"),
        pytest.param("messaging: {audiences: {breth: x}}", "breth", "breathe", id="audience"),
        pytest.param("explaining: {nobody: x}", "nobody", "", id="explaining"),
        pytest.param("value: {portfolios: {x: {financial: y}}}", "x", "", id="portfolio"),
        pytest.param("coordinator: {answers_to: stearing}", "stearing", "steering", id="answers to"),
        pytest.param("coordinator: {answers_to: assembly}", "assembly", "", id="answers to no one"),
        pytest.param("renewal: {renewed_by: found}", "found", "", id="renewed by"),
        pytest.param("goal_end: {declared_by: jont}", "jont", "joint", id="declared by"),
        pytest.param("joining: {decision: admit}", "admit", "", id="a kind is no decision"),
        pytest.param("annexes: [{file: a.yaml, changed_by: routine}]", "routine", "", id="annex"),
        pytest.param("records: {kept_by: local9}", "local9", "local-9", id="misspelt where anyone may stand"),
        pytest.param(
            "information: {tiers: [{id: t, read_by: [sterring]}]}", "sterring", "steering", id="reader"
        ),
        pytest.param("rotating: [{role: chair, order: [breathe, me]}]", "me", "", id="rotation"),
        pytest.param("communication: {working_groups: [{members: [x]}]}", "x", "", id="working group"),
        pytest.param(
            "fund: {spending: [{up_to: 5 EUR, by: steerin}]}", "steerin", "steering", id="who may spend"
        ),
    ],
)
def test_a_name_of_nothing(lines: str, found: str, repair: str) -> None:
    (problem,) = problems(lines, "unknown-name")
    assert (problem.values["found"], problem.values["repair"]) == (found, repair)
    assert problem.values["expected"].startswith(("a ", "an "))
    if repair:
        assert problem.values["suggestion"] == f"Did you mean {repair}?"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("then: ends", "then: end", "end", id="step"),
        pytest.param("body: steering", "body: board", "board", id="body"),
        pytest.param("covers: [amend]", "covers: [amnd]", "amnd", id="kind"),
        pytest.param("members: founders", "members: [founders, x]", "x", id="member of a body"),
        pytest.param("members: founders}", "members: all, seats: [{member: x}]}", "x", id="holder of a seat"),
        pytest.param("members: founders}", "members: all, caps: {sector: 1/2}}", "sector", id="attribute"),
        pytest.param("sprints: [", "big_projects: [{needs: secnd}]\n  sprints: [", "secnd", id="sprint"),
        pytest.param("{id: talk, ", "{id: speak, then: talk}, {", "talk", id="a step that is gone"),
    ],
)
def test_a_name_of_nothing_in_what_is_there(old: str, new: str, found: str) -> None:
    assert old in BASE
    text = BASE.replace(old, new)
    assert found in [p.values["found"] for p in load(read(text, "x")).problems if p.kind == "unknown-name"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("vetoes: [{holders: [founders, breathe, signed], over: [joint, speak]}]", id="veto"),
        pytest.param("vetoes: [{holders: all members, over: all}]", id="everyone, everything"),
        pytest.param("coordinator: {answers_to: steering, replaced_by: change}", id="a body, a decision"),
        pytest.param("coordinator: {answers_to: the board of the host}", id="a sentence"),
        pytest.param("coordinator: {paid_by: host}", id="an outsider"),
        pytest.param("records: {kept_by: coordinator, read_by: everyone}", id="words of their own"),
        pytest.param("messaging: {speaks_for_all: Nobody, except by joint-text.}", id="nobody"),
        pytest.param("weights: {fees: {AT: 1}}", id="a member in capitals"),
        pytest.param("goal_end: {declared_by: change}", id="a decision"),
        pytest.param("first_win: {told_to_the_public_by: [breathe, press]}", id="press"),
    ],
)
def test_names_that_lead_somewhere(lines: str) -> None:
    assert problems(lines, "unknown-name") == []


def test_a_declaration_that_was_left_out_is_one() -> None:
    text = BASE.replace("change: {covers: [amend], passes: all members}", "change: all members")
    kinds = [p.kind for p in load(read(text + "scope: {widen: change}\n", "x")).problems]
    assert kinds == ["wrong-type"]


@pytest.mark.parametrize(
    ("lines", "found", "detail"),
    [
        pytest.param("weights: {votes: {breathe: 1}}", "votes", "a word of the language", id="keyword"),
        pytest.param("weights: {signed: {breathe: 1}}", "signed", "a word of the language", id="own group"),
        pytest.param("weights: {founder: {breathe: 1}}", "founder", "a group", id="singular of a group"),
        pytest.param("weights: {unions: {breathe: 1}}", "unions", "a key of the members", id="attribute"),
        pytest.param("weights: {breathe: {breathe: 1}}", "breathe", "the id of a member", id="member"),
    ],
)
def test_a_clash(lines: str, found: str, detail: str) -> None:
    (problem,) = problems(lines, "name-clash")
    assert problem.values["found"] == found
    assert detail in problem.values["detail"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("weights: {at-large: {breathe: 1}}", id="a member in capitals is no keyword"),
        pytest.param("weights: {population: {breathe: 1}}", id="a name of its own"),
        pytest.param("coordinator: manager", id="nothing named"),
    ],
)
def test_no_clash(lines: str) -> None:
    assert problems(lines, "name-clash") == []


@pytest.mark.parametrize(
    ("attributes", "rule", "expected"),
    [
        pytest.param("sector: x", "all members", ["attribute-unused"], id="nothing uses it"),
        pytest.param("sector: x", "all members in each sector", [], id="a rule uses it"),
        pytest.param("city: x", "all members in at least 2 cities", ["attribute-unused"], id="cities"),
        pytest.param("region: x", "all members in at least 2 of 6 regions", [], id="plural"),
        pytest.param("sector: x", "(all members in each sector)", [], id="beside a bracket"),
        pytest.param("sucess: x", "all members", ["attribute-misspelt"], id="a letter missing"),
        pytest.param("nmae: x", "all members", ["attribute-misspelt"], id="letters swapped"),
        pytest.param("country: x", "all members", ["attribute-unused"], id="not a misspelt count"),
        pytest.param("trust: 4", "all members", ["private-in-charter"], id="a score"),
        pytest.param("red_flags: none", "all members", ["private-in-charter"], id="a flag"),
        pytest.param("trust: a family trust", "all members", ["attribute-unused"], id="a word"),
    ],
)
def test_keys_of_members(attributes: str, rule: str, expected: list[str]) -> None:
    text = (
        f"name: X\npurpose: Y\nmembers: [{{id: b, {attributes}}}, {{id: c, {attributes}}}]\n"
        f"decisions: {{d: {{passes: {rule}}}}}\n"
    )
    kinds = [p.kind for p in load(read(text, "x")).problems]
    assert sorted(set(kinds)) == expected


def test_the_category_is_used_where_there_are_bodies() -> None:
    members = "members: [{id: b, category: x}, {id: c, category: y}]"
    for bodies, expected in (("", ["attribute-unused"]), ("\nbodies: {all-of-us: {members: all}}", [])):
        assert [
            p.kind for p in load(read(members + bodies, "x")).problems if "attribute" in p.kind
        ] == expected


def test_an_unused_key_is_said_once() -> None:
    text = "members: [{id: b, sector: x}, {id: c, sector: y}]"
    assert [p.kind for p in load(read(text, "x")).problems if "attribute" in p.kind] == ["attribute-unused"]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        pytest.param("signatroy", ["signature", "signatory"], "signatory", id="swapped"),
        pytest.param("Exit", ["exit"], "exit", id="capital"),
        pytest.param("set aside", ["set_aside"], "set_aside", id="blank"),
        pytest.param("set-aside", ["set_aside"], "set_aside", id="hyphen"),
        pytest.param("noticee", ["notice"], "notice", id="one more"),
        pytest.param("desicion", ["decision"], "decision", id="two edits"),
        pytest.param("by", ["is"], "", id="another word"),
        pytest.param("exit", ["term"], "", id="far away"),
        pytest.param("decisionnnn", ["decision"], "", id="three edits"),
        pytest.param("", ["exit"], "", id="nothing"),
        pytest.param("exit", [], "", id="nothing known"),
        pytest.param("cat", ["bat", "hat"], "bat", id="the first of two"),
    ],
)
def test_nearest(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant
