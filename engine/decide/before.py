"""What must be known before counting: who could have objected, which attempt it is, the casting vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.decide.calendar import instants_of, moment_in_words
from coalcheck.engine.decide.law import Facts
from coalcheck.engine.decide.timing import Told, notice_under, open_for
from coalcheck.engine.decide.verdict import Consulted

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Attempt
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.quantity import Period
    from coalcheck.engine.decide.case import Case

NOT_CALLED_AGAIN: Final = frozenset({"adopted", "pending"})


class Before(Struct, frozen=True):
    """What is known before the ballots are counted, and how it was found out.

    Attributes:
        facts: for the conditions.
        clauses: what was asked of the charter.
        silence: what was found of those who could have objected; None where silence does not adopt.
        missing: what must be known, one sentence each, for a second call or a second way.
        notes: defaults that were used.
    """

    facts: Facts
    clauses: tuple[Consulted, ...] = ()
    silence: Told | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


_NOTHING: Final = Before(Facts())
"""Of a decision that has but one way, on one day, and no casting vote."""


def heard_told(case: Case) -> Told:
    """Whether everyone could have objected: notice to all, and time that has run out.

    A rule of non-objection over people who were not told, or had too little time, is not satisfied.
    """
    action, decision, zone = case.action, case.decision, case.terms.zone
    start = action.opened or action.notice
    if start is None:
        asks = "When was everyone told of it? The message will say; it can stand under notice."
        return Told(None, "notice to everyone is not on record", asks=asks)
    if decision.notice is not None and action.notice is not None:
        told = notice_under(case.terms, action.notice, case.opens, decision.notice)
        if told.met is not True:
            return told
    end = action.closes or case.held
    if decision.window is not None:
        met = open_for(case.terms, start, end, decision.window)
        said = f"told {moment_in_words(start, zone)}, with time to object until {moment_in_words(end, zone)}"
        if met is False:
            return Told(met, f"{said}, which is less than {decision.window}")
        if met is None:
            asks = f"From which hour to which was there time to object? {decision.window} were needed."
            return Told(met, f"{said}; whether that is {decision.window} depends on the hour", asks=asks)
        return Told(met, said)
    late = instants_of(start, zone)[0] > instants_of(end, zone)[1]
    if late:
        return Told(not late, "told of it only after it was decided")
    return Told(not late, f"told {moment_in_words(start, zone)}; the charter sets no time in which to object")


def before(case: Case) -> Before:
    """Work out what the conditions need to know."""
    decision = case.decision
    if (
        decision.silence is None
        and decision.otherwise is None
        and decision.second_call is None
        and decision.tie != "chair"
        and not case.action.casting_vote
    ):
        return _NOTHING
    clauses: list[Consulted] = []
    missing: list[str] = []
    notes: list[str] = []
    silence = heard_told(case) if case.decision.silence == "adopts" else None
    heard = True if silence is None else silence.met
    proposed = True if silence is None or case.action.proposed_by else None
    second_call = _second_call(case, clauses, missing)
    second_way = _second_way(case, clauses, missing, notes)
    casting = case.action.casting_vote or ""
    if casting and case.decision.tie != "chair":
        notes.append(
            "A casting vote is on record, and the charter gives the chair none, so it is not counted."
        )
        casting = ""
    facts = Facts(heard, proposed, second_way, second_call, casting, _chair(case))
    return Before(facts, tuple(clauses), silence, tuple(missing), tuple(notes))


def _second_call(case: Case, clauses: list[Consulted], missing: list[str]) -> bool | None:
    """Whether the smaller quorum holds: an earlier meeting had none, and that was long enough ago."""
    second, first = case.decision.second_call, first_attempt(case)
    if second is None or first is None:
        return False
    route = ("decisions", case.key, "second_call")
    text = second.quorum or ""
    if first.outcome in (None, "not adopted"):
        asks = "How did the first meeting end? It can stand under first_attempt, as outcome."
        clauses.append(Consulted("quorum", None, text, "how the first meeting ended is not on record", route))
        missing.append(asks)
        return None
    if first.outcome != "no-quorum":
        return False
    told = _since(case, first.date, second.after, "first tried")
    said = (
        f"a second call: {told.said}"
        if told.met is not False
        else f"too early for a second call: {told.said}"
    )
    clauses.append(Consulted("quorum", told.met, text, said, route))
    if told.asks:
        missing.append(told.asks)
    return told.met


def _second_way(case: Case, clauses: list[Consulted], missing: list[str], notes: list[str]) -> bool | None:
    """Whether the second way is open where it opens only some time after a first attempt."""
    otherwise, first = case.decision.otherwise, first_attempt(case)
    if otherwise is None or otherwise.after is None:
        return False
    route = ("decisions", case.key, "otherwise")
    if first is None:
        if otherwise.passes:
            when = "an objection" if otherwise.if_ == "objection" else "it has failed"
            notes.append(f"The charter has a second way, {otherwise.after} after {when}: {otherwise.passes}.")
        return False
    text = f"after {otherwise.after}" + (f", if {otherwise.if_}" if otherwise.if_ else "")
    if first.outcome in NOT_CALLED_AGAIN:
        clauses.append(
            Consulted("rule", met=False, text=text, said=f"first tried, it was {first.outcome}", route=route)
        )
        return False
    if otherwise.if_ == "objection" and first.outcome == "no-quorum":
        said = "the first attempt had no quorum, and only an objection opens the second way"
        clauses.append(Consulted("rule", met=False, text=text, said=said, route=route))
        return False
    told = _since(case, first.date, otherwise.after, "first tried")
    if first.outcome is None:
        asks = "How did the first attempt end? It can stand under first_attempt, as outcome."
        told = Told(
            None if told.met is not False else False, f"{told.said}; how it ended is not on record", asks=asks
        )
    clauses.append(Consulted("rule", told.met, text, told.said, route))
    if told.asks:
        missing.append(told.asks)
    return told.met


def first_attempt(case: Case) -> Attempt | None:
    """The earlier attempt at the same: as the action has it, else as it is on record."""
    said = case.action.first_attempt
    return said if said is not None or case.past is None else case.past.attempt(case.key)


def _since(case: Case, first: Moment | None, after: Period | None, verb: str) -> Told:
    """Whether enough time has passed since a first attempt."""
    if first is None:
        asks = "When was the first attempt? The minutes will say; it can stand under first_attempt, as date."
        return Told(None, "when the first attempt was is not on record", asks=asks)
    if after is None:
        return Told(met=True, said=f"{verb} {moment_in_words(first, case.terms.zone)}")
    return notice_under(case.terms, first, case.held, after, verb=verb)


def _chair(case: Case) -> str:
    """The id of the chair, where the charter names one that is a member; else empty."""
    if case.decision.tie != "chair":
        return ""
    body = case.charter.bodies.get(case.decision.body or "")
    chair = body.chair if body is not None else None
    return str(chair) if any(member.id == chair for member in case.charter.members) else ""
