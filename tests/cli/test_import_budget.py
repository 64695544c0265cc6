"""A run on one charter imports what it needs: starting must not cost more than checking."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
CHARTER = """\
name: Clean Air
purpose: Keep the air-quality chapter.
members:
  - id: breathe
  - id: local-9
decisions:
  change:
    passes: all members
"""

# What it would be for, and why a plain run has no use for it.
TOO_DEAR = {
    "asyncio": "nothing waits",
    "argparse": "click does it",
    "concurrent": "one process, one thread",
    "coalcheck.engine.baseline": "only the command of that name",
    "coalcheck.engine.configuration.read": "there is no file of settings",
    "coalcheck.engine.findings.baseline": "there is no baseline",
    "coalcheck.engine.findings.paths": "no pattern is set",
    "coalcheck.engine.findings.suppression": "no comment is for us",
    "coalcheck.engine.source.comments": "no comment is for us",
    "coalcheck.engine.charter.schema": "only the command schema prints it",
    "coalcheck.engine.policy.form": "policies come from their cache",
    "coalcheck.engine.report.github": "only the format asked for is imported",
    "coalcheck.engine.report.gitlab": "only the format asked for is imported",
    "coalcheck.engine.report.json": "only the format asked for is imported",
    "coalcheck.engine.report.junit": "only the format asked for is imported",
    "coalcheck.engine.report.manual": "only the commands that explain use it",
    "coalcheck.engine.report.markdown": "only the format asked for is imported",
    "coalcheck.engine.report.parts.junit": "only the format asked for is imported",
    "coalcheck.engine.report.parts.rules": "only the format asked for is imported",
    "coalcheck.engine.report.parts.step_summary": "only GitHub has a page for it",
    "coalcheck.engine.report.sarif": "only the format asked for is imported",
    "difflib": "near names are sought only where a name is wrong",
    "email": "importlib.metadata would bring it",
    "hypothesis": "a tool of tests",
    "http": "no network, ever",
    "importlib.metadata": "the version is in the package",
    "jsonschema": "a tool of tests",
    "multiprocessing": "one process, one thread",
    "rapidfuzz": "near names are sought only where a name is wrong",
    "shutil": "the width of a terminal is in os",
    "socket": "no network, ever",
    "ssl": "no network, ever",
    "tomllib": "there is no file of settings",
    "unittest": "a tool of tests",
    "urllib.request": "no network, ever",
    "xml": "no format of this run",
}

PROBE = """
import sys
sys.argv = ["coalcheck", *sys.argv[1:]]
from coalcheck.cli import main
try:
    main()
except SystemExit as end:
    assert end.code in (0, 1), end.code
print("MODULES", *sorted(sys.modules), file=sys.stderr)
"""


def modules(*args: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *args],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    head, _, names = ran.stderr.rpartition("MODULES ")
    assert not head, ran.stderr
    assert ran.returncode == 0, ran.stderr
    return set(names.split())


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    charter: Path = tmp_path_factory.mktemp("start") / "charter.yaml"
    charter.write_text(CHARTER, encoding="utf-8")
    modules("validate", str(charter))  # the first run may still have to write the cache of policies
    return modules("validate", "--matcher", "reference", str(charter))


@pytest.mark.parametrize("name", TOO_DEAR)
def test_not_imported(imported: set[str], name: str) -> None:
    found = sorted(module for module in imported if module == name or module.startswith(f"{name}."))
    assert not found, TOO_DEAR[name]


def test_the_probe_sees_what_is_imported(imported: set[str]) -> None:
    assert {"click", "coalcheck.engine.validate", "coalcheck.engine.report.text"} <= imported


def test_the_version_needs_no_engine() -> None:
    seen = modules("--version")
    assert not {"pydantic", "yaml", "coalcheck.engine.validate"} & seen
