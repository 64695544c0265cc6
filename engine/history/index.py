"""Where what is in a record: events and acts by their kinds, so that a part is found without a search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from coalcheck.engine.action.happened import Happened
    from coalcheck.engine.history.record import Entry

_T = TypeVar("_T")


class Index:
    """The places of entries by what happened and by kind of decision, in order; it grows with a record."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._events: dict[str, list[int]] = {}
        self._acts: list[int] = []
        # By all the kinds that an act may be of; a record has few such sets, however long it is.
        self._of_kinds: dict[frozenset[str], list[int]] = {}
        self._size = 0
        for each in entries:
            self.add(each)

    def add(self, entry: Entry) -> None:
        """Note the next entry."""
        happened = entry.action.happened
        if happened is not None:
            self._events.setdefault(happened, []).append(self._size)
        else:
            self._acts.append(self._size)
            self._of_kinds.setdefault(frozenset(entry.kinds), []).append(self._size)
        self._size += 1

    def events(self, names: Iterable[Happened], end: int) -> Iterator[int]:
        """Where something of these names happened, before a place."""
        return _merged([self._events.get(name, []) for name in dict.fromkeys(names)], end)

    def acts(self, kinds: Iterable[str], end: int) -> Iterator[int]:
        """Where something was put to a decision, before a place: surely of these kinds; of any for none."""
        wanted = frozenset(kinds)
        if not wanted:
            return _merged([self._acts], end)
        return _merged([found for of, found in self._of_kinds.items() if of and of <= wanted], end)

    def perhaps(self, kinds: Iterable[str], end: int) -> Iterator[int]:
        """Where something was put to a decision, before a place, that may be of one of these kinds."""
        wanted = frozenset(kinds)
        return _merged([found for of, found in self._of_kinds.items() if of & wanted], end)


def _merged(found: list[list[int]], end: int) -> Iterator[int]:
    parts = [islice(places, bisect_left(places, end)) for places in found]
    if len(parts) == 1:
        yield from parts[0]
        return
    last = -1
    for place in merge(*parts):
        if place != last:
            yield place
        last = place


class Beginning(Sequence[_T]):
    """The first of a list, without a copy of it; what is added to the list later is not in it."""

    __slots__ = ("_all", "_end")

    def __init__(self, all_: list[_T], end: int) -> None:
        self._all = all_
        self._end = end

    def __len__(self) -> int:
        """How many there are."""
        return self._end

    @overload
    def __getitem__(self, place: int) -> _T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, place: int | slice) -> _T | tuple[_T, ...]:
        """One of them, or some."""
        if isinstance(place, slice):
            return tuple(self._all[each] for each in range(*place.indices(self._end)))
        if not -self._end <= place < self._end:
            raise IndexError(place)
        return self._all[place % self._end]

    def __iter__(self) -> Iterator[_T]:
        """All of them, in order."""
        return islice(self._all, self._end)
