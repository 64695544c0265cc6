"""Members moved out of a group, into another class, or out of a body."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from coalcheck.engine.facts.named import name_of
from coalcheck.engine.scenario.mutation.mutant import Mutant, put

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Body, Charter, Decision, Group, Stretch
    from coalcheck.engine.scenario.mutation.reach import Reach


def of_groups(reach: Reach) -> Iterator[Mutant]:
    """Each member of each group that a decision depends on, moved out of it."""
    charter = reach.charter
    for name, versions in charter.groups.items():
        decisions = reach.of_group(name)
        for place, version in enumerate(versions if decisions else ()):
            for member in version.members:
                rest = tuple(each for each in version.members if each != member)
                changed = put(charter, ("groups", name, place, "members"), rest)
                said = f"{name_of(charter, member)} was moved out of {name}"
                route = _in_group(name, place, version, len(versions))
                yield Mutant("class", route, said, changed, decisions, on=_within(version.valid))


def _in_group(name: str, place: int, version: Group, versions: int) -> tuple[str | int, ...]:
    written_out = versions > 1 or version.valid is not None
    return ("groups", name, place, "members") if written_out else ("groups", name)


def _within(stretch: Stretch | None) -> date | None:
    """A day on which a version is in force, where it is not on every day."""
    if stretch is None:
        return None
    return stretch.from_ or stretch.to


def of_classes(reach: Reach) -> Iterator[Mutant]:
    """Each member that has a class which some threshold asks for, moved into the next class."""
    charter = reach.charter
    for attribute in reach.attributes:
        decisions = reach.of_class(attribute)
        values = sorted({m.attributes[attribute] for m in charter.members if attribute in m.attributes})
        for place, member in enumerate(charter.members if len(values) > 1 else ()):
            value = member.attributes.get(attribute)
            if value is None:
                continue
            other = values[(values.index(value) + 1) % len(values)]
            moved = member.model_copy()
            moved.__pydantic_extra__ = {**(member.__pydantic_extra__ or {}), attribute: other}
            changed = put(charter, ("members", place), moved)
            said = f"{name_of(charter, member.id)} was moved from {value} to {other}"
            yield Mutant("class", ("members", place, attribute), said, changed, decisions)


def of_bodies(reach: Reach) -> Iterator[Mutant]:
    """Each seat and each named member of a body taken away, and bodies that no longer decide."""
    charter = reach.charter
    for name, body in charter.bodies.items():
        decisions = reach.of_body(name)
        for route, said, value in _of_body(charter, name, body) if decisions else ():
            yield Mutant("seat", route, said, put(charter, route, value), decisions)
    for name, decision in charter.decisions.items():
        if decision.body in charter.bodies and _is_smaller(charter, decision):
            route = ("decisions", name, "body")
            said = f"what {decision.body} decides is now decided by all members"
            yield Mutant("seat", route, said, put(charter, route, None), (name,))


def _of_body(charter: Charter, name: str, body: Body) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    if isinstance(body.seats, tuple):
        for place, seat in enumerate(body.seats):
            who = name_of(charter, seat.member) if seat.member is not None else "nobody"
            rest = (*body.seats[:place], *body.seats[place + 1 :])
            if rest:
                yield ("bodies", name, "seats", place), f"the seat of {who} in {name} was dropped", None
    elif body.seats is not None:
        for seats in (body.seats - 1, body.seats + 1):
            if seats > 0:
                yield ("bodies", name, "seats"), f"{body.seats} seats in {name} became {seats}", seats
    if len(body.members) > 1 and not isinstance(body.seats, tuple):
        for place, member in enumerate(body.members):
            said = f"{name_of(charter, member)} no longer belongs to {name}"
            yield ("bodies", name, "members", place), said, None


def _is_smaller(charter: Charter, decision: Decision) -> bool:
    from coalcheck.engine.roll.electorate import members_of

    body = charter.bodies[decision.body or ""]
    return isinstance(body.seats, tuple) or len(members_of(charter, body)) < len(charter.members)
