"""Which decisions cover an action, for the oracle of verdicts."""

from __future__ import annotations

from verdict_ballots import Plain, in_force
from verdict_dates import Answer, day, long_enough


def covering(charter: Plain, action: Plain) -> tuple[list[tuple[str, Answer]], Answer]:
    """The decisions in force that cover it, by id or by kind, each with whether its condition is met.

    One that holds only with notice stands first: beside it another on the same may be used too, and either is
    enough. Without such a condition there must be exactly one.
    """
    found: list[tuple[str, Answer]] = []
    for name, decision in charter["decisions"].items():
        asked = action["action"]
        if asked != name and (asked in charter["decisions"] or asked not in decision.get("covers", ())):
            continue
        needs_notice = "notice" in decision or "applies_if" in decision
        given = action.get("notice") if needs_notice else None
        rule_of = day(given or action.get("opened") or action["date"])
        if not in_force(decision, rule_of):
            continue
        wanted = decision.get("applies_if", {}).get("notice")
        met: Answer = True
        if wanted:
            met = None
            if "notice" in action:
                met = long_enough(action["notice"], action["date"], wanted, charter)
        if met is not False:
            found.append((name, met))
    conditional = [each for each in found if "applies_if" in charter["decisions"][each[0]]]
    plain = [each for each in found if each not in conditional]
    if len(plain) > 1 or len(conditional) > 1:
        return [], None
    return [*conditional, *plain], bool(found)
