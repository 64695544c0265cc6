"""Where a missing key would be written, as far as there is one place only: editors may insert it there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.findings.result import Result
from coalcheck.engine.source.node import Document, Mapping, Node, Route, Scalar, Span
from coalcheck.engine.source.node import Sequence as Items
from coalcheck.engine.source.read import read

_STEP: Final = re.compile(r"\.?([^.\[\]]+)|\[([^\[\]]+)\]")
_TWICE: Final = re.compile(r"(?m)(?:^|[\s\[{,:-])[&*][^\s&*]")
"""What may be an anchor or an alias: a line written once may then mean two places."""


class Insertion(NamedTuple):
    """Text that is new, and the place behind which it is written; nothing is taken away.

    Attributes:
        line: from 1.
        column: from 1; behind the last character of the line.
        text: begins with a line end.
        where: the place in words, for whoever is asked.
    """

    line: int
    column: int
    text: str
    where: str


class Pasting:
    """Finds in one file where the text of a finding is to be written; the file is read once."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self._document: Document | None = None
        self._text = ""

    def of(self, finding: Finding) -> Insertion | None:
        """The place for what a finding gives to paste; None where there is none, or more than one.

        It is certain for a key that is missing in a block: below the last line of that block. What is there
        already and is to be put in other words is a choice, and choices are left to people.
        """
        lines = self._result.lines
        if not (finding.write and finding.fix.strip() and lines and finding.file == self._result.file):
            return None
        pasted = read(finding.fix, "")
        document = self._read()
        if pasted.problems or not isinstance(pasted.root, Mapping) or document is None:
            return None
        parent = _parent(finding.path, pasted.root, document)
        if parent is None or parent.flow or not set(pasted.root.entries).isdisjoint(parent.entries):
            return None
        columns = {entry.key.span.column for entry in parent.entries.values()}
        if len(columns) != 1:
            return None
        last = _last_line(parent, lines)
        indent = " " * (columns.pop() - 1)
        body = "".join(
            f"\n{indent}{row}" if row.strip() else "\n" for row in finding.fix.rstrip().split("\n")
        )
        where = "at the end of the file" if parent is document.root else f"below line {last}"
        return Insertion(last, len(lines[last - 1]) + 1, body, where)

    def _read(self) -> Document | None:
        """The tree of the file; None where it was read with a doubt, or something stands in two places."""
        if self._document is None:
            self._text = "\n".join(self._result.lines) + "\n"
            self._document = read(self._text, self._result.file)
        doubted = not self._document.complete or self._document.problems or _TWICE.search(self._text)
        return None if doubted else self._document


def _parent(path: str, pasted: Mapping, document: Document) -> Mapping | None:
    """The mapping in which the pasted keys are missing: the one above the place, as the first key says."""
    steps = _steps(path)
    head = next(iter(pasted.entries), None)
    if head is None or head not in steps:
        return None
    places = Places(document)
    node: Node | None = document.root
    route: Route = ()
    for step in steps[: steps.index(head)]:
        found = _below(node, step, route, places)
        if found is None:
            return None
        part, node = found
        route = (*route, part)
    return node if isinstance(node, Mapping) else None


def _steps(path: str) -> list[str]:
    """The steps of a logical place; a step into a list keeps its brackets."""
    found = list(_STEP.finditer(path))
    if "".join(step[0] for step in found) != path:
        return []
    return [step[1] if step[1] is not None else step[0] for step in found]


def _below(node: Node | None, step: str, route: Route, places: Places) -> tuple[str | int, Node] | None:
    if isinstance(node, Mapping):
        entry = node.entries.get(step)
        return None if entry is None else (step, entry.value)
    if isinstance(node, Items):
        for number, item in enumerate(node.items):
            if places.path((*route, number)).endswith(step):
                return number, item
    return None


def _last_line(node: Node, lines: Sequence[str]) -> int:
    """The last line on which something of a node is written."""
    ends = [span.end_line - (span.end_column == 1 and span.end_line > span.line) for span in _spans(node)]
    last = min(max(ends), len(lines))
    while last > 1 and not lines[last - 1].strip():
        last -= 1
    return last


def _spans(node: Node) -> Iterator[Span]:
    match node:
        case Mapping():
            for entry in node.entries.values():
                yield entry.key.span
                yield from _spans(entry.value)
        case Items():
            yield node.span
            for item in node.items:
                yield from _spans(item)
        case Scalar():
            yield node.span
