"""A case comes to what ``coalcheck check`` says of it, and passes only where all is as expected."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from suites import CHARTER, OWN, cases, loaded, ran, under

from coalcheck.engine.api import check
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.checking.annexes import Annexed
from coalcheck.engine.decide.verdict import OUTCOMES
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.run import Under, run
from coalcheck.engine.scenario.words import SPELT
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
ACTIONS = sorted(FIXTURES.glob("coalitions/*/decisions/*.yaml"))
ANSWERS = ("for", "against", "abstain", "absent")


def test_there_are_actions_to_compare_with() -> None:
    assert ACTIONS


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in ACTIONS])
def test_a_case_comes_to_what_the_check_of_the_same_action_says(path: Path) -> None:
    charter = path.parents[1] / "charter.yaml"
    (expected,) = check(charter, path).checked
    body = "".join(
        f"    {line}\n" for line in path.read_text("utf-8").splitlines() if not line.startswith("id:")
    )
    document = read(f"cases:\n  - id: same\n    expect: {{findings: [D407]}}\n{body}", "tests/cases.yaml")
    place = Under(Annexed(load_charter(read(charter.read_bytes(), "charter.yaml"))), OWN)
    (case,) = load(document, heading_of(document), place.charter).cases

    found = run(case, place)

    assert expected.verdict is not None
    assert found.verdict is not None
    assert found.outcome == expected.verdict.outcome
    assert found.verdict.clauses == expected.verdict.clauses
    assert {each.code for each in found.findings} == {each.code for each in expected.result.findings}


@given(st.tuples(*[st.sampled_from(ANSWERS)] * 3), st.sampled_from(["joint", "change"]))
def test_votes_in_short_are_the_same_votes(answers: tuple[str, ...], decision: str) -> None:
    """By name, by number where the rule does not mind who, and with the others left unnamed."""
    charter = CHARTER[: CHARTER.index("vetoes:")] + CHARTER[CHARTER.index("scope:") :]
    who = {
        word: [m for m, a in zip(("breathe", "dockers", "parents"), answers, strict=True) if a == word]
        for word in ANSWERS
    }
    full = "{" + ", ".join(f"{word}: [{', '.join(names)}]" for word, names in who.items() if names) + "}"
    named = "".join(f"    {word}: [{', '.join(names)}]\n" for word, names in who.items())
    counted = "".join(f"    {word}: {len(who[word])}\n" for word in ANSWERS[:3])
    most = max(ANSWERS, key=lambda word: len(who[word]))
    others = named.replace(f"    {most}: [{', '.join(who[most])}]", f"    {most}: others")
    texts = [f"    ballots: {full}\n", named, counted, others]
    found = ran(
        "".join(
            f"  - id: way-{number}\n    action: {decision}\n    expect: adopted\n{text}"
            for number, text in enumerate(texts)
        ),
        charter,
    )

    assert len({each.outcome for each in found}) == 1
    assert len({each.decided_by for each in found}) == 1


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param("action: joint, for: others", ["breathe", "dockers", "parents"], id="all"),
        pytest.param("action: joint, for: others, against: dockers", ["breathe", "parents"], id="less one"),
        pytest.param("action: office, for: everyone", ["breathe", "dockers"], id="those of the body"),
        pytest.param("action: spend, for: others", ["breathe", "dockers"], id="by the kind"),
        pytest.param(
            "action: change, electorate: [dockers, parents], for: others",
            ["dockers", "parents"],
            id="who could",
        ),
        pytest.param("action: nothing, for: others", ["breathe", "dockers", "parents"], id="no decision"),
    ],
)
def test_the_others_are_those_who_decide(case: str, names: list[str]) -> None:
    (found,) = cases(f"  - {{id: a, {case}, expect: adopted}}\n").cases
    action = found.loaded.action

    assert action is not None
    assert action.ballots is not None
    assert [member for member, ballot in action.ballots.items() if ballot.answer == "for"] == names


def test_a_counted_row_is_among_the_others_with_all_its_heads() -> None:
    charter = CHARTER.replace("{id: parents,", "{id: parents, count: 40,")
    (found,) = ran("  - {id: a, action: change, for: others, expect: adopted}\n", charter)

    assert found.passed


@pytest.mark.parametrize(
    ("case", "what", "expected", "got"),
    [
        pytest.param("for: 3, expect: rejected", "verdict", "rejected", "adopted", id="verdict"),
        pytest.param("for: 3, expect: {by: quorum}", "by", "quorum", "decisions.joint.passes", id="by"),
        pytest.param("for: 3, expect: {by: change}", "by", "change", "decisions.joint.passes", id="decision"),
        pytest.param("for: 3, expect: {scope: out}", "scope", "out", "in", id="scope"),
        pytest.param("for: 3, expect: {findings: [D407]}", "findings", "D407", "", id="no such point"),
        pytest.param(
            "for: 3, recorded: rejected, expect: {no_findings: yes}", "no_findings", "any",
            "recorded-otherwise (D400)", id="a point where none should be",
        ),
        pytest.param(
            "for: 3, recorded: rejected, expect: {no_findings: [recorded-otherwise]}", "no_findings",
            "recorded-otherwise", "recorded-otherwise (D400)", id="a point that should not be",
        ),
        pytest.param(
            "for: breathe, against: others, expect: {to_pass: 2}", "to_pass", "2", "1", id="carry",
        ),
        pytest.param("for: others, expect: {to_block: none}", "to_block", "none", "2", id="stop"),
        pytest.param(
            "for: 1, against: 2, expect: {to_pass: none}", "to_pass", "none", "unknown", id="only counts",
        ),
        pytest.param(
            "for: others, expect: {to_pass: none}", "to_pass", "none", "unknown", id="carried already",
        ),
    ],
)  # fmt: skip
def test_whatever_is_not_as_expected_is_a_difference(case: str, what: str, expected: str, got: str) -> None:
    (found,) = ran(f"  - {{id: a, action: joint, {case}}}\n")

    assert not found.passed
    (difference,) = found.differences
    assert (difference.what, difference.expected) == (what, expected)
    assert got in difference.got


@pytest.mark.parametrize(
    "case",
    [
        pytest.param("for: 3, expect: adopted", id="a word"),
        pytest.param("for: 3, expect: carried", id="the word of a page"),
        pytest.param("for: 3, expect: {verdict: adopted, by: passes}", id="a key of the decision"),
        pytest.param("for: 3, expect: {verdict: adopted, by: rule}", id="what was asked"),
        pytest.param("for: 3, expect: {verdict: adopted, by: joint}", id="a decision"),
        pytest.param("for: 3, expect: {verdict: adopted, by: decisions.joint}", id="its place"),
        pytest.param("for: 3, expect: {by: decisions.joint.passes}", id="the place of the clause"),
        pytest.param("for: 3, expect: {scope: in}", id="scope"),
        pytest.param("for: 1, expect: {verdict: no-quorum, by: quorum}", id="quorum"),
        pytest.param("for: 3, recorded: rejected, expect: {findings: [D400]}", id="a code"),
        pytest.param("for: 3, recorded: rejected, expect: {findings: [recorded-otherwise]}", id="a name"),
        pytest.param("for: 3, expect: {no_findings: [recorded-otherwise]}", id="without a point"),
        pytest.param(
            "for: breathe, against: others, expect: {verdict: rejected, to_pass: 1}", id="one vote would do"
        ),
        pytest.param("action: change, for: others, expect: {to_block: 1}", id="one vote would stop it"),
        pytest.param(
            "for: 3, vetoes: [{by: parents}], expect: {verdict: vetoed, by: 'vetoes[parents]'}", id="a veto"
        ),
        pytest.param("for: 3, vetoes: [{by: parents}], expect: {by: veto}", id="a veto by its word"),
        pytest.param("for: 3, amount: 2000 EUR, expect: {verdict: unauthorised, by: money}", id="money"),
        pytest.param("for: 3, amount: 2000 EUR, expect: {by: scope.money}", id="a block of the charter"),
        pytest.param("for: 3, date: 2026-12-01, expect: {verdict: unauthorised, by: term}", id="the term"),
        pytest.param("status: open, for: 1, expect: pending", id="still open"),
    ],
)
def test_a_case_passes_where_all_is_as_expected(case: str) -> None:
    (found,) = ran(
        f"  - {{id: a, {case}}}\n" if "action:" in case else f"  - {{id: a, action: joint, {case}}}\n"
    )

    assert found.differences == ()


@pytest.mark.parametrize("expect", ["", ", expect: {}", ", expect: adoptet", ", expect: {verdict: adoptet}"])
@pytest.mark.parametrize("votes", ["for: 3", "against: 3", "for: 1"])
def test_a_case_that_expects_nothing_never_passes(expect: str, votes: str) -> None:
    found = cases(f"  - {{id: a, action: joint, {votes}{expect}}}\n")

    assert found.problems
    assert [run(case, under()).passed for case in found.cases] == [False]


@pytest.mark.parametrize("lost", ["for: [dokcers, breathe, parents]", "for: 3, vetoes: [{by: parent}]"])
def test_a_case_that_could_not_be_read_in_full_is_not_carried_by_the_rest(lost: str) -> None:
    found = cases(f"  - {{id: a, action: joint, {lost}, expect: adopted}}\n")

    assert found.problems
    assert [run(case, under()).outcome for case in found.cases] == ["indeterminate"]


def test_every_outcome_has_its_word_of_a_page() -> None:
    assert set(SPELT.values()) == set(OUTCOMES)


def test_the_same_case_is_judged_by_another_charter() -> None:
    (case,) = cases("  - {id: a, action: joint, for: 2, against: 1, expect: adopted}\n").cases
    place = under()
    stricter = loaded(CHARTER.replace("at least 2/3 of votes cast", "all members")).charter
    assert stricter is not None

    assert run(case, place).passed
    assert run(case, place.changed(stricter)).outcome == "rejected"
    assert run(case, place).passed


def test_no_today_is_asked_for() -> None:
    """Without a day of its own a case is judged from that of its file, never from the day of the run."""
    (case,) = cases("  - {id: a, action: joint, for: 3, expect: adopted}\n").cases
    verdict = run(case, under()).verdict

    assert verdict is not None
    assert verdict.as_of == date(2026, 5, 2)
