"""What is looked up once for a folder is what each of its files would say by itself."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalcheck.engine.source.files import beginning, shown, yaml_files


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


FOLDERS = [
    ".",
    "deep",
    "./deep",
    "linked",
    "deep/er",
    "linked/er",
    "deep/er/..",
    "linked/er/..",
    "outside/..",
]


@pytest.mark.parametrize("named", FOLDERS)
def test_the_files_of_a_folder_are_those_that_python_walks_to(folder: Path, named: str) -> None:
    (folder / "deep" / "other").mkdir()
    (folder / "deep" / "other" / "c.yml").write_text("c", "utf-8")
    (folder / "deep" / "er" / ".hidden").mkdir()
    (folder / "deep" / "er" / ".hidden" / "d.yaml").write_text("d", "utf-8")
    (folder / "deep" / "er" / "notes.md").write_text("e", "utf-8")
    (folder / "deep" / "er" / "folder.yaml").mkdir()
    elsewhere = folder.with_name(f"{folder.name}-elsewhere")
    (elsewhere / "in").mkdir(parents=True)
    (elsewhere / "f.yaml").write_text("f", "utf-8")
    (folder / "outside").symlink_to(elsewhere / "in")

    for start in (named, str(folder / named)):
        assert [(each.path, each.real) for each in yaml_files(start, {"other"})] == list(walked(start))


def walked(start: str) -> Iterator[tuple[str, str]]:
    """The same in Python's own words, file by file."""
    for root, folders, files in os.walk(start):
        folders[:] = sorted(name for name in folders if name != "other" and not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".yaml", ".yml")):
                path = os.path.normpath(os.path.join(root, name))  # noqa: PTH118
                yield path, os.path.realpath(path)


def test_it_is_known_between_which_folders_a_file_stands(folder: Path) -> None:
    (folder / "deep" / "er" / "here.yaml").write_text("a", "utf-8")

    found = {each.path: (each.name, each.below) for each in yaml_files(".", ())}
    assert found["deep/er/here.yaml"] == ("here.yaml", ("deep", "er"))
    assert {each.below for each in yaml_files(str(folder / "deep" / "er"), ())} == {()}


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
