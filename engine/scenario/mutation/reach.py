"""Which decisions of a charter a part of it can touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.proof.setting import is_over
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.threshold.tree import clauses

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto


class Reach:
    """The decisions of one charter, by what they depend on."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.sentences = sentences(charter)
        self._groups: dict[str, set[str]] = {}
        self._classes: dict[str, set[str]] = {}
        for sentence in self.sentences:
            for clause in clauses(sentence.rule) if sentence.rule is not None else ():
                touched = self.of_sentence(sentence.route)
                if clause.among is not None:
                    self._groups.setdefault(clause.among, set()).update(touched)
                if clause.spread is not None:
                    self._classes.setdefault(clause.spread.attribute, set()).update(touched)

    def of_sentence(self, route: tuple[str | int, ...]) -> tuple[str, ...]:
        """Those that a threshold belongs to; of one that sets a veto aside, those that it can stop."""
        if route[0] == "decisions":
            return (str(route[1]),)
        return self.of_veto(self.charter.vetoes[int(route[1])]) if route[0] == "vetoes" else ()

    def of_veto(self, veto: Veto) -> tuple[str, ...]:
        """Those that a veto can stop."""
        return tuple(
            key
            for key, decision in self.charter.decisions.items()
            if any(is_over(veto, key, kind) for kind in decision.covers or ("",))
        )

    def of_body(self, name: str) -> tuple[str, ...]:
        """Those that a body takes, or must agree to."""
        return tuple(
            key
            for key, decision in self.charter.decisions.items()
            if decision.body == name or any(also.body == name for also in decision.also)
        )

    def of_group(self, name: str) -> tuple[str, ...]:
        """Those that speak of a group, are taken by a body made of it, or can be stopped by it."""
        found = set(self._groups.get(name, ()))
        for body, each in self.charter.bodies.items():
            if name in each.members:
                found.update(self.of_body(body))
        for veto in self.charter.vetoes:
            if name in veto.holders:
                found.update(self.of_veto(veto))
        return self.ordered(found)

    def of_class(self, attribute: str) -> tuple[str, ...]:
        """Those that ask for something in the classes of an attribute."""
        return self.ordered(self._classes.get(attribute, set()))

    @property
    def attributes(self) -> tuple[str, ...]:
        """Attributes of members that some threshold asks for."""
        return tuple(sorted(self._classes))

    def of_version(self, name: str) -> tuple[str, ...]:
        """A decision, and those on the same by the same body that hold at other times."""
        own = self.charter.decisions[name]
        others = (
            key
            for key, each in self.charter.decisions.items()
            if key != name and each.valid is not None and each.body == own.body
            if set(each.covers) == set(own.covers)
        )
        return (name, *others)

    def ordered(self, names: set[str]) -> tuple[str, ...]:
        """Decisions in the charter's order."""
        return tuple(key for key in self.charter.decisions if key in names)
