"""JUnit's XML: a suite an action, a case for what came of it, and one for each finding about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.report.junit import suites, unread
from coalcheck.engine.report.parts.junit import Case, Outcome, Suite, document
from coalcheck.engine.report.verdict import answer
from coalcheck.engine.report.verdict.discreet import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Check, Checked
    from coalcheck.engine.report.parts.options import Options

OUTCOME: Final = "what came of it"
"""The case that is passed where the action is adopted, or is what the minutes say."""


def render(check: Check, options: Options) -> str:
    """Render every action as a suite; what makes the exit code 1 is a failure, and nothing else is."""
    return document([*_suites(check, options), *unread(check.unread)])


def _suites(check: Check, options: Options) -> Iterator[Suite]:
    of_record = check.record.results if check.record is not None else ()
    yield from suites((*check.beside, *of_record), options.fail_on)
    for checked in check.checked:
        found = [*suites([checked.result], options.fail_on)] if checked.result.findings else []
        passed = checked.passes if check.record is None else checked.in_order
        cases = [_outcome(checked, options, passed=passed), *(case for each in found for case in each.cases)]
        yield Suite(checked.result.file, tuple(cases))


def _outcome(checked: Checked, options: Options, *, passed: bool) -> Case:
    file, heading = checked.result.file, answer.heading(checked)
    text = "\n".join(filter(None, _told(checked, options)))
    if passed:
        return Case(OUTCOME, file, file, output="\n".join(filter(None, (heading, text))))
    verdict = checked.verdict
    return Case(
        OUTCOME, file, file, Outcome(heading, text, type=verdict.outcome if verdict else "not-judged")
    )


def _told(checked: Checked, options: Options) -> Iterator[str]:
    yield answer.tried(checked)
    yield answer.unread(checked)
    verdict = shown(checked, options)
    if verdict is not None:
        yield " ".join(filter(None, answer.reasons(checked, verdict)))
        yield from (f"Missing: {each}" for each in answer.missing(verdict))
