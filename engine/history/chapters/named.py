"""Who was named for public results, and who gave and received credits for knowledge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.chains import chains
from coalcheck.engine.history.days import known_not
from coalcheck.engine.history.discreet import discreetly
from coalcheck.engine.history.running import is_running, kept_since
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.history.tenure import members_through
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "never-named": "Members worked on public results of the last year and were named for none of them.",
    "without-credit": "Members have neither given nor received a knowledge credit in a year.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        results_told="How many results of the last year the public was told of, with names of members.",
        never_named="How many members worked on three of these results or more and were named for none.",
        without_credit="How many members have neither given nor received a credit in a year.",
        credits_given="How many credits were given in that year.",
    ),
    **texts(
        never_named_are="The number of members that were named for none, with its noun.",
        without_credit_are="The number of members without a credit, with its noun.",
    ),
}

_A_YEAR: Final = 12
_RESULTS: Final = 3
"""Nothing is counted from fewer results than these."""


def matters(record: Record) -> Iterator[Matter]:
    """What the last year shows; nothing of a coalition that has ended."""
    if not is_running(record):
        return
    since = months_later(record.as_of, -_A_YEAR)
    yield from _never_named(record, since)
    kept = kept_since(record)
    if kept is not None and kept <= since:
        yield from _without_credit(record, since)


def _never_named(record: Record, since: date) -> Iterator[Matter]:
    """Members that worked on at least three results that named others, and were named for none."""
    members = {member.id for member in members_through(record, since, record.as_of)}
    worked: Counter[str] = Counter()
    named: set[str] = set()
    told: list[Entry] = []
    for chain in chains(record, "result"):
        first = chain[0]
        if first.last is None or first.last < since or not _is_told(chain):
            continue
        credited = {each for entry in chain for each in _credited(entry)}
        if not credited:
            continue
        result = first.action.result
        told.append(first)
        named |= credited
        worked.update((result.by if result is not None else ()) or members)
    without = [each for each in sorted(members - named) if worked[each] >= _RESULTS]
    if without:
        values: dict[str, Value] = {
            "results_told": len(told),
            "never_named": len(without),
            "never_named_are": counted(len(without), "member"),
        }
        yield Matter("never-named", values, ("attribution",), None, all_shown(told, "result", "credits"))


def _is_told(chain: list[Entry]) -> bool:
    """Whether the public was told: as an entry says, or by a statement that goes back to it."""
    results = [each.action.result for each in chain if each.action.result is not None]
    if any(result.told is not None for result in results):
        return any(result.told is not None and not known_not(result.told) for result in results)
    return any(each.action.statement is not None for each in chain)


def _credited(entry: Entry) -> tuple[str, ...]:
    result, statement = entry.action.result, entry.action.statement
    return (
        *(result.credits if result is not None else ()),
        *(statement.credits if statement is not None else ()),
    )


def _without_credit(record: Record, since: date) -> Iterator[Matter]:
    knowledge = record.charter.knowledge
    if knowledge is None or knowledge.credits is None:
        return
    active: set[str | None] = set()
    given: list[Entry] = []
    number = 0
    for entry in record.events("credit"):
        credit = entry.action.credit
        if credit is None or credit.redeemed_by is not None or entry.last is None or entry.last < since:
            continue
        active |= {credit.given_by, credit.given_to}
        given.append(entry)
        number += credit.number or 1
    without = [each for each in members_through(record, since, record.as_of) if each.id not in active]
    if without:
        values: dict[str, Value] = {
            "without_credit": len(without),
            "without_credit_are": counted(len(without), "member"),
            "credits_given": number,
        }
        seen = discreetly(given, "a credit was given", "credit")
        yield Matter("without-credit", values, ("knowledge", "credits"), None, seen)
