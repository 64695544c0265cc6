"""What a charter says, whoever has left it: read once for all departures from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.proof.day import day_for
from coalcheck.engine.roll.sentences import Sentence, sentences

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.source.node import Route


class Words:
    """The thresholds of a charter, and the days on which its decisions are looked at.

    Attributes:
        by_route: its thresholds by their places.
    """

    def __init__(self, charter: Charter) -> None:
        """Read the thresholds."""
        self.by_route: dict[Route, Sentence] = {each.route: each for each in sentences(charter)}
        self._charter = charter
        self._days: dict[str, date] = {}

    def day(self, name: str) -> date:
        """The day on which a decision is looked at."""
        if name not in self._days:
            self._days[name] = day_for(self._charter, name)
        return self._days[name]
