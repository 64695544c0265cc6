"""Something that was at a time."""

from typing import Self

from pydantic import model_validator

from coalcheck.engine.action.moment import MomentText
from coalcheck.engine.charter.part import Part


class Dated(Part):
    """Something that was at a time: under `date` here, whichever of the two keys has it."""

    date: MomentText | None = None
    """The day; or the time, with its offset or in the charter's time zone."""
    at: MomentText | None = None
    """The time, where it matters; it goes before the day."""

    @model_validator(mode="after")
    def _exactest(self) -> Self:
        return self if self.at is None or self.date == self.at else self.model_copy(update={"date": self.at})
