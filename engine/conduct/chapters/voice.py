"""Speaking in public: for whom, by whom, when, on what, and whom it names for the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import Clause, about, clause, told
from coalcheck.engine.conduct.moments import is_after, is_done, terms_of
from coalcheck.engine.conduct.people import NOBODY, all_meant, meant_by
from coalcheck.engine.conduct.words import quoted
from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.decide.covering import covering_keys
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import period_in

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.statement import Statement
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.history.record import Entry
    from coalcheck.engine.source.node import Route

MATTERS: Final[Mapping[str, str]] = {
    "spoke-for-all": "Somebody spoke in the name of all who does not speak for all.",
    "spoke-undecided": "Somebody spoke in the name of all, and no decision stands behind it.",
    "spoke-for-others": "A member spoke in the name of others too.",
    "spoke-too-soon": "Somebody spoke before the time that was agreed.",
    "spoke-unannounced": "The others had the text later than the charter says.",
    "spoke-on-set-aside": "Something was said in the name of all on a matter that the members set aside.",
    "spoke-against": "A public statement that, as the members see it, is against what was agreed.",
    "first-time-unexplained": "The first joint appearance, and not every member has said why it is in.",
    "result-without-credit": "The public is told of a joint result, and not who did what.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        speaker="Who speaks for all, in the charter's words.",
        set_aside="The matters set aside that it is about, in quotation marks.",
        result="The joint result that it tells of, in quotation marks.",
    ),
    **numbers(unexplained="Members for which nothing says why they are in."),
}
"""What its matters tell."""

_PUBLIC: Final = frozenset({"speak", "event"})
_COALITION: Final = "coalition"


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    statement = act.action.statement
    if act.action.happened == "statement":
        for_all = _COALITION in act.action.in_name_of
        if for_all:
            yield from _for_all(act, statement)
            yield from _set_aside(act)
        if statement is not None:
            yield from _of_statement(act, statement, for_all=for_all)
    yield from _of_result(act)
    yield from _first_time(act)


def _for_all(act: Act, statement: Statement | None) -> Iterator[Matter]:
    """Whether those who spoke may speak for all, or a decision stands behind what they said."""
    behind = _decision_behind(act)
    if behind is True:
        return
    if behind is False:
        keys = covering_keys(act.charter, "speak")
        at = about("how you decide on speaking in public", "decisions", keys[0]) if keys else None
        route = ("follows",) if act.action.follows else ("in_name_of",)
        yield told(act, "spoke-undecided", route, {}, at)
        return
    messaging = act.charter.messaging
    speaker = messaging.speaks_for_all if messaging is not None else None
    if not speaker:
        return
    spoke = all_meant(act.charter, statement.by) if statement is not None and statement.by else None
    allowed = meant_by(act.charter, speaker)
    if allowed is None and _is_nobody(speaker):
        allowed = frozenset()
    if allowed is None or (allowed and (spoke is None or spoke <= allowed)):
        return
    at = clause(speaker, "messaging", "speaks_for_all")
    yield told(act, "spoke-for-all", ("in_name_of",), {"speaker": speaker.strip().rstrip(".")}, at)


def _is_nobody(speaker: str) -> bool:
    """Whether a sentence begins by saying that nobody speaks for all."""
    words = words_of(speaker)
    return " ".join(words[:1]) in NOBODY or " ".join(words[:2]) in NOBODY


def _decision_behind(act: Act) -> bool | None:
    """Whether a decision that was carried stands behind it; None where nothing on record tells.

    Without a record a decision that is named is taken to be there.
    """
    named = set(act.action.follows)
    if act.past is None:
        return True if named else None
    decided = False
    for entry in act.past.acts_perhaps(*_PUBLIC):
        decided = decided or entry.carried
        if entry.action.id in named:
            return entry.carried
        if decided and not named:
            return None
    speaks = bool(covering_keys(act.charter, "speak"))
    return False if speaks and not named and _no_speaker(act) else None


def _no_speaker(act: Act) -> bool:
    """Whether the charter names nobody who may speak for all without asking."""
    messaging = act.charter.messaging
    return messaging is None or not messaging.speaks_for_all


def _set_aside(act: Act) -> Iterator[Matter]:
    scope = act.charter.scope
    listed = scope.set_aside if scope is not None else ()
    met = [(row, topic) for row, topic in enumerate(listed) if topic.id and topic.id in act.action.topics]
    if met:
        matter = quoted(topic.about or topic.id or "" for _, topic in met)
        at = about(f"you set aside {matter}", "scope", "set_aside", met[0][0])
        yield told(act, "spoke-on-set-aside", ("topics",), {"set_aside": matter}, at)


def _of_statement(act: Act, statement: Statement, *, for_all: bool) -> Iterator[Matter]:
    charter, at = act.charter, act.action.date
    if not for_all and statement.by and act.action.in_name_of:
        spoke = all_meant(charter, statement.by)
        named = all_meant(charter, act.action.in_name_of)
        if spoke is not None and named is not None and named - spoke and spoke:
            yield told(act, "spoke-for-others", ("happened",), {}, None)
    if statement.agreed_time is not None and is_after(charter, statement.agreed_time, at):
        agreed = moment_in_words(statement.agreed_time, charter.time_zone)
        when = "" if at is None else f"{moment_in_words(at, charter.time_zone)}, and "
        values: dict[str, Value] = {"said": f"{when}the time agreed was {agreed}"}
        yield told(act, "spoke-too-soon", ("statement", "agreed_time"), values, _time_clause(act))
    yield from _announced(act, statement)
    if statement.against_agreed:
        yield told(act, "spoke-against", ("statement", "against_agreed"), {}, _against_clause(act))
    if statement.tells_of and not statement.credits:
        yield from _uncredited(act, statement.tells_of, ("statement", "tells_of"))


def _of_result(act: Act) -> Iterator[Matter]:
    result = act.action.result
    if act.action.happened == "result" and result is not None and is_done(result.told) and not result.credits:
        yield from _uncredited(act, result.what or act.action.title or "the result", ("result", "told"))


def _uncredited(act: Act, result: str, route: Route) -> Iterator[Matter]:
    """What was told to the public without saying who did what, where the charter has a rule for it."""
    rule = act.charter.attribution.rule if act.charter.attribution is not None else None
    if rule:
        at = clause(rule, "attribution", "rule")
        yield told(act, "result-without-credit", route, {"result": quoted([result])}, at)


def _time_clause(act: Act) -> Clause | None:
    messaging = act.charter.messaging
    for key in ("same_time", "timing"):
        text = getattr(messaging, key, None)
        if text:
            return clause(text, "messaging", key)
    return None


def _against_clause(act: Act) -> Clause | None:
    breach = act.charter.breach
    if breach is not None and breach.major is not None and breach.major.done:
        return clause(breach.major.done, "breach", "major", "done")
    return None


def _announced(act: Act, statement: Statement) -> Iterator[Matter]:
    from coalcheck.engine.decide.timing import notice_under

    messaging = act.charter.messaging
    period = period_in(messaging.no_surprise) if messaging is not None else None
    if messaging is None or period is None or statement.others_had_it is None or act.action.date is None:
        return
    reckoned = notice_under(terms_of(act.charter), statement.others_had_it, act.action.date, period)
    if reckoned.met is False:
        at = clause(messaging.no_surprise, "messaging", "no_surprise")
        yield told(act, "spoke-unannounced", ("statement", "others_had_it"), {"said": reckoned.said}, at)


def _first_time(act: Act) -> Iterator[Matter]:
    """The first time that the record shows the coalition in public, held against what is ready to be said."""
    if act.past is None or not _appears(act):
        return
    explaining = act.charter.explaining
    missing = [member for member in act.charter.members if not _explained(explaining.get(member.id))]
    if not missing or any(map(_appeared, act.past.acts_perhaps(*_PUBLIC))):
        return
    if any(_COALITION in each.action.in_name_of for each in act.past.events("statement")):
        return
    at = about("why each of you is in this", "explaining") if explaining else None
    yield told(act, "first-time-unexplained", ("title",), {"unexplained": len(missing)}, at)


def _explained(said: object) -> bool:
    return bool(getattr(said, "why_we_are_in_this", None))


def _appeared(entry: Entry) -> bool:
    return entry.carried and _in_common_name(entry.action.in_name_of)


def _in_common_name(names: tuple[str, ...]) -> bool:
    return not names or _COALITION in names


def _appears(act: Act) -> bool:
    if act.action.happened == "statement":
        return _COALITION in act.action.in_name_of
    if act.verdict is None or len(act.kinds) != 1 or act.kinds[0] not in _PUBLIC:
        return False
    return _in_common_name(act.action.in_name_of) and act.verdict.outcome in ("adopted", "pending")
