"""The page on settings says what there is: its table is made from ours, its examples are read."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from coalcheck.cli import commands
from coalcheck.engine.configuration.find import Found
from coalcheck.engine.configuration.read import of_file
from coalcheck.engine.configuration.table import SETTINGS, Setting
from coalcheck.engine.findings.settle import mentioned
from coalcheck.engine.findings.suppression import directives
from coalcheck.engine.report import formats
from coalcheck.engine.report.parts import flags

PAGE = Path(__file__).parents[2] / "docs/configuration.md"
TEXT = PAGE.read_text(encoding="utf-8")
RESET = os.environ.get("COALCHECK_RESET") == "1"
MARK = "<!-- settings: written by `just golden` -->\n"
TABLE = re.compile(rf"{re.escape(MARK)}\n?((?:\|.*\n)*)")
CHOICES = {row.flag.removeprefix("--"): row.choices for row in flags.showing(formats()) if row.choices}
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

TAKES = {
    "switch": "true or false",
    "rules": "a list of points",
    "patterns": "a list of patterns",
    "path": "a path",
    "day": "a day",
    "severities": "a table: point = severity",
    "paths": "a table for each pattern",
}


def row(setting: Setting) -> str:
    takes = TAKES.get(setting.kind) or ", ".join(f"`{word}`" for word in CHOICES[setting.key])
    key = f"`{setting.key}`" if setting.in_file else "–"
    option = f"`--{setting.key}`" if setting.name else "–"
    variable = f"`{setting.variable}`" if setting.variable else "–"
    return f"| {key} | {takes} | {option} | {variable} | {setting.about} |\n"


def table() -> str:
    head = "| in the file | takes | typed | in the environment | |\n|---|---|---|---|---|\n"
    return head + "".join(map(row, SETTINGS))


def test_the_table_is_fresh() -> None:
    page = TABLE.sub(lambda _: f"{MARK}\n{table()}", TEXT, count=1)
    if RESET:
        PAGE.write_text(page, encoding="utf-8")
    assert TABLE.search(TEXT)
    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("setting", [pytest.param(each, id=each.key) for each in SETTINGS])
def test_each_setting_is_an_option_of_some_command(setting: Setting) -> None:
    options = {
        (option, parameter.name)
        for command in commands.commands.values()
        for parameter in command.params
        for option in parameter.opts
    }
    assert not setting.name or (f"--{setting.key}", setting.name) in options


@pytest.mark.parametrize("text", [text for kind, text in BLOCKS if kind == "toml"])
def test_each_file_that_is_shown_is_one(text: str) -> None:
    assert of_file(Found("coalcheck.toml", text.encode()), CHOICES).values


def test_each_comment_that_is_shown_is_understood() -> None:
    shown = [text.split("\n") for kind, text in BLOCKS if kind == "yaml"]
    found = [each for lines in shown for each in directives(lines, mentioned(lines))]
    assert found
    assert all(each.understood and each.reason and each.until for each in found)
