"""Whether there was anybody to act: the term, what is left to do after its end, and who had signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.decide.calendar import days_of
from coalcheck.engine.decide.case import Case, Point, against, holds, kept, unsaid
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Member

PUBLIC: Final = frozenset({"speak", "event"})
"""Kinds by which a coalition shows itself: after the end only what tells of the end is left of them."""

PAYING: Final = frozenset("pay pays paying payment payments settle settling repay repaying repayment".split())
OWED: Final = frozenset(
    """
    invoice invoices bill bills debt debts wage wages salary salaries rent lease leases fee fees tax taxes
    owed due outstanding arrears deposit
    """.split()
)
BILLED: Final = frozenset("invoice invoices bill bills".split())
RETURNING: Final = frozenset("return returns returning refund refunds refunding".split())
REPORTING: Final = frozenset("report reports reporting account accounts audit".split())
ANNOUNCING: Final = frozenset("announce announces announcing announcement".split())
OF_THE_END: Final = frozenset(
    """
    end ends ended ending close closes closed closing closure final last dissolved dissolution winding
    """.split()
)
NEW: Final = frozenset("new next another again more".split())
_ARTICLES: Final = frozenset("a an the our its their all".split())
_SMALL: Final = frozenset("a an and the of to for from in on by with our its their all".split())
_WORD: Final = re.compile(r"[^\W_]+")

BY_RULE: Final = (
    "after the end only winding up is left: to pay, return, report and announce, and what the charter lists"
)


def term_points(case: Case) -> Iterator[Point]:
    """Whether it was decided, and carried out, within the term; after the end, whether it is winding up."""
    charter, action = case.charter, case.action
    term = charter.term
    first, last = case.days
    done = action.done
    if done is not None and not isinstance(done, bool):
        # What counts is the later of the two: deciding in time does not carry over the end.
        last = max(last, days_of(done, case.terms.zone)[1])
    if term is not None and term.starts is not None:
        begins = day_in_words(term.starts)
        if first < term.starts:
            yield _unless_year(case, _before(case, begins), inside=case.days[1] >= term.starts)
    ends = term.ends if term is not None else None
    if ends is None:
        if charter.stage == "ended":
            yield _after(case, "the coalition has ended", None)
        elif term is not None and term.starts is not None and first >= term.starts:
            said = f"the term began on {day_in_words(term.starts)}, and no end is named"
            yield Point(kept("term", "", said, ("term",)))
        return
    said = f"the term ends on {day_in_words(ends)}"
    if last > ends:
        yield _unless_year(case, _after(case, said, ends), inside=case.days[0] <= ends and _only_year(case))
    elif charter.stage == "ended":
        yield _after(case, "the coalition has ended, and the charter does not say on which day", None)
    elif term is None or term.starts is None or first >= term.starts:
        yield Point(kept("term", str(ends), said, ("term", "ends")))


def _only_year(case: Case) -> bool:
    return case.days[0] != case.days[1]


def _unless_year(case: Case, point: Point, *, inside: bool) -> Point:
    """The point; but where only the year is known and a part of it is within the term, a question."""
    if not (inside and _only_year(case)) or point.clause.met:
        return point
    asks = f"On which day of {case.held} was it decided? The minutes will say."
    clause = point.clause
    return Point(unsaid("term", clause.text, clause.said, clause.route), asks)


def _before(case: Case, begins: str) -> Point:
    remedy = f"From {begins} on it can be agreed to again under {case.key}."
    said = f"the term begins on {begins}, and this was before"
    return Point(against("term", begins, said, ("term", "starts"), cure="ratify", remedy=remedy))


def _after(case: Case, said: str, ends: date | None) -> Point:
    winding, why = _is_winding_up(case)
    route = ("term", "ends") if ends is not None else ("stage",)
    text = str(ends) if ends is not None else ""
    if winding:
        return Point(kept("term", text, f"{said}; {why}", route, default=BY_RULE))
    if winding is None:
        asks = f"Is {case.named} part of winding up: was it owed, or promised, before the end? {_WHO_SAYS}"
        return Point(unsaid("term", text, f"{said}; {why}", route, default=BY_RULE), asks)
    if ends is None and case.charter.stage == "ended":
        asks = "On which day did it end? The charter can say it: term, with ends."
        return Point(unsaid("term", text, f"{said}; {why}", route, default=BY_RULE), asks)
    remedy = "Nobody can agree to it any more in the coalition's name. Each of you may do it in its own."
    return Point(against("term", text, f"{said}; {why}", route, default=BY_RULE, cure="none", remedy=remedy))


_WHO_SAYS: Final = "Whoever runs the winding up can say."


def _is_winding_up(case: Case) -> tuple[bool | None, str]:
    """Whether an act belongs to winding up, and why; None where its words leave that open.

    What the charter lists is allowed. Of the rest the words must begin with what is done, and say that it is
    owed, or that it tells of the end. A word of these further on asks; without any the answer is no.
    """
    action, charter = case.action, case.charter
    said = _words(" ".join(filter(None, (action.title, action.about))))
    words = {*said, *_words(case.kind or action.action or "")}
    begins = next((word for word in said if word not in _ARTICLES), "")
    stems = {_stem(word) for word in words}
    for allowed in charter.winding_up.still_allowed if charter.winding_up is not None else ():
        wanted = {_stem(word) for word in _words(allowed) if word not in _SMALL}
        if wanted and wanted <= stems:
            return True, f'the charter still allows "{allowed}"'
    if words & NEW:
        return False, _NOT_LEFT
    if case.kind in PUBLIC:
        if not words & (ANNOUNCING | REPORTING):
            return False, _NOT_LEFT
        return (True, f"{case.named} tells of the end") if words & OF_THE_END else (None, _OF_WHAT)
    spends = action.amount is not None or case.kind == "spend"
    if (begins in PAYING and words & OWED) or (spends and (begins in OWED or words & BILLED)):
        return True, f"{case.named} is to pay what is owed"
    if begins in RETURNING:
        return True, f"{case.named} is to give back"
    if words & (ANNOUNCING | REPORTING):
        return (True, f"{case.named} tells of the end") if words & OF_THE_END else (None, _OF_WHAT)
    if begins in PAYING or words & (OWED | RETURNING) or (spends and not said):
        return None, "whether it was owed, or promised, before the end is not said"
    return False, _NOT_LEFT


_OF_WHAT: Final = "whether it tells of the end is not said"
_NOT_LEFT: Final = "this is not part of winding up"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _stem(word: str) -> str:
    """A word without its endings, so that paying a debt and pay debts are the same."""
    for ending in ("s", "ing", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
    return word


def signed_points(case: Case) -> Iterator[Point]:
    """Whether all had signed by then, where the charter says when some of them did."""
    charter = case.charter
    if all(member.signed is None for member in charter.members):
        return
    if "signed" in (case.decision.passes or "").split():
        # The charter starts with fewer: those who have signed so far decide.
        return
    last = case.days[1]
    late = [
        member
        for member in charter.members
        if _belongs(member, case.days) and (member.signed is None or (member.signed.date or last) > last)
    ]
    if not late:
        yield Point(kept("authority", "", "all have signed", ("members",)))
        return
    names = join(*(member.name or member.id for member in late))
    said = f"before all had signed: {names} had not"
    remedy = f"Once all have signed, it can be agreed to again under {case.key}."
    route = ("members", charter.members.index(late[0]))
    yield Point(against("authority", "", said, route, remedy=remedy))


def _belongs(member: Member, days: tuple[date, date]) -> bool:
    return not member.in_ or any(holds(stretch, days) for stretch in member.in_)


def pilot_points(case: Case) -> Iterator[Point]:
    """What a pilot may not go beyond besides its end and its money: the use of the members' names."""
    charter, action = case.charter, case.action
    if charter.stage != "pilot":
        return
    names = [use for use in action.uses if _NAMES.intersection(_words(use))]
    if names:
        limit = charter.messaging.in_words if charter.messaging is not None else None
        owned = charter.ownership.name_and_logo if charter.ownership is not None else None
        text = limit or owned or ""
        route = ("messaging",) if limit else ("ownership", "name_and_logo") if owned else None
        said = f"it uses {join(*names)}; whether the pilot may do that is for you" if text else (
            f"it uses {join(*names)}, and nothing says where a pilot may use names"
        )  # fmt: skip
        yield Point(unsaid("limits", text, said, route))
    has_limit = charter.scope is not None and charter.scope.money is not None
    if action.amount is not None and not has_limit:
        said = f"{action.amount}, and this pilot has no limit on money"
        yield Point(unsaid("money", "", said, ("stage",)))


_NAMES: Final = frozenset("name names logo logos".split())
