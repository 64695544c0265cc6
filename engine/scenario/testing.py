"""The pipeline of tests: paths to cases to verdicts, held against what was expected."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck import __version__
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.given import Given
from coalcheck.engine.facts.file import file_facts
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.result import Result
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.load import Own, shipped
from coalcheck.engine.policy.matcher import MatcherUnavailable, choose
from coalcheck.engine.scenario.chosen import is_chosen, unmatched
from coalcheck.engine.scenario.run import run, unjudged
from coalcheck.engine.scenario.tested import find
from coalcheck.engine.validate import NothingToCheck, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.scenario.clauses import Clauses
    from coalcheck.engine.scenario.coverage.model import Coverage
    from coalcheck.engine.scenario.mutation.score import Mutation
    from coalcheck.engine.scenario.run import Ran
    from coalcheck.engine.scenario.suite import Suite
    from coalcheck.engine.scenario.tested import Tested
    from coalcheck.engine.source.node import Document, Problem


class BadPercent(Exception):
    """A share that is not one; the message is a sentence for whoever typed it."""


__all__ = ["NOT_UNDERSTOOD", "BadPercent", "CharterRun", "FileRun", "NothingToCheck", "Run", "run_files"]

NOT_UNDERSTOOD: Final = (Unreadable, BadPercent, MatcherUnavailable)
"""What is wrong with what was typed, each with a sentence for whoever typed it."""


class FileRun(Struct, frozen=True):
    """One test file.

    Attributes:
        result: what is wrong with the file.
        title: its heading.
        ran: its cases that were run, in its order.
        passed_over: how many were not, because others were asked for.
    """

    result: Result
    title: str
    ran: tuple[Ran, ...]
    passed_over: int = 0

    @property
    def passed(self) -> int:
        """How many of its cases came out as expected."""
        return sum(each.passed for each in self.ran)


class CharterRun(Struct, frozen=True):
    """One charter with the test files about it.

    Attributes:
        file: the charter, as shown to the reader; empty where there is none.
        name: the coalition's name.
        result: what keeps the charter from being read in full; None where nothing does.
        files: the test files.
        coverage: how much of it they exercise; None where that was not asked for.
        clauses: what its clauses are called, and where they stand; None where there is no charter.
        mutation: which changes of one clause they notice; None where that was not asked for.
    """

    file: str
    name: str
    result: Result | None
    files: tuple[FileRun, ...]
    coverage: Coverage | None = None
    clauses: Clauses | None = None
    mutation: Mutation | None = None


class Run(Struct, frozen=True):
    """Everything that one run of tests came to.

    Attributes:
        charters: charter by charter, in the order of their first test file.
        version: the release that answers.
        matcher: what compared policies with facts.
        unread: a sentence for each path that was named and could not be read.
        fail_under: the share of each charter that must be exercised, of a hundred; None where none must.
        min_score: the share of the changes to each charter that must be noticed, likewise.
    """

    charters: tuple[CharterRun, ...]
    version: str
    matcher: str
    unread: tuple[str, ...] = ()
    fail_under: Fraction | None = None
    min_score: Fraction | None = None

    @property
    def files(self) -> tuple[FileRun, ...]:
        """All test files."""
        return tuple(file for charter in self.charters for file in charter.files)

    @property
    def ran(self) -> tuple[Ran, ...]:
        """All cases that were run."""
        return tuple(each for file in self.files for each in file.ran)

    @property
    def results(self) -> tuple[Result, ...]:
        """What is wrong with files, charters first; only where something is."""
        charters = [each.result for each in self.charters if each.result is not None]
        return tuple(each for each in (*charters, *(file.result for file in self.files)) if each.findings)

    @property
    def below(self) -> tuple[CharterRun, ...]:
        """The charters of which too little is exercised."""
        least = self.fail_under
        if least is None:
            return ()
        return tuple(each for each in self.charters if each.coverage is None or each.coverage.percent < least)

    @property
    def overlooked(self) -> tuple[CharterRun, ...]:
        """The charters of which too few changes are noticed; one without any change has none to notice."""
        least = self.min_score
        if least is None:
            return ()
        return tuple(each for each in self.charters if each.mutation is None or each.mutation.below(least))

    def exit_code(self) -> int:
        """0 where every case came out as expected and every file is in order, else 1."""
        well = all(each.passed for each in self.ran)
        clean = not any(
            each.severity is Severity.ERROR for result in self.results for each in result.findings
        )
        return int(not (well and clean and not self.below and not self.overlooked))


def percent_of(text: str) -> Fraction:
    """A share of a hundred as it is typed: ``95``, ``97.5`` or ``95%``.

    Raises:
        BadPercent: it is none.
    """
    digits = text.strip().removesuffix("%").strip()
    plain = digits.replace(".", "", 1)
    if plain.isascii() and plain.isdigit() and not digits.startswith(".") and not digits.endswith("."):
        found = Fraction(digits)
        if found <= 100:
            return found
    msg = f"{text!r} is not a share of a hundred; write it like 95 or 97.5."
    raise BadPercent(msg)


def run_files(  # noqa: PLR0913  (each is one question of whoever asks)
    paths: Sequence[str],
    *,
    wanted: Sequence[str] = (),
    coverage: bool = False,
    fail_under: str = "",
    mutate: bool = False,
    min_score: str = "",
    matcher: Wanted = "auto",
    stdin: Callable[[], bytes],
) -> Run:
    """Run the cases of test files.

    Args:
        paths: test files and folders; ``-`` for a test file from standard input.
        wanted: pieces of the names of cases; only cases that have one of them are run.
        coverage: whether it is worked out how much of each charter they exercise.
        fail_under: how much of it must be, of a hundred; empty for nothing. It asks for the coverage too.
        mutate: whether each charter is changed in one place at a time, to see which changes they notice.
        min_score: how many of the changes must be noticed, of a hundred; empty for any. It asks for them too.
        matcher: what compares policies with facts.
        stdin: reads standard input.

    Raises:
        Unreadable: none of the paths can be read; where some can, the answer names the others.
        NothingToCheck: there is no test file, or no case of a name that was asked for.
        BadPercent: ``fail_under`` or ``min_score`` is no share.
        MatcherUnavailable: the matcher asked for does not run here.
        MatcherError: the rules engine failed; never to be read as "nothing found".
    """
    least = percent_of(fail_under) if fail_under else None
    score = percent_of(min_score) if min_score else None
    found = find(paths, matcher=matcher, stdin=stdin)
    if found.unread and not found.tested:
        raise found.unread[0]
    if not found.tested:
        where = ", ".join(paths)
        msg = f"There is no test in {where}; write one beside the charter, such as tests/decisions.yaml."
        raise NothingToCheck(msg)
    suites = [suite for each in found.tested for suite in each.suites]
    strange, near = unmatched(wanted, suites)
    if strange:
        msg = f"No case has {strange!r} in its name; " + (
            f"did you mean {near}?" if near else "without -k all are run."
        )
        raise NothingToCheck(msg)
    mutating = mutate or score is not None
    testing = _Testing(matcher, wanted, measured=coverage or least is not None, mutating=mutating)
    charters = tuple(map(testing.charter, found.tested))
    return Run(charters, __version__, testing.matcher, tuple(map(str, found.unread)), least, score)


class _Testing:
    """Runs cases; what is the same for all charters is made ready once."""

    def __init__(self, matcher: Wanted, wanted: Sequence[str], *, measured: bool, mutating: bool) -> None:
        self._wanted = wanted
        self._measured = measured
        self._mutating = mutating
        self._asked = asked((each for each in shipped() if each.subject == "file"), Profile())
        self._matcher = choose(matcher, tuple(policy for policy, _ in self._asked.values()))
        self._kind: Wanted = matcher
        self.matcher = self._matcher.name

    def charter(self, tested: Tested) -> CharterRun:
        """Run the cases about one charter."""
        files = tuple(self._file(tested, suite) for suite in tested.suites)
        if tested.annexed is None or tested.under is None:
            return CharterRun("", "", None, files)
        loaded = tested.annexed.loaded
        ran = [each for file in files for each in file.ran]
        coverage, mutation = None, None
        if self._measured:
            from coalcheck.engine.scenario.coverage.measure import measure

            coverage = measure(tested.under, ran, tested.suites)
        if self._mutating:
            from coalcheck.engine.scenario.mutation.run import mutate

            frame = tested.suites[0].document if len(tested.suites) == 1 else None
            mutation = mutate(tested.under, ran, frame=frame)
        document = loaded.document
        result = self._of_charter(tested) if loaded.problems else None
        name = tested.under.charter.name or document.name
        return CharterRun(document.name, name, result, files, coverage, tested.under.clauses, mutation)

    def _of_charter(self, tested: Tested) -> Result | None:
        """What keeps the charter from being read in full, as ``coalcheck check`` tells it."""
        if tested.annexed is None:
            return None
        beside = Asking(tested.annexed, Own((), ()), self._kind, Given()).of_charter()
        return beside if beside.findings else None

    def _file(self, tested: Tested, suite: Suite) -> FileRun:
        chosen = [case for case in suite.cases if is_chosen(suite, case, self._wanted)]
        ran = tuple(
            run(case, tested.under) if tested.under is not None else unjudged(case) for case in chosen
        )
        document = suite.document
        found = self._findings(suite.problems, document)
        result = Result(document.name, "test", found, lines=document.lines)
        return FileRun(result, suite.title, ran, len(suite.cases) - len(chosen))

    def _findings(self, problems: Sequence[Problem], document: Document) -> tuple[Finding, ...]:
        if not problems:
            return ()
        facts = file_facts(problems)
        return findings(self._matcher.match(facts), facts, self._asked, document)
