"""The words on the screen: the answer, then each case that is not as expected, then what is not tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.order import ON_SCREEN
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.parts.wrap import fill
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
from coalcheck.engine.report.text import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.scenario.sentences import Failed
    from coalcheck.engine.scenario.coverage.model import Coverage
    from coalcheck.engine.scenario.mutation.score import Mutation
    from coalcheck.engine.scenario.testing import Run

_MARGIN = " " * 3
_LABEL = 10


def render(run: Run, options: Options) -> str:
    """Render a run of tests."""
    return "\n".join(_Page(options).lines(run)) + "\n"


class _Page:
    """One rendering: the options, and the pieces of a page that need them."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._paint = Paint(on=options.colour)

    def lines(self, run: Run) -> Iterator[str]:
        yield from (self._paint(line, "bold") for line in fill(answer(run), self._options.width))
        for said in gate(run):
            yield from fill(said, self._options.width)
        yield ""
        for charter in run.charters:
            if charter.file:
                yield from fill(f"{visible(charter.name)} ({visible(charter.file)})", self._options.width)
            for file in charter.files:
                yield from fill(file_line(file), self._options.width, _MARGIN, _MARGIN * 2)
        yield from self._settle(run)
        yield from self._failures(run)
        for charter in run.charters:
            if charter.coverage is not None:
                yield from self._coverage(charter.coverage, charter.name)
            if charter.mutation is not None:
                yield from self._mutation(charter.mutation, charter.name)
        yield ""
        yield from (self._paint(line, "dim") for line in fill(FOOTER, self._options.width))

    def _settle(self, run: Run) -> Iterator[str]:
        for result in run.results:
            yield ""
            yield self._paint(visible(result.file), "bold")
            yield from points(result, self._options)

    def _failures(self, run: Run) -> Iterator[str]:
        every = list(failures(run))
        if not every:
            return
        yield ""
        yield self._paint("NOT AS EXPECTED", "red")
        shown = every if self._options.show_all or len(every) <= ON_SCREEN + 1 else every[:ON_SCREEN]
        for number, each in enumerate(shown, start=1):
            yield ""
            yield from self._failure(number, each)
        if every[len(shown) :]:
            yield ""
            yield f"{len(every) - len(shown)} more: --all."

    def _failure(self, number: int, each: Failed) -> Iterator[str]:
        place = f"{visible(each.file)}, line {each.line}"
        for line in fill(f"{visible(each.name)} ({place})", self._options.width, f"{number:<2} ", _MARGIN):
            yield self._paint(line, "bold")
        yield from self._labelled("Case", each.why)
        yield from self._labelled("Expected", visible(each.expected))
        yield from self._labelled("It is", visible(each.got))
        for place_, clause in enumerate(each.clauses):
            yield from self._labelled("" if place_ else "Clause", clause)
        yield from self._labelled("Next", each.next)

    def _coverage(self, coverage: Coverage, name: str) -> Iterator[str]:
        every = not_exercised(coverage)
        yield ""
        yield self._paint("NOT TRIED YET" if every else "TRIED", "bold")
        yield from fill(f"{visible(name)}: {exercised(coverage)}.", self._options.width, _MARGIN, _MARGIN)
        shown = every if self._options.show_all or len(every) <= ON_SCREEN + 1 else every[:ON_SCREEN]
        for number, each in enumerate(shown, start=1):
            yield ""
            for place, said in enumerate(each.sentences):
                lead = f"{number:<2} " if not place else _MARGIN
                yield from fill(f"{said}", self._options.width, lead, _MARGIN)
            lead = "Write"
            for line in each.paste.rstrip("\n").split("\n") if each.paste else ():
                yield f"{_MARGIN}{self._paint(lead, 'bold')}{' ' * (_LABEL - len(lead))}{line}"
                lead = ""
        if every[len(shown) :]:
            yield ""
            yield f"{len(every) - len(shown)} more: --all."
        if self._options.show_all and coverage.left_out:
            yield ""
            yield f"{_MARGIN}Left out, for no votes can show it:"
            for left in coverage.left_out:
                yield from fill(
                    f"{visible(left.said)} ({left.path}, line {left.line})",
                    self._options.width, _MARGIN * 2, _MARGIN * 3,
                )  # fmt: skip

    def _mutation(self, mutation: Mutation, name: str) -> Iterator[str]:
        every = unnoticed(mutation)
        yield ""
        yield self._paint("NOT NOTICED" if every else "NOTICED", "bold")
        yield from fill(f"{visible(name)}: {noticed(mutation)}.", self._options.width, _MARGIN, _MARGIN)
        for said in (left_aside(mutation), not_known(mutation)):
            yield from fill(said, self._options.width, _MARGIN, _MARGIN) if said else ()
        if every:
            yield from fill(GOES_THROUGH, self._options.width, _MARGIN, _MARGIN)
        shown = every if self._options.show_all or len(every) <= ON_SCREEN + 1 else every[:ON_SCREEN]
        for number, each in enumerate(shown, start=1):
            yield ""
            for place, said in enumerate(each.sentences):
                yield from fill(said, self._options.width, f"{number:<2} " if not place else _MARGIN, _MARGIN)
            yield from self._pasted(each.paste)
        if every[len(shown) :]:
            yield ""
            yield f"{len(every) - len(shown)} more: --all."
        if self._options.show_all and not_counted(mutation):
            yield ""
            yield f"{_MARGIN}Not counted, for no votes can show it:"
            for said in not_counted(mutation):
                yield from fill(said, self._options.width, _MARGIN * 2, _MARGIN * 3)

    def _pasted(self, text: str) -> Iterator[str]:
        lead = "Write"
        for line in text.rstrip("\n").split("\n") if text else ():
            yield f"{_MARGIN}{self._paint(lead, 'bold')}{' ' * (_LABEL - len(lead))}{line}"
            lead = ""

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        if not text:
            return
        lead = f"{_MARGIN}{self._paint(label, 'bold')}{' ' * (_LABEL - len(label))}"
        for row in fill(
            text, self._options.width, " " * (len(_MARGIN) + _LABEL), " " * (len(_MARGIN) + _LABEL)
        ):
            yield lead + row[len(_MARGIN) + _LABEL :]
            lead = " " * (len(_MARGIN) + _LABEL)
