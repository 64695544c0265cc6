"""The door: what a charter says of one action, all in the order in which it is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.decide.authority import Authority, authority
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.case import Case, case_of
from coalcheck.engine.decide.either import either, told_beside
from coalcheck.engine.decide.grounds import deciding
from coalcheck.engine.decide.open import Foreseen, foreseen, voting_time_runs
from coalcheck.engine.decide.own_day import own_day
from coalcheck.engine.decide.procedural import procedural, told
from coalcheck.engine.decide.question import Question
from coalcheck.engine.decide.scope import NO_SCOPE, Presumed, clause_of, scope_of
from coalcheck.engine.decide.suggest import Suggested, enough, smallest_changes
from coalcheck.engine.decide.verdict import OUTCOMES, Change, Consulted, Outcome, Part, Verdict
from coalcheck.engine.facts.examination import REMOVALS

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action, Status
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.past import Past

MOST_SUBJECTS: Final = 40


def decide(  # noqa: PLR0913  (each is one question of whoever asks)
    charter: Charter | Bindings,
    action: Action,
    *,
    as_of: date | None = None,
    changes: bool = True,
    past: Past | None = None,
    scope: bool | Presumed = False,
) -> Verdict:
    """Say what a charter says of one action.

    Args:
        charter: the charter; or, for many actions under one, its ``Bindings``, made once.
        action: what was proposed, voted on or done.
        as_of: the day from which it is judged; the action's own date where not given, else today.
        changes: whether the smallest change that would carry or stop it is looked for.
        past: what was on record before it, such as money spent and vetoes used; None to judge it by itself.
        scope: whether it is also held against what was agreed, or what was presumed of that beforehand.

    Returns:
        The verdict. An exception while a clause is examined ends in ``indeterminate`` and names the clause.
    """
    bindings = charter if isinstance(charter, Bindings) else Bindings(charter)
    day = as_of or own_day(bindings.charter, action)
    meeting = procedural(bindings.charter, action)
    if meeting is not None:
        return told(_decided(_Door(Bindings(meeting), action, day, changes=changes)), bindings.charter)
    return _decided(_Door(bindings, action, day, past, changes=changes, scope=scope))


def _decided(door: _Door) -> Verdict:
    try:
        return door.verdict()
    except Exception as error:  # noqa: BLE001  (what cannot be judged is never passed over)
        return door.failed("rule", error)


class _Door:
    """Puts together what is asked before counting, the count, and what could still change."""

    def __init__(  # noqa: PLR0913  (what ``decide`` is given)
        self, bindings: Bindings, action: Action, as_of: date, past: Past | None = None, *,
        changes: bool, scope: bool | Presumed = False,
    ) -> None:  # fmt: skip
        self.bindings = bindings
        self.charter = bindings.charter
        self.action = action
        self.as_of = as_of
        self.past = past
        self.changes = changes
        self.scope = scope
        self.notes: list[str] = []

    def verdict(self) -> Verdict:
        """Ask everything."""
        try:
            found = self._authority()
        except Exception as error:  # noqa: BLE001  (what cannot be judged is never passed over)
            return self.failed("authority", error)
        if self.scope is False:
            return self._answered(found)
        try:
            again = self._again if self.changes else None
            presumed = None if self.scope is True else self.scope
            standing = scope_of(self.bindings, self.action, self.as_of, found, self.past, again, presumed)
        except Exception as error:  # noqa: BLE001  (what cannot be judged is never passed over)
            return self.failed("scope", error)
        if standing is not None and standing.answer == "out":
            found = replace(found, clauses=(*found.clauses, clause_of(standing)))
        if self.charter.scope is None and self.charter.kind != "body":
            found = replace(found, notes=(*found.notes, NO_SCOPE))
        return replace(self._answered(found), scope=standing)

    def _answered(self, found: Authority) -> Verdict:
        if found.own_name and found.authorised:
            return Verdict("adopted", "", self.as_of, clauses=found.clauses, notes=found.notes)
        judged = self._without_decision(found) if found.decision is None else self._under(found)
        if found.others:
            judged = either(judged, found.others, found.others_ask, self.action, self._judge)
        return told_beside(judged, found.beside, self.action, self._judge) if found.beside else judged

    def _judge(self, key: str, action: Action) -> Verdict:
        """What an action comes to under one decision."""
        door = _Door(self.bindings, action, self.as_of, self.past, changes=self.changes)
        return door._under(door._authority(key))

    def _again(self, action: Action) -> Outcome:
        """What another action comes to, by the same votes."""
        return decide(self.bindings, action, as_of=self.as_of, changes=False, past=self.past).outcome

    def _authority(self, decision: str | None = None) -> Authority:
        asking = self.bindings.asking
        return authority(
            self.charter, self.action, self.as_of, decision=decision, past=self.past, asking=asking
        )

    def failed(self, part: Part, error: Exception) -> Verdict:
        """The verdict where the program failed at a question: that nobody knows."""
        said = f"could not be examined ({type(error).__name__}: {error})"
        missing = f"The {part} of this decision {said}: that is a fault of this program, not yours."
        clause = Consulted(part, None, "", said, decides=True)
        return Verdict("indeterminate", "", self.as_of, clauses=(clause,), missing=(missing,))

    def _without_decision(self, found: Authority) -> Verdict:
        """No decision covers it, or it is open which; where all of them agree it does not matter which."""
        if not found.authorised:
            clauses = tuple(replace(each, decides=bool(each.cure)) for each in found.clauses)
            return Verdict(
                "unauthorised", "", self.as_of, clauses=clauses, missing=found.missing, notes=found.notes
            )
        if len(found.candidates) > 1:
            under = [self._under(self._authority(each)) for each in found.candidates]
            if len({each.outcome for each in under}) == 1 and under[0].outcome != "indeterminate":
                names = ", ".join(found.candidates)
                note = f"It may fall under several decisions, {names}; under each it comes out the same."
                return replace(under[0], notes=(*under[0].notes, note))
        clauses = tuple(replace(each, decides=each.met is None) for each in found.clauses)
        return Verdict(
            "indeterminate", "", self.as_of, clauses=clauses, missing=found.missing, notes=found.notes
        )

    def _under(self, found: Authority) -> Verdict:
        key = found.decision or ""
        kind = found.kinds[0] if len(found.kinds) == 1 else ""
        terms = self.bindings.asking.terms
        case = case_of(self.charter, self.action, self.as_of, terms, self.past, kind=kind, key=key)
        question = Question(self.bindings, case, self._subject(case))
        counted = question.outcomes
        missing = [each for each in found.missing if each not in found.awaits]
        others = self._other_readings(case, question)
        if len(others) > 1 or (others and others != set(counted)):
            counted = tuple(each for each in OUTCOMES if each in {*counted, *others})
        status = case.status
        count = question.count
        outcome, also, settled = self._outcome(found, question, counted, status)
        if len(counted) > 1 and (status == "closed" or outcome == "indeterminate"):
            missing += question.missing
        if status == "proposed" and case.decision.silence == "adopts" and self.action.status is None:
            self.notes.append("If nobody objected in time, status: closed says so, and it can be judged.")
        notes = [*found.notes, *question.notes, *self.notes]
        to_pass, to_block = ((), ()) if settled else self._suggested(question, outcome, status, notes)
        clauses = (*found.clauses, *question.clauses)
        return Verdict(
            outcome,
            key,
            self.as_of,
            also,
            deciding(clauses, outcome, also),
            () if count is None else count.members(over=status == "closed"),
            () if count is None else count.reads(question),
            to_pass,
            to_block,
            tuple(dict.fromkeys(missing)),
            settled,
            tuple(dict.fromkeys(notes)),
        )

    # Who it is about, and when it was

    def _subject(self, case: Case) -> tuple[str, ...]:
        if not self.action.subject:
            return ()
        known = {member.id for member in self.charter.members}
        for member in self.action.subject:
            if member not in known and "admit" not in case.kinds:
                self.notes.append(f"{member}, whom it is about, is no member of this charter.")
        return tuple(each for each in self.action.subject if each in known)

    def _other_readings(self, case: Case, question: Question) -> set[Outcome]:
        """What it comes to if something that the record leaves open was otherwise than is shown."""
        found: set[Outcome] = set()
        if question.count is None:
            return found
        chamber = question.count.chamber
        first_day, last_day = case.days
        if first_day != last_day and self._members_differ(case):
            last = replace(case, held=last_day, opens=case.opens)
            found |= set(Question(self.bindings, last, question.concerned).outcomes)
            question.missing.append("On which day was it? The members were not the same all year.")
            found |= set(question.outcomes)
        about_one = case.decision.member_concerned is not None and set(case.kinds) <= REMOVALS and case.kinds
        if not question.concerned and not self.action.subject and (chamber.speaks_of_others or about_one):
            rows = [row.id for row in chamber.roll.rows if row.count == 1][:MOST_SUBJECTS]
            for member in rows:
                found |= set(Question(self.bindings, case, (member,)).outcomes)
            question.missing.append("Which member is it about? It can stand under subject.")
        return found

    def _members_differ(self, case: Case) -> bool:
        first = self.bindings.membership(case).electorate(case.decision.body)
        last = self.bindings.membership(case, last=True).electorate(case.decision.body)
        return first != last

    # What it comes to

    def _outcome(
        self, found: Authority, question: Question, counted: tuple[Outcome, ...], status: Status
    ) -> tuple[Outcome, tuple[Outcome, ...], bool]:
        """The first outcome that holds, the others that hold, and whether it is settled before the end."""
        holding: list[Outcome] = []
        settled = False
        if not found.authorised:
            holding.append("unauthorised")
        elif any(each not in found.awaits for each in found.missing):
            holding.append("indeterminate")
        if status != "closed":
            seen = Foreseen()
            if status == "open":
                seen = question.ask(
                    "rule", ("decisions", question.case.key), lambda: foreseen(question), seen
                )
            answer = seen.outcome
            if seen.lost and answer is None:
                self.notes.append("Whatever comes, it is not carried any more.")
            settled = answer is not None
            if answer is None or voting_time_runs(question.case):
                holding.append("pending")
            if question.failed or question.never_told or seen.untold:
                holding.append("indeterminate")
            if answer is not None:
                holding.append(answer)
        elif len(counted) != 1:
            holding.append("indeterminate")
        else:
            holding += self._closed(found, question, counted[0])
        holding = [each for each in OUTCOMES if each in holding]
        return holding[0], tuple(holding[1:]), settled

    def _closed(self, found: Authority, question: Question, outcome: Outcome) -> list[Outcome]:
        """What holds once voting is over and all is known."""
        holding: list[Outcome] = [outcome]
        count = question.count
        if outcome == "no-quorum" and count is not None and count.freed is False:
            holding.append("rejected")
        if outcome == "adopted":
            for each in filter(None, (question.examined.still_open, *found.awaited)):
                self.notes.append(f"It is not final yet: {each}.")
                holding.append("pending")
        if outcome == "no-quorum":
            if question.case.decision.no_quorum == "extend":
                self.notes.append("The charter keeps the vote open until enough have taken part.")
                holding.append("pending")
            elif question.case.decision.no_quorum == "fails":
                self.notes.append("Where too few take part, the charter says, it has failed.")
        return holding

    def _suggested(
        self, question: Question, outcome: Outcome, status: Status, notes: list[str]
    ) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """The smallest changes; a fault in the search is said, and touches no outcome."""
        if not self.changes or question.failed or question.count is None or question.count.cast.missing:
            return (), ()
        if outcome in ("unauthorised", "indeterminate"):
            return (), ()
        try:
            if status != "closed":
                found = enough(question)
            elif outcome in ("adopted", "pending"):
                found = smallest_changes(question, carry=False)
            else:
                found = smallest_changes(question, carry=True)
        except Exception as error:  # noqa: BLE001  (the outcome stands; what would change it does not)
            notes.append(f"What would change it could not be worked out ({type(error).__name__}: {error}).")
            found = Suggested()
        if found.note:
            notes.append(found.note)
        if status == "closed" and outcome in ("adopted", "pending"):
            return (), found.changes
        return found.changes, ()
