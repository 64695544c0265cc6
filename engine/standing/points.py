"""What policies say of days that have gone by: how grave that is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.matter import MATTER
from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.history.chapters import overdue
from coalcheck.engine.policy.apply import Profile, asked, findings
from coalcheck.engine.policy.matcher import choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.facts.matter import Matter
    from coalcheck.engine.history.due import Due
    from coalcheck.engine.history.record import Record
    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.policy.model import Policy
    from coalcheck.engine.source.node import Route


class _Which(NamedTuple):
    """Which due thing a matter is about: where it stands, and what it is."""

    file: str
    route: Route
    what: str


class Points:
    """The points on what is overdue in a record, and on an end that is near; each by what it is about."""

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
        matters = list(overdue.matters(record))
        facts = tuple(_fact(each, record) for each in matters)
        matched = (
            choose(wanted, tuple(policy for policy, _ in applied.values())).match(facts) if facts else ()
        )
        self._record = record
        self._found: dict[_Which, tuple[Finding, ...]] = {}
        codes: dict[int, list[str]] = {}
        for code, at in matched:
            codes.setdefault(at, []).append(code)
        for at, mine in codes.items():
            matter = matters[at]
            document = matter.document or record.document
            said = findings(((code, 0) for code in mine), (facts[at],), applied, document)
            which = _Which(document.name, matter.route, _what(matter))
            self._found[which] = tuple(sorted(said, key=lambda each: (-each.severity, each.code)))

    def on(self, due: Due) -> tuple[Finding, ...]:
        """What is said of one due thing, the gravest first; nothing where no policy asks for it."""
        document = due.entry.document if due.entry is not None else self._record.document
        return self._found.get(_Which(document.name, due.route, due.what), ())


def _what(matter: Matter) -> str:
    return "decision-on-end" if matter.name == "end-near" else matter.name.removesuffix("-overdue")


def _fact(matter: Matter, record: Record) -> Fact:
    title = matter.id or record.charter.name or record.document.name
    values = {MATTER: matter.name, **matter.values}
    return Fact("record", title, matter.route, values, seen_in=matter.seen_in)
