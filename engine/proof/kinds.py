"""Kinds of members over several rules at once, also where the members of one are not those of another.

Unlike `coalcheck.engine.threshold.cells` this keeps apart who is on one roll and not on another, such as a
member that has left or one that is only admitted, wherever in the list that roll stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from coalcheck.engine.threshold.bound import Cell
from coalcheck.engine.threshold.cells import told_apart_by
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import Rule


def kinds_of(
    pairs: Sequence[tuple[Rule, Electorate]], apart: Iterable[frozenset[str]], voters: Collection[str]
) -> tuple[Cell, ...]:
    """Group members that nothing tells apart, in the charter's order.

    Args:
        pairs: rules, each with who is counted by it.
        apart: members that are to be told apart from all others, beside what the rules ask.
        voters: who votes on one of them.
    """
    marks = tuple(apart)
    rows: dict[str, int] = {}
    keys: dict[str, list[object]] = {}
    seen: set[tuple[int, object]] = set()
    for number, (rule, electorate) in enumerate(pairs):
        asks = told_apart_by(rule)
        # The same people asked for the same are not told apart by being asked twice.
        if (id(electorate), asks) in seen:
            continue
        seen.add((id(electorate), asks))
        groups, attributes, weights = asks
        for row in electorate.rows:
            rows.setdefault(row.id, row.count)
            key = keys.setdefault(row.id, [])
            key.append((number, row.ballots, row.in_body, row.votes, row.concerned))
            if groups:
                key.append(row.groups & groups)
            key.extend(row.classes.get(name) for name in attributes)
            key.extend(row.weights.get(name) for name in weights)
    members: dict[tuple[object, ...], list[str]] = {}
    for row_id, key in keys.items():
        marked = tuple(row_id in mark for mark in marks)
        members.setdefault((row_id in voters, marked, *key), []).append(row_id)
    return tuple(
        Cell(tuple(ids), tuple(rows[row_id] for row_id in ids), ids[0] in voters) for ids in members.values()
    )
