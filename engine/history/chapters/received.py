"""What members have had of what the charter foresees for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, get_args

from coalcheck.engine.action.happenings.experience import ValueKind
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.discreet import discreetly
from coalcheck.engine.history.looking_back import reviews
from coalcheck.engine.history.running import is_running
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "less-than-half": "Members say that they have had less than half of what was foreseen for them.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(had_less="How many members have had less than half of what the charter foresees for them."),
    **texts(had_less_of="The same, of how many that have said what they have had, in words."),
}


_KINDS: Final = get_args(ValueKind)


def matters(record: Record) -> Iterator[Matter]:
    """At most one, for all members together, as of the last time each said it."""
    value = record.charter.value
    if value is None or not is_running(record):
        return
    reviewed = max((each.last for each in reviews(record, "value") if each.last is not None), default=None)
    told = 0
    less: list[Entry] = []
    for member, entry in _latest(record).items():
        portfolio = value.portfolios.get(member)
        experience = entry.action.experience
        if portfolio is None or experience is None:
            continue
        foreseen = [kind for kind in _KINDS if getattr(portfolio, kind)]
        if not foreseen:
            continue
        told += 1
        # What is not spoken of may have come; only what is known not to have come counts.
        without = sum(experience.had.get(kind) is False for kind in foreseen)
        talked_since = reviewed is not None and entry.last is not None and reviewed > entry.last
        if 2 * (len(foreseen) - without) < len(foreseen) and not talked_since:
            less.append(entry)
    if less:
        seen = discreetly(less, "what a member has had", "experience", "had")
        of_all = f"{len(less)} of {counted(told, 'member')}"
        values: dict[str, Value] = {"had_less": len(less), "had_less_of": of_all}
        yield Matter("less-than-half", values, ("value", "portfolios"), None, seen)


def _latest(record: Record) -> dict[str, Entry]:
    """By member the last entry in which it says what it has had."""
    found: dict[str, Entry] = {}
    for entry in record.events("experience"):
        experience = entry.action.experience
        if experience is not None and experience.member is not None:
            found[experience.member] = entry
    return found
