"""Where the work moves to: what was done in the last twelve months beside all that came before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.doing import is_done_for_all
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.mission.act import INTERNAL

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record
    from coalcheck.engine.mission.standing import Why

MATTERS: Final[Mapping[str, str]] = {
    "topic-gave-way": "A matter that was at the heart of the work has given way to others of the scope.",
    "work-elsewhere": "A larger share of the work than before is on matters that are not inside the scope.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        acts_before="How many things were done up to twelve months ago.",
        acts_now="How many were done in the last twelve months.",
        acts_in_all="How many were done in all.",
        topic_before="How many of the earlier ones were on the matter that gave way.",
        elsewhere_now="How many of the later ones were on matters that are not inside the scope.",
        moved_shift="By how many percent of the whole the share fell, or rose; rounded down.",
    ),
    **texts(
        moved_to="On what they were, as words.",
        moved_of="What was counted, as words: things done, or things done within the scope.",
        moved_now="How many of the later ones were on it, as a number; none for zero.",
        moved_before="How many of the earlier ones were on it, as a number; none for zero.",
    ),
}
MONTHS: Final = 12
_NOT_INSIDE: Final[frozenset[Why]] = frozenset({"unlisted", "in-passing", "outside", "set-aside"})
"""Why the matter itself of an act is not one that was agreed on; what its words may touch is not known."""


class _Shift(NamedTuple):
    """How often something was so, of the acts before and of those of the last months."""

    before: int
    of_before: int
    now: int
    of_now: int

    @classmethod
    def of(cls, before: Sequence[bool], now: Sequence[bool]) -> Self:
        """Count what is so of each act."""
        return cls(sum(before), len(before), sum(now), len(now))

    @property
    def rise(self) -> int:
        """By how many percent of the whole its share rose; rounded down, towards no change."""
        if not self.of_before or not self.of_now:
            return 0
        part = 100 * (self.now * self.of_before - self.before * self.of_now)
        whole = self.of_before * self.of_now
        return part // whole if part >= 0 else -(-part // whole)


def matters(record: Record) -> Iterator[Matter]:
    """The matter that gave way the most, and the share of what is not inside the scope where it rose."""
    scope = record.charter.scope
    if scope is None:
        return
    begin = months_later(record.as_of, -MONTHS)
    acts = [each for each in record.acts() if is_done_for_all(each) and _has_matter(each)]
    before = [each for each in acts if each.last is not None and each.last <= begin]
    now = [each for each in acts if each.first is not None and each.first > begin]
    shift = _Shift.of([*map(_is_elsewhere, before)], [*map(_is_elsewhere, now)])
    if shift.rise > 0:
        values: dict[str, Value] = {
            "elsewhere_now": shift.now,
            "moved_to": "on matters that are not inside your scope",
            "moved_of": "things done",
        }
        seen = all_shown(filter(_is_elsewhere, now))
        yield Matter("work-elsewhere", values | _told(shift), ("scope", "inside"), None, seen)
    yield from _gave_way(record, before, now)


def _gave_way(record: Record, before: list[Entry], now: list[Entry]) -> Iterator[Matter]:
    """The matter inside the scope whose share of what was done inside it fell the most."""
    inside = record.charter.scope.inside if record.charter.scope is not None else ()
    known = {topic.id for topic in inside if topic.id}
    before, now = ([each for each in acts if known & {*each.action.topics}] for acts in (before, now))
    found = [
        (_Shift.of(*([topic.id in each.action.topics for each in acts] for acts in (before, now))), number)
        for number, topic in enumerate(inside)
        if topic.id
    ]
    shift, number = min(found, key=lambda each: (each[0].rise, each[1]), default=(_Shift(0, 0, 0, 0), 0))
    if shift.rise >= 0:
        return
    topic = inside[number]
    values: dict[str, Value] = {
        "topic_before": shift.before,
        "moved_to": f'on "{" ".join((topic.about or topic.id or "").split())}"',
        "moved_of": "things done within your scope",
    }
    seen = all_shown(each for each in now if topic.id not in each.action.topics)
    yield Matter("topic-gave-way", values | _told(shift), ("scope", "inside", number), None, seen)


def _told(shift: _Shift) -> dict[str, Value]:
    return {
        "acts_before": shift.of_before,
        "acts_now": shift.of_now,
        "acts_in_all": shift.of_before + shift.of_now,
        "moved_shift": abs(shift.rise),
        "moved_now": str(shift.now or "none"),
        "moved_before": str(shift.before or "none"),
    }


def _has_matter(entry: Entry) -> bool:
    """Whether it is about anything but the coalition itself, such as a renewal."""
    return not entry.kinds or not INTERNAL.issuperset(entry.kinds)


def _is_elsewhere(entry: Entry) -> bool:
    """Whether its matter is not one of those inside the scope."""
    standing = entry.verdict.scope if entry.verdict is not None else None
    return standing is not None and any(each.why in _NOT_INSIDE for each in standing.against)
