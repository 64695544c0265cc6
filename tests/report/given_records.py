"""Records as a whole, for the pages that are kept beside the tests: those of the documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from coalcheck.engine.check import check
from coalcheck.engine.checking.checked import Check

RECORD = Path(__file__).parents[2] / "docs/examples/record"


def beyond_a_limit() -> Check:
    """Sums that go beyond a limit together, three of them to one supplier."""
    return _seen(date(2026, 7, 20))


def in_order() -> Check:
    """The same before the first of these sums, when the others were still to come."""
    return _seen(date(2026, 5, 10))


def _seen(day: date) -> Check:
    found = check([], record=str(RECORD), as_of=day, today=day, stdin=bytes, matcher="reference")
    return replace(found, version="0.1.0")
