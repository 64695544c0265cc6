"""What is typed goes before the environment, that before the file, and the file before what is usual."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest

from coalcheck.cli import commands
from coalcheck.door.configured import settled
from coalcheck.door.ending import Stop, written
from coalcheck.engine.configuration.table import SETTINGS
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.settings import NONE, Settings


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and nothing set around it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
    return tmp_path


def context(*args: str, command: str = "validate") -> click.Context:
    found = commands.commands[command]
    return found.make_context(command, list(args))


def value(name: str, *args: str, command: str = "validate") -> Any:
    return context(*args, command=command).params[name]


def chosen_settings(*args: str) -> Settings:
    ctx = context(*args)
    found: Settings = settled(ctx, ctx.params).get("settings", NONE)
    return found


# Of each: the name of its value, what is usual, then what is typed, in the environment, and in the file.
EACH = {
    "fail-on": ("fail_on", "error", ("--fail-on", "info"), "info", "warning", "warning",
                'fail-on = "error"', "error"),
    "matcher": ("matcher", "auto", ("--matcher", "durable"), "durable", "reference", "reference",
                'matcher = "auto"', "auto"),
    "color": ("color", "auto", ("--color", "never"), "never", "always", "always",
              'color = "auto"', "auto"),
    "format": ("names", (), ("--format", "json"), ("json",), "plain", ("plain",),
               'format = "text"', ("text",)),
    "strict": ("strict", False, ("--strict",), True, "0", False, "strict = true", True),
    "all": ("show_all", False, ("--all",), True, "no", False, "all = true", True),
    "verbose": ("verbose", False, ("--verbose",), True, "off", False, "verbose = true", True),
    "force-exclude": ("force_exclude", False, ("--force-exclude",), True, "false", False,
                      "force-exclude = true", True),
    "select": ("select", (), ("--select", "E"), ("E",), "V", ("V",), 'select = ["D"]', ("D",)),
    "ignore": ("ignore", (), ("--ignore", "E501"), ("E501",), "V4,D", ("V4", "D"),
               'ignore = ["R8"]', ("R8",)),
    "exclude": ("exclude", (), ("--exclude", "a"), ("a",), "b,c", ("b", "c"), 'exclude = ["d"]', ("d",)),
    "baseline": ("baseline", None, ("--baseline", "a.json"), "a.json", "b.json", "b.json",
                 'baseline = "c.json"', "c.json"),
}  # fmt: skip


def base(found: Any) -> Any:
    """A path of the file counts from its folder; its name is what is compared."""
    return Path(found).name if isinstance(found, str) and found.endswith(".json") else found


@pytest.mark.parametrize("key", EACH)
@pytest.mark.parametrize("typed", [False, True], ids=["", "typed"])
@pytest.mark.parametrize("around", [False, True], ids=["", "around"])
@pytest.mark.parametrize("filed", [False, True], ids=["", "filed"])
def test_every_pair(
    key: str, *, typed: bool, around: bool, filed: bool, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, usual, flag, of_flag, variable, of_variable, line, of_file = EACH[key]
    if around:
        monkeypatch.setenv(f"COALCHECK_{key.upper().replace('-', '_')}", variable)
    if filed:
        (here / "coalcheck.toml").write_text(line, encoding="utf-8")

    found = base(value(name, *(flag if typed else ())))

    assert found == (of_flag if typed else of_variable if around else of_file if filed else usual)


def test_every_setting_of_a_file_is_tried() -> None:
    """Those without an option are for the file alone, and are tried below."""
    assert set(EACH) == {each.key for each in SETTINGS if each.in_file and each.name}


def test_a_day_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALCHECK_AS_OF", "2026-07-01")
    assert value("as_of") == date(2026, 7, 1)
    assert value("as_of", "--as-of", "2026-08-01") == date(2026, 8, 1)


def test_exit_zero_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALCHECK_EXIT_ZERO", "1")
    assert value("exit_zero") is True


OURS, OTHER = "coalcheck.toml", "other.toml"
FILE = 'fail-on = "info"\n'


@pytest.mark.parametrize(
    ("args", "variables", "expected"),
    [
        pytest.param((), {}, "info", id="found"),
        pytest.param(("--no-config",), {}, "error", id="not wanted"),
        pytest.param((), {"COALCHECK_NO_CONFIG": "1"}, "error", id="not wanted around"),
        pytest.param(("--config", OTHER), {}, "warning", id="another one"),
        pytest.param((), {"COALCHECK_CONFIG": OTHER}, "warning", id="around"),
        pytest.param(("--config", OURS), {"COALCHECK_CONFIG": OTHER}, "info", id="typed first"),
        pytest.param(("--config", OTHER), {"COALCHECK_NO_CONFIG": "1"}, "warning", id="typed, unwanted"),
        pytest.param(("--no-config",), {"COALCHECK_CONFIG": OTHER}, "error", id="unwanted"),
        pytest.param(("--no-config",), {"COALCHECK_FAIL_ON": "info"}, "info", id="no file"),
        pytest.param(("a/charter.yaml",), {}, "info", id="from the charter upwards"),
    ],
)  # fmt: skip
def test_which_file_counts(
    args: tuple[str, ...],
    variables: dict[str, str],
    expected: str,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (here / "coalcheck.toml").write_text(FILE, encoding="utf-8")
    (here / "other.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    assert value("fail_on", *args) == expected


@pytest.mark.parametrize(
    ("args", "says"),
    [
        pytest.param(("--config", "nowhere.toml"), "nowhere.toml cannot be read", id="no such file"),
        pytest.param(("--config", "pyproject.toml"), "no [tool.coalcheck] table", id="a project without us"),
        pytest.param(("--ignore", "E999"), '--ignore: there is no point called "E999"', id="an unknown rule"),
        pytest.param(("--baseline", "nowhere.json"), "coalcheck baseline writes it", id="no baseline"),
        pytest.param(("--baseline", "pyproject.toml"), "is no baseline: line 1:", id="something else"),
    ],
)
def test_what_is_typed_and_cannot_be(args: tuple[str, ...], says: str, here: Path) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    with pytest.raises(Stop) as stop:
        chosen_settings(*args)
    assert says in str(stop.value)
    assert stop.value.exit_code == 2


def test_both_at_once_do_not_go_together() -> None:
    with pytest.raises(click.UsageError, match="do not go together"):
        context("--config", "a.toml", "--no-config")


def test_help_is_there_whatever_is_wrong(here: Path) -> None:
    (here / "coalcheck.toml").write_text("nothing = 1\n", encoding="utf-8")
    with pytest.raises(click.exceptions.Exit):
        context("--help")


def test_what_only_a_file_can_settle(here: Path) -> None:
    text = '[severity]\nE501 = "info"\n[per-path."old/*"]\nignore = ["P"]\n'
    (here / "coalcheck.toml").write_text(text, encoding="utf-8")
    settings = chosen_settings()
    assert settings.severity == {"E501": Severity.INFO}
    assert settings.per_path[0].ignore == ("P",)


def test_without_settings_nothing_is_settled() -> None:
    ctx = context()
    assert settled(ctx, ctx.params) == {}


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        pytest.param((), [("plain", "")], id="nothing typed"),
        pytest.param(("--format", "json"), [("json", "")], id="another format"),
        pytest.param(("--output", "a"), [("plain", "a")], id="only a file"),
        pytest.param(
            ("--format", "json", "--output", "a", "--format", "text"),
            [("json", "a"), ("text", "")],
            id="two formats",
        ),
    ],
)  # fmt: skip
def test_the_usual_format_gives_way_to_what_is_typed(
    args: tuple[str, ...], expected: list[tuple[str, str]], here: Path
) -> None:
    (here / "coalcheck.toml").write_text('format = "plain"\n', encoding="utf-8")
    ctx = context(*args)
    assert written(ctx, ctx.params) == expected


@pytest.mark.parametrize("command", ["validate", "check", "status", "baseline"])
def test_commands_that_mind_settings(command: str, here: Path) -> None:
    (here / "coalcheck.toml").write_text('matcher = "reference"\n', encoding="utf-8")
    assert value("matcher", command=command) == "reference"


def test_a_format_that_another_command_cannot_write_is_left_to_those_that_can(here: Path) -> None:
    (here / "coalcheck.toml").write_text('format = "plain"\nstrict = true\n', encoding="utf-8")
    assert value("names", command="status") == ("plain",)
    assert value("names", command="check") == ("plain",)


def test_patterns_count_from_where_they_are_written(here: Path) -> None:
    (here / "a").mkdir()
    (here / "coalcheck.toml").write_text('exclude = ["a/old"]\n', encoding="utf-8")
    assert chosen_settings("a/charter.yaml").excludes(str(here / "a/old/charter.yaml"))
    assert not chosen_settings("--exclude", "old").excludes(str(here / "a/young/charter.yaml"))
    assert chosen_settings("--exclude", "a/old").excludes("a/old/charter.yaml")
    assert not chosen_settings("--exclude", "*").excludes(str(here.parent / "charter.yaml")), "outside"
