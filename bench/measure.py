"""Whole processes, timed in turns: each round runs every command once, so a slow moment hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

SCRIPTS = Path(sys.executable).parent
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COALCHECK"))}
"""The environment that users have; a variable such as PYTHONDONTWRITEBYTECODE would measure the compiler."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What several runs of one command took; seconds, and MiB at the highest."""

    seconds: tuple[float, ...]
    peak: float

    @property
    def median(self) -> float:
        """The run in the middle; a few slow runs do not move it."""
        return median(self.seconds)

    def __str__(self) -> str:
        """Median and range in milliseconds."""
        low, middle, high = (f"{1000 * t:,.0f}" for t in (min(self.seconds), self.median, max(self.seconds)))
        return f"{middle} ms ({low} to {high})"


class Unexpected(Exception):
    """A command did not do what it was measured for, so its time means nothing."""


def once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command that must succeed; seconds and peak MiB."""
    start = perf_counter()
    process = subprocess.Popen(
        command, env=PLAIN, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
        raise Unexpected(
            f"{' '.join(command)[:200]} ended with {process.returncode}:\n{shown.stdout}{shown.stderr}"
        )
    return seconds, usage.ru_maxrss / 1024


def in_turns(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Timing]:
    """Time each command ``rounds`` times after one run that only warms the caches."""
    names = list(commands)
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for number in range(rounds + 1):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            result = once(commands[name])
            if number:
                runs[name].append(result)
    return {
        name: Timing(tuple(seconds for seconds, _ in done), max(peak for _, peak in done))
        for name, done in runs.items()
    }
