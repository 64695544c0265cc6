"""The same files give the same bytes, whatever Python's hash seed and whichever matcher."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from coalcheck.engine.report import formats

ROOT = Path(__file__).parents[2]
DEEP = int(os.environ.get("COALCHECK_EXAMPLES", "1")) > 1
SEEDS = range(20) if DEEP else range(3)


def outputs(seed: int, folder: Path) -> dict[str, bytes]:
    """Every format of one run, each from its own file."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "coalcheck", "validate", "fixtures", "--as-of", "2026-11-22", "--all"]
    for name in formats():
        command += ["--format", name, "--output", str(folder / name)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stderr == done.stdout == b""
    return {name: (folder / name).read_bytes() for name in formats()}


def test_every_format_is_the_same_for_every_hash_seed(tmp_path: Path) -> None:
    first = outputs(0, tmp_path)
    assert {"json", "sarif", "junit", "text"} < set(first)
    assert all(len(page) > 1000 for page in first.values())
    for seed in SEEDS[1:]:
        assert outputs(seed, tmp_path) == first
