"""When a decision was entered where all can read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import terms_of
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "entered-late": "A decision was entered in the record later than the charter says, or than a week.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    entered_within="How soon a decision is entered: as the charter says, else a week.",
)
"""What its matters tell."""

A_WEEK: Final = Period(1, "week")


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    from coalcheck.engine.decide.timing import deadline_under

    action, records = act.action, act.charter.records
    if act.verdict is None or action.entered is None or action.date is None:
        return
    own = records.within if records is not None else None
    period = own or A_WEEK
    reckoned = deadline_under(terms_of(act.charter), action.date, period, action.entered)
    if reckoned.met is False:
        at = clause(period, "records", "within") if own is not None else None
        values = {"said": f"entered {reckoned.said}", "entered_within": str(period)}
        yield told(act, "entered-late", ("entered",), values, at)
