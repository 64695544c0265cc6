"""What stands on every page for people: which rows of which sections, and what is kept back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.report.parts.order import ON_SCREEN
from coalcheck.engine.report.standing import sentences
from coalcheck.engine.report.verdict import answer
from coalcheck.engine.report.verdict.discreet import shown
from coalcheck.engine.report.verdict.line import line, sentence
from coalcheck.engine.report.verdict.ways import ways
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Place
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.verdict.ways import Way
    from coalcheck.engine.standing.status import Coming, Open, Status

OVERDUE: Final = "Overdue, worst first"
SOON: Final = "Due within 30 days"
PASSED: Final = "Days that have passed"
LATER: Final = "Later"
STANDS: Final = "Where you stand"
OPEN: Final = "Not decided yet"
_IN_FULL: Final = 2
"""Of so many it is told what is needed; of the others only what they are, unless all is asked for."""
_WAYS: Final = 2
"""So many ways to carry what is open are told here; the page on it tells more."""


class Row(NamedTuple):
    """One row: what it begins with, what is said, the point that says so, and where it stands."""

    lead: str
    said: str
    place: Place | None = None
    point: str = ""


class Section(NamedTuple):
    """Some rows under a heading, and how many are kept back."""

    heading: str
    rows: tuple[Row, ...]
    more: int = 0


class Waiting(NamedTuple):
    """Something that is not decided yet: its heading, and what is needed, a sentence each."""

    heading: str
    said: tuple[str, ...]
    file: str


def sections(status: Status, options: Options) -> Iterator[Section]:
    """Give the sections on days, those with rows only, in the order in which they are read."""
    as_of = status.as_of
    late = [
        Row("", sentences.overdue(each, as_of), each.place, _point(each)) for each in status.of("overdue")
    ]
    soon = [_ahead(each, status) for each in status.of("now", "soon")]
    yield from _section(OVERDUE, late, options)
    yield from _section(SOON, soon, options)
    gone = [Row("", sentences.passed(each), each.place) for each in status.untold]
    yield from _section(PASSED, gone, options)
    if options.show_all:
        yield from _section(LATER, [_ahead(each, status) for each in status.of("later")], options)


def later(status: Status, options: Options) -> int:
    """How many later days are kept back."""
    return 0 if options.show_all else len(status.of("later"))


def stands(status: Status) -> tuple[Row, ...]:
    """The rows on term, reviews, money, vetoes, and what is unsettled."""
    rows = [Row("Term", said, status.term.place)] if (said := sentences.term(status)) else []
    heading = status.heading
    if heading is not None and heading.kind != "body" and not status.term.over:
        rows.append(Row("Next review", sentences.next_review(status), _place(status, sentences.REVIEWS)))
    if said := sentences.renewal(status):
        rows.append(Row("Renewal", said, _place(status, frozenset({"renewal"}))))
    for each in status.money:
        whose, said = sentences.purse(each)
        rows.append(Row("Money", f"{whose}: {said}", each.place))
    for veto in status.vetoes:
        over, said = sentences.veto(veto)
        rows.append(Row("Veto", f"{over}: {said}", veto.place))
    rows += (
        Row("Unsettled", each.point.message, each.place, f"{each.point.name}, {each.point.code}")
        for each in status.unsettled
    )
    return tuple(rows)


def waiting(status: Status, options: Options) -> tuple[tuple[Waiting, ...], int]:
    """What is not decided yet and shown, and how much of it is kept back."""
    kept = status.opened if options.show_all else status.opened[:ON_SCREEN]
    told = (_waiting(each, options, brief=at >= _IN_FULL) for at, each in enumerate(kept))
    return tuple(told), len(status.opened) - len(kept)


def _waiting(each: Open, options: Options, *, brief: bool) -> Waiting:
    checked = each.checked
    verdict = shown(checked, options)
    said: list[str] = []
    if verdict is not None and (options.show_all or not brief):
        said.append(" ".join(filter(None, answer.reasons(checked, verdict))))
        said += answer.missing(verdict)
        for way in ways(checked, verdict, show_all=False):
            some = [_way(one, first=at == 0) for at, one in enumerate(way.ways[:_WAYS])]
            more = "; there are other ways" if way.more or len(way.ways) > _WAYS else ""
            told = sentence("; or ".join(some) + more)
            said.append(f"{way.what}. {told}")
    return Waiting(answer.heading(checked), tuple(filter(None, said)), line(checked.result.file))


def _way(way: Way, *, first: bool) -> str:
    """One way within a sentence: only the first begins it."""
    who = way.who if first or not way.who.startswith("Any ") else f"a{way.who[1:]}"
    return f"{who} ({way.said})" if way.said else who


def _section(heading: str, rows: Sequence[Row], options: Options) -> Iterator[Section]:
    # One that would be kept back alone is shown in the place of the line that says so.
    end = len(rows) if options.show_all or len(rows) == ON_SCREEN + 1 else ON_SCREEN
    if rows:
        yield Section(heading, tuple(rows[:end]), len(rows[end:]))


def _ahead(each: Coming, status: Status) -> Row:
    day = status.as_of if each.state == "now" else each.day
    return Row(in_words(day), sentences.coming(each, status.as_of), each.place, _point(each))


def _point(each: Coming) -> str:
    return f"{each.points[0].name}, {each.points[0].code}" if each.points else ""


def _place(status: Status, what: frozenset[str]) -> Place | None:
    first = sentences.first_of(status, what)
    return None if first is None else first.place
