"""What a charter's cases try, and what they leave open: decisions, clauses, and thresholds to the vote."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from suites import CHARTER, HEAD, OWN, cases, suite, under

from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.checking.annexes import with_annexes
from coalcheck.engine.scenario.coverage.measure import measure
from coalcheck.engine.scenario.coverage.model import Coverage
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.run import Under, run
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
ASKS_MORE = {"debian"}
"""Charters under which no case counts without more than votes: a proposal needs so many that second it."""
CHARTERS = sorted([*FIXTURES.glob("bodies/*/charter.yaml"), *FIXTURES.glob("coalitions/*/charter.yaml")])
SMALL = """\
name: Harbour Air
purpose: Keep the night ban.
members: [{id: breathe}, {id: dockers}, {id: parents}]
decisions:
  joint: {covers: [speak], passes: at least 2/3 of votes cast, quorum: more than half of members}
"""
J = "decisions.joint"


def covered(text: str, charter: str = CHARTER) -> Coverage:
    found = cases(text, charter)
    assert found.problems == ()
    place = under(charter)
    return measure(place, [run(case, place) for case in found.cases], [found])


def states(coverage: Coverage, *, tried: bool) -> set[tuple[str, str, str]]:
    return {(each.path, each.kind, each.state) for each in coverage.items if each.covered is tried}


def test_without_a_case_nothing_is_tried_and_all_of_it_is_named() -> None:
    found = covered("  - {id: a, action: speak, status: proposed, expect: pending}\n", SMALL)

    assert states(found, tried=True) == set()
    assert states(found, tried=False) == {
        (J, "decision", "carried"), (J, "decision", "not-carried"),
        (f"{J}.passes", "clause", "met"), (f"{J}.passes", "clause", "not-met"),
        (f"{J}.quorum", "clause", "met"), (f"{J}.quorum", "clause", "not-met"),
        *((f"{J}.{key}", "threshold", f"just-{state}")
          for key in ("passes", "quorum") for state in ("below", "enough", "above")),
    }  # fmt: skip
    assert found.percent == 0


@pytest.mark.parametrize(
    ("votes", "path", "state"),
    [
        pytest.param("{for: 1, against: 1}", f"{J}.passes", "just-below", id="one to one is a step short"),
        pytest.param("{for: 2, against: 1}", f"{J}.passes", "just-enough", id="two to one is enough"),
        pytest.param("{for: 1, abstain: 1}", f"{J}.passes", "just-above", id="one to none is a step more"),
        pytest.param("{for: 1}", f"{J}.quorum", "just-below", id="one of three is there"),
        pytest.param("{for: 2}", f"{J}.quorum", "just-enough", id="two of three are there"),
        pytest.param("{for: 3}", f"{J}.quorum", "just-above", id="three of three are there"),
    ],
)
def test_votes_try_the_step_that_they_are_at(votes: str, path: str, state: str) -> None:
    found = covered(f"  - {{id: a, action: joint, tally: {votes}, expect: adopted}}\n", SMALL)

    assert (path, "threshold", state) in states(found, tried=True)


@pytest.mark.parametrize(
    "votes",
    [
        pytest.param("{for: 3}", id="far above"),
        pytest.param("{against: 3}", id="far below"),
        pytest.param("{for: 1}", id="without quorum the rule is not tried"),
        pytest.param("{abstain: 3}", id="of no votes cast there is no share"),
    ],
)
def test_votes_far_from_a_threshold_are_no_step_of_it(votes: str) -> None:
    found = covered(f"  - {{id: a, action: joint, tally: {votes}, expect: adopted}}\n", SMALL)

    assert not {each for each in states(found, tried=True) if each[:2] == (f"{J}.passes", "threshold")}


def test_steps_that_no_votes_reach_are_left_out_and_said() -> None:
    found = covered("  - {id: a, action: change, for: 3, expect: adopted}\n")
    left = {(each.path, each.said.partition(":")[0]) for each in found.left_out}

    assert ("decisions.change.passes", '"all members"') in left
    assert ("decisions.change.passes", "threshold", "just-above") not in states(found, tried=False)


def test_a_rule_out_of_reach_is_no_gap_of_the_tests() -> None:
    charter = SMALL.replace("at least 2/3 of votes cast", "more than 5 members")
    found = covered("  - {id: a, action: joint, for: 3, expect: rejected}\n", charter)

    assert not {
        each for each in states(found, tried=False) if each[0] == f"{J}.passes" and "enough" in each[2]
    }
    assert (f"{J}.passes", "clause", "met") not in states(found, tried=False)
    assert any("would be enough" in each.said for each in found.left_out)


@pytest.mark.parametrize(
    ("case", "path", "state"),
    [
        pytest.param("for: 3, amount: 2000 EUR", "scope.money.one_decision", "not-met", id="too much money"),
        pytest.param("for: 3, amount: 1000 EUR", "scope.money.one_decision", "met", id="not too much"),
        pytest.param("for: 3, date: 2026-12-01", "term.ends", "not-met", id="after the term"),
        pytest.param("for: 3", "term.ends", "met", id="within the term"),
        pytest.param("for: 3, vetoes: [{by: parents}]", "vetoes[parents]", "not-met", id="stopped by a veto"),
        pytest.param("for: 3", "vetoes[parents]", "met", id="no veto used"),
        pytest.param(
            "for: others, vetoes: [{by: parents, override: {for: [breathe, dockers]}}]",
            "vetoes[parents].override", "met", id="a veto set aside",
        ),
        pytest.param(
            "for: others, vetoes: [{by: parents, override: {for: [breathe]}}]",
            "vetoes[parents].override", "not-met", id="a veto not set aside",
        ),
    ],
)  # fmt: skip
def test_clauses_of_other_kinds_are_tried(case: str, path: str, state: str) -> None:
    found = covered(f"  - {{id: a, action: joint, {case}, expect: {{scope: in}}}}\n")
    other = "met" if state == "not-met" else "not-met"

    assert (path, "clause", state) in states(found, tried=True)
    assert (path, "clause", other) in states(found, tried=False)


def test_a_second_call_is_tried_only_where_it_is_called() -> None:
    charter = SMALL.replace(
        "members}\n", "members, second_call: {after: 7 days, quorum: at least 1 member}}\n"
    )
    first = "  - {id: a, action: joint, for: 1, expect: no-quorum}\n"
    again = first.replace("a,", "b,").replace(
        "expect:", "first_attempt: {date: 2026-04-01, outcome: no-quorum}, expect:"
    )
    path = f"{J}.second_call.quorum"

    assert not {each for each in states(covered(first, charter), tried=True) if each[0] == path}
    assert (path, "threshold", "just-enough") in states(covered(again, charter), tried=True)


def test_a_second_way_that_an_objection_opens_is_never_tried_without_one() -> None:
    """With one of three against, all three can never be in favour: enough is as far as votes can go."""
    charter = SMALL.replace("at least 2/3 of votes cast", "no member against").replace(
        "members}\n", "members, otherwise: {if: objection, passes: at least 2 members}}\n"
    )
    found = covered("  - {id: a, action: joint, for: 2, against: 1, expect: adopted}\n", charter)
    path = f"{J}.otherwise.passes"

    assert (path, "threshold", "just-enough") in states(found, tried=True)
    assert (path, "threshold", "just-above") not in states(found, tried=False)


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param("a: {covers: [speak], body: desk, passes: all members}", {"met"}, id="only what it may"),
        pytest.param("a: {covers: [amend], body: desk, passes: all members}", {"not-met"}, id="only others"),
        pytest.param(
            "a: {covers: [speak, amend], body: desk, passes: all members}", {"met", "not-met"}, id="both"
        ),
        pytest.param("a: {covers: [speak], passes: all members}", set(), id="nothing is its to decide"),
    ],
)
def test_limits_of_a_body_are_tried_as_far_as_its_decisions_meet_them(
    decisions: str, expected: set[str]
) -> None:
    charter = (
        "name: A\nmembers: [{id: breathe}, {id: dockers}]\n"
        f"bodies: {{desk: {{members: [breathe], limits: {{covers: [speak]}}}}}}\ndecisions:\n  {decisions}\n"
    )
    found = covered("  - {id: x, action: a, for: others, expect: adopted}\n", charter)

    assert {each.state for each in found.items if each.path == "bodies.desk.limits.covers"} == expected


def test_a_reason_that_is_not_on_record_tells_nothing_so_its_lack_is_not_asked_for() -> None:
    charter = SMALL.replace("members}\n", "members, needs: [reason, seconds]}\n")
    found = covered("  - {id: a, action: joint, for: 3, expect: indeterminate}\n", charter)

    assert {each.state for each in found.items if each.path == f"{J}.needs[reason]"} == {"met"}
    assert {each.state for each in found.items if each.path == f"{J}.needs[seconds]"} == {"met", "not-met"}


def test_the_share_is_exact() -> None:
    found = covered("  - {id: a, action: joint, for: 3, expect: adopted}\n", SMALL)

    assert found.percent == Fraction(100 * found.covered, len(found.items))
    assert found.percent.denominator != 1


def test_every_case_that_tries_it_is_named() -> None:
    found = covered(
        "  - {id: a, action: joint, for: 3, expect: adopted}\n"
        "  - {id: b, action: joint, for: 2, expect: adopted}\n",
        SMALL,
    )

    assert [each.cases for each in found.items if (each.kind, each.state) == ("decision", "carried")] == [
        ("a", "b")
    ]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.parent.name) for path in CHARTERS])
def test_what_is_to_be_pasted_passes_and_tries_what_it_should(path: Path) -> None:
    """Every case that is offered, put into one file: it passes, and nothing that it is for stays open."""
    place = Under(with_annexes(load_charter(read(path.read_bytes(), "charter.yaml")), str(path)), OWN)
    before = measure(place, [])
    offered = {each.paste for each in before.items if each.paste}
    text = "as_of: 2026-01-01\ncases:\n" + "".join(
        f"  {line}\n" for each in sorted(offered) for line in each.rstrip("\n").split("\n")
    )
    document = read(text, "tests/pasted.yaml")
    found = load(document, heading_of(document), place.charter)
    ran = [run(case, place) for case in found.cases]
    after = measure(place, ran, [found])

    if path.parent.name in ASKS_MORE:
        assert not offered
        return
    assert offered
    assert [each.kind for each in found.problems] == []
    assert [each.case.id for each in ran if not each.passed] == []
    wanted = {(each.kind, each.route, each.state, each.text) for each in before.items if each.paste}
    still = {(each.kind, each.route, each.state, each.text) for each in after.open}
    assert wanted & still == set()


def test_a_case_to_paste_fits_into_the_file_that_is_there() -> None:
    """What holds for all cases of the file is not said again, and the name is not that of another case."""
    text = f"{HEAD}cases:\n  - {{id: change-carried, action: change, for: 2, expect: rejected}}\n"
    found = suite(text)
    place = under()
    coverage = measure(place, [run(case, place) for case in found.cases], [found])
    (paste,) = {
        each.paste for each in coverage.items if (each.path, each.state) == ("decisions.change", "carried")
    }

    assert (
        paste == "- id: change-carried-2\n  action: change\n  for: [breathe, dockers, parents]\n"
        "  expect: {verdict: carried, by: passes}\n"
    )
    again = suite(text + "".join(f"  {line}\n" for line in paste.rstrip().split("\n")))
    assert again.problems == ()
    assert all(run(case, place).passed for case in again.cases)
