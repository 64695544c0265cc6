"""A policy file: what is read from it, and where a mistake is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.fact import Property
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.form import Table, read_policy
from coalcheck.engine.policy.model import Example, Good
from coalcheck.engine.source.node import Problem

TABLE: Table = {
    "charter": {
        "has_exit": Property(bool, "Exit terms are written."),
        "members": Property(int, "How many members."),
        "name": Property(str, "The name."),
    },
    "file": {"problem": Property(str, "What is wrong.")},
}

SOUND = """\
code: E501
name: no-exit
title: How a member leaves is not written
severity: error
subject: charter
when: {has_exit: false}
at: exit
message: How a member leaves {name} is not written
why: >-
  In a short alliance
  easy leaving is a strength.

  So write it.
write: |
  exit:
    notice: 7 days
"""


def problems(text: str) -> list[Problem]:
    """What is wrong with a policy file called no-exit.yaml."""
    policy, document = read_policy(text, "policies/exit/no-exit.yaml", TABLE)
    assert (policy is None) is bool(document.problems)
    return list(document.problems)


def with_line(line: str) -> str:
    """The sound policy with the line of the same key replaced, or one more line."""
    key = line.partition(":")[0]
    lines = [line if each.startswith(f"{key}:") else each for each in SOUND.splitlines()]
    return "\n".join(lines if line in lines else [line, *lines]) + "\n"


def test_a_policy_is_read_whole() -> None:
    text = f"""{SOUND}\
stages: [draft, signed]
related:
  widen: the rule for {{name}}
in_order: the way to leave
source: [Five essentials, Another]
good:
  from: A body,
    Article 13
  clause: |
    exit:
      notice: 1 year
examples:
  - name: nothing
    charter: |
      name: x   # expect: E501
  - name: about policies
    policy: "name: y"
"""
    policy, document = read_policy(
        text.replace("error", "{opportunistic: error, values-bridge: info, structural: off, body: warning}"),
        "policies/exit/no-exit.yaml",
        TABLE,
    )

    assert document.problems == ()
    assert policy is not None
    assert policy.code == "E501"
    assert policy.when == Comparison("has_exit", "is", value=False)
    assert policy.severity == {
        "opportunistic": Severity.ERROR,
        "values-bridge": Severity.INFO,
        "structural": None,
        "body": Severity.WARNING,
    }
    assert policy.stages == ("draft", "signed")
    assert policy.related == {"widen": "the rule for {name}"}
    assert policy.why == "In a short alliance easy leaving is a strength.\nSo write it."
    assert policy.write == "exit:\n  notice: 7 days"
    assert policy.source == ("Five essentials", "Another")
    assert policy.good == Good("exit:\n  notice: 1 year", "A body, Article 13")
    assert policy.file == "policies/exit/no-exit.yaml"
    assert policy.examples == (
        Example("nothing", "name: x   # expect: E501\n"),
        Example("about policies", "name: y", "policy"),
    )


@pytest.mark.parametrize(
    ("line", "kind", "columns", "values"),
    [
        pytest.param(
            "subject: members", "policy-unknown-word", (10, 17), {"suggestion": "member"}, id="a subject"
        ),
        pytest.param(
            "severity: bad",
            "policy-unknown-word",
            (11, 14),
            {"key": "severity", "expected": "error, warning, info, off"},
            id="a severity",
        ),
        pytest.param("severity: [error]", "policy-wrong-type", (11, 18), {}, id="severities are no list"),
        pytest.param(
            "severity: {opportunistic: error, values-bridge: off}",
            "policy-incomplete",
            (11, 53),
            {"key": "structural"},
            id="a model left out",
        ),
        pytest.param(
            "stages: draft", "policy-wrong-type", (9, 14), {"expected": "a list"}, id="stages are a list"
        ),
        pytest.param("stages: []", "policy-incomplete", (9, 11), {"key": "stages"}, id="no stage"),
        pytest.param("at: [exit]", "policy-wrong-type", (5, 11), {"expected": "text"}, id="one place"),
        pytest.param('title: ""', "policy-incomplete", (8, 10), {"key": "title"}, id="an empty title"),
        pytest.param(
            "message: Of {nam} nothing",
            "policy-unknown-field",
            (13, 18),
            {"found": "nam", "suggestion": "name", "detail": "message"},
            id="an unknown word in braces",
        ),
        pytest.param(
            "fix: See {Name}", "policy-unknown-field", (10, 16), {"detail": "fix"}, id="a capital letter"
        ),
        pytest.param(
            "related: {widen: the rule of {who}}", "policy-wrong-type", None, {}, id="braces inside braces"
        ),
        pytest.param(
            "name: exit-none", "policy-name-differs", (7, 16), {"expected": "no-exit"}, id="the file's name"
        ),
        pytest.param("titel: x", "policy-unknown-key", (1, 6), {"suggestion": "title"}, id="an unknown key"),
        pytest.param(
            "examples: [nothing]", "policy-wrong-type", (12, 19), {}, id="an example is more than a name"
        ),
        pytest.param(
            "good: NATO", "policy-wrong-type", (7, 11), {"key": "good"}, id="a body without a clause"
        ),
        pytest.param(
            "good: {from: NATO}", "policy-incomplete", (7, 19), {"key": "clause"}, id="the clause is left out"
        ),
        pytest.param(
            "good: {from: NATO, clause: 'exit: x', source: y}",
            "policy-unknown-key",
            (39, 45),
            {"expected": "clause, from"},
            id="a key that no good clause has",
        ),
        pytest.param(
            "examples: [{name: a}]", "policy-incomplete", (12, 21), {"key": "charter"}, id="without text"
        ),
    ],
)
def test_a_mistake_is_found_where_it_is(
    line: str, kind: str, columns: tuple[int, int] | None, values: dict[str, str]
) -> None:
    text = with_line(line)
    number = text.splitlines().index(line) + 1
    found = [problem for problem in problems(text) if problem.kind == kind]

    assert len(found) == 1, problems(text)
    assert found[0].span.line == number
    assert columns is None or (found[0].span.column, found[0].span.end_column) == columns
    assert values.items() <= found[0].values.items()


def test_every_mistake_is_found_not_only_the_first() -> None:
    text = SOUND.replace("has_exit: false", "has_exits: false, members: two").replace("title", "titel")

    assert [problem.kind for problem in problems(text)] == [
        "policy-incomplete",
        "policy-unknown-key",
        "policy-unknown-fact",
        "policy-wrong-type",
    ]


@pytest.mark.parametrize("key", ["code", "title", "severity", "subject", "when", "at", "message"])
def test_what_is_missing_is_asked_for_at_the_name(key: str) -> None:
    lines = [line for line in SOUND.splitlines() if not line.startswith(f"{key}:")]
    found = problems("\n".join(lines))

    assert [(problem.kind, problem.values["key"]) for problem in found] == [("policy-incomplete", key)]
    assert lines[found[0].span.line - 1].startswith("name")


def test_a_file_that_breaks_off_is_not_scolded_for_what_was_not_read() -> None:
    policy, document = read_policy(f"code: L001\nname: {'[' * 5_000}\n", "no-exit.yaml", TABLE)

    assert policy is None
    assert document.problems
    assert not any(problem.kind == "policy-incomplete" for problem in document.problems)


@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.integers(0, 9), st.text(max_size=4)), max_size=6))
def test_no_text_ever_raises(cuts: list[tuple[int, int, str]]) -> None:
    text = SOUND
    for start, length, put in cuts:
        text = text[:start] + put + text[start + length :]
    policy, document = read_policy(text, "no-exit.yaml", TABLE)

    assert policy is not None or document.problems
