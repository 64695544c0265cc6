"""Ballots that were proven to show something, judged by ``decide``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.door import decide
from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.witness import Witness

CAME_TO: Final = {
    "adopted": True, "rejected": False, "vetoed": False, "no-quorum": False, "indeterminate": None,
}  # fmt: skip


def judged(charter: Charter, shown: Witness) -> bool | str | None:
    """Whether ``decide`` says that they carry it; its outcome where that is no answer to this."""
    action = of(shown.action(charter)).leaving_out(shown.left_out)
    verdict = decide(shown.charter(charter), action, as_of=shown.as_of(charter), changes=False)
    return CAME_TO.get(verdict.outcome, verdict.outcome)


def replayed(charter: Charter, answers: Iterable[Answer]) -> int:
    """Judge everything that is shown; how much that is."""
    number = 0
    for answer in answers:
        for shown in answer.witnesses:
            number += 1
            found = judged(charter, shown)
            assert found == shown.adopted, (answer.property, answer.subject, shown, found)
    return number
