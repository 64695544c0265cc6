"""A time zone that nobody knows is said where it is written, with the one that was likely meant."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.source.node import Problem
from coalcheck.engine.source.read import read

BEFORE = """\
name: Clean Air
purpose: Stop the deal.
"""
AFTER = """\
members: [{id: a}]
decisions: {act: {covers: [speak], passes: all members}}
"""


def problems(zone: str) -> list[Problem]:
    text = f"{BEFORE}time_zone: {zone}\n{AFTER}"
    return [each for each in load(read(text, "c.yaml")).problems if each.kind == "time-zone-unknown"]


@pytest.mark.parametrize(
    ("zone", "suggestion"),
    [
        pytest.param("Europe/Madird", "Did you mean Europe/Madrid?", id="two letters changed round"),
        pytest.param("europe madrid", "Did you mean Europe/Madrid?", id="without its marks"),
        pytest.param("Madrid", "Did you mean Europe/Madrid?", id="the city alone"),
        pytest.param("New York", "Did you mean America/New_York?", id="a city of two words"),
        pytest.param("Lisbonn", "Did you mean Europe/Lisbon?", id="a city misspelt"),
        # The zones by their hours go the other way than everybody thinks.
        pytest.param("GMT+2", "Write one such as Europe/Madrid, or UTC.", id="by its hours"),
        pytest.param("Mars/Olympus", "Write one such as Europe/Madrid, or UTC.", id="nowhere"),
    ],
)
def test_unknown(zone: str, suggestion: str) -> None:
    (problem,) = problems(zone)
    assert problem.values["found"] == zone
    assert problem.values["suggestion"] == suggestion
    assert (problem.span.line, problem.span.column, problem.route) == (3, 12, ("time_zone",))


@pytest.mark.parametrize("zone", ["Europe/Madrid", "UTC", "Z", "America/Argentina/Buenos_Aires", "CET"])
def test_known(zone: str) -> None:
    assert problems(zone) == []


def test_it_stays_in_the_charter() -> None:
    charter = load(read(f"{BEFORE}time_zone: Madrid\n{AFTER}", "c.yaml")).charter
    assert charter is not None
    assert charter.time_zone == "Madrid"


def test_nothing_is_loaded_for_it_where_none_is_written() -> None:
    program = (
        "import sys\nfrom coalcheck.engine.charter.load import load\n"
        "from coalcheck.engine.source.read import read\n"
        f"load(read({BEFORE + AFTER!r}, 'c.yaml'))\nsys.exit('coalcheck.engine.charter.zone' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
