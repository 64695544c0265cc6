"""What policies say of days that have gone by and of what is unsettled: how grave that is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.checking.checked import Place
from coalcheck.engine.checking.matters import fact_of_record
from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.history.chapters import conflicts, overdue, posts, turnover
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.matcher import choose
from coalcheck.engine.standing.status import Unsettled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.facts.matter import Matter
    from coalcheck.engine.history.due import Due
    from coalcheck.engine.history.record import Record
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.policy.model import Policy
    from coalcheck.engine.source.node import Document, Route


_UNSETTLED: Final = (conflicts, posts, turnover)
"""What these see waits for somebody: a conflict that is still open, a post that is empty."""
_NO_ONE_WAITS: Final = frozenset({"newcomer-alone"})


class _Which(NamedTuple):
    """Which due thing a matter is about: where it stands, and what it is."""

    file: str
    route: Route
    what: str


class Points:
    """The points on what is overdue in a record, on an end that is near, and on what is unsettled.

    Attributes:
        unsettled: the points on conflicts that are still open and posts that are empty, worst first.
    """

    def __init__(self, record: Record, policies: Sequence[Policy], wanted: Wanted) -> None:
        """Ask the policies.

        Args:
            record: the record.
            policies: the policies of the run.
            wanted: what compares them with facts.
        """
        charter = record.charter
        profile = Profile(charter.kind or "", charter.model or "", charter.stage or "")
        applied = asked((each for each in policies if each.subject == "record"), profile)
        due = list(overdue.matters(record))
        waiting = (each for chapter in _UNSETTLED for each in chapter.matters(record))
        matters = [*due, *(each for each in waiting if each.name not in _NO_ONE_WAITS)]
        title = charter.name or record.document.name
        facts = tuple(fact_of_record(each, title) for each in matters)
        matched = (
            choose(wanted, tuple(policy for policy, _ in applied.values())).match(facts) if facts else ()
        )
        self._record = record
        self._found: dict[_Which, tuple[Finding, ...]] = {}
        unsettled: list[Unsettled] = []
        codes: dict[int, list[str]] = {}
        for code, at in matched:
            codes.setdefault(at, []).append(code)
        for at, mine in codes.items():
            matter = matters[at]
            document = matter.document or record.document
            said = findings(((code, 0) for code in mine), (facts[at],), applied, document)
            if at >= len(due):
                unsettled += (Unsettled(each, _place(each, document)) for each in said)
                continue
            which = _Which(document.name, matter.route, _what(matter))
            self._found[which] = tuple(sorted(said, key=lambda each: (-each.severity, each.code)))

        unsettled.sort(key=lambda each: (-each.point.severity, each.point.code, each.place.file))
        self.unsettled = tuple(unsettled)

    def on(self, due: Due) -> tuple[Finding, ...]:
        """What is said of one due thing, the gravest first; nothing where no policy asks for it."""
        document = due.entry.document if due.entry is not None else self._record.document
        return self._found.get(_Which(document.name, due.route, due.what), ())


def _what(matter: Matter) -> str:
    return "decision-on-end" if matter.name == "end-near" else matter.name.removesuffix("-overdue")


def _place(point: Finding, document: Document) -> Place:
    return Place(document.name, point.span.line, point.path)
