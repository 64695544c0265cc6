"""Calls inside one process, timed in turns: each round lets everyone do the same work once.

What is taken is the time of the processor, of all threads of the process: nobody waits for a disk here, and
what else the machine does in the meantime is not counted.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import process_time_ns


@dataclass(frozen=True, slots=True)
class Calls:
    """What one call took on average, in microseconds: one number a round."""

    micros: tuple[float, ...]

    @property
    def median(self) -> float:
        """The round in the middle; a few slow rounds do not move it."""
        return median(self.micros)

    def __str__(self) -> str:
        """Median and range, in microseconds or, from ten thousand on, in milliseconds."""
        unit, factor = ("µs", 1.0) if self.median < 10_000 else ("ms", 1_000.0)
        low, middle, high = (
            _three_digits(t / factor) for t in (min(self.micros), self.median, max(self.micros))
        )
        return f"{middle} {unit} ({low} to {high})"


def _three_digits(number: float) -> str:
    return f"{number:,.1f}" if number < 100 else f"{number:,.0f}"


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work that is a number of calls."""

    run: Callable[[], object]
    calls: int


def in_turns(works: Mapping[str, Work], rounds: int) -> dict[str, Calls]:
    """Time each ``rounds`` times after one round that fills what each keeps from call to call."""
    for work in works.values():
        work.run()
    gc.collect()
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            start = process_time_ns()
            work.run()
            taken[name].append((process_time_ns() - start) / work.calls / 1_000)
    return {name: Calls(tuple(each)) for name, each in taken.items()}
