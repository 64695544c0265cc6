"""The text that is parsed: the file with its slips repaired, every column traced back.

A repair changes lines, never their number. For each changed line the draft
remembers where every character came from, so that spans always speak of the file
as its author sees it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from coalcheck.engine.source.limits import MOST_ALIKE, MOST_COLUMNS
from coalcheck.engine.source.node import Edit, Entry, Mapping, Node, Problem, Scalar, Span
from coalcheck.engine.source.node import Sequence as Items

if TYPE_CHECKING:  # most files need no remedy
    from coalcheck.engine.source.remedy import Remedy


_MOST_SHOWN: Final = 2_000
_INDEX: Final = "I"  # a line is never longer than the file, whose size four bytes hold


def shortened(line: str) -> str:
    """A line that can be shown; nobody pastes what runs over many screens."""
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"


class Draft:
    """Lines under repair.

    Attributes:
        lines: as they stand now.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = list(lines)
        self._origins: dict[int, array[int]] = {}

    @property
    def text(self) -> str:
        """The lines as one text, the last one ended too."""
        return "\n".join(self.lines) + "\n"

    def line(self, number: int) -> str:
        """One line by its number; empty behind the end of the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def is_as_written(self, number: int) -> bool:
        """Whether the columns of a line are still those of the file."""
        return number not in self._origins

    def is_handwritten(self) -> bool:
        """Whether no line is longer than a hand writes, so that looking closely costs little."""
        return max(map(len, self.lines), default=0) <= MOST_COLUMNS

    def apply(self, edits: Iterable[Edit]) -> None:
        """Change the lines; edits of one line must not overlap."""
        for edit in sorted(edits, reverse=True):
            line, start, end, new = edit.line - 1, edit.start - 1, edit.end - 1, edit.new
            old = self.lines[line]
            origin = self._origin(edit.line)
            self.lines[line] = old[:start] + new + old[end:]
            self._origins[edit.line] = (
                origin[:start] + array(_INDEX, [origin[start]]) * len(new) + origin[end:]
            )

    def leave_out(self, number: int, characters: frozenset[str]) -> None:
        """Take some characters out of one line, wherever they stand in it."""
        line, origin = self.line(number), self._origin(number)
        kept = [index for index, character in enumerate(line) if character not in characters]
        self.lines[number - 1] = "".join([line[index] for index in kept])
        self._origins[number] = array(_INDEX, [origin[index] for index in (*kept, len(line))])

    def _origin(self, number: int) -> array[int]:
        """Where each character of a line came from, and its end, counted from nought."""
        known = self._origins.get(number)
        return array(_INDEX, range(len(self.line(number)) + 1)) if known is None else known

    def with_edits(self, edits: Iterable[Edit]) -> Draft:
        """Another draft with some edits made; this one stays as it is."""
        other = Draft(self.lines)
        other._origins = dict(self._origins)
        other.apply(edits)
        return other

    def repaired(self, edits: Sequence[Edit]) -> str:
        """The lines that some edits change, as they would be, to be pasted in their place."""
        changed: list[str] = []
        for number, of_line in groupby(sorted(edits), key=lambda edit: edit.line):
            trial = Draft([self.line(number)])
            trial.apply(edit._replace(line=1) for edit in of_line)
            changed.append(shortened(trial.lines[0].rstrip()))
        return "\n".join(changed)

    def problems(self, remedy: Remedy) -> list[Problem]:
        """The problems that a remedy puts right, in terms of the file; to be asked before it is applied."""
        whole = self._in_the_file(remedy)
        if remedy.each_line:
            # What is missing is marked by what stands before it; the one too many says that there are more.
            return [
                self._problem(remedy, Span(line, min(start, end - 1), line, end), (edit,), whole)
                for edit in remedy.edits[: MOST_ALIKE + 1]
                for line, start, end, _ in (edit,)
            ]
        return [self._problem(remedy, remedy.span, remedy.edits, whole)]

    def _problem(self, remedy: Remedy, span: Span, edits: Sequence[Edit], whole: tuple[Edit, ...]) -> Problem:
        values = dict(remedy.values)
        if edits:
            values.setdefault("repair", self.repaired(edits))
        return Problem(remedy.kind, self.traced(span), remedy.route or (), values, whole)

    def _in_the_file(self, remedy: Remedy) -> tuple[Edit, ...]:
        """All that a remedy changes, in columns of the file; nothing where it is not what was read on with.

        Nor where it changes what an earlier repair has written: the next reading, of a mended file, knows.
        """
        if not remedy.applies or remedy.loses:
            return ()
        edits = tuple(filter(None, map(self._traced_edit, remedy.edits)))
        return edits if len(edits) == len(remedy.edits) else ()

    def _traced_edit(self, edit: Edit) -> Edit | None:
        line, start, end, new = edit
        origin = self._origins.get(line)
        if origin is None:
            return edit
        # What was written in has the origin of what stands behind it, so that it breaks the row.
        row = origin[start - 1 : end + 1]
        if any(after != before + 1 for before, after in pairwise(row)):
            return None
        return Edit(line, origin[start - 1] + 1, origin[end - 1] + 1, new)

    def traced(self, span: Span) -> Span:
        """Where a span of the draft is in the file."""
        if not self._origins:
            return span
        line, column, end_line, end_column = span
        return Span(line, self._column(line, column), end_line, self._column(end_line, end_column))

    def _column(self, line: int, column: int) -> int:
        origin = self._origins.get(line)
        return column if origin is None else origin[min(column, len(origin)) - 1] + 1

    def traced_tree(self, root: Node) -> Node:
        """A tree of the draft with the spans of the file; what is shared stays shared."""
        if not self._origins:
            return root
        done: dict[int, Node] = {}
        entered: dict[int, Entry] = {}

        def of_entry(entry: Entry) -> Entry:
            known = entered.get(id(entry))
            if known is None:
                key = Scalar(entry.key.text, self.traced(entry.key.span), entry.key.style)
                known = entered[id(entry)] = Entry(key, of(entry.value))
            return known

        def of(node: Node) -> Node:
            known = done.get(id(node))
            if known is None:
                span = self.traced(node.span)
                if isinstance(node, Scalar):
                    known = Scalar(node.text, span, node.style)
                elif isinstance(node, Mapping):
                    known = Mapping(
                        {key: of_entry(each) for key, each in node.entries.items()}, span, node.flow
                    )
                else:
                    known = Items([of(item) for item in node.items], span, node.flow)
                done[id(node)] = known
            return known

        return of(root)
