"""What departures have done to the rules: counted again with those who stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.examination import OWN_BOARDS, Examination
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.sharing import means_everyone
from coalcheck.engine.history.telling import shown
from coalcheck.engine.history.tenure import Departure, departures
from coalcheck.engine.roll.electorate import Membership, covers
from coalcheck.engine.roll.sentences import Sentence
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.search import TooManyCases, can_adopt
from coalcheck.engine.threshold.tree import Count, Rule
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Record

MATTERS: Final[Mapping[str, str]] = {
    "everyone-now": "Since somebody left, a share means everyone who stays.",
    "rule-out-of-reach-now": "Since somebody left, no vote meets a rule any more.",
    "quorum-out-of-reach-now": "Since somebody left, no meeting has a quorum any more.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(departed="How many members have left."),
    **texts(
        departed_on="The last day of the one who left, in words; of several the latest.",
        rule_words="The rule that has changed its meaning, as written.",
        rule_of="The decision it belongs to, as words.",
        rule_after="The arithmetic by which it means everyone now.",
        stay="How many are counted by that rule now: three of you, or three that decide.",
    ),
}
_FEWEST: Final = 3
"""Of two who stay both are needed for nearly everything; nobody has to count to know."""
_LAST_TWO: Final = 2
"""Of fewer than two nothing is left to be counted."""


class _Counting(NamedTuple):
    """By whom a sentence was counted before the first departure, and by whom it is now."""

    sentence: Sentence
    rule: Rule
    before: Electorate
    now: Electorate


def matters(record: Record) -> Iterator[Matter]:
    """The rules that mean something else since the first departure, each with what they mean now."""
    left = departures(record)
    if not left:
        return
    seen = tuple(shown(each.entry) for each in left if each.entry is not None)
    for each in _countings(record, left):
        decision = as_words(each.sentence.decision)
        values: dict[str, Value] = {
            "departed": len(left),
            "departed_on": in_words(left[-1].day),
            "rule_words": each.sentence.text,
            "rule_of": decision,
            "stay": _told(each.now),
        }
        for name, more in _changes(each):
            yield Matter(name, values | more, each.sentence.route, None, seen, decision)


def _countings(record: Record, left: list[Departure]) -> Iterator[_Counting]:
    examination = Examination(record.charter, record.document)
    before = Membership(record.charter, on=min(each.day for each in left))
    gone = frozenset(each.member for each in left if each.member is not None)
    now = Membership(record.charter, without=gone, on=record.as_of)
    for sentence in examination.sentences:
        decision = record.charter.decisions.get(sentence.decision)
        if sentence.rule is None or decision is None or not covers(decision.valid, record.as_of):
            continue
        body = _body(examination, sentence)
        quorum = sentence.counts is Count.ATTENDANCE
        about = examination.is_about_one(decision, sentence.rule)
        there, here = (
            each.electorate(
                body,
                decision.member_concerned,
                quorum=quorum,
                concerned=_somebody(each.electorate(body)) if about else None,
            )
            for each in (before, now)
        )
        if sum(row.count for row in here.rows) >= _LAST_TWO:
            yield _Counting(sentence, sentence.rule, there, here)


def _changes(counting: _Counting) -> Iterator[tuple[str, dict[str, Value]]]:
    sentence, rule, before, now = counting
    quorum = sentence.counts is Count.ATTENDANCE
    if _met(rule, before, quorum=quorum) and _met(rule, now, quorum=quorum) is False:
        yield ("quorum-out-of-reach-now" if quorum else "rule-out-of-reach-now"), {}
    elif not quorum and sum(row.count for row in now.rows if row.in_body) >= _FEWEST:
        after = means_everyone(rule, now, bind(rule, now))
        if after and not means_everyone(rule, before, bind(rule, before)):
            yield "everyone-now", {"rule_after": after}


def _told(roll: Electorate) -> str:
    counted = number_in_words(sum(row.count for row in roll.rows if row.in_body))
    return f"{counted} of you" if all(row.in_body for row in roll.rows) else f"{counted} that decide"


def _met(rule: Rule, roll: Electorate, *, quorum: bool) -> bool | None:
    """Whether some ballots meet it; None where that is not said, or there are too many ways to vote."""
    try:
        return can_adopt(rule, roll, silence=quorum)
    except TooManyCases:
        return None


def _body(examination: Examination, sentence: Sentence) -> str | None:
    """The body that is counted by a sentence; None for all members."""
    decision = examination.charter.decisions[sentence.decision]
    index = next((step for step in sentence.route[3:] if isinstance(step, int)), None)
    if "also" in sentence.route and index is not None and index < len(decision.also):
        body = decision.also[index].body
        return None if body == OWN_BOARDS else body
    return decision.body


def _somebody(roll: Electorate) -> str | None:
    return next((row.id for row in roll.rows if row.count == 1), None) if len(roll.rows) > 1 else None
