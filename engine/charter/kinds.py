"""The kinds of decision that every charter knows; a charter adds its own under ``kinds``."""

from __future__ import annotations

KINDS = (
    "speak", "event", "spend", "commit-staff", "partner", "litigate", "appoint", "admit", "suspend", "expel",
    "renew", "widen-scope", "amend", "dissolve",
)  # fmt: skip

PROCEDURAL = ("adjourn", "recess", "fix-next-meeting", "obtain-quorum")
"""What a meeting may do about itself, too few as they may be; no decision of the charter has to cover them.

Robert's Rules of Order allow just these without a quorum: to adjourn, to take a recess, to fix the time of
the next meeting, and to take measures to obtain a quorum.
"""
