"""How long every change of one clause takes: with the scenarios that notice them, and with hardly any."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.measure import SCRIPTS, Timing, in_turns
from coalcheck.engine.charter.load import load
from coalcheck.engine.scenario.mutation.every import mutants
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[1] / "fixtures"
CHARTERS = ("coalitions/clean-air", "coalitions/retail-twelve", "coalitions/cyber", "bodies/eu-council")
"""From three members with two decisions to twenty-seven that are all unlike."""
AIM = "coalitions/cyber"
"""It has eight decisions; seven may take half a minute."""
SECONDS = 30.0

NOTICED = "all noticed"
SEARCHED = "all searched"
NOBODY = "test: A beginning\ncases:\n  - {id: nobody, as_of: 2026-01-01, for: 0, expect: still open}\n"
"""A case that notices nothing."""


def measured(folder: Path, name: str, rounds: int) -> dict[str, Timing]:
    """One charter, with its own scenarios and with none that notice anything."""
    tool = str(SCRIPTS / "coalcheck")
    bare = folder / name
    (bare / "tests").mkdir(parents=True)
    for file in (FIXTURES / name).glob("*.yaml"):
        shutil.copy(file, bare / file.name)
    (bare / "tests" / "beginning.yaml").write_text(NOBODY, encoding="utf-8")
    return dict(
        in_turns(
            {
                NOTICED: [tool, "test", "--mutate", str(FIXTURES / name)],
                SEARCHED: [tool, "test", "--mutate", "--exit-zero", str(bare)],
            },
            rounds,
        )
    )


def section(folder: Path, rounds: int) -> str:
    """The section of the page, in markdown."""
    return "\n".join(_lines(folder, rounds)) + "\n"


def _lines(folder: Path, rounds: int) -> Iterator[str]:
    yield ""
    yield "## A charter changed in one place at a time"
    yield ""
    yield (
        "`coalcheck test --mutate` on charters of `fixtures/`: with the scenarios beside them, which notice "
        "nearly every change; and without any, so that for each change one that would is looked for."
    )
    yield ""
    yield "| charter | members | decisions | changes | with its scenarios | without any |"
    yield "|---|---|---|---|---|---|"
    kept = True
    for name in CHARTERS:
        charter = load(read((FIXTURES / name / "charter.yaml").read_bytes(), name)).charter
        if charter is None:
            msg = f"{name} holds no charter"
            raise ValueError(msg)
        timings = measured(folder, name, rounds)
        if name == AIM:
            kept = max(timing.median for timing in timings.values()) < SECONDS
        changes = sum(1 for _ in mutants(charter))
        yield (
            f"| {name} | {len(charter.members)} | {len(charter.decisions)} | {changes} "
            f"| {timings[NOTICED]} | {timings[SEARCHED]} |"
        )
    yield ""
    yield f"Aim for seven decisions: under {SECONDS:.0f} s, either way: {'kept' if kept else '**missed**'}."
