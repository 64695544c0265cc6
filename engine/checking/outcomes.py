"""The words that people read for an outcome; code and JSON keep the field's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coalcheck.engine.action.recorded import Recorded
    from coalcheck.engine.decide.verdict import Outcome

NO_CONSENSUS: Final = "no consensus yet"
_WORDS: Final[dict[Outcome, str]] = {
    "adopted": "carried",
    "rejected": "not carried",
    "no-quorum": "no quorum",
    "vetoed": "blocked by a veto",
    "unauthorised": "not authorised by the charter",
    "pending": "still open",
    "indeterminate": "the charter does not say",
}


def in_words(outcome: Outcome, *, consensus: bool = False) -> str:
    """An outcome for a reader; where a rule asks for consensus, what fails it is only not there yet."""
    return NO_CONSENSUS if consensus and outcome == "rejected" else _WORDS[outcome]


def minuted(recorded: Recorded) -> str:
    """The same for what minutes have, where they may not say for what reason."""
    return "not carried" if recorded == "not adopted" else _WORDS[recorded]
