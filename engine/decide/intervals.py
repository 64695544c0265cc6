"""The days on which the same people decide: between two dates of a charter nobody can tell them apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, StandingStretch, Stretch

_DAY: Final = timedelta(days=1)


class Intervals:
    """The stretches in which members, bodies, groups, weights and vetoes of a charter stay the same."""

    def __init__(self, charter: Charter) -> None:
        changes: set[date] = set()
        for stretch in _stretches(charter):
            if stretch is None:
                continue
            if stretch.from_ is not None:
                changes.add(stretch.from_)
            if stretch.to is not None and stretch.to < date.max:
                changes.add(stretch.to + _DAY)
        self._changes = sorted(changes)

    def at(self, day: date) -> int:
        """The number of the interval in which a day lies; the same for days that no date here tells apart."""
        return bisect_right(self._changes, day)


def _stretches(charter: Charter) -> Iterator[Stretch | StandingStretch | None]:
    """All stretches of time that say who decides, and with which vetoes."""
    for member in charter.members:
        yield from member.in_
        yield from member.standing
    for groups in charter.groups.values():
        yield from (group.valid for group in groups)
    for weights in charter.weights.values():
        yield from (weight.valid for weight in weights)
    yield from (body.valid for body in charter.bodies.values())
    yield from (veto.valid for veto in charter.vetoes)
