"""The kinds of decision that every charter knows; a charter adds its own under ``kinds``."""

from __future__ import annotations

KINDS = (
    "speak", "event", "spend", "commit-staff", "partner", "litigate", "appoint", "admit", "suspend", "expel",
    "renew", "widen-scope", "amend", "dissolve",
)  # fmt: skip
