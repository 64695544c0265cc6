"""Whole processes of ``analyze`` beside ``validate``, by turns on the same charters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.charters import charter
from bench.measure import SCRIPTS, Timing, in_turns

MOST: Final = 2.0
"""An analysis of an ordinary charter of seven takes at most so many times as long as its validation."""

FIXTURES: Final = Path(__file__).parents[1] / "fixtures"

OTHERS: Final[Mapping[str, str]] = {
    "a steering committee of 7, 3 decisions": "bodies/kubernetes-steering",
    "3 members, 2 decisions": "coalitions/clean-air",
    "5 members, 5 decisions": "coalitions/health-five",
    "8 members, 8 decisions in 4 bodies": "coalitions/cyber",
    "12 members of unlike weights, 6 decisions": "coalitions/retail-twelve",
}
"""Real bodies, and the coalitions of the fixtures, the heaviest among them."""


@dataclass(frozen=True, slots=True)
class Analyzed:
    """One charter, analysed and validated.

    Attributes:
        title: what it is.
        aimed: whether the aim is about it.
        validate: whole processes.
        analyze: whole processes.
    """

    title: str
    aimed: bool
    validate: Timing
    analyze: Timing

    @property
    def ratio(self) -> float:
        """How many times as long the analysis takes."""
        return self.analyze.median / self.validate.median


def analyzed(folder: Path, rounds: int) -> Sequence[Analyzed]:
    """Measure both commands on all charters.

    Args:
        folder: where the made charter is put.
        rounds: how often each is run.
    """
    made = folder / "seven.charter.yaml"
    made.write_text(charter(members=7), encoding="utf-8")
    charters = {"7 members, 3 decisions, made for measuring": made}
    charters |= {title: FIXTURES / place / "charter.yaml" for title, place in OTHERS.items()}
    tool = str(SCRIPTS / "coalcheck")
    found = []
    for title, file in charters.items():
        commands = {verb: [tool, verb, "--exit-zero", str(file)] for verb in ("validate", "analyze")}
        took = in_turns(commands, rounds)
        seven = title.startswith("7 ") or " of 7" in title
        found.append(Analyzed(title, seven, took["validate"], took["analyze"]))
    return found
