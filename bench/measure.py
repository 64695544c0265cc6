"""Whole processes, timed in turns: each round runs every command once, so a slow moment hits all alike."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
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


BETWEEN_LOOKS = 0.01
"""Seconds from one look at the memory to the next."""


class Unexpected(Exception):
    """A command did not do what it was measured for, so its time means nothing."""


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, env=PLAIN, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command that must succeed; seconds, and peak MiB of its first process."""
    start = perf_counter()
    process = _started(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
        raise Unexpected(
            f"{' '.join(command)[:200]} ended with {process.returncode}:\n{shown.stdout}{shown.stderr}"
        )
    return seconds, usage.ru_maxrss / 1024


def watched(command: Sequence[str]) -> float:
    """Peak MiB of a command with all processes that it starts; what they share is counted once."""
    process = _started(command)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _held(process.pid))
        time.sleep(BETWEEN_LOOKS)
    return peak / 1024


def _held(pid: int) -> int:
    """KiB that a process holds, and all below it; 0 where the system does not tell, or it has just ended."""
    place = Path(f"/proc/{pid}")
    try:
        share = re.search(r"^Pss:\s+(\d+)", (place / "smaps_rollup").read_text("ascii"), re.MULTILINE)
        below = [
            int(each) for file in place.glob("task/*/children") for each in file.read_text("ascii").split()
        ]
    except OSError:
        return 0
    return (int(share[1]) if share else 0) + sum(map(_held, below))


def in_turns(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Timing]:
    """Time each command ``rounds`` times after one run that warms the caches, and is watched for its memory.

    Who looks at the memory slows what is looked at, so that no run is both watched and timed. Looks can miss
    the highest moment of a short run: of the first process the system itself notes it.
    """
    names = list(commands)
    peaks = {name: watched(command) for name, command in commands.items()}
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for number in range(1, rounds + 1):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            runs[name].append(once(commands[name]))
    return {
        name: Timing(tuple(seconds for seconds, _ in done), max(peaks[name], *(peak for _, peak in done)))
        for name, done in runs.items()
    }
