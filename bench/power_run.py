"""The run that measures counting voting power; written to ``bench/power-results.md``."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.power import COUNCIL, ELECTORAL_COLLEGE, FUND, UNITED_SIX, VECTORS, Course, known, race, records
from bench.power_alone import Waited, both_indices, waited
from bench.power_analyze import analyzed
from bench.power_growth import curve
from bench.power_page import SLOW, Measured, page
from bench.power_peers import BANZHAF, SHAPLEY, Index, Peer, as_documented, peers

RESULTS: Final = Path(__file__).parent / "power-results.md"
SIZES: Final = (10, 20, 50, 100, 200, 500, 1_000)

WAITING: Final = 300
"""Seconds that it is waited for, where nobody says otherwise."""
OTHERS_WAITING: Final = 20
"""Seconds that the others are waited for, who do not end in minutes either."""


def measure(*, quick: bool, waiting: int = WAITING) -> str:
    """Measure everything, and say it; written unless it is quick.

    Args:
        quick: fewer and shorter runs, and nothing is written.
        waiting: seconds that the slowest peer is waited for.
    """
    others, missing = peers()
    rounds = 3 if quick else 9
    races = [race(course, others, rounds) for course in _courses()]
    races.append(race(_great(), [], rounds))
    with tempfile.TemporaryDirectory(prefix="coalcheck-bench-") as name:
        together = analyzed(Path(name), 5 if quick else 15)
    waits = {index: {} if quick else _waits(index, others, waiting) for index in (BANZHAF, SHAPLEY)}
    patience, once = (1.0, 0.0) if quick else (6.0, 120.0)
    sizes = SIZES[:5] if quick else SIZES
    curves = [
        curve(sizes, index, others, rounds if quick else 3, patience, once=once)
        for index in (BANZHAF, SHAPLEY)
    ]
    found = records([*others, *([also] if (also := as_documented()) else [])])
    whole = Measured(races, waits, None if quick else both_indices(FUND), curves, together, found)
    text = "\n".join([*page(whole, others, missing), ""])
    if not quick:
        RESULTS.write_text(text, encoding="utf-8")
    return text


def _waits(index: Index, others: Sequence[Peer], waiting: int) -> dict[str, Waited]:
    members = len(VECTORS[FUND]["swings"])
    limits = {peer.name: OTHERS_WAITING for peer in others if peer.takes(VECTORS[FUND]["rule"], members)}
    if index == BANZHAF and SLOW in limits:
        limits[SLOW] = waiting
    return {name: waited(name, index, FUND, limit) for name, limit in limits.items()}


def _courses() -> list[Course]:
    """What everyone counts, and by how much the others are to be slower."""
    college = known(VECTORS[ELECTORAL_COLLEGE])
    both = (BANZHAF, SHAPLEY)
    council = "The EU Council of 27 with its full rule and exact populations, both indices"
    return [
        Course("The six of 1958, both indices", known(VECTORS[UNITED_SIX]), both),
        Course("The Electoral College of 2024, Banzhaf", college, (BANZHAF,), 50),
        Course("The Electoral College of 2024, Shapley and Shubik", college, (SHAPLEY,), 30),
        Course(council, known(VECTORS[COUNCIL]), both, 20),
    ]


def _great() -> Course:
    return Course("The Monetary Fund, 190 members at 85 %, Banzhaf", known(VECTORS[FUND]), (BANZHAF,))
