"""Whether the body that decides is made up as the charter says: nobody alike in something has too many seats.

A cap is a rule on who sits there. It takes no vote away: what a body with too many of one sort has decided
stands, and whoever was outvoted can say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalcheck.engine.decide.case import Case, Point, against, kept, unsaid
from coalcheck.engine.facts.seats import most_allowed, seats_held, seats_in
from coalcheck.engine.threshold.names import singular
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.quantity import Cap
    from coalcheck.engine.decide.verdict import Consulted
    from coalcheck.engine.source.node import Route


def composition_points(case: Case) -> Iterator[Point]:
    """One clause for each attribute of which the body's seats are capped, as it was made up on that day."""
    name = case.decision.body or ""
    body = case.charter.bodies.get(name)
    if body is None or not body.caps:
        return
    from coalcheck.engine.roll.electorate import Membership

    membership = Membership(case.charter, without=frozenset(case.action.without), on=case.days[0])
    rows = membership.electorate(name).rows
    for attribute, caps in body.caps.items():
        route: Route = ("bodies", name, "caps", attribute)
        held = seats_held(rows, attribute)
        yield Point(_clause(attribute, caps, held, seats_in(body, held), route))


def _clause(
    attribute: str, caps: tuple[Cap, ...], held: dict[str, int], seats: int, route: Route
) -> Consulted:
    """Whether any of those who are alike has more seats than each of the caps allows."""
    text = join(*map(str, dict.fromkeys(caps)))
    most = min((most_allowed(cap, seats) for cap in caps), default=seats)
    unknown = held.get("", 0)
    known = {value: count for value, count in held.items() if value}
    allowed = f"of {seats} seats {most} may be of one {singular(attribute)}"
    over = [f"{count} are of {value}" for value, count in known.items() if count > most]
    if over:
        remedy = "Fill the seats as the cap says; whoever was outvoted may ask for a new vote then."
        return against("seats", text, f"{allowed}, and {join(*over)}", route, remedy=remedy)
    if unknown and max(known.values(), default=0) + unknown > most:
        said = f"{allowed}; of {unknown} it is not written of which {singular(attribute)} they are"
        return unsaid("seats", text, said, route)
    most_held = max(known.values(), default=0)
    return kept("seats", text, f"{allowed}; no {singular(attribute)} has more than {most_held}", route)
