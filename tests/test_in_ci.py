"""The page on CI: its snippets are what the hosts accept, and its commands do what the page says."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from coalcheck.engine.report import formats

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/in-ci.md").read_text(encoding="utf-8")
RECORD = ROOT / "docs/examples/record"


def snippet(name: str) -> str:
    (found,) = re.findall(rf"^```yaml\n# {re.escape(name)}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


WORKFLOW, JOB = ".github/workflows/charter.yml", ".gitlab-ci.yml"


@pytest.mark.parametrize(
    ("name", "schema"), [(WORKFLOW, "github-workflows"), (JOB, "gitlab-ci")], ids=["GitHub", "GitLab"]
)
def test_a_snippet_is_what_the_host_accepts(tmp_path: Path, name: str, schema: str) -> None:
    def accepted(text: str) -> bool:
        file = tmp_path / "snippet.yml"
        file.write_text(text, encoding="utf-8")
        tool = str(Path(sys.executable).parent / "check-jsonschema")
        command = [tool, "--builtin-schema", f"vendor.{schema}", str(file)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    assert accepted(snippet(name))
    broken = snippet(name).replace("steps:", "stepps:").replace("script:", "scrypt:")
    assert broken != snippet(name)
    assert not accepted(broken)


def of_workflow() -> list[dict[str, Any]]:
    steps = yaml.safe_load(snippet(WORKFLOW))["jobs"]["charter"]["steps"]
    assert isinstance(steps, list)
    return steps


def commands() -> list[str]:
    lines = [step["run"] for step in of_workflow() if "run" in step]
    return [*lines, *yaml.safe_load(snippet(JOB))["charter"]["script"]]


def run(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line)
    assert words[0] == "coalcheck"
    given = {name: value for name, value in os.environ.items() if name != "GITHUB_STEP_SUMMARY"}
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder, env={**given, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    shutil.copytree(RECORD, tmp_path / "ours")
    return tmp_path / "ours"


OURS = [line for line in commands() if line.startswith("coalcheck ")]


def test_the_page_has_commands_of_ours_and_one_that_installs() -> None:
    others = {line for line in commands() if line not in OURS}
    assert len(OURS) == 3
    assert others == {'pip install "coalcheck @ git+…"'}


@pytest.mark.parametrize("line", OURS)
def test_a_command_of_a_snippet_runs(repository: Path, line: str) -> None:
    page = repository / "page.md"
    done = run(line, repository, GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
    assert done.stdout
    for output in re.findall(r"--output (\S+)", line):
        text = (repository / output).read_text(encoding="utf-8")
        assert (ET.fromstring(text) if output.endswith(".xml") else json.loads(text)) is not None
    assert page.exists() is ("--format github" in line)


@pytest.mark.parametrize("line", OURS)
def test_a_command_of_a_snippet_sees_what_is_amiss(repository: Path, line: str) -> None:
    charter = repository / "charter.yaml"
    charter.write_text(charter.read_text("utf-8").replace("decisions:", "decision:"), encoding="utf-8")
    assert run(line, repository).returncode == 1


def test_what_is_reported_is_what_was_written() -> None:
    job = yaml.safe_load(snippet(JOB))["charter"]
    written = re.findall(r"--format (\w+) --output (\S+)", job["script"][-1])
    assert dict(written) == {"gitlab": job["artifacts"]["reports"]["codequality"],
                             "junit": job["artifacts"]["reports"]["junit"]}  # fmt: skip
    outputs = [output for line in OURS for output in re.findall(r"--format sarif --output (\S+)", line)]
    assert len(outputs) == len(set(outputs)) == 2
    assert {Path(output).parent for output in outputs} == {Path(of_workflow()[-1]["with"]["sarif_file"])}


def test_what_failed_does_not_keep_the_rest_from_running() -> None:
    """The steps after the first of ours run also where it found something."""
    after = [step for step in of_workflow() if "if" in step]
    assert [step["if"] for step in after] == ["success() || failure()"] * 2
    assert of_workflow()[-2:] == after


def test_every_format_is_explained() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(rows) == sorted(formats())
    told = re.findall(r"^\*\*`(\w+)`\*\*", PAGE, re.MULTILINE)
    assert sorted(told) == sorted(set(formats()) - {"text", "plain"})


CLEAN = {
    "github": "Ready to sign",
    "gitlab": "[]\n",
    "junit": 'name="nothing found"',
    "markdown": "In order:",
    "plain": "Ready to sign",
    "sarif": '"results": []',
    "text": "In order:",
    "json": '"findings": []',
}


@pytest.mark.parametrize("name", formats())
def test_where_nothing_was_found(tmp_path: Path, name: str) -> None:
    shutil.copy(min((ROOT / "fixtures/coalitions").glob("*/charter.yaml")), tmp_path / "charter.yaml")
    done = run(f"coalcheck validate charter.yaml --format {name}", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert CLEAN[name] in done.stdout
    assert "charter.yaml" in done.stdout or name not in {"junit", "sarif", "json"}
