"""A day on which a decision can be taken as the charter stands last, and time enough before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision, StandingStretch, Stretch
    from coalcheck.engine.charter.quantity import Period

_NO_DATE: Final = date(2026, 1, 1)
"""Any day will do for a charter that names none."""

_SETTLED: Final = timedelta(days=70)
"""After the last change that a charter foresees."""

_LEAST_LEAD: Final = 35
_DAYS: Final = {"minute": 1, "hour": 1, "day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


def day_for(charter: Charter, name: str) -> date:
    """The day on which ballots on a decision are dated: after all changes that the charter foresees.

    Where the decision, or the coalition, ends before that it is the last day of it.

    Args:
        charter: the charter.
        name: the id of one of its decisions.
    """
    dates = list(_changes(charter))
    day = max(dates) + _SETTLED if dates else _NO_DATE
    decision = charter.decisions[name]
    if decision.valid is not None and decision.valid.to is not None:
        day = min(day, decision.valid.to)
    if charter.term is not None and charter.term.ends is not None:
        day = min(day, charter.term.ends)
    return day


def _changes(charter: Charter) -> Iterator[date]:
    if charter.term is not None and charter.term.starts is not None:
        yield charter.term.starts
    for stretch in _stretches(charter):
        if stretch is not None and stretch.from_ is not None:
            yield stretch.from_
        if stretch is not None and stretch.to is not None:
            yield stretch.to + timedelta(days=1)
    for member in charter.members:
        if member.signed is not None and member.signed.date is not None:
            yield member.signed.date


def _stretches(charter: Charter) -> Iterator[Stretch | StandingStretch | None]:
    for member in charter.members:
        yield from member.in_
        yield from member.standing
    for groups in charter.groups.values():
        yield from (version.valid for version in groups)
    for weights in charter.weights.values():
        yield from (version.valid for version in weights)
    for body in charter.bodies.values():
        yield body.valid
        yield body.limits.valid if body.limits is not None else None
    yield from (veto.valid for veto in charter.vetoes)
    yield from (decision.valid for decision in charter.decisions.values())


def lead(decision: Decision) -> timedelta:
    """Time enough for whatever a decision asks for before it: notice, talk, voting, a first attempt."""
    periods: list[Period | None] = [decision.notice, decision.deliberation, decision.window]
    periods.append(decision.applies_if.notice if decision.applies_if is not None else None)
    periods.append(decision.otherwise.after if decision.otherwise is not None else None)
    periods.append(decision.second_call.after if decision.second_call is not None else None)
    days = [each.number * _DAYS[each.unit] for each in periods if each is not None]
    # Working days are fewer than days, and the days at both ends may not count.
    return timedelta(days=max(_LEAST_LEAD, 2 * max(days, default=0) + 14))
