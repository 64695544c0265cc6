"""What a judge answers: never a bare yes or no."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from coalcheck.engine.threshold.tree import Clause


class Reading(Struct, frozen=True):
    """One clause as it was judged: ``have`` against ``need``, both exact, in one class or in all."""

    clause: Clause
    met: bool | None
    have: Fraction = Fraction(0)
    need: Fraction = Fraction(0)
    where: str = ""


class Judgement(Struct, frozen=True):
    """The answer, and every clause that was read on the way."""

    met: bool | None
    readings: tuple[Reading, ...]
