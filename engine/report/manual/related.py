"""Which other policies somebody may want to read beside one: those of the same row, and of the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalcheck.engine.policy.domain import Domain
    from coalcheck.engine.policy.model import Policy

MOST: Final = 5
_SAME_CELL, _SAME_ROW, _SAME_PLACE = 4, 2, 1


def related(policy: Policy, others: Iterable[Policy], known: Domain) -> list[Policy]:
    """The policies nearest to one, nearest first; at most five.

    Args:
        policy: the one that is explained.
        others: all of them; the one itself may be among them.
        known: the rows that policies stand for.
    """
    ranked = [(_nearness(policy, other, known), other) for other in others if other.code != policy.code]
    ranked = [(nearness, other) for nearness, other in ranked if nearness]
    ranked.sort(key=lambda each: (-each[0], each[1].family != policy.family, each[1].code))
    return [other for _, other in ranked[:MOST]]


def _nearness(one: Policy, other: Policy, known: Domain) -> int:
    nearness = 0
    if _cells(one, known) & _cells(other, known):
        nearness += _SAME_CELL
    if _rows(one, known) & _rows(other, known):
        nearness += _SAME_ROW
    if _place(one) and _place(one) == _place(other):
        nearness += _SAME_PLACE
    return nearness


def _cells(policy: Policy, known: Domain) -> set[str]:
    return {source for source in policy.source if known.cell(source)}


def _rows(policy: Policy, known: Domain) -> set[str]:
    return {row.id for source in policy.source if (row := known.row(source))}


def _place(policy: Policy) -> tuple[str, str] | None:
    """The subject and the key that a policy points at; None for what points at its subject as a whole."""
    key = policy.at.partition(".")[0]
    return None if key in ("here", "name") else (policy.subject, key)
