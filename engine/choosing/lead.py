"""What several readings say together: what they have in common, or the question which matters more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.choosing.answer import Lead
from coalcheck.engine.choosing.table import MODELS
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coalcheck.engine.choosing.answer import Reading
    from coalcheck.engine.choosing.table import Pointer


def lead(readings: Sequence[Reading]) -> Lead:
    """Put readings side by side; nothing is counted, and nothing outvotes anything."""
    pilot = any("pilot first" in reading.points for reading in readings)
    against = [reading.about for reading in readings if "not structural" in reading.points]
    by_models: dict[tuple[Pointer, ...], list[str]] = {}
    for reading in readings:
        models = models_of(reading.points)
        if models:
            by_models.setdefault(models, []).append(reading.about)
    common = tuple(model for model in MODELS if all(model in models for models in by_models))
    allowed = tuple(model for model in common if not (against and model == "structural"))
    if not by_models or allowed:
        return Lead(allowed if by_models else (), "", pilot, bool(against))
    sides = [f"what you say of {join(*who)} ({words(models)})" for models, who in by_models.items()]
    if common:
        # All agree on a structure, and something speaks against one.
        sides.append(f"what you say of {join(*against)} (not structural)")
    *others, last = sides
    question = f"Which matters more to you: {', '.join(others)}, or {last}?"
    return Lead((), question, pilot, bool(against))


def models_of(points: Iterable[Pointer]) -> tuple[Pointer, ...]:
    """Of what something points to, the models."""
    return tuple(point for point in points if point in MODELS)


def words(points: Sequence[Pointer]) -> str:
    """What something points to, as a phrase; empty where it points nowhere."""
    return join(*("a small pilot first" if point == "pilot first" else point for point in points), last="or")
