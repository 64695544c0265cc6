"""What may be spent on one question: cases and not time, so that an answer is always the same."""

from __future__ import annotations

from typing import Final

MOST_CASES: Final = 200_000
"""So many cases may be looked at for one property where nobody says otherwise.

A case is one kind of members looked at in one set of ballots, or in one box of them.
"""


class TooManyCases(Exception):
    """The budget is spent; what was asked was not answered."""


class Budget:
    """A number of cases that may be looked at.

    Attributes:
        spent: how many were.
    """

    def __init__(self, cases: int = MOST_CASES) -> None:
        """Allow so many."""
        self.most = cases
        self.spent = 0

    def spend(self, cases: int) -> None:
        """Take note of cases.

        Raises:
            TooManyCases: there were more than may be looked at.
        """
        self.spent += cases
        if self.spent > self.most:
            raise TooManyCases

    def part(self, cases: int) -> Budget:
        """A smaller budget out of this one, for something that can be done without."""
        return _Part(self, min(cases, max(self.most - self.spent, 0)))


class _Part(Budget):
    def __init__(self, whole: Budget, cases: int) -> None:
        super().__init__(cases)
        self._whole = whole

    def spend(self, cases: int) -> None:
        self._whole.spent += cases
        super().spend(cases)
