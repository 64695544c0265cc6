"""What must come out of proving about two decisions, or one and its veto, by looking at every ballot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from proof_slowly import Key, Slowly, Status, no, worst
from proof_who import ABSENT, AGAINST, FOR, PRESENT, Answers, Way, needed_for, others


class Between(Slowly):
    """A charter with every ballot on every decision; two of them are looked at together."""

    def statuses(self) -> Iterator[tuple[Key, Status]]:
        yield from super().statuses()
        for index in range(len(self.world.charter.vetoes)):
            yield from self._overrides(index)
        yield from self._pairs()
        yield from self._same_kind()
        yield from self._ending()

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
                        yield key, self._harder(easy, plain[two], all_vote=True)

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
                    found = {self._harder(one, other, all_vote=False) for one, other in permutations(plain)}
                    status = worst(found)
                yield ("same-kind-same-outcome", (one, two, shared[0])), status

    def _ending(self) -> Iterator[tuple[Key, Status]]:
        """Whether who can end the coalition against all others can change its charter too."""
        plain = {name: [way for way in self.ways[name] if way.concerned is None] for name in self.names}
        covers = {name: decision.covers for name, decision in self.world.charter.decisions.items()}
        amending = [name for name in self.names if "amend" in covers[name]]
        today = [way for name in amending for way in self.world.as_kind(plain[name], "amend")]
        for name in self.names:
            ends = self.world.as_kind(plain[name], "dissolve")
            if "dissolve" not in covers[name] or name in amending or not today or not ends:
                continue
            found: set[Status] = {"holds"}
            for end in ends:
                for answers in self._together([end, *today], all_vote=True):
                    found.add(self._on(answers, end, today))
            yield ("no-way-by-ending", (name,)), worst(found)

    def _together(self, ways: list[Way], *, all_vote: bool) -> Iterator[Answers]:
        """Every ballot on several votes at once, each member doing the same in all of them."""
        world = self.world
        voters = set[str]().union(*(world.voters(way) for way in ways))
        vetoing = {h for way in ways for _, veto, held in world.over(way) if veto.by != "vote" for h in held}
        voting = (FOR, AGAINST) if all_vote else range(5)
        silent = dict.fromkeys(vetoing, (AGAINST, PRESENT, ABSENT))
        yield from product(
            *(
                voting if member in voters else silent.get(member, (PRESENT, ABSENT))
                for member, _ in world.heads
            )
        )

    def _on(self, answers: Answers, easy: Way, hard: list[Way]) -> Status:
        """What ballots say of whether one is carried only where one of the others is."""
        first = self.world.adopted(easy, answers)
        if first is not True and first is not None:
            return "holds"
        rest = [self.world.adopted(way, answers) for way in hard]
        if first is True and all(each is False for each in rest):
            return "fails"
        return "unknown" if True not in rest else "holds"

    def _overrides(self, index: int) -> Iterator[tuple[Key, Status]]:
        """Whether who sets a veto aside could carry the decision too; only of vetoes that change anything."""
        veto, world = self.world.charter.vetoes[index], self.world
        rule = world.rule("vetoes", index, "override")
        if rule is None or veto.by == "vote" or self.veto(index) == "fails":
            return
        for name in self.names:
            found: set[Status] = set()
            for way in self.ways[name]:
                held = next((held for at, _, held in world.over(way) if at == index), {})
                needed = needed_for(veto, held)
                if sum(held.values()) < needed or (veto.limit is not None and veto.limit.times == 0):
                    continue
                found.add("unknown" if None in self.tables[way].values() else "holds")
                matters = any(
                    no(value) and world.adopted(way, answers, without=index) is True
                    for answers, value in self.tables[way].items()
                )
                if matters and any(
                    value is False and self._easily(way, answers, index, held, needed)
                    for answers, value in self.tables[way].items()
                ):
                    found.add("fails")
            if found:
                yield ("override-is-as-hard", (name, str(index))), worst(found)

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

    def _harder(self, easy: list[Way], hard: list[Way], *, all_vote: bool) -> Status:
        found: set[Status] = set()
        for kind in {way.kind for way in hard}:
            same = [way for way in hard if way.kind == kind]
            for one in easy:
                found |= {
                    self._on(answers, one, same)
                    for answers in self._together([one, *same], all_vote=all_vote)
                }
        return worst(found)
