"""Which decision covers an action, for the oracle of verdicts."""

from __future__ import annotations

from verdict_ballots import Plain, in_force
from verdict_dates import Answer, day, long_enough


def covering(charter: Plain, action: Plain) -> tuple[str | None, Answer]:
    """The one decision in force that covers it: by its id, or by the kind."""
    found = []
    for name, decision in charter["decisions"].items():
        asked = action["action"]
        if asked != name and asked not in decision.get("covers", ()):
            continue
        needs_notice = "notice" in decision or "applies_if" in decision
        given = action.get("notice") if needs_notice else None
        rule_of = day(given or action.get("opened") or action["date"])
        if not in_force(decision, rule_of):
            continue
        wanted = decision.get("applies_if", {}).get("notice")
        if wanted:
            enough = "notice" in action and long_enough(action["notice"], action["date"], wanted, charter)
            if not enough:
                continue
        found.append(name)
    if len(found) > 1:
        conditional = [name for name in found if "applies_if" in charter["decisions"][name]]
        found = conditional if len(conditional) == 1 else found
    return (found[0], True) if len(found) == 1 else (None, None if found else False)
