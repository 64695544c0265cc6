"""The course of a decision: told in time, talked over, voted on, explained, carried out before it lapses.

Not to keep to these breaks a rule of the charter and leaves the decision as it is, unless the decision's
``needs`` lists it: then there is no valid decision without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import period_of
from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.decide.case import Case, Point, against, is_later, unsaid
from coalcheck.engine.decide.timing import deadline_under, end_under, last_day_to_send, notice_under, open_for
from coalcheck.engine.decide.told import Told
from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Need
    from coalcheck.engine.charter.quantity import Period
    from coalcheck.engine.source.node import Route

_ON_RECORD: Final = "Whoever keeps the record can say."


def notice_told(case: Case) -> Told | None:
    """Whether the notice was long enough; None where the decision asks for none."""
    period = case.decision.notice
    if period is None:
        return None
    notice = case.action.notice
    if notice is None:
        said = "no notice is on record"
        if case.proposed and case.action.date is not None:
            last = last_day_to_send(case.terms, case.opens, period)
            if last is not None:
                said = f"not sent yet; the last day for it is {day_in_words(last)}"
        return Told(None, said, asks=f"When was notice sent? {_ON_RECORD}")
    return notice_under(case.terms, notice, case.opens, period)


def notice_points(case: Case) -> Iterator[Point]:
    """The notice, before the vote opens."""
    told = notice_told(case)
    if told is None:
        return
    remedy = "" if told.met is not False else "Send it again in time, and decide anew."
    route: Route = ("decisions", case.key, "notice")
    text = str(case.decision.notice)
    clause = Consulted("notice", told.met, text, told.said, route, remedy=remedy, reading=told.reading)
    yield Point(clause, told.asks, told.note)


def deliberation_points(case: Case) -> Iterator[Point]:
    """The time to talk before voting opens, and the time in which others can put in their view."""
    decision, action = case.decision, case.action
    if decision.deliberation is not None:
        text = str(decision.deliberation)
        if action.notice is None:
            told = Told(None, "the day on which it was put forward is not on record",
                        asks=f"When was it put forward? It can stand under notice. {_ON_RECORD}")  # fmt: skip
        else:
            told = notice_under(
                case.terms, action.notice, case.opens, decision.deliberation, verb="put forward"
            )
        remedy = "" if told.met is not False else "Talk it over for that long, and vote anew."
        route: Route = ("decisions", case.key, "deliberation")
        clause = Consulted(
            "deliberation", told.met, text, told.said, route, remedy=remedy, reading=told.reading
        )
        yield Point(clause, told.asks, told.note)
    body = case.charter.bodies.get(decision.body or "")
    if body is None or body.input is None:
        return
    route = ("bodies", decision.body or "", "input", "at_least")
    if action.input_until is not None and is_later(action.input_until, case.held):
        until = moment_in_words(action.input_until, case.terms.zone)
        said = f"decided before the time for views was over, which ran to {until}"
        remedy = "Hear what came in, and decide anew."
        yield Point(against("deliberation", body.input.at_least or "", said, route[:3], remedy=remedy))
    period = _leading_period(body.input.at_least)
    if period is not None and action.notice is not None:
        told = notice_under(case.terms, action.notice, case.held, period)
        remedy = (
            "" if told.met is not False else "Leave the members that long for their views, and decide anew."
        )
        yield Point(
            Consulted("deliberation", told.met, body.input.at_least or "", told.said, route, remedy=remedy),
            told.asks,
            told.note,
        )


def _leading_period(text: str | None) -> Period | None:
    """The period with which a sentence begins: ``7 days before deciding``."""
    words = (text or "").lower().split()
    return period_of(" ".join(words[:3])) or period_of(" ".join(words[:2]))


def window_points(case: Case) -> Iterator[Point]:
    """How long voting was open: as long as the charter says, and no longer unless it says at least."""
    decision, action = case.decision, case.action
    period = decision.window
    if period is None or action.opened is None:
        return
    text, route = str(period), ("decisions", case.key, "window")
    end = end_under(case.terms, action.opened, period)
    if action.closes is None:
        yield Point(unsaid("window", text, f"open {_since(case)}; {end.said}", route))
        return
    least = open_for(case.terms, action.opened, action.closes, period)
    most = Told(met=True, said="") if period.or_longer else deadline_under(
        case.terms, action.opened, period, action.closes
    )  # fmt: skip
    closes = moment_in_words(action.closes, case.terms.zone)
    said = f"open {_since(case)} until {closes}"
    if least is False:
        said += f", shorter than {text}"
    elif most.met is False:
        said += f", longer than {text}: {end.said}"
    met = False if least is False or most.met is False else None if None in (least, most.met) else True
    remedy = "" if met is not False else "Vote anew, for as long as the charter says."
    yield Point(Consulted("window", met, text, said, route, remedy=remedy), most.asks if met is None else "")


def _since(case: Case) -> str:
    opened = case.action.opened
    return "" if opened is None else f"from {moment_in_words(opened, case.terms.zone)}"


def expiry_points(case: Case) -> Iterator[Point]:
    """Whether it was carried out before it lapsed; carrying out what has lapsed is not authorised."""
    period = case.decision.expires
    if period is None or case.undecided:
        return
    done = case.action.done
    text, route = str(period), ("decisions", case.key, "expires")
    end = end_under(case.terms, case.held, period)
    if done is True:
        asks = f"On which day was it carried out? {_ON_RECORD}"
        said = f"carried out on a day that is not on record; {end.said}"
        yield Point(unsaid("expiry", text, said, route), asks)
    elif done is None or done is False:
        still = deadline_under(case.terms, case.held, period, case.as_of).met
        said = end.said if still is not False else f"it has lapsed: {end.said}"
        yield Point(Consulted("expiry", True if still else None, text, said, route))
    else:
        told = deadline_under(case.terms, case.held, period, done)
        lapsed = told.met is False
        yield Point(
            Consulted(
                "expiry", told.met, text, f"carried out {told.said}", route,
                cure="ratify" if lapsed else "",
                remedy=f"It had lapsed. It can be agreed to again under {case.key}." if lapsed else "",
            ),
            told.asks,
        )  # fmt: skip


def explanation_told(case: Case) -> tuple[Told, str, Route] | None:
    """Whether it was explained in time, what is asked for, and where; None where nothing is."""
    decision = case.decision
    body = case.charter.bodies.get(decision.body or "")
    period = decision.explain
    route: Route = ("decisions", case.key, "explain")
    if period is None and body is not None and body.explains is not None:
        period, route = body.explains.within, ("bodies", decision.body or "", "explains", "within")
    if period is None:
        return None
    explained = case.action.explained
    if case.undecided:
        return Told(None, f"due within {period} of the decision"), str(period), route
    if explained is None:
        still = deadline_under(case.terms, case.held, period, case.as_of)
        due = end_under(case.terms, case.held, period).said
        if still.met is False:
            return Told(met=False, said=f"no explanation is on record; {due}"), str(period), route
        said = f"no explanation is on record yet; it is due within {period} of the decision"
        return Told(None, said), str(period), route
    if explained.date is None:
        asks = f"When was it explained? It can stand under explained, as date. {_ON_RECORD}"
        return Told(None, "explained on a day that is not on record", asks=asks), str(period), route
    told = deadline_under(case.terms, case.held, period, explained.date)
    return Told(told.met, f"explained {told.said}", told.note, told.asks), str(period), route


def explanation_points(case: Case) -> Iterator[Point]:
    """The explanation that the decision, or its body, owes."""
    found = explanation_told(case)
    if found is None:
        return
    told, text, route = found
    remedy = (
        ""
        if told.met is not False
        else "Write it still: what was decided, why, and what became of the views."
    )
    yield Point(
        Consulted("explanation", told.met, text, told.said, route, remedy=remedy), told.asks, told.note
    )


def needs_points(case: Case) -> Iterator[Point]:
    """What there is no valid decision without: each is asked for by itself."""
    for row, need in enumerate(case.decision.needs):
        told, remedy = _need(case, need)
        lacks = told.met is False
        # What is due only after the decision may still come.
        awaited = need == "explanation" and told.met is None and not told.asks
        asks = f"Was it explained in time? {_ON_RECORD}" if awaited else told.asks
        if case.proposed or (awaited and case.undecided):
            asks = ""
        route: Route = ("decisions", case.key, "needs", row)
        yield Point(
            Consulted("needs", told.met, need, told.said, route, cure="repeat" if lacks else "",
                      remedy=remedy if lacks else ""),
            asks,
            awaited=awaited,
        )  # fmt: skip


def _need(case: Case, need: Need) -> tuple[Told, str]:
    action = case.action
    if need == "reason":
        remedy = "Put it forward again with the reason, and decide anew."
        if action.reason is not None:
            return Told(met=True, said="a reason was given"), remedy
        asks = f"What reason was given? It can stand under reason. {_ON_RECORD}"
        return Told(None, "no reason is on record", asks=asks), remedy
    if need == "seconds":
        remedy = "Find a second member that supports it, and put it forward again."
        others = [member for member in action.seconds if _another(case, member)]
        if others:
            return Told(met=True, said=f"supported by {join(*others)}"), remedy
        if "seconds" in action.model_fields_set:
            return Told(met=False, said="no second member supported it"), remedy
        asks = f"Who supported it? It can stand under seconds. {_ON_RECORD}"
        return Told(None, "nobody is on record as supporting it", asks=asks), remedy
    if need == "notice":
        remedy = "Send it again in time, and decide anew."
        told = notice_told(case)
        if told is not None:
            return told, remedy
        if action.notice is not None:
            sent = moment_in_words(action.notice, case.terms.zone)
            return Told(met=True, said=f"sent {sent}; the charter does not say how long before"), remedy
        return Told(None, "no notice is on record", asks=f"When was notice sent? {_ON_RECORD}"), remedy
    remedy = "Decide anew, and explain it in time."
    found = explanation_told(case)
    if found is not None:
        return found[0], remedy
    if action.explained is not None:
        return Told(met=True, said="it was explained; the charter does not say how soon it must be"), remedy
    return Told(None, "no explanation is on record", asks=f"Was it explained? {_ON_RECORD}"), remedy


def _another(case: Case, member: str) -> bool:
    """Whether a supporter is someone else than who put it forward; a row of several has others in it."""
    if member not in case.action.proposed_by:
        return True
    return any(each.id == member and (each.count or 1) > 1 for each in case.charter.members)
