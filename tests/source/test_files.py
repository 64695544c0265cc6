"""Which files of a folder are charters, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coalcheck.engine.source.files import SHOWN_AS_INPUT, STANDARD_INPUT, charters, shown

MARK = "coalcheck: 1\nname: x\n"


def lay(folder: Path, files: dict[str, str]) -> Path:
    """Write files, with the folders that they need."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, *paths: str) -> list[str]:
    """The charters among paths below a folder, as seen from there."""
    chosen = [str(folder / path) for path in paths or (".",)]
    return [Path(path).relative_to(folder).as_posix() for path in charters(chosen)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("charter.yaml", "name: x\n", id="by its name"),
        pytest.param("charter.yml", "name: x\n", id="by its short ending"),
        pytest.param("clean-air.charter.yaml", "", id="by the end of its name, and empty"),
        pytest.param("clean.air.charter.yml", "name: x\n", id="several dots"),
        pytest.param("air.yaml", MARK, id="by its first key"),
        pytest.param("air.yml", MARK, id="by its first key, short ending"),
        pytest.param("air.yaml", "# ours\n\nname: x\ncoalcheck:\n", id="by a later key at the top"),
        pytest.param("air.yaml", "name: x\r\ncoalcheck: 1\r\n", id="other line ends"),
        pytest.param("air.yaml", "\u0000\ncoalcheck: 1\n", id="whatever else is in it"),
        pytest.param("air.yaml", "#\n" * 32_763 + MARK, id="a key that ends with the first 64 KiB"),
        pytest.param("partners/2026/charter.yaml", "", id="in a folder below"),
        pytest.param("decision/charter.yaml", "", id="a folder that is nearly called so"),
        pytest.param("tests.yaml/charter.yaml", "", id="a folder with an ending"),
    ],
)
def test_a_file_of_a_folder_is_a_charter(tmp_path: Path, name: str, text: str) -> None:
    assert found(lay(tmp_path, {name: text})) == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("air.yaml", "name: x\n", id="another YAML file"),
        pytest.param("air.yaml", "x:\n  coalcheck: 1\n", id="the key is not at the top"),
        pytest.param("air.yaml", "# coalcheck: 1\n", id="in a remark"),
        pytest.param("air.yaml", "coalcheck_version: 1\n", id="a longer key"),
        pytest.param("air.yaml", "\n" + "#\n" * 32_763 + MARK, id="a key that ends after the first 64 KiB"),
        pytest.param("charter.json", "{}", id="not YAML"),
        pytest.param("charter.yaml.bak", MARK, id="a copy"),
        pytest.param("charter.md", MARK, id="a text that shows one"),
        pytest.param("mycharter.yaml", "name: x\n", id="a name that only ends so"),
        pytest.param("charter.old.yaml", "name: x\n", id="a name that only begins so"),
        pytest.param("charters.yaml", "name: x\n", id="the plural"),
        *(
            pytest.param(f"{folder}/charter.yaml", MARK, id=f"beside a charter: {folder}")
            for folder in ("decisions", "tests", "policies", "private", "__pycache__", "node_modules")
        ),
        pytest.param("deep/down/tests/charter.yaml", MARK, id="such a folder further down"),
        pytest.param(".git/charter.yaml", MARK, id="in a hidden folder"),
        pytest.param(".cache/deep/charter.yaml", MARK, id="below a hidden folder"),
    ],
)
def test_a_file_of_a_folder_is_no_charter(tmp_path: Path, name: str, text: str) -> None:
    assert found(lay(tmp_path, {name: text})) == []


SEVERAL = {
    "b/charter.yaml": "",
    "a/z.charter.yaml": "",
    "a/charter.yaml": "",
    "charter.yaml": "",
    "a.yaml": "",
}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(
            (".",),
            ["charter.yaml", "a/charter.yaml", "a/z.charter.yaml", "b/charter.yaml"],
            id="a folder, by name, its own files first",
        ),
        pytest.param(
            ("b", "a"),
            ["b/charter.yaml", "a/charter.yaml", "a/z.charter.yaml"],
            id="folders in the order given",
        ),
        pytest.param(("a.yaml",), ["a.yaml"], id="a file that was named is taken as it is"),
        pytest.param(("nowhere.yaml",), ["nowhere.yaml"], id="also one that is not there"),
        pytest.param(
            ("b/charter.yaml", "b", "./b/../b/charter.yaml"), ["b/charter.yaml"], id="the same file only once"
        ),
        pytest.param(("a.yaml", "a.yaml"), ["a.yaml"], id="named twice"),
        pytest.param((), [], id="nothing named"),
    ],
)
def test_several_paths(tmp_path: Path, paths: tuple[str, ...], expected: list[str]) -> None:
    lay(tmp_path, SEVERAL)
    assert (found(tmp_path, *paths) if paths else list(charters(paths))) == expected


def test_the_same_file_by_a_link_is_taken_once(tmp_path: Path) -> None:
    lay(tmp_path, {"charter.yaml": ""})
    (tmp_path / "z.charter.yaml").symlink_to("charter.yaml")
    assert found(tmp_path) == ["charter.yaml"]
    assert found(tmp_path, "z.charter.yaml", ".") == ["z.charter.yaml"]


def test_paths_stay_as_they_were_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"in/charter.yaml": "", "in/air.yaml": MARK})
    monkeypatch.chdir(tmp_path)
    assert list(charters(["."])) == [str(Path("in", name)) for name in ("air.yaml", "charter.yaml")]
    assert list(charters(["./in/charter.yaml"])) == ["./in/charter.yaml"]
    monkeypatch.chdir(tmp_path / "in")
    assert list(charters(["../in"])) == [str(Path("..", "in", name)) for name in ("air.yaml", "charter.yaml")]


def test_standard_input_is_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay(tmp_path, {"-/charter.yaml": ""}))
    assert list(charters(["-", "-"])) == [STANDARD_INPUT]
    assert shown(STANDARD_INPUT) == SHOWN_AS_INPUT == "<stdin>"


def test_a_file_of_that_name_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay(tmp_path, {"-": MARK}))
    assert list(charters(["-", "./-", "-"])) == [STANDARD_INPUT, "./-"]


def test_a_link_to_nowhere_does_not_stop_the_search(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    assert found(lay(tmp_path, {"b.yaml": MARK})) == ["b.yaml"]


GIT = {".git/HEAD": ""}
CONFIGURED = {"coalcheck.toml": ""}


def below(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {f"{folder}/{name}": text for name, text in files.items()}


@pytest.mark.parametrize(
    ("files", "here", "expected"),
    [
        pytest.param({}, "top", "in/deep/charter.yaml", id="from where one stands"),
        pytest.param({}, "top/in/deep", "charter.yaml", id="standing beside it"),
        pytest.param(below("top", GIT), "top/in", "in/deep/charter.yaml", id="from the git root"),
        pytest.param({"top/.git": "gitdir: x"}, "top/in", "in/deep/charter.yaml", id="of a linked work tree"),
        pytest.param(below("top/in", GIT), "top", "deep/charter.yaml", id="from a git root below"),
        pytest.param(below("top/in/deep", GIT), "top", "charter.yaml", id="from its own folder"),
        pytest.param(
            below("top", GIT) | below("top/in", GIT),
            "top",
            "deep/charter.yaml",
            id="from the nearest git root",
        ),
        pytest.param(
            below("top/in", CONFIGURED), "top", "deep/charter.yaml", id="without git, from the configuration"
        ),
        pytest.param(
            below("top", CONFIGURED) | below("top/in", CONFIGURED),
            "top",
            "deep/charter.yaml",
            id="from the nearest configuration",
        ),
        pytest.param(
            below("top", GIT) | below("top/in", CONFIGURED),
            "top/in",
            "in/deep/charter.yaml",
            id="git comes before a nearer configuration",
        ),
        pytest.param(
            {"top/in/coalcheck.toml/x": ""}, "top", "in/deep/charter.yaml", id="a folder is no configuration"
        ),
    ],
)
def test_a_file_is_called_by_its_path_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], here: str, expected: str
) -> None:
    lay(tmp_path, {"top/in/deep/charter.yaml": "", **files})
    monkeypatch.chdir(tmp_path / here)
    full = tmp_path / "top/in/deep/charter.yaml"
    for path in (full, os.path.relpath(full)):
        assert shown(str(path)) == expected


def test_a_file_elsewhere_is_called_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"here/x": "", "there/charter.yaml": ""})
    monkeypatch.chdir(tmp_path / "here")
    assert shown("../there/charter.yaml") == "../there/charter.yaml"
    assert shown(str(tmp_path / "there/charter.yaml")) == (tmp_path / "there/charter.yaml").as_posix()


def test_a_link_is_called_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"real/charter.yaml": ""})
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    assert shown("link/charter.yaml") == "link/charter.yaml"


def test_the_folder_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"in/a.yaml": "", "in/b.yaml": ""})
    monkeypatch.chdir(tmp_path)
    assert shown("in/a.yaml") == "in/a.yaml"
    lay(tmp_path, below("in", GIT))
    assert shown("in/b.yaml") == "in/b.yaml"
