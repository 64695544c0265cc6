"""What is compared: the same files, whole processes, each tool as its users start it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.charters import Size, charter, grown
from bench.measure import SCRIPTS, Timing, in_turns

OURS = "coalcheck validate"
LINTER = "yamllint"
SHAPE = "check-jsonschema"
FLOOR = "Python alone"
LIBRARIES = "Python and the libraries"


@dataclass(frozen=True, slots=True)
class Target:
    """What a comparison is held to: at most ``factor`` times the median of ``other``."""

    other: str
    factor: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One piece of work done by several tools in one run."""

    title: str
    timings: Mapping[str, Timing]
    targets: Sequence[Target]
    peak: int | None = None
    """The most memory that coalcheck may take, in MiB."""

    def ratio(self, target: Target) -> float:
        """How many times the other's median coalcheck takes."""
        return self.timings[OURS].median / self.timings[target.other].median


@dataclass(frozen=True, slots=True)
class Growth:
    """One tool on ever larger charters of one sort."""

    what: Size
    timings: Mapping[int, Timing]


def checkers(files: Sequence[Path], folder: Path) -> dict[str, list[str]]:
    """How each tool is told to read ``files``."""
    schema = folder / "charter.schema.json"
    if not schema.exists():
        printed = subprocess.run([SCRIPTS / "coalcheck", "schema"], capture_output=True, check=True)
        schema.write_bytes(printed.stdout)
    names = [str(file) for file in files]
    return {
        OURS: [str(SCRIPTS / "coalcheck"), "validate", *names],
        LINTER: [str(SCRIPTS / "yamllint"), *names],
        SHAPE: [str(SCRIPTS / "check-jsonschema"), "--schemafile", str(schema), *names],
    }


def one_charter(folder: Path, rounds: int) -> Comparison:
    """What a person waits for after saving a file."""
    file = folder / "one.charter.yaml"
    file.write_text(charter(), encoding="utf-8")
    floors = {
        FLOOR: [sys.executable, "-c", "pass"],
        LIBRARIES: [sys.executable, "-c", "import click, pydantic, yaml"],
    }
    lines = len(file.read_text(encoding="utf-8").splitlines())
    return Comparison(
        f"One charter of {lines} lines",
        in_turns(checkers([file], folder) | floors, rounds),
        [Target(LINTER, 2.2), Target(SHAPE, 0.9)],
    )


def many_charters(folder: Path, rounds: int, count: int = 1000) -> Comparison:
    """What a shared archive of charters takes."""
    files = [folder / f"{number:04}.charter.yaml" for number in range(1, count + 1)]
    for number, file in enumerate(files, start=1):
        file.write_text(charter(number), encoding="utf-8")
    return Comparison(
        f"{count:,} charters in one run",
        in_turns(checkers(files, folder), rounds),
        [Target(LINTER, 1 / 4), Target(SHAPE, 1 / 4)],
        peak=120,
    )


def growth(folder: Path, rounds: int, what: Size, sizes: Sequence[int]) -> Growth:
    """How the time grows with the number of members, of decisions, or of clauses in one rule."""
    commands: dict[str, list[str]] = {}
    for size in sizes:
        file = folder / f"{what}-{size}.charter.yaml"
        file.write_text(grown(what, size), encoding="utf-8")
        commands[str(size)] = [str(SCRIPTS / "coalcheck"), "validate", "--exit-zero", str(file)]
    return Growth(what, {int(size): timing for size, timing in in_turns(commands, rounds).items()})
