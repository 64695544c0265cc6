"""The hook as another repository meets it: cloned, installed in an environment of its own, and run."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from coalcheck.cli import commands

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists(),
    reason="pre-commit installs from a git repository, and this is an unpacked archive",
)

NO_NETWORK = """\
import sys

def refuse(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise OSError("the network was asked for " + repr(arguments[0]))
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise OSError("the network was asked for " + repr(arguments[1]))

sys.addaudithook(refuse)
"""

FAULTY = """\
coalcheck: 1
name: Clean Air
name: Clean Water
"""


def git(*arguments: str, cwd: Path) -> str:
    identity = ["-c", "user.name=A Tester", "-c", "user.email=tester@example.org"]
    run = subprocess.run(["git", *identity, *arguments], cwd=cwd, capture_output=True, text=True, check=True)
    return run.stdout


def pins(*roots: str) -> list[str]:
    """``roots`` and all that they need on this Python, each in the version that is installed here."""
    found: dict[str, str] = {}
    waiting = [Requirement(root) for root in roots]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name not in found and (need.marker is None or need.marker.evaluate({"extra": ""})):
            found[name] = f"{name}=={version(name)}"
            waiting += [Requirement(line) for line in requires(name) or ()]
    return sorted(found.values())


@pytest.fixture(scope="session")
def wheelhouse(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of wheels, built once for each set of versions and kept in pytest's cache if it has one."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = pins(*asked["project"]["dependencies"], *asked["build-system"]["requires"])
    key = hashlib.sha256(repr((sys.version_info[:3], wanted)).encode()).hexdigest()[:16]
    # With ``-p no:cacheprovider`` there is none.
    cache: pytest.Cache | None = getattr(pytestconfig, "cache", None)
    name = f"wheelhouse-{key}"
    folder = tmp_path_factory.mktemp(name) if cache is None else cache.mkdir(name)
    complete = folder / "complete"
    if not complete.exists():
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            str(folder),
            *wanted,
        ]
        subprocess.run(command, check=True)
        complete.touch()
    return folder


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The working tree as a repository with one commit, whatever is not committed yet included."""
    folder = tmp_path_factory.mktemp("published")
    git("init", "--quiet", cwd=folder)
    for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).split("\0"):
        if name and os.path.lexists(ROOT / name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--message=All of it", cwd=folder)
    return folder


@pytest.fixture
def charters(tmp_path: Path) -> Path:
    """A repository of somebody who keeps charters in git."""
    git("init", "--quiet", cwd=tmp_path)
    healthy = ROOT / "fixtures/coalitions/clean-air/charter.yaml"
    (tmp_path / "clean-air").mkdir()
    shutil.copy(healthy, tmp_path / "clean-air/charter.yaml")
    (tmp_path / "other.yaml").write_text(
        "name: not a charter\nname: and not its business\n", encoding="utf-8"
    )
    git("add", "--all", cwd=tmp_path)
    return tmp_path


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory, wheelhouse: Path) -> dict[str, str]:
    """What the hook is installed and run with: wheels at hand, and any use of the network an error."""
    blocker = tmp_path_factory.mktemp("no-network")
    (blocker / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "GIT_", "PRE_COMMIT"))
    }
    return kept | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": str(wheelhouse),
        "PIP_NO_INDEX": "1",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("store")),
        "PYTHONPATH": str(blocker),
    }


def try_repo(
    published: Path, charters: Path, environment: dict[str, str], hook: str = "coalcheck", *more: str
) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        str(published),
        hook,
        "--all-files",
        "--verbose",
        *more,
    ]
    return subprocess.run(command, cwd=charters, env=environment, capture_output=True, text=True, check=False)


def test_a_use_of_the_network_would_not_go_unnoticed(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 443), timeout=1)"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert "OSError: the network was asked for '192.0.2.1'" in run.stderr


def test_the_hook_passes_a_healthy_charter_and_stops_a_faulty_one(
    published: Path, charters: Path, environment: dict[str, str]
) -> None:
    healthy = try_repo(published, charters, environment)

    assert healthy.returncode == 0, healthy.stdout + healthy.stderr
    assert "Passed" in healthy.stdout
    assert "other.yaml" not in healthy.stdout

    (charters / "bad.charter.yaml").write_text(FAULTY, encoding="utf-8")
    git("add", "--all", cwd=charters)
    faulty = try_repo(published, charters, environment)

    assert faulty.returncode == 1, faulty.stdout + faulty.stderr
    assert "Failed" in faulty.stdout
    assert "exit code: 1" in faulty.stdout
    assert "bad.charter.yaml" in faulty.stdout

    # git names the file, and the settings of the repository pass it over.
    (charters / "coalcheck.toml").write_text('exclude = ["bad.charter.yaml"]\n', encoding="utf-8")
    git("add", "--all", cwd=charters)
    excluded = try_repo(published, charters, environment)

    assert excluded.returncode == 0, excluded.stdout + excluded.stderr
    assert "bad.charter.yaml" not in excluded.stdout


MANUAL = ("--hook-stage", "manual")


def test_the_hook_that_mends_changes_what_has_a_slip_and_leaves_the_rest(
    published: Path, charters: Path, environment: dict[str, str]
) -> None:
    file = charters / "clean-air/charter.yaml"
    healthy = file.read_bytes()
    file.write_bytes(healthy.replace(b"kind: coalition", b"knd: coalition"))
    git("add", "--all", cwd=charters)

    mended = try_repo(published, charters, environment, "coalcheck-fix", *MANUAL)

    assert mended.returncode == 1, mended.stdout + mended.stderr
    assert "files were modified by this hook" in mended.stdout
    assert "1 slip mended" in mended.stdout
    assert file.read_bytes() == healthy

    git("add", "--all", cwd=charters)
    again = try_repo(published, charters, environment, "coalcheck-fix", *MANUAL)

    assert again.returncode == 0, again.stdout + again.stderr
    assert file.read_bytes() == healthy


def test_the_hook_that_mends_waits_until_it_is_asked_for(
    published: Path, charters: Path, environment: dict[str, str]
) -> None:
    run = try_repo(published, charters, environment, "coalcheck-fix")

    assert "No hook with id `coalcheck-fix` in stage `pre-commit`" in run.stdout + run.stderr


@pytest.mark.skipif(
    "test" not in commands.commands, reason="scenarios are tried by a command that is not here"
)
def test_the_hook_that_tests_passes_and_fails_with_the_scenarios(
    published: Path, charters: Path, environment: dict[str, str]
) -> None:
    (charters / "clean-air/tests").mkdir()
    scenario = charters / "clean-air/tests/first.yaml"
    case = "as_of: 2028-03-01\ncases:\n  - {id: all, action: change, for: others, expect: WORD}\n"
    scenario.write_text(case.replace("WORD", "adopted"), encoding="utf-8")
    git("add", "--all", cwd=charters)
    healthy = try_repo(published, charters, environment, "coalcheck-test")

    assert healthy.returncode == 0, healthy.stdout + healthy.stderr

    scenario.write_text(case.replace("WORD", "rejected"), encoding="utf-8")
    git("add", "--all", cwd=charters)
    faulty = try_repo(published, charters, environment, "coalcheck-test")

    assert faulty.returncode == 1, faulty.stdout + faulty.stderr
    assert "exit code: 1" in faulty.stdout
