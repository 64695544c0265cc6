"""All formats of one run, each to its own place; and the page of the step where GitHub has one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from coalcheck.engine.report import formats

ROOT = Path(__file__).parents[2]
CHARTER = (ROOT / "fixtures/words/one-page-not-ready.charter.yaml").read_text(encoding="utf-8")
LETTER = (ROOT / "docs/examples/letter.yaml").read_text(encoding="utf-8")
READY = (ROOT / "docs/examples/first.charter.yaml").read_text(encoding="utf-8")
SUMMARY = "GITHUB_STEP_SUMMARY"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"faulty.charter.yaml": CHARTER, "charter.yaml": READY, "letter.yaml": LETTER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> Ran:
    given = {name: value for name, value in os.environ.items() if name != SUMMARY}
    done = subprocess.run(
        [sys.executable, "-m", "coalcheck", *arguments],
        cwd=folder, env={**given, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def to_files(names: tuple[str, ...]) -> list[str]:
    return [word for name in names for word in ("--format", name, "--output", f"out.{name}")]


VALIDATE = ("validate", "--as-of", "2026-04-02", "charter.yaml", "faulty.charter.yaml")
CHECK = ("check", "charter.yaml", "letter.yaml")


@pytest.mark.parametrize("command", [VALIDATE, CHECK], ids=["validate", "check"])
def test_each_to_its_own_file(folder: Path, command: tuple[str, ...]) -> None:
    done = run(folder, *command, *to_files(formats()))
    assert (done.code, done.out, done.err) == (1, "", "")
    for name in formats():
        alone = run(folder, *command, "--format", name)
        assert (folder / f"out.{name}").read_text(encoding="utf-8") == alone.out
        assert (alone.code, alone.err) == (1, "")
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert isinstance(json.loads((folder / "out.gitlab").read_text("utf-8")), list)
    assert ET.fromstring((folder / "out.junit").read_text("utf-8")).tag == "testsuites"
    assert (folder / "out.markdown").read_text("utf-8").startswith("## ")


def test_one_on_the_screen_and_the_others_in_files(folder: Path) -> None:
    done = run(folder, *VALIDATE, "--format", "github", *to_files(("sarif", "junit")))
    assert done.out.startswith("::error file=faulty.charter.yaml,line=2,")
    assert done.out.endswith("\nIn both charters together: 3 points to settle, 2 worth a talk; "
                             "nothing to settle in one of them.\n")  # fmt: skip
    assert (folder / "out.sarif").exists()
    assert (folder / "out.junit").exists()


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_junit_fails_where_the_exit_code_does(folder: Path, level: str) -> None:
    for name in ("charter.yaml", "faulty.charter.yaml"):
        done = run(folder, "validate", name, "--format", "junit", "--fail-on", level)
        assert bool(ET.fromstring(done.out).findall(".//failure")) is bool(done.code)


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "markdown", "sarif"])
def test_an_unreadable_path_beside_a_readable_one(folder: Path, name: str) -> None:
    done = run(folder, "validate", "charter.yaml", "nowhere.yaml", "--format", name)
    assert done.code == 2
    assert "nowhere.yaml cannot be read" in done.err
    assert name == "gitlab" or "nowhere.yaml cannot be read" in done.out


@pytest.mark.parametrize("command", [VALIDATE, CHECK], ids=["validate", "check"])
def test_the_page_of_the_step_is_added_to(folder: Path, command: tuple[str, ...]) -> None:
    page = folder / "page.md"
    page.write_text("Before\n\n", encoding="utf-8")
    markdown = run(folder, *command, "--format", "markdown").out
    for _ in range(2):
        done = run(folder, *command, "--format", "github", **{SUMMARY: str(page)})
        assert (done.code, done.err) == (1, "")
    assert page.read_text(encoding="utf-8") == f"Before\n\n{markdown}{markdown}"


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        pytest.param((), "page.md", id="text"),
        pytest.param(("--format", "json"), "page.md", id="json"),
        pytest.param(("--format", "markdown", "--output", "other.md"), "page.md", id="markdown"),
        pytest.param(("--format", "github"), "", id="no place"),
    ],
)
def test_no_page_unasked(folder: Path, arguments: tuple[str, ...], value: str) -> None:
    done = run(folder, *VALIDATE, *arguments, **{SUMMARY: value})
    assert done.code == 1
    assert not (folder / "page.md").exists()


def test_a_page_that_cannot_be_written(folder: Path) -> None:
    done = run(folder, *VALIDATE, "--format", "github", **{SUMMARY: str(folder)})
    assert done.code == 2
    assert done.out.startswith("::error ")
    assert done.err == f"coalcheck: {folder} cannot be written: is a directory.\n"


def test_the_page_holds_the_answer_even_where_the_result_goes_to_a_file(folder: Path) -> None:
    done = run(folder, *VALIDATE, "--format", "github", "--output", "log.txt", **{SUMMARY: "page.md"})
    assert (done.code, done.out) == (1, "")
    assert "Not ready to sign yet" in (folder / "page.md").read_text(encoding="utf-8")
