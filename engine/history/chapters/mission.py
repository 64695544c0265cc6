"""The scope over time: what was done outside it, where the work moves to, and widenings one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.looking_back import widenings
from coalcheck.engine.history.outlays import is_own
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "done-outside": "Things were done that lie outside what was agreed, or that nobody had decided on.",
    "topics-moved": "A matter that was at the heart of the work has given way to others.",
    "widened-bit-by-bit": "The scope was widened by several decisions, one after another.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        acts_outside="How many acts lay outside what was agreed, or were on a matter that it does not list.",
        acts_with_topics="How many acts name the matters of the scope that they fall under.",
        topic_before="How many of the first half of them were about the matter.",
        topic_now="How many of the second half were.",
        topic_shift="By how many percent of a half its share fell; rounded down.",
        widenings="How often the scope was widened.",
    ),
    **texts(
        topic_moved="The matter, as the charter has it.",
        topic_now_in_words="How many of the second half were about it, as a word.",
        first_half="How many acts the first half is, as a number.",
        second_half="How many acts the second half is, as a number.",
        first_purpose="The purpose of the charter.",
        scope_now="What is inside the scope today.",
    ),
}


def matters(record: Record) -> Iterator[Matter]:
    """How what was done stands to what was agreed, over the whole record."""
    scope = record.charter.scope
    if scope is None:
        return
    done = [each for each in record.acts() if _is_done(each)]
    outside = [each for each in done if is_outside(each, record.charter)]
    if outside:
        values = {"acts_outside": len(outside)}
        yield Matter("done-outside", values, ("scope",), None, all_shown(outside))
    yield from _moved(record, [each for each in done if each.action.topics])
    widened = widenings(record)
    if widened and record.charter.purpose:
        told: dict[str, Value] = {
            "widenings": len(widened),
            "first_purpose": " ".join(record.charter.purpose.split()),
            "scope_now": join(*(f'"{topic.about or topic.id}"' for topic in scope.inside)) or "nothing",
        }
        yield Matter("widened-bit-by-bit", told, ("scope",), None, all_shown(widened))


def is_outside(entry: Entry, charter: Charter) -> bool:
    """Whether an act lies outside what was agreed, or on a matter that the charter does not list."""
    standing = entry.verdict.scope if entry.verdict is not None else None
    if standing is not None:
        return standing.answer != "in"
    scope = charter.scope
    if scope is None or not entry.action.topics:
        return False
    inside = {topic.id for topic in scope.inside if topic.id}
    return bool(inside) and not inside & set(entry.action.topics)


def _is_done(entry: Entry) -> bool:
    """Whether it was done in the name of all: carried, or carried out whatever the votes were."""
    done = entry.action.done
    carried = entry.carried or (done is not None and done is not False)
    return carried and not is_own(entry.action)


def _moved(record: Record, acts: list[Entry]) -> Iterator[Matter]:
    """The matter whose share of the acts fell the most from the first half of them to the second."""
    scope = record.charter.scope
    middle = len(acts) // 2
    if scope is None or not middle:
        return
    first, second = acts[:middle], acts[middle:]
    fallen: list[tuple[int, int, int, int]] = []
    for number, topic in enumerate(scope.inside):
        if topic.id:
            before, now = (sum(topic.id in each.action.topics for each in half) for half in (first, second))
            shift = 100 * (before * len(second) - now * len(first)) // (len(first) * len(second))
            fallen.append((shift, -number, before, now))
    if not fallen:
        return
    shift, number, before, now = max(fallen)
    if shift <= 0:
        return
    topic = scope.inside[-number]
    values: dict[str, Value] = {
        "acts_with_topics": len(acts),
        "topic_before": before,
        "topic_now": now,
        "topic_now_in_words": in_words(now) if now else "none",
        "topic_shift": shift,
        "topic_moved": " ".join((topic.about or topic.id or "").split()),
        "first_half": str(len(first)),
        "second_half": str(len(second)),
    }
    seen = all_shown(each for each in second if topic.id not in each.action.topics)
    yield Matter("topics-moved", values, ("scope", "inside", -number), None, seen)
