"""All that must hold for a proposal to carry, as one condition over its ballots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.decide.law import (
    UNKNOWN,
    against_at_least,
    all_of,
    known,
    law_of,
    without_cells,
)
from coalcheck.engine.decide.needs import denied

if TYPE_CHECKING:
    from coalcheck.engine.decide.ballots import Cast
    from coalcheck.engine.decide.chamber import Chamber
    from coalcheck.engine.decide.law import Law
    from coalcheck.engine.decide.question import Question
    from coalcheck.engine.threshold.bound import Condition


def whole(question: Question, cast: Cast) -> tuple[Chamber, Law]:
    """The condition of a question, and the members told apart as far as it asks for that.

    Holders of a veto that is given by a vote have kinds of their own. Where such a veto needs a reason, only
    those votes against are vetoes that are on record with one: what others would say nobody knows.
    """
    by_vote = [each for each in question.held if each.by_vote]
    using = [
        question.examined.standing.get(each.index, frozenset())
        if each.veto.needs
        else frozenset(each.holders)
        for each in by_vote
    ]
    moved = cast.moved
    apart = (*using, moved) if moved else tuple(using)
    chamber = question.bindings.chamber(question.case, question.concerned, apart)
    law = law_of(chamber, question.before.facts)
    stops: list[Condition] = []
    for each, members in zip(by_vote, using, strict=True):
        if members:
            unused = denied(against_at_least(chamber.cells, members, each.needed))
            stops.append(unused if each.applies else all_of(unused, UNKNOWN))
    noticed = question.examined.noticed
    unstopped = all_of(*stops, known(None if noticed is None else not noticed))
    if moved:
        cells = [number for number, cell in enumerate(chamber.cells) if cell.ids[0] in moved]
        law = replace(law, quorum=without_cells(law.quorum, cells))
    further = known(question.agreed.met)
    freed, carried = all_of(law.freed, further), all_of(law.carried, further)
    return chamber, replace(law, freed=freed, carried=carried, unstopped=unstopped)
