"""Vetoes with one of their terms changed, a holder fewer, or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.facts.named import listed, name_of
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.scenario.mutation.mutant import Mutant, put

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto
    from coalcheck.engine.scenario.mutation.reach import Reach

_NEEDED: Final = {
    "reason": "a reason for a veto",
    "explanation": "an explanation of a veto",
    "seconds": "a second supporter of a veto",
    "notice": "notice of a veto",
}


def of_vetoes(reach: Reach) -> Iterator[Mutant]:
    """Every such change of every veto; its periods are among the deadlines, and its override a threshold."""
    charter = reach.charter
    for index, veto in enumerate(charter.vetoes):
        decisions = reach.of_veto(veto)
        here = ("vetoes", index)
        whose = listed(veto.holders)
        for key, said, value, ballots in _changes(charter, veto):
            route = (*here, *key)
            yield Mutant("veto", route, said, put(charter, route, value), decisions, ballots=ballots)
        yield Mutant("veto", here, f"the veto of {whose} was dropped", put(charter, here, None), decisions)
        for place, over in enumerate(veto.over if len(veto.over) > 1 else ()):
            route = (*here, "over", place)
            said = f"the veto over {over} was dropped"
            touched = tuple(
                key for key in decisions if over in (key, "all") or over in charter.decisions[key].covers
            )
            yield Mutant("veto", route, said, put(charter, route, None), touched)


def _changes(charter: Charter, veto: Veto) -> Iterator[tuple[tuple[str | int, ...], str, Any, bool]]:
    holders = holders_of(charter, veto)
    for member in holders if len(holders) > 1 else ():
        rest = tuple(each for each in holders if each != member)
        yield ("holders",), f"{name_of(charter, member)} no longer holds the veto", rest, True
    if veto.jointly:
        yield ("jointly",), "a veto held together is now held by each alone", None, True
        if veto.jointly is not True:
            for number in (int(veto.jointly) - 1, int(veto.jointly) + 1):
                if number > 1:
                    said = f"a veto by {veto.jointly} together became a veto by {number} together"
                    yield ("jointly",), said, number, True
    elif len(holders) > 1:
        yield ("jointly",), "a veto held by each alone is now held together", True, True
    other = "notice" if veto.by == "vote" else "vote"
    said = f"a veto by {veto.by or 'notice'} became a veto by {other}"
    yield ("by",), said, other, False
    for place, need in enumerate(veto.needs):
        yield ("needs", place), f"{_NEEDED[need]} is no longer needed", None, False
    limit = veto.limit
    if limit is not None and veto.by != "vote":
        for times in (limit.times - 1, limit.times + 1):
            if times >= 0:
                near = limit._replace(times=times)
                yield ("limit",), f"a limit of {limit} became a limit of {near}", near, False
        yield ("limit",), f"the limit of {limit} was dropped", None, False
