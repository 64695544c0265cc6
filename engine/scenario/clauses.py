"""What the clauses of a charter are called where an expectation names the one that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from coalcheck.engine.decide.verdict import Part
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.source.node import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.decide.verdict import Consulted, Verdict
    from coalcheck.engine.source.node import Document, Node, Route

PARTS: Final[tuple[Part, ...]] = get_args(Part)
_OF_DECISIONS: Final = "decisions"


class Clauses:
    """The clauses of one charter, by their places.

    Attributes:
        document: the charter's file.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._places = Places(document)
        self._paths: dict[Route, str] = {}
        self._known: tuple[str, ...] | None = None

    def path(self, route: Route) -> str:
        """The place of a clause, such as ``decisions.change.passes`` or ``vetoes[local-9]``."""
        found = self._paths.get(route)
        if found is None:
            found = self._paths[route] = self._places.path(route)
        return found

    def line(self, route: Route) -> int:
        """The line on which a clause stands, from 1."""
        return self._places.span(route).line

    def deciding(self, verdict: Verdict) -> tuple[str, ...]:
        """What the clauses on which a verdict rests are called: their places; without one, what was asked."""
        return tuple(dict.fromkeys(self.name(each) for each in verdict.clauses if each.decides))

    def name(self, clause: Consulted) -> str:
        """What a clause is called: its place, or what it was asked for where the charter has it nowhere."""
        return self.path(clause.route) if clause.route is not None else clause.part

    def is_meant(self, word: str, clause: Consulted, decision: str) -> bool:
        """Whether a word of an expectation means a clause.

        Args:
            word: what was asked for (``veto``), the key of the clause (``passes``), the decision, or the
                place, or one above it.
            clause: a clause that was consulted.
            decision: the decision by which it was judged.
        """
        if word == clause.part:
            return True
        if clause.route is None:
            return False
        path = self.path(clause.route)
        for start in (word, f"{_OF_DECISIONS}.{decision}.{word}", f"{_OF_DECISIONS}.{word}"):
            if path == start or path.startswith((f"{start}.", f"{start}[")):
                return True
        return False

    def is_known(self, word: str) -> bool:
        """Whether a word can mean a clause at all."""
        return word in PARTS or word in self.words()

    def words(self) -> tuple[str, ...]:
        """Every word that can mean a clause: places, decisions, and keys of a decision."""
        if self._known is None:
            found = dict.fromkeys(self._all(self.document.root, ()))
            decisions = f"{_OF_DECISIONS}."
            below = dict.fromkeys(
                each.removeprefix(decisions) for each in found if each.startswith(decisions)
            )
            keys = dict.fromkeys(each.partition(".")[2] for each in below if "." in each)
            self._known = tuple({**dict.fromkeys(PARTS), **keys, **below, **found})
        return self._known

    def _all(self, node: Node | None, route: Route) -> Iterator[str]:
        if isinstance(node, Mapping):
            for key, entry in node.entries.items():
                yield self._places.path((*route, key))
                yield from self._all(entry.value, (*route, key))
        elif isinstance(node, Sequence):
            for place, item in enumerate(node.items):
                yield self._places.path((*route, place))
                yield from self._all(item, (*route, place))
