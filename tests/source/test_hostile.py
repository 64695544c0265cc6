"""Whatever a file was made to do to a reader, it ends soon, small, with a problem and without a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("hostile.py")
SOURCES = Path(__file__).parents[2] / "src"
SECONDS = 1.0
KILOBYTES = 200 * 1024
HARMLESS = {"line ends of Windows", "dates in one line", "curled quotes in one line"}
"""What is long or strange and yet in order: only its cost counts."""
NAMES = re.findall(r'^    "(.+?)": lambda', SCRIPT.read_text("utf-8"), re.MULTILINE)


def measured(*names: str) -> dict[str, list[str]]:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), *names],
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return {row[0]: row[1:] for line in run.stdout.splitlines() if (row := line.split("\t"))}


@pytest.fixture(scope="module")
def costs() -> dict[str, list[str]]:
    """All inputs, each read in a process of its own whose memory and time are limited."""
    return measured()


@pytest.mark.parametrize("name", NAMES)
def test_it_ends_soon_and_small_with_a_problem(name: str, costs: dict[str, list[str]]) -> None:
    assert len(costs[name]) == 4, costs[name]
    seconds, peak, problems, kinds = costs[name]
    assert float(seconds) < SECONDS
    assert int(peak) < KILOBYTES
    if name not in HARMLESS:
        assert int(problems) > 0
        assert kinds


def test_none_is_forgotten(costs: dict[str, list[str]]) -> None:
    assert len(NAMES) > 60
    assert set(costs) >= set(NAMES)


def test_what_crashes_is_seen() -> None:
    """A process that ends badly leaves no figures, so that a crash cannot pass for a quick end."""
    assert (
        "no such input" not in measured("no such input")
        or len(measured("no such input")["no such input"]) != 4
    )
