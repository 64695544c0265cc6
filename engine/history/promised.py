"""What members promised, or planned, or decided, by a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coalcheck.engine.facts.time import later
from coalcheck.engine.history.days import known_not, when
from coalcheck.engine.history.duty import Due
from coalcheck.engine.history.looking_back import latest
from coalcheck.engine.history.record import Entry, Record
from coalcheck.engine.source.node import Route


def promised(record: Record) -> Iterator[Due]:
    """What is due, or was, by a promise, a plan, a commitment or a decision."""
    yield from _promises(record)
    yield from _plans(record)
    yield from _of_members(record)
    yield from _of_decisions(record)


def _promises(record: Record) -> Iterator[Due]:
    """Promises with a day, under the last day agreed on; those known not to be kept are due no more."""
    for chain in chains(record):
        state = state_of(chain)
        if state is not None and not state.missed:
            said = _told("what was promised", state.what)
            place: Route = ("promise", state.key)
            yield Due("promise", state.due, None, state.kept, place, said, entry=state.entry)


class State(NamedTuple):
    """What the record shows of one promise.

    Attributes:
        what: what was promised; empty where that is not said.
        due: the last day agreed on.
        entry: the entry that sets that day.
        key: the key of that entry's promise that has the day.
        kept: the entry that shows it kept.
        missed: the entry that tells that it was not kept, and no new day was agreed on.
        told: the first day on which it was said that it cannot be kept; None where none is known.
        silent: whether it is on record that nothing was said.
    """

    what: str
    due: date
    entry: Entry
    key: str
    kept: Entry | None
    missed: Entry | None
    told: date | None
    silent: bool


def state_of(chain: Sequence[Entry]) -> State | None:
    """What the entries on one promise, in their order, show of it; None where it has no day."""
    due: tuple[date, Entry, str] | None = None
    kept, missed, told, silent, what = None, None, None, False, ""
    for each in chain:
        promise = each.action.promise
        if promise is None:
            continue
        what = what or promise.what or ""
        for key, day in (("due", promise.due), ("new_day", promise.new_day)):
            if day is not None:
                due = (day, each, key)
        if promise.new_day is not None:
            # What was so by the day before is over; what the same entry tells is of the new one.
            kept, missed = None, None
        if promise.kept is not None and not known_not(promise.kept):
            kept, missed = each, None
        elif promise.kept is not None and promise.new_day is None:
            kept, missed = None, each
        silent = silent or known_not(promise.told)
        told = told or when(promise.told, each)
    if due is None:
        return None
    day, entry, key = due
    return State(what, day, entry, key, kept, missed, told, silent and told is None)


def chains(record: Record) -> list[list[Entry]]:
    """The entries on each promise, in order: the first one, and those that go back to it."""
    begun: dict[str, list[Entry]] = {}
    found: list[list[Entry]] = []
    for entry in record.events("promise"):
        action = entry.action
        names = (*action.follows, *((action.id,) if action.id is not None else ()))
        chain = next((begun[name] for name in names if name in begun), None)
        if chain is None:
            chain = []
            found.append(chain)
        chain.append(entry)
        if action.id is not None:
            begun.setdefault(action.id, chain)
    return found


def _told(what: str, text: str | None) -> str:
    return f"{what}: {text.rstrip('.')}" if text else what


def _plans(record: Record) -> Iterator[Due]:
    """What was planned at the last review that planned something."""
    planning = [each for each in record.events("review") if each.action.review and each.action.review.plan]
    entry = latest(planning)
    review = entry.action.review if entry is not None else None
    if entry is None or review is None:
        return
    kept = {
        _plain(each.action.promise.what): each
        for each in record.events("promise")
        if each.action.promise is not None and when(each.action.promise.kept, each) is not None
    }
    for i, item in enumerate(review.plan):
        if item.by is None or known_not(item.done):
            continue
        done = entry if item.done else kept.get(_plain(item.what))
        said = _told("what was planned", item.what)
        route: Route = ("review", "plan", i, "by")
        yield Due("plan", item.by, None, done, route, said, entry=entry)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().rstrip(".").split())


def _of_members(record: Record) -> Iterator[Due]:
    """What the charter says that a member gives, is given, or may not do, until a day."""
    kept = {
        (member, promise.due)
        for each in record.events("promise")
        if (promise := each.action.promise) is not None and when(promise.kept, each) is not None
        for member in promise.member
    }
    for i, member in enumerate(record.charter.members):
        commits = member.commits
        if commits is not None and commits.by is not None and (member.id, commits.by) not in kept:
            route: Route = ("members", i, "commits", "by")
            yield Due("commitment", commits.by, None, None, route, "what a member gives")
        for j, given in enumerate(member.inducements or ()):
            if given.until is not None:
                route = ("members", i, "inducements", j, "until")
                said = "the end of what a member was given or promised for joining"
                yield Due("inducement-end", given.until, None, None, route, said)
        for j, stretch in enumerate(member.standing):
            if stretch.status == "suspended" and stretch.to is not None:
                route = ("members", i, "standing", j, "to")
                yield Due("suspension-end", stretch.to, None, None, route, "the end of a suspension")


def _of_decisions(record: Record) -> Iterator[Due]:
    """Suspensions that were decided with an end, and decisions that lapse where nobody acts on them."""
    for entry in record.acts():
        action, verdict = entry.action, entry.verdict
        if verdict is None or not entry.carried:
            continue
        if entry.kinds == ("suspend",) and action.until is not None:
            said = "the end of a suspension"
            yield Due("suspension-end", action.until, None, None, ("until",), said, entry=entry)
        decision = record.charter.decisions.get(verdict.decision)
        if decision is None or decision.expires is None or entry.first is None or action.done:
            continue
        day = later(entry.first, decision.expires)
        said = f"the last day for carrying out {entry.called}"
        yield Due("lapse", day, None, None, ("date",), said, entry=entry)
