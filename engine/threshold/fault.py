"""What is wrong with a sentence: where, and in which words it could be mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

FaultKind: TypeAlias = Literal[
    "threshold-empty",
    "threshold-unknown-word",
    "threshold-unexpected-word",
    "threshold-unfinished",
    "threshold-without-base",
    "threshold-mixes-and-or",
    "threshold-unanimity-alone",
    "threshold-majority-compared",
    "threshold-counted-twice",
    "threshold-in-favour-of-what",
    "threshold-without-comparison",
    "threshold-bracket",
    "threshold-group-twice",
    "threshold-seats-narrowed",
    "threshold-half-plus-one",
    "threshold-number",
]


class Fault(Struct, frozen=True):
    """A sentence that has no reading, or more than one.

    Attributes:
        kind: also the name of the policy that explains it.
        start: place of the first character concerned, from 0, in code points.
        end: place after the last.
        values: texts for the message: found, expected, suggestion, reading_one, reading_two.
    """

    kind: FaultKind
    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)


class FaultError(Exception):
    """Carries a fault out of the parser; callers of ``parse`` never see it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault
