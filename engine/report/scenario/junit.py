"""What tests came to as JUnit XML, for the page that a build shows; no time of day is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.scenario.mutation import noticed
from coalcheck.engine.report.scenario.sentences import exercised, failed, percent
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.scenario.run import Ran
    from coalcheck.engine.scenario.testing import CharterRun, FileRun, Run

_FILE_ITSELF = "the file itself"
_GATE = "how much of the charter is tried"
_CHANGES = "how many changes of the charter are noticed"


def render(run: Run, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render a run of tests; each file is a suite, and each case a test case with one failure at most."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    suites = [suite for charter in run.charters for suite in _suites(charter, run)]
    tests = sum(len(cases) for _, cases in suites)
    wrong = sum(bool(failure) for _, cases in suites for _, failure in cases)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="coalcheck" tests="{tests}" failures="{wrong}" errors="0">'
    for name, cases in suites:
        failures = sum(bool(failure) for _, failure in cases)
        yield (
            f'  <testsuite name={quoteattr(visible(name))} tests="{len(cases)}" failures="{failures}" '
            'errors="0" skipped="0">'
        )
        for case, failure in cases:
            start = f"    <testcase classname={quoteattr(visible(name))} name={quoteattr(visible(case))}"
            if not failure:
                yield f"{start}/>"
                continue
            first, _, more = failure.partition("\n")
            yield f"{start}>"
            yield f"      <failure message={quoteattr(first)}>{escape(more or first)}</failure>"
            yield "    </testcase>"
        yield "  </testsuite>"
    yield "</testsuites>"


def _suites(charter: CharterRun, run: Run) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The name of each suite, and its cases, each with what is wrong with it; empty where nothing is."""
    of_charter: list[tuple[str, str]] = []
    if charter.result is not None:
        of_charter.append((_FILE_ITSELF, _of_file(charter.result)))
    if run.fail_under is not None and charter.coverage is not None:
        short = charter in run.below
        said = f"{exercised(charter.coverage)}; {percent(run.fail_under)} % were asked for" if short else ""
        of_charter.append((_GATE, said))
    if run.min_score is not None and charter.mutation is not None:
        few = charter in run.overlooked
        said = f"{noticed(charter.mutation)}; {percent(run.min_score)} % were asked for" if few else ""
        of_charter.append((_CHANGES, said))
    if of_charter:
        yield charter.file, of_charter
    for file in charter.files:
        cases = [(_FILE_ITSELF, _of_file(file.result))] if file.result.findings or not file.ran else []
        yield file.result.file, cases + [(each.case.id, _of_case(each, file, charter)) for each in file.ran]


def _of_file(result: Result) -> str:
    if not result.findings:
        return ""
    first = f"{counted(len(result.findings), 'point')} to settle in {visible(result.file)}"
    points = (
        f"{visible(result.file)}, line {each.span.line}: {visible(each.message)} ({each.name}, {each.code})"
        for each in result.findings
    )
    return "\n".join((first, *points))


def _of_case(ran: Ran, file: FileRun, charter: CharterRun) -> str:
    if ran.passed:
        return ""
    said = failed(ran, file, charter)
    lines = [f"Expected {visible(said.expected)}; it is {visible(said.got)}"]
    lines += [f"{visible(said.file)}, line {said.line}"]
    lines += [f"It says: {said.why}"] if said.why else []
    lines += [f"Clause: {clause}" for clause in said.clauses]
    lines += [f"Next: {said.next}"]
    return "\n".join(lines)
