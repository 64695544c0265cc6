"""The charter as a whole: sentences, days, what is written and what is not."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.prose import count_sentences
from coalcheck.engine.source.read import read


def charter(text: str, *, members: str = "[{id: a, name: Alpha}, {id: b, name: Beta}, {id: c}]") -> Fact:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Stop the deal before the vote on 30 September 2026.", 1, id="one"),
        pytest.param("Stop the deal", 1, id="without a full stop"),
        pytest.param("", 0, id="nothing"),
        pytest.param("Stop the deal. Bring clean buses.", 2, id="two"),
        pytest.param("Stop the deal! Will we? Yes.", 3, id="other ends"),
        pytest.param("Stop the deal (e.g. chapter 4) by 1 Feb. 2027.", 1, id="abbreviations"),
        pytest.param("Keep the U.S. Congress from passing it.", 1, id="initials"),
        pytest.param("Say no. Then go.", 2, id="the word no"),
        pytest.param("Repeal No. 7 of the act.", 1, id="a number"),
        pytest.param("Keep warming to 1.5 degrees.", 1, id="a decimal point"),
        pytest.param('They said "No more." We agree.', 2, id="inside quotes"),
        pytest.param("空気をきれいに。港を守る。", 2, id="another script"),
        pytest.param("End it... and soon.", 1, id="dots that go on"),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert count_sentences(text) == count


TERM = "term: {starts: 2026-04-01, ends: 2026-10-31}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TERM,
            {"term_months": 7, "review_due": "1 July 2026", "ends_before_start": False},
            id="seven months",
        ),
        pytest.param("term: {starts: 2026-04-01, ends: 2026-09-30}", {"term_months": 6}, id="six to the day"),
        pytest.param("term: {starts: 2026-04-01, ends: 2026-10-01}", {"term_months": 7}, id="six and a day"),
        pytest.param("term: {starts: 2026-01-31, ends: 2026-02-27}", {"term_months": 1}, id="a short month"),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2026-05-31}",
            {"review_due": "1 May 2026"},
            id="half of two months",
        ),
        pytest.param(
            "term: {starts: 2026-04-01}", {"review_due": "1 July 2026", "has_end": False}, id="no end"
        ),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2025-10-31}", {"ends_before_start": True}, id="turned round"
        ),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 31/10/2026}", {"has_end": True}, id="an end that cannot be read"
        ),
        pytest.param("term: {starts: 2026-04-01, ends: }", {"has_end": False}, id="an end that is empty"),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2026-12-31, first_review: 2026-07-01}",
            {"first_review_months": 3, "first_review_late": False},
            id="review in time",
        ),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2026-12-31, first_review: 2026-07-02}",
            {"first_review_months": 4, "first_review_late": True},
            id="review a day late",
        ),
        pytest.param(
            f"{TERM}\nexit: {{notice: 7 months}}",
            {"exit_notice_outlasts_term": False},
            id="notice as long as the term",
        ),
        pytest.param(
            f"{TERM}\nexit: {{notice: 8 months}}",
            {"exit_notice_outlasts_term": True},
            id="notice a month longer",
        ),
        pytest.param(f"{TERM}\nexit: {{notice: 2 weeks}}", {"exit_notice_days": 14}, id="notice in weeks"),
        pytest.param("exit: {notice: 36 hours}", {"exit_notice_days": 2}, id="notice in hours"),
        pytest.param("exit: {notice: 99999 years}", {"exit_notice_days": 99999 * 365}, id="notice for ever"),
        pytest.param(
            "renewal: {every: 12 months, at_latest: 18 months}",
            {"renewal_months": 18},
            id="renewal at the latest",
        ),
        pytest.param("renewal: {every: quarter}", {"renewal_months": 3}, id="renewal each quarter"),
        pytest.param("check_ins: {every: 2 weeks}", {"check_in_days": 14}, id="check-ins"),
        pytest.param(
            "why_now: {date: 2026-03-31}\n" + TERM, {"starts_after_event": True}, id="after the event"
        ),
        pytest.param("why_now: {date: 2026-04-01}\n" + TERM, {"starts_after_event": False}, id="on its day"),
    ],
)
def test_days(text: str, expected: dict[str, Value]) -> None:
    values = charter(text).values
    assert {name: values.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", {"has_exit": False, "has_boundary": False, "has_widen": False}, id="nothing"),
        pytest.param("exit: {notise: 7 days}", {"has_exit": True}, id="a misspelt key is still something"),
        pytest.param("exit:", {"has_exit": False}, id="a key alone is nothing"),
        pytest.param("exit: {}", {"has_exit": False}, id="an empty block is nothing"),
        pytest.param(
            "scope: Air and jobs, no more",
            {"has_boundary": True, "has_outside": True},
            id="prose may say all",
        ),
        pytest.param("scope: {outside: [x]}", {"has_boundary": True, "has_set_aside": False}, id="outside"),
        pytest.param(
            "scope: {set_aside: [x]}", {"has_boundary": False, "has_set_aside": True}, id="set aside"
        ),
        pytest.param(
            "legal: not a contract",
            {"legal_is_contract": False, "legal_denies_contract": True},
            id="no contract",
        ),
        pytest.param(
            "legal: contract under the law of Ohio",
            {"legal_is_contract": True, "legal_names_law": True},
            id="law",
        ),
        pytest.param("legal: a contract", {"legal_is_contract": True, "legal_names_law": False}, id="no law"),
        pytest.param("goal_end: {reached_when: x}", {"goal_end_undeclared": True}, id="a sign alone"),
        pytest.param(
            "goal_end: {in_words: When all say so}", {"goal_end_undeclared": False}, id="said in a sentence"
        ),
        pytest.param("renewal: {form: renewed automatically}", {"renewal_by_silence": True}, id="by silence"),
        pytest.param(
            "renewal: {form: a day together}", {"renewal_by_silence": False}, id="by a day together"
        ),
        pytest.param(
            "exit: With the consent of the others.", {"exit_permission_words": "consent"}, id="consent"
        ),
        pytest.param(
            "exit: Without the consent of the others.", {"exit_permission_words": None}, id="without consent"
        ),
        pytest.param(
            "exit: {notice: 7 days, cost: none}", {"exit_permission_words": None}, id="no such words"
        ),
        pytest.param(
            "conflict: {mediator: {first: x}}",
            {"has_mediator": True, "has_substitute": False},
            id="a mediator",
        ),
        pytest.param(
            "scope: {inside: [{about: x, words: [Air, jobs]}], outside: [{about: y, words: [air, war]}]}",
            {"shared_words": "air"},
            id="a word on both sides",
        ),
        pytest.param(
            "scope: {widen: d}\ndecisions: {d: {covers: [speak]}, e: {covers: [widen-scope]}}",
            {"widen_with": "e", "widen_by": "e"},
            id="two ways to widen",
        ),
        pytest.param(
            "scope: {widen: e}\ndecisions: {e: {covers: [widen-scope]}}",
            {"widen_with": None},
            id="one way to widen",
        ),
    ],
)
def test_what_is_written(text: str, expected: dict[str, Value]) -> None:
    values = charter(text).values
    assert {name: values.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("members", "named"),
    [
        pytest.param("[{id: a, name: Alpha}, {id: b}, {id: c}]", "any of you", id="nobody"),
        pytest.param("[{id: a, success: x}, {id: b, name: Beta}, {id: c}]", "Beta or c", id="two"),
        pytest.param("[{id: a, success: x}, {id: b, success: y}]", None, id="everyone says"),
        pytest.param("[{id: a}]", "a", id="one member"),
    ],
)
def test_who_leaves_something_out(members: str, named: str | None) -> None:
    assert charter("", members=members).values.get("without_success") == named


def test_many_names_are_cut() -> None:
    rows = ", ".join(["{id: x, success: y}", *(f"{{id: m{n}}}" for n in range(9))])
    assert charter("", members=f"[{rows}]").values["without_success"] == "m0, m1, m2, m3 and 5 more"


MEMBER_ROWS = [
    pytest.param("{id: b, signatory: {position: chair}}", {"has_signatory": True}, id="a post"),
    pytest.param("{id: b, signatory: chair}", {"has_signatory": True}, id="a post in one word"),
    pytest.param(
        "{id: b, signatory: {entitled_by: bylaw 7}}", {"has_signatory": False}, id="a right and nobody"
    ),
    pytest.param("{id: b}", {"has_signatory": False, "has_role": False, "has_staff": False}, id="nothing"),
    pytest.param(
        "{id: b, commits: Two organisers}", {"has_staff": True, "staff_is_none": False}, id="a sentence"
    ),
    pytest.param("{id: b, commits: {staff: none}}", {"has_staff": True, "staff_is_none": True}, id="none"),
    pytest.param("{id: b, commits: {staff: 0 hours a month}}", {"staff_is_none": True}, id="nought hours"),
    pytest.param("{id: b, commits: {staff: 0.5 posts}}", {"staff_is_none": False}, id="half a post"),
    pytest.param(
        "{id: b, own_approval: {status: pending}}",
        {"has_approval": True, "approval_pending": True},
        id="pending",
    ),
    pytest.param(
        "{id: b, signatory: {position: chair}, signed: {date: 2026-04-01}}", {"is_signed": True}, id="signed"
    ),
    pytest.param("{id: b, signed: {date: 2026-04-01}}", {"is_signed": False}, id="signed by nobody"),
]


@pytest.mark.parametrize(("row", "expected"), MEMBER_ROWS)
def test_members(row: str, expected: dict[str, Value]) -> None:
    facts = collect(load(read(f"name: X\nmembers:\n  - {{id: a}}\n  - {row}\n", "x"))).facts
    fact = next(fact for fact in facts if fact.subject == "member" and fact.id == "b")
    assert {name: fact.values[name] for name in expected} == expected
    assert fact.route == ("members", 1)


@pytest.mark.parametrize(
    ("named", "words"),
    [
        pytest.param(2, "The other two name a person who may sign.", id="both others"),
        pytest.param(1, "One of the others names a person who may sign.", id="one of them"),
        pytest.param(0, "No member names one yet.", id="nobody"),
    ],
)
def test_what_the_others_say_on_signing(named: int, words: str) -> None:
    rows = [f"{{id: m{n}{', signatory: chair' if n < named else ''}}}" for n in range(2)]
    facts = collect(load(read(f"name: X\nmembers: [{', '.join(rows)}, {{id: z}}]\n", "x"))).facts
    fact = next(fact for fact in facts if fact.id == "z")
    assert fact.values["signatories_elsewhere"] == words


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "{members: all}", {"members": 3, "is_everyone": True, "decides_for_others": False}, id="all"
        ),
        pytest.param(
            "{members: [a, b]}", {"members": 2, "is_everyone": False, "decides_for_others": True}, id="two"
        ),
        pytest.param(
            "{seats: [{member: a}, {member: a}, {level: leadership}]}",
            {"members": 1, "seats": 3},
            id="seats, one vacant",
        ),
        pytest.param(
            "{members: all, explains: {within: 2 days}}", {"explains_hours": 48}, id="explains in two days"
        ),
        pytest.param(
            "{members: all, input: by letter}", {"has_input": True, "has_limits": False}, id="input"
        ),
    ],
)
def test_bodies(body: str, expected: dict[str, Value]) -> None:
    text = f"name: X\nmembers: [{{id: a}}, {{id: b}}, {{id: c}}]\nbodies: {{board: {body}}}\n"
    text += "decisions: {d: {body: board, passes: all members}}\n"
    fact = next(fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "body")
    assert {name: fact.values[name] for name in expected} == expected
