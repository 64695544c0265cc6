"""A file is written anew as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coalcheck.engine.fixing.writing import NotWritten, rewrite


def test_the_new_content_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "charter.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)

    rewrite(str(file), b"old", b"new")

    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "charter.yaml", tmp_path / "link.yaml"
    file.write_bytes(b"old")
    link.symlink_to(file.name)

    rewrite(str(link), b"old", b"new")

    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_what_somebody_else_has_changed_stays(tmp_path: Path) -> None:
    file = tmp_path / "charter.yaml"
    file.write_bytes(b"changed meanwhile")

    with pytest.raises(NotWritten, match=r"was changed by somebody else in the meantime"):
        rewrite(str(file), b"old", b"new")

    assert file.read_bytes() == b"changed meanwhile"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_may_not_be_changed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "charter.yaml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(NotWritten, match=r"cannot be written: it may not be changed"):
        rewrite(str(file), b"old", b"new")

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "charter.yaml"
    file.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotWritten, match="no space left"):
        rewrite(str(file), b"old", b"new")

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
