"""What must come out of proving, by looking at every ballot: the properties, as they are described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from proof_oracle import Table, World, both, table
from proof_who import ABSENT, AGAINST, FOR, Answers, Way, needed_for

from coalcheck.engine.threshold.tree import All, Any, Clause, Rule

Status = Literal["holds", "fails", "unknown"]
Key = tuple[str, tuple[str, ...]]


@dataclass
class Slowly:
    """A charter with every ballot on every decision."""

    world: World

    def __post_init__(self) -> None:
        self.names = list(self.world.charter.decisions)
        self.ways = {name: self.world.ways(name) for name in self.names}
        self.tables: dict[Way, Table] = {
            way: table(self.world, way, self.world.adopted) for ways in self.ways.values() for way in ways
        }

    def statuses(self) -> Iterator[tuple[Key, Status]]:
        for name in self.names:
            yield from self._of_decision(name)
        for index in range(len(self.world.charter.vetoes)):
            yield ("veto-matters", (str(index),)), self.veto(index)
        yield ("no-standstill", ()), self._standstill()

    def _of_decision(self, name: str) -> Iterator[tuple[Key, Status]]:
        tables = [(way, self.tables[way]) for way in self.ways[name]]
        values = [value for _, each in tables for value in each.values()]
        carried = somewhere(value is True for value in values)(values)
        yield ("can-be-carried", (name,)), carried
        yield ("can-be-turned-down", (name,)), somewhere(no(value) for value in values)(values)
        for key, before in (
            ("support-never-hurts", (AGAINST, ABSENT)),
            ("staying-away-never-helps", (AGAINST,)),
        ):
            after = FOR if key.startswith("support") else ABSENT
            yield (key, (name,)), nowhere(self._undone(name, before, after))(values)
        yield (
            ("needs-support", (name,)),
            nowhere(
                value is True and not self._of_voters(way, answers, FOR)
                for way, each in tables
                for answers, value in each.items()
            )(values),
        )
        yield (
            ("never-both-ways", (name,)),
            nowhere(
                value is True
                and bool(self._of_voters(way, answers, FOR))
                and bool(self._of_voters(way, answers, AGAINST))
                and each[self._turned(way, answers)] is True
                for way, each in tables
                # Who breaks a tie for both of two opposites is not held by a rule.
                if way.casting != "for"
                for answers, value in each.items()
            )(values),
        )
        if carried == "holds":
            yield from self._parts(name, values)

    def _parts(self, name: str, values: list[bool | None]) -> Iterator[tuple[Key, Status]]:
        world = self.world
        if world.charter.decisions[name].quorum is not None:
            matters = (
                world.quorum(way, answers) is False
                and both([world.carried(way, answers), world.elsewhere(way, answers),
                          *(not x if (x := world.stopped(way, answers, *v)) is not None else None
                            for v in world.over(way))]) is True
                for way in self.ways[name]
                for answers in self.tables[way]
            )  # fmt: skip
            yield ("quorum-matters", (name,)), somewhere(matters)(values)
        found: list[Status] = []
        for at, rule in self._changed(name):
            other = world.changed(at, rule)
            differs = (
                value is not None
                and (then := other.adopted(way, answers)) is not None
                and bool(then) is not bool(value)
                for way in self.ways[name]
                for answers, value in self.tables[way].items()
            )
            found.append(somewhere(differs)(values))
        yield ("clause-matters", (name,)), ",".join(sorted(found))  # type: ignore[misc]  # several in one

    def _changed(self, name: str) -> Iterator[tuple[tuple[str | int, ...], Rule]]:
        for at, rule in self.world.read.items():
            if at[:2] != ("decisions", name):
                continue
            if "otherwise" in at or "second_call" in at:
                yield at, Any(())
            if "also" in at:
                yield at, All(())
            yield from ((at, less) for less in _less(rule))

    def _undone(self, name: str, before: tuple[int, ...], after: int) -> Iterator[bool]:
        for way in self.ways[name]:
            each, voters = self.tables[way], self.world.voters(way)
            for answers, value in each.items():
                if value is not True:
                    continue
                for place, (member, _) in enumerate(self.world.heads):
                    if answers[place] in before and member in voters:
                        yield each[(*answers[:place], after, *answers[place + 1 :])] is False

    def _of_voters(self, way: Way, answers: Answers, answer: int) -> int:
        voters = self.world.voters(way)
        return sum(a == answer and m in voters for (m, _), a in zip(self.world.heads, answers, strict=True))

    def _turned(self, way: Way, answers: Answers) -> Answers:
        voters = self.world.voters(way)
        turn = {FOR: AGAINST, AGAINST: FOR}
        # Who has no vote and used a veto does not use it against the opposite.
        silent = {AGAINST: ABSENT}
        return tuple(
            (turn if m in voters else silent).get(a, a)
            for (m, _), a in zip(self.world.heads, answers, strict=True)
        )

    def veto(self, index: int) -> Status:
        ways = [way for ways in self.ways.values() for way in ways]
        over = [way for way in ways if any(veto[0] == index for veto in self.world.over(way))]
        if not any(self._stopping(way, index) for way in over):
            # Nobody can use it, whatever else is open.
            return "fails"
        values = [value for way in over for value in self.tables[way].values()]
        return somewhere(
            no(value) and self.world.adopted(way, answers, without=index) is True
            for way in over
            for answers, value in self.tables[way].items()
        )(values)

    def _stopping(self, way: Way, index: int) -> bool:
        """Whether a veto may stop something by itself, set aside or not."""
        veto, held = next((veto, held) for at, veto, held in self.world.over(way) if at == index)
        spent = veto.by != "vote" and veto.limit is not None and veto.limit.times == 0
        return sum(held.values()) >= needed_for(veto, held) and not spent

    def _standstill(self) -> Status:
        heads = self.world.heads
        if len(heads) < 3:
            return "holds"
        found: set[bool | None] = set()
        for place, (member, _) in enumerate(heads):
            stops = [
                self._stops(way, place)
                for ways in self.ways.values()
                for way in ways
                if way.concerned in (None, member)
            ]
            found.add(both(stops))
        return "fails" if True in found else "unknown" if None in found else "holds"

    def _stops(self, way: Way, place: int) -> bool | None:
        against = [value for answers, value in self.tables[way].items() if answers[place] == AGAINST]
        if not against or True in against:
            return False
        return None if None in self.tables[way].values() else True


def worst(found: set[Status]) -> Status:
    return "fails" if "fails" in found else "unknown" if "unknown" in found else "holds"


def no(value: bool | None) -> bool:
    """Whether it is not carried, be it open why."""
    return value is not None and not value


def _less(rule: Rule) -> Iterator[Rule]:
    if isinstance(rule, Clause):
        return
    for place, part in enumerate(rule.rules):
        before, after = rule.rules[:place], rule.rules[place + 1 :]
        yield type(rule)((*before, *after))
        for changed in _less(part):
            yield type(rule)((*before, changed, *after))


class somewhere:  # noqa: N801  (reads as a phrase)
    """Holds where it is found; not known where some ballots are open."""

    def __init__(self, found: Iterable[bool]) -> None:
        self.found = any(found)

    def __call__(self, values: list[bool | None]) -> Status:
        return "holds" if self.found else "unknown" if None in values else "fails"


class nowhere(somewhere):  # noqa: N801  (reads as a phrase)
    """Fails where it is found."""

    def __call__(self, values: list[bool | None]) -> Status:
        return "fails" if self.found else "unknown" if None in values else "holds"
