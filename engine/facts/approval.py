"""Where the approval of a member's own board stands, as a key or as the one word that people write for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from coalcheck.engine.charter.members import Approval

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import OwnApproval


def approval_status(approval: OwnApproval | None) -> Approval | None:
    """The status that is declared; ``own_approval: pending`` declares one too.

    Returns:
        None where nothing is declared: a sentence is for people to read.
    """
    if approval is None or approval.status is not None:
        return approval.status if approval is not None else None
    said = (approval.because or "").strip(" .").lower().replace("-", " ")
    return next((each for each in get_args(Approval) if each == said), None)
