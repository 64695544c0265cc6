"""Cases written down and judged: what a charter says of one, and whether one tells two charters apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.model import Expect
from coalcheck.engine.scenario.mutation.written import written
from coalcheck.engine.scenario.run import judged, run
from coalcheck.engine.scenario.words import ANY
from coalcheck.engine.source.node import Document
from coalcheck.engine.source.node import Mapping as Keys
from coalcheck.engine.source.read import read

if TYPE_CHECKING:
    from coalcheck.engine.decide.verdict import Outcome
    from coalcheck.engine.scenario.run import Under
    from coalcheck.engine.scenario.suite import Case

_CASES: Final = "cases"
_NOTHING_EXPECTED: Final = "nothing-expected"


class Seen(Struct, frozen=True):
    """What one charter says of one case.

    Attributes:
        outcome: what it comes to.
        decided_by: the clauses on which that rests.
        scope: whether it is within what was agreed; empty where that is not asked.
        points: names of the points beside it; none where they were not looked for.
    """

    outcome: Outcome
    decided_by: tuple[str, ...]
    scope: str
    points: frozenset[str]


class Trial:
    """Judges cases that are written as keys and values, as if they stood in a test file.

    Attributes:
        under: the charter.
    """

    def __init__(self, under: Under, frame: Document | None = None) -> None:
        """Make ready.

        Args:
            under: the charter.
            frame: a test file whose heading and ``given:`` hold for the cases too; None for none.
        """
        self.under = under
        root = frame.root if frame is not None else None
        entries = root.entries if isinstance(root, Keys) else {}
        self._frame = {key: entry for key, entry in entries.items() if key != _CASES}

    def case(self, values: Mapping[str, Any]) -> Case | None:
        """A case, read as from a file; None where that says something else than what was meant."""
        document = read(f"{_CASES}:\n{written(values)}", "tests.yaml")
        root = document.root
        if not isinstance(root, Keys):
            return None
        whole = Keys({**self._frame, **root.entries}, root.span, root.flow)
        document = Document(document.name, document.lines, whole, document.problems, document.complete)
        suite = load(document, heading_of(document), self.under.charter)
        wrong = any(each.kind != _NOTHING_EXPECTED for each in suite.problems)
        return None if wrong or len(suite.cases) != 1 else suite.cases[0]

    def seen(self, case: Case, under: Under, *, points: bool = False) -> Seen | None:
        """What a charter says of a case; None where it could not be judged.

        Args:
            case: the case.
            under: the charter.
            points: whether the points beside it are looked for, which takes its time.
        """
        expect = Expect.model_construct(no_findings=(ANY,)) if points else None
        verdict, found = judged(replace(case, expect=expect), under)
        if verdict is None:
            return None
        scope = verdict.scope.answer if verdict.scope is not None else ""
        codes = frozenset(each.name for each in found)
        return Seen(verdict.outcome, under.clauses.deciding(verdict), scope, codes)

    def tells(self, values: Mapping[str, Any], changed: Under) -> bool:
        """Whether a case passes under the charter and fails under a change of it.

        Args:
            values: the case with what is expected of it.
            changed: the charter with the change.
        """
        case = self.case(values)
        if case is None or case.expect is None:
            return False
        return run(case, self.under).passed and not run(case, changed).passed


def expected(one: Seen, two: Seen, decision: str) -> Any | None:
    """What to expect so that a case passes for the one and fails for the other; None where nothing would.

    Args:
        one: what the charter says of the case.
        two: what the change says.
        decision: the id of the decision, which need not be said again in the place of a clause.
    """
    if one.outcome != two.outcome:
        return in_words(one.outcome)
    verdict = in_words(one.outcome)
    only = [place for place in one.decided_by if place not in two.decided_by]
    if only:
        return {"verdict": verdict, "by": only[0].removeprefix(f"decisions.{decision}.")}
    if one.scope != two.scope and one.scope:
        return {"verdict": verdict, "scope": one.scope}
    told = [(_beside(name), "findings", name) for name in one.points - two.points]
    told += [(_beside(name), "no_findings", name) for name in two.points - one.points]
    if not told:
        return None
    _, key, name = min(told)
    return {"verdict": verdict, key: [name]}


def _beside(name: str) -> bool:
    """Whether a point is only that there are two ways to read something: another one says more."""
    return "two" in name.split("-")
