"""One charter with the policies that apply to it, and what is asked of actions and records under it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from msgspec.structs import replace

from coalcheck.engine.action.edits import with_ballots
from coalcheck.engine.checking.annexes import with_source
from coalcheck.engine.checking.checked import Asked, Checked, Cure, Ground
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.facts import facts_of
from coalcheck.engine.checking.ground import CharterPlaces, asked_of, ground_of
from coalcheck.engine.checking.matters import OfFile, facts_of_act, facts_of_record
from coalcheck.engine.checking.reading import data_of
from coalcheck.engine.checking.silent import Silent
from coalcheck.engine.checking.tried import edited
from coalcheck.engine.conduct.act import Act
from coalcheck.engine.conduct.terms import charter_has
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.findings.finding import BaselineState, Finding, Severity
from coalcheck.engine.findings.result import Result
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.findings.settle import Settled, settle
from coalcheck.engine.history.kinds import kinds_of, renews
from coalcheck.engine.history.replay import with_past
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import Own, shipped
from coalcheck.engine.policy.looked import OF_ACTIONS, OF_FILES, OF_RECORDS, looked_for
from coalcheck.engine.policy.matcher import choose
from coalcheck.engine.policy.remembering import Remembering
from coalcheck.engine.source.files import shown

if TYPE_CHECKING:
    from coalcheck.engine.action.load import LoadedAction
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.sheet import LoadedBallots
    from coalcheck.engine.checking.annexes import Annexed
    from coalcheck.engine.checking.days import Days
    from coalcheck.engine.checking.given import Given
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.facts.fact import Fact, Subject
    from coalcheck.engine.history.record import Entry, Record
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.source.node import Document, Problem

_SUBJECTS: Final = OF_ACTIONS | OF_RECORDS
"""Of the charter's own text only what keeps it from being read is told here: the rest is for validate."""


class Asking:
    """One charter with what is asked of actions under it.

    Attributes:
        loaded: the charter's file.
        matcher: the name of what compares policies with facts.
    """

    def __init__(  # noqa: PLR0913  (what is asked, and how)
        self,
        annexed: Annexed,
        extra: Own,
        wanted: Wanted,
        given: Given,
        *,
        alone: bool = False,
        settings: Settings = NONE,
        day: date | None = None,
    ) -> None:
        self._annexed = annexed
        self.loaded = loaded = annexed.loaded
        self._given = given
        charter = loaded.charter
        self.bindings = None if charter is None else Bindings(charter)
        self._places = None if charter is None else CharterPlaces(charter, loaded.document)
        profile = (
            Profile()
            if charter is None
            else Profile(charter.kind or "", charter.model or "", charter.stage or "")
        )
        self._policies = policies = extra.policies if alone else extra.over(shipped())
        self._settings, self._day = settings, day or date.today()
        self._asked = asked((each for each in policies if each.subject in _SUBJECTS), profile)
        asked_for = tuple(policy for policy, _ in self._asked.values())
        self._matcher = Remembering(choose(wanted, asked_for), asked_for)
        self._silent = Silent(self._matcher)
        self.matcher = self._matcher.name

    def checked(
        self,
        loaded: LoadedAction,
        days: Days,
        on_record: Sequence[LoadedAction] | None = None,
        *,
        brief: bool = False,
    ) -> Checked:
        """What the charter says of one action, and what is found beside it.

        Args:
            loaded: the action's file.
            days: from which day it is judged.
            on_record: what else is on record; None where no record was given.
            brief: what would change it is looked for only where it is not in order.

        Raises:
            ChapterFailed: a chapter could not be examined.
        """
        found = self._checked(loaded, days, on_record, changes=not brief)
        return self._checked(loaded, days, on_record, changes=True) if brief and not found.clean else found

    def _checked(
        self,
        loaded: LoadedAction,
        days: Days,
        on_record: Sequence[LoadedAction] | None,
        *,
        changes: bool,
    ) -> Checked:
        charter, action = self.loaded.charter, loaded.action
        if charter is None or action is None or self.bindings is None:
            return self.unjudged(loaded)
        action, assumed = edited(self._given, action, charter)
        as_of = days.of(action, charter)
        verdict, past = None, None
        if on_record is not None:
            loaded = loaded._replace(action=action)
            document = self.loaded.document
            entry, past = with_past(self.bindings, document, on_record, loaded, as_of, in_doubt)
            verdict = entry.verdict
        elif action.happened is None:
            decided = decide(self.bindings, action, as_of=as_of, changes=changes, scope=True)
            verdict = in_doubt(decided, loaded)
        if verdict is None:
            return self.told(loaded, action, as_of, past)
        return self.judged(loaded, action, verdict, past, assumed)

    def unjudged(self, loaded: LoadedAction) -> Checked:
        """Of a file that holds no action, or under a charter that cannot be read."""
        document = loaded.document
        found = self._settled(file_facts(loaded.problems), document, OF_FILES)
        return Checked(
            found.result(document, "action"), Asked(document.name), Ground(self.loaded.document.name)
        )

    def entry(self, entry: Entry, loaded: LoadedAction, past: Record) -> Checked:
        """Of an entry of a record, with what was on record before it.

        Raises:
            ChapterFailed: a chapter could not be examined.
        """
        if entry.verdict is None:
            return self.told(loaded, entry.action, past.as_of, past)
        return self.judged(loaded, entry.action, entry.verdict, past, kinds=entry.kinds)

    def told(self, loaded: LoadedAction, action: Action, as_of: date, past: Record | None) -> Checked:
        """Of something that happened and was not decided: it is taken as told, and gets no verdict."""
        charter, document = self.loaded.charter, loaded.document
        if charter is None:
            return self.unjudged(loaded)
        question = asked_of(action, charter, as_of)
        act = Act(charter, self.loaded.document, action, document, (), None, as_of, past)
        facts = (*file_facts(loaded.problems), *facts_of_act(act, question.title))
        found = self._settled(facts, document, OF_ACTIONS, whole=past is not None)
        ground = Ground(self.loaded.document.name)
        left_out, terms = len(loaded.left_out), charter_has(act)
        result = found.result(document, "event")
        return Checked(result, question, ground, unread=left_out, terms=terms)

    def judged(  # noqa: PLR0913  (each is one thing that is known of it)
        self,
        loaded: LoadedAction,
        action: Action,
        verdict: Verdict,
        past: Record | None = None,
        assumed: Sequence[str] = (),
        *,
        kinds: tuple[str, ...] | None = None,
    ) -> Checked:
        """Of an action with its verdict.

        Args:
            loaded: its file.
            action: what it says, with what is assumed.
            verdict: what the charter says of it.
            past: what was on record before; None where no record was given.
            assumed: what was assumed and does not stand in the file.
            kinds: the kinds of decision that it may be of, where they are known.
        """
        charter, document = self.loaded.charter, loaded.document
        if charter is None:
            return self.unjudged(loaded)
        verdict = with_source(verdict, self._annexed.file)
        question = asked_of(action, charter, verdict.as_of, assumed)
        ground = ground_of(self._places or CharterPlaces(charter, self.loaded.document), action, verdict)
        # Why it has no authority is told clause by clause, so that then all facts are asked for.
        without = verdict.outcome == "unauthorised"
        known = (facts_of if without else self._silent.facts)(question, ground, verdict)
        if kinds is None:
            kinds = kinds_of(charter, action, verdict, renews=renews(action, past))
        day, whole = verdict.as_of, self.loaded.document
        act = Act(charter, whole, action, document, kinds, verdict, day, past, self.bindings)
        facts = (*file_facts(loaded.problems), *known, *facts_of_act(act, question.title))
        return Checked(
            self._settled(facts, document, OF_ACTIONS, whole=past is not None).result(document, "action"),
            question,
            ground,
            verdict,
            tuple(self._cures(verdict, known[1:])),
            len(loaded.left_out),
        )

    def of_record(self, record: Record) -> tuple[Result, ...]:
        """What is found in a record as a whole: in the charter, and in each entry that has something.

        Raises:
            ChapterFailed: a chapter could not be examined.
        """
        seen = {each.document.name: each for each in facts_of_record(record)}
        # An entry of which there is nothing to say may still have a comment that sets something aside.
        for entry in record.entries:
            seen.setdefault(entry.document.name, OfFile(entry.document, ()))
        found, ignored = [], 0
        for document, facts in seen.values():
            said = self._settled(facts, document, OF_RECORDS, whole=True)
            ignored += said.ignored
            if said.findings or said.set_aside or document is record.document:
                found.append(replace(said.result(document, "record"), ignored=0))
        return (replace(found[0], ignored=ignored), *found[1:])

    def of_charter(self) -> Result:
        """The charter itself, with what keeps it from being read in full."""
        return self._of_problems(self.loaded.problems, self.loaded.document, "charter")

    def beside(self) -> list[Result]:
        """What keeps the charter, or an annex that it rests on, from being read in full."""
        found = [self.of_charter()]
        found += (self._of_problems(each, document, "charter") for document, each in self._annexed.faulty)
        return [each for each in found if each.findings]

    def of_sheet(self, data: bytes, name: str) -> tuple[LoadedBallots, Result]:
        """The ballots of a sheet, and what keeps it from being read in full."""
        from coalcheck.engine.action.sheet import load_sheet

        sheet = load_sheet(data, name, self.loaded.charter)
        return sheet, self._of_problems(sheet.problems, sheet.document, "action")

    def with_sheet(self, action: LoadedAction) -> tuple[LoadedAction, Result]:
        """The action with the ballots of the sheet that was given."""
        path = self._given.ballots
        sheet, result = self.of_sheet(data_of(path), shown(path))
        if action.action is not None:
            action = action._replace(action=with_ballots(action.action, sheet.ballots))
        if not sheet.whole:
            action = action._replace(left_out=(*action.left_out, ("ballots",)))
        return action, result

    def _cures(self, verdict: Verdict, known: Sequence[Fact]) -> Iterator[Cure]:
        """Why an act has no authority, each with the point that says the same."""
        if verdict.outcome != "unauthorised":
            return
        for clause, fact in zip(verdict.clauses, known, strict=True):
            if clause.decides and clause.met is False:
                codes = sorted(code for code, _ in self._matcher.match((fact,)) if code in self._asked)
                yield Cure(clause, f"{self._asked[codes[0]][0].name}, {codes[0]}" if codes else "")

    def _of_problems(
        self, problems: tuple[Problem, ...], document: Document, kind: Literal["charter", "action"]
    ) -> Result:
        """What keeps a file beside the actions from being read in full; nothing of that can be set aside."""
        found = self._findings(file_facts(problems), document)
        state: BaselineState | None = None if self._settings.baseline is None else "new"
        grave = tuple(
            replace(each, baseline_state=state) for each in found if each.severity is Severity.ERROR
        )
        return Settled(grave).result(document, kind)

    def _findings(self, facts: Sequence[Fact], document: Document) -> tuple[Finding, ...]:
        return findings(self._matcher.match(facts), facts, self._asked, document) if facts else ()

    def _settled(
        self, facts: Sequence[Fact], document: Document, subjects: Collection[Subject], *, whole: bool = False
    ) -> Settled:
        """What counts of what is found; of the whole record where all that there is could have been found."""
        looked = looked_for(self._policies, subjects, self._asked, self._matcher, document, whole=whole)
        return settle(self._findings(facts, document), document, self._settings, self._day, looked)
