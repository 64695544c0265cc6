"""Who sits in a body: chair, seats, caps, and whether those who should be heard are there."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import listed, name_of
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.names import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coalcheck.engine.charter.model import Body, Charter
    from coalcheck.engine.charter.quantity import Cap
    from coalcheck.engine.threshold.electorate import Row

CATEGORY: Final = "category"
"""The attribute by which members say what kind of organisation they are."""

_SEATS_TRIED: Final = 60
"""Up to this number of seats two caps are compared."""


def seat_values(
    charter: Charter, key: str, body: Body, ids: frozenset[str]
) -> tuple[dict[str, Value], dict[str, Route]]:
    """What is known of who sits in a body, and where it stands.

    Args:
        charter: the charter.
        key: the body's id.
        body: the body.
        ids: the members that belong to it.
    """
    values: dict[str, Value] = {}
    places: dict[str, Route] = {}
    heads = sum(member.count or 1 for member in charter.members if member.id in ids)
    if isinstance(body.seats, int):
        # Seats alone say how many are elected, not that every member sits there.
        values["members_over_seats"] = bool(body.members) and heads > body.seats
    chair = body.chair
    if chair is not None and chair not in ids and any(member.id == chair for member in charter.members):
        values["chair_outside"] = name_of(charter, chair)
    if isinstance(body.seats, tuple):
        levels = {seat.level for seat in body.seats}
        values["only_leadership"] = levels == {"leadership"}
        values["levels_unsaid"] = None in levels and "operational" not in levels
    elif ids:
        values["levels_unsaid"] = True
    missing = _categories(charter, ids)
    if missing:
        values["without_categories"] = listed(missing)
    if body.caps:
        _caps(charter, key, body, values, places)
    return values, places


def _categories(charter: Charter, ids: frozenset[str]) -> list[str]:
    """The kinds of member of which none belongs to the body, in the order of the charter."""
    known = [(member.id, member.attributes.get(CATEGORY)) for member in charter.members]
    there = {category for each, category in known if each in ids}
    return [each for each in dict.fromkeys(category for _, category in known) if each and each not in there]


def _caps(charter: Charter, key: str, body: Body, values: dict[str, Value], places: dict[str, Route]) -> None:
    held = _held(charter, body)
    seats = seats_in(body, held[0])
    for number, (attribute, caps) in enumerate(body.caps.items()):
        if len(set(caps)) > 1 and "caps_differ" not in values:
            values["caps_differ"] = _apart(caps, seats)
            values["caps_of"] = singular(attribute)
            values["caps_said"] = listed(map(str, dict.fromkeys(caps)))
            places["caps_differ"] = ("bodies", key, "caps", attribute)
        most = min((most_allowed(cap, seats) for cap in caps), default=seats)
        for value, count in held[number].items():
            if value and count > most and "over_cap" not in values:
                values["over_cap"] = value
                values["over_cap_of"] = singular(attribute)
                values["over_cap_seats"] = count
                values["over_cap_most"] = most
                values["over_cap_all"] = seats
                values["over_cap_said"] = str(min(caps, key=lambda cap: most_allowed(cap, seats)))
                places["over_cap"] = ("bodies", key, "caps", attribute)


def _held(charter: Charter, body: Body) -> list[Mapping[str, int]]:
    """How many seats the members alike in each capped attribute hold, who does not say it under nothing."""
    from coalcheck.engine.roll.electorate import Membership

    key = next(key for key, each in charter.bodies.items() if each is body)
    rows = Membership(charter).electorate(key).rows
    return [seats_held(rows, attribute) for attribute in body.caps]


def seats_held(rows: Iterable[Row], attribute: str) -> dict[str, int]:
    """How many seats of a body those alike in an attribute have; who does not say it under nothing."""
    held: dict[str, int] = {}
    for row in rows:
        if row.in_body:
            value = row.classes.get(attribute, "")
            held[value] = held.get(value, 0) + row.count * row.ballots
    return held


def seats_in(body: Body, held: Mapping[str, int]) -> int:
    """How many seats a share is taken of: as many as are written, else as many as are held."""
    return body.seats if isinstance(body.seats, int) else sum(held.values())


def most_allowed(cap: Cap, seats: int) -> int:
    """How many of so many seats a cap allows."""
    share = cap.share * seats
    return ceil(share) - 1 if cap.below else floor(share)


def _apart(caps: tuple[Cap, ...], seats: int) -> str:
    """How many seats each cap allows, now and at the nearest sizes at which they differ."""

    def allowed(number: int) -> list[int]:
        return [most_allowed(cap, number) for cap in dict.fromkeys(caps)]

    def words(number: int) -> str:
        return f"of {number} seats they allow {' and '.join(map(str, allowed(number)))}"

    if len(set(allowed(seats))) > 1:
        return f"O{words(seats)[1:]}."
    below = next((n for n in range(seats - 1, 0, -1) if len(set(allowed(n))) > 1), 0)
    above = next((n for n in range(seats + 1, seats + _SEATS_TRIED) if len(set(allowed(n))) > 1), 0)
    apart = " and ".join(words(number) for number in (below, above) if number)
    both = f"Of the {seats} seats there are, both allow {allowed(seats)[0]}"
    return f"{both}; {apart}." if apart else f"{both}."
