"""A promise that was not kept by its day, and whether its owner said so before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import told
from coalcheck.engine.conduct.moments import day_of_done, days, is_after
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.action.done import Done
    from coalcheck.engine.action.happenings.promise import Promise
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "promise-missed": "Something promised was not done by its day.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(promised="What was promised, in quotation marks; else: what was promised."),
    **flags(told_before="Of a promise that was missed: that it cannot be kept was said before its day."),
}
"""What its matters tell."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; a promise with a new day that was agreed on in time is none."""
    promise = act.action.promise
    if act.action.happened != "promise" or promise is None or promise.due is None:
        return
    kept = day_of_done(promise.kept)
    late = is_after(act.charter, kept, promise.due)
    if not late and promise.kept is not False:
        return
    now = days(act.charter, act.action.date)
    if not late and now is not None and now[0] <= promise.due:
        # Its day has not passed yet: that it cannot be kept was said in time.
        return
    before = _before(act, promise, _told(act, promise))
    if promise.new_day is not None and before:
        return
    due = in_words(promise.due)
    when = days(act.charter, kept) if late else None
    done = f"done on {in_words(when[0])}" if when is not None else "not done"
    word = {
        True: "said before",
        False: "not said before",
        None: "whether it was said before is not on record",
    }
    values: dict[str, Value] = {
        "promised": f'"{promise.what.rstrip(".")}"' if promise.what else "what was promised",
        "said": f"due {due}, {done}, and {word[before]}",
    }
    if before is not None:
        values["told_before"] = before
    yield told(act, "promise-missed", ("promise", "kept"), values, None)


def _told(act: Act, promise: Promise) -> Done | None:
    """When word was given: as the entry has it, else as an earlier one on the same promise."""
    if promise.told is not None or act.past is None or not act.action.follows:
        return promise.told
    for entry in act.past.events("promise"):
        earlier = entry.action.promise
        if entry.action.id in act.action.follows and earlier is not None and earlier.told is not None:
            return entry.action.date if earlier.told is True else earlier.told
    return None


def _before(act: Act, promise: Promise, word: Done | None) -> bool | None:
    """Whether word was given by the day; None where that is not on record."""
    on = day_of_done(word)
    if on is not None:
        return not is_after(act.charter, on, promise.due)
    return False if word is False else None
