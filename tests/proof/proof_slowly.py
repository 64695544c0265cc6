"""What must come out of proving, by looking at every ballot: the properties, as they are described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from proof_oracle import Table, World, both, table
from proof_who import ABSENT, AGAINST, FOR, Answers, Way, others

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
            yield ("veto-matters", (str(index),)), self._veto(index)
            yield from self._overrides(index)
        yield from self._pairs()
        yield from self._same_kind()
        yield ("no-standstill", ()), self._standstill()

    def _of_decision(self, name: str) -> Iterator[tuple[Key, Status]]:
        tables = [(way, self.tables[way]) for way in self.ways[name]]
        values = [value for _, each in tables for value in each.values()]
        carried = somewhere(value is True for value in values)(values)
        yield ("can-be-carried", (name,)), carried
        yield ("can-be-turned-down", (name,)), somewhere(_no(value) for value in values)(values)
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

    def _veto(self, index: int) -> Status:
        ways = [way for ways in self.ways.values() for way in ways]
        over = [way for way in ways if any(veto[0] == index for veto in self.world.over(way))]
        values = [value for way in over for value in self.tables[way].values()]
        return somewhere(
            _no(value) and self.world.adopted(way, answers, without=index) is True
            for way in over
            for answers, value in self.tables[way].items()
        )(values)

    def _pairs(self) -> Iterator[tuple[Key, Status]]:
        decisions = self.world.charter.decisions
        for one in self.names:
            for two in self.names:
                plain = {n: [w for w in self.ways[n] if w.concerned is None] for n in (one, two)}
                if one == two or not plain[one] or not plain[two]:
                    continue
                easy = self.world.as_kind(plain[one], "amend")
                if "amend" in decisions[one].covers and "amend" not in decisions[two].covers:
                    voters = [self.world.voters(plain[n][0]) for n in (one, two)]
                    if voters[0] <= voters[1]:
                        key = ("changed-no-more-easily", (two, one))
                        yield key, self._harder(easy, plain[two], voters[1])

    def _same_kind(self) -> Iterator[tuple[Key, Status]]:
        decisions = self.world.charter.decisions
        for place, one in enumerate(self.names):
            for two in self.names[place + 1 :]:
                shared = [kind for kind in decisions[one].covers if kind in decisions[two].covers]
                if not shared:
                    continue
                plain = [
                    self.world.as_kind([way for way in self.ways[name] if way.concerned is None], shared[0])
                    for name in (one, two)
                ]
                status: Status = "unknown"
                if plain[0] and plain[1]:
                    found = {self._harder(plain[0], plain[1], None), self._harder(plain[1], plain[0], None)}
                    status = "fails" if "fails" in found else "unknown" if "unknown" in found else "holds"
                yield ("same-kind-same-outcome", (one, two, shared[0])), status

    def _overrides(self, index: int) -> Iterator[tuple[Key, Status]]:
        """Whether who sets a veto aside could carry the decision too; only of vetoes that change anything."""
        veto, world = self.world.charter.vetoes[index], self.world
        rule = world.rule("vetoes", index, "override")
        if rule is None or veto.by == "vote" or self._veto(index) == "fails":
            return
        for name in self.names:
            found: set[Status] = set()
            for way in self.ways[name]:
                held = next((held for at, _, held in world.over(way) if at == index), {})
                needed = max(sum(held.values()), 1) if veto.jointly else 1
                if sum(held.values()) < needed:
                    continue
                found.add("unknown" if None in self.tables[way].values() else "holds")
                matters = any(
                    _no(value) and world.adopted(way, answers, without=index) is True
                    for answers, value in self.tables[way].items()
                )
                if matters and any(
                    value is False and self._easily(way, answers, index, held, needed)
                    for answers, value in self.tables[way].items()
                ):
                    found.add("fails")
            if found:
                status: Status = "fails" if "fails" in found else "unknown" if "unknown" in found else "holds"
                yield ("override-is-as-hard", (name, str(index))), status

    def _easily(self, way: Way, answers: Answers, index: int, held: dict[str, int], needed: int) -> bool:
        world, votes = self.world, self.world.votes(answers)
        rule = world.rule("vetoes", index, "override")
        assert rule is not None
        if world.carried(way, answers) is not False:
            return False
        if others(rule):
            return any(votes[h].against and world.aside(way, answers, index, h) is True for h in held)
        enough = sum(votes[h].against for h in held) >= needed
        return enough and world.aside(way, answers, index, next(iter(held))) is True

    def _harder(self, easy: list[Way], hard: list[Way], voters: set[str] | None) -> Status:
        found: set[Status] = set()
        for kind in {way.kind for way in hard}:
            same = [way for way in hard if way.kind == kind]
            for one in easy:
                # Who has no vote in the one may have a veto over the other.
                ballots = {*self.tables[one], *(a for way in same for a in self.tables[way])}
                for answers in ballots:
                    if voters is not None and any(
                        a > AGAINST and m in voters
                        for (m, _), a in zip(self.world.heads, answers, strict=True)
                    ):
                        continue
                    first = self.world.adopted(one, answers)
                    rest = [self.world.adopted(way, answers) for way in same]
                    if first is True and all(each is False for each in rest):
                        found.add("fails")
                    elif first in (True, None) and True not in rest:
                        found.add("unknown")
        return "fails" if "fails" in found else "unknown" if "unknown" in found else "holds"

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


def _no(value: bool | None) -> bool:
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
