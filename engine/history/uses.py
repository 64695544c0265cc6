"""Vetoes that were used, in the order in which they were raised, each judged with what was used before.

A veto can be raised days after the decision that it is against. So what was used before is told by the day
of the veto, and not by the place of the decision in the record. What counts as used: what stopped a decision,
and what a vote set aside; not what was withdrawn, came too late, or lacked what the charter asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from coalcheck.engine.action.moment import UnknownZone
from coalcheck.engine.decide.calendar import days_of
from coalcheck.engine.decide.past import Past, Used
from coalcheck.engine.decide.spending import Spending

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action, Raised
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Verdict

Held: TypeAlias = tuple[int, str]
"""The place of a veto in the charter, and a member that holds it."""

Judge: TypeAlias = Callable[["Action", Past], "Verdict"]


class Raising(NamedTuple):
    """A member raised a veto against one of the decisions on record.

    Attributes:
        at: the place of the decision in the record.
        holder: the member.
        moment: when.
    """

    at: int
    holder: str
    moment: Moment


def raised_at(raised: Raised, action: Action, as_of: date) -> Moment:
    """When a veto was raised; at the decision itself where no other day is on record."""
    return raised.date or action.date or action.closes or action.opened or as_of


def raisings(actions: Sequence[Action], zone: str | None, as_of: date) -> list[Raising]:
    """Every veto that was raised by a member, by the time at which it was; each once for a decision."""
    first: dict[tuple[int, str], Raising] = {}
    for at, action in enumerate(actions):
        for raised in action.vetoes:
            for holder in raised.by:
                one = Raising(at, holder, raised_at(raised, action, as_of))
                known = first.get((at, holder))
                if known is None or _order(one, zone) < _order(known, zone):
                    first[at, holder] = one
    return sorted(first.values(), key=lambda each: _order(each, zone))


class Uses:
    """Which vetoes with a limit had been used when others were raised."""

    def __init__(self, charter: Charter) -> None:
        self._limited = frozenset(
            place for place, veto in enumerate(charter.vetoes) if veto.limit is not None and veto.by != "vote"
        )
        self._zone = charter.time_zone
        self._known: dict[str, dict[int, list[Used]]] = {}

    def before(
        self, actions: Sequence[Action], as_of: date, judge: Judge
    ) -> Mapping[int, Mapping[Held, tuple[Used, ...]]]:
        """By the place of each decision: what its vetoes' holders had used before they raised them.

        Args:
            actions: those that follow what was asked about so far.
            as_of: the day of those without one.
            judge: says of an action, with what was used before, which of its vetoes count.
        """
        found: dict[int, dict[Held, tuple[Used, ...]]] = {}
        if not self._limited:
            return found
        for at, holder, moment in raisings(actions, self._zone, as_of):
            known = self._known.setdefault(holder, {})
            earlier = {(place, holder): tuple(used) for place, used in known.items()}
            found.setdefault(at, {}).update(earlier)
            verdict = judge(actions[at], Past(Spending(), earlier))
            for place, sure in self._used(verdict, holder):
                known.setdefault(place, []).append(Used(moment, sure))
        return found

    def _used(self, verdict: Verdict, holder: str) -> Iterator[tuple[int, bool]]:
        """The vetoes that a member used on one decision, and whether that is known."""
        used: dict[int, bool] = {}
        for read in verdict.vetoes:
            place = read.route[1] if read.route is not None and read.holder == holder else None
            if not isinstance(place, int) or place not in self._limited:
                continue
            if read.counts is not False or read.overridden:
                used[place] = used.get(place, False) or read.counts is True or read.overridden
        yield from used.items()


def _order(raising: Raising, zone: str | None) -> tuple[date, str, int, str]:
    moment = raising.moment
    try:
        day = days_of(moment, zone)[0]
    except UnknownZone:
        day = moment.date() if isinstance(moment, datetime) else date.max
    time = moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else ""
    return day, time, raising.at, raising.holder
