"""Changing the charter in two steps: letting others in first, who then vote for the change.

Source of the terms: `coalcheck.engine.proof.admitting`; ``coalcheck analyze`` proves the same with a larger
budget.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.examination import MOST_KINDS_OF_MEMBERS
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.facts.examination import Examination
    from coalcheck.engine.proof.answer import Property as Question

PROPERTIES: Final[Mapping[str, Property]] = texts(
    let_in_first="How few let in whom, and change the charter then and not before, as a sentence.",
    changed_by="The decision that changes the charter then, as words.",
    changed_by_passes="What must agree to it, as written.",
)

MOST_CASES: Final = 1_000
"""So many cases are looked at; ``coalcheck analyze`` looks at more."""

_NOT_EXAMINED: Final = (
    "Whether new members could be let in for the sake of a change was not examined here; "
    "coalcheck analyze does it."
)
_ASKED: Final[tuple[Question, ...]] = ("no-way-by-admitting",)


def let_in_first(examination: Examination) -> dict[str, dict[str, Value]]:
    """By the decision that lets members in, how some come to a change that way; nothing where nobody does.

    Args:
        examination: the charter; what is not examined is noted there.
    """
    charter = examination.charter
    if not _two_steps(charter):
        return {}
    if len(charter.members) > MOST_KINDS_OF_MEMBERS:
        examination.notes.append(_NOT_EXAMINED)
        return {}
    from coalcheck.engine.proof.prove import prove

    for answer in prove(charter, only=_ASKED, cases=MOST_CASES):
        if answer.status == "unknown" and answer.cases >= MOST_CASES:
            examination.notes.append(_NOT_EXAMINED)
        if answer.status == "fails" and answer.number:
            first, then = answer.witnesses[:2]
            votes = [sum(each.in_favour for each in shown.ballots.values()) for shown in (first, then)]
            newcomers = f"{in_words(answer.number)} new member{'s' if answer.number > 1 else ''}"
            return {
                first.decision: {
                    "let_in_first": f"{in_words(votes[0])} in favour can let in {newcomers}, and "
                    f"{in_words(votes[1])} are in favour of the change then",
                    "changed_by": as_words(then.decision),
                    "changed_by_passes": charter.decisions[then.decision].passes or "",
                }
            }
    return {}


def _two_steps(charter: Charter) -> bool:
    """Whether letting in is another decision than changing the charter, or one that vetoes tell apart."""
    covering = {
        kind: {name for name, each in charter.decisions.items() if kind in each.covers}
        for kind in ("admit", "amend")
    }
    admitting = covering["admit"]
    if not admitting and charter.joining is not None and charter.joining.decision in charter.decisions:
        admitting = {charter.joining.decision}
    apart = bool(charter.vetoes) or not admitting <= covering["amend"]
    return bool(admitting and covering["amend"]) and apart
