"""What a meeting may do about itself, too few as they may be: adjourn, recess, meet again, obtain a quorum.

A charter need not speak of it. Robert's Rules of Order then hold: those who are there decide, with more than
half of the votes cast, and no quorum is needed. Where a decision of the charter covers it, that one holds,
but for its quorum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.charter.kinds import PROCEDURAL
from coalcheck.engine.charter.model import Decision
from coalcheck.engine.decide.covering import covering_keys

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Consulted, Verdict

RULE: Final = "more than half of votes cast"
DEFAULT: Final = "Robert's Rules of Order let those who are there decide it by more than half of votes cast"
NO_QUORUM: Final = "No quorum is needed for this: Robert's Rules of Order allow it to however few are there."


def procedural(charter: Charter, action: Action) -> Charter | None:
    """The charter by which such an act is judged; None where the action is none."""
    kind = action.action
    if kind not in PROCEDURAL:
        return None
    keys = (kind,) if kind in charter.decisions else covering_keys(charter, kind)
    decisions = dict(charter.decisions)
    for key in keys:
        decisions[key] = decisions[key].model_copy(update={"quorum": None, "second_call": None})
    if not keys:
        body = action.body if action.body in charter.bodies else None
        decisions[kind] = Decision.model_validate({"covers": [kind], "passes": RULE, "body": body})
    return charter.model_copy(update={"decisions": decisions})


def told(verdict: Verdict, charter: Charter) -> Verdict:
    """The verdict, with what stands in no charter named as a default."""
    clauses = tuple(_told(each, charter) for each in verdict.clauses)
    return replace(verdict, clauses=clauses, notes=(*verdict.notes, NO_QUORUM))


def _told(clause: Consulted, charter: Charter) -> Consulted:
    route = clause.route
    if route is None or route[0] != "decisions" or len(route) < 2 or route[1] in charter.decisions:
        return clause
    if clause.part == "authority":
        return replace(clause, route=None, text="", said="a meeting may always decide on this")
    return replace(clause, route=None, default=DEFAULT if clause.part == "rule" else clause.default)
