"""A charter as it stands on one day: of everything that changes over time the version then in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.roll.electorate import covers, in_force

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member, StandingStretch, Stretch


_DAY: Final = timedelta(days=1)


def as_on(charter: Charter, day: date) -> Charter:
    """The charter with the members, groups, weights and vetoes of a day, as if they had always been so."""
    groups = {name: _version(versions, day) for name, versions in charter.groups.items()}
    weights = {name: _version(versions, day) for name, versions in charter.weights.items()}
    vetoes = tuple(
        veto.model_copy(update={"valid": None}) for veto in charter.vetoes if covers(veto.valid, day)
    )
    members = tuple(_member(member, day) for member in charter.members if _is_in(member, day))
    parts = {"groups": groups, "weights": weights, "vetoes": vetoes, "members": members}
    return charter.model_copy(update=parts)


def days_of_change(charter: Charter) -> tuple[date, ...]:
    """The days from which on a charter has other members, groups, weights or vetoes than before."""
    found: set[date | None] = set()
    for member in charter.members:
        found.update(*map(_edges, member.in_), *map(_edges, member.standing))
    for groups in charter.groups.values():
        found.update(*(_edges(group.valid) for group in groups))
    for weights in charter.weights.values():
        found.update(*(_edges(weight.valid) for weight in weights))
    found.update(*(_edges(veto.valid) for veto in charter.vetoes))
    days = sorted(day for day in found if day is not None)
    # What holds before the first of them is a time of its own.
    return (days[0] - _DAY, *days) if days else ()


def _edges(stretch: Stretch | StandingStretch | None) -> set[date | None]:
    """The first day of a stretch of time, and the first after it."""
    if stretch is None:
        return set()
    return {stretch.from_, None if stretch.to is None else stretch.to + _DAY}


def _is_in(member: Member, day: date) -> bool:
    return not member.in_ or any(covers(term, day) for term in member.in_)


def _member(member: Member, day: date) -> Member:
    if not member.in_ and not member.standing:
        return member
    standing = tuple(
        each.model_copy(update={"from_": None, "to": None}) for each in member.standing if covers(each, day)
    )
    return member.model_copy(update={"in_": (), "standing": standing})


def _version(versions: tuple[Any, ...], day: date) -> tuple[Any, ...]:
    found = in_force(versions, day)
    return () if found is None else (found.model_copy(update={"valid": None}),)


def moved_to(values: Mapping[str, Any], day: date) -> dict[str, Any]:
    """An action on another day, with all that was before and after it as long before and after."""
    by = day - date.fromisoformat(str(values["date"])[:10])
    return {key: _moved(value, by) for key, value in values.items()}


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, str):
        return _later(value, by)
    if isinstance(value, list):
        return [_moved(each, by) for each in value]
    if isinstance(value, dict):
        return {key: _moved(each, by) for key, each in value.items()}
    return value


def _later(text: str, by: timedelta) -> str:
    """A day or a time so much later; any other text as it is."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{day + by}{text[10:]}" if text[10:11] in ("", "T") else text
