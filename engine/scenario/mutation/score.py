"""What a suite of scenarios noticed of the changes of its charter."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.scenario.mutation.kinds import Kind
from coalcheck.engine.scenario.mutation.telling import Scenario

End: TypeAlias = Literal["noticed", "unnoticed", "not-distinguished"]


class Change(Struct, frozen=True):
    """One change of a charter, and what came of it.

    Attributes:
        kind: what was changed.
        path: the place, as ``coalcheck check`` names it.
        line: the line of the charter's file on which it stands, from 1.
        said: the change in words.
        end: whether some case noticed it, none did, or none could: no ballots tell it from the charter.
        by: the case that noticed it; empty where none did.
        scenario: one that would notice it, where none did; None where none was found.
    """

    kind: Kind
    path: str
    line: int
    said: str
    end: End
    by: str = ""
    scenario: Scenario | None = None


class Mutation(Struct, frozen=True):
    """All changes of one charter, in the order in which they were made.

    Attributes:
        charter: the charter's file.
        changes: the changes.
        cases: how many cases were judged; only those that pass are.
    """

    charter: str
    changes: tuple[Change, ...]
    cases: int

    def ended(self, end: End) -> tuple[Change, ...]:
        """Those that came to one end."""
        return tuple(each for each in self.changes if each.end == end)

    @property
    def counted(self) -> int:
        """How many are in the score: all but those that no ballots tell from the charter."""
        return len(self.changes) - len(self.ended("not-distinguished"))

    @property
    def score(self) -> Fraction | None:
        """Which part of those was noticed; None where there are none."""
        return Fraction(len(self.ended("noticed")), self.counted) if self.counted else None

    def below(self, percent: Fraction) -> bool:
        """Whether less than a share of a hundred was noticed; never where there was nothing to notice."""
        return self.score is not None and 100 * self.score < percent
