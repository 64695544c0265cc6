"""What must come out of proving about departures and changes in steps, by trying each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product

from proof_oracle import World, both
from proof_slowly import Key, Status
from proof_who import ABSENT, AGAINST, FOR, PRESENT, Answers, Way

from coalcheck.engine.charter.model import Charter
from coalcheck.engine.proof.change import Change

FEW = 3


class After:
    """A charter in which each row is one member."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.ids = [member.id for member in charter.members]
        self.saw_open = False
        self._worlds: dict[frozenset[str], World] = {}

    def world(self, without: Iterable[str] = ()) -> World:
        key = frozenset(without)
        if key not in self._worlds:
            self._worlds[key] = World(self.charter, key)
        return self._worlds[key]

    def covering(self, kind: str) -> list[str]:
        return [name for name, each in self.charter.decisions.items() if kind in each.covers]

    def ways(self, world: World, names: Iterable[str], kind: str, concerned: str | None = None) -> list[Way]:
        found: list[Way] = []
        for name in names:
            ways = world.as_kind(world.ways(name), kind)
            if concerned is None:
                found += [way for way in ways if way.concerned is None]
            else:
                alike = {(way.kind, way.attempt) for way in ways}
                found += [Way(name, put, concerned, attempt) for put, attempt in alike]
        return found

    # ── one against all others ───────────────────────────────────────────────────────────────────
    def repaired(self) -> Status:
        """Whether the charter can be changed, and nobody can keep it from that and from being removed."""
        names = self.covering("amend")
        world = self.world()
        ways = [way for name in names for way in world.as_kind(world.ways(name), "amend")]
        values = [world.adopted(way, answers) for way in ways for answers in world.ballots(way)]
        if True not in values:
            return "fails" if not names or None not in values else "unknown"
        if len(self.ids) < FEW:
            return "holds"
        found: set[bool | None] = set()
        for member in self.ids:
            stops = both(self._stops(world, way, member) for way in ways)
            about = [
                way
                for name in self.covering("expel")
                for way in world.as_kind(world.ways(name), "expel")
                if way.concerned in (None, member)
            ]
            kept = both(self._stops(world, way, member) for way in about)
            found.add(both([stops, kept]))
        return "fails" if True in found else "unknown" if None in found else "holds"

    def _stops(self, world: World, way: Way, member: str) -> bool | None:
        place = self.ids.index(member)
        ballots = [(answers, world.adopted(way, answers)) for answers in world.ballots(way)]
        against = [value for answers, value in ballots if answers[place] == AGAINST]
        if not against or True in against:
            return False
        return None if None in (value for _, value in ballots) else True

    # ── departures ───────────────────────────────────────────────────────────────────────────────
    def departures(self) -> Iterator[tuple[Key, Status]]:
        stuck = lost = alone = False
        broken: set[tuple[str, str]] = set()
        if len(self.ids) >= FEW:
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
        if len(self.ids) <= FEW:
            return False
        return any(
            self._worse(name, pair) and not {(pair[0], name), (pair[1], name)} & broken
            for pair in combinations(self.ids, 2)
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

    def _needs_all(self, name: str, without: tuple[str, ...]) -> bool | None:
        """Whether nothing but the yes of everyone carries it; None where nothing does."""
        world = self.world(without)
        found = [
            all(a == FOR for (m, _), a in zip(world.heads, answers, strict=True) if m in world.voters(way))
            for way in world.ways(name)
            for answers in world.ballots(way)
            if world.adopted(way, answers) is True
        ]
        return all(found) if found else None

    def _can(self, name: str, without: tuple[str, ...]) -> bool | None:
        """Whether some ballots carry it; nought where none do, and it is open why not."""
        world = self.world(without)
        values = [world.adopted(way, answers) for way in world.ways(name) for answers in world.ballots(way)]
        if True in values:
            return True
        everyone = [
            world.adopted(
                way, tuple(FOR if member in world.voters(way) else PRESENT for member, _ in world.heads)
            )
            for way in world.ways(name)[:1]
        ]
        return None if None in values or everyone[0] is not False else False

    def _open(self, name: str, without: tuple[str, ...]) -> bool:
        world = self.world(without)
        return any(world.adopted(way, a) is None for way in world.ways(name) for a in world.ballots(way))

    # ── steps ────────────────────────────────────────────────────────────────────────────────────
    def sides(self) -> Iterator[frozenset[str]]:
        """Every choice of those who are in favour all along."""
        for answers in product((True, False), repeat=len(self.ids)):
            yield frozenset(member for member, inside in zip(self.ids, answers, strict=True) if inside)

    def came_to(self, world: World, ways: list[Way], side: frozenset[str]) -> list[bool | None]:
        found = [world.adopted(way, self._answers(world, way, side)) for way in ways]
        self.saw_open = self.saw_open or any(value is not True and value is not False for value in found)
        return found

    def _answers(self, world: World, way: Way, side: frozenset[str]) -> Answers:
        vetoing = {h for _, veto, held in world.over(way) if veto.by != "vote" for h in held}
        found = []
        for member, _ in world.heads:
            if member in world.voters(way):
                found.append(FOR if member in side else AGAINST)
            else:
                # Who has no vote and is against uses what veto it has.
                found.append(AGAINST if member in vetoing and member not in side else ABSENT)
        return tuple(found)

    def removing(self) -> Status:
        """Whether some can remove others one after the other, and change the charter then and not before."""
        for side in self.sides():
            if not self._refused(self.world(), side):
                continue
            outside = [member for member in self.ids if member not in side]
            for number in range(1, len(outside) + 1):
                for gone in permutations(outside, number):
                    if self._removed(side, gone):
                        return "fails"
        return "holds"

    def _refused(self, world: World, side: frozenset[str]) -> bool:
        return all(
            value is False
            for value in self.came_to(world, self.ways(world, self.covering("amend"), "amend"), side)
        )

    def _removed(self, side: frozenset[str], gone: tuple[str, ...]) -> bool:
        for number, member in enumerate(gone):
            world = self.world(gone[:number])
            if True not in self.came_to(
                world, self.ways(world, self.covering("expel"), "expel", member), side
            ):
                return False
        world = self.world(gone)
        return True in self.came_to(world, self.ways(world, self.covering("amend"), "amend"), side)

    def admitting(self, most: int) -> bool:
        """Whether some can let in up to so many others, and change the charter then and not before."""
        before = self.world()
        for number in range(1, most + 1):
            changed = Change(newcomers=number).applied(self.charter)
            after = World(changed)
            new = changed.members[-1].id
            for side in self.sides():
                if (
                    self._refused(before, side)
                    and True in self.came_to(before, self.ways(before, self.covering("admit"), "admit"), side)
                    and True
                    in self.came_to(after, self.ways(after, self.covering("amend"), "amend"), side | {new})
                ):
                    return True
        return False
