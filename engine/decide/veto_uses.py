"""One use of a veto, and whether it counts by itself: by vote or notice, its grounds, its time, its limit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.action.moment import Year
from coalcheck.engine.decide.calendar import days_of
from coalcheck.engine.decide.past import Used
from coalcheck.engine.decide.timing import deadline_under
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Raised
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Veto
    from coalcheck.engine.charter.quantity import Allowance
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.overriding import Overruled

FROM_THE_DECISION: Final = "counted from the day of the decision, as no other notice of it is on record"
EACH: Final = "for each holder by itself"
THE_CALENDAR: Final = "by the calendar"
NOT_WITHDRAWN: Final = "withdrawn ones not counted"
NOT_IN_VAIN: Final = "those without effect not counted"
WHICH_DAY: Final = "On which day was the veto used before? The record of decisions can say."
WHETHER_COUNTED: Final = (
    "Did the veto count that was used before? What is missing there can be added to the record."
)
BY_NOTICE: Final = "by a notice, as the charter does not say that a vote against is a veto"
GROUNDS: Final = "a reason is given; whether it is a good one is for you"
WHO_ASKED: Final = (
    "Who voted against? A vote against by some of the members is a veto; the minutes can say it."
)


class Use(Struct, frozen=True):
    """One holder that used a veto.

    Attributes:
        holder: the member.
        counts: whether this use counts by itself; None where the record does not tell.
        why: in words.
        overruled: the vote to set it aside, where there was one.
        asks: what must be known; empty where all is.
        heads: how many heads the holder used it with.
        beyond: whether it has all that it must have, and is one more than its holder may use.
    """

    holder: str
    counts: bool | None
    why: str
    overruled: Overruled | None = None
    asks: str = ""
    heads: int = 1
    beyond: bool = False


class _Told(Struct, frozen=True):
    """One thing that a veto must have: whether it has it, in words, and what must be known."""

    met: bool | None
    why: str
    asks: str = ""


def use_by_vote(case: Case, veto: Veto, holder: str, heads: int | None) -> Use:
    """A vote against by a member that vetoes by voting so.

    Args:
        case: the case.
        veto: the veto.
        holder: the member.
        heads: how many of its heads voted against; None where only the number of all who did is known.
    """
    if heads is None:
        return Use(holder, None, "who voted against is not on record", asks=WHO_ASKED)
    against = "it voted against, and that is a veto"
    if "reason" not in veto.needs:
        return Use(holder, counts=True, why=against, heads=heads)
    if _reason(case, holder):
        return Use(holder, counts=True, why=f"{against}; {GROUNDS}", heads=heads)
    why = "it voted against, and a veto needs a reason; none is on record"
    return Use(holder, counts=False, why=why, heads=heads)


def _reason(case: Case, holder: str) -> bool:
    ballot = (case.action.ballots or {}).get(holder)
    if ballot is not None and ballot.reason.strip():
        return True
    return any(holder in raised.by and (raised.reason or "").strip() for raised in case.action.vetoes)


def use_by_notice(  # noqa: PLR0913, PLR0917  (each is a separate fact about the same use)
    case: Case, veto: Veto, raised: Raised, holder: str, heads: int, vote: Overruled | None, place: int = 0
) -> Use:
    """A veto that was raised.

    Args:
        case: the case.
        veto: the veto in the charter.
        raised: as it is on record.
        holder: one of those who raised it.
        heads: how many heads the holder stands for.
        vote: the vote to set it aside, where there was one.
        place: where the veto stands among those of the charter.
    """
    if raised.withdrawn is not None and raised.withdrawn is not False:
        return Use(holder, counts=False, why="it was withdrawn", heads=heads)
    asked = [_need(need, raised) for need in veto.needs]
    if veto.within is not None:
        asked.append(_in_time(case, veto, raised))
    sound = all(each.met is not False for each in asked)
    beyond = False
    if veto.limit is not None:
        asked.append(_within_limit(case, veto.limit, raised, _earlier(case, raised, holder, place)))
        beyond = sound and asked[-1].met is False
    reasons = [BY_NOTICE] if veto.by is None else []
    reasons += [each.why for each in asked]
    answers = [each.met for each in asked]
    counts = False if False in answers else None if None in answers else True
    if vote is not None and counts is not False:
        reasons.append(vote.said)
        counts = False if vote.met else None if vote.met is None else counts
    elif counts is not False and veto.override is not None:
        reasons.append(f"it can be set aside by {veto.override}")
    asks = next((each.asks for each in asked if each.asks), "")
    why = "; ".join(reasons) or "raised as the charter says"
    return Use(holder, counts, why, vote, asks, heads, beyond)


def _need(need: str, raised: Raised) -> _Told:
    reason = bool((raised.reason or "").strip())
    if need in ("reason", "explanation"):
        return _Told(reason, GROUNDS if reason else "no reason is on record, and the charter asks for one")
    if need == "seconds":
        seconded = len(raised.by) > 1
        return _Told(
            seconded, "seconded by another" if seconded else "nobody seconded it, as the charter asks"
        )
    dated = raised.date is not None
    return _Told(
        dated, "notice of it was given" if dated else "no notice of it is on record, as the charter asks"
    )


def announced(case: Case) -> Moment:
    """From when the time for a veto runs: the notice of the decision, else the decision itself."""
    explained = case.action.explained
    return case.held if explained is None or explained.date is None else explained.date


def _in_time(case: Case, veto: Veto, raised: Raised) -> _Told:
    if veto.within is None:
        return _Told(met=True, why="")
    if raised.date is None:
        why = f"it had to come within {veto.within}, and when it came is not on record"
        return _Told(None, why, "When was the veto raised? Whoever received it can say.")
    start = announced(case)
    told = deadline_under(case.terms, start, veto.within, raised.date)
    default = f" ({FROM_THE_DECISION})" if start is case.held else ""
    came = "in time" if told.met else "too late" if told.met is False else "in time or too late"
    return _Told(told.met, f"{came}: {told.said}{default}", told.asks)


def _earlier(case: Case, raised: Raised, holder: str, place: int) -> list[Used]:
    """When the same member used the veto before: what is on record, and other days that the action has."""
    if case.past is None:
        return [Used(each) for each in raised.earlier]
    known = list(case.past.vetoes.get((place, holder), ()))
    zone = case.terms.zone
    days = [days_of(each.moment, zone)[0] for each in known]
    for moment in raised.earlier:
        first, last = days_of(moment, zone)
        if not any(first <= day <= last for day in days):
            known.append(Used(moment))
    return known


def _within_limit(case: Case, limit: Allowance, raised: Raised, before: list[Used]) -> _Told:
    """Whether a veto was still allowed to its holder, as far as earlier ones are on record."""
    if limit.times == 0:
        return _Told(met=False, why=f"{limit} may be")
    if not before:
        return _Told(met=True, why=f"no earlier use is on record, and {limit} may be ({EACH})")
    at = raised.date or case.held
    inside: list[bool | None] = []
    for earlier, sure in before:
        if limit.within is not None:
            answer = deadline_under(case.terms, earlier, limit.within, at).met
        else:
            answer = True if limit.per is None else _same_stretch(case, earlier, at, limit.per)
        inside.append(answer if sure or answer is False else None)
    least, most = inside.count(True), len(inside) - inside.count(False)
    left_out = NOT_WITHDRAWN if case.past is None else NOT_IN_VAIN
    how = [EACH, THE_CALENDAR, left_out] if limit.per is not None else [EACH, left_out]
    said = f"used {counted(least, 'time')} before in that stretch, and {limit} may be ({', '.join(how)})"
    if least >= limit.times:
        return _Told(met=False, why=said)
    if most >= limit.times:
        vague = any(isinstance(each.moment, Year) for each in before)
        return _Told(None, said, WHICH_DAY if vague or case.past is None else WHETHER_COUNTED)
    return _Told(met=True, why=said)


def _same_stretch(case: Case, earlier: Moment, at: Moment, unit: str) -> bool | None:
    """Whether two moments lie in the same year, quarter, month, week or day of the calendar."""
    ones, others = days_of(earlier, case.terms.zone), days_of(at, case.terms.zone)
    answers = {stretch_of(one, unit) == stretch_of(other, unit) for one in ones for other in others}
    return answers.pop() if len(answers) == 1 else None


def stretch_of(day: date, unit: str) -> object:
    """The year, quarter, month, week or day of the calendar that a day lies in, to be compared."""
    if unit == "year":
        return day.year
    if unit == "quarter":
        return day.year, (day.month - 1) // 3
    if unit == "month":
        return day.year, day.month
    return day.isocalendar()[:2] if unit == "week" else day
