"""Sums of several decisions, held against a limit: what was agreed before comes on top."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import Money, Period
from coalcheck.engine.decide.spending import Outlay, Stretch, Sum, Unit, stretch_of
from coalcheck.engine.decide.told import Told
from coalcheck.engine.wording.day import month_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.past import Past

MOST_STRETCHES: Final = 1200
"""A hundred years of months; what comes back for longer is not looked through."""

AHEAD: Final[dict[Unit, int]] = {"month": 13, "year": 3}
"""Of what comes back without an end so many months or years are looked at: in the others it is the same."""

WHETHER_CARRIED: Final = (
    "Was everything carried that was put to a decision before? The minutes will say; it can stand under "
    "recorded."
)
UNTIL_WHEN: Final = "Until when does it come back? It can stand under until."
UNTIL_BEFORE: Final = (
    "Until when does what was decided before come back? It can stand under until, with that decision."
)
WHICH_DAY: Final = "On which day was it decided? The minutes will say."


def outlay_of(case: Case) -> Outlay | None:
    """What the action of a case spends; None where it names no sum."""
    action = case.action
    amount = action.amount
    if amount is None:
        return None
    every = action.every or (Period(1, amount.per) if amount.per else None)
    first, last = case.days
    once = amount._replace(per=None)
    return Outlay(once, first, last, every, action.until, by=case.decision.body or "")


def with_the_past(case: Case, past: Past, limit: Money, alone: Told, by: str | None = None) -> Told:
    """Whether what is spent is within a limit, with what was agreed before.

    Args:
        case: the case.
        past: what was on record before it.
        limit: for all time, or for a month or a year of the calendar.
        alone: the same for what this decision spends by itself.
        by: whose decisions are added up; those of all where nobody is named.
    """
    spends = outlay_of(case)
    if spends is None or spends.money.currency != limit.currency:
        return alone
    if limit.per is not None:
        return _by_the_calendar(case, past, limit, spends, by)
    own = spends.total
    if alone.met is not True or own is None:
        return alone
    return _told(limit, Sum(own), past.spent.in_all(limit.currency, by), alone.said, "")


def _by_the_calendar(case: Case, past: Past, limit: Money, spends: Outlay, by: str | None) -> Told:
    """The same for each month, or each year, in which something of it falls due."""
    unit: Unit = limit.per or "year"
    action = case.action
    said = f"{action.amount} every {action.every}" if action.every else str(action.amount)
    if spends.first is None or spends.first != spends.last:
        return Told(None, said, asks=WHICH_DAY)
    found: Told | None = None
    for number, stretch in enumerate(_stretches(spends, unit)):
        if number == MOST_STRETCHES:
            return Told(None, said, asks=UNTIL_WHEN)
        before = past.spent.within(limit.currency, unit, stretch.begins, by)
        told = _told(limit, spends.within(stretch), before, said, f" in {_named(stretch, unit)}")
        if told.met is False:
            return told
        if found is None or (found.met and told.met is None):
            found = told
    return found or Told(met=True, said=said)


def _stretches(spends: Outlay, unit: Unit) -> Iterator[Stretch]:
    """The months or years in which something of it may fall due."""
    if spends.first is None:
        return
    following = _from(stretch_of(spends.first, unit), unit)
    if spends.every is None:
        yield next(following)
    elif spends.until is None:
        yield from islice(following, AHEAD[unit])
    else:
        for stretch in following:
            yield stretch
            if stretch.ends >= spends.until:
                return


def _from(stretch: Stretch, unit: Unit) -> Iterator[Stretch]:
    while True:
        yield stretch
        if stretch.ends.year == stretch.ends.max.year and stretch.ends.month == 12:
            return
        after = stretch.ends.toordinal() + 1
        stretch = stretch_of(stretch.ends.fromordinal(after), unit)


def _named(stretch: Stretch, unit: Unit) -> str:
    return str(stretch.begins.year) if unit == "year" else month_in_words(stretch.begins)


def _told(limit: Money, own: Sum, before: Sum, said: str, when: str) -> Told:
    """One comparison; what is not known only matters where the answer hangs on it."""
    least = own.sure + before.sure
    most = least + own.perhaps + before.perhaps
    if before != Sum():
        sum_ = str(Money(before.sure, limit.currency))
        so_far = f"with {sum_} that was decided before{when}"
        if before.perhaps:
            so_far += f", and {Money(before.perhaps, limit.currency)} of which that is open,"
        said = f"{said}; {so_far} it comes to {Money(least, limit.currency)}"
    elif when:
        said = f"{said}; nothing was decided before{when}"
    if least > limit.amount:
        return Told(met=False, said=said)
    if before.endless:
        return Told(None, f"{said}, and more that comes back", asks=UNTIL_BEFORE)
    if most > limit.amount:
        return Told(None, said, asks=WHETHER_CARRIED)
    return Told(met=True, said=said)
