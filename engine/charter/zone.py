"""Time zones by name, as a charter writes them; nothing is loaded where it writes none."""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.place import Place, find
from coalcheck.engine.source.node import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.source.node import Mapping

_UTC: Final = frozenset(("UTC", "Z"))


def zone_named(name: str) -> tzinfo | None:
    """The time zone of this name; None where there is none, or this computer has no list of them."""
    if name in _UTC:
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def unknown_zone(name: str | None, root: Mapping) -> Iterator[Fault]:
    """Say that a charter's time zone is none.

    Nothing is said where this computer has no list of zones, for then it cannot tell.
    """
    if name is None or zone_named(name) is not None:
        return
    from zoneinfo import available_timezones

    # Zones by their hours mislead: Etc/GMT+2 is two hours behind, and not ahead.
    known = sorted(each for each in available_timezones() if not any(map(str.isdecimal, each)))
    if not known:
        return
    place = find(Place((), root), ("time_zone",))
    values = {"key": "time_zone", "found": name}

    def fill_in(values: dict[str, str]) -> None:
        meant = _meant(name, known)
        suggestion = f"Did you mean {meant}?" if meant else "Write one such as Europe/Madrid, or UTC."
        values |= {"suggestion": suggestion, "repair": meant}

    yield Fault(Problem("time-zone-unknown", place.span, place.route, values), fill_in)


def _meant(name: str, known: list[str]) -> str:
    """The zone that was likely meant: the one of that city, else the nearest name."""
    cities = [each.rpartition("/")[2] for each in known]
    city = name.strip().replace(" ", "_").rpartition("/")[2].lower()
    for zone, each in zip(known, cities, strict=True):
        if each.lower() == city and "/" in zone:
            return zone
    found = nearest(name, known)
    if found or "/" in name:
        return found
    near = nearest(name, cities)
    return known[cities.index(near)] if near else ""
