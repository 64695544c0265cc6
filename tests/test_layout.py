"""One code base under two views: real folders at the top for the reader, an alias package for the tools.

Static checkers and installers look for a folder called ``coalcheck``; ``src/coalcheck`` gives them one
that holds links only. A missing link, or a checker that does not follow it, would leave code unread and say
nothing.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import coalcheck

ROOT = Path(__file__).parents[1]
ALIAS = Path("src/coalcheck")
LINKED = {
    "cli.py": "cli.py",
    "door": "door",
    "engine": "engine",
    "policies": "policies",
    "domain.yaml": "docs/domain.yaml",
}
"""By the name in the package, where it is at the top."""
ROOMS = sorted(path.parent.name for path in (ROOT / "engine").glob("*/__init__.py"))

needs_links = pytest.mark.skipif(
    not (ROOT / ALIAS / "engine").is_symlink(),
    reason="an unpacked source distribution, or a checkout without symbolic links, has no alias folder",
)


@needs_links
def test_the_alias_folder_links_to_the_top_level_and_holds_nothing_else() -> None:
    real = {path.name for path in (ROOT / ALIAS).iterdir() if not path.is_symlink()} - {"__pycache__"}
    links = {path.name: path.readlink().as_posix() for path in (ROOT / ALIAS).iterdir() if path.is_symlink()}

    assert links == {name: f"../../{place}" for name, place in LINKED.items()}
    assert real == {"__init__.py", "__main__.py", "py.typed"}
    assert all((ROOT / ALIAS / name).exists() for name in LINKED)


def test_a_real_wheel_is_told_of_the_same_names() -> None:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    hook = module.CustomBuildHook.__new__(module.CustomBuildHook)
    wheel: dict[str, dict[str, str]] = {"force_include": {}}
    editable: dict[str, dict[str, str]] = {"force_include": {}}

    hook.initialize("standard", wheel)
    hook.initialize("editable", editable)

    assert wheel["force_include"] == {place: f"coalcheck/{name}" for name, place in LINKED.items()}
    assert editable["force_include"] == {}


def test_code_has_one_name_only() -> None:
    """``engine.x.A`` beside ``coalcheck.engine.x.A`` would be two classes that do not know each other."""
    taken = {name.partition(".")[0] for name in sys.modules} & {"engine", "policies", "cli"}

    assert taken == set()
    assert not any((ROOT / name).is_file() for name in ("__init__.py", "tests/__init__.py"))


def test_the_version_is_written_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    heading = f"## [{coalcheck.__version__}]"

    assert project["dynamic"] == ["version"]
    assert heading in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def planted(folder: Path, error: str) -> list[Path]:
    """Lay out ``folder`` as the project is, without its code, and plant ``error`` wherever code can be."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    places = ["door", "engine", *(f"engine/{room}" for room in ROOMS), "tests", "tests/room", "bench"]
    for place in places:
        (folder / place).mkdir()
        if place.startswith(("door", "engine")):
            (folder / place / "__init__.py").touch()
        name = "test_planted" + place.replace("/", "_") if place.startswith("tests") else "planted"
        (folder / place / f"{name}.py").write_text(error, encoding="utf-8")
    (folder / "cli.py").write_text(error, encoding="utf-8")
    (folder / "policies").mkdir()
    (folder / ALIAS).mkdir(parents=True)
    (folder / ALIAS / "__init__.py").touch()
    for name, place in LINKED.items():
        (folder / ALIAS / name).symlink_to(f"../../{place}", target_is_directory="." not in place)
    return [
        path for path in folder.rglob("*.py") if path.read_text(encoding="utf-8") and not path.is_symlink()
    ]


@needs_links
@pytest.mark.parametrize(
    ("command", "error", "word"),
    [
        pytest.param(["mypy", "--no-incremental"], 'x: int = "a word"\n', "[assignment]", id="mypy"),
        pytest.param(
            ["ruff", "check", "--no-cache", "--output-format=concise"], "import os\n", "F401", id="ruff"
        ),
    ],
)
def test_a_planted_error_is_seen_in_every_room(
    tmp_path: Path, command: list[str], error: str, word: str
) -> None:
    """A checker that skips a linked folder says "no errors", and so would one that looked: hence an error."""
    files = planted(tmp_path, error)
    environment = {
        name: value for name, value in os.environ.items() if name not in {"MYPYPATH", "PYTHONPATH"}
    }

    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    seen = {(tmp_path / line.partition(":")[0]).resolve() for line in run.stdout.splitlines() if word in line}
    assert seen == set(files), run.stdout + run.stderr
    assert run.returncode == 1


@needs_links
@pytest.mark.parametrize(
    ("place", "line", "contract"),
    [
        pytest.param(
            "engine/source/planted.py", "import coalcheck.engine.policy", "arrows point down", id="up"
        ),
        pytest.param(
            "engine/roll/planted.py", "import coalcheck.cli", "arrows point down", id="up to the door"
        ),
        pytest.param("engine/facts/planted.py", "import click", "no command line", id="click"),
        pytest.param("engine/policy/planted.py", "from durable import engine", "only one file", id="durable"),
        pytest.param("cli.py", "import durable_rules_engine", "only one file", id="its C part"),
        pytest.param("engine/policy/durable.py", "import yaml", "", id="nothing wrong"),
    ],
)
def test_a_planted_import_breaks_its_contract(tmp_path: Path, place: str, line: str, contract: str) -> None:
    planted(tmp_path, "")
    for module in (ROOT / "engine").glob("*.py"):
        (tmp_path / "engine" / module.name).touch()
    (tmp_path / "engine/policy/durable.py").write_text(
        "import durable_rules_engine\nfrom durable import engine\n", encoding="utf-8"
    )
    with (tmp_path / place).open("a", encoding="utf-8") as file:
        file.write(line + "\n")

    command = ["lint-imports", "--no-cache", "--no-logo"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "src")}
    run = subprocess.run(
        [Path(sys.executable).parent / command[0], *command[1:]],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    broken = [text for text in run.stdout.splitlines() if " BROKEN" in text]
    assert [contract in text for text in broken] == [True] * bool(contract), run.stdout
    assert run.returncode == bool(contract)
