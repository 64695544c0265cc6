"""Who had to be there: the clause on a quorum, with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.threshold.judge import COUNTED
from coalcheck.engine.threshold.tree import Rule, clauses

if TYPE_CHECKING:
    from coalcheck.engine.decide.chamber import Way

BY_BALLOTS: Final = "counted by the ballots alone, as the record does not say who was there"
_PRESENT: Final = 3


def quorum_clause(way: Way, heads: Sequence[int], *, present_known: bool, met: bool | None) -> Consulted:
    """Say how many were there, and how many had to be.

    Args:
        way: the quorum.
        heads: the votes.
        present_known: whether the record says who was there, beside who voted.
        met: whether it is met.
    """
    said = way.said(heads)
    if not present_known and way.attended:
        said = f"{said}; {BY_BALLOTS}"
    return Consulted("quorum", met, way.sentence.text, said, way.sentence.route)


def counts_who_was_there(rule: Rule) -> bool:
    """Whether being there without a ballot is enough for it, so that it matters who was there."""
    counts = (getattr(clause.measure, "count", None) for clause in clauses(rule))
    return any(count is None or _PRESENT in COUNTED[count] for count in counts)
