"""Suspending or expelling a member: grounds, hearing, steps before, an end, and whose vote counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import Clause, about, clause, told
from coalcheck.engine.conduct.moments import day_of_done, days, is_after, is_done, terms_of
from coalcheck.engine.conduct.words import quoted, speaks_of
from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.facts.examination import REMOVALS
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.kinds import in_words as kind_in_words
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import period_in
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import BreachLevel, Decision
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.source.node import Route

MATTERS: Final[Mapping[str, str]] = {
    "removal-without-grounds": "A member is to be suspended or expelled, and no reason is on record.",
    "removal-on-other-grounds": "The reason has no word of those for which the charter suspends or expels.",
    "removal-unheard": "The member concerned was not heard before the decision, or nothing says that it was.",
    "removal-without-step": "Nothing on record before says what the member concerned did not keep.",
    "suspension-open": "Neither the decision nor the charter says when the suspension ends.",
    "suspension-too-long": "The suspension lasts longer than the charter lets one last.",
    "concerned-votes": "The member concerned voted in its own case.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        measure="Which measure it is, in words: suspending a member, expelling a member.",
        grounds="The reasons given, in quotation marks.",
        allowed_grounds="For what the charter suspends or expels, in quotation marks.",
    ),
    **flags(
        hearing_known="Where the member concerned was not heard: that it was not is on record.",
        own_vote_counts="Its own vote is counted.",
    ),
}
"""What its matters tell."""

_HEARD: Final = frozenset("heard hear hearing hears hearings".split())


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    # Of a decision that covers other kinds too nobody can say that it is about a removal.
    if act.action.happened is not None or len(act.kinds) != 1 or act.kinds[0] not in REMOVALS:
        return
    kind = act.kinds[0]
    yield from _grounds(act, kind)
    if act.action.stands(act.as_of) == "closed":
        yield from _hearing(act, kind)
        yield from _concerned(act, kind)
    yield from _before(act, kind)
    if kind == "suspend":
        yield from _length(act)


def _levels(act: Act, kind: str) -> Iterator[tuple[Route, BreachLevel]]:
    """What the charter says of matters that may end in this measure, the most exact first."""
    breach = act.charter.breach
    for name in ("suspension" if kind == "suspend" else "expulsion", "major"):
        level = getattr(breach, name, None)
        if level is not None:
            yield ("breach", name), level


def _given(act: Act) -> list[str]:
    breach = act.action.breach
    return [*(breach.what if breach is not None else ()), *filter(None, (act.action.reason,))]


def _grounds(act: Act, kind: str) -> Iterator[Matter]:
    given = _given(act)
    levels = [*_levels(act, kind)]
    allowed = [text for _, level in levels for text in level.is_]
    if not given:
        if act.action.text is None:
            at = next(
                (
                    about(f"the reasons listed are {quoted(level.is_)}", *at, "is")
                    for at, level in levels
                    if level.is_
                ),
                None,
            )
            yield told(act, "removal-without-grounds", ("reason",), {"measure": kind_in_words(kind)}, at)
        return
    if allowed and not any(speaks_of(text, *allowed) for text in given):
        first = next(at for at, level in levels if level.is_)
        values: dict[str, Value] = {
            "measure": kind_in_words(kind),
            "grounds": quoted(given),
            "allowed_grounds": quoted(allowed),
        }
        route: Route = ("reason",) if act.action.reason else ("breach", "what")
        at = about(f"the reasons listed are {quoted(allowed)}", *first, "is")
        yield told(act, "removal-on-other-grounds", route, values, at)


def _hearing(act: Act, kind: str) -> Iterator[Matter]:
    asked = _hearing_asked(act, kind)
    if asked is None or act.verdict is None or act.verdict.outcome not in ("adopted", "pending"):
        return
    text, route = asked
    heard = act.action.breach.heard if act.action.breach is not None else None
    on = day_of_done(heard)
    late = is_after(act.charter, on, act.action.date)
    if is_done(heard) and not late:
        return
    if late and on is not None:
        said, known = (
            f"it was heard on {moment_in_words(on, act.charter.time_zone)}, after the decision",
            True,
        )
    elif heard is False:
        said, known = "it is on record that it was not", True
    else:
        said, known = "nothing on record says that it was", False
    values: dict[str, Value] = {"measure": kind_in_words(kind), "said": said, "hearing_known": known}
    yield told(act, "removal-unheard", ("breach",), values, Clause(text, route))


def _hearing_asked(act: Act, kind: str) -> tuple[str, Route] | None:
    """Where the charter has it that the member concerned is heard."""
    for at, level in _levels(act, kind):
        if level.hearing:
            return level.hearing, (*at, "hearing")
        if level.done and not _HEARD.isdisjoint(words_of(level.done)):
            return level.done, (*at, "done")
    found = _decision(act)
    if found is not None and found[1].member_concerned is not None and found[1].member_concerned.may_speak:
        return "may speak: yes", ("decisions", found[0], "member_concerned")
    return None


def _decision(act: Act) -> tuple[str, Decision] | None:
    key = act.verdict.decision if act.verdict is not None else ""
    return (key, act.charter.decisions[key]) if key in act.charter.decisions else None


def _before(act: Act, kind: str) -> Iterator[Matter]:
    """Whether the record has anything before on what was not kept, where the charter has a way for that."""
    if act.past is None or act.charter.breach is None or act.action.breach is not None:
        return
    concerned = set(act.action.subject)
    for entry in act.past.events("breach"):
        found = entry.action.breach
        if entry.action.id in act.action.follows or found is None:
            return
        if not found.who or concerned & set(found.who):
            return
    levels = [(at, level.done) for at, level in _levels(act, kind) if level.done]
    at, done = levels[0] if levels else (("breach",), "the way that the charter describes")
    values = {"measure": kind_in_words(kind)}
    place = clause(done, *at) if levels else about(done, *at)
    yield told(act, "removal-without-step", ("action",), values, place)


def _length(act: Act) -> Iterator[Matter]:
    found = _decision(act)
    lasts = found[1].lasts if found is not None else None
    level = act.charter.breach.suspension if act.charter.breach is not None else None
    said = [text for text in (lasts, *((level.done, *level.measures) if level is not None else ())) if text]
    until = act.action.until
    if until is None:
        # A length of time, or a point at which it ends, is written in words.
        if not any(period_in(text) or {"until", "till"} & set(words_of(text)) for text in said):
            at = about("how you suspend", "decisions", found[0]) if found is not None else None
            yield told(act, "suspension-open", ("until",), {}, at)
        return
    if lasts is None or found is None:
        return
    last = _longest(act, lasts)
    if last is not None and until > last:
        values = {
            "said": f"until {in_words(until)}; by the charter it can last until {in_words(last)}",
        }
        at = clause(lasts, "decisions", found[0], "lasts")
        yield told(act, "suspension-too-long", ("until",), values, at)


def _longest(act: Act, lasts: str) -> date | None:
    """The last day of a suspension that begins on the day of the act; None where words leave it open."""
    from coalcheck.engine.decide.timing import end_under

    period = period_in(lasts)
    if period is None or act.action.date is None:
        return None
    end = end_under(terms_of(act.charter), act.action.date, period).last
    found = days(act.charter, end)
    return found[1] if found is not None else None


def _concerned(act: Act, kind: str) -> Iterator[Matter]:
    ballots = act.action.ballots or {}
    for member in act.verdict.members if act.verdict is not None else ():
        given = ballots.get(member.member)
        if member.member not in act.action.subject or member.heads != 1 or given is None:
            continue
        if given.answer in ("for", "against", "abstain"):
            found = _decision(act)
            at = clause(found[1].passes, "decisions", found[0], "passes") if found is not None else None
            values: dict[str, Value] = {"measure": kind_in_words(kind), "own_vote_counts": member.eligible}
            yield told(act, "concerned-votes", ("ballots",), values, at)
