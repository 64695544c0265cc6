"""Vetoes over time: more of them than the charter gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.action.moment import UnknownZone, Year
from coalcheck.engine.decide.calendar import days_of, working_days
from coalcheck.engine.decide.timing import deadline_under
from coalcheck.engine.decide.told import Terms
from coalcheck.engine.decide.veto_uses import stretch_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.history.uses import raised_at
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.charter.quantity import Allowance
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "veto-over-its-limit": "A veto was used more often than the charter gives it.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        veto_uses="How often one holder used the veto in the time that its limit names.",
        veto_allowed="How often it may be used in that time.",
    ),
    **texts(
        veto_limit="The limit, as the charter has it.",
        veto_over="What the veto is over.",
        veto_uses_in_words="How often it was used, in words.",
    ),
}


class Use(NamedTuple):
    """One holder used a veto against one decision.

    Attributes:
        entry: the decision.
        moment: when.
        beyond: whether it was one more than it may use.
    """

    entry: Entry
    moment: Moment
    beyond: bool


def matters(record: Record) -> Iterator[Matter]:
    """Each veto that one of its holders used too often, once for each stretch of time."""
    charter = record.charter
    for (place, _), uses in uses_by_holder(record).items():
        veto = charter.vetoes[place]
        limit = veto.limit
        if limit is None or not any(use.beyond for use in uses):
            continue
        over = listed(map(as_words, veto.over)) or "every decision"
        for together in _together(charter, limit, uses):
            values: dict[str, Value] = {
                "veto_uses": len(together),
                "veto_allowed": limit.times,
                "veto_limit": str(limit),
                "veto_over": over,
                "veto_uses_in_words": counted(len(together), "time"),
            }
            seen = all_shown((use.entry for use in together), "vetoes")
            yield Matter("veto-over-its-limit", values, ("vetoes", place), None, seen, over)


def uses_by_holder(record: Record) -> dict[tuple[int, str], list[Use]]:
    """By the place of a veto in the charter and its holder, when it was used, in the order of the days.

    What stopped a decision is counted, what a vote set aside, and what had everything but a limit that still
    allowed it; not what was withdrawn, came too late, or lacked what the charter asks for.
    """
    found: dict[tuple[int, str], list[Use]] = {}
    for entry in record.acts():
        seen: set[tuple[int, str]] = set()
        for read in entry.verdict.vetoes if entry.verdict is not None else ():
            place = read.route[1] if read.route is not None and len(read.route) > 1 else None
            if not isinstance(place, int) or not (read.counts or read.overridden or read.beyond):
                continue
            if (place, read.holder) not in seen:
                seen.add((place, read.holder))
                use = Use(entry, _moment(entry, read.holder, record.as_of), read.beyond)
                found.setdefault((place, read.holder), []).append(use)
    zone = record.charter.time_zone
    return {held: sorted(uses, key=lambda use: _day(use.moment, zone)) for held, uses in found.items()}


def _moment(entry: Entry, holder: str, as_of: date) -> Moment:
    raised = next((each for each in entry.action.vetoes if holder in each.by), None)
    if raised is not None:
        return raised_at(raised, entry.action, as_of)
    action = entry.action
    return action.date or action.closes or action.opened or as_of


def _together(charter: Charter, limit: Allowance, uses: list[Use]) -> Iterator[list[Use]]:
    """The uses that the limit counts together, where there are more than it gives."""
    zone = charter.time_zone
    per = limit.per
    if per is not None:
        groups: dict[object, list[Use]] = {}
        for use in uses:
            groups.setdefault(stretch_of(_day(use.moment, zone), per), []).append(use)
        yield from (group for group in groups.values() if any(use.beyond for use in group))
        return
    told: set[int] = set()
    for place in range(len(uses) - 1, -1, -1):
        if not uses[place].beyond or place in told:
            continue
        inside = [at for at in range(place) if _counts_with(charter, limit)(uses[at], uses[place])]
        told.update(inside)
        yield [*(uses[at] for at in inside), uses[place]]


def _counts_with(charter: Charter, limit: Allowance) -> Callable[[Use, Use], bool]:
    """Whether an earlier use counts with a later one, where a limit is not by the calendar."""
    within = limit.within
    if within is None:
        return lambda _earlier, _later: True
    terms = Terms(charter.counting, working_days(charter.calendar), charter.time_zone)
    return lambda earlier, later: deadline_under(terms, earlier.moment, within, later.moment).met is True


def _day(moment: Moment, zone: str | None) -> date:
    try:
        return days_of(moment, zone)[0]
    except UnknownZone:
        if isinstance(moment, Year):
            return date(moment.number, 1, 1)
        return moment.date() if isinstance(moment, datetime) else moment
