"""Kinds of members: who cannot be told apart by any clause of the rules at hand."""

from __future__ import annotations

from collections.abc import Sequence

from coalcheck.engine.threshold.bound import Cell
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import Heads, Rule, Weighted, Whom, clauses


def cells_of(pairs: Sequence[tuple[Rule, Electorate]]) -> tuple[Cell, ...]:
    """Group the members that none of the rules can tell apart, in the charter's order."""
    keys: dict[str, list[object]] = {}
    counts: dict[str, tuple[int, bool]] = {}
    for number, (rule, electorate) in enumerate(pairs):
        groups, attributes, weights = told_apart_by(rule)
        asks_all = asks_the_coalition(rule)
        for row in electorate.rows:
            key = keys.setdefault(row.id, [])
            if number and not key:  # not entitled where the first rule is decided
                key.append(None)
            key.append((row.ballots, row.in_body, row.votes, row.concerned))
            if groups:
                key.append(row.groups & groups)
            key.extend(row.classes.get(name) for name in attributes)
            key.extend(row.weights.get(name) for name in weights)
            # Who may not vote on one of them casts no ballot that could carry both. Where a share of the
            # whole coalition is asked for, those outside the body vote too.
            before = counts.get(row.id, (row.count, True))[1]
            counts[row.id] = (row.count, before and row.votes and (row.in_body or asks_all))
    members: dict[tuple[object, ...], list[str]] = {}
    for row_id, key in keys.items():
        members.setdefault((counts[row_id][1], *key), []).append(row_id)
    return tuple(
        Cell(tuple(ids), tuple(counts[row_id][0] for row_id in ids), counts[ids[0]][1])
        for ids in members.values()
    )


def asks_the_coalition(rule: Rule) -> bool:
    """Tell whether some clause takes its share of the whole coalition, whoever decides."""
    bases = (getattr(clause.measure, "base", None) for clause in clauses(rule))
    return any(isinstance(base, Heads) and base.whom is Whom.COALITION for base in bases)


def told_apart_by(rule: Rule) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The groups, attributes and weights that a rule asks its members for."""
    groups, attributes, weights = set(), set(), set()
    for clause in clauses(rule):
        if clause.among is not None:
            groups.add(clause.among)
        if clause.spread is not None:
            attributes.add(clause.spread.attribute)
        base = getattr(clause.measure, "base", None)
        if isinstance(base, Weighted):
            weights.add(base.weight)
    return frozenset(groups), tuple(sorted(attributes)), tuple(sorted(weights))
