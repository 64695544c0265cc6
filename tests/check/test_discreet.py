"""Who was absent or late is counted and not named, in no format, unless names are asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.action.model import Status
from coalcheck.engine.checking.checked import Asked, Check, Checked, Ground
from coalcheck.engine.decide.verdict import OUTCOMES, Answer, Change, Counted, Edit, Verdict
from coalcheck.engine.findings.result import Result
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.verdict import FORMATS, renderer
from coalcheck.engine.report.verdict.discreet import shown

WITH_MEMBERS = frozenset(FORMATS) - {"github", "gitlab", "junit", "sarif"}
"""Formats that say how each member counted; the others name nobody, asked or not."""
GIVEN: tuple[Answer, ...] = ("for", "against", "abstain", "absent")


def row(number: int, answer: Answer, *, late: bool = False, eligible: bool = True) -> Counted:
    return Counted(f"id-{number}", f"Name-{number}", 1, {answer: 1}, f"counted {answer}", eligible, late)


def checked(rows: list[Counted], *, stands: Status = "closed", outcome: str = "rejected") -> Checked:
    edits = tuple(
        Change((Edit(each.member, next(iter(each.votes)), "for"),), "adopted", "then") for each in rows
    )
    found = next(each for each in OUTCOMES if each == outcome)
    verdict = Verdict(found, "joint", date(2026, 5, 4), members=tuple(rows), to_pass=edits)
    names = {each.member: each.name for each in rows}
    ground = Ground("charter.yaml", names)
    return Checked(Result("letter.yaml", "action", ()), Asked("Letter", stands=stands), ground, verdict)


def page(one: Checked, name: str, *, names: bool = False) -> str:
    check = Check((), (one,), date(2026, 5, 4), "0.1.0", "reference")
    return renderer(name)(check, Options(names=names, show_all=True))


ROWS = st.lists(st.tuples(st.sampled_from(GIVEN), st.booleans()), min_size=1, max_size=40).map(
    lambda kinds: [row(100 + n, answer, late=late) for n, (answer, late) in enumerate(kinds)]
)


@given(rows=ROWS, outcome=st.sampled_from(OUTCOMES))
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_names_who_was_absent_or_late(name: str, rows: list[Counted], outcome: str) -> None:
    said = page(checked(rows, outcome=outcome), name)

    for each in rows:
        hidden = each.late or "absent" in each.votes or name not in WITH_MEMBERS
        assert (each.name in said or each.member in said) is not hidden


@given(rows=ROWS)
def test_nobody_is_lost(rows: list[Counted]) -> None:
    verdict = shown(checked(rows), Options())

    assert verdict is not None
    assert sum(each.heads for each in verdict.members) == len(rows)
    assert sum(sum(each.votes.values()) for each in verdict.members) == len(rows)


@given(rows=ROWS)
@pytest.mark.parametrize("name", sorted(WITH_MEMBERS))
def test_names_that_are_asked_for_are_there(name: str, rows: list[Counted]) -> None:
    said = page(checked(rows), name, names=True)
    assert all(each.name in said for each in rows)


@pytest.mark.parametrize("stands", ["open", "proposed"])
def test_while_a_vote_is_open_nobody_is_late(stands: Status) -> None:
    one = checked([row(1, "for"), row(2, "absent")], stands=stands)
    assert shown(one, Options()) == one.verdict


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(row(1, "absent", eligible=False), id="who may not vote is not absent"),
        pytest.param(
            Counted("people", "The people", 900, {"absent": 900}, "absent"), id="a row of many is nobody"
        ),
    ],
)
def test_what_identifies_nobody_stays(kept: Counted) -> None:
    verdict = shown(checked([kept]), Options())
    assert verdict is not None
    assert verdict.members == (kept,)
