"""One sentence for each thing there is to say, without symbols: for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.order import ON_SCREEN
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.plain import points
from coalcheck.engine.report.scenario.mutation import (
    GOES_THROUGH,
    left_aside,
    not_counted,
    not_known,
    noticed,
    unnoticed,
)
from coalcheck.engine.report.scenario.sentences import (
    FOOTER,
    answer,
    exercised,
    failures,
    file_line,
    gate,
    not_exercised,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.scenario.sentences import Failed
    from coalcheck.engine.scenario.coverage.model import Coverage
    from coalcheck.engine.scenario.mutation.score import Mutation
    from coalcheck.engine.scenario.testing import Run


def render(run: Run, options: Options) -> str:
    """Render a run of tests; a line is a sentence, and only what can be pasted takes several."""
    return "\n".join(_lines(run, options)) + "\n"


def _lines(run: Run, options: Options) -> Iterator[str]:
    yield answer(run)
    yield from (_spoken(each) for each in gate(run))
    for file in run.files:
        yield f"{file_line(file)}."
    for result in run.results:
        yield f"In {visible(result.file)}:"
        yield from points(result, options)
    every = list(failures(run))
    shown = every if options.show_all or len(every) <= ON_SCREEN + 1 else every[:ON_SCREEN]
    for number, each in enumerate(shown, start=1):
        yield from _failure(number, each)
    if every[len(shown) :]:
        yield f"{len(every) - len(shown)} more; add --all to hear them."
    for charter in run.charters:
        if charter.coverage is not None:
            yield from _coverage(charter.coverage, charter.name, options)
        if charter.mutation is not None:
            yield from _mutation(charter.mutation, charter.name, options)
    yield FOOTER


def _failure(number: int, each: Failed) -> Iterator[str]:
    yield f"Case {number}, {visible(each.name)}, {visible(each.file)}, line {each.line}."
    if each.why:
        yield f"It says: {_stopped(each.why)}"
    yield f"Expected: {visible(each.expected)}."
    yield f"It is: {visible(each.got)}."
    yield from (f"Clause {clause}." for clause in each.clauses)
    yield f"Next: {each.next}"


def _mutation(mutation: Mutation, name: str, options: Options) -> Iterator[str]:
    yield _spoken(f"{visible(name)}: {noticed(mutation)}.")
    yield from (said for said in (left_aside(mutation), not_known(mutation)) if said)
    every = unnoticed(mutation)
    if every:
        yield GOES_THROUGH
    shown = every if options.show_all or len(every) <= ON_SCREEN + 1 else every[:ON_SCREEN]
    for number, each in enumerate(shown, start=1):
        yield f"Not noticed {number}: {'; '.join(each.sentences)}."
        if each.paste and options.show_all:
            yield "Write:"
            yield from each.paste.rstrip("\n").split("\n")
    if every[len(shown) :]:
        yield f"{len(every) - len(shown)} more; add --all to hear them, and which case would notice each."
    if options.show_all:
        yield from (f"Not counted, for no votes can show it: {said}." for said in not_counted(mutation))


def _coverage(coverage: Coverage, name: str, options: Options) -> Iterator[str]:
    yield _spoken(f"{visible(name)}: {exercised(coverage)}.")
    every = not_exercised(coverage)
    shown = every if options.show_all or len(every) <= ON_SCREEN + 1 else every[:ON_SCREEN]
    for number, each in enumerate(shown, start=1):
        yield f"Not tried {number}: {'; '.join(each.sentences)}."
        if each.paste and options.show_all:
            yield "Write:"
            yield from each.paste.rstrip("\n").split("\n")
    if every[len(shown) :]:
        yield f"{len(every) - len(shown)} more; add --all to hear them, and which case would try each."
    if options.show_all:
        yield from (
            f"Left out, {left.path}, line {left.line}: {visible(left.said)}" for left in coverage.left_out
        )


def _spoken(text: str) -> str:
    return text.replace(" %", " percent")


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
