"""The five criteria of one candidate: each is read by itself, by the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from coalcheck.engine.choosing import table
from coalcheck.engine.choosing.answer import Reading
from coalcheck.engine.choosing.length import row_of
from coalcheck.engine.choosing.model import Alignment, Criteria, ExitCost, Horizon, Need, Scored
from coalcheck.engine.choosing.score import HIGH, HIGHEST, LOW, LOWEST

if TYPE_CHECKING:
    from coalcheck.engine.choosing.table import Criterion, Row

ASKED_NARROW = "Is it one issue that you share, or several? Write how_narrow: one issue, or several issues."
ASKED_LONG = "How long would you work together? Write how_long, such as 6 months; or chronic: yes."
ASKED_HIGH = "What does a high score say here? Write high_means: hard to leave, or high_means: easy to leave."


def spoken(key: str) -> str:
    """A key of the file as it is said aloud."""
    return key.replace("_", " ")


def readings(criteria: Criteria | None, need: Need | None) -> tuple[Reading, ...]:
    """Read each of the five; those without a score or a reason take no part and are asked for."""
    known = criteria or Criteria()
    return tuple(
        _reading(criterion, getattr(known, criterion), need or Need()) for criterion in table.CRITERIA
    )


def _reading(criterion: Criterion, scored: Scored | None, need: Need) -> Reading:
    about = spoken(criterion)
    score, because = (scored.score, scored.because) if scored else (None, None)
    if scored is None or score is None or not because:
        return Reading(about, score, because or "")
    row, asked, assumed = _said(criterion, scored, score, need)
    return Reading(about, score, because, row, asked, assumed)


def _said(criterion: Criterion, scored: Scored, score: int, need: Need) -> tuple[Row | None, str, str]:
    """The row of the table; or the question without whose answer there is none; and what was assumed."""
    match criterion:
        case "alignment_of_interest":
            row = overlap(scored.how_narrow if isinstance(scored, Alignment) else None)
            return row, "" if row else ASKED_NARROW, ""
        case "trust":
            return table.LOW_TRUST if score <= LOW else table.TRUST, "", ""
        case "resource_commitment":
            return table.UNEQUAL_MEANS if score <= LOW else table.MEANS, "", ""
        case "time_horizon":
            return _horizon(scored, score, need)
        case "exit_cost":
            return _exit(scored, score)
    assert_never(criterion)


def overlap(how_narrow: str | None) -> Row | None:
    """What the number of shared issues says; None where it is not written."""
    if how_narrow is None:
        return None
    return table.SEVERAL_ISSUES if how_narrow == "several issues" else table.ONE_ISSUE


def _horizon(scored: Scored, score: int, need: Need) -> tuple[Row | None, str, str]:
    if isinstance(scored, Horizon) and scored.chronic:
        return table.CHRONIC, "", ""
    if isinstance(scored, Horizon) and scored.how_long is not None:
        return row_of(scored.how_long), "", ""
    # A low score says that the times do not fit, so ours says nothing about theirs.
    if score > LOW and need.chronic:
        return table.CHRONIC, "", "Read with what you need yourself, since it has no how_long of its own."
    if score > LOW and need.horizon is not None:
        assumed = f"Read with the {need.horizon} that you need yourself, since it has no how_long of its own."
        return row_of(need.horizon), "", assumed
    return None, ASKED_LONG, ""


def _exit(scored: Scored, score: int) -> tuple[Row | None, str, str]:
    high_means = scored.high_means if isinstance(scored, ExitCost) else None
    if high_means is None:
        return None, ASKED_HIGH, ""
    cost = score if high_means == "hard to leave" else LOWEST + HIGHEST - score
    if cost <= LOW:
        return table.EASY_EXIT, "", ""
    return table.HARD_EXIT if cost >= HIGH else table.SOME_EXIT_COST, "", ""
