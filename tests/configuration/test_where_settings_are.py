"""Which file of settings holds for a charter, and on which line of it something stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from coalcheck.engine.configuration.find import Found, found_from, found_in
from coalcheck.engine.configuration.where import line_of

HERE, DEEPER = "repo/coalcheck.toml", "repo/a/coalcheck.toml"
PROJECT, PROJECT_DEEPER = "repo/pyproject.toml", "repo/a/pyproject.toml"
OURS = "[tool.coalcheck]\nstrict = true\n"


def lay_out(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def name_of(found: Found | None, folder: Path) -> str:
    return "" if found is None else Path(found.path).relative_to(folder).as_posix()


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        pytest.param([HERE], "repo/charter.yaml", HERE, id="beside the charter"),
        pytest.param([HERE], "repo", HERE, id="in the folder that is named"),
        pytest.param([HERE], "repo/a/b/charter.yaml", HERE, id="above"),
        pytest.param([HERE], "repo/a/nowhere.yaml", HERE, id="of a missing file"),
        pytest.param(
            [HERE, DEEPER], "repo/a/charter.yaml", DEEPER, id="nearest"
        ),
        pytest.param(
            [HERE, PROJECT], "repo/charter.yaml", HERE, id="of two"
        ),
        pytest.param([PROJECT], "repo/a/charter.yaml", PROJECT, id="of a project"),
        pytest.param(
            [HERE, PROJECT_DEEPER], "repo/a/x.yaml", PROJECT_DEEPER, id="project nearer"
        ),
        pytest.param(["coalcheck.toml"], "repo/charter.yaml", "", id="above the repository"),
        pytest.param(["free/coalcheck.toml"], "free/a/charter.yaml", "free/coalcheck.toml", id="without git"),
        pytest.param([], "repo/charter.yaml", "", id="nowhere"),
    ],
)  # fmt: skip
def test_which_file(files: list[str], path: str, expected: str, tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(files, OURS))
    (tmp_path / "repo/.git").mkdir(parents=True, exist_ok=True)
    for folder in ("repo/a/b", "free/a"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    assert name_of(found_from(str(tmp_path / path)), tmp_path) == expected


def test_standard_input_is_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"coalcheck.toml": ""})
    monkeypatch.chdir(tmp_path)
    assert name_of(found_from("-"), tmp_path) == "coalcheck.toml"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[tool.coalcheck]\n", id="as usual"),
        pytest.param("[tool.coalcheck.severity]\n", id="a table below"),
        pytest.param('[ "tool" . coalcheck ]\n', id="with blanks and quotes"),
        pytest.param("[tool]\ncoalcheck = {strict = true}\n", id="in braces"),
        pytest.param("[tool]\ncoalcheck.strict = true\n", id="with points"),
        pytest.param("tool.coalcheck.strict = true\n", id="with points from the top"),
    ],
)
def test_a_project_with_our_table(text: str, tmp_path: Path) -> None:
    lay_out(tmp_path, {"pyproject.toml": text})
    assert found_in(str(tmp_path / "pyproject.toml")) is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[project]\nname = 'x'\n", id="another project"),
        pytest.param("[project]\ndependencies = ['coalcheck']\n[tool.ruff]\n", id="one that uses us"),
        pytest.param("[project.scripts]\ncoalcheck = 'coalcheck.cli:main'\n[tool.ruff]\n", id="ourselves"),
        pytest.param("# [tool.coalcheck]\n", id="in a comment"),
        pytest.param("[tool.coalchecker]\n", id="somebody else"),
        pytest.param("", id="empty"),
    ],
)
def test_a_project_without_it(text: str, tmp_path: Path) -> None:
    lay_out(tmp_path, {"pyproject.toml": text, "coalcheck.toml": ""})
    assert found_in(str(tmp_path / "pyproject.toml")) is None


TOML = """\
strict = true
ignore = [
  "R8",
  "E501",
]
per-path = {"a/**" = {ignore = ["M7"]}}

[severity]
E501 = "info"
"veto-over-messages" = "off"

[per-path."old/**"]
ignore = ["P2"]
severity = {E5 = "info"}
"""


@pytest.mark.parametrize(
    ("route", "value", "line"),
    [
        pytest.param(("strict",), "", 1, id="a key"),
        pytest.param(("ignore",), "", 2, id="a key of a list"),
        pytest.param(("ignore",), "E501", 4, id="a value of a list"),
        pytest.param(("ignore",), "E502", 2, id="a value that is not there"),
        pytest.param(("severity", "E501"), "", 9, id="below a table"),
        pytest.param(("severity", "veto-over-messages"), "", 10, id="a key in quotes"),
        pytest.param(("severity",), "", 8, id="a table"),
        pytest.param(("per-path", "old/**"), "", 12, id="a table in quotes"),
        pytest.param(("per-path", "old/**", "ignore"), "P2", 13, id="a value of a table below"),
        pytest.param(("per-path", "old/**", "severity", "E5"), "", 14, id="in braces"),
        pytest.param(("nothing",), "", 0, id="nowhere"),
    ],
)
def test_on_which_line(route: tuple[str, ...], value: str, line: int) -> None:
    assert line_of(TOML, route, value) == line
    below = "[project]\nname = 'x'\n[tool.coalcheck]\n"
    prefixed = TOML.replace("[severity]", "[tool.coalcheck.severity]").replace(
        "[per-path.", "[tool.coalcheck.per-path."
    )
    assert line_of(below + prefixed, ("tool", "coalcheck", *route), value) == (line + 3 if line else 0)
