"""On which of the clauses that were asked an outcome rests."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from coalcheck.engine.decide.verdict import Consulted, Outcome, Part

DECIDED_BY: Final[dict[Outcome, frozenset[Part]]] = {
    "no-quorum": frozenset(("quorum",)),
    "rejected": frozenset(("rule", "also", "tie", "silence")),
    "vetoed": frozenset(("veto",)),
    "adopted": frozenset(("rule", "also", "tie", "silence")),
}
"""Which parts of a charter an outcome can rest on."""

REGULATIVE: Final[frozenset[Part]] = frozenset(
    ("notice", "deliberation", "window", "explanation", "seats", "answers")
)
"""Rules on how a decision is taken, on which no outcome rests."""


def deciding(
    clauses: tuple[Consulted, ...], outcome: Outcome, also: tuple[Outcome, ...]
) -> tuple[Consulted, ...]:
    """Mark the clauses on which the outcome rests."""
    if outcome == "unauthorised":
        return tuple(replace(each, decides=True) if each.cure else each for each in clauses)
    if outcome == "indeterminate":
        return tuple(
            replace(each, decides=True) if each.met is None and each.part not in REGULATIVE else each
            for each in clauses
        )
    rests_on: Outcome = outcome
    if outcome == "pending":
        if not also:
            return clauses
        rests_on = also[-1]
    parts = DECIDED_BY.get(rests_on, frozenset())
    met = rests_on == "adopted"
    found = tuple(
        replace(each, decides=True) if each.part in parts and each.met is met else each for each in clauses
    )
    if rests_on == "vetoed" and not any(each.decides for each in found):
        # The veto stands in the words of the rule.
        found = tuple(replace(each, decides=True) if each.part == "rule" else each for each in clauses)
    return found
