"""How soon each member answers: a rule on how a decision is taken, which takes no vote away.

That members answer within a week is kept or not; that a vote closes after a week (``window``, or ``closes``
of an action) decides which ballots count (`coalcheck.engine.decide.closing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.decide.case import Case, Point, against, kept, unsaid
from coalcheck.engine.decide.timing import deadline_under, end_under
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.decide.verdict import Consulted
    from coalcheck.engine.source.node import Route


def answer_points(case: Case) -> Iterator[Point]:
    """Whether those who answered did so as soon as the charter asks, from the notice or else the opening."""
    period = case.decision.answer_within
    if period is None:
        return
    action = case.action
    text, route = str(period), ("decisions", case.key, "answer_within")
    start = action.notice or action.opened
    if start is None:
        said = "when everyone was asked is not on record; it can stand under notice"
        yield Point(unsaid("answers", text, said, route))
        return
    asked = f"asked {moment_in_words(start, case.terms.zone)}; {end_under(case.terms, start, period).said}"
    if case.proposed:
        yield Point(unsaid("answers", text, asked, route))
        return
    if action.ballots is None:
        yield Point(unsaid("answers", text, f"{asked}; the record has counts, and not when each came", route))
        return
    given = [each for each in action.ballots.values() if each.answer != "absent"]
    told = [
        None if each.at is None else deadline_under(case.terms, start, period, each.at).met for each in given
    ]
    yield Point(_clause(text, asked, told, route))


def _clause(text: str, asked: str, told: list[bool | None], route: Route) -> Consulted:
    late, unknown = told.count(False), told.count(None)
    if late:
        same = f"{'counts' if late == 1 else 'count'} all the same"
        said = f"{asked}; {counted(late, 'answer')} came later, and {same}"
        remedy = "Ask each member how much time it needs, and write that, or write when the vote closes."
        return against("answers", text, said, route, remedy=remedy)
    if unknown:
        said = f"{asked}; of {counted(unknown, 'answer')} it is not on record when"
        return unsaid("answers", text, f"{said} {'it' if unknown == 1 else 'they'} came", route)
    return kept("answers", text, f"{asked}; every answer came in time", route)
