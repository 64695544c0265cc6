"""What the members do where something was not kept: talk about small matters, meet about grave ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import about, clause, told
from coalcheck.engine.conduct.moments import day_of_done, is_after, is_done, kept_within
from coalcheck.engine.conduct.words import is_same, quoted, speaks_of
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import period_in

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.breach import Breach
    from coalcheck.engine.charter.model import BreachLevel
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "weighed-otherwise": "It was taken for a small matter and is listed as a grave one, or the reverse.",
    "small-without-talk": "A small matter was not talked about directly, or not in time.",
    "small-with-hard-measure": "A small matter was answered by suspending or expelling.",
    "grave-without-meeting": "All members did not meet about a grave matter, or not in time.",
    "grave-unheard": "The member concerned was not heard, or only after the meeting.",
    "measure-not-foreseen": "A measure was taken that has no word of those that the charter lists.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        not_kept="What was not kept, in quotation marks.",
        taken_for="For what it was taken: a small matter, a grave matter.",
        listed_as="Among what the charter lists it: small matters, grave matters.",
        measures="The measures taken, in quotation marks.",
    ),
    **flags(is_late="It was done, and after the time for it."),
}
"""What its matters tell."""

_WORDS: Final = {"minor": "small", "major": "grave"}
_TALKING: Final = frozenset(
    "talk talks talking speak speaks meet meets contact contacts direct directly call".split()
)
_MEETING: Final = frozenset(
    "meet meets meeting meetings assembly members all everyone together conference".split()
)
_HEARD: Final = frozenset("heard hear hearing hears hearings".split())
_REMOVING: Final = ("suspen", "expel", "expul", "exclu")


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    breach = act.action.breach
    if act.action.happened != "breach" or breach is None:
        return
    yield from _weighed(act, breach)
    levels = act.charter.breach
    if breach.level == "minor":
        yield from _small(act, breach, levels.minor if levels is not None else None)
    elif breach.level == "major":
        yield from _grave(act, breach, levels.major if levels is not None else None)


def _weighed(act: Act, breach: Breach) -> Iterator[Matter]:
    levels = act.charter.breach
    if levels is None or breach.level is None:
        return
    other = "major" if breach.level == "minor" else "minor"
    own, another = getattr(levels, breach.level), getattr(levels, other)
    listed = [
        text
        for text in (another.is_ if another is not None else ())
        if any(is_same(text, each) for each in breach.what)
    ]
    here = [
        text
        for text in (own.is_ if own is not None else ())
        if any(is_same(text, each) for each in breach.what)
    ]
    if listed and not here:
        values = {
            "not_kept": quoted(breach.what),
            "taken_for": f"a {_WORDS[breach.level]} matter",
            "listed_as": f"{_WORDS[other]} matters",
        }
        at = about(f"{_WORDS[other]} matters: {quoted(listed)}", "breach", other, "is")
        yield told(act, "weighed-otherwise", ("breach", "level"), values, at)


def _small(act: Act, breach: Breach, level: BreachLevel | None) -> Iterator[Matter]:
    hard = [text for text in breach.measures if any(word.startswith(_REMOVING) for word in words_of(text))]
    if hard:
        done = level.done if level is not None else None
        at = clause(done, "breach", "minor", "done") if done else None
        yield told(act, "small-with-hard-measure", ("breach", "measures"), {"measures": quoted(hard)}, at)
    if level is None or not level.done or act.action.date is None:
        return
    if _TALKING.isdisjoint(words_of(level.done)):
        return
    yield from _in_time(act, "small-without-talk", breach, "talked", level.done)


def _grave(act: Act, breach: Breach, level: BreachLevel | None) -> Iterator[Matter]:
    if level is None or act.action.date is None:
        return
    if level.done and not _MEETING.isdisjoint(words_of(level.done)):
        yield from _in_time(act, "grave-without-meeting", breach, "meeting", level.done)
    yield from _heard(act, breach, level)
    listed = (*level.measures, *level.may_end_in)
    unlike = [text for text in breach.measures if not speaks_of(text, level.done, *listed)]
    if listed and unlike:
        key = "measures" if level.measures else "may_end_in"
        at = about(f"what may be done: {quoted(listed)}", "breach", "major", key)
        values = {"measures": quoted(unlike)}
        yield told(act, "measure-not-foreseen", ("breach", "measures"), values, at)


def _in_time(act: Act, name: str, breach: Breach, key: str, done: str) -> Iterator[Matter]:
    """What the charter asks for within a time, if it names one; what may still come is no fault."""
    got = getattr(breach, key)
    level = "minor" if key == "talked" else "major"
    period = period_in(done)
    if period is None or act.action.date is None:
        met, said = (False, "it is on record that it was not") if got is False else (None, "")
    else:
        met, said = kept_within(act, act.action.date, period, got)
        if met is False and not is_done(got):
            said = f"nothing on record says that it was; {said}" if got is None else f"it was not; {said}"
    if met is False:
        route = ("breach", key) if got is not None else ("breach",)
        at = clause(done, "breach", level, "done")
        yield told(act, name, route, {"said": said, "is_late": is_done(got)}, at)


def _heard(act: Act, breach: Breach, level: BreachLevel) -> Iterator[Matter]:
    text = level.hearing or (level.done if not _HEARD.isdisjoint(words_of(level.done)) else None)
    if text is None:
        return
    late = is_after(act.charter, day_of_done(breach.heard), day_of_done(breach.meeting))
    if breach.heard is not False and not late:
        return
    said = "it was heard only after the meeting" if late else "it is on record that it was not"
    key = "hearing" if level.hearing else "done"
    at = clause(text, "breach", "major", key)
    yield told(act, "grave-unheard", ("breach", "heard"), {"said": said, "is_late": late}, at)
