"""The pipeline of actions: a charter and actions to verdicts, facts, matches and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from msgspec.structs import replace

from coalcheck import __version__
from coalcheck.engine.action.edits import CannotTry, vote_of, with_ballots, with_edits
from coalcheck.engine.action.load import LoadedAction, is_charter
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.action.options import from_options
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.annexes import Annexed, with_annexes, with_source
from coalcheck.engine.checking.checked import Asked, Check, Checked, Cure, Ground
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.facts import facts_of
from coalcheck.engine.checking.files import NoCharter, Unclear, named
from coalcheck.engine.checking.given import Given
from coalcheck.engine.checking.ground import asked_of, ground_of
from coalcheck.engine.checking.reading import data_of, own_policies, read_path
from coalcheck.engine.checking.tried import tried
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.result import Result
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import Own, shipped
from coalcheck.engine.policy.matcher import MatcherUnavailable, choose
from coalcheck.engine.source.files import shown
from coalcheck.engine.source.node import Mapping as Keys
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import NothingToCheck, Unreadable

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.sheet import LoadedBallots
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.facts.fact import Fact
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.policy.model import Policy
    from coalcheck.engine.source.node import Document, Problem


_CHARTER: Final = "charter.yaml"
__all__ = ["NOT_UNDERSTOOD", "Given", "NothingToCheck", "check", "findings_of_files"]

NOT_UNDERSTOOD: Final = (Unreadable, Unclear, CannotTry, MatcherUnavailable)
"""What is wrong with what was typed, each with a sentence for whoever typed it."""


class _Days(NamedTuple):
    """The day that was asked for, and the day to take where an action has none of its own."""

    as_of: date | None
    today: date


def check(  # noqa: PLR0913  (each is one question of whoever asks)
    paths: Sequence[str],
    *,
    given: Given | None = None,
    matcher: Wanted = "auto",
    as_of: date | None = None,
    today: date,
    stdin: Callable[[], bytes],
    brief_above: int | None = None,
) -> Check:
    """Say what a charter says of actions.

    Args:
        paths: the charter or its folder, then actions: files, folders, or ``-`` for standard input.
        given: what was given beside them.
        matcher: what compares policies with facts.
        as_of: the day from which it is judged; for each action its own day where it is not said.
        today: the day for an action that has none.
        stdin: reads standard input.
        brief_above: of more actions, what would change those in order is not looked for; no page shows it.

    Raises:
        Unreadable: the charter, or every action, cannot be read; where some can, the answer names the rest.
        NothingToCheck: no charter, or no action, was named or found.
        Unclear: what was typed does not say what is to be checked.
        CannotTry: the case to try cannot be made of the action.
        MatcherError: the rules engine failed; never to be read as "nothing found".
    """
    given = given or Given()
    try:
        where = named(paths)
    except NoCharter as error:
        raise NothingToCheck(str(error)) from error
    document = read_path(where.charter, stdin)
    if _is_action(document):
        name = document.name
        raise Unclear(f"{name} is an action; name its charter first: coalcheck check charter.yaml {name}.")
    annexed = with_annexes(load(document), where.charter)
    loaded = annexed.loaded
    asking = _Asking(annexed, own_policies(Path(where.charter).parent), matcher, given)
    actions: list[LoadedAction] = []
    unread: list[Unreadable] = []
    for group in where.groups:
        found = []
        for path in group.paths:
            try:
                found.append(_action(path, loaded.charter, stdin))
            except Unreadable as error:
                unread.append(error)
        actions += sorted(found, key=_by_day) if group.folder else found
    if given.options:
        if where.groups:
            raise Unclear("An action is given by a file or by options such as --action, not by both.")
        actions.append(from_options({**given.options, "date": given.date}, loaded.charter))
    if not actions:
        if unread:
            raise unread[0]
        where_to = "name one, such as letter.yaml, or use --action"
        msg = f"There is no action to check under {where.charter}; {where_to}."
        raise NothingToCheck(msg)
    brief = brief_above is not None and len(actions) > brief_above
    return asking.check(actions, _Days(as_of, today), tuple(map(str, unread)), brief=brief)


def findings_of_files(
    files: Mapping[str, str], policies: Sequence[Policy], *, matcher: Wanted = "auto"
) -> tuple[Finding, ...]:
    """Run some policies on an action, for their own examples.

    Args:
        files: name to text: ``charter.yaml`` is the charter, if there is one, a name that ends in ``.csv`` a
            sheet of ballots, and any other the action.
        policies: only these are asked.
        matcher: what compares policies with facts.
    """
    loaded = load(read(files.get(_CHARTER, ""), _CHARTER))
    asking = _Asking(Annexed(loaded), Own(tuple(policies), ()), matcher, Given(), alone=True)
    found: tuple[Finding, ...] = ()
    for name, text in files.items():
        if name.endswith(".csv"):
            found += asking.of_sheet(text.encode(), name)[1].findings
        elif name != _CHARTER:
            action = load_action(read(text, name), loaded.charter)
            found += asking.checked(action, _Days(None, date.max)).result.findings
    return found


class _Asking:
    """One charter with what is asked of actions under it."""

    def __init__(
        self, annexed: Annexed, extra: Own, wanted: Wanted, given: Given, *, alone: bool = False
    ) -> None:
        self._annexed = annexed
        self._loaded = loaded = annexed.loaded
        self._given = given
        charter = loaded.charter
        self._bindings = None if charter is None else Bindings(charter)
        profile = (
            Profile()
            if charter is None
            else Profile(charter.kind or "", charter.model or "", charter.stage or "")
        )
        policies = extra.policies if alone else extra.over(shipped())
        # Of the charter's own text only what keeps it from being read is told here: the rest is for validate.
        self._asked = asked((each for each in policies if each.subject in {"file", "action"}), profile)
        self._matcher = choose(wanted, tuple(policy for policy, _ in self._asked.values()))

    def check(
        self, actions: Sequence[LoadedAction], days: _Days, unread: tuple[str, ...], *, brief: bool
    ) -> Check:
        """All answers, in the order given."""
        beside = [self._of_charter()]
        beside += (self._of_problems(each, document, "charter") for document, each in self._annexed.faulty)
        if self._given.ballots:
            if len(actions) > 1:
                raise Unclear("A sheet of ballots goes with one action; name just that one.")
            actions, sheet = self._with_sheet(actions[0])
            beside.append(sheet)
        answers = tuple(self.checked(each, days, brief=brief) for each in actions)
        judged = [each.verdict.as_of for each in answers if each.verdict is not None]
        return Check(
            beside=tuple(each for each in beside if each.findings),
            checked=answers,
            as_of=days.as_of or max(judged, default=days.today),
            version=__version__,
            matcher=self._matcher.name,
            unread=unread,
        )

    def checked(self, loaded: LoadedAction, days: _Days, *, brief: bool = False) -> Checked:
        """What the charter says of one action; ``brief``: with what would change it only where needed."""
        found = self._checked(loaded, days, changes=not brief)
        return self._checked(loaded, days, changes=True) if brief and not found.in_order else found

    def _checked(self, loaded: LoadedAction, days: _Days, *, changes: bool) -> Checked:
        charter, action, document = self._loaded.charter, loaded.action, loaded.document
        facts = file_facts(loaded.problems)
        if charter is None or action is None:
            found = self._findings(facts, document)
            return Checked(_result(found, document), Asked(document.name), Ground(self._loaded.document.name))
        action, assumed = self._tried(action, charter)
        decided = decide(self._bindings or charter, action, as_of=_day(action, days), changes=changes)
        verdict = with_source(in_doubt(decided, loaded), self._annexed.file)
        question = asked_of(action, charter, verdict.as_of, assumed)
        ground = ground_of(charter, self._loaded.document, action, verdict)
        known = facts_of(question, ground, verdict)
        return Checked(
            _result(self._findings((*facts, *known), document), document),
            question,
            ground,
            verdict,
            tuple(self._cures(verdict, known[1:])),
            len(loaded.left_out),
        )

    def _tried(self, action: Action, charter: Charter) -> tuple[Action, tuple[str, ...]]:
        given = self._given
        votes = dict(map(vote_of, given.votes))
        day = given.date if given.date and not given.options else None
        edited = with_edits(
            action, votes=votes, absent=given.absent, without=given.without, date=day, charter=charter
        )
        # What was given by options alone stands in no file that could say otherwise.
        if edited is action or given.options:
            return edited, ()
        return edited, tuple(
            tried(charter, edited, votes, given.absent, given.without, moved=bool(given.date))
        )

    def _cures(self, verdict: Verdict, known: Sequence[Fact]) -> Iterator[Cure]:
        """Why an act has no authority, each with the point that says the same."""
        if verdict.outcome != "unauthorised":
            return
        for clause, fact in zip(verdict.clauses, known, strict=True):
            if clause.decides and clause.met is False:
                codes = sorted(code for code, _ in self._matcher.match((fact,)) if code in self._asked)
                yield Cure(clause, f"{self._asked[codes[0]][0].name}, {codes[0]}" if codes else "")

    def _with_sheet(self, action: LoadedAction) -> tuple[list[LoadedAction], Result]:
        path = self._given.ballots
        sheet, result = self.of_sheet(data_of(path), shown(path))
        if action.action is not None:
            action = action._replace(action=with_ballots(action.action, sheet.ballots))
        if not sheet.whole:
            action = action._replace(left_out=(*action.left_out, ("ballots",)))
        return [action], result

    def of_sheet(self, data: bytes, name: str) -> tuple[LoadedBallots, Result]:
        """The ballots of a sheet, and what keeps it from being read in full."""
        from coalcheck.engine.action.sheet import load_sheet

        sheet = load_sheet(data, name, self._loaded.charter)
        return sheet, self._of_problems(sheet.problems, sheet.document, "action")

    def _of_charter(self) -> Result:
        return self._of_problems(self._loaded.problems, self._loaded.document, "charter")

    def _of_problems(
        self, problems: tuple[Problem, ...], document: Document, kind: Literal["charter", "action"]
    ) -> Result:
        """What keeps a file beside the actions from being read in full."""
        found = self._findings(file_facts(problems), document)
        grave = tuple(each for each in found if each.severity is Severity.ERROR)
        return replace(_result(grave, document), kind=kind)

    def _findings(self, facts: tuple[Fact, ...], document: Document) -> tuple[Finding, ...]:
        return findings(self._matcher.match(facts), facts, self._asked, document)


def _result(found: tuple[Finding, ...], document: Document) -> Result:
    return Result(document.name, "action", found, lines=document.lines)


def _day(action: Action, days: _Days) -> date | None:
    """The day from which an action is judged: as asked for, else its own (None), else today."""
    own = action.date or action.closes or action.opened or action.notice
    return days.as_of or (None if own else days.today)


def _by_day(loaded: LoadedAction) -> tuple[str, str]:
    when = loaded.action.date if loaded.action is not None else None
    return (str(when or ""), loaded.document.name)


def _is_action(document: Document) -> bool:
    root = document.root
    return isinstance(root, Keys) and "action" in root.entries and not is_charter(document)


def _action(path: str, charter: Charter | None, stdin: Callable[[], bytes]) -> LoadedAction:
    document = read_path(path, stdin)
    if is_charter(document):
        msg = f"{document.name} is a charter; one charter comes first, and then actions under it."
        raise Unclear(msg)
    return load_action(document, charter)
