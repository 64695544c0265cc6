"""The words on the screen: the answer first, what would carry it, how it was counted, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.report import text as findings
from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.parts.wrap import fill
from coalcheck.engine.report.verdict import answer, count
from coalcheck.engine.report.verdict.closing import LEGAL, closing
from coalcheck.engine.report.verdict.cure import cures
from coalcheck.engine.report.verdict.discreet import shown
from coalcheck.engine.report.verdict.on_record_text import of_record
from coalcheck.engine.report.verdict.points import points_beside
from coalcheck.engine.report.verdict.scope import NOT_A_FAULT, OnScope, on_scope
from coalcheck.engine.report.verdict.scope import rows as scope_rows
from coalcheck.engine.report.verdict.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.checking.checked import Check, Checked, Place
    from coalcheck.engine.decide.verdict import Outcome, Verdict
    from coalcheck.engine.report.parts.colour import Style
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.verdict.count import Row, Vote

_MARGIN: Final = " " * 3
_GAP: Final = 3
_LONGEST_NAME: Final = 34
_LONGEST_WAY: Final = 56
_LONGEST_FILE: Final = 24
_NARROWEST: Final = 24
_STYLES: Final[dict[Outcome, Style]] = {"adopted": "green", "pending": "yellow", "indeterminate": "yellow"}


def render(check: Check, options: Options) -> str:
    """Render every action in order; several end in a sentence about all of them."""
    if check.record is not None:
        return of_record(check, check.record, options)
    page = _Page(check, options)
    return "\n".join(text.rstrip() for text in page.lines()) + "\n"


class _Page:
    """One rendering: the options, and the pieces of a page that need them."""

    def __init__(self, check: Check, options: Options) -> None:
        self._check = check
        self._options = options
        self._paint = Paint(on=options.colour)

    def lines(self) -> Iterator[str]:
        """Give the whole page."""
        for beside in self._check.beside:
            yield from self._wrapped(answer.beside(beside), "bold")
            yield from findings.points(beside, self._options)
            yield ""
        after = ""
        for checked in self._check.checked:
            if answer.is_brief(self._check, checked, self._options):
                yield from self._wrapped(f"{visible(checked.result.file)}: {answer.heading(checked)}")
                after = "brief"
                continue
            if after == "brief":
                yield ""
            after = "page"
            if len(self._check.checked) > 1:
                yield self._paint(visible(checked.result.file), "dim")
            yield from self._action(checked)
            yield ""
        if after == "brief":
            yield ""
        if len(self._check.checked) > 1:
            brief = any(answer.is_brief(self._check, each, self._options) for each in self._check.checked)
            more = " Those in one line are as they should be; in full with --all." if brief else ""
            yield from self._wrapped(f"{answer.summary(self._check)}{more}", "bold")
            yield ""
        yield from self._wrapped(LEGAL, "dim")

    def _action(self, checked: Checked) -> Iterator[str]:
        verdict = shown(checked, self._options)
        yield from self._wrapped(answer.heading(checked), "bold")
        for warning in (answer.tried(checked), answer.unread(checked)):
            if warning:
                yield ""
                yield from self._wrapped(warning)
        if verdict is not None:
            yield from self._verdict(checked, verdict)
        if checked.terms:
            yield from ("", self._paint("WHAT THE CHARTER HAS FOR IT", "bold"))
            told = [(each.label, f"{visible(each.said)} (line {each.line})") for each in checked.terms]
            yield from self._columns(told)
        beside = points_beside(checked)
        if beside.findings or beside.set_aside:
            yield from findings.points(beside, self._options)
        if verdict is not None:
            yield ""
            for sentence in closing(checked, verdict):
                yield from self._wrapped(sentence)

    def _verdict(self, checked: Checked, verdict: Verdict) -> Iterator[str]:
        scope = on_scope(checked, verdict)
        if scope is not None and scope.first:
            yield from self._on_scope(scope, verdict, checked)
        why = " ".join(filter(None, answer.reasons(checked, verdict)))
        if why:
            yield ""
            yield from self._wrapped(why)
        if scope is not None and not scope.first:
            yield from self._on_scope(scope, verdict, checked)
        missing = answer.missing(verdict)
        if missing:
            yield from self._heading("WHAT IS MISSING", verdict)
            yield from self._numbered(missing)
        if any(cures(checked)):
            yield from self._heading("HOW TO PUT IT RIGHT", verdict)
            yield from self._cures(checked)
        for each in ways(checked, verdict, show_all=self._options.show_all):
            yield from self._ways(each.heading, each.note, [(way.who, way.said) for way in each.ways])
            if each.more:
                yield f"{_MARGIN}{each.more} more ways: --all."
        yield from self._heading("HOW IT WAS COUNTED", verdict)
        if scope is None and any(clause.route is not None for clause in verdict.clauses):
            yield from self._lines_of(checked)
        yield from self._rows(count.rules(verdict, checked), verdict, checked)
        yield from self._votes(list(count.votes(verdict, checked)))
        yield from self._rows(_clauses(verdict, checked), verdict, checked)

    def _on_scope(self, scope: OnScope, verdict: Verdict, checked: Checked) -> Iterator[str]:
        """Why it is not within what was agreed, what was agreed, and three ways on."""
        yield ""
        yield from self._wrapped(scope.said)
        yield from self._heading("WHAT THE CHARTER SAYS", verdict)
        yield from self._lines_of(checked)
        yield from self._rows(scope.charter, verdict, checked)
        yield from self._heading("WHAT THE PROPOSAL SAYS", verdict)
        for name, said in scope.act:
            yield from fill(f"{name}: {said}", self._options.width, _MARGIN, _MARGIN + " " * 3)
        yield from self._heading("THREE WAYS ON", verdict)
        yield from self._numbered(f"{what} {how}" for what, how in scope.ways)
        yield ""
        yield from self._wrapped(NOT_A_FAULT)
        if scope.points:
            yield from self._wrapped(f"({'; '.join(scope.points)})", "dim")

    def _lines_of(self, checked: Checked) -> Iterator[str]:
        """Whose lines are named below, where the name is too long to stand beside the first of them."""
        if len(checked.ground.file) > _LONGEST_FILE:
            yield _MARGIN + self._paint(f"Lines are those of {visible(checked.ground.file)}", "dim")

    def _heading(self, words: str, verdict: Verdict) -> Iterator[str]:
        yield ""
        yield self._paint(words, _STYLES.get(verdict.outcome, "bold") if words.isupper() else "bold")

    def _numbered(self, sentences: Iterable[str]) -> Iterator[str]:
        for number, each in enumerate(sentences, start=1):
            yield from fill(each, self._options.width, f"{_MARGIN}{number}  ", " " * 6)

    def _cures(self, checked: Checked) -> Iterator[str]:
        several = len([*cures(checked)]) > 1
        indent = _MARGIN + " " * 3 * several
        for number, cure in enumerate(cures(checked), start=1):
            if several:
                yield from fill(cure.said, self._options.width, f"{_MARGIN}{number}  ", indent)
            yield from fill(cure.remedy, self._options.width, indent, indent)
            if cure.point:
                yield indent + self._paint(f"({cure.point})", "dim")

    def _ways(self, heading: str, note: str, rows: list[tuple[str, str]]) -> Iterator[str]:
        yield ""
        whole = f"{heading}. {note}:" if note else f"{heading}:"
        first, *others = fill(whole, self._options.width)
        bold = min(len(heading), len(first))
        yield self._paint(first[:bold], "bold") + first[bold:]
        yield from others
        yield from self._columns(rows)

    def _columns(self, rows: list[tuple[str, str]]) -> Iterator[str]:
        """Give two columns, the second wrapped; what is too long for the first has its own line."""
        widths = [width(who) for who, said in rows if said and width(who) <= _LONGEST_WAY]
        left = max(widths, default=0) + _GAP
        room = self._options.width - len(_MARGIN) - left
        if room < _NARROWEST:
            left, room = _GAP, self._options.width - len(_MARGIN) - _GAP
        for who, said in rows:
            first, *others = fill(said, room) or [""]
            if first and width(who) + _GAP <= left:
                yield f"{_MARGIN}{_padded(who, left)}{first}"
            else:
                yield from fill(who, self._options.width, _MARGIN, _MARGIN + " " * 2)
                others = [first, *others] if first else others
            yield from (f"{_MARGIN}{' ' * left}{other}" for other in others)

    def _rows(self, rows: Iterable[Row], verdict: Verdict, checked: Checked) -> Iterator[str]:
        """Give rows of a label, what is said, and at the right where it stands in the charter."""
        places = self._places(verdict, checked)
        column = max((len(place) for place in places.values()), default=0)
        indent = len(_MARGIN) + count.WIDEST + 2
        room = self._options.width - indent - (column + _GAP if column else 0)
        label = ""
        for row in rows:
            named = row.label if row.label != label else ""
            label = row.label
            lead = _MARGIN + named.ljust(count.WIDEST + 2)
            place = places.get(row.place) if row.place is not None else None
            if room < _NARROWEST:
                below = f" ({place})" if place else ""
                yield from fill(f"{row.said}{below}", self._options.width, lead, " " * indent)
                continue
            first, *others = fill(row.said, room) or [""]
            at = self._paint(place, "dim") if place else ""
            yield f"{lead}{_padded(first, room + _GAP) if at else first}{at}"
            yield from (" " * indent + other for other in others)

    def _places(self, verdict: Verdict, checked: Checked) -> dict[Place, str]:
        """Name each place: the first with its file, the others with their line alone."""
        named: dict[Place, str] = {}
        scope = on_scope(checked, verdict)
        first = scope.charter if scope is not None else ()
        rows = (*first, *count.rules(verdict, checked), *_clauses(verdict, checked))
        for place in (row.place for row in rows if row.place is not None):
            if place not in named:
                file = "" if named or len(place.file) > _LONGEST_FILE else f"{visible(place.file)} "
                named[place] = f"{file}line {place.line}"
        return named

    def _votes(self, votes: list[Vote]) -> Iterator[str]:
        """Give every member once, in three columns as far as they fit."""
        names = min(_LONGEST_NAME, max((width(vote.who) for vote in votes), default=0)) + _GAP
        answers = max((width(vote.answer) for vote in votes), default=0) + _GAP
        room = self._options.width - len(_MARGIN) - names - answers
        for vote in votes:
            if room < _NARROWEST or width(vote.who) >= names:
                # Too long for a column: who, and below it what they answered and how that counted.
                yield from fill(vote.who, self._options.width, _MARGIN, _MARGIN + " " * 2)
                told = ", ".join(filter(None, (vote.answer, vote.effect)))
                yield from fill(told, self._options.width, _MARGIN + " " * 3, _MARGIN + " " * 3)
                continue
            first, *others = fill(vote.effect, room) or [""]
            yield f"{_MARGIN}{_padded(vote.who, names)}{_padded(vote.answer, answers)}{first}"
            yield from (f"{_MARGIN}{' ' * (names + answers)}{other}" for other in others)

    def _wrapped(self, text: str, style: Style | None = None) -> Iterator[str]:
        lines = fill(text, self._options.width)
        return (self._paint(line, style) if style else line for line in lines)


def _clauses(verdict: Verdict, checked: Checked) -> Iterator[Row]:
    yield from count.clauses(verdict, checked)
    yield from scope_rows(checked, verdict)


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
