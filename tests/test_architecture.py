"""What import-linter and ruff cannot hold: sizes, names, and that the lists they work from are complete."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = (
    "cli.py", "door", "conftest.py", "hatch_build.py", "engine", "tests", "bench",
    "src/coalcheck/__init__.py",
)  # fmt: skip
TEXT = (
    *CODE,
    "policies",
    "fixtures",
    "docs",
    "requirements",
    ".ci/run",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
)
TEXT_SUFFIXES = {".py", ".md", ".yaml", ".yml", ".toml", ".json", ".txt", ".lark", ""}
LONGEST = 300
VAGUE = re.compile(r"(^|_)(util|utils|helper|helpers|misc|common|stuff)(_|$)")
A_MACHINE = re.compile(
    r"/(?:wor[k]|home|root|Users)/[a-zA-Z]|\.librar[y]/|bash_job[s]|farm-(?:studi[o]|benc[h])"
)


def files(places: tuple[str, ...], suffixes: set[str]) -> Iterator[Path]:
    for place in places:
        found = [ROOT / place] if (ROOT / place).is_file() else sorted((ROOT / place).rglob("*"))
        for path in found:
            if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts:
                yield path


def is_table(path: Path) -> bool:
    """Whether a file is data in Python's clothes: constants, and not one function or class."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return not any(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for part in body)


def test_a_file_can_be_read_in_one_sitting() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files(CODE, {".py"})
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST and not is_table(path)
    }

    assert long == {}


@pytest.mark.parametrize(
    ("name", "vague"),
    [
        pytest.param("utils", True, id="utils"),
        pytest.param("test_helpers", True, id="test of helpers"),
        pytest.param("string_util", True, id="string util"),
        pytest.param("judge", False, id="a term of the field"),
        pytest.param("common_ground", True, id="common at the front"),
        pytest.param("utility", False, id="a word that begins alike"),
    ],
)
def test_the_pattern_of_vague_names(name: str, vague: bool) -> None:
    assert bool(VAGUE.search(name)) is vague


def test_no_file_is_named_after_having_no_subject() -> None:
    assert [str(path.relative_to(ROOT)) for path in files(CODE, {".py"}) if VAGUE.search(path.stem)] == []


def test_test_files_have_names_of_their_own() -> None:
    """pytest's importlib mode and mypy both know a test file by its bare name."""
    names = [
        path.stem for path in files(("tests", "bench"), {".py"}) if path.stem not in {"__init__", "conftest"}
    ]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("line", "named"),
    [
        pytest.param("see /home/ada/charters", True, id="a home"),
        pytest.param("cd /Users/ada", True, id="a home on a Mac"),
        pytest.param("staff/home/office", True, id="inside a longer path"),
        pytest.param("../shared/data", False, id="a documented place beside the checkout"),
        pytest.param("#!/usr/bin/env bash", False, id="a place every machine has"),
        pytest.param("work/life balance", False, id="prose with a stroke"),
    ],
)
def test_the_pattern_of_machine_paths(line: str, named: bool) -> None:
    assert bool(A_MACHINE.search(line)) is named


def test_nothing_names_the_machine_it_was_written_on() -> None:
    here = Path(__file__).resolve()
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in files(TEXT, TEXT_SUFFIXES)
        if path != here
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if A_MACHINE.search(line)
    ]

    assert found == []


def test_every_room_has_its_place_in_the_layers() -> None:
    """import-linter judges only what its list names: a room missing there could import anything."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(c["layers"] for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    listed = {name.strip() for layer in layers for name in re.split(r"[|:]", layer)}
    rooms = {
        f"coalcheck.engine.{path.stem}"
        for path in (ROOT / "engine").iterdir()
        if (path.is_dir() and (path / "__init__.py").is_file())
        or (path.suffix == ".py" and path.stem != "__init__")
    }

    assert listed == rooms | {"coalcheck.cli", "coalcheck.door"}


LOCKED = {"dev.txt": ("dev", "bench"), "bench-power.txt": ("bench-power",)}
"""Which groups each locked file holds, beside what the project needs itself."""


def test_each_group_is_locked_and_the_recipe_renews_each_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert sorted(project["dependency-groups"]) == sorted(name for names in LOCKED.values() for name in names)
    assert {file.name for file in (ROOT / "requirements").iterdir()} == set(LOCKED)
    recipes = (ROOT / "justfile").read_text(encoding="utf-8")
    for file, groups in LOCKED.items():
        asked = " ".join(f"--group pyproject.toml:{group}" for group in groups)
        assert f"{asked} --output-file requirements/{file} " in recipes
    assert "-r requirements/bench-power.txt" in recipes


@pytest.mark.parametrize(("file", "groups"), [pytest.param(*each, id=each[0]) for each in LOCKED.items()])
def test_each_locked_file_covers_what_the_project_asks_for(file: str, groups: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(name for group in groups for name in project["dependency-groups"][group]),
    ]
    names = {re.split(r"[^A-Za-z0-9_.-]", line)[0].lower().replace("_", "-") for line in asked}
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))

    assert names <= set(locked)
    assert text.count("==") - text.count(" == ") <= text.count("--hash=sha256:")
    assert not re.search(r"https?:|--(?:extra-)?index-url|--find-links", text)
