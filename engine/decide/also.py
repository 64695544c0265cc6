"""Further bodies that must agree to the same, and the members' own boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.decide.chamber import OWN_BOARDS, roll_of, way
from coalcheck.engine.decide.overriding import Overruled, judged
from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.threshold.tree import Count

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Elsewhere
    from coalcheck.engine.charter.model import AlsoPasses
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.chamber import Language
    from coalcheck.engine.roll.electorate import Membership


class Agreed(Struct, frozen=True):
    """Whether all further bodies agree.

    Attributes:
        met: None where one is not on record, or where the charter does not say.
        clauses: one for each.
        missing: what is not on record, one sentence each.
    """

    met: bool | None
    clauses: tuple[Consulted, ...] = ()
    missing: tuple[str, ...] = ()


def agreed(case: Case, language: Language, membership: Membership) -> Agreed:
    """Ask each further body that the decision names."""
    clauses: list[Consulted] = []
    missing: list[str] = []
    answers: list[bool | None] = []
    for index, also in enumerate(case.decision.also):
        route = ("decisions", case.key, "also", index)
        who = "their own boards" if also.body == OWN_BOARDS else as_words(also.body or "a further body")
        text = also.passes or ""
        found = _asked(case, also, index, language, membership)
        if found is None:
            known = "the members' own boards" if also.body == OWN_BOARDS else f"the body {who}"
            said = f"how {who} voted is not on record"
            key = "boards" if also.body == OWN_BOARDS else "also"
            missing.append(f"How did {known} vote? Its minutes will say; it can stand under {key}.")
            answers.append(None)
            clauses.append(Consulted("also", None, text, said, route))
            continue
        answers.append(found.met)
        clauses.append(Consulted("also", found.met, text, f"{who}: {found.said}", route))
        if found.met is None:
            missing.append(f"What does {text!r} mean for {who}? The charter can say it.")
    met = False if False in answers else None if None in answers else True
    return Agreed(met, tuple(clauses), tuple(missing))


def _asked(
    case: Case, also: AlsoPasses, index: int, language: Language, membership: Membership
) -> Overruled | None:
    """What a further body decided; None where that is not on record."""
    action = case.action
    route = ("decisions", case.key, "also", index)
    boards = also.body == OWN_BOARDS
    elsewhere: Elsewhere | None = None if boards else action.also.get(also.body or "")
    ballots = action.boards if boards else elsewhere.ballots if elsewhere is not None else None
    tally = None if elsewhere is None else elsewhere.tally
    present = None if elsewhere is None else elsewhere.present
    if ballots is None and tally is None:
        return None
    roll = roll_of(membership, None if boards else also.body, None, case.action.subject)
    if also.quorum is not None:
        quorum = language.sentence(also.quorum, (*route, "quorum"), Count.ATTENDANCE)
        found = judged(way(quorum, roll, silence=True), roll, ballots, tally, present=present)
        if found.met is not True:
            return Overruled(found.met, f"quorum: {found.said}")
    if also.passes is None:
        return Overruled(None, "the charter does not say how many there must agree")
    sentence = language.sentence(also.passes, (*route, "passes"))
    return judged(way(sentence, roll), roll, ballots, tally, present=present)
