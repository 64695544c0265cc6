"""Everything with a day: what is due, what was planned, when votes end; and how each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.happened import ABOUT
from coalcheck.engine.checking.checked import Place
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.history.due import dues
from coalcheck.engine.history.looking_back import day_of
from coalcheck.engine.standing.status import Coming, State
from coalcheck.engine.wording.article import with_article

if TYPE_CHECKING:
    from coalcheck.engine.action.happened import Happened
    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.history.due import Due
    from coalcheck.engine.history.record import Entry, Record
    from coalcheck.engine.source.node import Document, Route
    from coalcheck.engine.standing.points import Points
    from coalcheck.engine.standing.status import Open

SOON: Final = timedelta(days=30)
"""What comes within so many days comes soon."""

_PLANNED: Final[Mapping[Happened, str]] = {
    "meeting": "meeting",
    "review": "review",
    "exercise": "exercise",
    "sprint": "time set apart",
    "payment": "payment",
    "leaving": "departure",
    "joining": "new member",
}
"""What can be on record before it happens, and what it is then called."""


def days(record: Record, points: Points, opened: Mapping[int, Open]) -> tuple[Coming, ...]:
    """Everything with a day, by day.

    Args:
        record: the record.
        points: what is said of what is overdue.
        opened: what is not decided yet, by the place of its entry among all, those ahead last.
    """
    listing = _Listing(record, points)
    found = [listing.due(each) for each in dues(record)]
    every = (*record.entries, *record.ahead)
    for at, entry in enumerate(every):
        ahead = at >= len(record.entries) and entry.action.happened in _PLANNED
        if at in opened or ahead:
            found += listing.planned(entry, opened.get(at))
    return tuple(sorted(found, key=lambda each: (each.day, each.deadline, each.said, each.key)))


class _Listing:
    """Makes a line of each thing; what is looked up for many of them is looked up once."""

    def __init__(self, record: Record, points: Points) -> None:
        self._record = record
        self._as_of = record.as_of
        self._points = points
        self._of_charter = Places(record.document)
        self._by_id: dict[str, Entry] = {}
        for each in record.entries:
            if each.action.id is not None:
                self._by_id.setdefault(each.action.id, each)

    def due(self, due: Due) -> Coming:
        """Something that is due, or was and is shown as done."""
        place = self._place(due.entry.document if due.entry is not None else self._record.document, due.route)
        state = self._state(due)
        said: tuple[Finding, ...] = self._points.on(due) if state in ("overdue", "now") else ()
        return Coming(
            due.what, due.said, due.day, state, self._key(due, place.path), due.until, place,
            day_of(due.last), day_of(due.done), said,
        )  # fmt: skip

    def planned(self, entry: Entry, opened: Open | None) -> Iterator[Coming]:
        """The end of a vote, and what is planned for a day that has not come yet."""
        action, as_of = entry.action, self._as_of
        of = f"{action.happened or 'action'} {_own_name(entry)}"
        closes = opened.closes if opened is not None and opened.checked.asked.stands == "open" else None
        if closes is not None and closes >= as_of:
            said = f'the end of the vote on "{entry.called}"'
            place = self._place(entry.document, ("closes",))
            yield Coming("vote", said, closes, _ahead(closes, as_of), f"vote {of}", place=place)
        day = entry.first if action.date is not None and entry.first == entry.last else None
        if day is None or day <= as_of or day == closes:
            return
        if action.happened is None:
            what, said = "decision", f'the decision on "{entry.called}"'
        else:
            what = action.happened
            noun = with_article(_PLANNED.get(what, what))
            said = f'{noun}, "{entry.called}"' if _is_named(entry) else noun
        place = self._place(entry.document, ("date",))
        yield Coming(what, said, day, _ahead(day, as_of), f"planned {of}", place=place)

    def _state(self, due: Due) -> State:
        if due.done is not None:
            return "done"
        if due.deadline < self._as_of:
            # Of a coalition that keeps no record nobody can tell what it did; and the end itself decides.
            told = bool(self._record.entries) and due.what != "decision-on-end"
            return "overdue" if told and due.overdue(self._as_of) else "passed"
        return _ahead(due.day, self._as_of)

    def _key(self, due: Due, path: str) -> str:
        """What a due thing is told by: its place in the charter or its entry, and the time before.

        It stays when lines or files move, and when another day is agreed on.
        """
        if due.entry is None:
            last = day_of(due.last)
            return f"{due.what} {path} {last.isoformat() if last else ''}".strip()
        origin = _own_name(self._origin(due.entry))
        return f"promise {origin}" if due.what == "promise" else f"{due.what} {origin} {path}"

    def _origin(self, entry: Entry) -> Entry:
        """The first entry that this one goes back to, step by step."""
        seen: set[int] = set()
        while id(entry) not in seen:
            seen.add(id(entry))
            own = () if entry.action.id is None else (entry.action.id,)
            before = (self._by_id[each] for each in (*entry.action.follows, *own) if each in self._by_id)
            entry = next(before, entry)
        return entry

    def _place(self, document: Document, route: Route) -> Place:
        places = self._of_charter if document is self._record.document else Places(document)
        return Place(document.name, places.span(route).line, places.path(route))


def _ahead(day: date, as_of: date) -> State:
    if day <= as_of:
        return "now"
    return "soon" if day - as_of <= SOON else "later"


def _is_named(entry: Entry) -> bool:
    """Whether it has a name of its own, and is not only called by what happened."""
    happened = entry.action.happened
    return happened is None or entry.called != ABOUT[happened].removesuffix(".")


def _own_name(entry: Entry) -> str:
    """What an entry is told by, wherever its file lies: its id, else its day and what it is called."""
    return entry.action.id or f"{entry.first or ''} {entry.called}".strip()
