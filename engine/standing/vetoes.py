"""How often each veto of the charter was used, in the time that its limit names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.moment import UnknownZone, Year
from coalcheck.engine.checking.checked import Place
from coalcheck.engine.decide.calendar import days_of, working_days
from coalcheck.engine.decide.case import holds
from coalcheck.engine.decide.timing import deadline_under
from coalcheck.engine.decide.told import Terms
from coalcheck.engine.decide.veto_uses import stretch_of
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.facts.named import as_words, listed, name_of
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.history.chapters.vetoes import uses_by_holder
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.standing.status import VetoCount
from coalcheck.engine.wording.day import month_in_words

if TYPE_CHECKING:
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Charter, Veto
    from coalcheck.engine.charter.quantity import Allowance
    from coalcheck.engine.history.record import Record

SO_FAR: Final = "so far"


def counts(record: Record) -> tuple[VetoCount, ...]:
    """Every veto that is in force on the day, in the charter's order; nobody is named but by the charter."""
    return tuple(_counts(record))


def _counts(record: Record) -> Iterator[VetoCount]:
    charter, as_of = record.charter, record.as_of
    uses = uses_by_holder(record)
    places = Places(record.document)
    for at, veto in enumerate(charter.vetoes):
        if holds(veto.valid, (as_of, as_of)) is False:
            continue
        holders = holders_of(charter, veto, as_of)
        used = used_up = beyond = 0
        for holder in holders:
            inside = [
                use
                for use in uses.get((at, holder), ())
                if _is_inside(charter, veto.limit, use.moment, as_of)
            ]
            counted = sum(not use.beyond for use in inside)
            used += counted
            beyond += len(inside) - counted
            used_up += veto.limit is not None and counted >= veto.limit.times
        yield VetoCount(
            over=listed(map(in_words, veto.over)) or "every decision",
            held_by=_held_by(charter, veto),
            holders=len(holders),
            together=bool(veto.jointly),
            used=used,
            used_up=used_up,
            beyond=beyond,
            since=_since(veto.limit, as_of),
            limit="" if veto.limit is None else str(veto.limit),
            place=Place(record.document.name, places.span(("vetoes", at)).line, places.path(("vetoes", at))),
        )


def _held_by(charter: Charter, veto: Veto) -> str:
    """Who holds it as the charter has it: a group is not told member by member."""
    members = {member.id for member in charter.members}
    return listed(name_of(charter, each) if each in members else as_words(each) for each in veto.holders)


def _is_inside(charter: Charter, limit: Allowance | None, moment: Moment, as_of: date) -> bool:
    """Whether a use counts with one that would be made on the day."""
    if limit is not None and limit.per is not None:
        return stretch_of(_day(moment, charter.time_zone), limit.per) == stretch_of(as_of, limit.per)
    if limit is not None and limit.within is not None:
        terms = Terms(charter.counting, working_days(charter.calendar), charter.time_zone)
        return deadline_under(terms, moment, limit.within, as_of).met is True
    return True


def _since(limit: Allowance | None, as_of: date) -> str:
    if limit is None or (limit.per is None and limit.within is None):
        return SO_FAR
    if limit.within is not None:
        return f"in the last {limit.within}"
    if limit.per == "year":
        return f"in {as_of.year}"
    return f"in {month_in_words(as_of)}" if limit.per == "month" else f"this {limit.per}"


def _day(moment: Moment, zone: str | None) -> date:
    try:
        return days_of(moment, zone)[0]
    except UnknownZone:
        if isinstance(moment, Year):
            return date(moment.number, 1, 1)
        return moment.date() if isinstance(moment, datetime) else moment
