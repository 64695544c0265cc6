"""Whether the clauses and the points that an expectation names are there at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.place import Place, find
from coalcheck.engine.scenario.words import ANY
from coalcheck.engine.source.node import Problem, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Sequence as Several

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.policy.load import Own
    from coalcheck.engine.scenario.clauses import Clauses
    from coalcheck.engine.scenario.model import Expect

OTHERWISE: Final = {
    "clause-unknown": "Write passes, quorum or veto, or a place such as decisions.change.passes.",
    "point-unknown": "coalcheck policies lists all points; those of actions can stand here.",
}
"""What is said where nothing is near what was written."""
_OF_ACTIONS: Final = frozenset({"file", "action"})
"""Of what those points speak that a case can have beside its verdict."""


class Words:
    """What an expectation can name: the clauses of one charter, and the points that are looked for."""

    def __init__(self, clauses: Clauses, own: Own, charter: Charter | None) -> None:
        """Note what can be named.

        Args:
            clauses: the clauses of the charter.
            own: the coalition's own policies.
            charter: the charter; None where it cannot be read.
        """
        self._clauses = clauses
        self._own = own
        self._charter = charter
        self._points: tuple[str, ...] | None = None

    def strange(self, expect: Expect, place: Place) -> Iterator[Fault]:
        """Names in an expectation of things that are not there; the expectation could never come true.

        Args:
            expect: the expectation.
            place: where it stands.
        """
        for number, word in enumerate(expect.by):
            if not self._clauses.is_known(word):
                yield _fault("clause-unknown", _at(place, "by", number), word, self._clauses.words)
        for key, words in (("findings", expect.findings), ("no_findings", expect.no_findings)):
            for number, word in enumerate(words):
                if word != ANY and word not in self.points():
                    yield _fault("point-unknown", _at(place, key, number), word, self.points)

    def points(self) -> tuple[str, ...]:
        """The codes and the names of all points that are looked for in actions under this charter.

        That a point is not made proves nothing where it is never looked for.
        """
        if self._points is None:
            from coalcheck.engine.policy.apply import Profile, asked
            from coalcheck.engine.policy.load import shipped

            charter = self._charter
            profile = (
                Profile()
                if charter is None
                else Profile(charter.kind or "", charter.model or "", charter.stage or "")
            )
            every = (each for each in self._own.over(shipped()) if each.subject in _OF_ACTIONS)
            found = (policy for policy, _ in asked(every, profile).values())
            self._points = tuple(word for each in found for word in (each.code, each.name))
        return self._points


def _at(place: Place, key: str, number: int) -> Place:
    found = find(place, (key, number))
    return found if isinstance(found.node, (Scalar, Sequence)) else place


def _fault(kind: str, place: Place, found: str, known: Callable[[], Several[str]]) -> Fault:
    values = {"key": str(place.route[-1]), "found": found}

    def fill_in(values: dict[str, str]) -> None:
        meant = nearest(found, known(), letters_an_edit=2)
        values |= {"suggestion": f"Did you mean {meant}?" if meant else OTHERWISE[kind], "repair": meant}

    return Fault(Problem(kind, place.span, place.route, values), fill_in)
