"""Ballots from a sheet: a CSV file with the columns member and vote, and if need be at, reason and heads."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace
from pydantic_core import PydanticCustomError

from coalcheck.engine.action.answers import ANSWERS, answer_of
from coalcheck.engine.action.ballots import Ballot, Ballots
from coalcheck.engine.action.cells import Row, rows
from coalcheck.engine.action.faults import no_answer, unknown_key_of
from coalcheck.engine.action.heads import count_of
from coalcheck.engine.action.moment import ZONE, moment_of
from coalcheck.engine.action.register import heads_in, zone_in
from coalcheck.engine.charter.fault import Fault, told
from coalcheck.engine.source.characters import characters
from coalcheck.engine.source.node import Document, Problem, Span

if TYPE_CHECKING:
    from coalcheck.engine.action.answers import Answer
    from coalcheck.engine.charter.charter import Charter

COLUMNS: Final = ("member", "vote", "at", "reason", "heads")
"""The columns that a sheet can have; where it does not name them, the first ones in this order."""
SHEET_LINE: Final = "sheet-line"
_OF_THE_FILE: Final = frozenset({"not-utf-8", "too-large", "control-character", "hidden-character"})
_DELIMITERS: Final = ",;\t"
_HEADER: Final = 'The first line names the columns, such as "member,vote".'


class LoadedBallots(NamedTuple):
    """The ballots of a sheet as far as they could be read, and everything that is wrong with it.

    Attributes:
        ballots: by member, in the order of the sheet.
        document: its lines, for quoting; a sheet has no tree.
        problems: in the order of the lines.
        whole: whether every line is among the ballots.
    """

    ballots: Ballots
    document: Document
    problems: tuple[Problem, ...]
    whole: bool


def load_sheet(data: bytes | str, name: str, charter: Charter | None = None) -> LoadedBallots:
    """Read ballots from a sheet; a line that cannot be understood is said with its place and left out.

    A member is named by its id, or by its full name where the charter is given. A counted row may have
    several lines, one for each answer, with the number of its members under heads.

    Args:
        data: the content; bytes are decoded.
        name: the path to show.
        charter: gives the members that may be named, and the time zone of times without an offset.
    """
    content = characters(data)
    reading = _Reading(charter)
    reading.read(content.lines)
    file = [problem for problem in content.problems if problem.kind in _OF_THE_FILE]
    if charter is not None:
        reading.crowded(charter)
    problems = sorted([*file, *told(reading.faults, file)], key=lambda problem: problem.span)
    whole = reading.whole and not any(problem.kind == "too-large" for problem in file)
    return LoadedBallots(
        reading.ballots, Document(name, content.lines, None, tuple(file)), tuple(problems), whole
    )


class _Reading:
    """One sheet being read.

    Attributes:
        ballots: what was understood.
        faults: what was not.
        whole: whether no line had to be left out.
    """

    def __init__(self, charter: Charter | None) -> None:
        self.ballots: dict[str, Ballot] = {}
        self.faults: list[Fault] = []
        self.whole = True
        self._context = {ZONE: zone_in(charter)}
        self._members = {member.id: member.id for member in charter.members} if charter else None
        for member in charter.members if charter else ():
            if member.name and self._members is not None:
                self._members.setdefault(member.name, member.id)
        self._columns: tuple[str, ...] = ()
        self._places: dict[str, Span] = {}

    def read(self, lines: tuple[str, ...]) -> None:
        """All lines, the one that names the columns first."""
        filled = (line for line in lines if line.strip())
        for row in rows(lines, _delimiter(next(filled, ""))):
            if row.fault:
                self._leave_out(row.span, row.fault)
            elif any(cell.text for cell in row.cells):
                if not self._columns:
                    self._columns = self._header(row)
                    if self._columns:
                        continue
                    self._columns = COLUMNS
                self._ballot(row)
        if not self._columns and not self.faults:
            self._leave_out(Span(1, 1, 1, 1), f"Nothing is in this file. {_HEADER}")

    def crowded(self, charter: Charter) -> None:
        """Look for rows with more ballots than heads."""
        from coalcheck.engine.action.names import too_many

        heads = heads_in(charter)
        for row, given in too_many(self.ballots, heads):
            values = {"key": row, "found": str(given), "detail": row, "expected": str(heads[row])}
            self.faults.append(Fault(Problem("row-too-many", self._places[row], (row,), values)))

    def _leave_out(self, span: Span, suggestion: str) -> None:
        values = {"suggestion": suggestion}
        self.faults.append(Fault(Problem(SHEET_LINE, span, (), values)))
        self.whole = False

    def _header(self, row: Row) -> tuple[str, ...]:
        """The columns that a line names; empty where it is a ballot already."""
        names = tuple(cell.text.lower() for cell in row.cells)
        if not {"member", "vote"} & set(names):
            if len(names) < 2 or names[1] not in ANSWERS:
                self._leave_out(row.span, _HEADER)
                return COLUMNS
            return ()
        for name, cell in zip(names, row.cells, strict=True):
            if name and name not in COLUMNS:
                self.faults.append(unknown_key_of(cell.text, COLUMNS, cell.span, (cell.text,)))
        missing = [name for name in ("member", "vote") if name not in names]
        if missing or len(set(names)) < len(names):
            self._leave_out(row.span, _HEADER)
        return names

    def _ballot(self, row: Row) -> None:
        if len(row.cells) > len(self._columns):
            self._leave_out(
                row.cells[len(self._columns)].span,
                "There are more cells here than columns. A text with a comma in it stands in double quotes.",
            )
            return
        cells = dict(zip(self._columns, row.cells, strict=False))
        missing = [name for name in ("member", "vote") if name not in cells or not cells[name].text]
        if missing:
            self._leave_out(row.span, f"Write the {' and the '.join(missing)} too, or take the line out.")
            return
        member = self._member(cells["member"].text, cells["member"].span)
        texts = {name: cell.text for name, cell in cells.items() if cell.text}
        found = len(self.faults)
        read: dict[str, object] = {}
        for name, text in texts.items():
            self._part(name, text, cells[name].span, member, read)
        if len(self.faults) > found:
            self.whole = False
            return
        self._note(member, cells["member"].span, _made(read))

    def _member(self, text: str, span: Span) -> str:
        if self._members is None or text in self._members:
            return text if self._members is None else self._members[text]
        known = tuple(self._members)

        def fill_in(values: dict[str, str]) -> None:
            from coalcheck.engine.charter.nearest import nearest
            from coalcheck.engine.wording.listing import some

            meant = nearest(text, known)
            suggestion = f"Did you mean {meant}?" if meant else f"What could stand here: {some(known, 12)}."
            values |= {"suggestion": suggestion, "repair": meant}

        values = {"key": "member", "found": text, "expected": "a member"}
        self.faults.append(Fault(Problem("unknown-name", span, (text,), values), fill_in))
        self.whole = False
        return text

    def _part(self, name: str, text: str, span: Span, member: str, read: dict[str, object]) -> None:
        try:
            if name == "vote":
                read["answer"] = answer_of(text.lower())
            elif name == "at":
                read["at"] = moment_of(text, self._context)
            elif name == "heads":
                read["heads"] = count_of(int(text) if text.isascii() and text.isdigit() else text)
            elif name == "reason":
                read["reason"] = text
        except PydanticCustomError as error:
            if name == "vote":
                self.faults.append(no_answer(text, name, span, (member, name)))
                return
            values = {"key": name, "found": text}
            values |= {key: str(value) for key, value in (error.context or {}).items()}
            self.faults.append(Fault(Problem(error.type, span, (member, name), values)))

    def _note(self, member: str, span: Span, ballot: Ballot) -> None:
        before = self.ballots.get(member)
        if before is None:
            self.ballots[member] = ballot
            self._places[member] = span
            return
        joined = _joined(before, ballot)
        if joined is not None:
            self.ballots[member] = joined
            return
        first, second = before.answer or "several answers", ballot.answer
        detail = "twice" if first == second else f'once with "{first}" and once with "{second}"'
        values = {"key": member, "found": member, "detail": detail}
        self.faults.append(Fault(Problem("ballot-twice", span, (member,), values)))
        self.whole = False


def _made(read: dict[str, object]) -> Ballot:
    return replace(Ballot(), **read)


def _joined(one: Ballot, other: Ballot) -> Ballot | None:
    """Two lines of one counted row as one ballot; None where they are not counts of two answers."""
    if other.answer is None or other.heads is None or (one.heads is None and not one.split):
        return None
    split: dict[Answer, int] = dict(one.split)
    if one.answer is not None and one.heads is not None:
        split[one.answer] = one.heads
    if other.answer in split:
        return None
    return Ballot(split={**split, other.answer: other.heads})


def _delimiter(line: str) -> str:
    """What parts the cells: a comma, or what programs of other countries put there."""
    counts = {each: len(next(csv.reader([line], delimiter=each), ())) for each in _DELIMITERS}
    return max(_DELIMITERS, key=lambda each: counts[each])
