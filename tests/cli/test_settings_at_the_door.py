"""Settings and comments from the command line: what is said, and with which code a run ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from in_a_repository import ENTRY, OWN, ROOT, Run, here, report, run
from settling import CHARTER, behind

from coalcheck.cli import commands

__all__ = ["here", "run"]


@pytest.mark.parametrize(
    ("config", "args", "code"),
    [
        pytest.param("", [], 1, id="nothing settled"),
        pytest.param("ignore = ['D', 'E', 'M', 'P', 'R', 'S', 'V']", [], 0, id="all left out"),
        pytest.param("ignore = ['D', 'E', 'M', 'P', 'R', 'S', 'V']", ["--no-config"], 1, id="not read"),
        pytest.param("severity = {D = 'info', E = 'info', P = 'info'}", [], 0, id="all good practice"),
        pytest.param("fail-on = 'info'\nseverity = {E501 = 'info'}", [], 1, id="good practice counts"),
        pytest.param("select = ['R8']", [], 0, id="others selected"),
        pytest.param("[per-path.'charter.yaml']\nignore = ['D', 'E', 'P']", [], 0, id="left out here"),
        pytest.param("[per-path.'other.yaml']\nignore = ['D', 'E', 'P']", [], 1, id="left out elsewhere"),
        pytest.param("exclude = ['charter.yaml']", [], 3, id="excluded in its folder"),
        pytest.param("exclude = ['charter.yaml']", ["charter.yaml"], 1, id="excluded and named"),
        pytest.param("exclude = ['charter.yaml']", ["charter.yaml", "--force-exclude"], 0, id="forced"),
        pytest.param("force-exclude = true", ["charter.yaml"], 1, id="nothing to force"),
        pytest.param("nothing = 1", [], 2, id="a setting that is none"),
        pytest.param("strict = ", [], 2, id="no TOML"),
        pytest.param("baseline = 'nowhere.json'", [], 2, id="no such baseline"),
    ],
)  # fmt: skip
def test_with_which_code_it_ends(config: str, args: list[str], code: int, here: Path, run: Run) -> None:
    (here / "coalcheck.toml").write_text(config, encoding="utf-8")
    ran = run("validate", *args)
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err


def test_what_is_left_out_is_told_to_who_asks(here: Path, run: Run) -> None:
    (here / "coalcheck.toml").write_text("ignore = ['E5']\nfail-on = 'error'\n", encoding="utf-8")
    quiet, loud = run("validate"), run("validate", "--verbose")
    assert "coalcheck.toml" not in quiet.err + quiet.out
    left_out = report(run, "validate")["results"][0]["ignored"]
    assert loud.err.splitlines()[-1] == f"Settings from coalcheck.toml; {left_out} points left out."
    assert left_out == sum(
        "E5" in row["code"] for row in report(run, "validate", "--no-config")["results"][0]["findings"]
    )


def test_the_summary_counts_what_counts(here: Path, run: Run) -> None:
    before = report(run, "validate")
    (here / "charter.yaml").write_text(
        behind(CHARTER, 18, 'coalcheck: ignore[V402] reason="agreed"'), "utf-8"
    )
    after = report(run, "validate")
    (row,) = [each for each in after["results"][0]["findings"] if each["code"] == "V402"]

    assert row["suppressed"] is True
    assert row["suppression"] == {"line": 18, "reason": "agreed", "until": None}
    assert len(after["results"][0]["findings"]) == len(before["results"][0]["findings"])
    assert after["summary"]["warnings"] == before["summary"]["warnings"] - 1
    assert all("suppression" not in each for each in before["results"][0]["findings"])


@pytest.mark.parametrize("form", ["text", "plain"])
def test_a_page_says_what_is_set_aside(form: str, here: Path, run: Run) -> None:
    comment = 'coalcheck: ignore[V402] reason="agreed in May" until=2999-12-31'
    (here / "charter.yaml").write_text(behind(CHARTER, 18, comment), "utf-8")
    some, every = run("validate", "--format", form), run("validate", "--format", form, "--all")

    assert "Set aside: 1 point by a comment in the file." in some.out
    assert "--all" in some.out.partition("Set aside")[2].splitlines()[0]
    assert "agreed in May" not in some.out.replace(behind(CHARTER, 18, comment).splitlines()[17], "")
    folded = " ".join(every.out.split())
    point = "line 18: One member can stop every joint statement (veto-over-messages, V402)"
    assert f'{point}; "agreed in May", until 31 December 2999' in folded


def test_a_comment_in_an_action(here: Path, run: Run) -> None:
    clear = CHARTER.replace("at least two thirds", "at least 2/3 of members")
    (here / "charter.yaml").write_text(clear, encoding="utf-8")
    (here / "letter.yaml").write_text(ENTRY, encoding="utf-8")
    rows = report(run, "check", "charter.yaml", "letter.yaml")["results"][-1]["findings"]
    row = next(row for row in rows if row["line"] > 1)
    noted = behind(ENTRY, row["line"], f'coalcheck: ignore[{row["code"]}] reason="read out wrongly"')
    (here / "letter.yaml").write_text(noted, encoding="utf-8")

    found = report(run, "check", "charter.yaml", "letter.yaml")["results"][-1]["findings"]

    assert [each["code"] for each in found if each["suppressed"]] == [row["code"]]
    assert "Set aside: 1 point by a comment in the file." in run("check", "charter.yaml", "letter.yaml").out
    # Comments in the charter are about the charter: that they do nothing here is no news.
    (here / "charter.yaml").write_text(
        behind(clear, 18, 'coalcheck: ignore[V402] reason="x"'), encoding="utf-8"
    )
    page = report(run, "check", "charter.yaml", "letter.yaml")
    assert not [each for result in page["results"] for each in result["findings"] if each["code"][0] == "X"]


def test_excluded_actions_of_a_folder_and_a_whole_record(here: Path, run: Run) -> None:
    clear = CHARTER.replace("at least two thirds", "at least 2/3 of members")
    (here / "charter.yaml").write_text(clear, encoding="utf-8")
    (here / "decisions").mkdir()
    for name in ("letter", "draft"):
        (here / f"decisions/{name}.yaml").write_text(ENTRY, encoding="utf-8")
    files = [result["file"] for result in report(run, "check", ".", "--exclude", "draft.yaml")["results"]]
    assert files == ["decisions/letter.yaml"]
    record = report(run, "check", "--record", ".", "--exclude", "draft.yaml")["results"]
    assert "decisions/draft.yaml" in [result["file"] for result in record], "a record is always read whole"


def test_help_shows_the_options_of_settings() -> None:
    page = CliRunner().invoke(commands, ["validate", "--help"]).output
    assert all(
        flag in page
        for flag in ("--config", "--no-config", "--select", "--ignore", "--baseline", "--exclude")
    )


def test_the_hooks_pass_over_what_is_excluded() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "--force-exclude" in hooks


def test_two_runs_with_settings_give_the_same_bytes(here: Path) -> None:
    """Whatever the seed of hashes is."""
    (here / "coalcheck.toml").write_text(
        "ignore = ['E5']\n[severity]\nP = 'info'\nD = 'info'\n", encoding="utf-8"
    )
    outputs = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "coalcheck", "validate", "--format", "json"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert outputs.pop()


def test_what_is_left_out_of_a_policy_file_is_counted_with_the_charter(here: Path, run: Run) -> None:
    (here / "policies").mkdir()
    (here / "policies/missing-exit-terms.yaml").write_text(OWN, encoding="utf-8")
    before = report(run, "validate", str(here))["results"]
    assert [(each["kind"], each["file"]) for each in before] == [
        ("policy", "policies/missing-exit-terms.yaml"),
        ("charter", "charter.yaml"),
    ]
    assert [row["code"] for row in before[0]["findings"]] == ["C213"]

    (after,) = report(run, "validate", str(here), "--ignore", "C213")["results"]
    assert (after["kind"], after["ignored"]) == ("charter", 1)


def test_the_record_is_where_settings_are_looked_for(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "decisions").mkdir()
    (here / "decisions/letter.yaml").write_text(ENTRY, encoding="utf-8")
    (here / "coalcheck.toml").write_text("nothing = 1\n", encoding="utf-8")
    (here / "elsewhere/.git").mkdir(parents=True)
    monkeypatch.chdir(here / "elsewhere")
    assert run("check", "--record", "..").code == 2
    assert run("check", "--record", "..", "--no-config").code == 1
