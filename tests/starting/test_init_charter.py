"""``coalcheck init``: what it writes is in order from the first day, and nothing that is there is touched."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from coalcheck.cli import commands
from coalcheck.door.ending import Stop
from coalcheck.engine.charter.load import load
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain
from coalcheck.engine.starting.charter import compose
from coalcheck.engine.starting.founding import GOVERNANCES, MODELS, founding
from coalcheck.engine.starting.repository import files, write
from coalcheck.engine.validate import validate, validate_loaded

NAMES = (
    "Breathe Easy", "Dock Workers 9", "Parents for Clean Schools", "Riders", "Shops", "Clinic", "Nurses",
    "Tenants", "Farmers", "Fishers", "Teachers", "Choir",
)  # fmt: skip
FULL = {
    "name": "Clean Air: and Fair Work",
    "purpose": "Stop the Meridian deal before the vote on 30 September 2026.",
    "starts": "2026-04-01",
    "ends": "2026-10-31",
    "inside": "air quality along the rail line",
    "outside": "candidates and parties",
    "money": "6000 EUR",
}
TODAY = date(2026, 3, 1)
GRID = [
    pytest.param(model, governance, id=f"{model} {governance}")
    for model in MODELS
    for governance in GOVERNANCES
]
ALL = [
    "charter.yaml", "tests/first.yaml", "coalcheck.toml", ".pre-commit-config.yaml", "private/.gitignore",
    "charter.schema.json",
]  # fmt: skip


def run(*words: str, typed: list[str] | None = None) -> Result:
    entered = "".join(f"{each}\n" for each in typed or ())
    return CliRunner().invoke(commands, ["init", *words], input=entered)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def begun(folder: Path, model: str, governance: str, members: int, answers: dict[str, str]) -> Path:
    place = folder / str(len(list(folder.iterdir())))
    made = founding({**answers, "model": model, "governance": governance}, NAMES[:members])
    write(str(place), files(made, TODAY))
    return place


@pytest.mark.parametrize(("model", "governance"), GRID)
def test_it_has_nothing_to_settle_whoever_begins_it(model: str, governance: str) -> None:
    for members in range(2, 13):
        for answers in ({}, FULL, {**FULL, "ends": "", "money": "none"}):
            text = compose(founding({**answers, "model": model, "governance": governance}, NAMES[:members]))
            found = validate_loaded(
                load(read(text, "charter.yaml")), matcher="reference", as_of=TODAY
            ).findings

            assert [each.message for each in found if each.severity > Severity.INFO] == []


@pytest.mark.parametrize(("model", "governance"), GRID)
def test_its_folder_has_nothing_to_settle(model: str, governance: str, tmp_path: Path) -> None:
    place = begun(tmp_path, model, governance, 4, FULL)
    report = validate([str(place)], matcher="reference", as_of=TODAY, stdin=bytes)

    assert [result.kind for result in report.results] == ["charter"], "the charter alone"
    assert report.exit_code(Severity.WARNING) == 0


@pytest.mark.skipif(
    find_spec("coalcheck.engine.scenario") is None, reason="scenarios are tried by a room that is not here"
)
@pytest.mark.parametrize(("model", "governance"), GRID)
def test_its_first_scenario_comes_out_as_expected(model: str, governance: str, tmp_path: Path) -> None:
    for members in range(2, 13):
        begun(tmp_path, model, governance, members, FULL)
    ran = CliRunner().invoke(commands, ["test", str(tmp_path)])

    assert ran.exit_code == 0, ran.output


@pytest.mark.parametrize(("model", "governance"), GRID)
def test_every_rule_of_the_first_scenario_is_in_the_charter(
    model: str, governance: str, tmp_path: Path
) -> None:
    place = begun(tmp_path, model, governance, 5, FULL)
    charter: Any = yaml.load((place / "charter.yaml").read_text("utf-8"), yaml.BaseLoader)
    scenario: Any = yaml.load((place / "tests/first.yaml").read_text("utf-8"), yaml.BaseLoader)

    assert {case["action"] for case in scenario["cases"]} <= set(charter["decisions"])
    assert [case["expect"]["verdict"] for case in scenario["cases"]] == ["carried", "not carried"] * 2


def test_all_that_belongs_to_a_folder_is_written(folder: Path) -> None:
    ran = run("--name", "Clean Air", "--member", "Breathe", "--member", "Riders")

    assert ran.exit_code == 0
    assert [line for line in ran.stdout.splitlines() if line.startswith("Written")] == [
        f"Written: {name}" for name in ALL
    ]
    assert "Next: fill in what is marked" in ran.stdout
    text = (folder / "charter.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=./charter.schema.json\n")
    schema = json.loads((folder / "charter.schema.json").read_text("utf-8"))
    root = read(text, "").root
    assert root is not None
    jsonschema.Draft7Validator(schema).validate(plain(root))
    assert tomllib.loads((folder / "coalcheck.toml").read_text("utf-8")) == {"fail-on": "error"}
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks["repos"][0]["hooks"]] == ["coalcheck", "coalcheck-test"]
    assert (folder / "private/.gitignore").read_text("utf-8").splitlines()[1:] == ["*", "!.gitignore"]


def test_questions_are_asked_where_nothing_is_given(folder: Path) -> None:
    typed = [
        "Clean Air",
        "",
        "loose",
        "structural",
        "",
        "Breathe; Riders; Shops",
        "",
        "soon",
        "",
        "rail",
        "",
        "none",
    ]
    ran = run(typed=typed)

    assert ran.exit_code == 0, ran.output
    assert "loose is none of them" in ran.stderr
    assert "soon is no day" in ran.stderr
    text = (folder / "charter.yaml").read_text("utf-8")
    assert "name: Clean Air\n" in text
    assert "model: structural " in text
    assert "  - id: shops\n" in text
    assert "purpose: to be agreed   # To settle: " in text
    assert "there is no joint money" in text


def test_another_folder(folder: Path) -> None:
    ran = run("--name", "Clean Air", "--folder", "north")

    assert ran.exit_code == 0
    assert "Written: north/charter.yaml" in ran.stdout
    assert "coalcheck validate north/charter.yaml" in ran.stdout
    assert sorted(path.name for path in folder.iterdir()) == ["north"]


def test_a_charter_that_is_there_stays_and_nothing_is_asked(folder: Path) -> None:
    (folder / "charter.yaml").write_text("name: Ours\n", "utf-8")
    ran = run()

    assert isinstance(ran.exception, Stop)
    assert ran.exception.exit_code == 2
    assert "charter.yaml is there already and stays as it is" in str(ran.exception)
    assert ran.stderr == ""
    assert [path.name for path in folder.iterdir()] == ["charter.yaml"]


def test_what_else_is_there_stays_and_is_said(folder: Path) -> None:
    (folder / ".pre-commit-config.yaml").write_text("repos: []\n", "utf-8")
    (folder / "private").mkdir()
    (folder / "private/.gitignore").write_text("mine\n", "utf-8")
    ran = run("--name", "Clean Air")

    assert ran.exit_code == 0
    assert "Kept as it is: private/.gitignore" in ran.stdout
    assert "add to .pre-commit-config.yaml, under repos:\n  - repo: local\n" in ran.stdout
    assert (folder / ".pre-commit-config.yaml").read_text("utf-8") == "repos: []\n"
    assert (folder / "private/.gitignore").read_text("utf-8") == "mine\n"


def test_hooks_belong_to_the_repository_and_not_to_a_folder_in_it(folder: Path) -> None:
    """Further down nobody would read them."""
    (folder / ".git").mkdir()
    ran = run("--name", "Clean Air", "--folder", "north/ours")

    assert ran.exit_code == 0
    assert "add to .pre-commit-config.yaml, under repos:\n  - repo: local\n" in ran.stdout
    assert not (folder / "north/ours/.pre-commit-config.yaml").exists()
    assert not (folder / ".pre-commit-config.yaml").exists()

    assert "Written: .pre-commit-config.yaml" in run("--name", "Clean Air").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ["north"], "'north' is nothing that can be begun; for a folder: --folder north", id="a folder"
        ),
        pytest.param(["--name", "A", "action"], "--name belongs to a charter", id="an option of a charter"),
    ],
)
def test_what_was_typed_wrongly_is_said(folder: Path, words: list[str], said: str) -> None:
    ran = run(*words)

    assert ran.exit_code == 2
    assert said in ran.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--model", "loose"], id="no model"),
        pytest.param(["--starts", "soon"], id="no day"),
        pytest.param(["--money", "much"], id="no sum"),
        pytest.param(["--starts", "2026-05-01", "--ends", "2026-04-01"], id="days in the wrong order"),
    ],
)
def test_an_answer_that_cannot_be_taken_writes_nothing(folder: Path, words: list[str]) -> None:
    ran = run("--name", "A", *words)

    assert isinstance(ran.exception, Stop)
    assert ran.exception.exit_code == 2
    assert list(folder.iterdir()) == []


def test_where_nothing_can_be_written(folder: Path) -> None:
    (folder / "file").write_text("", "utf-8")
    ran = run("--name", "A", "--folder", "file/inside")

    assert isinstance(ran.exception, Stop)
    assert "cannot be written" in str(ran.exception)
