"""The pages about policies and facts."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from coalcheck.engine.facts.fact import Fact, Property
from coalcheck.engine.facts.table import TABLE
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.domain import domain
from coalcheck.engine.policy.load import manual
from coalcheck.engine.policy.model import Example, Good, Policy, Profile
from coalcheck.engine.report.manual import explain, facts, policies
from coalcheck.engine.report.manual.condition import outline
from coalcheck.engine.report.manual.related import related

KNOWN = {
    "has_exit": Property(bool, "Something stands under exit."),
    "members": Property(int, "How many members there are."),
    "model": Property(str, "The model, where it is said."),
}
TWO = "model: opportunistic\nmembers: [{id: a}, {id: b}]\n"
BY_MODEL: Mapping[Profile, Severity | None] = {
    "opportunistic": Severity.ERROR,
    "values-bridge": Severity.WARNING,
    "structural": None,
    "network": Severity.INFO,
}


def policy(when: Condition, severity: Mapping[Profile, Severity | None] = BY_MODEL, **more: str) -> Policy:
    return Policy(
        code=more.get("code", "E501"),
        name=more.get("name", "missing-exit-terms"),
        title="How a member leaves is not written",
        severity=severity,
        subject="charter",
        when=when,
        at="exit",
        message="{members} members, and no way to leave",
        why="Easy leaving is a strength.",
        fix=more.get("fix", ""),
        write=more.get("write", "exit:\n  notice: 7 days\n"),
        stages=("draft", "signed"),
        source=("The five essentials",),
        examples=(
            Example("it is enough", "name: A\nexit: {notice: 7 days}\n"),
            Example("nothing", f"name: A   # expect: E501 no way\n{TWO}"),
        ),
    )


EXIT = Comparison("has_exit", "is", False)
HEADS = '"How many members there are"'
MODEL = '"The model, where it is said"'


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        pytest.param(EXIT, ['"Something stands under exit": no'], id="no"),
        pytest.param(Comparison("members", "at_least", 3), [f"{HEADS}: at least 3"], id="a number"),
        pytest.param(Comparison("members", "below", 3), [f"{HEADS}: fewer than 3"], id="another number"),
        pytest.param(Comparison("model", "in", ("a", "b", "c")), [f"{MODEL}: a, b or c"], id="one of"),
        pytest.param(Comparison("model", "missing", True), [f"{MODEL}: not known"], id="missing"),
        pytest.param(Comparison("model", "missing", False), [f"{MODEL}: known"], id="known"),
        pytest.param(Comparison("novel", "is", 1), ['"novel": 1'], id="not in the table"),
        pytest.param(All((Comparison("members", "is", 2),)), [f"{HEADS}: 2"], id="all of one"),
        pytest.param(
            Any((Comparison("members", "above", 2), Not(All((EXIT, Comparison("novel", "is", "x")))))),
            [
                "at least one of these:",
                f"  {HEADS}: more than 2",
                "  this does not hold:",
                "    all of these:",
                '      "Something stands under exit": no',
                '      "novel": x',
            ],
            id="nested",
        ),
    ],
)
def test_a_condition_in_words(condition: Condition, lines: list[str]) -> None:
    assert outline(condition, KNOWN) == lines


def test_a_page_of_the_manual() -> None:
    page = explain.page(policy(EXIT), KNOWN, 60)
    assert page == (
        """\
How a member leaves is not written (missing-exit-terms, E501)

WHAT IT CHECKS
   It looks at the charter as a whole, and speaks where:
     "Something stands under exit": no
   It then says: 2 members, and no way to leave

HOW MUCH IT MATTERS
   In an opportunistic coalition: settle before signing.
   In a values-bridge coalition: worth a talk.
   In a structural coalition: not asked.
   In a network: good practice.
   It is asked only at these stages: draft, signed.

WHY
   Easy leaving is a strength.

WHAT TO WRITE
   exit:
     notice: 7 days

A CHARTER IN WHICH IT SPEAKS: nothing
   name: A   # E501 speaks of this line
   model: opportunistic
   members: [{id: a}, {id: b}]

A CHARTER IN WHICH IT DOES NOT SPEAK: it is enough
   name: A
   exit: {notice: 7 days}

WHERE IT COMES FROM
   The five essentials
"""
    )


@pytest.mark.parametrize("name", ["cut-by-hash", "missing-space", "smart-quotes", "missing-key"])
def test_what_to_write_is_without_the_marks_of_examples(name: str) -> None:
    shipped = manual(name)
    page = explain.page(shipped, TABLE[shipped.subject], 100)
    assert "WHAT TO WRITE" in page
    assert "expect:" not in page


def test_a_row_is_told_and_a_sentence_stands_as_it_is() -> None:
    told = replace(
        policy(EXIT), source=("S6.exit.unsaid", "Five essentials"), good=Good("exit: {}", "A body")
    )
    page = explain.page(told, KNOWN, 70)
    assert page.endswith("""
A GOOD CLAUSE FROM A REAL BODY: A body
   exit: {}

WHERE IT COMES FROM
   How one leaves. Whoever can leave in good order can stay with a
   good conscience. Terms written while all are friends are fair. (row
   S6.exit)
   Five essentials
""")


def from_rows(code: str, *source: str, at: str = "here", family: str = "E") -> Policy:
    return replace(policy(EXIT, code=f"{family}{code}", name=f"rule-{code}"), source=source, at=at)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param(
            [from_rows("502", "D5.no-end"), from_rows("503", "D5.by-silence")], "503 502", id="cells first"
        ),
        pytest.param([from_rows("503", "D5"), from_rows("502", "D5")], "502 503", id="then by code"),
        pytest.param(
            [from_rows("502", "D5"), from_rows("503", "N1", at="exit.cost")], "502 503", id="then the place"
        ),
        pytest.param(
            [from_rows("502", "D5"), from_rows("501", "D5", family="P")], "502 501", id="own family first"
        ),
        pytest.param([from_rows("502", "D4"), from_rows("503", "A sentence")], "", id="nothing in common"),
        pytest.param([from_rows("501", "D5.by-silence", at="exit")], "", id="never itself"),
        pytest.param([from_rows(f"51{n}", "D5") for n in range(9)], "510 511 512 513 514", id="at most five"),
    ],
)
def test_related_rules(others: list[Policy], expected: str) -> None:
    one = from_rows("501", "D5.by-silence", "A sentence", at="exit")
    found = related(one, others, domain())
    assert " ".join(each.code[1:] for each in found) == expected


def test_related_rules_stand_at_the_end_of_the_page() -> None:
    page = explain.page(from_rows("501", "D5"), KNOWN, 60, [from_rows("502", "D5")])
    assert page.endswith("\nRELATED RULES\n   How a member leaves is not written (rule-502, E502)\n")
    assert "RELATED" not in explain.page(from_rows("501", "D5"), KNOWN, 60, [from_rows("502", "D4")])


def test_without_an_example_what_is_not_known_is_left_open() -> None:
    page = explain.page(replace(policy(EXIT), examples=()), KNOWN, 60)
    assert "   It then says: … members, and no way to leave\n" in page
    assert "IN WHICH" not in page


def test_where_all_models_agree_it_is_said_once() -> None:
    same: Mapping[Profile, Severity | None] = dict.fromkeys(
        ("opportunistic", "values-bridge", "structural"), Severity.INFO
    )
    page = explain.page(policy(EXIT, same, fix="Write it.", write=""), KNOWN, 60)
    assert "   In every coalition: good practice.\n" in page
    assert "WHAT TO DO\n   Write it.\n" in page
    assert "WHAT TO WRITE" not in page


def test_the_list() -> None:
    listed = [policy(Comparison("members", "is", n), code=f"E50{n}", name=f"policy-{n}") for n in (2, 1)]
    lines = policies.page(listed).splitlines()
    assert lines[0].split() == (
        ["CODE", "NAME", "OPPORTUNISTIC", "VALUES-BRIDGE", "STRUCTURAL", "WHAT", "IT", "IS", "ABOUT"]
    )
    assert lines[1].startswith(
        "E501  policy-1  settle         talk           not asked   How a member leaves"
    )
    assert lines[1].endswith("(network: practice)")
    assert lines[2].startswith("E502")
    assert json.loads(policies.document(listed))["policies"][0]["severity"] == {
        "opportunistic": "error",
        "values-bridge": "warning",
        "structural": None,
        "network": "info",
    }


def test_facts_as_they_are_known() -> None:
    known = (
        Fact("charter", "", (), {"members": 3, "has_exit": False}),
        Fact("member", "breathe", ("members", 0), {"name": "A\x1b[2J\nB"}),
        Fact("veto", "", ("vetoes", 1), {}),
    )
    assert facts.page(known) == (
        "charter\n  members   3\n  has_exit  no\n\n"
        'member breathe   at members (1)\n  name  "A\ufffd[2J\\nB"\n\n'
        "veto   at vetoes (2)\n"
    )


def test_the_table_of_properties() -> None:
    assert facts.table({"charter": KNOWN, "file": {}}) == (
        "charter\n"
        "  has_exit  yes or no  Something stands under exit.\n"
        "  members   number     How many members there are.\n"
        "  model     text       The model, where it is said.\n\n"
        "file\n"
    )
