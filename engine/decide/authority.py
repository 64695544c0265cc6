"""What is asked of an action before its votes are counted: may it be decided, so, by these, now?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.action.moment import Moment, UnknownZone
from coalcheck.engine.decide.amending import amending_points
from coalcheck.engine.decide.answers import answer_points
from coalcheck.engine.decide.asking import Ask, Asking
from coalcheck.engine.decide.beside import beside
from coalcheck.engine.decide.case import Case, Point, case_of, kept, unsaid
from coalcheck.engine.decide.composition import composition_points
from coalcheck.engine.decide.course import (
    deliberation_points,
    expiry_points,
    explanation_points,
    needs_points,
    notice_points,
    window_points,
)
from coalcheck.engine.decide.covering import covering
from coalcheck.engine.decide.limits import body_points, limit_points
from coalcheck.engine.decide.money import fund_points, scope_money_points, unknown_sum_points
from coalcheck.engine.decide.term import pilot_points, signed_points, term_points
from coalcheck.engine.decide.verdict import Consulted, Part
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.past import Past

COALITION: Final = "coalition"

CONSTITUTIVE: Final[frozenset[Part]] = frozenset(
    ("authority", "body", "term", "limits", "money", "needs", "expiry")
)
"""Parts without which there is no valid decision; the others are rules on how it is taken."""


class Authority(Struct, frozen=True):
    """What is known of an action before its votes are counted.

    Attributes:
        decision: the decision under which it is judged; None where there is none, or where it is open which.
        clauses: every clause that was asked, in order. One with a ``cure`` makes the act unauthorised.
        missing: questions on which the verdict depends, each with who can answer it. With any of them, and
            no clause that makes the act unauthorised, the charter does not say.
        awaits: those of the questions that time will answer, such as an explanation that is not due yet.
            Where all of ``missing`` is among them, it is still open, and not the charter that does not say.
        candidates: the decisions that it may fall under. Where there is more than one, ask again with each as
            ``decision``: only if they come out differently does it matter which is meant.
        others: decisions in force that would also do, such as the one that needs no notice; any is enough.
        others_ask: what must be known before one of ``others`` may be used; empty where they may be.
        beside: decisions that would do too, where the action names another by its id; not judged by.
        kinds: the kind that the action names, or all that its decision covers.
        held: when it was decided, or is to be.
        opens: when voting opened.
        own_name: whether it is done in the name of members and not of the coalition.
        notes: defaults that made a difference, and what was not looked at; one sentence each.
    """

    decision: str | None
    clauses: tuple[Consulted, ...]
    missing: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    awaits: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    held: Moment | None = None
    opens: Moment | None = None
    own_name: bool = False
    notes: tuple[str, ...] = ()
    others_ask: str = ""
    beside: tuple[str, ...] = ()

    @property
    def authorised(self) -> bool:
        """Whether no clause stands against it; what is open is in ``missing``."""
        for clause in self.clauses:  # noqa: SIM110  (asked of every action, and a generator takes thrice as long)
            if clause.cure:
                return False
        return True

    @property
    def awaited(self) -> list[str]:
        """What there is no valid decision without and is not due yet; only an explanation comes later."""
        if not self.awaits:
            return []
        needs = [each for each in self.clauses if each.part == "needs" and each.text == "explanation"]
        return [each.said for each in needs if each.met is None]


_ASKED: Final[tuple[tuple[Part, Ask], ...]] = (
    ("authority", signed_points),
    ("authority", amending_points),
    ("body", body_points),
    ("term", term_points),
    ("limits", limit_points),
    ("money", scope_money_points),
    ("money", fund_points),
    ("money", unknown_sum_points),
    ("limits", pilot_points),
    ("notice", notice_points),
    ("deliberation", deliberation_points),
    ("window", window_points),
    ("needs", needs_points),
    ("expiry", expiry_points),
    ("explanation", explanation_points),
    ("seats", composition_points),
    ("answers", answer_points),
)


def authority(  # noqa: PLR0913  (each is a separate question about the same action)
    charter: Charter,
    action: Action,
    as_of: date,
    *,
    decision: str | None = None,
    past: Past | None = None,
    asking: Asking | None = None,
) -> Authority:
    """Ask everything that is asked before counting.

    Args:
        charter: the charter.
        action: what was proposed, voted on or done.
        as_of: the day from which it is judged.
        decision: judge it under this one of its ``candidates``, as if the action had named it.
        past: what was on record before it; None where it is judged by itself.
        asking: what is kept of the charter's questions from action to action.
    """
    asking = asking or Asking(charter)
    case = case_of(charter, action, as_of, asking.terms, past)
    if action.in_name_of and COALITION not in action.in_name_of:
        return _own_name(case)
    collected = _Collected()
    candidates: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    key = decision or ""
    if decision is None:
        try:
            covered = asking.covered(case, covering)
        except UnknownZone as unknown:
            collected.zone_unknown("authority", unknown)
        except Exception as error:  # noqa: BLE001  (a clause that cannot be judged is never passed over)
            collected.failed("authority", error)
        else:
            collected.add(*covered.points)
            key, candidates, others = covered.key, covered.candidates, covered.others
            collected.others_ask = covered.others_ask
            if not asking.by_name_alone:
                collected.beside = beside(case, covered.kind)
            case = replace(case, kind=covered.kind, key=key)
    elif decision in charter.decisions:
        candidates = (decision,)
        named = action.action
        kind = named if named is not None and named in charter.decisions[decision].covers else ""
        case = replace(case, kind=kind, key=key)
    else:
        raise KeyError(decision)
    if not key:
        return collected.about(case, candidates, others)
    opening, asked = asking.opening(case, _ASKED)
    collected.clauses += opening
    for part, ask in asked:
        try:
            for point in ask(case):
                if point.asks or point.note:
                    collected.add(point)
                else:
                    collected.clauses.append(point.clause)
        except UnknownZone as unknown:
            collected.zone_unknown(part, unknown)
        except Exception as error:  # noqa: BLE001  (a clause that cannot be judged is never passed over)
            collected.failed(part, error)
    ends = charter.term.ends if charter.term is not None else None
    if action.until is not None and ends is not None and action.until > ends:
        runs, end = day_in_words(action.until), day_in_words(ends)
        collected.notes.append(f"It runs until {runs}; the term ends on {end}.")
    return collected.about(case, candidates, others)


class _Collected:
    """The clauses asked so far, with the questions and notes that came of them."""

    def __init__(self) -> None:
        self.clauses: list[Consulted] = []
        self.missing: list[str] = []
        self.awaits: list[str] = []
        self.notes: list[str] = []
        self.others_ask = ""
        self.beside: tuple[str, ...] = ()

    def add(self, *points: Point) -> None:
        for clause, asks, note, awaited in points:
            self.clauses.append(clause)
            if asks and clause.met is None and clause.part in CONSTITUTIVE and asks not in self.missing:
                self.missing.append(asks)
                if awaited:
                    self.awaits.append(asks)
            if note:
                self.notes.append(_sentence(f"{clause.part}: {note}"))

    def failed(self, part: Part, error: Exception) -> None:
        """Note that a question could not be answered because the program failed at it."""
        said = f"could not be examined ({type(error).__name__}: {error})"
        self.clauses.append(Consulted(part, None, "", said))
        self.missing.append(
            f"The {part} of this decision {said}: that is a fault of this program, not yours."
        )

    def zone_unknown(self, part: Part, unknown: UnknownZone) -> None:
        """Note that a question needs the days of a time zone that is not known here."""
        said = f"the charter's time zone, {unknown}, is not known here"
        self.clauses.append(Consulted(part, None, "", said, ("time_zone",)))
        asks = f"What is the time zone? {unknown} is not known here; one such as Europe/Madrid is."
        if part in CONSTITUTIVE and asks not in self.missing:
            self.missing.append(asks)

    def about(self, case: Case, candidates: tuple[str, ...], others: tuple[str, ...]) -> Authority:
        """All that was found about a case."""
        return Authority(
            decision=case.key or None,
            clauses=tuple(self.clauses),
            missing=tuple(self.missing),
            awaits=tuple(self.awaits),
            candidates=candidates,
            others=others,
            kinds=case.kinds if case.key else (case.kind,) if case.kind else (),
            held=case.held,
            opens=case.opens,
            notes=tuple(self.notes),
            others_ask=self.others_ask,
            beside=self.beside,
        )


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _own_name(case: Case) -> Authority:
    names = {member.id: member.name or member.id for member in case.charter.members}
    strangers = [each for each in case.action.in_name_of if each not in names]
    if strangers:
        # It may be the coalition that is meant, spelt otherwise.
        said = f"done in the name of {join(*strangers)}, and the charter has no member of that name"
        asks = f"In whose name is it done? {join(*strangers)} is no member; coalition stands for all of you."
        clause = unsaid("authority", "", said)
        return Authority(None, (clause,), (asks,), held=case.held, opens=case.opens)
    who = join(*(names[each] for each in case.action.in_name_of))
    clause = kept("authority", "", f"done in the name of {who}, and not of the coalition")
    return Authority(None, (clause,), (), held=case.held, opens=case.opens, own_name=True)
