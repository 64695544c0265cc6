"""The one next step: what is overdue before what is due, and that before what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.facts.named import capital
from coalcheck.engine.facts.next_step import next_step as by_the_charter
from coalcheck.engine.standing.status import Next
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.standing.status import Coming, Status


def next_step(charter: Charter, status: Status) -> Next:
    """What to do next.

    Args:
        charter: the charter.
        status: where the coalition stands, apart from this.
    """
    overdue, untold, term = status.of("overdue"), status.untold, status.term
    ahead, as_of = status.of("now", "soon", "later"), status.as_of
    if overdue:
        return _asked(overdue[0], "Do it, or agree on a new day and write that down.")
    if untold and not term.over:
        first = untold[0]
        return Next(
            f"Begin a record, a file each under decisions: {first.said} had its day on "
            f"{in_words(first.deadline)}, and nobody can tell from here what became of it."
        )
    now = [each for each in ahead if each.state == "now"]
    asked = next((each for each in now if each.points), None)
    if asked is not None:
        return _asked(asked, "")
    if now:
        return Next(f"{capital(now[0].said)}{_when(now[0], as_of)}.")
    if ahead:
        first = ahead[0]
        return Next(f"{capital(first.said)}, on {in_words(first.day)}.")
    if term.over:
        last = term.last_day
        ended = f"The term ended on {in_words(last)}: wind" if last is not None else "Wind"
        return Next(f"{ended} up what is left, or decide to go on.")
    return Next(capital(by_the_charter(charter, as_of)))


def _asked(each: Coming, otherwise: str) -> Next:
    point = each.points[0] if each.points else None
    do = point.fix if point is not None and not point.write else otherwise
    named = f"{point.name}, {point.code}" if point is not None else ""
    return Next(f"{capital(each.said)}. {do}".strip(), named)


def _when(each: Coming, as_of: date) -> str:
    if each.day == as_of:
        return ", today"
    return f", by {in_words(each.deadline)}"
