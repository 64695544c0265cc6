"""What must come out of proving about departures and changes in steps, by trying each of them.

Nothing is taken from the room that proves: who is there after a departure is written down here once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product

from proof_oracle import World, both
from proof_slowly import Key, Status
from proof_who import ABSENT, AGAINST, FOR, PRESENT, Answers, Way

from coalcheck.engine.charter.model import Charter, Member

FEW = 3
Side = tuple[tuple[int, int], ...]
"""How many heads of each row are in favour all along, and how many are there where they have no vote."""


class After:
    """A charter after some of its heads have left, by every way to leave."""

    def __init__(self, charter: Charter, today: World) -> None:
        self.charter = charter
        self.sizes = {member.id: member.count or 1 for member in charter.members}
        self.ids = list(self.sizes)
        self.heads = [member for member, size in self.sizes.items() for _ in range(size)]
        self.saw_open = False
        self._worlds: dict[tuple[str, ...], World] = {(): today}
        self._tables: dict[tuple[tuple[str, ...], str], list[tuple[Way, Answers, bool | None]]] = {}

    def world(self, gone: Iterable[str] = ()) -> World:
        """The charter when one head has left for each time that its row is named."""
        key = tuple(sorted(gone))
        if key not in self._worlds:
            left = Counter(self.sizes)
            left.subtract(key)
            rows = [
                member.model_copy(update={"count": left[member.id]})
                if member.id in key and left[member.id]
                else member
                for member in self.charter.members
            ]
            charter = self.charter.model_copy(update={"members": tuple(rows)})
            self._worlds[key] = World(charter, frozenset(each for each in key if not left[each]))
        return self._worlds[key]

    def table(self, gone: Iterable[str], name: str) -> list[tuple[Way, Answers, bool | None]]:
        """Every ballot on a decision then, and what comes of it."""
        key = (tuple(sorted(gone)), name)
        if key not in self._tables:
            world = self.world(key[0])
            self._tables[key] = [
                (way, answers, world.adopted(way, answers))
                for way in world.ways(name)
                for answers in world.ballots(way)
            ]
        return self._tables[key]

    def covering(self, kind: str) -> list[str]:
        return [name for name, each in self.charter.decisions.items() if kind in each.covers]

    def ways(self, world: World, names: Iterable[str], kind: str, concerned: str | None = None) -> list[Way]:
        found: list[Way] = []
        for name in names:
            ways = world.as_kind(world.ways(name), kind)
            if concerned is None:
                found += [way for way in ways if way.concerned is None]
            else:
                alike = {(way.kind, way.attempt, way.casting) for way in ways}
                found += [Way(name, put, concerned, *rest) for put, *rest in alike]
        return found

    def statuses(self) -> Iterator[tuple[Key, Status]]:
        """Everything that is tried here, but for the steps, of which what is open is told apart."""
        yield ("can-be-repaired", ()), self.repaired()
        yield from self.departures()

    # ── one against all others ───────────────────────────────────────────────────────────────────
    def repaired(self) -> Status:
        """Whether the charter can be changed, and nobody can keep it from that and from being removed."""
        names = self.covering("amend")
        world = self.world()
        ways = [way for name in names for way in world.as_kind(world.ways(name), "amend")]
        values = [world.adopted(way, answers) for way in ways for answers in world.ballots(way)]
        if True not in values:
            return "fails" if not names or None not in values else "unknown"
        if len(self.heads) < FEW:
            return "holds"
        found: set[bool | None] = set()
        expels = [way for name in self.covering("expel") for way in world.as_kind(world.ways(name), "expel")]
        tables = {
            way: [(answers, world.adopted(way, answers)) for answers in world.ballots(way)]
            for way in (*ways, *expels)
        }
        for place, member in enumerate(self.heads):
            stops = both(_stops(tables[way], place) for way in ways)
            kept = both(_stops(tables[way], place) for way in expels if way.concerned in (None, member))
            found.add(both([stops, kept]))
        return "fails" if True in found else "unknown" if None in found else "holds"

    # ── departures ───────────────────────────────────────────────────────────────────────────────
    def departures(self) -> Iterator[tuple[Key, Status]]:
        stuck = lost = alone = False
        broken: set[tuple[str, str]] = set()
        if len(self.heads) >= FEW:
            for member in self.ids:
                for name in self.charter.decisions:
                    if self._stuck(name, (member,)):
                        stuck = True
                        broken.add((member, name))
                    if self._lost(name, (member,)):
                        lost = True
                        broken.add((member, name))
                    alone = alone or self._needs_all_then(name, member)
        yield ("survives-departures", ()), "fails" if stuck else "holds"
        yield ("classes-stay-filled", ()), "fails" if lost else "holds"
        yield ("not-everyone-after-a-departure", ()), "fails" if alone else "holds"
        yield ("survives-two-departures", ()), "fails" if self._two(broken) else "holds"

    def _two(self, broken: set[tuple[str, str]]) -> bool:
        if len(self.heads) <= FEW:
            return False
        return any(
            self._worse(name, pair) and not {(pair[0], name), (pair[1], name)} & broken
            for pair in dict.fromkeys(combinations(self.heads, 2))
            for name in self.charter.decisions
        )

    def _worse(self, name: str, gone: tuple[str, ...]) -> bool:
        return self._stuck(name, gone) or self._lost(name, gone)

    def _stuck(self, name: str, gone: tuple[str, ...]) -> bool:
        return self._can(name, ()) is True and self._can(name, gone) is False

    def _lost(self, name: str, gone: tuple[str, ...]) -> bool:
        """Whether some ballots are open that were not, or it is open why none carry it any more."""
        return not self._open(name, ()) and (self._open(name, gone) or self._can(name, gone) is None)

    def _needs_all_then(self, name: str, gone: str) -> bool:
        now, then = self._needs_all(name, ()), self._needs_all(name, (gone,))
        return now is False and then is True

    def _needs_all(self, name: str, gone: tuple[str, ...]) -> bool | None:
        """Whether nothing but the yes of everyone carries it; None where nothing does."""
        world = self.world(gone)
        found = [
            all(a == FOR for (m, _), a in zip(world.heads, answers, strict=True) if m in world.voters(way))
            for way, answers, value in self.table(gone, name)
            if value is True
        ]
        return all(found) if found else None

    def _can(self, name: str, gone: tuple[str, ...]) -> bool | None:
        """Whether some ballots carry it; None where none do and it is open why not."""
        world = self.world(gone)
        values = [value for _, _, value in self.table(gone, name)]
        if True in values:
            return True
        everyone = [
            world.adopted(
                way, tuple(FOR if member in world.voters(way) else PRESENT for member, _ in world.heads)
            )
            for way in world.ways(name)[:1]
        ]
        return None if None in values or everyone[0] is not False else False

    def _open(self, name: str, gone: tuple[str, ...]) -> bool:
        return any(value is None for _, _, value in self.table(gone, name))

    # ── steps ────────────────────────────────────────────────────────────────────────────────────
    def sides(self) -> Iterator[Side]:
        """Every choice of those who are in favour all along, and of those who are there without a vote."""
        yield from product(*(product(range(size + 1), range(size + 1)) for size in self.sizes.values()))

    def _plain(self, side: Side, stages: Iterable[tuple[World, list[Way]]]) -> bool:
        """Whether only those are there without a vote who have none at any stage."""
        voting = {member for world, ways in stages for way in ways for member in world.voters(way)}
        return not any(there and m in voting for m, (_, there) in zip(self.ids, side, strict=True))

    def came_to(
        self, world: World, ways: Iterable[Way], side: Side, also: Iterable[str] = ()
    ) -> list[bool | None]:
        """What comes of some votes in which one side is in favour, and with it all heads of further rows."""
        every = len(world.heads)
        for_ = dict(zip(self.ids, side, strict=True)) | dict.fromkeys(also, (every, every))
        found = [world.adopted(way, self._answers(world, way, for_)) for way in ways]
        self.saw_open = self.saw_open or any(value is not True and value is not False for value in found)
        return found

    def _answers(self, world: World, way: Way, for_: dict[str, tuple[int, int]]) -> Answers:
        vetoing = {h for _, veto, held in world.over(way) if veto.by != "vote" for h in held}
        found = []
        for member, number in world.heads:
            inside, there = (number < some for some in for_[member])
            if member in world.voters(way):
                found.append(FOR if inside else AGAINST)
            else:
                # Who has no vote and is against uses what veto it has.
                silent = PRESENT if there else ABSENT
                found.append(AGAINST if member in vetoing and not inside else silent)
        return tuple(found)

    def removing(self) -> Status:
        """Whether some can remove others one after the other, and change the charter then and not before.

        Counted rows are not removed.
        """
        for side in self.sides():
            if not self._refused(self.world(), side):
                continue
            outside = [
                member
                for member, (inside, _) in zip(self.ids, side, strict=True)
                if not inside and self.sizes[member] == 1
            ]
            for number in range(1, len(outside) + 1):
                for gone in permutations(outside, number):
                    if self._removed(side, gone):
                        return "fails"
        return "holds"

    def _refused(self, world: World, side: Side) -> bool:
        ways = self.ways(world, self.covering("amend"), "amend")
        return all(value is False for value in self.came_to(world, ways, side))

    def _removed(self, side: Side, gone: tuple[str, ...]) -> bool:
        stages = [
            (world, self.ways(world, self.covering("expel"), "expel", member))
            for number, member in enumerate(gone)
            for world in [self.world(gone[:number])]
        ]
        after = self.world(gone)
        stages.append((after, self.ways(after, self.covering("amend"), "amend")))
        today = self.world(), self.ways(self.world(), self.covering("amend"), "amend")
        if not self._plain(side, [*stages, today]):
            return False
        return all(True in self.came_to(world, ways, side) for world, ways in stages)

    def admitting(self, numbers: Iterable[int]) -> bool:
        """Whether some can let in one of these numbers of others, and change the charter then, not before."""
        before = self.world()
        first = self.ways(before, self.covering("admit"), "admit")
        today = self.ways(before, self.covering("amend"), "amend")
        sides = [
            side
            for side in self.sides()
            if self._refused(before, side) and True in self.came_to(before, first, side)
        ]
        for number in numbers if sides else ():
            row = Member.model_validate({"id": "who-came", "name": "Who came", "count": number})
            after = World(self.charter.model_copy(update={"members": (*self.charter.members, row)}))
            ways = self.ways(after, self.covering("amend"), "amend")
            stages = [(before, first), (before, today), (after, ways)]
            if any(
                self._plain(side, stages) and True in self.came_to(after, ways, side, (row.id,))
                for side in sides
            ):
                return True
        return False


def _stops(ballots: list[tuple[Answers, bool | None]], place: int) -> bool | None:
    """Whether it is never carried while one head is against; None where that is open."""
    against = [value for answers, value in ballots if answers[place] == AGAINST]
    if not against or True in against:
        return False
    return None if None in (value for _, value in ballots) else True
