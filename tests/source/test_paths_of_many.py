"""What is looked up once for a folder is what each of its files would say by itself."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from coalcheck.engine.source.files import RealPaths, beginning, shown


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files and links of every kind, where we are."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "a.yaml").write_text("a", "utf-8")
    (tmp_path / "linked").symlink_to("deep")
    (tmp_path / "deep" / "er" / "b.yaml").symlink_to("../a.yaml")
    (tmp_path / "deep" / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "deep" / "round.yaml").symlink_to("round.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


PATHS = [
    "deep/a.yaml", "linked/a.yaml", "linked/er/b.yaml", "deep/er/../a.yaml", "linked/er/../a.yaml", "deep/er",
    "deep/gone.yaml", "deep/round.yaml", "./deep//a.yaml", "linked", "deep/er/..", ".", "deep/none.yaml", "x",
]  # fmt: skip


def test_paths_lead_where_python_says(folder: Path) -> None:
    real_path = RealPaths()
    for _ in range(2):
        for path in (*PATHS, *(str(folder / path) for path in PATHS)):
            assert real_path(path) == os.path.realpath(path), path


@pytest.mark.parametrize("first", [0, 1], ids=["one way", "the other way"])
def test_what_a_file_is_called_hangs_on_no_other(folder: Path, first: int) -> None:
    files = [
        "deep/a.yaml",
        "deep/gone.yaml",
        "./deep/a.yaml",
        "../" + folder.name + "/deep/a.yaml",
        "deep/..",
    ]
    for path in files[:: -1 if first else 1]:
        whole = Path(os.path.normpath(folder / path)).relative_to(folder).as_posix()
        assert shown(path) == whole, path


def test_it_is_called_from_where_we_are(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(folder / "deep" / "a.yaml")
    assert shown(path) == "deep/a.yaml"
    monkeypatch.chdir(folder / "deep")
    assert shown(path) == "a.yaml"


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("most", [1, 65_536, 100_000, 1_000_000])
def test_the_beginning_of_a_file(tmp_path: Path, size: int, most: int) -> None:
    content = os.urandom(size)
    (tmp_path / "a").write_bytes(content)

    assert beginning(str(tmp_path / "a"), most) == content[:most]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)

    def write() -> None:
        number = os.open(pipe, os.O_WRONLY)
        for _ in range(5):
            os.write(number, b"x" * 100)
        os.close(number)

    thread = threading.Thread(target=write)
    thread.start()
    assert beginning(pipe, 1_000) == b"x" * 500
    thread.join()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"[Dd]irectory|[Dd]enied"):
        beginning(str(tmp_path), 10)
