"""What is due as a calendar (iCalendar, RFC 5545): an event of a whole day for each thing that is not done.

The same files and day give the same text. An event keeps its identifier when lines or files move, or when
another day is agreed on, so that reading the calendar again moves what is there and adds nothing twice.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from coalcheck.engine.report.standing import CannotRender
from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.standing.status import Coming, Status

try:
    from icalendar import Calendar, Event
except ImportError as error:
    _HOW: Final = "A calendar needs the package icalendar: pip install 'coalcheck[calendar]'."
    raise CannotRender(_HOW) from error

PRODUCT: Final = "-//coalcheck//status//EN"
HOST: Final = "status.coalcheck.dev"
"""Ends every identifier, so that no other program makes the same."""

_ONE_DAY: Final = timedelta(days=1)
_BY_ITSELF_LATER: Final = frozenset({"decision-on-end", "check-in"})
"""What needs no second event for its last day: that is the end itself, or the next one."""


def render(status: Status, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render everything with a day that is not done and has not passed without a trace.

    Raises:
        CannotRender: the charter cannot be read; a calendar without a day would say that nothing is due.
    """
    if status.heading is None:
        msg = f"{status.charter.file} cannot be read, so there is no calendar; coalcheck validate says why."
        raise CannotRender(msg)
    name = line(status.heading.name) or line(status.charter.file)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    seen: Counter[str] = Counter()
    for each in status.of("overdue", "now", "soon", "later"):
        seen[each.key] += 1
        # Two things that nothing tells apart are told apart by their number.
        key = each.key if seen[each.key] == 1 else f"{each.key} {seen[each.key]}"
        for event in _events(each, name, key, status.as_of):
            calendar.add_component(event)
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _events(each: Coming, name: str, key: str, as_of: date) -> Iterator[Event]:
    said = line(each.said)
    told = _told(each, as_of)
    yield _event(each.day, f"{name}: {said}", told, _uid(name, key), as_of)
    if each.until is not None and each.until != each.day and each.what not in _BY_ITSELF_LATER:
        yield _event(each.until, f"{name}: the last day for {said}", told, _uid(name, f"{key} last"), as_of)


def _event(day: date, summary: str, told: str, uid: str, as_of: date) -> Event:
    event = Event()
    event.add("uid", uid)
    # Not the hour of the run: the calendar is made of the files and the day alone.
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", day)
    # The day after the last one, which the very last day there is does not have.
    if day < day.max:
        event.add("dtend", day + _ONE_DAY)
    event.add("summary", summary)
    event.add("description", told)
    # A day on which something is due is not a day on which nobody has time.
    event.add("transp", "TRANSPARENT")
    return event


def _uid(name: str, key: str) -> str:
    told_by = f"{name}\n{key}"
    return f"{sha256(told_by.encode()).hexdigest()[:32]}@{HOST}"


def _told(each: Coming, as_of: date) -> str:
    parts = []
    if each.state == "overdue":
        parts.append(f"As of {in_words(as_of)} it is overdue: nothing on record shows it done.")
    if each.until is not None:
        parts.append(f"{in_words(each.until)} at the latest.")
    if each.last is not None:
        parts.append(f"Last time: {in_words(each.last)}.")
    if each.place is not None:
        parts.append(f"Set in {line(each.place.file)}, line {each.place.line}.")
    return " ".join(parts)
