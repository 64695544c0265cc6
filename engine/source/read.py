"""Bytes to a document: the door of this room.

Where a file is not YAML, a remedy is looked for, reported, and read on with, so
that one slip on line 3 does not hide what is to be said about line 80.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from coalcheck.engine.source.built import Built, Fault
from coalcheck.engine.source.characters import characters
from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.limits import MOST_ALIKE, MOST_REPAIRS, MOST_WORK
from coalcheck.engine.source.node import Document, Mapping, Node, Problem, Scalar, Span
from coalcheck.engine.source.traps.find import find
from coalcheck.engine.source.tree import build

if TYPE_CHECKING:
    from coalcheck.engine.source.remedy import Remedy

_OF_THE_FILE = frozenset({"not-utf-8", "too-large", "unread-rest"})
_MOST_OF_ONE_LINE = 5
_MOST_ALONE = 8


def read(data: bytes | str, name: str) -> Document:
    """Read one file; whatever is wrong with it comes back as problems, never as an exception.

    Args:
        data: the content; text is taken as it is, bytes are decoded.
        name: the path to show.
    """
    content = characters(data)
    if not content.lines:
        return Document(name, (), None, tuple(content.problems), complete=False)
    reading = _Reading(content.draft)
    reading.run()
    root = reading.built.root
    if root is not None:
        root = content.draft.traced_tree(root)
    problems = [*reading.problems, *_placed([*content.problems, *reading.unplaced], root, content.lines)]
    if isinstance(root, Scalar) and not root.text:
        root = None
    if root is None and not problems:
        problems.append(Problem("empty-file", Span(1, 1, 1, 1)))
    elif root is not None and not isinstance(root, Mapping):
        found = "a list" if not isinstance(root, Scalar) else "one text"
        problems.append(Problem("not-a-mapping", root.span, (), {"found": found}))
    return Document(name, content.lines, root, _ordered(problems), complete=reading.complete)


class _Trial(NamedTuple):
    """A remedy, what can be read with it, and up to which line."""

    remedy: Remedy
    built: Built
    line: int


class _Reading:
    """One file being read, as often as its repairs ask for.

    Attributes:
        built: what the latest pass gave.
        problems: what was found, in terms of the file.
        unplaced: what was found while there was no tree yet to tell the logical place.
        complete: False where a part of the file is not in the tree.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.problems: list[Problem] = []
        self.unplaced: list[Problem] = []
        self.complete = True
        self._mended: Counter[int] = Counter()
        self._unreadable: set[int] = set()
        self._work = 0
        self._size = sum(map(len, draft.lines))
        self.built = self._build(draft)

    def run(self) -> None:
        """Read until nothing is left to repair; what cannot be repaired ends the reading."""
        found: list[Remedy] = []
        for _ in range(MOST_REPAIRS):
            fault = self.built.fault
            found = [] if fault else list(find(self.built, self.draft))
            if self._work > MOST_WORK or not (self._mend(fault) if fault else self._correct(found)):
                break
        else:
            found = [] if self.built.fault else list(find(self.built, self.draft))
        self._report(found)
        fault = self.built.fault
        if fault is not None:
            self._give_up(fault)
        if self.built.stopped:
            self.complete = False

    def _build(self, draft: Draft) -> Built:
        built = build(draft.text)
        self._work += built.events + self._size // 200
        return built

    def _mend(self, fault: Fault) -> bool:
        """Take the remedy with which most of the file can be read; at a loss only if that reads more."""
        from coalcheck.engine.source.faults.remedies import slips
        from coalcheck.engine.source.faults.unreadable import unreadable

        slip = None
        if self._mended[fault.line] < _MOST_OF_ONE_LINE:
            slip = max(
                self._trials(slips(fault, self.draft), fault), key=lambda trial: trial.line, default=None
            )
        if slip is None or slip.built.fault is not None:
            losses = self._trials(unreadable(fault, self.draft, self._unreadable), fault)
            loss = max(losses, key=lambda trial: trial.built.events, default=None)
            # A line read as text can swallow all that follows; what counts is how much is understood.
            if loss is not None and (slip is None or loss.built.events > slip.built.events):
                self._unreadable.add(loss.remedy.span.line)
                slip = loss
        if slip is None:
            return False
        self._report([slip.remedy])
        self._mended[fault.line] += 1
        self.complete = self.complete and not slip.remedy.loses
        self.draft.apply(slip.remedy.edits)
        self.built = slip.built
        return True

    def _trials(self, found: Iterable[Remedy], fault: Fault) -> Iterator[_Trial]:
        """Those of the remedies with which the file can be read further, up to one that leaves no fault."""
        before = _reach(fault, self.draft)
        for remedy in found:
            if self._work > MOST_WORK:
                return
            draft = self.draft.with_edits(remedy.edits)
            built = self._build(draft)
            if built.fault is None:
                yield _Trial(remedy, built, len(draft.lines) + 1)
                if not remedy.loses:
                    return
            elif (reach := _reach(built.fault, draft)) > before:
                yield _Trial(remedy, built, reach[0][0])

    def _give_up(self, fault: Fault) -> None:
        """Say that the rest was not read, and what was met before it."""
        from coalcheck.engine.source.remedy import Remedy
        from coalcheck.engine.source.traps.marks import mark

        self.complete = False
        span = Span(fault.line, fault.column, fault.line, fault.column + 1)
        self._report(
            [*(mark(self.draft, problem) for problem in self.built.problems), Remedy("unread-rest", span)]
        )

    def _correct(self, found: list[Remedy]) -> bool:
        """Make the corrections that leave no doubt, as long as the file stays readable with them."""
        chosen: list[Remedy] = []
        touched: set[int] = set()
        for remedy in found:
            lines = {edit.line for edit in remedy.edits}
            if remedy.applies and lines and not lines & touched:
                chosen.append(remedy)
                touched |= lines
        if not chosen:
            return False
        # Together at first; where one of them does harm, each by itself.
        for some in (chosen, *([each] for each in chosen[:_MOST_ALONE])):
            edits = [edit for remedy in some for edit in remedy.edits]
            built = self._build(self.draft.with_edits(edits))
            if built.fault is None:
                self._report(some)
                self.draft.apply(edits)
                self.built = built
                return True
        return False

    def _report(self, found: Iterable[Remedy]) -> None:
        for remedy in found:
            problems = self.unplaced if remedy.route is None else self.problems
            problems += self.draft.problems(remedy)


def _reach(fault: Fault, draft: Draft) -> tuple[tuple[int, int], tuple[int, int]]:
    """How far a file could be read: what was opened and never closed counts from its opening.

    In terms of the file, so that what a remedy writes in does not count as read.
    """
    here = _traced(fault.line, fault.column, draft)
    if fault.bracket is not None:
        return _traced(*fault.bracket, draft), here
    opened = "quoted scalar" in fault.inside or "simple key" in fault.inside
    return (_traced(*fault.opened, draft) if opened else here), here


def _traced(line: int, column: int, draft: Draft) -> tuple[int, int]:
    return draft.traced(Span(line, column, line, column))[:2]


def _placed(problems: list[Problem], root: Node | None, lines: tuple[str, ...]) -> list[Problem]:
    """With the logical place, for problems of which only the place in the text was known."""
    if not problems or not isinstance(root, Mapping):
        return problems
    from coalcheck.engine.source.route import route_at

    placed: list[Problem] = []
    for each in problems:
        if each.kind not in _OF_THE_FILE:
            line, column = each.span[:2]
            # What stands in the indentation belongs to the word behind it.
            rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
            column += len(rest) - len(rest.lstrip())
            placed.append(replace(each, route=route_at(root, (line, column))))
        else:
            placed.append(each)
    return placed


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In file order, each once; of very many alike the first ones, and that there are more."""
    kept: list[Problem] = []
    seen: set[tuple[str, Span]] = set()
    count: Counter[str] = Counter()
    for problem in sorted(problems, key=lambda each: each.span):
        if (problem.kind, problem.span) in seen:
            continue
        seen.add((problem.kind, problem.span))
        count[problem.kind] += 1
        if count[problem.kind] <= MOST_ALIKE:
            kept.append(problem)
        elif count[problem.kind] == MOST_ALIKE + 1:
            kept.append(Problem("many-alike", problem.span, problem.route, {"expected": str(MOST_ALIKE)}))
    return tuple(kept)
