"""The limits of the charter that an act passes: its end, its sums, and what others ask in return."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.mission.phrase import low_words
from coalcheck.engine.mission.standing import Reason
from coalcheck.engine.wording.day import in_words as day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.source.node import Route


class Sum(Struct, frozen=True):
    """A limit of money that the sum, or the series of sums, of an act passes; or where that cannot be told.

    How sums are counted is known where decisions are judged, and not a second time here.

    Attributes:
        said: the comparison, in words.
        text: the limit, as the charter has it.
        route: where it stands.
    """

    said: str
    text: str
    route: Route | None = None


def past_the_end(act: Act) -> Iterator[Reason]:
    """What goes on after the term, or comes back without an end; before any single amount is looked at."""
    term, action = act.agreed.charter.term, act.action
    ends = term.ends if term is not None else None
    if ends is None:
        return
    if action.until is None and action.every is None:
        return
    last = day_in_words(ends)
    route: Route = ("term", "ends")
    if action.until is not None and action.until > ends:
        until = day_in_words(action.until)
        said = f"it goes on until {until}, and the term ends on {last}"
        yield Reason("end", "term", "ask", said, str(ends), route, ("until",), until)
    elif action.until is None and action.every is not None:
        said = f"it comes back every {action.every} and has no last day, and the term ends on {last}"
        yield Reason("end", "term", "ask", said, str(ends), route, ("every",), f"every {action.every}")


def past_the_money(sums: Sequence[Sum]) -> Iterator[Reason]:
    """Sums and series beyond the limits of money."""
    for each in sums:
        yield Reason("money", "money", "ask", each.said, each.text, each.route, ("amount",), "")


def with_strings(act: Act) -> Iterator[Reason]:
    """What others ask in return."""
    none = act.tongue.words.conditions_none
    for at, condition in enumerate(act.action.conditions):
        low = low_words(condition)
        if low and low[0] not in none:
            said = f'something is asked in return: "{condition}"'
            yield Reason("conditions", "conditions", "ask", said, "", None, ("conditions", at), condition)
