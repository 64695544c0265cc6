"""``coalcheck validate --fix``, as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from mending import READY

import coalcheck

SLIP = READY.replace("kind: coalition", "knd: coalition")
LACKING = READY.replace("exit:\n  notice: 7 days\n", "exit:\n")
DAY = "--as-of=2026-04-01"


def run(*arguments: str, cwd: Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "coalcheck", "validate", DAY, *arguments]
    path = str(Path(coalcheck.__file__).parents[1])
    environment = {"PYTHONPATH": path, "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=cwd, input=given, env=environment, capture_output=True, check=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "charter.yaml"
    path.write_text(SLIP, encoding="utf-8")
    return path


def test_a_slip_is_counted_where_it_can_be_mended(file: Path) -> None:
    text = run(cwd=file.parent)
    plain = run("--format=plain", cwd=file.parent)
    found = json.loads(run("--format=json", cwd=file.parent).stdout)["results"][0]["findings"]

    assert b"1 of these can be mended with --fix." in text.stdout
    assert b"\n1 of these can be mended with --fix.\n" in plain.stdout
    assert {each["code"]: each["fixable"] for each in found}["C150"] == "safe"
    assert file.read_text("utf-8") == SLIP


def test_nothing_is_said_where_nothing_can_be_mended(tmp_path: Path) -> None:
    (tmp_path / "charter.yaml").write_text(LACKING, encoding="utf-8")
    shown = run(cwd=tmp_path)
    found = json.loads(run("--format=json", cwd=tmp_path).stdout)["results"][0]["findings"]

    assert b"--fix" not in shown.stdout
    assert {each["code"]: each["fixable"] for each in found}["E535"] == "unsafe"
    assert {each["fixable"] for each in found} == {"unsafe", None}


def test_fix_mends_and_then_reports(file: Path) -> None:
    done = run("--fix", cwd=file.parent)

    assert done.returncode == 0, done.stderr
    assert file.read_text("utf-8") == READY
    assert done.stderr.decode().splitlines() == [
        "charter.yaml: 1 slip mended.",
        '   line 3: "knd" is not a key that can stand here (unknown-key, C150)',
    ]
    assert b"Ready to sign" in done.stdout


def test_fix_twice_says_that_there_is_nothing(file: Path) -> None:
    run("--fix", cwd=file.parent)
    before = file.stat().st_mtime_ns
    again = run("--fix", cwd=file.parent)

    assert again.stderr == b"There is nothing to mend.\n"
    assert file.stat().st_mtime_ns == before


def test_what_is_left_decides_the_exit_code(file: Path) -> None:
    file.write_text(SLIP.replace("    passes: all members\n", "    passes: at least two thirds\n"), "utf-8")
    done = run("--fix", cwd=file.parent)

    assert done.returncode == 1
    assert "kind: coalition" in file.read_text("utf-8")


def test_diff_shows_and_changes_nothing(file: Path) -> None:
    shown = run("--fix", "--diff", cwd=file.parent)

    assert shown.returncode == 1
    assert shown.stdout.decode().splitlines() == [
        "--- a/charter.yaml",
        "+++ b/charter.yaml",
        "@@ -1,6 +1,6 @@",
        " coalcheck: 1",
        " name: Clean Air and Fair Work   # as agreed in March",
        "-knd: coalition",
        "+kind: coalition",
        " model: opportunistic",
        " stage: draft",
        " legal: not a contract",
    ]
    assert b"1 slip would be mended." in shown.stderr
    assert file.read_text("utf-8") == SLIP


def test_a_diff_can_be_applied_by_git(file: Path) -> None:
    file.write_bytes(SLIP.rstrip("\n").replace("\n", "\r\n").encode())
    patch = run("--unsafe-fixes", "--diff", cwd=file.parent).stdout
    applied = subprocess.run(
        ["git", "apply", "-"], input=patch, cwd=file.parent, capture_output=True, check=False
    )

    assert applied.returncode == 0, applied.stderr
    assert file.read_bytes() == READY.rstrip("\n").replace("\n", "\r\n").encode()


def test_diff_of_what_is_in_order_is_empty(file: Path) -> None:
    file.write_text(READY, encoding="utf-8")
    shown = run("--diff", cwd=file.parent)

    assert (shown.returncode, shown.stdout) == (0, b"")


def test_diff_without_consequence(file: Path) -> None:
    assert run("--diff", "--exit-zero", cwd=file.parent).returncode == 0


def test_standard_input_comes_out_mended(tmp_path: Path) -> None:
    given = SLIP.replace("\n", "\r\n").encode()
    done = run("--fix", "-", cwd=tmp_path, given=given)

    assert done.returncode == 0
    assert done.stdout == READY.replace("\n", "\r\n").encode()
    assert b"1 slip mended." in done.stderr


def test_standard_input_stands_alone(file: Path) -> None:
    done = run("--fix", "-", "charter.yaml", cwd=file.parent, given=b"")

    assert done.returncode == 2
    assert b"by itself" in done.stderr


def test_suggestions_are_put_in_only_when_asked_for(file: Path) -> None:
    file.write_text(LACKING, encoding="utf-8")
    assert run("--fix", cwd=file.parent).stderr == b"There is nothing to mend.\n"
    done = run("--unsafe-fixes", cwd=file.parent)

    assert b"1 suggestion put in" in done.stderr
    assert b"Nobody has agreed to what was put in" in done.stderr
    assert "  # To settle: suggested by coalcheck" in file.read_text("utf-8")
    assert done.returncode == 0


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for flags in (["--fix"], ["--diff"]):
        done = run(*flags, "none.yaml", cwd=tmp_path)
        assert done.returncode == 2
        assert b"none.yaml cannot be read" in done.stderr
        assert b"Traceback" not in done.stderr


def test_a_folder_without_a_charter(tmp_path: Path) -> None:
    for flags in (["--fix"], ["--diff"]):
        done = run(*flags, cwd=tmp_path)
        assert done.returncode == 3
        assert b"There is no charter" in done.stderr


def test_a_file_that_is_no_text_is_left_and_reported(file: Path) -> None:
    data = SLIP.encode() + b"# caf\xe9\n"
    file.write_bytes(data)
    done = run("--fix", cwd=file.parent)

    assert done.returncode == 1
    assert file.read_bytes() == data
    assert b"UTF-8" in done.stdout


def test_the_coalitions_own_policies_are_asked_too(file: Path) -> None:
    """A mend that would bring a point of a coalition's own policy is left out like any other."""
    slip = READY.replace("model: opportunistic", "modle: opportunistic")
    file.write_text(slip, encoding="utf-8")
    (file.parent / "policies").mkdir()
    (file.parent / "policies/no-model.yaml").write_text(
        "code: L001\nname: no-model\ntitle: A model\nseverity: error\n"
        "subject: charter\nwhen: {model: opportunistic}\n"
        "at: here\nmessage: A model is written\nwhy: We chose to say nothing of it.\nfix: Leave it out.\n",
        encoding="utf-8",
    )
    done = run("--fix", cwd=file.parent)

    assert file.read_text("utf-8") == slip
    assert done.stderr.decode().splitlines() == [
        "charter.yaml: 1 point left alone: mended, others would come to settle or to talk about.",
        '   line 4: "modle" is not a key that can stand here (unknown-key, C150)',
    ]
