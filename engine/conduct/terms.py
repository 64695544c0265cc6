"""What the charter has for something that happened: each clause on it, with what the record shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.conduct.moments import days, is_done, terms_of
from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.facts.time import period_in
from coalcheck.engine.history.discreet import line_of
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.action.done import Done
    from coalcheck.engine.action.happenings.breach import Breach
    from coalcheck.engine.action.happenings.joining import Joining
    from coalcheck.engine.action.happenings.leaving import Leaving
    from coalcheck.engine.action.happenings.statement import Statement
    from coalcheck.engine.charter.model import Exit
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.source.node import Route

_ANSWERS: Final = {True: "done", False: "not done", None: "not on record yet"}


class Term(Struct, frozen=True):
    """One clause of the charter on something that happened.

    Attributes:
        label: what it is about, in a word or two.
        said: what the charter has, and what the record shows of it.
        route: where it stands in the charter.
        line: the line on which it stands.
    """

    label: str
    said: str
    route: Route
    line: int


def charter_has(act: Act) -> tuple[Term, ...]:
    """Every clause of the charter that speaks of it, in the order in which one needs them; none for most."""
    action = act.action
    found: Iterator[tuple[str, str, Route]] = iter(())
    if action.happened == "leaving" and action.leaving is not None:
        found = _leaving(act, action.leaving)
    elif action.happened == "joining" and action.joining is not None:
        found = _joining(act, action.joining)
    elif action.happened == "breach" and action.breach is not None:
        found = _breach(act, action.breach)
    elif action.happened == "statement" and action.statement is not None:
        found = _statement(act, action.statement)
    return tuple(
        Term(label, said, route, line_of(act.charter_document, route)) for label, said, route in found
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(map(_plain, texts))


def _done(act: Act, text: str, done: Done | None) -> str:
    """What the charter has, and whether the record shows it done."""
    if done is None or isinstance(done, bool):
        return f"{_plain(text)}; {_ANSWERS[done]}"
    return f"{_plain(text)}; done {moment_in_words(done, act.charter.time_zone)}"


def _leaving(act: Act, leaving: Leaving) -> Iterator[tuple[str, str, Route]]:
    terms = act.charter.exit
    if terms is None:
        return
    if terms.notice is not None:
        yield "Notice", _notice(act, leaving, terms), ("exit", "notice")
    if terms.in_writing_to:
        yield "In writing", f"to {_plain(terms.in_writing_to)}", ("exit", "in_writing_to")
    if terms.reason_needed is not None:
        yield "Reason", "needed" if terms.reason_needed else "none is needed", ("exit", "reason_needed")
    if terms.never_needs:
        yield "Never needs", _plain(terms.never_needs), ("exit", "never_needs")
    if terms.cost:
        yield "Cost", _plain(terms.cost), ("exit", "cost")
    for label, key, done in (
        ("Money back", "money_back", leaving.money_back),
        ("Handover", "handover", leaving.handover),
        ("Data", "data", leaving.data),
        ("Made known", "announcement", leaving.announced),
        ("Thanks", "thanks", leaving.thanked),
    ):
        text = getattr(terms, key)
        if text:
            yield label, _done(act, text, done), ("exit", key)
    if terms.joint_texts:
        yield "Joint texts", _plain(terms.joint_texts), ("exit", "joint_texts")
    if terms.continues_after:
        yield "Afterwards", _listed(terms.continues_after), ("exit", "continues_after")
    breach = act.charter.breach
    if breach is not None and breach.pay_after_leaving:
        yield "Still owed", _plain(breach.pay_after_leaving), ("breach", "pay_after_leaving")
    if terms.in_words:
        yield "Leaving", _plain(terms.in_words), ("exit",)


def _notice(act: Act, leaving: Leaving, terms: Exit) -> str:
    """The notice, and from which day on it lets the member go."""
    from coalcheck.engine.decide.timing import end_under, notice_under

    given = leaving.notice or act.action.date
    if given is None or terms.notice is None:
        return str(terms.notice)
    if leaving.last_day is not None:
        told = notice_under(terms_of(act.charter), given, leaving.last_day, terms.notice, verb="given")
        kept = {True: "kept: ", False: "not kept: ", None: ""}[told.met]
        agreed = "; the others agreed to it" if leaving.sooner_agreed and told.met is False else ""
        return f"{terms.notice}; {kept}{told.said}, last day {in_words(leaving.last_day)}{agreed}"
    end = days(act.charter, end_under(terms_of(act.charter), given, terms.notice).last)
    when = f"; it can go on {in_words(end[0])}" if end is not None else ""
    return f"{terms.notice}{when}"


def _joining(act: Act, joining: Joining) -> Iterator[tuple[str, str, Route]]:
    terms = act.charter.joining
    if terms is None:
        return
    if terms.decision:
        yield "Decided by", terms.decision, ("joining", "decision")
    if terms.asks:
        yield "Gone through", _listed(terms.asks), ("joining", "asks")
    for label, key, done in (
        ("Whether it fits", "compatibility", joining.compatibility),
        ("Finding its way", "integration", joining.integration),
        ("Shared anew", "rebalancing", joining.rebalancing),
    ):
        text = getattr(terms, key)
        if text:
            yield label, _done(act, text, done), ("joining", key)
    if terms.recount:
        yield "Rules recounted", _done(act, "yes", joining.recount), ("joining", "recount")
    if terms.in_words:
        yield "Joining", _plain(terms.in_words), ("joining",)


def _breach(act: Act, breach: Breach) -> Iterator[tuple[str, str, Route]]:
    levels = act.charter.breach
    level = getattr(levels, breach.level, None) if levels is not None and breach.level is not None else None
    if breach.level is None or level is None:
        return
    matter = "Small matter" if breach.level == "minor" else "Grave matter"
    if level.is_:
        yield matter, _listed(level.is_), ("breach", breach.level, "is")
    if level.done:
        done = breach.talked if breach.level == "minor" else breach.meeting
        yield "What follows", _followed(act, level.done, done), ("breach", breach.level, "done")
    if level.hearing:
        yield "Hearing", _done(act, level.hearing, breach.heard), ("breach", breach.level, "hearing")
    for key in ("measures", "may_end_in"):
        listed = getattr(level, key)
        if listed:
            yield "May end in", _listed(listed), ("breach", breach.level, key)


def _followed(act: Act, text: str, done: Done | None) -> str:
    """What is done about it, until when, and whether it was."""
    from coalcheck.engine.decide.timing import end_under

    period = period_in(text)
    if period is None or act.action.date is None or is_done(done):
        return _done(act, text, done)
    end = days(act.charter, end_under(terms_of(act.charter), act.action.date, period).last)
    until = f" (until {in_words(end[0])})" if end is not None else ""
    return f"{_plain(text)}{until}; {_ANSWERS[False if done is False else None]}"


def _statement(act: Act, statement: Statement) -> Iterator[tuple[str, str, Route]]:
    messaging, attribution = act.charter.messaging, act.charter.attribution
    if messaging is not None:
        for label, key in (
            ("Voices", "mode"),
            ("Speaks for all", "speaks_for_all"),
            ("At what time", "same_time"),
            ("When", "timing"),
            ("No surprise", "no_surprise"),
            ("Shared facts", "shared_facts"),
        ):
            text = getattr(messaging, key)
            if text:
                yield label, _plain(text), ("messaging", key)
        if messaging.nobody_says:
            yield "Nobody says", _listed(messaging.nobody_says), ("messaging", "nobody_says")
    if statement.tells_of and attribution is not None and attribution.rule:
        yield "Named for it", _plain(attribution.rule), ("attribution", "rule")
