"""What is due on one day that the charter sets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coalcheck.engine.facts.term import days_of, review_due
from coalcheck.engine.history.duty import Due
from coalcheck.engine.history.looking_back import first_from, reviews
from coalcheck.engine.history.record import Entry, Record
from coalcheck.engine.mission.goal_day import goal_day
from coalcheck.engine.source.node import Route


def due_once(record: Record) -> Iterator[Due]:
    """What is due on one day."""
    charter = record.charter
    term = days_of(charter)
    review = term.first_review or review_due(term)
    if review is not None and charter.stage != "pilot":
        done = first_from([*reviews(record, "coalition"), *reviews(record, "renewal")], term.starts)
        yield Due("first-review", review, None, done, ("term", "first_review"), "the first review")
    win = charter.first_win
    if win is not None and win.by is not None:
        done = first_from(record.events("result"), term.starts)
        yield Due("first-win", win.by, None, done, ("first_win", "by"), "the first visible success")
    yield from _sprints(record)
    goal = goal_day(charter)
    if goal is not None:
        day, route = goal
        done = next((each for each in record.events("goal") if _declares(each, day)), None)
        yield Due("goal", day, None, done, route, "a word on whether the goal is reached")


def _sprints(record: Record) -> Iterator[Due]:
    sprints = record.charter.integration.sprints if record.charter.integration is not None else ()
    for i, sprint in enumerate(sprints):
        if sprint.to is None:
            continue
        held = [each for each in record.events("sprint") if _speaks_of(each, sprint.id)]
        if len(sprints) == 1:
            held = held or [*record.events("sprint")]
        route: Route = ("integration", "sprints", i, "to")
        done = first_from(held, sprint.from_)
        yield Due("sprint", sprint.to, None, done, route, "the time set apart for learning to work together")


def _speaks_of(entry: Entry, sprint: str | None) -> bool:
    action = entry.action
    said = (action.id, action.about, action.title, action.text, *action.topics)
    return sprint is not None and any(sprint in (each or "") for each in said)


def is_over(entry: Entry) -> bool:
    """Whether an entry declares the goal reached or out of reach."""
    goal = entry.action.goal
    return goal is not None and goal.declared in ("reached", "out of reach")


def _declares(entry: Entry, day: date) -> bool:
    """Whether it is declared what became of the goal; that it is open counts only once its day has come."""
    goal = entry.action.goal
    if goal is None or goal.declared is None:
        return False
    return is_over(entry) or (entry.last is not None and entry.last >= day)
