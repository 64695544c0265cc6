"""What an action changes of the charter or its annexes, and whether its decision may change that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from coalcheck.engine.decide.case import Case, Point, against, holds, kept
from coalcheck.engine.decide.covering import covering_keys
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Annex


def amending_points(case: Case) -> Iterator[Point]:
    """One clause for each thing that the action changes."""
    for what in case.action.amends:
        annex = _annex(case, what)
        if annex is not None and annex[1].changed_by is not None:
            row, found = annex
            yield _changed_by(case, what, (str(found.changed_by),), ("annexes", row, "changed_by"))
        else:
            yield _of_the_charter(case, what)


def _annex(case: Case, what: str) -> tuple[int, Annex] | None:
    for row, annex in enumerate(case.charter.annexes):
        if what in (annex.file, PurePosixPath(annex.file).stem):
            return row, annex
    return None


def _of_the_charter(case: Case, what: str) -> Point:
    kinds = ("widen-scope", "amend") if what.split(".", maxsplit=1)[0] == "scope" else ("amend",)
    keys = tuple(
        dict.fromkeys(
            key
            for kind in kinds
            for key in covering_keys(case.charter, kind)
            if holds(case.charter.decisions[key].valid, case.days) is not False
        )
    )
    return _changed_by(case, what, keys, ("decisions",))


def _changed_by(case: Case, what: str, keys: tuple[str, ...], route: tuple[str | int, ...]) -> Point:
    if case.key in keys:
        return Point(kept("authority", what, f"{what} is changed under {case.key}", route))
    if not keys:
        said = f"the charter does not say how {what} is changed"
        return Point(against("authority", what, said, route, cure="none",
                               remedy="Agree among all of you how the charter is changed."))  # fmt: skip
    under = join(*keys, last="or")
    said = f"{what} is changed under {under}, not under {case.key}"
    remedy = f"Put it under {under}; what was changed can be agreed to there."
    return Point(against("authority", what, said, route, cure="ratify", remedy=remedy))
