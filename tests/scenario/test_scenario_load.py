"""Test files as people write them: what is read, and what is wrong with its place and what was meant."""

from __future__ import annotations

import pytest
from suites import CHARTER, HEAD, cases, suite

Told = tuple[str, int, str]


def told(text: str) -> list[Told]:
    """Kind, line and suggestion of everything that is wrong."""
    return [(each.kind, each.span.line, each.values.get("suggestion", "")) for each in suite(text).problems]


A = "id: a, action: joint"
GOOD = "  - {id: all, action: joint, for: 3, expect: adopted}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{HEAD}cases:\n{GOOD}", [], id="nothing"),
        pytest.param(f"{HEAD}cases:\n  - {{id: 7, action: joint, for: 3, expect: carried}}\n", [], id="word"),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, for: 3, expct: adopted, expect: adopted}}\n",
            [("unknown-key", 4, "Did you mean expect?")], id="misspelt key of a case",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, yes: 3, expect: adopted}}\n",
            [("unknown-key", 4, "Did you mean for?")], id="another word for a key",
        ),
        pytest.param(
            f"charters: charter.yaml\n{HEAD}cases:\n{GOOD}",
            [("unknown-key", 1, "Did you mean charter?")], id="misspelt key of the file",
        ),
        pytest.param(
            f"as_of: 2026-05-02\ngiven: {{dte: 2026-05-01}}\ncases:\n{GOOD}",
            [("unknown-key", 2, "Did you mean date?")], id="misspelt key for all",
        ),
        pytest.param(
            f"as_of: 2026-05-02\ngiven: {{id: x}}\ncases:\n{GOOD}",
            [("unknown-key", 2, "")], id="a name for all",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, for: 3, expect: adoptet}}\n",
            [("not-one-of", 4, "Did you mean adopted?")], id="misspelt verdict",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, for: 3, expect: {{verdict: adopted, bye: passes}}}}\n",
            [("unknown-key", 4, "Did you mean by?")], id="misspelt key of what is expected",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, for: 3, expect: {{to_pass: two}}}}\n",
            [("wrong-type", 4, "a number of votes, such as 1, or none.")], id="no number",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, for: 3, expect: {{scope: inn}}}}\n",
            [("not-one-of", 4, "Did you mean in?")], id="misspelt scope",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{{A}, for: [dokcers], expect: adopted}}\n",
            [("unknown-name", 4, "Did you mean dockers?")], id="misspelt member",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - {{id: a, action: joynt, for: 3, expect: adopted}}\n",
            [("unknown-name", 4, "Did you mean joint?")], id="misspelt decision",
        ),
        pytest.param(f"{HEAD}cases:\n  - all for it\n", [("wrong-type", 4, "")], id="a case that is none"),
        pytest.param(f"{HEAD}cases: all for it\n", [("wrong-type", 3, "")], id="cases that are none"),
        pytest.param(f"{HEAD}cases:\n", [("no-cases", 3, "")], id="nothing behind the key"),
        pytest.param(HEAD, [("no-cases", 1, "")], id="no key"),
        pytest.param(
            f"{HEAD}cases:\n  - {{id: [a], action: joint, for: 3, expect: adopted}}\n",
            [("wrong-type", 4, "What can stand here is a short name.")], id="a list for a name",
        ),
        pytest.param(
            f"as_of: soon\ncases:\n  - {{{A}, for: 3, expect: adopted}}\n",
            [("date-unclear", 1, "")], id="a day that is none",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - id: a\n    table: {{columns: [for, expct], rows: [[3, adopted]]}}\n"
            "    action: joint\n    expect: adopted\n",
            [("not-one-of", 5, "Did you mean expect?")], id="misspelt column",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - id: a\n    action: joint\n"
            "    table: {columns: [for, for, expect], rows: [[3, 3, adopted]]}\n",
            [("case-twice", 6, "")], id="a column twice",
        ),
        pytest.param(
            f"{HEAD}cases:\n  - id: a\n    table: [for]\n", [("wrong-type", 5, "")], id="a table that is none"
        ),
        pytest.param(
            f"{HEAD}cases:\n  - id: a\n    table: {{columns: [for], row: [[3]], rows: [[3]]}}\n"
            "    expect: adopted\n    action: joint\n",
            [("unknown-key", 5, "Did you mean rows?")], id="misspelt key of a table",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_what_was_meant(text: str, expected: list[Told]) -> None:
    found = told(text)

    assert [(kind, line) for kind, line, _ in found] == [(kind, line) for kind, line, _ in expected]
    for (*_, said), (*_, wanted) in zip(found, expected, strict=True):
        assert wanted in said


def test_a_place_is_that_of_the_file_and_not_of_the_case_made_of_it() -> None:
    (problem,) = cases("  - id: a\n    action: joint\n    for: [dokcers]\n    expect: adopted\n").problems

    assert problem.route == ("cases", 0, "for", 0)
    assert (problem.span.line, problem.span.column) == (6, 11)


def test_what_holds_for_all_is_told_once() -> None:
    text = f"as_of: 2026-05-02\ngiven: {{notice: soon}}\ncases:\n{GOOD}{GOOD.replace('all', 'most')}"

    assert [each.route for each in suite(text).problems] == [("given", "notice")]


def test_a_case_goes_before_what_holds_for_all_and_a_row_before_its_case() -> None:
    found = cases(
        "  - id: a\n    date: 2026-06-01\n    title: Letter\n    action: joint\n    for: 1\n"
        "    table: {columns: [title, expect], rows: [[Song, adopted], [~, adopted]]}\n"
    )
    actions = [case.loaded.action for case in found.cases]

    assert [case.id for case in found.cases] == ["a/Song", "a/none"]
    assert [each and (str(each.date), each.title, each.topics) for each in actions] == [
        ("2026-06-01", "Song", ("night-ban",)),
        ("2026-06-01", "Letter", ("night-ban",)),
    ]


def test_columns_of_what_is_expected_go_with_what_the_case_expects() -> None:
    found = cases(
        "  - id: a\n    action: joint\n    expect: {findings: [notice-too-short]}\n"
        "    table: {columns: [for, expect, by, scope], rows: [[3, adopted, passes, in]]}\n"
    )
    plain = cases(
        "  - id: a\n    action: joint\n    expect: adopted\n"
        "    table: {columns: [for, by], rows: [[3, passes]]}\n"
    )

    (case,), (other,) = found.cases, plain.cases
    assert case.expect is not None
    assert (case.expect.verdict, case.expect.by, case.expect.scope) == ("adopted", ("passes",), "in")
    assert other.expect is not None
    assert (other.expect.verdict, other.expect.by) == ("adopted", ("passes",))


def test_a_day_of_the_case_goes_before_that_of_the_file() -> None:
    text = f"{HEAD}cases:\n  - {{id: a, as_of: 2026-06-01, action: joint, for: 3, expect: adopted}}\n{GOOD}"

    assert [str(case.as_of) for case in suite(text).cases] == ["2026-06-01", "2026-05-02"]


def test_clauses_and_points_are_looked_for_in_the_charter_that_is_meant() -> None:
    renamed = CHARTER.replace("  change:", "  alter:")
    text = "  - {id: a, action: joint, for: 3, expect: {by: decisions.change.passes}}\n"

    assert [each.kind for each in cases(text).problems] == []
    assert [each.kind for each in cases(text, renamed).problems] == ["clause-unknown"]
