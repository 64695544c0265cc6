"""When: the term, its first review, the first visible success, leaving and renewal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.time import later, minutes, months_begun, months_later, whole_days
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

FIRST_REVIEW_MONTHS = 3
"""The first review is due so many months after the start, or at half the term if that is sooner."""

FIRST_WIN_WEEKS = 6
"""By then a first small success can be shown, unless the first review comes sooner."""

SOME_DAY = date(2026, 6, 30)
"""Stands where a day is to be written and nothing tells which."""


class Days(NamedTuple):
    """The days of the term that are written."""

    starts: date | None = None
    ends: date | None = None
    first_review: date | None = None


def days_of(charter: Charter) -> Days:
    """The days of the term, none of them where there is no term."""
    term = charter.term
    return Days() if term is None else Days(term.starts, term.ends, term.first_review)


def review_due(term: Days) -> date | None:
    """The last good day for a first review; None where the start is not written."""
    if term.starts is None:
        return None
    due = months_later(term.starts, FIRST_REVIEW_MONTHS)
    if term.ends is not None and term.ends >= term.starts:
        due = min(due, term.starts + timedelta(days=((term.ends - term.starts).days + 1) // 2))
    return due


def term_values(charter: Charter) -> dict[str, Value]:
    """Everything about dates and lengths of time."""
    term = days_of(charter)
    values: dict[str, Value] = {"ends_before_start": False, "first_review_late": False}
    values |= _of_term(term)
    values |= _of_review(term)
    values |= _of_exit(charter, term)
    win, event = charter.first_win, charter.why_now
    if win is None:
        values |= _of_first_win(term)
    values["first_win_late"] = bool(win and win.by and term.first_review and win.by > term.first_review)
    values["starts_after_event"] = bool(event and event.date and term.starts and term.starts > event.date)
    if charter.renewal is not None:
        periods = [each for each in (charter.renewal.every, charter.renewal.at_latest) if each is not None]
        if periods:
            start = term.starts or date(2000, 1, 1)
            values["renewal_months"] = months_begun(start, max(later(start, each) for each in periods))
    if charter.check_ins is not None and charter.check_ins.every is not None:
        values["check_in_days"] = whole_days(charter.check_ins.every)
    return values


def _of_term(term: Days) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if term.starts is not None:
        values["starts_in_words"] = in_words(term.starts)
    if term.ends is not None:
        values["ends_in_words"] = in_words(term.ends)
    if term.starts is not None and term.ends is not None:
        values["ends_before_start"] = term.ends < term.starts
        if term.ends >= term.starts:
            values["term_months"] = months_begun(term.starts, _day_after(term.ends))
    return values


def _of_review(term: Days) -> dict[str, Value]:
    values: dict[str, Value] = {}
    due = review_due(term)
    if term.first_review is None:
        values["first_review_day"] = (due or SOME_DAY).isoformat()
    if due is not None:
        values["review_due"] = in_words(due)
    if term.first_review is None or term.starts is None:
        return values
    values["first_review_months"] = months_begun(term.starts, term.first_review)
    values["first_review_late"] = due is not None and term.first_review > due
    return values


def _of_first_win(term: Days) -> dict[str, Value]:
    """A day that fits the dates of the term, where there are any."""
    weeks = timedelta(weeks=FIRST_WIN_WEEKS)
    begun = term.starts + weeks if term.starts is not None and term.starts < date.max - weeks else None
    days = [day for day in (begun, term.first_review) if day is not None]
    return {"first_win_day": min(days).isoformat()} if days else {}


def _of_exit(charter: Charter, term: Days) -> dict[str, Value]:
    notice = charter.exit.notice if charter.exit is not None else None
    if notice is None:
        return {}
    values: dict[str, Value] = {
        "exit_notice": str(notice),
        "exit_notice_days": whole_days(notice),
        "exit_notice_outlasts_term": False,
    }
    if term.starts is not None and term.ends is not None and minutes(notice):
        values["exit_notice_outlasts_term"] = later(term.starts, notice) > _day_after(term.ends)
    return values


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
