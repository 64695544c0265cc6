"""What is due next on the way from first contact to the end: one line, with the day in words.

The way has six steps: outreach, a first meeting, one page, an early visible success, regular talk, review.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.facts.term import FIRST_REVIEW_MONTHS, Days, days_of, review_due
from coalcheck.engine.facts.time import later, months_later
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

BEFORE_THE_END = timedelta(days=60)
"""So long before the end the members decide whether to end, renew or change."""


class Due(NamedTuple):
    """Something with a day."""

    day: date
    what: str


def next_step(charter: Charter, as_of: date) -> str:
    """Say what is due next, as a phrase with a full stop; empty where nothing is.

    Args:
        charter: the charter.
        as_of: the day from which it is seen; what is past is never next.
    """
    if charter.kind == "body":
        return ""
    match charter.stage:
        case "exploring":
            return _exploring(charter)
        case "pilot":
            return _pilot(charter, as_of)
        case "signed":
            return _signed(charter, as_of)
        case "ended":
            return ""
        case _:
            return _draft(charter, as_of)


def _exploring(charter: Charter) -> str:
    if sum(member.count or 1 for member in charter.members) == 1:
        return "a first word with possible partners: about the problem, and not yet about what to do."
    asked = all(member.wants and member.offers and member.deal_breakers for member in charter.members)
    if asked and charter.members:
        return (
            "one page with the goal in a sentence, the roles, how you decide, how one leaves and who signs."
        )
    return "a meeting on three questions: what each of you wants, can give, and could not accept."


def _pilot(charter: Charter, as_of: date) -> str:
    end = charter.term.ends if charter.term else None
    if end is not None and end < as_of:
        return f"the pilot ended on {in_words(end)}: you stop, or each of you takes it to its own board."
    when = f"on {in_words(end)}" if end else "at the end of the pilot"
    return f"{when} you stop, or each of you takes it to its own board."


def _draft(charter: Charter, as_of: date) -> str:
    term = days_of(charter)
    if term.ends is not None and term.ends < as_of:
        # Said behind "once signed".
        end = in_words(term.ends)
        return f"nothing yet: the end that is written, {end}, is past, so agree on new dates first."
    review = _first_review(term, as_of)
    win = charter.first_win
    if win is None:
        return f"{review}, and a small visible first success before it."
    if win.by is None:
        return f"the first visible success, {_short(win.what)}, and then {review}."
    if win.by < as_of:
        return f"{review}, and a new day for the first visible success: {in_words(win.by)} is past."
    due = term.first_review or review_due(term)
    if due is not None and due >= as_of and win.by > due:
        return f"{review}, and the first visible success by {in_words(win.by)}."
    return f"the first visible success by {in_words(win.by)}, then {review}."


def _first_review(term: Days, as_of: date) -> str:
    if term.first_review is not None and term.first_review < as_of:
        return f"a new day for the first review, as {in_words(term.first_review)} is past"
    if term.first_review is not None:
        return f"the first review on {in_words(term.first_review)}"
    due = review_due(term)
    if due is None or term.starts is None:
        return f"a first review {number_in_words(FIRST_REVIEW_MONTHS)} months in"
    if due < as_of:
        return "a first review soon after"
    full = due == months_later(term.starts, FIRST_REVIEW_MONTHS)
    why = f"{number_in_words(FIRST_REVIEW_MONTHS)} months in" if full else "half the term"
    return f"a first review by {in_words(due)} ({why})"


def _signed(charter: Charter, as_of: date) -> str:
    term = days_of(charter)
    if term.ends is not None and as_of > term.ends:
        return f"the term ended on {in_words(term.ends)}: wind up what is left, or decide to go on."
    ahead = sorted(due for due in _dues(charter) if due.day >= as_of)
    if ahead:
        return f"{ahead[0].what} {in_words(ahead[0].day)}."
    if charter.check_ins is None:
        return "a regular short talk, once a month, so that nothing small grows."
    return ""


def _dues(charter: Charter) -> list[Due]:
    """Everything that has a day, whether it is past or not."""
    term, dues = days_of(charter), []
    if charter.first_win is not None and charter.first_win.by is not None:
        dues.append(Due(charter.first_win.by, "the first visible success by"))
    if term.first_review is not None:
        dues.append(Due(term.first_review, "the first review on"))
    elif (due := review_due(term)) is not None:
        dues.append(Due(due, "a first review by"))
    renewal = charter.renewal
    period = (renewal.every or renewal.at_latest) if renewal is not None else None
    if period is not None and term.starts is not None:
        dues.append(Due(later(term.starts, period), "the talk on whether to go on, by"))
    if term.ends is not None and term.ends - date.min > BEFORE_THE_END:
        dues.append(Due(term.ends - BEFORE_THE_END, "decide whether to end, to go on or to change, by"))
        dues.append(Due(term.ends, "the end of the term on"))
    return dues


def _short(what: str | None) -> str:
    text = (what or "which is not named yet").strip().rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
