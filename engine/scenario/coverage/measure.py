"""How much of a charter some cases exercise, put together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.scenario.coverage.clauses import clauses_of
from coalcheck.engine.scenario.coverage.model import Coverage, Item, LeftOut
from coalcheck.engine.scenario.coverage.paste import Pasting
from coalcheck.engine.scenario.coverage.seen import Chambers, states, voted
from coalcheck.engine.threshold.bound import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.decide.chamber import Chamber
    from coalcheck.engine.scenario.coverage.clauses import Asked
    from coalcheck.engine.scenario.coverage.model import Kind, State
    from coalcheck.engine.scenario.coverage.paste import Tried
    from coalcheck.engine.scenario.coverage.thresholds import Compared
    from coalcheck.engine.scenario.run import Ran, Under
    from coalcheck.engine.scenario.suite import Suite
    from coalcheck.engine.source.node import Route

_Key = tuple[str, "Route", int, "State"]
_STATES: Final[tuple[State, ...]] = ("just-below", "just-enough", "just-above")
_NEAR: Final[dict[State, str]] = {
    "just-below": "one step short of",
    "just-enough": "with exactly enough for",
    "just-above": "one step more than enough for",
}
_NO_SUCH: Final[dict[State, str]] = {
    "just-below": "Whatever the votes, it is met, so nothing is one step short of it.",
    "just-enough": "No votes of the members there are would be enough for it.",
    "just-above": "Exactly enough is as far as votes can go, so nothing is one step above it.",
}
_TOO_MANY: Final = "The weights allow too many sums to say which votes are one step from it."
_NOBODY: Final = "Nobody is there whose votes it could be compared with."


def measure(under: Under, ran: Sequence[Ran], suites: Sequence[Suite] = ()) -> Coverage:
    """Say what of a charter some cases exercise.

    Args:
        under: the charter by which they were judged.
        ran: the cases.
        suites: the test files they are from; cases to paste fit into the first of them.
    """
    measuring = _Measuring(under, ran, suites)
    items = sorted(measuring.items(), key=lambda item: item.line)
    document = under.clauses.document
    left_out = sorted(measuring.left_out, key=lambda each: each.line)
    return Coverage(document.name, document.lines, tuple(items), tuple(left_out))


class _Measuring:
    """One charter, with what its cases showed."""

    def __init__(self, under: Under, ran: Sequence[Ran], suites: Sequence[Suite]) -> None:
        self.left_out: list[LeftOut] = []
        self._under = under
        self._chambers = Chambers(under)
        self._seen: dict[_Key, list[str]] = defaultdict(list)
        self._chamber: dict[str, Chamber] = {}
        for each in ran:
            votes = voted(each, under)
            if votes is not None and each.verdict is not None:
                self._chamber.setdefault(each.verdict.decision, votes.chamber)
            for key in states(each, votes, self._chambers):
                if not self._seen[key] or self._seen[key][-1] != each.case.id:
                    self._seen[key].append(each.case.id)
        self._pasting = Pasting(under, ran, suites)
        self._tried: dict[str, list[tuple[Tried, frozenset[_Key]]]] = {}
        self._keys: list[_Key] = []

    def items(self) -> Iterator[Item]:
        """All there is to exercise."""
        charter = self._under.charter
        unreachable: dict[Route, set[State]] = defaultdict(set)
        found: list[Item] = []
        for name in charter.decisions:
            chamber = self._chamber.get(name) or self._chambers.usual(name)
            every = self._chambers.of(chamber)
            found += self._of_decision(name)
            for each in every:
                found += self._of_threshold(name, each)
                alone = sum(other.route == each.route for other in every) == 1
                if alone and each.steps is not None:
                    unreachable[each.route] |= {"not-met"} if each.steps.below is None else set()
                    unreachable[each.route] |= {"met"} if each.steps.enough is None else set()
        for asked in clauses_of(charter):
            found += self._of_clause(asked, unreachable[asked.route])
        yield from self._pasted(found, self._keys)

    def _item(  # noqa: PLR0913, PLR0917  (what is known of one item)
        self, kind: Kind, route: Route, number: int, state: State, text: str, said: str
    ) -> Item:
        clauses = self._under.clauses
        key: _Key = (kind, route, number, state)
        self._keys.append(key)
        cases = tuple(self._seen.get(key, ()))
        return Item(kind, route, clauses.path(route), clauses.line(route), state, text, said, cases)

    def _of_decision(self, name: str) -> Iterator[Item]:
        route: Route = ("decisions", name)
        outcomes: tuple[tuple[State, str], ...] = (
            ("carried", "is carried"),
            ("not-carried", "is not carried"),
        )
        for state, said in outcomes:
            yield self._item("decision", route, 0, state, name, f"No case in which {name} {said}")

    def _of_clause(self, asked: Asked, unreachable: set[State]) -> Iterator[Item]:
        under = f" under {asked.route[1]}" if asked.route[0] == "decisions" else ""
        for answer in asked.answers:
            state: State = "met" if answer else "not-met"
            if state in unreachable:
                continue
            said = f"No case{under} {asked.said_met if answer else asked.said_not_met}"
            yield self._item("clause", asked.route, 0, state, asked.text, said)

    def _of_threshold(self, name: str, each: Compared) -> Iterator[Item]:
        clauses = self._under.clauses
        path, line = clauses.path(each.route), clauses.line(each.route)
        steps = each.steps
        if steps is None:
            said = _NOBODY if each.comparison is None else _TOO_MANY
            self.left_out.append(LeftOut(path, line, f'"{each.said}": {said}'))
            return
        for state, value in zip(_STATES, (steps.below, steps.enough, steps.above), strict=True):
            if value is None:
                if not (state == "just-above" and steps.enough is None):
                    self.left_out.append(LeftOut(path, line, f'"{each.said}": {_NO_SUCH[state]}'))
                continue
            said = f'No case {_NEAR[state]} "{each.said}" under {name}'
            yield self._item("threshold", each.route, each.number, state, each.said, said)

    def _pasted(self, items: Sequence[Item], numbers: Sequence[_Key]) -> Iterator[Item]:
        """The items; of those that no case exercises, each with a case that was tried and does."""
        for item, key in zip(items, numbers, strict=True):
            found = None
            if not item.covered and item.route[0] == "decisions":
                every = self._trials(str(item.route[1]))
                found = next((tried for tried, seen in every if key in seen), None)
            name = f"{item.route[1]}-{item.state}" if found is not None else ""
            yield item if found is None else replace(item, paste=self._pasting.case(name, found))

    def _trials(self, name: str) -> Sequence[tuple[Tried, frozenset[_Key]]]:
        """Cases of one decision around all of its thresholds, each with what it exercises; tried once."""
        if name not in self._tried:
            chamber = self._chamber.get(name) or self._chambers.usual(name)
            self._tried[name] = []
            for heads in self._likely(chamber):
                tried = self._pasting.tried(name, chamber, heads)
                if tried is not None:
                    votes = voted(tried.ran, self._under)
                    seen = frozenset(states(tried.ran, votes, self._chambers))
                    self._tried[name].append((tried, seen))
        return self._tried[name]

    def _likely(self, chamber: Chamber) -> Iterator[Sequence[int]]:
        """Votes that show most: those around each threshold, then all for, all against, and nobody there."""
        for each in self._chambers.of(chamber):
            steps = each.steps
            for value in (steps.enough, steps.below, steps.above) if steps is not None else ():
                heads = each.votes(value) if value is not None else None
                if heads is not None:
                    yield heads
        for answer in range(2):
            yield [
                cell.count if cell.votes and state == answer else 0
                for cell in chamber.cells
                for state in range(STATES)
            ]
        first = next((number for number, cell in enumerate(chamber.cells) if cell.votes), 0)
        yield [int(place == STATES * first) for place in range(STATES * len(chamber.cells))]
