"""When a proposal carries, as short as it can be said, for judging one vote after another."""

from __future__ import annotations

from msgspec import Struct

from coalcheck.engine.decide.law import Law
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear


class Judged(Struct, frozen=True):
    """The same parts as short as they can be said, for judging one vote after another.

    Attributes:
        law: the parts as they are built, on which the search for changes works.
        quorum: enough take part.
        freed: the rule is met, vetoes in its own words left aside.
        carried: the rule is met.
    """

    law: Law
    quorum: Condition
    freed: Condition
    carried: Condition


def judged(law: Law) -> Judged:
    """Say the parts of a law as short as they can be said."""
    carried = shortened(law.carried)
    freed = carried if law.freed is law.carried else shortened(law.freed)
    return Judged(law, shortened(law.quorum), freed, carried)


def shortened(condition: Condition) -> Condition:
    """The same answer for every vote: "and" within "and" is one, and what always holds is left out of it."""
    if not isinstance(condition, AtLeast):
        return condition
    parts = tuple(map(shortened, condition.parts))
    if condition.number != len(parts):
        return AtLeast(condition.number, parts)
    flat: list[Condition] = []
    for part in parts:
        if isinstance(part, AtLeast) and part.number == len(part.parts):
            flat.extend(part.parts)
        elif not (isinstance(part, Linear) and _always(part)):
            flat.append(part)
    return flat[0] if len(flat) == 1 else AtLeast(len(flat), tuple(flat))


def _always(linear: Linear) -> bool:
    return not any(linear.coefficients) and linear.constant >= linear.strict
