"""Acts after the day of the goal: the vote is held, and nobody has said what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import low_words
from coalcheck.engine.mission.standing import Reason
from coalcheck.engine.wording.day import in_words as day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.mission.act import Act

_WRITTEN: Final = r"\b(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})\b"
_ISO: Final = r"\b(\d{4})-(\d{2})-(\d{2})\b"
_MONTH_FIRST: Final = r"\b([^\W\d_]{3,})\s+(\d{1,2})(?:st|nd|rd|th)?,\s+(\d{4})\b"
_END_OF_YEAR: Final = (
    r"(?i)\b(?:end of|fin(?:es|ales)? d[eu]|fine (?:di|del)|(?:fim|final) de|ende|eind(?:e)? van)"
    r"(?: the year)? (\d{4})\b"
)
_OF_THE_END: Final = frozenset({"dissolve", "renew", "amend", "widen-scope"})


def after_the_goal(act: Act, *, declared: bool) -> Iterator[Reason]:
    """An act after the day that the goal itself names.

    Args:
        act: the act.
        declared: whether it is on record that the goal was reached, or is out of reach; then what comes after
            has been thought of.
    """
    if declared or act.own_name or (len(act.kinds) == 1 and act.kinds[0] in _OF_THE_END):
        return
    goal = act.agreed.goal
    held = act.action.date or act.as_of
    if isinstance(held, datetime):
        held = held.date()
    if goal is None or not isinstance(held, date) or held <= goal:
        return
    term = act.agreed.charter.term
    if term is not None and term.ends is not None and held > term.ends:
        # After the term it has no authority at all, which is said elsewhere.
        return
    ending = act.agreed.tongue.stems("ending")
    words = low_words(" ".join(filter(None, (act.action.title, act.action.about))))
    if any(act.agreed.tongue.stem(word) in ending for word in words):
        return
    said = (
        f"it comes after {day_in_words(goal)}, the day of your goal, and nobody has said what became of that"
    )
    yield Reason(
        "after-goal",
        "goal",
        "ask",
        said,
        act.agreed.charter.purpose,
        ("purpose",),
        ("date",),
        day_in_words(held),
    )


def day_of(charter: Charter, months: tuple[str, ...]) -> date | None:
    """The last day that stands in the sentence of the goal, or in the sign that it is reached.

    Args:
        charter: the charter.
        months: the names of the months in its language, in lower case.
    """
    texts = [charter.purpose]
    if charter.goal_end is not None and charter.goal_end.reached_when:
        texts.append(charter.goal_end.reached_when)
    return max((day for text in texts if text for day in _days(text, months)), default=None)


def _days(text: str, months: tuple[str, ...]) -> Iterator[date]:
    for year, month, day in re.findall(_ISO, text):
        yield from _day(int(year), int(month), int(day))
    for day, month, year in re.findall(_WRITTEN, text):
        if month.lower() in months:
            yield from _day(int(year), months.index(month.lower()) + 1, int(day))
    for year in re.findall(_END_OF_YEAR, text):
        yield from _day(int(year), 12, 31)
    for month, day, year in re.findall(_MONTH_FIRST, text):
        if month.lower() in months:
            yield from _day(int(year), months.index(month.lower()) + 1, int(day))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        # 31 June is a slip that is for those who read the charter.
        return
