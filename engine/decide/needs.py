"""How many heads must at least answer otherwise before a condition can hold.

The bound never says too many, whatever the rule: each inequality is given the heads that help it most, and
only inequalities that no head could help at once are added up. A search that leaves out what the bound
excludes therefore loses nothing, also under rules that more support can defeat.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import mul
from typing import Final, TypeAlias

from msgspec import Struct

from coalcheck.engine.threshold.bound import STATES, AtLeast, Condition, Linear, Unknown

IN_FAVOUR: Final = 0
AGAINST: Final = 1
ABSTAIN: Final = 2
PRESENT: Final = 3
ABSENT: Final = STATES
"""The remainder of a cell; the four before it are the places in a vector of heads."""

OUT_OF_REACH: Final = 1 << 60
"""More heads than anybody has."""

ALWAYS: Final = AtLeast(0, ())


def denied(condition: Condition, *, unsaid: bool = False) -> Condition:
    """Return what holds exactly where a condition does not; ``unsaid``: or where it cannot be judged."""
    if isinstance(condition, Linear):
        turned = tuple(-number for number in condition.coefficients)
        return Linear(turned, -condition.constant, not condition.strict)
    if isinstance(condition, Unknown):
        return ALWAYS if unsaid else condition
    parts = tuple(denied(part, unsaid=unsaid) for part in condition.parts)
    return AtLeast(len(parts) - condition.number + 1, parts)


def allowed(condition: Condition) -> Condition:
    """Return what holds where a condition does, or where it cannot be judged."""
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(allowed(part) for part in condition.parts))
    return ALWAYS if isinstance(condition, Unknown) else condition


class Step(Struct, frozen=True):
    """One head of a class answers otherwise.

    Attributes:
        kind: the number of its class: the heads of one cell with one answer.
        cell: the number of the cell.
        before: its answer.
        after: what it answers then.
        most: how many heads can do this.
    """

    kind: int
    cell: int
    before: int
    after: int
    most: int


class _Parts(Struct, frozen=True):
    """So many of the parts; ``apart`` groups those that some head could help at once."""

    number: int
    parts: tuple[_Tree, ...]
    apart: tuple[tuple[int, ...], ...]


_Tree: TypeAlias = int | _Parts | None
_Table: TypeAlias = tuple[tuple[list[int], list[int], list[int]], ...]


class Needs:
    """A condition over steps that come in a fixed order, class by class."""

    def __init__(self, condition: Condition, steps: Sequence[Step]) -> None:
        self._leaves: list[Linear] = []
        self._steps = steps
        tree = self._unrolled(condition)
        self.effects = [tuple(effect(leaf, step) for leaf in self._leaves) for step in steps]
        self._tree = self._told_apart(tree)
        self._later = self._gains_by_class()
        self._tables: dict[int, _Table] = {len(steps): tuple(([], [], []) for _ in self._leaves)}

    def values(self, heads: Sequence[int]) -> tuple[int, ...]:
        """What each inequality comes to; nought or more meets it (one or more, where it is strict)."""
        return tuple(leaf.constant + sum(map(mul, leaf.coefficients, heads)) for leaf in self._leaves)

    def fewest(self, values: Sequence[int], place: int) -> int:
        """Bound from below how many heads it takes, with the steps from a place on; 0 where it holds."""
        table = self._at(place)
        return self._of(self._tree, values, table)

    def hold(self, values: Sequence[int]) -> bool:
        """Tell whether the condition holds as it is."""
        return self.fewest(values, len(self._steps)) == 0

    def surely(self, values: Sequence[int], heads: int) -> bool:
        """Tell whether it holds after so many heads have taken a step, one for each class, whoever they are.

        Each inequality is given the heads that help it least, so that a yes is certain and a no is not.
        """
        lowest = []
        for leaf, value in enumerate(values):
            left, least = heads, value
            for gain, most in sorted(
                (effect[leaf], s.most) for effect, s in zip(self.effects, self._steps, strict=True)
            ):
                taken = min(left, most)
                left, least = left - taken, least + taken * gain
            lowest.append(least)
        return self.hold(lowest)

    def shortage(self, values: Sequence[int]) -> int:
        """Add up what the inequalities lack, in heads; a measure of how far it is, not a bound."""
        table = self._at(0)
        each = (self._of(leaf, values, table) for leaf in range(len(self._leaves)))
        return sum(min(short, len(self._steps)) for short in each)

    def _of(self, tree: _Tree, values: Sequence[int], table: _Table) -> int:
        if tree is None:
            return OUT_OF_REACH
        if isinstance(tree, int):
            short = self._leaves[tree].strict - values[tree]
            if short <= 0:
                return 0
            gains, sums, heads = table[tree]
            index = bisect_left(sums, short)
            if index == len(sums):
                return OUT_OF_REACH
            if not index:
                return -(-short // gains[0])
            return heads[index - 1] - (sums[index - 1] - short) // gains[index]
        each = [self._of(part, values, table) for part in tree.parts]
        if tree.number == len(each):
            worst = [max(each[index] for index in group) for group in tree.apart]
            return min(sum(worst), OUT_OF_REACH)
        each.sort()
        if len(tree.apart) == len(each):
            return min(sum(each[: tree.number]), OUT_OF_REACH)
        return each[tree.number - 1]

    def _unrolled(self, condition: Condition) -> _Tree:
        if isinstance(condition, Linear):
            if not any(condition.coefficients):
                return _Parts(0, (), ()) if condition.constant >= condition.strict else None
            if condition not in self._leaves:
                self._leaves.append(condition)
            return self._leaves.index(condition)
        if isinstance(condition, Unknown) or condition.number > len(condition.parts):
            return None
        number = max(condition.number, 0)
        parts = tuple(self._unrolled(part) for part in condition.parts) if number else ()
        return _Parts(number, parts, ())

    def _told_apart(self, tree: _Tree) -> _Tree:
        if not isinstance(tree, _Parts):
            return tree
        groups: list[tuple[set[int], list[int]]] = []
        for index, part in enumerate(tree.parts):
            helped, members = set(self._helped(part)), [index]
            alone = []
            for kinds, others in groups:
                if kinds & helped:
                    helped |= kinds
                    members += others
                else:
                    alone.append((kinds, others))
            groups = [*alone, (helped, members)]
        parts = tuple(self._told_apart(part) for part in tree.parts)
        return _Parts(tree.number, parts, tuple(tuple(sorted(members)) for _, members in groups))

    def _helped(self, tree: _Tree) -> Iterator[int]:
        """The classes of which some head could bring a part nearer to holding."""
        if isinstance(tree, int):
            for step, effect in zip(self._steps, self.effects, strict=True):
                if effect[tree] > 0:
                    yield step.kind
        elif tree is not None:
            for part in tree.parts:
                yield from self._helped(part)

    def _gains_by_class(self) -> dict[int, list[list[tuple[int, int]]]]:
        """For each class and inequality: the best gain of a head of each later class, and how many heads."""
        later: dict[int, list[list[tuple[int, int]]]] = {}
        gains: list[list[tuple[int, int]]] = [[] for _ in self._leaves]
        for kind, first, after in reversed(list(_classes(self._steps))):
            later[kind] = [list(each) for each in gains]
            self._add(gains, first, after)
        return later

    def _add(self, gains: list[list[tuple[int, int]]], first: int, after: int) -> None:
        for leaf, each in enumerate(gains):
            best = max(self.effects[place][leaf] for place in range(first, after))
            if best > 0:
                insort(each, (-best, self._steps[first].most))

    def _at(self, place: int) -> _Table:
        table = self._tables.get(place)
        if table is None:
            table = self._tables[place] = self._table(place)
        return table

    def _table(self, place: int) -> _Table:
        kind = self._steps[place].kind
        after = place
        while after < len(self._steps) and self._steps[after].kind == kind:
            after += 1
        gains = [list(each) for each in self._later[kind]]
        self._add(gains, place, after)
        return tuple(
            (
                [-gain for gain, _ in each],
                list(accumulate(-gain * most for gain, most in each)),
                list(accumulate(most for _, most in each)),
            )
            for each in gains
        )


def effect(leaf: Linear, step: Step) -> int:
    """What one head that takes a step adds to an inequality."""
    there = (*leaf.coefficients[STATES * step.cell : STATES * (step.cell + 1)], 0)
    return there[step.after] - there[step.before]


def _classes(steps: Sequence[Step]) -> Iterator[tuple[int, int, int]]:
    """Each class, with the places of its steps: from the first to before the last."""
    first = 0
    for place in range(1, len(steps) + 1):
        if place == len(steps) or steps[place].kind != steps[first].kind:
            yield steps[first].kind, first, place
            first = place
