"""What the documents say is what the project does: commands, outputs, examples and links.

``COALCHECK_RESET=1`` (``just golden``) rewrites the outputs in the documents and the page of commands.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import coalcheck
from coalcheck.cli import commands

ROOT = Path(__file__).parents[1]
RESET = os.environ.get("COALCHECK_RESET") == "1"
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
)
COMMANDS = ROOT / "docs/cli.md"
BLOCK = re.compile(r"^```(\w+(?: continued)?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OUTPUT = re.compile(
    r'(<!-- output of: (coalcheck [^>]+?)(?:, up to "([^"]+)")? -->\n+```text\n)(.*?)(^```$)',
    re.MULTILINE | re.DOTALL,
)
"""A block that a command fills; with "up to", its first part, and an ellipsis for the rest."""


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def run_tool(arguments: list[str], cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    hidden = ("COALCHECK_", "FORCE_COLOR", "COLUMNS")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    command = [sys.executable, "-m", "coalcheck", *arguments]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment | {"PYTHONPATH": str(Path(coalcheck.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )


def charters() -> dict[str, str]:
    """Every charter that a document shows, by the place where it begins.

    It begins with its format's number; a block marked as ``yaml continued`` goes on with it.
    """
    found: dict[str, str] = {}
    for page in PAGES:
        text = read(page)
        for block in BLOCK.finditer(text):
            if block[1] == "yaml" and block[2].startswith("coalcheck:"):
                found[f"{page}:{text.count(chr(10), 0, block.start()) + 1}"] = block[2]
            elif block[1] == "yaml continued":
                found[list(found)[-1]] += "\n" + block[2]
    return found


def outputs() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        yield from ((page, match[2]) for match in OUTPUT.finditer(read(page)))


def shell_lines() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in BLOCK.finditer(read(page)):
            if block[1] == "sh":
                yield from (
                    (page, line) for line in block[2].splitlines() if line and not line.startswith("#")
                )


def page_of_commands() -> str:
    """The help of every command, as the tool prints it; asked of the tool itself, since click remembers."""
    parts = ["# Commands", "Written from the tool's own help by `just golden`.", fenced(help_of())]
    parts += [part for words in all_commands() for part in (heading_of(words), fenced(help_of(*words)))]
    return "\n\n".join(parts) + "\n"


def heading_of(words: tuple[str, ...]) -> str:
    return f"{'#' * (len(words) + 1)} coalcheck {' '.join(words)}"


def all_commands() -> Iterator[tuple[str, ...]]:
    """Every command by its words, those below another one behind it."""
    for name, command in sorted(commands.commands.items()):
        yield (name,)
        if isinstance(command, click.Group):
            yield from ((name, inner) for inner in sorted(command.commands))


def help_of(*command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100"}
    line = [sys.executable, "-m", "coalcheck", *command, "--help"]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def fenced(text: str) -> str:
    return f"```text\n{text.strip()}\n```"


def recipes() -> set[str]:
    return set(re.findall(r"^([a-z]+)(?: [^:\n]*)?:(?!=)", read("justfile"), re.MULTILINE))


def test_the_readme_is_read_at_one_go() -> None:
    assert len(read("README.md").splitlines()) <= 120


@pytest.mark.parametrize("page", PAGES)
def test_every_just_recipe_that_is_named_exists(page: str) -> None:
    named = set(re.findall(r"(?:`|bin/|^)just ([a-z]+)", read(page), re.MULTILINE))

    assert named <= recipes()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    text = BLOCK.sub("", read(page))
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [target for target in targets if target and not target.startswith(("https://", "mailto:"))]

    assert [target for target in local if not ((ROOT / page).parent / target).exists()] == []


def test_every_page_of_the_docs_is_in_the_index() -> None:
    linked = {target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", read("docs/index.md"))}

    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"} <= linked


def test_ci_runs_the_readmes_second_command() -> None:
    """The command that a newcomer is given is the one that CI proves each time."""
    given = [line for page, line in shell_lines() if page == "README.md" and "just check" in line]

    assert len(given) == 1
    assert given[0].replace("pip install ", "pip install -q ") in read(".ci/run").splitlines()


def test_the_readmes_first_command_names_a_charter_that_is_there() -> None:
    given = [line for page, line in shell_lines() if page == "README.md" and "pip install ." in line]

    assert len(given) == 1
    files = [word for word in shlex.split(given[0]) if word.endswith(".yaml")]
    assert files
    run = run_tool(["validate", *files])
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(("page", "line"), list(shell_lines()))
def test_every_command_line_is_understood(page: str, line: str) -> None:
    """Each ``coalcheck`` on a shell line names a command and options that exist."""
    for part in re.split(r"&&|\||;", line):
        words = [word for word in shlex.split(part, comments=True) if word not in {">", "<"}]
        if not words or Path(words[0]).name != "coalcheck":
            continue
        top = click.Context(commands, info_name="coalcheck")
        known = {option for parameter in commands.get_params(top) for option in parameter.opts}
        if words[1] in known:
            continue
        command = commands.get_command(top, words[1])
        assert command is not None, f"{page}: {line}"
        context = click.Context(command, info_name=words[1], parent=top)
        if isinstance(command, click.Group) and words[2:3] and words[2] in command.commands:
            command = command.commands[words[2]]
        options = {option for parameter in command.get_params(context) for option in parameter.opts}
        used = {word.partition("=")[0] for word in words[2:] if word.startswith("--")}
        assert used <= options, f"{page}: {line}"


@pytest.mark.parametrize(("place", "text"), [pytest.param(*row, id=row[0]) for row in charters().items()])
def test_every_charter_shown_is_ready_to_sign(place: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "charter.yaml"
    file.write_text(text, encoding="utf-8")

    run = run_tool(["validate", file.name], cwd=tmp_path)

    assert run.returncode == 0, f"{place}\n{run.stdout}{run.stderr}"


def test_the_first_charter_can_be_had_as_a_file() -> None:
    """What the page builds up in steps stands in one file too, so that its output can be shown."""
    text = next(text for place, text in charters().items() if place.startswith("docs/first-charter.md"))
    file = ROOT / "docs/examples/first.charter.yaml"
    if RESET:
        file.write_text(text, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("page", "command"), [pytest.param(*row, id=f"{row[0]} {row[1]}") for row in outputs()]
)
def test_every_output_shown_is_what_the_tool_prints(page: str, command: str) -> None:
    run = run_tool(shlex.split(command)[1:])
    assert run.stderr == ""

    def replaced(match: re.Match[str]) -> str:
        if match[2] != command:
            return match[0]
        part, found, _ = run.stdout.partition(f"\n{match[3]}\n") if match[3] else (run.stdout, "", "")
        assert found or not match[3], f"{match[3]} is not in the output"
        return match[1] + part.rstrip() + ("\n\n…\n" if found else "\n") + match[5]

    actual = OUTPUT.sub(replaced, read(page))
    if RESET:
        (ROOT / page).write_text(actual, encoding="utf-8")

    assert actual == read(page)


def test_something_is_shown() -> None:
    """Without a row the tables above would pass and say nothing."""
    assert [page for page, _ in outputs()].count("README.md") == 1
    assert any(place.startswith("README.md") for place in charters())
    assert any(page == "README.md" for page, _ in shell_lines())


def test_the_published_schemas_are_read_by_another_tool() -> None:
    """Editors read patterns as JavaScript does, which refuses some that Python takes; so does this tool."""
    files = sorted(str(path) for path in (ROOT / "docs/schema").glob("*.json"))
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--check-metaschema", *files]

    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert files
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_page_of_commands_is_fresh() -> None:
    page = page_of_commands()
    if RESET:
        COMMANDS.write_text(page, encoding="utf-8")

    assert COMMANDS.read_text(encoding="utf-8") == page


def test_the_pythons_that_are_promised_are_the_pythons_that_are_named() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))

    assert project["requires-python"] == f">={named[0]}"
    assert all(re.search(rf"\b{re.escape(version)}\b", read("README.md")) for version in named)
    tried = re.search(r"for version in ([\d. ]+);", read(".ci/run"))
    assert tried is not None
    assert tried[1].split() == named[::-1]
