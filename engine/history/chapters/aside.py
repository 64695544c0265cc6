"""What the members had set aside, and how often it came up all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.likeness import matter_of
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.running import is_running
from coalcheck.engine.history.telling import all_shown

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.scope import Topic
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "set-aside-again": "A matter that was set aside came up more than once, and was not talked about since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(came_up="How often the matter came up."),
    **texts(set_aside="The matter that was set aside, in the charter's words."),
}

_MORE_THAN_ONCE: Final = 2


def matters(record: Record) -> Iterator[Matter]:
    """One for each matter that came up again; who brought it up is not looked at."""
    scope = record.charter.scope
    if scope is None or not is_running(record):
        return
    for place, topic in enumerate(scope.set_aside):
        times = _times(record, topic, place)
        if len(times) >= _MORE_THAN_ONCE and not _talked_since(record, topic, times[-1]):
            values: dict[str, Value] = {
                "came_up": len(times),
                "set_aside": (topic.about or topic.id or "").rstrip("."),
            }
            route = ("scope", "set_aside", place)
            yield Matter("set-aside-again", values, route, None, all_shown(times, "topics"))


def _times(record: Record, topic: Topic, place: int) -> list[Entry]:
    """The entries that touch the matter; several on one and the same thing are one."""
    found: list[Entry] = []
    same: set[str] = set()
    for entry in record.entries:
        action = entry.action
        if not _touches(entry, topic, place):
            continue
        names = {*action.follows, *((action.id,) if action.id is not None else ())}
        if not same & names:
            found.append(entry)
        same |= names
    return found


def _touches(entry: Entry, topic: Topic, place: int) -> bool:
    """Whether it names the matter among its topics; of a decision, also whether its words speak of it."""
    action = entry.action
    standing = entry.verdict.scope if entry.verdict is not None else None
    if standing is not None:
        route = ("scope", "set_aside", place)
        return any(each.meets == "set aside" and each.route == route for each in standing.reasons)
    return topic.id is not None and topic.id in action.topics and _is_common(action)


def _is_common(action: Action) -> bool:
    """Whether it is done for all, or with what belongs to all: what a member does as itself is its own."""
    return not action.in_name_of or "coalition" in action.in_name_of or bool(action.uses)


def _talked_since(record: Record, topic: Topic, last: Entry) -> bool:
    """Whether a later meeting had it on its agenda."""
    if last.last is None:
        return False
    return any(
        _speaks_of(entry.action.meeting.agenda, topic)
        for entry in record.events("meeting")
        if entry.action.meeting is not None and entry.last is not None and entry.last >= last.last
    )


def _speaks_of(agenda: Sequence[str], topic: Topic) -> bool:
    own = matter_of(topic.about, *topic.words, topic.id)
    return any(own & matter_of(item) for item in agenda)
