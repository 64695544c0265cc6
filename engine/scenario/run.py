"""One case judged under one charter, by the code that ``coalcheck check`` judges with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.days import Days
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.checking.given import Given
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.scenario.clauses import Clauses
from coalcheck.engine.scenario.compare import Difference, compared

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.checking.annexes import Annexed
    from coalcheck.engine.decide.verdict import Outcome, Verdict
    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.policy.load import Own
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.scenario.suite import Case


class Ran(Struct, frozen=True):
    """What one case came to.

    Attributes:
        case: the case.
        verdict: what the charter says of it; None where its file holds no action that could be judged.
        decided_by: the places of the clauses on which that rests.
        findings: the points beside it; only where the case expects some, or none.
        differences: what is not as expected; none where the case passes.
    """

    case: Case
    verdict: Verdict | None
    decided_by: tuple[str, ...]
    findings: tuple[Finding, ...]
    differences: tuple[Difference, ...]

    @property
    def outcome(self) -> Outcome | None:
        """What it came to; None where it could not be judged."""
        return None if self.verdict is None else self.verdict.outcome

    @property
    def passed(self) -> bool:
        """Whether all that was expected is so."""
        return not self.differences


class Under:
    """One charter under which cases are judged: its members are put in once for all of them.

    Attributes:
        charter: the charter.
        clauses: what its clauses are called.
        bindings: the charter with its members put in.
    """

    def __init__(self, annexed: Annexed, own: Own, matcher: Wanted = "auto") -> None:
        """Make a charter ready.

        Args:
            annexed: the charter as it was loaded; it must hold one.
            own: the coalition's own policies.
            matcher: what compares policies with facts.
        """
        charter = annexed.loaded.charter
        if charter is None:
            msg = f"{annexed.loaded.document.name} holds no charter."
            raise ValueError(msg)
        self.charter: Charter = charter
        self.clauses = Clauses(annexed.loaded.document)
        self.bindings = Bindings(charter)
        self._annexed = annexed
        self._own = own
        self._matcher: Wanted = matcher
        self._asking: Asking | None = None

    def changed(self, charter: Charter) -> Under:
        """The same with another charter in the place of the one that its file holds."""
        loaded = self._annexed.loaded._replace(charter=charter)
        other = Under(self._annexed._replace(loaded=loaded), self._own, self._matcher)
        # The file is the same, and so are the places in it.
        other.clauses = self.clauses
        return other

    @property
    def asking(self) -> Asking:
        """The policies asked of actions under it, made ready when first asked for."""
        if self._asking is None:
            self._asking = Asking(self._annexed, self._own, self._matcher, Given())
        return self._asking


def run(case: Case, under: Under) -> Ran:
    """Judge one case.

    Args:
        case: the case; it may have been read under another charter than the one it is judged by.
        under: the charter.

    Raises:
        ChapterFailed, MatcherError: the program failed; never to be read as a case that fails or passes.
    """
    verdict, found = judged(case, under)
    decided_by = () if verdict is None else under.clauses.deciding(verdict)
    differences = compared(case, verdict, found, under.clauses)
    return Ran(case, verdict, decided_by, found, differences)


def unjudged(case: Case) -> Ran:
    """A case for which there is no charter to judge it by: it cannot pass."""
    expected = (case.expect.verdict or "") if case.expect is not None else ""
    return Ran(case, None, (), (), (Difference("unread", expected, ""),))


def judged(case: Case, under: Under) -> tuple[Verdict | None, tuple[Finding, ...]]:
    """The verdict on a case, and the points beside it where the case speaks of points."""
    loaded, expect = case.loaded, case.expect
    action = loaded.action
    if action is None:
        return None, ()
    as_of = Days(case.as_of, date.max).of(action, under.charter)
    changes = expect is not None and (expect.to_pass is not None or expect.to_block is not None)
    verdict = in_doubt(decide(under.bindings, action, as_of=as_of, changes=changes, scope=True), loaded)
    if expect is None or not (expect.findings or expect.no_findings):
        return verdict, ()
    # What would change it is part of no point, so it is not looked for.
    return verdict, under.asking.judged(loaded, action, verdict).result.findings
