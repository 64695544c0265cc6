"""What counts as written: not the empty, not a word that holds a place; what is misspelt or misread does."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.meant import as_meant
from coalcheck.engine.facts.written import is_settled, is_written, leaves_open
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.source.read import read


def facts(text: str, subject: str) -> list[Fact]:
    return [fact for fact in collect(load(read(text, "x"))).facts if fact.subject == subject]


def values(text: str, subject: str = "charter") -> dict[str, Value]:
    return dict(facts(text, subject)[0].values)


EMPTY = [
    pytest.param("role:", id="null"),
    pytest.param("role: ~", id="a tilde"),
    pytest.param('role: ""', id="empty quotes"),
    pytest.param('role: "  "', id="quoted blanks"),
    pytest.param("role: {lead: }", id="keys with nothing behind them"),
    pytest.param("role: []", id="an empty list"),
    pytest.param("role: ['']", id="a list of nothing"),
]


@pytest.mark.parametrize("text", EMPTY)
def test_the_empty_is_not_written(text: str) -> None:
    assert not is_written(read(f"{text}\n", "x"), "role")


@pytest.mark.parametrize("text", EMPTY[:4])
def test_the_empty_is_not_there(text: str) -> None:
    assert not Places(read(f"{text}\n", "x")).is_there(("role",))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("role: Leads", id="a text"),
        pytest.param("role: '~'", id="a quoted tilde"),
        pytest.param("role: 0", id="nought"),
        pytest.param("role: {lead: yes}", id="a key"),
        pytest.param("role: [a]", id="a list"),
    ],
)
def test_the_rest_is_written_and_there(text: str) -> None:
    document = read(f"{text}\n", "x")
    assert is_written(document, "role")
    assert Places(document).is_there(("role",))


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        pytest.param("TBD", True, id="tbd"),
        pytest.param("[tbd]", True, id="in brackets"),
        pytest.param("To be agreed.", True, id="a sentence"),
        pytest.param("to be decided", True, id="decided"),
        pytest.param("none", True, id="none"),
        pytest.param("No", True, id="no"),
        pytest.param("?", True, id="a question mark"),
        pytest.param("n/a", True, id="not applicable"),
        pytest.param("...", True, id="dots"),
        pytest.param("To be heard", False, id="another to be"),
        pytest.param("To be decided together each year", False, id="more than that"),
        pytest.param("None may leave before June", False, id="a sentence with none"),
        pytest.param("No more trucks", False, id="a goal with no"),
        pytest.param("Leads", False, id="a word"),
    ],
)
def test_words_that_hold_a_place(text: str, left_open: bool) -> None:
    assert leaves_open(text) is left_open
    assert is_settled(read(f'role: "{text}"\n', "x"), "role") is not left_open


MEMBERS = "members: [{id: a}, {id: b}]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("purpose: TBD", {"has_purpose": False, "purpose_left_open": True}, id="tbd"),
        pytest.param("purpose:", {"has_purpose": False, "purpose_left_open": False}, id="an empty key"),
        pytest.param('purpose: ""', {"has_purpose": False, "purpose_left_open": False}, id="empty quotes"),
        pytest.param("purpose: Clean air.", {"has_purpose": True, "purpose_left_open": False}, id="a goal"),
        pytest.param("exit: none", {"has_exit": False}, id="no exit"),
        pytest.param("exit: By letter.", {"has_exit": True}, id="an exit in words"),
        pytest.param("exit: {notice: 7 days}", {"has_exit": True}, id="an exit"),
        pytest.param("exit: {notise: 7 days}", {"has_exit": True}, id="a misspelt notice"),
        pytest.param("exti: {notice: 7 days}", {"has_exit": True}, id="a misspelt exit"),
        pytest.param("leafing: {notice: 7 days}", {"has_exit": False}, id="a key like no exit"),
        pytest.param("term: until the vote", {"has_end": True, "has_start": True}, id="a term in words"),
        pytest.param("term: {ends: 2026-10-31}", {"has_end": True, "has_start": False}, id="an end"),
        pytest.param("model: tactical", {"has_model": True}, id="a model that does not exist"),
        pytest.param("name: X", {"has_model": False}, id="no model"),
        pytest.param("scpoe: {outside: [{id: x, about: y}]}", {"has_boundary": True}, id="a misspelt scope"),
    ],
)
def test_the_charter(text: str, expected: dict[str, Value]) -> None:
    found = values(f"{text}\n{MEMBERS}\n")
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        pytest.param("id: a, role: TBD", {"has_role": False}, id="role tbd"),
        pytest.param('id: a, role: ""', {"has_role": False}, id="role empty"),
        pytest.param("id: a, rol: Leads", {"has_role": True}, id="role misspelt"),
        pytest.param("id: a, signatory: TBD", {"has_signatory": False}, id="signatory tbd"),
        pytest.param("id: a, signatory: {name: TBD}", {"has_signatory": False}, id="its name tbd"),
        pytest.param(
            "id: a, signatory: {name: TBD, position: chair}",
            {"has_signatory": True},
            id="its name tbd, its post not",
        ),
        pytest.param("id: a, signatory: chair", {"has_signatory": True}, id="signatory in a word"),
        pytest.param("name: A, signatory: chair", {"has_signatory": True}, id="no id"),
        pytest.param(
            "id: [a], signatory: chair, success: Won", {"has_signatory": True}, id="an id that is a list"
        ),
        pytest.param(
            "id: a, signatory: chair, signed: 2026-01-01", {"is_signed": True}, id="signed as a day"
        ),
        pytest.param(
            "id: a, signatory: chair",
            {"signature": "signed: {date: 2026-04-01}"},
            id="only the day is missing",
        ),
        pytest.param(
            "id: a, signed: {date: 2026-04-01}",
            {"signature": "signatory: {name: Dana Ruiz, position: executive director}"},
            id="only the person is missing",
        ),
    ],
)
def test_a_member(sheet: str, expected: dict[str, Value]) -> None:
    found = values(f"name: X\nmembers:\n  - {{{sheet}}}\n  - {{id: b}}\n", "member")
    assert {name: found.get(name) for name in expected} == expected


def test_a_second_member_of_one_id_is_looked_up_where_it_stands() -> None:
    text = "name: X\nmembers:\n  - {id: a}\n  - {id: a, signatory: chair, success: Won}\n"
    first, second = facts(text, "member")
    assert (first.values["has_signatory"], second.values["has_signatory"]) == (False, True)
    assert values(text)["without_success"] == "a"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("covers: [speak], pases: all members", {"has_rule": True}, id="passes misspelt"),
        pytest.param("covers: [speak], passes: [all members]", {"has_rule": True}, id="passes in a list"),
        pytest.param("covers: [speak]", {"has_rule": False}, id="no passes"),
        pytest.param(
            "passes: all members, covres: [speak]", {"covers_something": True}, id="covers misspelt"
        ),
        pytest.param("passes: all members", {"covers_something": False}, id="no covers"),
    ],
)
def test_a_decision(rule: str, expected: dict[str, Value]) -> None:
    found = values(f"name: X\n{MEMBERS}\ndecisions:\n  d: {{{rule}}}\n", "decision")
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("covers", "uncovered"),
    [
        pytest.param("covers: [amend, dissolve]", "speaking in public", id="not covered"),
        pytest.param("covers: [amend, dissolve, speek]", None, id="a kind misspelt"),
        pytest.param("covers: amend dissolve speak", None, id="kinds in one text"),
        pytest.param("covres: [amend, dissolve, speak]", None, id="the key misspelt"),
    ],
)
def test_what_no_rule_covers(covers: str, uncovered: str | None) -> None:
    found = values(f"name: X\n{MEMBERS}\ndecisions:\n  d: {{{covers}, passes: all members}}\n")
    assert found.get("kinds_uncovered") == uncovered
    assert found["has_change_rule"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("memebers: [{id: a}, {id: b}]", [], id="misspelt"),
        pytest.param("people: [{id: a}, {id: b}]", ["members"], id="another word"),
    ],
)
def test_a_misspelt_block_is_not_missing(text: str, missing: list[str]) -> None:
    charter = f"name: X\npurpose: Air.\n{text}\ndecisions:\n  d: {{covers: [amend], passes: all members}}\n"
    problems = facts(charter, "file")
    assert [fact.values["key"] for fact in problems if fact.values["problem"] == "missing-key"] == missing
    assert all("unsaid" not in fact.values for fact in facts(charter, "clause"))


@pytest.mark.parametrize(
    ("text", "stage", "told"),
    [
        pytest.param("exit:", "draft", False, id="exit: asked for"),
        pytest.param("exit:", "exploring", True, id="exit: too early to ask"),
        pytest.param("exit: {notice: }", "draft", True, id="a part of it"),
        pytest.param("legal:", "draft", True, id="what is no essential"),
    ],
)
def test_an_empty_essential_is_said_once(text: str, stage: str, told: bool) -> None:
    found = facts(f"name: X\nstage: {stage}\n{MEMBERS}\n{text}\n", "file")
    assert any(fact.values["problem"] == "empty-value" for fact in found) is told


def test_a_file_without_slips_is_left_as_it_is() -> None:
    loaded = load(read(f"name: X\n{MEMBERS}\n", "x"))
    assert as_meant(loaded) is loaded.document
