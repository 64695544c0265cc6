"""Where a private file lies: git is asked, and a file that others may read is said."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from coalcheck.engine.choosing import privacy

TRACKED, NOT_IGNORED, BESIDE = "Git keeps this file", "Git does not pass over", "beside a charter"
GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed")


def git(folder: Path, *command: str) -> None:
    assert GIT is not None
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([GIT, *who, *command], cwd=folder, check=True, capture_output=True)


def lay(folder: Path, path: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("choosing: 1\n", encoding="utf-8")
    return file


def said(file: Path) -> str:
    return " ".join(point.says for point in privacy.told(file))


@needs_git
@pytest.mark.parametrize(
    ("path", "ignored", "added", "words"),
    [
        pytest.param("choosing.yaml", "", True, TRACKED, id="kept by git"),
        pytest.param("private/choosing.yaml", "private/", True, TRACKED, id="kept in spite of the rule"),
        pytest.param("choosing.yaml", "", False, NOT_IGNORED, id="may be taken in"),
        pytest.param("private/choosing.yaml", "", False, NOT_IGNORED, id="private by name only"),
        pytest.param("private/choosing.yaml", "private/", False, "", id="private"),
        pytest.param("deep/private/choosing.yaml", "private/", False, "", id="private, further down"),
        pytest.param("my-view.yaml", "my-*.yaml", False, "", id="passed over by another rule"),
    ],
)
def test_in_a_repository(tmp_path: Path, path: str, ignored: str, added: bool, words: str) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text(f"{ignored}\n", encoding="utf-8")
    file = lay(tmp_path, path)
    if added:
        git(tmp_path, "add", "--force", path)
    assert words in said(file)
    assert bool(said(file)) is bool(words)


@pytest.mark.parametrize(
    ("path", "beside", "words"),
    [
        pytest.param("choosing.yaml", "charter.yaml", BESIDE, id="beside the charter"),
        pytest.param("choosing.yaml", "north.charter.yaml", BESIDE, id="beside one of several"),
        pytest.param("private/choosing.yaml", "charter.yaml", "", id="in private"),
        pytest.param("private/choosing.yaml", "private/charter.yaml", "", id="both in private"),
        pytest.param("choosing.yaml", "notes.yaml", "", id="by itself"),
    ],
)
def test_in_a_plain_folder(tmp_path: Path, path: str, beside: str, words: str) -> None:
    file = lay(tmp_path, path)
    lay(tmp_path, beside)
    assert words in said(file)
    assert bool(said(file)) is bool(words)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("choosing.yaml", NOT_IGNORED, id="where git cannot say, the folder decides"),
        pytest.param("private/choosing.yaml", "", id="private by its folder"),
    ],
)
def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, words: str) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(privacy, "which", lambda _name: None)
    assert words in said(lay(tmp_path, path))
    assert bool(said(tmp_path / path)) is bool(words)


@needs_git
def test_git_that_hangs_or_fails_holds_nothing_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    file = lay(tmp_path, "choosing.yaml")

    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 5)

    monkeypatch.setattr(subprocess, "run", hang)
    assert NOT_IGNORED in said(file)


@needs_git
def test_a_repository_cannot_have_a_program_run(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    file, ran = lay(tmp_path, "choosing.yaml"), tmp_path / "ran"
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    spy.chmod(0o755)
    git(tmp_path, "add", "spy.sh")
    git(tmp_path, "config", "core.fsmonitor", str(spy))
    assert NOT_IGNORED in said(file)
    assert not ran.exists()


@needs_git
def test_an_odd_name_is_a_name(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    file = lay(tmp_path, "-q.yaml")
    git(tmp_path, "add", "--", "-q.yaml")
    assert TRACKED in said(file)
