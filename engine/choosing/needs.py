"""What the organisation needs itself, read by the same table, and held against each candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing import table
from coalcheck.engine.choosing.answer import Point, Reading
from coalcheck.engine.choosing.criteria import overlap
from coalcheck.engine.choosing.lead import models_of, words
from coalcheck.engine.choosing.length import row_of
from coalcheck.engine.choosing.model import Need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.choosing.answer import Lead

MEETS: Final = {"overlap": "alignment of interest", "horizon": "time horizon", "easy exit": "exit cost"}
"""Which need is held against which criterion."""

ASKED: Final = {
    "overlap": "Is one shared issue enough for you? Write overlap: one issue, or several issues.",
    "horizon": "For how long do you need partners? Write horizon, such as 6 months; or chronic: yes.",
    "easy exit": "Do you want to be able to leave easily? Write easy_exit: yes, or no.",
}


def needs(need: Need | None) -> tuple[Reading, ...]:
    """Read each need; what is not written is asked for."""
    known = need or Need()
    row = table.CHRONIC if known.chronic else row_of(known.horizon) if known.horizon is not None else None
    rows = {"overlap": overlap(known.overlap), "horizon": row, "easy exit": None}
    if known.easy_exit is not None:
        rows["easy exit"] = table.EASY_EXIT_WANTED if known.easy_exit else table.NO_EASY_EXIT_WANTED
    lasting = "" if known.chronic or known.horizon is None else str(known.horizon)
    return tuple(
        Reading(about, None, lasting if about == "horizon" else "", found, "" if found else ASKED[about])
        for about, found in rows.items()
    )


def against(name: str, ours: tuple[Reading, ...], theirs: tuple[Reading, ...]) -> Iterator[Point]:
    """Where a need and the criterion that belongs to it point to different models."""
    by_name = {reading.about: reading for reading in theirs}
    for need in ours:
        other = by_name[MEETS[need.about]]
        if need.row is None or other.row is None or other.assumed:
            continue
        if need.row is table.EASY_EXIT_WANTED and other.row is table.HARD_EXIT:
            says = f"You want to be able to leave easily, and from {name} leaving is hard."
            do = "Write down first how each of you leaves: the notice, the money, the names on letters."
            yield Point("settle", says, do, "D1")
        mine, its = models_of(need.points), models_of(other.points)
        if mine and its and not set(mine) & set(its):
            needed = f"You need {_need(need)} ({words(mine)})"
            says = f"{needed}, and with {name} it is {other.row.says} ({words(its)})."
            yield Point(
                "ask",
                says,
                "Which of the two will it be? Settle this among yourselves before you meet.",
                "D1",
            )


def against_all(name: str, ours: Lead, theirs: Lead) -> Iterator[Point]:
    """Where all that is needed points to one model, and all that is written of a candidate to another."""
    if ours.models and theirs.models and not set(ours.models) & set(theirs.models):
        mine, its = words(ours.models), words(theirs.models)
        says = f"What you need points to {mine}, what you wrote of {name} to {its}."
        yield Point(
            "ask", says, "Which of the two will it be, or is there a partner that is nearer to it?", "D1"
        )
    if ours.models == ("structural",) and theirs.not_structural:
        says = f"What you need points to structural, and what {name} can commit speaks against it."
        yield Point("ask", says, "Who would carry the structure? Settle that before you set it up.", "D1")


def _need(need: Reading) -> str:
    return need.because or (need.row.says if need.row else "")
