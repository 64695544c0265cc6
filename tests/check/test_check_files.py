"""Which files are meant by what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from coalcheck.engine.checking.files import Group, NoCharter, Unclear, named


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A charter repository, and a folder of actions beside it."""
    monkeypatch.chdir(tmp_path)
    files = (
        "coal/charter.yaml", "coal/decisions/b.yaml", "coal/decisions/2026/a.yml", "coal/decisions/notes.md",
        "coal/decisions/private/choosing.yaml", "coal/policies/own.yaml", "coal/tests/case.yaml",
        "coal/other.yaml", "letters/one.yaml", "letters/north.charter.yaml", "letters/.hidden/x.yaml",
        "two/a.charter.yaml", "two/b.charter.yaml", "none/readme.md",
    )  # fmt: skip
    for file in files:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("action: speak\n", encoding="utf-8")
    return tmp_path


RECORD = Group(("coal/decisions/b.yaml", "coal/decisions/2026/a.yml"), folder=True)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        pytest.param(["coal"], (RECORD,), id="a repository alone"),
        pytest.param(["coal", "coal"], (RECORD,), id="a repository twice"),
        pytest.param(["coal/charter.yaml", "coal"], (RECORD,), id="its charter, then the repository"),
        pytest.param(["coal/charter.yaml", "coal/decisions"], (RECORD,), id="its charter, then its record"),
        pytest.param(["coal/charter.yaml"], (), id="its charter alone"),
        pytest.param(
            ["coal", "letters"], (Group(("letters/one.yaml",), folder=True),), id="a folder without charters"
        ),
        pytest.param(["coal", "-"], (Group(("-",)),), id="standard input"),
        pytest.param(["coal", "x.yaml"], (Group(("x.yaml",)),), id="a file that is not there"),
        pytest.param(
            ["coal", "letters/one.yaml", "./letters/one.yaml"], (Group(("letters/one.yaml",)),), id="twice"
        ),
        pytest.param(["coal", "none"], (), id="a folder without actions"),
    ],
)
def test_charter_and_actions(folder: Path, typed: list[str], groups: tuple[Group, ...]) -> None:
    found = named(typed)

    assert Path(found.charter).samefile(folder / "coal" / "charter.yaml")
    assert found.groups == groups


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("typed", "error", "said"),
    [
        pytest.param(["none"], NoCharter, "no charter in none", id="no charter"),
        pytest.param(["two"], Unclear, "several charters in two", id="several charters"),
        pytest.param(["-", "coal"], Unclear, "comes first", id="standard input first"),
        pytest.param(["coal", "coal/charter.yaml"], Unclear, "is the charter", id="the charter as an action"),
    ],
)
def test_what_is_not_clear(typed: list[str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        named(typed)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("file", "listed"),
    [
        pytest.param("letters/other.yaml", False, id="a charter by its first key"),
        pytest.param("letters/deep/er/other.yaml", False, id="one further down"),
        pytest.param("letters/decisions/other.yaml", False, id="a charter in the record itself"),
        pytest.param("letters/deep/decisions/other.yaml", True, id="in a record below, where none belongs"),
        pytest.param("letters/deep/decisions/er/other.yaml", True, id="further down in a record below"),
    ],
)
def test_a_charter_among_actions(file: str, listed: bool) -> None:
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("coalcheck: 1\nname: x\n", encoding="utf-8")
    record = named(["coal"], "letters").record
    assert record is not None
    assert (path.as_posix() in record) is listed


@pytest.mark.usefixtures("folder")
def test_a_link_to_a_charter_among_actions_is_none_of_them() -> None:
    Path("letters/again.yaml").symlink_to("north.charter.yaml")
    assert named(["coal"], "letters").record == ("letters/one.yaml",)
