"""The same files give the same bytes, whatever Python's hash seed and whichever matcher."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEEP = int(os.environ.get("COALCHECK_EXAMPLES", "1")) > 1
SEEDS = range(20) if DEEP else range(3)


def output(seed: int, *options: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "coalcheck", "validate", "fixtures", "--as-of", "2026-11-22", *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


@pytest.mark.parametrize("form", ["json", "text", "plain"])
def test_output_is_the_same_for_every_hash_seed(form: str) -> None:
    first = output(0, "--format", form, "--all")
    assert len(first) > 1000
    for seed in SEEDS[1:]:
        assert output(seed, "--format", form, "--all") == first
